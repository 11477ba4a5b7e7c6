"""An event word with its arguments in, its roles by frame out: parties identified, goods sorted, gaps left open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.actors.parties import Parties, Party
from sayso.claims.actors.scene import state_of
from sayso.claims.events.arguments import arguments
from sayso.claims.events.assertion import is_said
from sayso.claims.events.belongings import owners, surface
from sayso.claims.events.fillers import Filled, between_two, distinct, mutual, whole_parties
from sayso.claims.events.goods import category, is_one_of
from sayso.claims.events.predicates import Argument
from sayso.claims.events.standing import holds_office, is_club, rules_on
from sayso.claims.events.triggers import Trigger
from sayso.claims.events.wholes import wholes
from sayso.claims.trees import Tree, children
from sayso.lang.events import event_words
from sayso.lang.grammar import Grammar, grammar
from sayso.vocab.actors import Roster
from sayso.vocab.frames import Frame, Need, Slot, frames

OPEN = frozenset({"meet", "agree", "relation"})
"""Kinds whose verbs are kept for a while though nobody in them is named; nouns are kept in every kind."""

MATERIAL = frozenset(
    [
        "ammunition",
        "arms",
        "energy",
        "food",
        "gas",
        "medicine",
        "missiles",
        "nuclear",
        "oil",
        "troops",
        "vehicles",
        "workers",
    ]
)
"""Categories of goods that are things even where a party owns them: "the German navy's newest frigate"."""

ARMS = frozenset({"ammunition", "arms", "missiles", "nuclear", "vehicles"})
"""Those that somebody acts with: what Russian drones strike, Russia strikes."""

STANDING = frozenset({"subject", "agent", "in", "at"})
"""Functions in which the name of a place stays a place; in the others a state is dealt with: "shells to Russia"."""

_MARKS = frozenset({"filled", "identified", "known", "body", "office", "club", "group"})
"""Marks of a need that ask for more or less of an actor; all others are lists of things."""

FOLK = frozenset({"civilians", "people", "workers", "prisoners"})
"""Slugs of those of a state who move as people do, not as forces and offices are sent."""

_SIDES = frozenset({"supporter", "critic", "ally"})
"""Frames whose nouns are people who are for or against the party that is named with them."""

MEMBERS = frozenset({"subject", "object", "iobject", "by", "to", "with", "against"})
"""Functions in which a phrase that is no listed party may stand for whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """A trigger with the frame that reads it and the roles it finds."""

    trigger: Trigger
    frame: Frame
    roles: tuple[Filled, ...]
    is_open: bool = False
    """Whether it is a claim only when the text before says who."""


def fill(tree: Tree, triggers: Sequence[Trigger], *, parties: Parties) -> tuple[Framing, ...]:
    """The best reading of the triggers at one word: its needs hold and it fills most; nothing when there is none.

    Two readings where soldiers are sent with other things: of "troops and shells" the troops are deployed, the shells
    given.
    """
    own = arguments(tree, triggers[0].head, rules=grammar(tree.language))
    readings = [(trigger, frame) for trigger in triggers for frame in _frames_of(trigger)]
    objects = {each.word: category(tree, each.word) for each in own if each.function == "object"}
    soldiers = {word for word, good in objects.items() if good == "troops"}
    things = {word for word, good in objects.items() if good not in ("troops", None)}
    if soldiers and things:
        given = [each for each in readings if each[1].kind.name == "transfer" and not soldiers & set(each[0].parts)]
        deployed = [each for each in readings if each[1].kind.name == "deploy"]
        apart = (
            _best(tree, given, [each for each in own if each.word not in soldiers], parties=parties),
            _best(tree, deployed, [each for each in own if each.word not in things], parties=parties),
        )
        if all(apart):
            return tuple(found for found in apart if found is not None)
    whole = _best(tree, readings, own, parties=parties)
    return (whole,) if whole is not None else ()


def _frames_of(trigger: Trigger) -> Iterator[Frame]:
    """The frames that may read a trigger, the one that its entry names first."""
    frame = frames()[trigger.entry.frame]
    yield frame
    if frame.otherwise is not None:
        yield frames()[frame.otherwise]


def _best(
    tree: Tree, readings: Sequence[tuple[Trigger, Frame]], own: Sequence[Argument], *, parties: Parties
) -> Framing | None:
    """The reading of the triggers at one word, with these arguments, whose needs hold and that fills most."""
    rules = grammar(tree.language)
    holding, open_ = [], []
    for trigger, frame in readings:
        found = _arguments(tree, trigger, own, frame=frame, rules=rules)
        if _is_barred(tree, frame, found, parties=parties) or _lacks_share(frame, found):
            continue
        if frame.said and not is_said(tree, trigger, rules=rules):
            continue
        roles = _roles(tree, trigger, frame=frame, found=found, parties=parties)
        framing = Framing(trigger=trigger, frame=frame, roles=roles)
        if _holds(tree, frame, roles):
            holding.append(framing)
        elif _may_be_known(tree, framing):
            open_.append(replace(framing, is_open=True))
    best = max(holding or open_, key=lambda framing: _weight(tree, framing), default=None)
    if best is not None and not best.roles:  # "trade war" that names nobody is no war
        return max([best, *open_], key=lambda framing: len(framing.trigger.parts))
    return best


def _arguments(
    tree: Tree, trigger: Trigger, own: Sequence[Argument], *, frame: Frame, rules: Grammar
) -> tuple[Argument, ...]:
    """The arguments of all words of the trigger, those of the governing one (`own`) first.

    Who asks for a thing is its doer, but of what is given: there he is whom the frame says.
    """
    found = list(own)
    for part in trigger.parts:
        if part != trigger.head and tree.words[part].upos in ("NOUN", "VERB"):
            found.extend(
                each for each in arguments(tree, part, rules=rules) if not each.is_lent and each.function != "self"
            )
    if frame.whole is not None:
        found.extend(wholes(tree, trigger.head, things=frame.whole))
    if not any(function == "asker" for slot in frame.slots for function, _ in slot.functions):
        found = [replace(each, function="subject") if each.function == "asker" else each for each in found]
    if frame.objective:
        led = {each.word for each in found if each.function == "of"}
        found = [each for each in found if each.function != "agent" or each.word not in led]
    return tuple(each for each in found if each.word == trigger.head or each.word not in trigger.parts)


def _lacks_share(frame: Frame, found: Sequence[Argument]) -> bool:
    """Whether a frame that reads shares alone finds none: who represents a state is no part of it."""
    return frame.whole is not None and not any(each.function in ("share", "whole") for each in found)


def _is_barred(tree: Tree, frame: Frame, found: Sequence[Argument], *, parties: Parties) -> bool:
    """Whether something stands where the frame allows nothing, or nothing of this sort."""
    for each in found:
        for function, only in frame.bars:
            if each.function == function and not each.is_lent:
                is_party = parties.at(tree.index, each.word) is not None or (
                    function == "object" and is_one_of(tree, each.word, things="people")
                )
                if only is None or is_party == (only == "party"):
                    return True
    return False


def _may_be_known(tree: Tree, framing: Framing) -> bool:
    """Whether the text before may have said who: a noun, or a verb of mutual kinds, that itself names nobody.

    Of a share it may have said what it is part of.
    """
    if framing.frame.whole is not None:
        return any(role.actor for role in framing.roles if role.role != framing.frame.kind.doer)
    if tree.words[framing.trigger.head].upos == "NOUN":
        return not any(role.actor for role in framing.roles)
    return framing.frame.kind.name in OPEN and not framing.frame.needs


def _weight(tree: Tree, framing: Framing) -> tuple[int, bool, int, bool]:
    """Longer entries come first, then what fills most roles, then what names the thing asked for: a deal is left.

    Soldiers are deployed and withdrawn; who reads them as a good that is given, as given it, or as a deal comes last.
    """
    told = sum(role.role != "effect" for role in framing.roles)
    matters = (
        role.word for role in framing.roles if role.role in ("good", "matter", "recipient") and role.word is not None
    )
    return (
        len(framing.trigger.entry.lemmas),
        all(tree.words[word].upos == "VERB" or category(tree, word) != "troops" for word in matters),
        told,
        any(_is_named(tree, need, framing.roles) for need in framing.frame.needs),
    )


def _roles(
    tree: Tree, trigger: Trigger, *, frame: Frame, found: Sequence[Argument], parties: Parties
) -> tuple[Filled, ...]:
    used: set[int] = set(trigger.parts) - {trigger.head}
    roles: list[Filled] = []
    for slot in frame.slots:
        filler = frame.kind.filler(slot.role)
        filled: list[Filled] = []
        for function, only in (*slot.functions, *_by_role(slot)):
            if filled:
                break
            for each in found:
                own = each.word == trigger.head and function != "self" and not each.is_omitted
                if each.function != function or each.word in used or own:
                    continue
                taken = tuple(_filled(tree, each, role=slot.role, asked=(filler, only), parties=parties))
                if taken:
                    if only != "owner" and not each.is_omitted:
                        used.add(each.word)
                    filled.extend(taken)
        roles.extend(distinct(filled) if filler == "any" else whole_parties(filled))
    roles = between_two(frame, mutual(frame, roles))
    if frame.own:
        roles = _owned(tree, roles, found, parties=parties)
    if frame.kind.filler("effect") == "thing" and any(role == "effect" for role, _ in frame.kind.roles):
        roles.append(Filled(role="effect", actor=None, word=trigger.head, words=trigger.words, effect=frame.effect))
    order = {role: number for number, (role, _) in enumerate(frame.kind.roles)}
    return tuple(_finished(tree, frame, role) for role in sorted(roles, key=lambda role: order[role.role]))


def _owned(tree: Tree, roles: list[Filled], found: Sequence[Argument], *, parties: Parties) -> list[Filled]:
    """The roles with people whose state the text does not tell as those of the subject."""
    subjects = (parties.at(tree.index, each.word) for each in found if each.function in ("subject", "agent"))
    states = {state_of(actor, parties.roster) for party in subjects if party is not None for actor in party.actors}
    state = states.pop() if len(states) == 1 else None
    made = []
    for role in roles:
        party = parties.at(tree.index, role.word) if role.word is not None else None
        is_open = state is not None and party is not None and party.part is not None
        made.append(replace(role, actor=f"{state}/{party.part}") if is_open and party is not None else role)
    return made


def _by_role(slot: Slot) -> Iterator[tuple[str, str | None]]:
    """What fills a slot that may be the subject's where the tree has no subject: whom the reader calls the agent."""
    return (("agent", only) for function, only in slot.functions if function == "subject")


def _filled(
    tree: Tree, argument: Argument, *, role: str, asked: tuple[str, str | None], parties: Parties
) -> Iterator[Filled]:
    """The argument as filler of the role, once for each actor it stands for; nothing when it does not fit."""
    filler, only = asked
    if only == "subject":
        yield from _of_clause(tree, argument, role=role, parties=parties)
        return
    if only == "owner":
        for each in owners(tree, argument.word, parties=parties):
            yield from (Filled(role=role, actor=actor, word=each.words[0], words=each.words) for actor in each.actors)
        return
    if argument.is_omitted:
        implied = parties.omitted(tree.index, argument.word) if filler != "thing" and only != "thing" else None
        for meant in (implied.actors or (None,)) if implied is not None else ():
            yield Filled(role=role, actor=meant, word=None, words=None, is_lent=True)
        return
    party = parties.at(tree.index, argument.word)
    is_quality = argument.function == "possessor" and tree.words[argument.word].upos == "ADJ"
    if is_quality and party is not None and not party.actors:
        return  # "military cooperation" is not that of an army
    if party is None or not party.actors:
        party = _members(tree, argument, filler=filler, parties=parties) or party
    if (
        argument.function == "compound"
        and tree.words[argument.word].upos == "ADJ"
        and not category(tree, argument.word)
    ):
        return
    is_sent = role == "recipient" and argument.function == "object" and party is not None and not party.actors
    if is_sent and category(tree, argument.word) in MATERIAL:
        return  # "sent workers": they are what is given
    if only == "thing" and party is not None and category(tree, argument.word) in MATERIAL:
        only = None
    if filler == "party" and (party is None or not party.actors):
        party = _armed_with(tree, argument, role=role, parties=parties) or party
    if not _fits(party, argument, filler=filler, only=only, roster=parties.roster):
        return
    if filler == "thing":
        yield Filled(role=role, actor=None, word=argument.word, words=surface(tree, argument), is_lent=argument.is_lent)
        return
    actors: tuple[str, ...] = party.actors if party is not None else ()
    words = party.words if party is not None else surface(tree, argument)
    if not actors and filler == "any":
        actors = tuple(
            dict.fromkeys(actor for each in owners(tree, argument.word, parties=parties) for actor in each.actors)
        )
    for actor in actors or (None,):
        yield Filled(role=role, actor=actor, word=argument.word, words=words, is_lent=argument.is_lent)


def _members(tree: Tree, argument: Argument, *, filler: str, parties: Parties) -> Party | None:
    """Those whom a phrase names by the state they belong to alone: "tribes of South Sudan", "European nations"."""
    if filler != "party" or argument.function not in MEMBERS or not is_one_of(tree, argument.word, things="people"):
        return None
    if takes_sides(tree, argument.word):
        return None  # "opponents of Russia" are not Russia
    found = owners(tree, argument.word, parties=parties)
    if not found or (argument.is_lent and len(found) > 1):
        return None
    actors = tuple(dict.fromkeys(actor for each in found for actor in each.actors))
    return Party(actors=actors, words=surface(tree, argument))


def _armed_with(tree: Tree, argument: Argument, *, role: str, parties: Parties) -> Party | None:
    """Whose the weapons are that do something: Russia of "Russian drones struck a school"."""
    if (
        role not in ("actor", "perpetrator")
        or argument.function not in MEMBERS
        or category(tree, argument.word) not in ARMS
    ):
        return None
    found = owners(tree, argument.word, parties=parties)
    return replace(found[0], words=surface(tree, argument)) if len(found) == 1 else None


def takes_sides(tree: Tree, word: int) -> bool:
    """Whether a noun names people by whom they are for or against, and so not by the state they belong to."""
    entries = event_words(tree.language).entries.get(tree.lemmas[word].lower(), ())
    return any(entry.part == "noun" and entry.frame in _SIDES for entry in entries)


def _fits(party: Party | None, argument: Argument, *, filler: str, only: str | None, roster: Roster) -> bool:
    """Whether what stands in a function may fill a role that asks for a party, a thing or either."""
    is_place = party is not None and party.is_place
    if party is None and argument.function == "possessor":
        return False
    if argument.function == "compound" and party is None and filler != "thing":
        return False
    if only == "state":
        return party is not None and any(map(roster.is_state, party.actors))
    if (filler == "party" or only == "party") and (
        party is None or (is_place and (argument.function in STANDING or not party.actors))
    ):
        return argument.function == "self"
    return not (only == "thing" and party is not None and not is_place and bool(party.actors))


def _of_clause(tree: Tree, argument: Argument, *, role: str, parties: Parties) -> Iterator[Filled]:
    """The subject of a complement clause as filler: Beijing of "the charge that Beijing was meddling"."""
    for child in children(tree, argument.word, "nsubj"):
        party = parties.at(tree.index, child)
        for actor in party.actors if party is not None and not party.is_place else ():
            yield Filled(role=role, actor=actor, word=child, words=party.words if party is not None else None)


def _finished(tree: Tree, frame: Frame, role: Filled) -> Filled:
    if role.role != "good" or role.word is None:
        return role
    return replace(role, good=category(tree, role.word) or frame.good_category or "other")


def _holds(tree: Tree, frame: Frame, roles: Sequence[Filled]) -> bool:
    if not frame.alone and not any(role.word is not None and role.role != "effect" for role in roles):
        return False
    return all(_is_met(tree, need, roles) for need in frame.needs)


def _is_met(tree: Tree, need: Need, roles: Sequence[Filled]) -> bool:
    return any(role.role == name and _passes(tree, role, mark) for name, mark in need.choices for role in roles)


def _is_named(tree: Tree, need: Need, roles: Sequence[Filled]) -> bool:
    """Whether a need asks for things of a list, and one of them is there."""
    listed = [(name, mark) for name, mark in need.choices if mark not in _MARKS]
    return any(role.role == name and _passes(tree, role, mark) for name, mark in listed for role in roles)


def _passes(tree: Tree, role: Filled, mark: str) -> bool:
    if mark == "filled":
        return True
    if mark == "identified":
        return role.actor is not None
    if mark == "known":
        known = role.good if role.role == "good" else category(tree, role.word) if role.word is not None else None
        return known not in (None, "other")
    if mark == "body":
        return role.actor is not None and rules_on(role.actor)
    if mark == "office":
        return role.actor is not None and holds_office(role.actor)
    if mark == "club":
        return role.actor is not None and is_club(role.actor)
    if mark == "group":
        return role.actor is not None and role.actor.startswith("org/")
    if mark == "people" and role.actor is not None and "/" in role.actor:
        return True
    if mark == "folk" and role.actor is not None and role.actor.partition("/")[2] in FOLK:
        return True
    return role.word is not None and is_one_of(tree, role.word, things=mark)
