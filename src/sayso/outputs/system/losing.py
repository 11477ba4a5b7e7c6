"""Losses of providers in, the section of a page on what each would cost out: by how much prices would rise."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sayso.corroboration.intervals import Interval
from sayso.outputs.system.casebook import Casebook, in_text, origins_of, shown
from sayso.outputs.system.reliance import whole_phrase
from sayso.outputs.system.sheet import Point, Section
from sayso.outputs.system.words import opening, share_phrase, window_phrase
from sayso.system.losses import Loss

TITLE = "What losing a provider would cost"

_STEP = Decimal("0.01")
_MOST = Decimal(1000)
"""Times as high from which a price is only said to be over this: nobody pays it."""

_WITHOUT_BOUND = "without bound"


def losing(losses: Sequence[Loss], *, book: Casebook, seen: dict[str, str]) -> Section | None:
    """The rows with the assumptions they share above them; None where there is no share of what is bought."""
    if not losses:
        return None
    found, more = shown([(_point(each, book), each.claim_ids) for each in losses], book, seen=seen)
    note = (
        f"computed: what the provider gives is bought from others, in the long run and as far as they have it, with "
        f"{elasticity_phrase(losses[0].elasticity)} between them (--elasticity)"
    )
    notes = [note]
    if any(each.is_of_all_trade for each in losses):
        notes.append("a share of all trade is taken for that of imports, which it need not be")
    return Section(title=TITLE, notes=tuple(notes), entries=found, more=more)


def price_phrase(price: Interval) -> str:
    """How many times as high prices would be, rounded outwards.

    >>> price_phrase(Interval(low=Decimal("1.2915"), high=Decimal("1.7783")))
    'prices 1.29 to 1.78 times as high'
    >>> price_phrase(Interval(low=Decimal("1.2915"), high=None)), price_phrase(Interval(low=Decimal(1), high=None))
    ('prices at least 1.29 times as high, without bound', 'prices anything from as high as before to without bound')
    """
    low, high = price.low, price.high
    if low is None:
        return f"prices {_WITHOUT_BOUND}: nobody else delivers any of it"
    if high is None:
        if low == 1:
            return f"prices anything from as high as before to {_WITHOUT_BOUND}"
        return f"prices at least {_times(low, ROUND_FLOOR)} times as high, {_WITHOUT_BOUND}"
    least, most = _times(low, ROUND_FLOOR), _times(high, ROUND_CEILING)
    if high == 1:
        return "prices as high as before"
    return f"prices {least if least == most else f'{least} to {most}'} times as high"


def elasticity_phrase(elasticity: Interval) -> str:
    """The range of the elasticity in words: `an elasticity of substitution of 5 to 10`."""
    low, high = elasticity.low, elasticity.high
    number = f"{low}" if low == high else f"{low} to {high}" if high is not None else f"{low} or more"
    return f"an elasticity of substitution of {number}"


def _point(loss: Loss, book: Casebook) -> Point:
    what = f"of {whole_phrase(loss.whole, loss.good)}"
    return Point(
        label=opening(f"{in_text(loss.dependent, book)} losing {in_text(loss.provider, book)}"),
        said=f"{loss.good or 'import'} {price_phrase(loss.price)}",
        facts=(
            f"{share_phrase(loss.share)} {what}",
            window_phrase(loss.window),
            "" if loss.basis == "stated" else loss.basis,
            origins_of(loss.origins),
        ),
    )


def _times(number: Decimal, rounding: str) -> str:
    if number > _MOST:
        return f"over {_MOST:,}"
    return f"{number.quantize(_STEP, rounding=rounding):f}"
