"""How a command went, as the exit code it leaves with; 0 is when all went well."""

PARTLY = 1
"""Something was read and something else could not be."""

NOTHING = 2
"""Nothing could be read."""

FAILED = 2
"""The command or a setting was wrong, or something it needs is missing."""

EXIT_CODE_HELP = "[bold]Exit code[/bold]: 0 all was read; 1 some could not be read; 2 nothing was read."
