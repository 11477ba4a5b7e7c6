"""A matter and parallel sentences in, the matter with the sentences that echo it out."""

from itertools import permutations

import pytest

from sayso.corroboration.echoes import nearness, place, with_echoes
from sayso.corroboration.parallels import LEAST
from sayso.corroboration.records import Matter, Parallel
from sayso.records import Document, Statement
from tests.corroboration.factories import SOLD, report, sale, statement, telling

LATER = "Moscow denies it."
TELLING, FIRST, SECOND = (report(f"{SOLD} {LATER}", name=name) for name in "abc")
STATEMENTS = {
    place(each.span): each for of in (TELLING, FIRST, SECOND) for each in (statement(of, SOLD), statement(of, LATER))
}
TOLD = telling(TELLING, sale(TELLING), statement=statement(TELLING, SOLD))


def _matter(*tellings: object) -> Matter:
    return Matter(id="m", tellings=tellings or (TOLD,), joins=())  # type: ignore[arg-type]


def _near(of: Document, quote: str, score: float, *, to: Document = TELLING, said: str = SOLD) -> Parallel:
    mine, yours = sorted(
        (statement(to, said).span, statement(of, quote).span), key=lambda each: (each.document_id, each.start)
    )
    return Parallel(span=mine, other=yours, score=score, evidence=())


def _echoes(matter: Matter, *found: Parallel, statements: dict[tuple[str, int], Statement] = STATEMENTS) -> Matter:
    return with_echoes(matter, nearness(found), statements=statements)


def test_the_nearest_sentence_of_each_document_echoes_the_matter() -> None:
    found = (_near(FIRST, SOLD, 0.5), _near(FIRST, LATER, 1.5), _near(SECOND, SOLD, -1.0))
    made = _echoes(_matter(), *found)
    expected = {(FIRST.id, LATER, 1.5), (SECOND.id, SOLD, -1.0)}
    assert {
        (each.statement.span.document_id, each.statement.span.quote, each.score) for each in made.echoes
    } == expected
    assert {each.claim_id for each in made.echoes} == {TOLD.claim.id}
    assert [place(each.statement.span) for each in made.echoes] == sorted(
        place(each.statement.span) for each in made.echoes
    )
    assert len({each.id for each in made.echoes}) == 2
    assert all(_echoes(_matter(), *turned) == made for turned in permutations(found))


def test_what_may_say_the_same_is_a_hint_unless_something_nearer_is_an_echo() -> None:
    made = _echoes(_matter(), _near(FIRST, SOLD, LEAST - 0.1), _near(SECOND, SOLD, LEAST), _near(SECOND, LATER, -2.5))
    assert [each.statement.span.document_id for each in made.hints] == [FIRST.id]
    assert [each.statement.span.document_id for each in made.echoes] == [SECOND.id]


@pytest.mark.parametrize(
    ("found", "statements"),
    [
        ((), STATEMENTS),
        ((_near(FIRST, SOLD, 2.0, said=LATER),), STATEMENTS),
        ((_near(FIRST, SOLD, 2.0),), {}),
        ((_near(SECOND, SOLD, 2.0, to=FIRST),), STATEMENTS),
    ],
    ids=["nothing is near", "near to what the matter does not say", "no statement", "near to an echo alone"],
)
def test_what_is_near_to_no_telling_is_no_echo(
    found: tuple[Parallel, ...], statements: dict[tuple[str, int], Statement]
) -> None:
    assert _echoes(_matter(), *found, statements=statements).echoes == ()


def test_a_document_that_tells_a_matter_does_not_echo_it() -> None:
    also = telling(FIRST, sale(FIRST), statement=statement(FIRST, SOLD))
    assert _echoes(_matter(TOLD, also), _near(FIRST, LATER, 2.0)).echoes == ()


def test_a_telling_whose_sentence_is_not_known_has_no_echo() -> None:
    unknown = telling(TELLING, sale(TELLING))
    assert _echoes(_matter(unknown), _near(FIRST, SOLD, 2.0)).echoes == ()


def test_an_echo_names_the_claim_it_is_nearest_to() -> None:
    other = telling(SECOND, sale(SECOND), statement=statement(SECOND, SOLD))
    matter = _matter(TOLD, other)
    (echo,) = _echoes(matter, _near(FIRST, SOLD, 1.0), _near(FIRST, SOLD, 2.0, to=SECOND)).echoes
    assert (echo.claim_id, echo.score) == (other.claim.id, 2.0)
