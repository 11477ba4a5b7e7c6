"""Trees in, what belongs to whose word out: cues, their speakers, contents and quotations."""
