"""The calendars that lie beside a site: one of everything that is due, and one for each agency."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from plankit.language import N_
from plankit.outputs import CalendarWriter, OutputMissing, find_calendar_writer
from plankit.sphinx.editions import Edition
from plankit.views.agenda import agencies_of, agenda, of_agency
from plankit.views.agenda_task import Task
from plankit.views.discretion import Discretion, discretion, site_title
from plankit.views.reading import Reading

EVERYTHING = "due.ics"
"""The calendar of everything; no agency can have this name, as those lie in a folder."""
FOLDER = "calendars"


def _writer() -> CalendarWriter | None:
    """What writes calendars; `None` where it is not installed."""
    try:
        return find_calendar_writer("ics")
    except OutputMissing:
        return None


def calendar_files(edition: Edition) -> Mapping[str, str]:
    """The file of each agency that has something to do, by its id, and that of everything by an empty one.

    None for a draft, whose days nobody has decided, and where calendars cannot be written.
    """
    if edition.is_beside or _writer() is None:
        return {}
    tasks = _tasks(edition)
    if not tasks:
        return {}
    quiet = discretion(edition.reading.guide)
    return {"": EVERYTHING} | {name: quiet.file(f"{FOLDER}/{name}.ics") for name in agencies_of(tasks)}


def write_calendars(edition: Edition) -> None:
    """Write them into the site; those of an earlier build are gone afterwards. What is equal already is not touched."""
    out, write = edition.request.out, _writer()
    files = calendar_files(edition)
    wanted = {out / name for name in files.values()}
    for path in [out / EVERYTHING, *(out / FOLDER).glob("*.ics")]:
        if path not in wanted:
            path.unlink(missing_ok=True)
    if write is None or not files:
        shutil.rmtree(out / FOLDER, ignore_errors=True)
        return
    reading, tasks = edition.reading, _tasks(edition)
    (out / FOLDER).mkdir(exist_ok=True)
    for agency, name in files.items():
        chosen = of_agency(tasks, agency) if agency else tasks
        data = write(reading, chosen, name=_title(reading, agency), today=edition.request.today)
        path = out / name
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)


def _tasks(edition: Edition) -> tuple[Task, ...]:
    return agenda(edition.reading, edition.request.today)


def _title(reading: Reading, agency: str) -> str:
    """What a calendar is called in somebody's list of calendars: as the site, in words that do not tell the theme."""
    title = site_title(reading)
    if not agency:
        return title
    quiet, names = discretion(reading.guide), [party.id for party in reading.named_parties]
    return f"{title} – {_agency_name(reading, quiet, agency, names)}"


def _agency_name(reading: Reading, quiet: Discretion, agency: str, names: list[str]) -> str:
    name = reading.party(agency).name
    if not quiet.reveals(name) or agency not in names:
        return name
    return reading.words(N_("Agency {number}")).format(number=names.index(agency) + 1)
