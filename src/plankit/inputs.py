"""What every way back into a plan (an Excel file, later others) is asked for and gives back.

Inputs are edges like outputs: nothing imports them. Each is declared as an entry point in the group
`plankit.inputs` and found by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

from plankit.findings import Finding
from plankit.loading import Loaded

GROUP = "plankit.inputs"


@dataclass(frozen=True, kw_only=True)
class InputRequest:
    """Which file to read, and into which plan."""

    file: Path
    others: tuple[Path, ...] = ()
    """Further files of the same kind that are read together with it; what contradicts between them is found."""
    folder: Path
    """The plan folder."""
    loaded: Loaded
    """The plan in it, as loaded and checked."""
    language: str
    """Language of what is found."""
    base: Path | None = None
    """The file as it was before anybody changed it, where the file itself does not tell."""
    prefer: str | None = None
    """Whose value holds where both sides changed the same: `file` or `plan`; `None` writes neither."""
    mapping: str | None = None
    """Id of the plan's mapping that tells how the file is read, where the input needs one."""
    today: date = field(default_factory=date.today)
    """The day that the file is read on."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One value that would change, in words."""

    where: str
    """Sheet and cell."""
    subject: str
    """The entry that it belongs to."""
    field: str
    before: str
    after: str
    file: str
    """The file of the plan that it stands in."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """What writing did: names of the files, or the errors that the plan would have had; then nothing was written."""

    files: tuple[str, ...] = ()
    errors: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What a file would change in the plan. Nothing is changed before `write` is called."""

    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    write: Callable[[], Written]


Input = Callable[[InputRequest], Proposal]


class InputMissing(LookupError):
    """There is no input of that name, or what it needs is not installed."""


class InputRefused(RuntimeError):
    """The plan's files cannot be written. The message says why."""


def find_input(name: str) -> Input:
    """The input called `name`. Raises `InputMissing` with what is not installed."""
    for entry in entry_points(group=GROUP, name=name):
        try:
            found: Input = entry.load()
        except ModuleNotFoundError as error:
            raise InputMissing(error.name or name) from error
        return found
    raise InputMissing(name)
