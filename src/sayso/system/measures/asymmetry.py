"""How much each of two parties depends on the other in, who depends more, and how far they are bound together, out.

That the lesser partner of a lopsided exchange can be pressed is Hirschman (1945), chapter 2. The three measures of a
pair are those of Barbieri (1996, *Journal of Peace Research* 33: 29–49): salience is the geometric mean of the two
shares, symmetry is one less their difference, interdependence the product of both. The lower of the two shares is what
Oneal and Russett (1997, *International Studies Quarterly* 41: 267–293) measure a pair by: the weaker link decides.
"""

from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.measures.shares import bounded

I_MORE = "i depends more"
J_MORE = "j depends more"
ALIKE = "both depend alike"
CANNOT_TELL = "cannot tell"
NOT_KNOWN = "not known"

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asymmetry:
    """Two parties' shares of each other, and what follows; shares and measures are 0 to 1, None where one is missing.

    `verdict` is `I_MORE` or `J_MORE` where one interval lies over the other, `ALIKE` where both are the same single
    number, `CANNOT_TELL` where they meet, `NOT_KNOWN` where one is missing.
    """

    i_on_j: Interval | None
    j_on_i: Interval | None
    verdict: str
    lower: Interval | None = None
    salience: Interval | None = None
    symmetry: Interval | None = None
    interdependence: Interval | None = None


def asymmetry(i_on_j: Interval | None, j_on_i: Interval | None) -> Asymmetry:
    """How `i` and `j` stand to each other; None for a share that nobody told.

    >>> known = Interval(low=Decimal("0.95"), high=Decimal("0.97"))
    >>> asymmetry(known, Interval(low=None, high=Decimal("0.01"))).verdict, asymmetry(known, None).verdict
    ('i depends more', 'not known')
    """
    if i_on_j is None or j_on_i is None:
        return Asymmetry(i_on_j=i_on_j, j_on_i=j_on_i, verdict=NOT_KNOWN)
    i_low, i_high = i = bounded(i_on_j)
    j_low, j_high = j = bounded(j_on_i)
    is_about = i_on_j.approximate or j_on_i.approximate
    nearest, farthest = max(Decimal(0), i_low - j_high, j_low - i_high), max(i_high - j_low, j_high - i_low)
    salience = ((i_low * j_low).sqrt(), (i_high * j_high).sqrt())
    together = _interdependences(i, j)
    return Asymmetry(
        i_on_j=i_on_j,
        j_on_i=j_on_i,
        verdict=_verdict(i, j),
        lower=Interval(low=min(i_low, j_low), high=min(i_high, j_high), approximate=is_about),
        salience=Interval(low=salience[0], high=salience[1], approximate=is_about),
        symmetry=Interval(low=_ONE - farthest, high=_ONE - nearest, approximate=is_about),
        interdependence=Interval(low=min(together), high=max(together), approximate=is_about),
    )


def _verdict(i: tuple[Decimal, Decimal], j: tuple[Decimal, Decimal]) -> str:
    if i[0] > j[1]:
        return I_MORE
    if j[0] > i[1]:
        return J_MORE
    return ALIKE if i == j and i[0] == i[1] else CANNOT_TELL


def _interdependences(i: tuple[Decimal, Decimal], j: tuple[Decimal, Decimal]) -> list[Decimal]:
    """Interdependence at all points where it may be least or greatest.

    The product of the intervals of salience and symmetry would be too wide, since both come from the same shares. With
    one share fixed at b, `sqrt(a b) (1 - |a - b|)` rises with the other up to `max(b, (1 + b) / 3)` and falls from
    there, so that its extremes lie on the edges of the box: at the corners, or at that peak.
    """
    points = [(a, b) for a in i for b in j]
    points += [(_peak(b, i), b) for b in j] + [(a, _peak(a, j)) for a in i]
    return [(a * b).sqrt() * (_ONE - abs(a - b)) for a, b in points]


def _peak(fixed: Decimal, within: tuple[Decimal, Decimal]) -> Decimal:
    return min(max(max(fixed, (_ONE + fixed) / 3), within[0]), within[1])
