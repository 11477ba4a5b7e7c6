"""An event word in its tree in, the whole of the share that it tells, and what that is made of, out."""

from collections.abc import Iterator

from sayso.claims.events.goods import category, is_one_of
from sayso.claims.events.predicates import Argument
from sayso.claims.numbers.shares import shares
from sayso.claims.trees import Tree, children


def wholes(tree: Tree, head: int, *, things: str) -> Iterator[Argument]:
    """The noun of the whole, as `whole`, and the goods in it, as `content`: the "gas" of "40 % of gas imports".

    Only a whole that is in this list of things counts. Where the clause names none, the argument `share` is the share.
    """
    found = [share for share in shares(tree) if share.governor == head]
    for share in found:
        if share.whole is None:
            if len(found) == 1:
                yield Argument(function="share", word=share.words[0])
        elif is_one_of(tree, share.whole, things=things):
            yield Argument(function="whole", word=share.whole)
            for part in children(tree, share.whole, "compound", "nmod"):
                if category(tree, part) is not None:
                    yield Argument(function="content", word=part)
