"""Load the folders that a command was given, or say in one line why that cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from plankit.cli.options import NEVER, SEVERITIES, CallError
from plankit.cli.report import Source
from plankit.language import N_
from plankit.reports.identity import Judged


@dataclass(frozen=True, kw_only=True)
class Checked(Judged):
    """A plan folder as it was named in the call, and what loading it gave."""

    @property
    def source(self) -> Source:
        """The plan as findings are printed from it."""
        loaded = self.loaded
        return Source(path=self.path, findings=loaded.findings, texts=loaded.read.texts, name=self.name)


def require_folder(path: str, language: str) -> Path:
    """The folder at `path`. Raises `CallError` where there is none."""
    folder = Path(path)
    if folder.is_dir():
        return folder
    if folder.exists():
        raise CallError(
            N_("“{path}” is not a folder. Give the folder that the plan lies in."), language, path=path
        )
    raise CallError(N_("There is no folder “{path}”."), language, path=path)


def load_checked(
    path: str,
    *,
    language: str,
    today: date | None = None,
    on_request: bool = False,
    municipality: str | None = None,
) -> Checked:
    """Load and check the plan in the folder `path`; with `on_request`, with every rule there is.

    With `municipality`, it is what that one has of a shared plan. Raises `CallError` where the folder cannot be read,
    or the plan has no such municipality.
    """
    import plankit  # heavy: only when there is something to load
    from plankit.cli.municipality import own
    from plankit.rules.catalogue import EVERYDAY, RULES
    from plankit.source.all_or_nothing import finish

    try:
        finish(Path(path))  # where writing was cut short, the plan would be half old and half new
        rules = RULES if on_request else EVERYDAY
        loaded = plankit.load(path, language=language, today=today, rules=rules)
        loaded = own(loaded, path, municipality, language=language, today=today, rules=rules)
        return Checked(path=path, loaded=loaded)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=path, reason=reason
        ) from error


def least(fail_on: str) -> int:
    """The least severity that `fail_on` names; above all there are where nothing shall fail."""
    return len(SEVERITIES) + 1 if fail_on == NEVER else len(SEVERITIES) - SEVERITIES.index(fail_on)


def end(worst: int, fail_on: str) -> None:
    """End the command: with exit code 1 if `worst` is as bad as `fail_on` says, or worse."""
    if worst >= least(fail_on):
        click.get_current_context().exit(1)
