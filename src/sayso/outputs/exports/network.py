"""A ledger in, the network of its parties out: what they pass each other, and how they stand to each other.

An edge stands for all claims of one kind, about one thing, presented in one way, from one party to another. It names
those claims, and counts the documents, matters and independent origins behind them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.outputs.claims.phrases import things
from sayso.outputs.display import visible
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.wording import called, carrier, counted, pairs, speakers
from sayso.records import Claim, Document
from sayso.system.holders import holders
from sayso.system.statuses import status_of

if TYPE_CHECKING:
    import networkx

    from sayso.corroboration.accounts import Account

LOSES = (
    "Offsets, confidence and the actors within a party (RUS/president is RUS); of the sentences an edge has the first, "
    "and claims between parties of whom one is unknown have no edge."
)

_SORTS = {
    "transfer": "exchange",
    "trade": "exchange",
    "depend": "dependence",
    "support": "stance",
    "oppose": "stance",
    "request": "stance",
    "threaten": "stance",
    "want": "stance",
    "fear": "stance",
}
"""What an edge is, by kind; every other kind is an `event`."""

_ATTITUDES = {"wanted": "want", "feared": "fear"}
"""Kinds of edges from who wants or fears something to whose doing it would be; the thing is the kind of event."""

_SEVERAL = "; "


@dataclass(slots=True)
class _Edge:
    """What is gathered of the claims of an edge, in their order; dictionaries keep what was told once."""

    status: str
    words: str
    claim_ids: list[str] = field(default_factory=list)
    documents: dict[str, None] = field(default_factory=dict)
    matters: dict[str, None] = field(default_factory=dict)
    origins: dict[str, None] = field(default_factory=dict)
    speakers: dict[str, None] = field(default_factory=dict)
    certainties: dict[str, None] = field(default_factory=dict)
    published: list[str] = field(default_factory=list)


_Key = tuple[str, str, str, str, str, str]
"""From whom, to whom, kind, thing, modality and polarity."""


def network(contents: Contents) -> tuple["networkx.MultiDiGraph[str]", int]:
    """The graph, and how many claims have no edge as one of the parties is not known, or both are the same."""
    import networkx

    edges, left_out = _gathered(contents)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=visible(contents.name))
    for party in sorted({end for key in edges for end in key[:2]}):
        kind = contents.roster.kind(party)
        graph.add_node(visible(party), label=called(party, contents.roster), kind=kind)
    for number, (key, edge) in enumerate(sorted(edges.items(), key=lambda each: each[0])):
        source, target, kind, thing, modality, polarity = key
        graph.add_edge(
            visible(source),
            visible(target),
            key=str(number),
            id=str(number),
            label=_label(kind, thing, modality, polarity),
            weight=float(len(edge.matters) or len(edge.claim_ids)),
            sort=_SORTS.get(kind, "event"),
            kind=kind,
            thing=thing,
            modality=modality,
            polarity=polarity,
            status=edge.status,
            certainty=_SEVERAL.join(edge.certainties),
            speakers=_SEVERAL.join(edge.speakers),
            claims=len(edge.claim_ids),
            documents=len(edge.documents),
            matters=len(edge.matters),
            origins=len(edge.origins),
            first_published=min(edge.published, default=""),
            last_published=max(edge.published, default=""),
            words=edge.words,
            claim_ids=" ".join(edge.claim_ids),
        )
    return graph, left_out


def remarks(left_out: int) -> tuple[str, ...]:
    """One sentence for the user, where claims have no edge."""
    which = "no two known parties and"
    return counted(left_out, one=f"names {which} has no edge", several=f"name {which} have no edge")


def _gathered(contents: Contents) -> tuple[Mapping[_Key, _Edge], int]:
    edges: dict[_Key, _Edge] = {}
    behind = dict(_behind(contents.accounts()))
    left_out = 0
    for document, claims in contents.found():
        for claim in claims:
            keys = list(_keys(claim))
            left_out += not keys
            for key in keys:
                edge = edges.get(key)
                if edge is None:
                    words = visible(claim.provenance.evidence.quote)
                    status = status_of(claim) if claim.event.kind == "transfer" else ""
                    edge = edges[key] = _Edge(status=status, words=words)
                _add(edge, claim, document=document, behind=behind, contents=contents)
    return edges, left_out


def _keys(claim: Claim) -> Iterator[_Key]:
    """What is told between two parties, and what one of them wants or fears of another."""
    attitude = _ATTITUDES.get(claim.modality)
    if attitude is not None:
        for holder, other in dict.fromkeys(_aimed(claim)):
            yield holder, other, attitude, claim.event.kind, claim.modality, claim.polarity
    things_told = (role.good or role.effect or "" for role in things(claim))
    thing = ", ".join(dict.fromkeys(each for each in things_told if each))
    for pair in pairs(claim):
        if pair.doer is not None and pair.other is not None and pair.doer != pair.other:
            yield pair.doer, pair.other, claim.event.kind, thing, claim.modality, claim.polarity


def _aimed(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each party that wants or fears, with him whose doing it would be, or to whom it would be done."""
    for holder in holders(claim):
        for pair in pairs(claim):
            other = pair.other if pair.doer in (None, holder) else pair.doer
            if holder is not None and other is not None and holder != other:
                yield holder, other


def _add(
    edge: _Edge,
    claim: Claim,
    *,
    document: Document,
    behind: Mapping[str, tuple[str, tuple[str, ...]]],
    contents: Contents,
) -> None:
    edge.claim_ids.append(claim.id)
    edge.documents[document.id] = None
    matter, origins = behind.get(claim.id, (None, ()))
    if matter is not None:
        edge.matters[matter] = None
    edge.origins.update(dict.fromkeys(origins))
    told = speakers(claim, contents.roster) if claim.attribution else carrier(document)
    edge.speakers[told] = None
    edge.certainties[claim.certainty] = None
    if claim.published:
        edge.published.append(visible(claim.published))


def _behind(accounts: Iterable["Account"]) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    """For every claim its matter and the known origins that it rests on."""
    for account in accounts:
        found = account.corroboration
        for telling in account.matter.tellings:
            rests = (each for each in (*found.origins, *found.deniers) if telling.claim.id in each.voices)
            origins = tuple(each.actor or each.name for each in rests if each.is_certain)
            yield telling.claim.id, (account.matter.id, origins)


def _label(kind: str, thing: str, modality: str, polarity: str) -> str:
    told = f"{kind} of {thing}" if thing else kind
    return f"{'not ' if polarity == 'negated' else ''}{modality} {told}"
