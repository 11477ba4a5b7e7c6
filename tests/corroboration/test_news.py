"""The account of a matter in, what was published since a date out."""

from dataclasses import replace

import pytest

from sayso.corroboration.accounts import Account, account
from sayso.corroboration.news import NEWS, earlier, is_since, news_of
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import carrier
from tests.outputs.matters.told import documents, told_account


def before(now: Account, since: str) -> Account | None:
    """The account of what was told before."""
    made = earlier(now, since)
    if made is None:
        return None
    return account(made, reports={each.id: carrier(each) for each in documents()}, reuses={}, roster=open_roster())


@pytest.mark.parametrize(
    ("since", "what"),
    [
        ("2024-10-14", ("new",)),
        ("2024-10-15", ("changed", "corroborated", "contradicted", "denied")),
        ("2024-10-17", ("corroborated", "contradicted", "denied")),
        ("2024-10-21", ("corroborated", "contradicted")),
        ("2024-10-22", ()),
        ("2024", ("new",)),
    ],
)
def test_what_was_published_since_is_told(since: str, what: tuple[str, ...]) -> None:
    now = told_account()
    assert news_of(now, before(now, since)).what == what
    assert set(what) <= set(NEWS)


def test_the_origins_that_came_since_are_named() -> None:
    now = told_account()
    found = news_of(now, before(now, "2024-10-17"))
    assert [origin.actor for origin in found.origins] == ["USA/president"]
    assert [origin.actor for origin in found.deniers] == ["KOR"]
    assert found.steps == ()


def test_the_retellings_that_changed_something_are_named() -> None:
    now = told_account()
    (step,) = news_of(now, before(now, "2024-10-15")).steps
    assert step.voice == "2" * 16
    assert [change.name for change in step.changes] == ["lower bound lost", "source lost"]


def test_what_has_no_date_counts_as_told_before() -> None:
    now = told_account()
    made = earlier(now, "2024-10-15")
    assert made is not None
    assert [echo.id for echo in made.echoes] == ["e" * 16]
    assert made.joins == ()
    undated = replace(now, voices=tuple(replace(voice, published=None) for voice in now.voices))
    assert earlier(undated, "2000") == now.matter


@pytest.mark.parametrize(
    ("published", "since", "is_so"),
    [
        ("2024-03-07", "2024-03-07", True),
        ("2024-03-06", "2024-03-07", False),
        ("2024-03", "2024-03-01", True),
        ("2024-03", "2024-03-02", False),
        ("2024", "2024", True),
        ("soon", "2024", False),
        (None, "2024", False),
    ],
)
def test_a_date_is_since_another_when_it_surely_is(published: str | None, since: str, is_so: bool) -> None:
    assert is_since(published, since) is is_so
