"""What every output (site, later papers and data) is asked for and gives back.

Outputs are edges: nothing imports them. Each is declared as an entry point in the group
`plankit.outputs` and found by its name, so that the command can call one without knowing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from plankit.loading import Loaded
from plankit.model.guide import Guide

if TYPE_CHECKING:
    from plankit.views.agenda_task import Task
    from plankit.views.reading import Reading

GROUP = "plankit.outputs"
GUIDE_GROUP = "plankit.guide_outputs"
PAPER_GROUP = "plankit.papers"
CALENDAR_GROUP = "plankit.calendars"


def _silent(line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to build, from what, to where."""

    folder: Path
    """The plan folder."""
    loaded: Loaded
    """The plan in it, as loaded and checked."""
    out: Path
    jobs: int = 1
    language: str | None = None
    """Language of the output; the plan's own where `None`."""
    only: str | None = None
    """Id of a procedure or an agency, or the name of a paper, that alone is built; everything where `None`."""
    file_name: str = ""
    """What the file of one paper is called; where it is empty, its kind and the plan's period make the name."""
    template: Path | None = None
    """The municipality's own template for the output, where it takes one."""
    today: date = field(default_factory=date.today)
    """The day that the output is made as of."""
    period: date | None = None
    """For forms to report in: a day of the period that is reported on; where `None`, `today` decides which."""
    remember: bool = True
    """Whether to keep what makes the next build to the same place faster; it lies in the user's cache, never in the plan."""
    progress: Callable[[str], None] = _silent
    """Is told of progress, a short line at a time."""


@dataclass(frozen=True, kw_only=True)
class GuideRequest:
    """What to build of a guide, to where, and in which languages."""

    folder: Path
    """The guide's folder."""
    guide: Guide
    out: Path
    today: date
    """The day that decides which provisions are in force."""
    languages: tuple[str, ...] = ()
    """Languages to build side by side; the guide's own where there are none."""
    progress: Callable[[str], None] = _silent
    """Is told of progress, a short line at a time."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What an output wrote."""

    start: Path
    """The file to open first."""
    pages: int
    """Pages that the output holds."""
    written: int
    """Pages that this run had to write."""
    warnings: tuple[str, ...] = ()


Output = Callable[[Request], Result]
GuideOutput = Callable[[GuideRequest], Result]
PaperWriter = Callable[..., bytes]
"""Takes a `plankit.papers.blocks.Document`, the `Reading` that it is of and, by name, `template` and `today`; gives
the bytes of the file."""


class CalendarWriter(Protocol):
    """Makes a calendar of tasks; `today` stands in it as the day that it was made."""

    def __call__(self, reading: Reading, tasks: Iterable[Task], *, name: str, today: date) -> bytes:
        """The file."""
        ...


class OutputMissing(LookupError):
    """There is no output of that name, or what it needs is not installed."""


def find_output(name: str) -> Output:
    """The output called `name`. Raises `OutputMissing` with a sentence that tells what to install."""
    found: Output = _find(GROUP, name)
    return found


def find_guide_output(name: str) -> GuideOutput:
    """The same for outputs that are made of a guide alone."""
    found: GuideOutput = _find(GUIDE_GROUP, name)
    return found


def find_paper_writer(name: str) -> PaperWriter:
    """What writes one paper, put together beforehand, as a file of that kind."""
    found: PaperWriter = _find(PAPER_GROUP, name)
    return found


def find_calendar_writer(name: str) -> CalendarWriter:
    """What writes an agenda as a file for calendars. Raises `OutputMissing` as `find_output` does."""
    found: CalendarWriter = _find(CALENDAR_GROUP, name)
    return found


@lru_cache
def _entries(group: str, name: str) -> tuple[EntryPoint, ...]:
    # What is installed stays so while a program runs, and looking for it reads the metadata of every package.
    return tuple(entry_points(group=group, name=name))


def _find(group: str, name: str) -> Any:
    for entry in _entries(group, name):
        try:
            return entry.load()
        except ModuleNotFoundError as error:
            raise OutputMissing(error.name or name) from error
    raise OutputMissing(name)


class OutputFailed(RuntimeError):
    """The output could not be made; the message says why."""


class OutputRefused(ValueError):
    """The place to write to is not one that may be written to. `reason` tells why."""

    def __init__(self, reason: str, place: Path) -> None:
        super().__init__(f"{reason}: {place}")
        self.reason = reason
        """`around-plan`, `not-empty` or `not-a-folder`."""
        self.place = place


class OutputUnknown(LookupError):
    """There is no paper of the name that was asked for."""

    def __init__(self, only: str, near: str | None) -> None:
        super().__init__(only)
        self.only = only
        self.near = near
        """A name that was perhaps meant."""
