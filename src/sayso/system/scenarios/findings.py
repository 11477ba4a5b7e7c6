"""A statement and the case it belongs to in, whether it holds before and after, and what would change that, out."""

from dataclasses import replace

from sayso.corroboration.intervals import Interval
from sayso.system.scenarios.amounts import yearly
from sayso.system.scenarios.bounds import UNKNOWN
from sayso.system.scenarios.breakeven import break_even_of_amount, break_evens
from sayso.system.scenarios.cases import Case
from sayso.system.scenarios.effects import UNCHANGED
from sayso.system.scenarios.keys import measure_of, partner_of
from sayso.system.scenarios.needs import needs
from sayso.system.scenarios.passages import Passages
from sayso.system.scenarios.records import Finding, Need, Subject, Volume
from sayso.system.scenarios.shares import amount_after, share_after, size_after
from sayso.system.scenarios.wording import format_subject


def decide(bounds: Interval, within: Interval) -> str:
    """Whether a statement `holds`, `fails`, or one `cannot tell`, from the bounds of what it is about.

    >>> from decimal import Decimal
    >>> decide(Interval(low=Decimal("0.56"), high=Decimal("0.8")), Interval(low=Decimal("0.9"), high=None))
    'fails'
    """
    low, high = bounds.low, bounds.high
    is_under = within.low is not None and high is not None and high < within.low
    is_over = within.high is not None and low is not None and low > within.high
    if is_under or is_over:
        return "fails"
    reaches = within.low is None or (low is not None and low >= within.low)
    keeps = within.high is None or (high is not None and high <= within.high)
    return "holds" if reaches and keeps else "cannot tell"


def finding_of_share(subject: Subject, within: Volume, *, case: Case) -> Finding:
    """What becomes of a statement about a share."""
    partner = subject.partner or ""
    after = decide(share_after(partner, case.after, effect=case.effect), within.interval)
    return Finding(
        subject=subject,
        within=within,
        before=decide(share_after(partner, case.before, effect=UNCHANGED), within.interval),
        after=after,
        break_evens=break_evens(subject, within.interval, whole=case.after, effect=case.effect),
        needs=needs(subject, within.interval, whole=case.after, effect=case.effect) if after == "cannot tell" else (),
    )


def finding_of_amount(subject: Subject, within: Volume, *, case: Case | None, passed: Passages) -> Finding:
    """What becomes of a statement about an amount: a whole, or what passes between two."""
    measure = measure_of(within)
    before = after = UNKNOWN
    if subject in passed.before:
        before, after = (each[subject].get(measure, UNKNOWN) for each in (passed.before, passed.after))
    elif case is not None and case.after.measure == measure:
        partner = partner_of(subject, case.after.key)
        if partner is None:
            before, after = case.before.total, size_after(case.after, case.effect)
        else:
            before = amount_after(partner, case.before, effect=UNCHANGED)
            after = amount_after(partner, case.after, effect=case.effect)
    bound = replace(within, interval=yearly(within), over=measure.over)
    even = break_even_of_amount(subject, bound, before=before)
    verdict = decide(after, bound.interval)
    unknown = Need(what=format_subject(subject), unit=bound.unit, over=bound.over, known=after)
    return Finding(
        subject=subject,
        within=within,
        before=decide(before, bound.interval),
        after=verdict,
        break_evens=() if even is None else (even,),
        needs=(unknown,) if verdict == "cannot tell" else (),
    )
