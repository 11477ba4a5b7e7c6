"""A small system of states made by hand, in which every section of a dossier has something in it."""

from dataclasses import replace

from sayso.outputs.system.casebook import Casebook, casebook
from sayso.records import Span
from sayso.system.assembly import assemble
from sayso.system.dossiers import Dossier, dossier
from sayso.system.records import SystemModel, Testimony
from sayso.vocab.actors import open_roster
from tests.system.factories import told

HOSTILE = "<b>bad</b> | *cut* \x1b[2J \u202e https://evil.example www.evil.example `x`"
HEBREW = "רוסיה תעזור לצפון קוריאה"

SOLDIERS = "North Korea has sent 10,000 to 12,000 soldiers and its workers to Russia, Seoul said."
ARMS = "The paper put the arms at up to $5.5 billion."
MORE_ARMS = "Kyiv put the arms at 9 billion dollars or more."
FEAR = "South Korea fears that the technology could be used against Seoul."


def said(sentence: str, testimony: Testimony, *, number: int, matter: int | None = None) -> Testimony:
    """The testimony as if it stood in this sentence; its id and that of its matter are one digit, sixteen times."""
    digit = f"{number:x}"
    evidence = Span(document_id=f"{digit}text", start=0, end=len(sentence), quote=sentence)
    of = testimony.claim
    claim = replace(of, id=digit * 16, document_id=f"{digit}text", provenance=replace(of.provenance, evidence=evidence))
    matter_id = f"{number if matter is None else matter:x}" * 16
    return replace(testimony, claim=claim, matter_id=matter_id, location=f"reports/{digit}.txt")


def reported() -> tuple[Testimony, ...]:
    """What thirteen reports tell of North Korea and Russia, and of China and South Korea."""
    russian_oil = told("transfer", "giver=RUS", "recipient=PRK", "good=oil:crude oil")
    refusal = told(
        "transfer",
        "giver=RUS",
        "recipient=PRK",
        "good=nuclear:nuclear technology",
        holder="RUS/president",
        modality="wanted",
        polarity="negated",
    )
    fear = told("affect", "cause=PRK", "affected=KOR", "effect=harm:against Seoul", holder="KOR", modality="feared")
    soldiers = told(
        "deploy",
        "actor=PRK/military",
        "beneficiary=RUS",
        "force=:soldiers",
        quantities=["force 10000..12000 soldier"],
        occurred="2024-10",
        holder="KOR",
        origins=["KOR"],
    )
    workers = told("transfer", "giver=PRK", "recipient=RUS", "good=workers:its workers", holder="KOR", origins=["KOR"])
    sold = ("transfer", "giver=PRK", "recipient=RUS", "good=arms:the arms")
    few = told(*sold, quantities=["good ..5500000000 USD"], occurred="2022/..", origins=["org/nyt"])
    many = told(*sold, quantities=["good 9000000000.. USD"], occurred="2022/..", origins=["UKR"])
    gain = told("affect", "cause=RUS", "affected=PRK", "effect=gain:hard currency")
    risk = told("affect", "affected=PRK", "effect=risk:deserters", modality="possible")
    return (
        said(SOLDIERS, soldiers, number=1),
        replace(said(SOLDIERS, workers, number=2), location="reports/1.txt"),
        said(ARMS, few, number=3),
        said(MORE_ARMS, many, number=4, matter=3),
        said("Russia delivers crude oil.", russian_oil, number=5),
        said("Putin will not hand over nuclear technology.", refusal, number=6),
        said("Pyongyang gains hard currency.", gain, number=7),
        said("Deserters are a danger.", risk, number=8),
        replace(said(FEAR, fear, number=9), origins=("KOR",), named=("KOR", "PRK")),
        replace(
            said("Beijing opposes the deal.", told("oppose", "actor=CHN", "target=RUS", "matter=:the deal"), number=10),
            named=("CHN", "RUS"),
        ),
        said(
            "Russia is less than 2 % of its trade.",
            told("trade", "actor=PRK", "partner=RUS", quantities=["trade ..2 percent"]),
            number=11,
        ),
        said(
            "China is more than 90 % of its trade.",
            told("trade", "actor=PRK", "partner=CHN", quantities=["trade 90.. percent"]),
            number=12,
        ),
        said("The North exports missiles.", told("transfer", "giver=PRK", "good=missiles:missiles"), number=13),
    )  # fmt: skip


def model() -> SystemModel:
    """The system of all of them."""
    return assemble(reported())


def book(*, limit: int | None = 10) -> Casebook:
    """The claims behind it."""
    return casebook(reported(), open_roster(), limit=limit)


def pair() -> Dossier:
    """North Korea and Russia."""
    return dossier(model(), "PRK", "RUS")
