"""Builds the sites of many plans in one go, through an executor: what takes long to start is started once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plankit.findings import Severity
from plankit.loading import load
from plankit.outputs import OutputFailed, OutputRefused, Request, find_output
from plankit.registry.executors import Executor, InProcess, Lost


@dataclass(frozen=True, kw_only=True)
class SiteOrder:
    """A site to build: from which folder, and into which."""

    folder: Path
    out: Path


class SiteTask(NamedTuple):
    """One site to build, as another process is told of it."""

    folder: str
    out: str
    today: date
    remember: bool


class Built(NamedTuple):
    """What became of one site."""

    pages: int = 0
    written: int = 0
    reason: str | None = None
    """Why there is none: a code (`no-folder`, `errors`, `refused`, `lost`), or what went wrong in words."""


def build_sites(
    orders: Iterable[SiteOrder], *, today: date, remember: bool = True, executor: Executor | None = None
) -> Iterator[tuple[SiteOrder, Built]]:
    """Build the sites, each into its own folder; what became of each, as it is ready, in any order.

    A plan that has errors gets no site, as in `plankit build`; the others do. Raises `plankit.outputs.OutputMissing`
    where websites cannot be built here at all, before anything is built.
    """
    find_output("html")
    asked: list[SiteOrder] = list(orders)
    tasks = [SiteTask(str(one.folder.absolute()), str(one.out.absolute()), today, remember) for one in asked]
    for number, found in (executor or InProcess()).run(build_one, tasks):
        yield asked[number], Built(reason="lost") if isinstance(found, Lost) else found


def build_one(task: SiteTask) -> Built:
    """Load one plan and build its site. What goes wrong is told, never raised."""
    folder = Path(task.folder)
    try:
        loaded = load(folder, today=task.today)
        if loaded.plan is None or loaded.worst() >= Severity.ERROR:
            return Built(reason="errors")
        request = Request(
            folder=folder, loaded=loaded, out=Path(task.out), today=task.today, remember=task.remember
        )
        result = find_output("html")(request)
    except NotADirectoryError:
        return Built(reason="no-folder")
    except OutputRefused:
        return Built(reason="refused")
    except (OutputFailed, OSError) as error:
        return Built(reason=str(error))
    return Built(pages=result.pages, written=result.written)
