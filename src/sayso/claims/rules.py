"""A draft in, the words that say which rule made its claim out; and what such words say of its roles back.

`dispute: dispute (noun); partner meant (0.72)`: the frame, the entry and its part of speech, and every role that no
word fills, with how likely the party is meant. `event head (0.81): spat (noun)`: no entry read the word, but the head.
"""

import re

from sayso.claims.drafts import Draft, proposal

_MEANT = re.compile(r"; ([\w-]+) meant \(")


def rule_of(draft: Draft) -> str:
    """The frame and the entry that read the trigger, and which roles no word fills."""
    said = f"{_reader(draft)}: {' '.join(draft.trigger.entry.lemmas)} ({draft.trigger.entry.part})"
    meant = (f"{role.role} meant ({role.meant:.2f})" for role in draft.roles if role.meant is not None)
    return "; ".join((said, *meant))


def _reader(draft: Draft) -> str:
    """What read the trigger: a frame, or the reader's event head, with how likely it thinks such an event."""
    sure = proposal(draft)
    return draft.frame.name if sure is None else f"event head ({sure:.2f})"


def meant_by(rule: str) -> frozenset[str]:
    """The roles whose parties are only meant.

    >>> sorted(meant_by("attack: strike (noun); actor meant (0.70); target meant (0.81)"))
    ['actor', 'target']
    >>> meant_by("attack: strike (noun)")
    frozenset()
    """
    return frozenset(_MEANT.findall(rule))
