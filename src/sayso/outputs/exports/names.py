"""Names as texts have them in, names of files and links out that every system takes, each of another note."""

import unicodedata

from sayso.outputs.display import visible

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|#^[]', " "))
"""Signs that Windows refuses in names of files, or that end a wikilink."""

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names of devices, which Windows takes for no file whatever their ending."""

_LONGEST = 120
"""Bytes of a name: systems take 255, archives and synchronised folders put more before and after."""


class Names:
    """Gives each thing a name for its note, the same whenever it is asked again.

    >>> names = Names()
    >>> names.of("RUS", "Russia"), names.of("org/russia", "RUSSIA"), names.of("x", "../../etc/passwd")
    ('Russia', 'RUSSIA (org russia)', 'etc passwd')
    """

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, known: str, called: str) -> str:
        """The name of the thing with this id; where another has it already, its id stands behind it."""
        if known not in self._given:
            name = _safe(called) or _safe(known) or "unnamed"
            if _folded(name) in self._taken:
                name = f"{name} ({_safe(known)})"
            number = 1
            told = name
            while _folded(name) in self._taken:
                number += 1
                name = f"{told} {number}"
            self._taken.add(_folded(name))
            self._given[known] = name
        return self._given[known]


def _safe(called: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(visible(called).translate(_FORBIDDEN).split()))
    if len(text.encode()) > _LONGEST:
        text = text.encode()[:_LONGEST].decode(errors="ignore").rpartition(" ")[0] or text[: _LONGEST // 4]
    text = text.strip(" .")
    return f"{text} -" if text.partition(".")[0].casefold() in _RESERVED else text


def _folded(name: str) -> str:
    """What file systems that know no case, and those that store accents apart, take for the same."""
    return unicodedata.normalize("NFKC", name).casefold()
