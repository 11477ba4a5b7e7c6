"""The files of kinds and frames in, frozen records out; each mistake named in one sentence."""

from pathlib import Path
from shutil import copy

import pytest

import sayso.vocab
from sayso.errors import SettingsError
from sayso.lang.events import event_words
from sayso.vocab import frames as module
from sayso.vocab.frames import Need, frames, kinds

FOLDER = Path(sayso.vocab.__file__).parent
ROLES = {
    "transfer": ("giver", "recipient", "good"),
    "deploy": ("actor", "force", "beneficiary", "target"),
    "withdraw": ("actor", "force"),
    "mobilize": ("actor", "force"),
    "fight": ("actor", "target", "weapon"),
    "casualty": ("victim", "perpetrator"),
    "move": ("actor", "place"),
    "test": ("actor", "weapon"),
    "produce": ("actor", "good"),
    "possess": ("actor", "good"),
    "trade": ("actor", "partner", "good"),
    "depend": ("actor", "provider", "good"),
    "meet": ("actor", "partner"),
    "agree": ("actor", "partner", "matter"),
    "support": ("actor", "target", "matter"),
    "oppose": ("actor", "target", "matter"),
    "request": ("actor", "target", "matter"),
    "threaten": ("actor", "target", "matter"),
    "sanction": ("actor", "target", "good"),
    "coerce": ("actor", "target"),
    "protest": ("actor", "target"),
    "govern": ("actor", "target", "matter"),
    "affect": ("cause", "affected", "effect"),
    "relation": ("actor", "partner"),
}
"""The kinds with their roles as agreed on, the doer's first."""


def test_the_kinds_are_those_agreed_on() -> None:
    assert {name: tuple(role for role, _ in kind.roles) for name, kind in kinds().items()} == ROLES
    assert {name for name, kind in kinds().items() if kind.symmetric} == {"meet", "agree", "relation", "trade", "fight"}
    assert {filler for kind in kinds().values() for _, filler in kind.roles} == {"party", "thing", "any"}


def test_a_kind_tells_what_fills_its_roles() -> None:
    transfer = kinds()["transfer"]
    assert transfer.doer == "giver"
    assert transfer.filler("good") == "thing"
    assert transfer.filler("nobody's role") == "any"


def test_every_kind_is_read_by_some_frame_that_english_has_words_for() -> None:
    named = {entry.frame for entries in event_words("en").entries.values() for entry in entries}
    assert {frames()[name].kind.name for name in named} == set(ROLES)


def test_needs_ask_for_roles_that_the_kind_has() -> None:
    for frame in frames().values():
        roles = {role for role, _ in frame.kind.roles}
        for need in frame.needs:
            assert {role for role, _ in need.choices} <= roles, frame.name
        assert frame.negated is None or frame.negated in frames()


def test_needs_are_read_with_their_marks() -> None:
    assert frames()["get"].needs == (
        Need(choices=(("recipient", "identified"), ("giver", "identified"))),
        Need(choices=(("good", "known"), ("giver", "identified"))),
    )
    assert frames()["send"].needs == (Need(choices=(("force", "troops"),)),)
    assert Need(choices=(("victim", "people"),)) in frames()["lose_people"].needs


def test_slots_keep_the_order_of_their_functions() -> None:
    recipient = next(slot for slot in frames()["give"].slots if slot.role == "recipient")
    assert recipient.functions[:2] == (("iobject", None), ("to", None))
    assert ("object", "party") in recipient.functions


@pytest.mark.parametrize(
    "text",
    ['[bad]\nkind = "no such kind"\nactor = "subject"', '[bad]\nkind = "meet"\ngiver = "subject"', "[bad]\n"],
    ids=["kind", "role", "nothing"],
)
def test_a_wrong_frame_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy(FOLDER / "kinds.toml", tmp_path)
    (tmp_path / "frames.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    frames.cache_clear()
    try:
        with pytest.raises(SettingsError, match=r"frames\.toml: the frame 'bad' names a kind or role"):
            frames()
    finally:
        frames.cache_clear()
