"""The heads of a sentence in, the lines of a tree in box characters out: one line per word, in the order of the words.

The root stands at the left edge and every word to the right of its head, so that reading the ends of the branches
from top to bottom gives the sentence back. Where a tree is not projective its branches cross, drawn as `╫`.
"""

from collections.abc import Sequence

_UP, _DOWN, _RIGHT, _LEFT, _THROUGH = 1, 2, 4, 8, 16

# The box character for each sum of directions from 0 to 15; no line ends in the air, so `│` and `─` serve for halves.
_BOX = " │││─╰╭├─╯╮┤─┴┬┼"
_CROSSING = "╫"


def tree_lines(heads: Sequence[int], *, step: int = 2) -> tuple[str, ...]:
    """One line per word, to be followed by the word itself; `step` is the number of columns from head to child.

    >>> for line, word in zip(tree_lines([1, 2, -1, 4, 2, 2]), ["The", "army", "fired", "two", "missiles", "."]):
    ...     print("|" + line, word)
    |  ╭── The
    |╭─┴ army
    |┼ fired
    |│ ╭── two
    |├─┴ missiles
    |╰── .

    A head outside the sentence counts as a root, and so does the first word of a cycle.
    """
    parents = _parents(heads)
    children = _children(parents)
    columns = _columns(parents, children)
    width = (max(columns, default=0) + 1) * step
    canvas = [[0] * width for _ in heads]
    for head, dependents in enumerate(children):
        if dependents:
            _draw_stem(canvas, columns[head] * step, sorted((head, *dependents)))
    lines = []
    for word, cells in enumerate(canvas):
        own = columns[word] * step
        end = max([own, *(column for column, cell in enumerate(cells) if cell)])
        start = own if parents[word] < 0 else columns[parents[word]] * step
        _draw_branch(cells, start=start, own=own if children[word] else -1, end=end, is_root=parents[word] < 0)
        lines.append("".join(_CROSSING if cell & _THROUGH else _BOX[cell] for cell in cells[: end + 1]))
    return tuple(lines)


def _parents(heads: Sequence[int]) -> list[int]:
    """The heads with -1 wherever following them would leave the sentence or never end."""
    parents = [head if 0 <= head < len(heads) and head != word else -1 for word, head in enumerate(heads)]
    settled: set[int] = set()
    for word in range(len(parents)):
        path: dict[int, None] = {}
        above = word
        while above >= 0 and above not in settled:
            if above in path:
                parents[min(list(path)[list(path).index(above) :])] = -1
                break
            path[above] = None
            above = parents[above]
        settled.update(path)
    return parents


def _children(parents: Sequence[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in parents]
    for word, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(word)
    return children


def _columns(parents: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """The column of each word: right of its head, and free of the stems of other heads in the same rows."""
    columns = [0] * len(parents)
    stems: list[tuple[int, int, int]] = []
    waiting = [word for word, parent in enumerate(parents) if parent < 0]
    while waiting:
        following: list[int] = []
        for word in waiting:
            column = columns[parents[word]] + 1 if parents[word] >= 0 else 0
            if children[word]:
                top, bottom = min(word, *children[word]), max(word, *children[word])
                taken = {stem for stem, first, last in stems if first <= bottom and top <= last}
                while column in taken:
                    column += 1
                stems.append((column, top, bottom))
            columns[word] = column
            following.extend(children[word])
        waiting = following
    return columns


def _draw_stem(canvas: list[list[int]], column: int, rows: Sequence[int]) -> None:
    """The vertical line of one head, through the rows of all its dependents and its own."""
    for row in range(rows[0], rows[-1] + 1):
        canvas[row][column] |= (_UP if row > rows[0] else 0) | (_DOWN if row < rows[-1] else 0)


def _draw_branch(cells: list[int], *, start: int, own: int, end: int, is_root: bool) -> None:
    """The horizontal line of one word: from the stem of its head at `start` to where the word is written at `end`.

    `own` is the column of the word's own stem, -1 where it has none; any other stem in the way is crossed.
    """
    for column in range(start, end + 1):
        if column == start and not is_root:
            cells[column] |= _RIGHT
        elif cells[column] and column != own:
            cells[column] |= _THROUGH
        else:
            cells[column] |= _LEFT | _RIGHT
