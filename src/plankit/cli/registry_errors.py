"""What keeps a list of plans from being read, or a registry from being written, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from plankit.cli.options import CallError
from plankit.cli.output_errors import NOT_FREE
from plankit.cli.report import one_line
from plankit.language import N_, translate

_UNREADABLE = {
    "no-folder": N_("“{path}”, line {line}: the column “folder” must name a folder."),
    "no-columns": N_("“{path}” needs the columns “number” and “population” in its first line."),
    "no-number": N_("“{path}”, line {line}: “{value}” is no number of inhabitants."),
    "not-utf8": N_("“{path}” is not UTF-8 text."),
}


@contextmanager
def told(language: str) -> Iterator[None]:
    """Raise `CallError` where a list, a table or the store cannot be read, or the site not written."""
    from plankit.outputs import OutputRefused
    from plankit.registry.listing import ListUnreadable
    from plankit.registry.store import StoreRefused

    try:
        yield
    except ListUnreadable as error:
        values = {"path": error.path, "line": error.line, "value": one_line(error.value)}
        raise CallError(_UNREADABLE[error.reason], language, **values) from error
    except StoreRefused as error:
        message = N_("“{path}” cannot be used as a store: {reason}")
        raise CallError(
            message, language, path=error.path, reason=one_line(translate(error.reason, language))
        ) from error
    except OutputRefused as error:
        other = N_("“{place}” holds something else than a registry's site. Nothing was changed in it.")
        message = other if error.reason == "not-empty" else NOT_FREE[error.reason]
        raise CallError(message, language, place=error.place) from error
    except OSError as error:
        message = N_("“{path}” could not be read or written: {reason}")
        raise CallError(
            message, language, path=error.filename or "", reason=error.strerror or str(error)
        ) from error
