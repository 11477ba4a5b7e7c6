"""Claims in, how long and how much memory the system of states takes to assemble, and to take in one more, out.

python -m benchmarks.bench_system [--claims 200000] [--data ../shared]

With the data folder it also says how much of what a careful reader lists the dossiers list, and what they do not.

The claims are made up: kinds in the shares that reports have them, a hundred states of which few do most, a matter of
two claims on average, one claim in three with a number and one in two with a date. The figure is for one thread, with
the claims already in memory; building them is not counted.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from benchmarks.bench_reader import data_folder
from benchmarks.measures import ClaimsBench
from benchmarks.measures.dossier import example_dossier, founding_dossier, missing
from benchmarks.speed import memory
from sayso.reading import open_reader
from sayso.records import Attribution, Claim, Event, Period, Provenance, Quantity, Role, Span
from sayso.settings import Settings
from sayso.system.assembly import Assembly
from sayso.system.records import Testimony
from sayso.vocab.actors import open_roster

CLAIMS = 200_000
ADDED = 200
"""Claims that are added one by one to the finished system; the slowest counts."""

_SEED = 5
_STATES = 100
_KINDS = {"transfer": 20, "deploy": 6, "affect": 14, "support": 10, "oppose": 12, "request": 8, "trade": 3, "depend": 3,
          "meet": 12, "agree": 8, "fight": 10, "threaten": 4}  # fmt: skip
_ROLES = {
    "transfer": ("giver", "recipient", "good"),
    "deploy": ("actor", "beneficiary", "force"),
    "affect": ("cause", "affected", "effect"),
    "depend": ("actor", "provider", "good"),
    "trade": ("actor", "partner", "good"),
}
_GOODS = ("arms", "oil", "food", "money", "technology", "workers", "gas", "missiles")
_EFFECTS = ("gain", "harm", "risk", "constraint")
_MODALITIES = ("done", "done", "done", "ongoing", "planned", "wanted", "feared", "possible", "promised")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Time and memory of assembling the system of states.")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--data", type=Path, default=None, help="folder of the corpora")
    chosen = parser.parse_args(arguments)
    told = made_up(chosen.claims + ADDED)
    before = memory("VmHWM")
    started = time.process_time()
    assembly = Assembly(told[: chosen.claims])
    model = assembly.model()
    seconds, after = time.process_time() - started, memory("VmHWM")
    slowest = 0.0
    for testimony in told[chosen.claims :]:
        started = time.process_time()
        assembly.add(testimony)
        assembly.model()
        slowest = max(slowest, time.process_time() - started)
    print(f"claims {chosen.claims:,}: assembled in {seconds:.2f} s, peak {after:.0f} MB ({before:.0f} MB the claims)")
    print(f"exchanges {len(model.exchanges):,}, dependences {len(model.dependences):,}, stakes {len(model.stakes):,}")
    print(f"one more claim: at most {1000 * slowest:.1f} ms")
    if chosen.data is not None:
        bench = ClaimsBench(data=data_folder(chosen.data), reader=open_reader(Settings()), roster=open_roster())
        for name, value in (*founding_dossier(bench), *example_dossier(bench)):
            print(f"{name}: {value:.3f}")
        for item in missing(bench):
            print(f"not listed, {item}")


def made_up(number: int) -> list[Testimony]:
    """So many testimonies, the same each time."""
    chance = random.Random(_SEED)
    states = [f"S{place:02}" for place in range(_STATES)]
    weights = [1 / (place + 1) for place in range(_STATES)]
    matters: list[Testimony] = []
    for place in range(number):
        if matters and chance.random() < 0.5:
            matters.append(_retold(matters[chance.randrange(max(0, place - 2000), place)], place, chance))
        else:
            matters.append(_first(place, chance.choices(states, weights, k=3), chance))
    return matters


def _first(place: int, parties: list[str], chance: random.Random) -> Testimony:
    kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
    document = f"d{place // 40:08}"
    evidence = Span(document_id=document, start=0, end=90, quote=f"{parties[0]} did what {place} says to {parties[1]}.")
    trigger = Span(document_id=document, start=4, end=7, quote="did")
    names = _ROLES.get(kind, ("actor", "target", "matter"))
    claim = Claim(
        id=f"c{place:015}",
        document_id=document,
        language="en",
        published=f"20{chance.randrange(20, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        event=Event(
            kind=kind,
            trigger=trigger,
            roles=tuple(_role(name, actor, trigger, chance) for name, actor in zip(names, parties, strict=True)),
            quantities=_quantities(kind, trigger, chance),
            occurred=Period(
                edtf=f"20{chance.randrange(20, 26)}-{chance.randrange(1, 13):02}", basis="stated", span=None
            )
            if chance.random() < 0.5
            else None,
        ),
        modality=chance.choice(_MODALITIES),
        polarity="negated" if chance.random() < 0.1 else "affirmed",
        certainty="certain",
        attribution=(Attribution(source=trigger, actor=parties[2], cue=None, channel="said"),)
        if chance.random() < 0.4
        else (),
        confidence=0.6,
        provenance=Provenance(
            evidence=evidence,
            rule="made up",
            words=(trigger,),
            reader="none",
            reader_version="1",
            vocabulary_version="1",
        ),
    )
    origins = (parties[2],) if claim.attribution else ()
    return Testimony(claim=claim, matter_id=claim.id, origins=origins, named=tuple(sorted(set(parties))))


def _retold(first: Testimony, place: int, chance: random.Random) -> Testimony:
    """The same by another document, sometimes on another's word."""
    document = f"r{place // 40:08}"
    claim = replace(first.claim, id=f"c{place:015}", document_id=document)
    return replace(first, claim=claim, origins=first.origins if chance.random() < 0.7 else (f"org/o{place % 50}",))


def _role(name: str, actor: str, at: Span, chance: random.Random) -> Role:
    if name == "good":
        return Role(role=name, actor=None, span=at, good=chance.choice(_GOODS))
    if name == "effect":
        return Role(role=name, actor=None, span=at, effect=chance.choice(_EFFECTS))
    return Role(role=name, actor=None if name in ("force", "matter") else actor, span=at)


def _quantities(kind: str, at: Span, chance: random.Random) -> tuple[Quantity, ...]:
    if chance.random() > 1 / 3:
        return ()
    low = Decimal(chance.randrange(1, 5000))
    percent = kind in ("trade", "depend")
    return (
        Quantity(
            of="its trade" if percent else "force" if kind == "deploy" else "good",
            low=low % 100 if percent else low,
            high=low % 100 if percent else low * 2,
            unit="percent" if percent else chance.choice(("USD", "tonne", "shell")),
            approximate=False,
            basis="stated",
            span=at,
        ),
    )


if __name__ == "__main__":
    main()
