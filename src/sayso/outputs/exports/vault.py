"""A ledger in, a vault of Markdown notes out: one note per actor, pair and matter, with wikilinks between them.

Written as a zip archive, or as a folder where the output is one. What comes from documents is escaped: it can neither
link, embed, tag nor run anything.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.codec import encode
from sayso.errors import SettingsError
from sayso.outputs.claims.phrases import manner
from sayso.outputs.display import visible
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.names import Names
from sayso.outputs.exports.wording import address, called, carrier, headline, pairs, speakers, summary
from sayso.outputs.matters.origin_phrases import origin_name
from sayso.records import Claim, Document

if TYPE_CHECKING:
    from sayso.corroboration.accounts import Account
    from sayso.corroboration.records import Origin

name = "vault"
description = "for Obsidian and other note tools: Markdown notes per actor, pair and matter, as a zip or a folder"
loses = "Offsets, and who within a state it is (RUS/president stands in the note of Russia); it is read, not read back."
ending = ".zip"

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$^%{}])")
"""Signs that Markdown, Obsidian or its plugins take for more than text."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file, the first that an archive can hold: the same ledger gives the same bytes."""

_UNDATED = "date not stated"
_UNKNOWN = "No party is known"

_SHOWN = 3
"""Speakers that the line of a matter names; its note has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A file of the vault; `path` has forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """What notes show of one claim: a claim itself takes four times the room."""

    claim_id: str
    headline: str
    manner: str
    line: str
    speakers: str
    words: str
    where: str
    published: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    id: str
    tellings: tuple[_Telling, ...]
    account: "Account | None"

    @property
    def title(self) -> str:
        return self.tellings[0].headline

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(party for telling in self.tellings for party in telling.parties))

    @property
    def first(self) -> str:
        return min((telling.published for telling in self.tellings if telling.published), default="")


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write a zip archive of the notes."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for note in notes(contents):
            info = zipfile.ZipInfo(note.path, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, note.text)
    return ()


def write_folder(contents: Contents, folder: Path) -> Iterable[str]:
    """Write the notes into a folder that is empty or not there; raises `SettingsError` for any other."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise SettingsError(f"{folder} is not an empty folder; name a new one, so that no note of yours is lost")
        for note in notes(contents):
            path = folder / note.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(note.text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"{folder} cannot be written: {error.strerror}") from error
    return ()


def notes(contents: Contents) -> Iterator[Note]:
    """The index, then the notes of actors, pairs and matters, each kind in a folder of its own."""
    matters = sorted(_matters(contents), key=lambda matter: (matter.first or "~", matter.id))
    names = {party: called(party, contents.roster) for each in matters for party in each.parties}
    vault = _Vault(names, matters)
    unknown = [matter for matter in matters if not matter.parties]
    yield vault.index(contents.name, unknown=len(unknown))
    if unknown:
        yield vault.unknown(unknown)
    for party in vault.of_party:
        yield vault.actor(party)
    for pair in vault.of_pair:
        yield vault.pair(pair)
    for matter in matters:
        yield vault.matter(matter)


def _matters(contents: Contents) -> Iterator[_Matter]:
    accounts = {telling.claim.id: each for each in contents.accounts() for telling in each.matter.tellings}
    gathered: dict[str, list[_Telling]] = {}
    behind: dict[str, Account] = {}
    for document, claims in contents.found():
        for claim in claims:
            account = accounts.get(claim.id)
            matter = account.matter.id if account else claim.id
            gathered.setdefault(matter, []).append(_telling(claim, document, contents))
            if account:
                behind[matter] = account
    for known, tellings in gathered.items():
        ordered = sorted(tellings, key=lambda telling: (telling.published or "~", telling.claim_id))
        yield _Matter(id=known, tellings=tuple(ordered), account=behind.get(known))


def _telling(claim: Claim, document: Document, contents: Contents) -> _Telling:
    about = pairs(claim)
    known = dict.fromkeys(party for pair in about for party in (pair.doer, pair.other) if party is not None)
    web = address(document)
    where = f"{escaped(carrier(document))}, {claim.published or _UNDATED}"
    return _Telling(
        claim_id=claim.id,
        headline=headline(claim, contents.roster),
        manner=manner(claim),
        line=escaped(summary(claim, contents.roster)),
        speakers=escaped(speakers(claim, contents.roster)),
        words=escaped(claim.provenance.evidence.quote),
        where=f"{where}, <{_link(web)}>" if web else where,
        published=claim.published or "",
        parties=tuple(known),
    )


class _Vault:
    """The notes of a ledger, which know each other's names."""

    def __init__(self, called: Mapping[str, str], matters: Iterable[_Matter]) -> None:
        self._called = called
        self.of_party: dict[str, list[_Matter]] = {}
        self.of_pair: dict[tuple[str, str], list[_Matter]] = {}
        self._names: dict[str, Names] = {"Actors": Names(), "Pairs": Names(), "Matters": Names()}
        for matter in matters:
            for party in matter.parties:
                self.of_party.setdefault(party, []).append(matter)
            found = {pair for telling in matter.tellings for pair in _couples(telling.parties)}
            for pair in sorted(found):
                self.of_pair.setdefault(pair, []).append(matter)
        self._pairs_of: dict[str, list[tuple[str, str]]] = {}
        for pair in sorted(self.of_pair, key=lambda each: (-len(self.of_pair[each]), each)):
            for party in pair:
                self._pairs_of.setdefault(party, []).append(pair)

    def index(self, ledger: str, *, unknown: int) -> Note:
        parties = sorted(self.of_party, key=lambda party: (-len(self.of_party[party]), party))
        lines = [f"- {self._actor_link(party)}: {_counted(len(self.of_party[party]), 'matter')}" for party in parties]
        about = (
            "Claims, not facts: what reports say, on whose word. Each matter is what one or more claims say alike; "
            "each sentence stands in its matter, with who said it."
        )
        if unknown:
            lines.append(f"- [[{_UNKNOWN}]]: {_counted(unknown, 'matter')}")
        return Note(path="Index.md", text=_page(f"Ledger {escaped(ledger)}", {}, [about, "## Actors", *lines]))

    def unknown(self, matters: Iterable[_Matter]) -> Note:
        return Note(path=f"{_UNKNOWN}.md", text=_page(_UNKNOWN, {}, [self._entry(each) for each in matters]))

    def actor(self, party: str) -> Note:
        mine = self._pairs_of.get(party, [])
        couples = [f"- {self._pair_link(pair)}: {_counted(len(self.of_pair[pair]), 'matter')}" for pair in mine]
        with_others = {matter.id for pair in mine for matter in self.of_pair[pair]}
        alone = [self._entry(each) for each in self.of_party[party] if each.id not in with_others]
        body = [*_section("Pairs", couples), *_section("With nobody else known", alone)]
        fields = {"id": party, "kind": "actor", "matters": len(self.of_party[party])}
        return Note(path=self._path("Actors", party), text=_page(escaped(self._called[party]), fields, body))

    def pair(self, pair: tuple[str, str]) -> Note:
        between = " and ".join(self._actor_link(party) for party in pair)
        matters = self.of_pair[pair]
        body = [f"Between {between}.", *_section("Matters", [self._entry(each) for each in matters])]
        fields = {"id": " – ".join(pair), "kind": "pair", "matters": len(matters)}
        return Note(path=self._path("Pairs", pair), text=_page(escaped(self._title(pair)), fields, body))

    def matter(self, matter: _Matter) -> Note:
        account = matter.account
        fields: dict[str, object] = {"id": matter.id, "kind": "matter", "claims": len(matter.tellings)}
        links = [self._actor_link(party) for party in matter.parties]
        couples = dict.fromkeys(pair for telling in matter.tellings for pair in _couples(telling.parties))
        body = [f"Parties: {', '.join(links)}." if links else "No party is known."]
        if couples:
            body.append(f"Pairs: {', '.join(map(self._pair_link, couples))}.")
        if account is not None:
            found = account.corroboration
            fields |= {"credibility": account.credibility.number, "documents": account.documents}
            fields |= {"origins_certain": found.certain, "origins_possible": found.possible}
            told = f"Credibility {account.credibility.number}, {account.credibility.word}: {account.credibility.rule}."
            body += ["## Who stands behind it", told, *_origins("Origin", found.origins)]
            body += _origins("Denied by", found.deniers)
        body.append("## Sentences")
        for telling in matter.tellings:
            body += [f"> {telling.words}", f"- on the word of **{telling.speakers}**"]
            body += [f"- {telling.line}", f"- {telling.where}", f"- claim `{telling.claim_id}`"]
        return Note(path=self._path("Matters", matter), text=_page(escaped(matter.title), fields, body))

    def _entry(self, matter: _Matter) -> str:
        told = dict.fromkeys(telling.speakers for telling in matter.tellings)
        who = ", ".join(list(told)[:_SHOWN]) + (f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")
        link = _wikilink("Matters", self._name("Matters", matter), matter.title)
        how = ", ".join(dict.fromkeys(telling.manner for telling in matter.tellings))
        claims = _counted(len(matter.tellings), "claim")
        return f"- {matter.first or _UNDATED}: {link} ({how}); {claims}, on the word of {who}"

    def _actor_link(self, party: str) -> str:
        return _wikilink("Actors", self._name("Actors", party), self._called[party])

    def _pair_link(self, pair: tuple[str, str]) -> str:
        return _wikilink("Pairs", self._name("Pairs", pair), self._title(pair))

    def _title(self, pair: tuple[str, str]) -> str:
        return " – ".join(sorted(self._called[party] for party in pair))

    def _path(self, folder: str, about: "str | tuple[str, str] | _Matter") -> str:
        return f"{folder}/{self._name(folder, about)}.md"

    def _name(self, folder: str, about: "str | tuple[str, str] | _Matter") -> str:
        names = self._names[folder]
        if isinstance(about, str):
            return names.of(about, self._called[about])
        if isinstance(about, tuple):
            return names.of(" ".join(about), self._title(about))
        return names.of(about.id, f"{about.first} {about.title}")


def escaped(text: str) -> str:
    r"""A text on one line that Markdown shows as it stands.

    >>> escaped("see [[Index]] and <script>")
    'see \\[\\[Index\\]\\] and \\<script\\>'
    """
    return _SPECIAL.sub(r"\\\1", visible(text))


def _couples(parties: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for place, one in enumerate(parties):
        for other in parties[place + 1 :]:
            yield min(one, other), max(one, other)


def _wikilink(folder: str, target: str, shown: str) -> str:
    return f"[[{folder}/{target}|{escaped(shown)}]]"


def _link(web: str) -> str:
    """An address that stays one between angle brackets."""
    return "".join(sign for sign in visible(web) if sign not in "<> ")


def _section(heading: str, lines: list[str]) -> list[str]:
    return [f"## {heading}", *lines] if lines else []


def _origins(label: str, origins: Iterable["Origin"]) -> list[str]:
    """Each by name, with what makes it uncertain: it may be the same as another."""
    found = []
    for each in origins:
        is_sure = each.is_certain or each.kind == "unknown"
        found.append(f"- {label}: {escaped(origin_name(each))}{'' if is_sure else ' (perhaps)'}")
    return found


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _page(title: str, fields: Mapping[str, object], body: Iterable[str]) -> str:
    """A note with its fields at the head; JSON is YAML, whatever a value holds."""
    head = [f"{key}: {encode(value).decode()}" for key, value in fields.items()]
    lines = (["---", *head, "---", ""] if head else []) + [f"# {title}", ""]
    previous = ""
    for line in body:
        if previous and not (line.startswith("- ") and previous.startswith("- ")):
            lines.append("")
        lines.append(line)
        previous = line
    return "\n".join(lines).rstrip() + "\n"
