"""A draft in, the reader's own confidence in the claim out."""

from sayso.claims.drafts import Draft


def confidence(draft: Draft) -> float:
    """How often a claim like this one is right, 0 to 1."""
    known = sum(role.actor is not None for role in draft.roles)
    return round(draft.tree.sentence.confidence * min(0.9, 0.3 + 0.2 * known), 2)
