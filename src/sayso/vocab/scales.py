"""The scales on which a claim is placed, as the contract names them: literal tuples, in its order."""

MODALITIES = ("done", "ongoing", "planned", "promised", "threatened", "wanted", "feared", "possible", "hypothetical")
"""How the holder presents an event."""

POLARITIES = ("affirmed", "negated")

CERTAINTIES = ("certain", "probable", "possible", "unstated")
"""What the holder's words commit to."""

CHANNELS = ("said", "reported", "believed", "shown", "hearsay")
"""How a source comes by what it says."""
