"""Words that choose among claims in, the options that several commands share and whether the words make sense out."""

from typing import Annotated

import typer

from sayso.cli.choice import one_of, unknown_actor
from sayso.errors import SettingsError
from sayso.lang import languages
from sayso.ledger import Ledger
from sayso.vocab.actors import open_roster
from sayso.vocab.frames import kinds

ActorOption = Annotated[
    str | None, typer.Option(metavar="ID", help="An actor with a role; RUS finds RUS/president too.")
]
KindOption = Annotated[str | None, typer.Option(metavar="KIND", help="Kind of event: transfer, fight, meet, …")]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Events of this date or later: 2022, 2022-02, …")
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Events up to the end of this date.")]
PlaceOption = Annotated[
    str | None, typer.Option(metavar="WHERE", help="Code of a state, or words of the name of a place.")
]
TextOption = Annotated[
    str | None, typer.Option(metavar="WORDS", help='Words of the sentence; "as they stand", missile*.')
]
SpokenOption = Annotated[str | None, typer.Option(metavar="CODE", help="Language of the sentence.")]


def check_words(kind: str | None, language: str | None) -> None:
    """Raises `SettingsError` for a kind or a language that does not exist."""
    if kind is not None:
        one_of(kind, kinds(), what="kind")
    if language is not None:
        one_of(language, [each.code for each in languages()], what="language")


def check_actor(actor: str | None, ledger: Ledger) -> None:
    """Raises `SettingsError` for an actor that neither the ledger nor the vocabulary knows."""
    if actor is not None and not is_actor(actor, ledger):
        roster = open_roster()
        ids = [each.actor for each in ledger.actors()]
        raise SettingsError(unknown_actor(actor, [*roster.actors, *ids], roster=roster))


def is_actor(word: str, ledger: Ledger) -> bool:
    """Whether it is the id of an actor that the ledger or the vocabulary knows."""
    roster = open_roster()
    owner, _, slug = word.partition("/")
    is_office = roster.is_state(owner) and slug in roster.offices | roster.populations
    if word in roster.actors or roster.is_state(word) or is_office:
        return True
    ids = [*(each.actor for each in ledger.actors()), *(each.actor for each in ledger.sources())]
    return any(each == word or each.startswith(f"{word}/") for each in ids if each)
