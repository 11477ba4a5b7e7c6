"""A ledger in, its matters as analysts leave them out: claims put right or left out, one actor under one id.

Which claims tell of one matter follows from what was read and from mergers and splits. What is decided of a claim
itself changes its own matter and no other: that is what makes it cheap to follow a review of a ledger of any size.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.corroboration.echoes import Place, nearness, place, with_echoes
from sayso.corroboration.matters import matters
from sayso.corroboration.records import Matter, Telling
from sayso.ledger import Ledger, Standing
from sayso.ledger.identifying import stand_ins
from sayso.ledger.judging import Pair
from sayso.records import Attribution, Claim, Role, Statement
from sayso.review.corrections import as_judged


class JudgedMatters:
    """The matters of a ledger as they stand; `refresh` follows what analysts have decided since, and that alone.

    What was read or compared since is not looked at: make a new one for it.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._tellings = tuple(ledger.tellings())
        self._joins = tuple(ledger.comparisons.joins())
        self._near = nearness(ledger.comparisons.parallels())
        self._statements: dict[Place, Statement] = {}
        for document_id in sorted({document_id for document_id, _ in self._near}):
            self._statements.update((place(each.span), each) for each in ledger.statements(document_id))
        self._judged = 0
        self._standings: dict[str, Standing] = {}
        self._actors: Mapping[str, str] = {}
        self._groups: tuple[Matter, ...] = ()
        self._group_of: dict[str, int] = {}
        self._pairs: tuple[tuple[Pair, ...], tuple[Pair, ...]] = ((), ())
        self.by_number: dict[int, Matter] = {}
        """The matters that have a claim left, each under the number that it has until claims are grouped anew."""
        self._group_anew()
        self.refresh()

    def __iter__(self) -> Iterator[Matter]:
        """The matters that have a claim left, those told first first."""
        return iter(self.by_number[number] for number in sorted(self.by_number))

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What stands of every claim that was judged, by its id."""
        return self._standings

    def refresh(self) -> Collection[int]:
        """Looks at what was judged since the last time; the numbers under which a matter is another one now, or none.

        One that is as it was stays the same object, under whatever number.
        """
        judged = self._ledger.state().judged
        fresh = self._ledger.standings(since=self._judged) if judged != self._judged else {}
        self._judged = judged
        self._standings.update(fresh)
        actors = stand_ins(self._ledger.register.identities())
        pairs = self._ledger.bonds(), self._ledger.cuts()
        if pairs != self._pairs or actors != self._actors:
            self._pairs, self._actors = pairs, actors
            return self._group_anew()
        touched = {self._group_of[claim_id] for claim_id in fresh if claim_id in self._group_of}
        return [number for number in touched if self._put(number, self._as_judged(self._groups[number]))]

    def _group_anew(self) -> Collection[int]:
        before = {matter.id: matter for matter in self.by_number.values()}
        most = len(self._groups)
        self._groups = matters(self._tellings, self._joins, bonds=self._pairs[0], cuts=self._pairs[1])
        self._group_of = {each.claim.id: number for number, group in enumerate(self._groups) for each in group.tellings}
        self.by_number.clear()
        for number, group in enumerate(self._groups):
            matter = self._as_judged(group)
            self._put(number, before.get(matter.id, matter) if matter and before.get(matter.id) == matter else matter)
        return range(max(most, len(self._groups)))

    def _put(self, number: int, matter: Matter | None) -> bool:
        """Puts the matter, or none, under the number; whether that is another one."""
        if matter == self.by_number.get(number):
            return False
        if matter is None:
            del self.by_number[number]
        else:
            self.by_number[number] = matter
        return True

    def _as_judged(self, group: Matter) -> Matter | None:
        tellings = []
        for telling in group.tellings:
            claim = as_judged(telling.claim, self._standings.get(telling.claim.id))
            if claim is not None:
                tellings.append(telling if claim is telling.claim else replace(telling, claim=claim))
        if not tellings:
            return None
        if self._actors:
            tellings = [_under_one_id(each, self._actors) for each in tellings]
        left = {each.claim.id for each in tellings}
        joins = tuple(each for each in group.joins if {each.claim_id, each.other_id} <= left)
        matter = Matter(id=tellings[0].claim.id, tellings=tuple(tellings), joins=joins)
        return with_echoes(matter, self._near, statements=self._statements)


def _under_one_id(telling: Telling, actors: Mapping[str, str]) -> Telling:
    """The telling with every actor that is another one under the id of that one."""
    statement = telling.statement
    if statement is not None:
        named = tuple(sorted({actors.get(each, each) for each in statement.actors}))
        statement = replace(
            statement,
            actors=named,
            sources=tuple(dict.fromkeys(actors.get(each, each) for each in statement.sources)),
            attribution=_links(statement.attribution, actors),
        )
    return replace(telling, claim=_renamed(telling.claim, actors), statement=statement)


def _renamed(claim: Claim, actors: Mapping[str, str]) -> Claim:
    roles = tuple(_role(each, actors) for each in claim.event.roles)
    return replace(claim, event=replace(claim.event, roles=roles), attribution=_links(claim.attribution, actors))


def _role(role: Role, actors: Mapping[str, str]) -> Role:
    return replace(role, actor=_known_as(role.actor, actors))


def _links(links: Sequence[Attribution], actors: Mapping[str, str]) -> tuple[Attribution, ...]:
    return tuple(replace(each, actor=_known_as(each.actor, actors)) for each in links)


def _known_as(actor: str | None, actors: Mapping[str, str]) -> str | None:
    return None if actor is None else actors.get(actor, actor)
