"""The id of an actor in, what it may do for what it is out: rule, travel for a state, take members."""

_RULING = frozenset(
    [
        "assembly",
        "chamber",
        "commission",
        "committee",
        "congress",
        "council",
        "court",
        "diet",
        "icc",
        "icj",
        "legislature",
        "parliament",
        "senate",
        "tribunal",
    ]
)
"""Words in the ids of bodies that rule, decide and vote."""

_OFFICES = frozenset(
    [
        "ambassador",
        "chancellor",
        "commissioner",
        "delegation",
        "diplomat",
        "emir",
        "envoy",
        "foreign",
        "king",
        "leader",
        "minister",
        "monarch",
        "negotiator",
        "premier",
        "president",
        "representative",
        "secretary",
        "speaker",
        "usaid",
    ]
)
"""Words in the ids of those whose journeys are visits."""


_STATE = 3
"""Letters in the code of a state."""


def rules_on(actor: str) -> bool:
    """Whether the actor is a body that rules, decides and votes."""
    return bool(_RULING & _slug(actor))


def holds_office(actor: str) -> bool:
    """Whether the actor is one whose journey abroad is a visit: "the minister flew to Tokyo"."""
    return not actor.startswith("org/") and bool(_OFFICES & _slug(actor))


def is_club(actor: str) -> bool:
    """Whether the actor may take members: a state, a group, a body between states, but no body of a state."""
    whole, _, part = actor.partition("/")
    return not part or whole == "org" or len(whole) != _STATE


def _slug(actor: str) -> set[str]:
    return set(actor.partition("/")[2].split("-"))
