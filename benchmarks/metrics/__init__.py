"""Gold and system annotation in, figures in percent out; plain records and tuples, no reader needed."""
