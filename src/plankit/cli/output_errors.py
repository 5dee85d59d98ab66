"""What keeps an output from being made, as one line for whoever called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plankit.cli.options import CallError
from plankit.cli.report import one_line
from plankit.language import N_

NOT_FREE: Mapping[str, str] = {
    "not-empty": N_("“{place}” holds something else than a website of plankit's. Nothing was changed in it."),
    "not-a-folder": N_("“{place}” is there already and is no folder."),
}
"""Why a place cannot be written into, whatever is built."""


@contextmanager
def told_as_call_errors(refused: Mapping[str, str], out: Path, language: str) -> Iterator[None]:
    """Raise `CallError` where an output inside refuses, fails or cannot write; `refused` are its own reasons."""
    from plankit.outputs import OutputFailed, OutputRefused  # heavy, so only when something is built

    try:
        yield
    except OutputRefused as error:
        message = {**NOT_FREE, **refused}.get(error.reason, str(error))
        raise CallError(message, language, place=error.place) from error
    except OutputFailed as error:
        message = N_("The website could not be built: {reason}")
        raise CallError(message, language, reason=one_line(str(error))) from error
    except OSError as error:
        reason, file = error.strerror or str(error), error.filename or out
        message = N_("The website could not be written: {file}: {reason}")
        raise CallError(message, language, file=file, reason=reason) from error


@contextmanager
def told_as_missing(language: str) -> Iterator[None]:
    """Raise `CallError` with how to install it where an output inside is not installed."""
    from plankit.outputs import OutputMissing

    try:
        yield
    except OutputMissing as error:
        message = N_("Building a website needs “{what}”, which is not installed: {command}")
        raise CallError(message, language, what=error, command='pip install "plankit[sphinx]"') from error
