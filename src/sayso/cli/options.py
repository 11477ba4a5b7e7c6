"""A record of options in, a command that typer understands out."""

import inspect
from collections.abc import Callable
from typing import TypeVar, get_type_hints

_Options = TypeVar("_Options")


def as_command(run: Callable[[_Options], None], options: type[_Options]) -> Callable[..., None]:
    """A function whose parameters are the fields of the dataclass `options`, and which hands them to `run` as one.

    Typer reads a command's options off its parameters; a record keeps each option with its default and meaning in
    one place, and lets it be passed whole.
    """

    def command(**given: object) -> None:
        run(options(**given))

    signature = inspect.signature(options)
    hints = get_type_hints(options, include_extras=True)
    parameters = [each.replace(annotation=hints[each.name]) for each in signature.parameters.values()]
    command.__doc__ = run.__doc__
    command.__annotations__ = hints
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return command
