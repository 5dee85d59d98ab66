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
    "edited": N_("“{place}” was edited since plankit wrote it. Move it away, or build into another folder."),
}
"""Why a place cannot be written into, whatever is built."""

EXTRAS: Mapping[str, str] = {
    "html": "sphinx",
    "pdf": "pdf",
    "docx": "word",
    "archive": "pdf",
    "xlsx": "excel",
}
"""What to install with plankit for each output."""


@contextmanager
def told_as_call_errors(
    refused: Mapping[str, str], out: Path, language: str, *, form: str = "html"
) -> Iterator[None]:
    """Raise `CallError` where an output inside refuses, fails or cannot write; `refused` are its own reasons."""
    # Heavy, so only when something is built.
    from plankit.outputs import OutputFailed, OutputRefused, OutputUnknown

    try:
        yield
    except OutputRefused as error:
        message = {**NOT_FREE, **refused}.get(error.reason, str(error))
        raise CallError(message, language, place=error.place) from error
    except OutputUnknown as error:
        message = N_("There is no paper “{only}”. Give the id of a procedure or of an agency in the plan.")
        if error.near:
            message = N_("There is no paper “{only}”. Did you mean “{near}”?")
        raise CallError(message, language, only=one_line(error.only), near=error.near) from error
    except OutputFailed as error:
        website = N_("The website could not be built: {reason}")
        message = website if form == "html" else N_("The paper could not be made: {reason}")
        raise CallError(message, language, reason=one_line(str(error))) from error
    except OSError as error:
        reason, file = error.strerror or str(error), error.filename or out
        website = N_("The website could not be written: {file}: {reason}")
        message = website if form == "html" else N_("The paper could not be written: {file}: {reason}")
        raise CallError(message, language, file=file, reason=reason) from error


@contextmanager
def told_as_missing(language: str, form: str = "html") -> Iterator[None]:
    """Raise `CallError` with how to install it where an output inside is not installed."""
    from plankit.outputs import OutputMissing

    try:
        yield
    except OutputMissing as error:
        website = N_("Building a website needs “{what}”, which is not installed: {command}")
        message = (
            website if form == "html" else N_("A paper needs “{what}”, which is not installed: {command}")
        )
        command = f'pip install "plankit[{EXTRAS.get(form, form)}]"'
        raise CallError(message, language, what=error, command=command) from error
