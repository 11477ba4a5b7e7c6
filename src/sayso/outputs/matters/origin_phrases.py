"""Origins of a matter in, short phrases for people out."""

from sayso.corroboration.records import Corroboration, Dependency, Origin
from sayso.lang.calling import listed_name
from sayso.outputs.display import isolated, visible

NOT_ESTABLISHED = "independence not established"


def origins_range(found: Corroboration) -> str:
    """The number of independent origins, those known to those possible: `2`, `1 to 3`, `0 to 2`."""
    return str(found.certain) if found.certain == found.possible else f"{found.certain} to {found.possible}"


def origins_phrase(found: Corroboration) -> str:
    """The range in words: `2`, `at least 1, at most 3`, `independence not established, at most 2`."""
    if found.certain == found.possible:
        return str(found.certain)
    return f"{f'at least {found.certain}' if found.certain else NOT_ESTABLISHED}, at most {found.possible}"


def origin_name(origin: Origin) -> str:
    """The origin with its id: `the ministry (KOR/defense)`."""
    if origin.kind == "unknown":
        return NOT_ESTABLISHED
    name = isolated(visible(own_name(origin.actor, origin.name)))
    return f"{name} ({origin.actor})" if origin.actor and origin.actor != name else name or origin.actor or "not named"


def own_name(actor: str | None, name: str) -> str:
    """The name under which a medium is known, whatever byline or dateline it stands in; that of others as written."""
    if actor is None or not actor.startswith("org/"):
        return name
    return listed_name(actor) or name


def grounds_of(voice: str, found: Corroboration, *, origin: Origin) -> tuple[Dependency, ...]:
    """Why a voice counts for this origin; of what it rests on besides only what nothing else explains."""
    given = [each for each in found.dependencies if each.voice == voice]
    fitting = [
        each
        for each in given
        if (each.lead in origin.voices if each.lead is not None else origin.name and origin.name in each.said)
    ]
    return tuple(fitting or given)
