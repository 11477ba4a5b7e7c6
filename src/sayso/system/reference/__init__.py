"""Reference data in, what it says of the numbers that reports state out: supports, contradicts, cannot tell."""
