"""A ledger in, its matters as analysts leave them out: claims put right or left out, one actor under one id.

Which claims tell of one matter follows from what was read and from mergers and splits. What is decided of a claim
itself changes its own matter and no other: that is what makes it cheap to follow a review of a ledger of any size.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.corroboration.echoes import Place, nearness, place, with_echoes
from sayso.corroboration.matters import matters, order
from sayso.corroboration.records import Join, Matter, Telling
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
        self._pairs: frozenset[tuple[str, Pair]] = frozenset()
        self._near_to = _neighbours((each.claim_id, each.other_id) for each in self._joins)
        self._groups: dict[str, Matter] = {}
        self._group_of: dict[str, str] = {}
        self.by_group: dict[str, Matter] = {}
        """The matters that have a claim left, each under the id that its group has with all of its claims."""
        self._group(self._tellings, self._joins, pairs=())
        for group in self._groups:
            self._put(group)
        self.refresh()

    def __iter__(self) -> Iterator[Matter]:
        """The matters that have a claim left, those told first first."""
        return iter(sorted(self.by_group.values(), key=lambda matter: order(matter.tellings[0])))

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What stands of every claim that was judged, by its id."""
        return self._standings

    def refresh(self) -> Collection[str]:
        """Looks at what was judged since the last time; the groups whose matter is another one now, or is none.

        A matter that is as it was stays the same object.
        """
        judged = self._ledger.state().judged
        fresh = self._ledger.standings(since=self._judged) if judged != self._judged else {}
        self._judged = judged
        self._standings.update(fresh)
        touched = self._regroup()
        actors = stand_ins(self._ledger.register.identities())
        if actors != self._actors:
            self._actors = actors
            touched.update(self._groups)
        touched.update(self._group_of[claim_id] for claim_id in fresh if claim_id in self._group_of)
        return [group for group in touched if self._put(group)]

    def _regroup(self) -> set[str]:
        """Groups anew the claims that mergers and splits given since can reach; the ids of their groups, old and new.

        They reach no farther than joins and mergers lead, before or now: `matters` looks at each such part by itself.
        """
        pairs = frozenset(
            [*(("merge", each) for each in self._ledger.bonds()), *(("split", each) for each in self._ledger.cuts())]
        )
        changed = {claim_id for _, pair in pairs ^ self._pairs for claim_id in pair if claim_id in self._group_of}
        bonds = _neighbours(pair for verdict, pair in pairs | self._pairs if verdict == "merge")
        self._pairs = pairs
        if not changed:
            return set()
        part, edge = set(changed), list(changed)
        while edge:
            claim_id = edge.pop()
            beside = {*self._near_to.get(claim_id, ()), *bonds.get(claim_id, ())} - part
            part |= beside
            edge.extend(beside)
        old = {self._group_of[claim_id] for claim_id in part if claim_id in self._group_of}
        tellings = [telling for group in old for telling in self._groups.pop(group).tellings]
        joins = [each for each in self._joins if each.claim_id in part]
        self._group(tellings, joins, pairs=pairs)
        return old | {self._group_of[telling.claim.id] for telling in tellings}

    def _group(
        self, tellings: Sequence[Telling], joins: Sequence[Join], *, pairs: Collection[tuple[str, Pair]]
    ) -> None:
        bonds = [pair for verdict, pair in pairs if verdict == "merge"]
        cuts = [pair for verdict, pair in pairs if verdict == "split"]
        for group in matters(tellings, joins, bonds=bonds, cuts=cuts):
            self._groups[group.id] = group
            self._group_of.update((each.claim.id, group.id) for each in group.tellings)

    def _put(self, group: str) -> bool:
        """Finds the matter of the group as it stands; whether that is another one."""
        whole, known = self._groups.get(group), self.by_group.get(group)
        matter = None if whole is None else self._as_judged(whole)
        if matter == known:
            return False
        if matter is None:
            del self.by_group[group]
        else:
            self.by_group[group] = matter
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


def _neighbours(pairs: Iterable[Pair]) -> Mapping[str, Collection[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


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
