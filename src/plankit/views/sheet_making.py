"""The sheets of a plan, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from plankit.language import N_
from plankit.model.base import Item
from plankit.model.contents import Measure, Progress, Responsible
from plankit.model.parties import Rasci, Responsibility
from plankit.views.chapter import agency_chapter
from plankit.views.matrix import Row as TaskRow
from plankit.views.matrix import responsibility_matrix, role_title, tasks_of
from plankit.views.reading import Party, Reading
from plankit.views.reporting import Reported, span_name, span_to_report, spans, standings
from plankit.views.sheet_choices import LETTER_CHOICES, measure_choices, party_choices, shown_of
from plankit.views.sheet_fields import Field, cell_of, cells_of, columns_of
from plankit.views.sheet_tables import CONTACTS, ID, MEASURES, PROGRESS, RESPONSIBILITIES, SERVICES
from plankit.views.sheet_years import activity_sheets
from plankit.views.sheets import Book, Cell, Choice, Column, Kind, Row, Sheet, gathered, harmless


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be reported on: a period in words that can be read back, and the ids of the measures."""

    period: str
    measures: frozenset[str]


def asked_of(reading: Reading, today: date, day: date | None = None) -> Asked:
    """What is to be reported on for the period that holds `day`; without it, for the one that `today` asks for.

    What was reported, or ended earlier, is not asked for again. Raises `LookupError` where no period holds `day`.
    """
    span = span_to_report(reading, today)
    if day is not None:
        span = next((one for one in spans(reading, today) if one.holds(day)), span)
        if not span.holds(day):
            raise LookupError(day)
    missing = (Reported.NOT_REPORTED, Reported.NOT_YET)
    return Asked(
        period=span_name(reading, span, reading.plan.plan.language),
        measures=frozenset(one.measure.id for one in standings(reading, span, today) if one.state in missing),
    )


BLANK_ROWS = 60
"""How many empty rows there are for new reports."""


def book(reading: Reading, agency: str = "", asked: Asked | None = None) -> Book:
    """Every sheet of the plan; of an agency, the measures that it answers for and rows to report on them.

    `asked` is what is to be reported on; without it, a row is ready for every measure of the agency.
    """
    measures: Sequence[Measure] = reading.plan.measures
    if agency:
        measures = owned(reading, agency)
        ready = _ready(reading, measures, asked)
        sheets: tuple[Sheet, ...] = (
            _measures(reading, measures),
            _progress(reading, measures, ready),
            *activity_sheets(reading, agency),
        )
    else:
        sheets = (
            _measures(reading, measures),
            _matrix(reading),
            _responsibilities(reading),
            _progress(reading, measures),
            _of_kind(reading, "services", N_("Services"), SERVICES),
            _of_kind(reading, "contacts", N_("Contacts"), CONTACTS),
            *activity_sheets(reading),
        )
    return Book(
        plan=reading.plan.plan.id,
        title=reading.text(reading.plan.plan.title),
        language=reading.language,
        sheets=sheets,
        agency=agency,
        period=asked.period if asked and agency else "",
        values=gathered(sheets),
    )


def owned(reading: Reading, agency: str) -> list[Measure]:
    """The measures that an agency answers for, in the plan's order."""
    found = dict.fromkeys(measure.id for measure, _ in agency_chapter(reading, agency).owns)
    return [one for one in reading.plan.measures if one.id in found]


def _ready(reading: Reading, measures: Sequence[Measure], asked: Asked | None) -> tuple[dict[str, Cell], ...]:
    """The rows that are ready to be filled in: measure and period stand in them."""
    choices = measure_choices(reading, measures)
    return tuple(
        {
            "measure": Cell(text=shown_of(choices, one.id) or ""),
            "period": Cell(text=asked.period if asked else ""),
        }
        for one in measures
        if asked is None or one.id in asked.measures
    )


def keys_of(entries: Iterable[Item]) -> list[str]:
    """A key for each entry: its id, else words that tell it from the others, numbered where they do not."""
    seen: Counter[str] = Counter()
    found = []
    for one in entries:
        key = " ".join(harmless(one.id or _words_of(one)).split())
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key} #{seen[key]}")
    return found


def _words_of(entry: Item) -> str:
    """What tells an entry without id from others of its kind, and stays while its texts change."""
    if isinstance(entry, Responsibility):
        what = entry.task or ", ".join(entry.about) or "-"
        return "/".join((what, entry.agency, str(entry.role or entry.level or "-")))
    if isinstance(entry, Progress):
        return f"{entry.measure}/{entry.date.text}"
    return "/".join(str(getattr(entry, key)) for key in ("party", "channel") if hasattr(entry, key)) or "-"


def _measures(reading: Reading, measures: Sequence[Measure]) -> Sheet:
    columns = columns_of(reading, MEASURES)
    rows = []
    for key, one in zip(keys_of(measures), measures, strict=True):
        cells = {**cells_of(reading, one, columns), **_owner(reading, one, columns)}
        cells |= {
            "id": Cell(text=key),
            "status_now": Cell(text=reading.status(one)),
            "areas": _names(reading, reading.areas_of(one)),
            "goals": _names(reading, one.goals),
        }
        rows.append(Row(key=key, cells=cells, kind="measures", entry=one))
    title = reading.words(N_("Measures"))
    return Sheet(key="measures", title=title, columns=columns, rows=tuple(rows), frozen=3)


def _owner(reading: Reading, measure: Measure, columns: Sequence[Column]) -> dict[str, Cell]:
    """Who answers: the first who does in cells of its own, the rest in words."""
    of = {one.key: one for one in columns}
    owners = [number for number, one in enumerate(measure.responsible) if reading.is_owner(one)]
    number = owners[0] if owners else 0
    first = measure.responsible[number] if measure.responsible else None
    others = [one for place, one in enumerate(measure.responsible) if place != number]
    path = ("responsible", number, "agency") if first else ("responsible",)
    cells = {
        "owner": cell_of(reading, first.agency if first else None, path, of["owner"]),
        "others": Cell(text=_everyone(reading, others)),
        "contributors": Cell(text=_everyone(reading, measure.contributors)),
    }
    role, role_path = (first.role if first else None), ("responsible", number, "role")
    cells["owner_role"] = cell_of(reading, role, role_path, of["owner_role"], locked=first is None)
    return cells


def _everyone(reading: Reading, ones: Sequence[Responsible]) -> str:
    return "\n".join(
        f"{reading.who(one)} ({reading.function(one)})" if one.function else reading.who(one) for one in ones
    )


def _names(reading: Reading, ids: Iterable[str]) -> Cell:
    return Cell(text="\n".join(reading.title(one) for one in ids))


def _responsibilities(reading: Reading) -> Sheet:
    columns = columns_of(reading, RESPONSIBILITIES)
    letters = tuple(one if one.key != "role" else _with(one, LETTER_CHOICES) for one in columns)
    entries = reading.plan.responsibilities
    tasks = tasks_of(reading)
    rows = []
    for key, one in zip(keys_of(entries), entries, strict=True):
        cells = cells_of(reading, one, letters)
        task = tasks.get(one.task or "")
        about = ", ".join(reading.title(each) for each in one.about)
        cells |= {
            "id": Cell(text=key),
            "task": Cell(text=reading.text(task.title) if task else one.task or about),
            "agency": Cell(text=reading.party(one.agency).name),
            "agency_role": Cell(text=role_title(reading, one)),
        }
        for name in ("role", "level"):
            if getattr(one, name) is None:
                cells[name] = Cell()
        rows.append(Row(key=key, cells=cells, kind="responsibilities", entry=one))
    title = reading.words(N_("Responsibilities"))
    return Sheet(key="responsibilities", title=title, columns=letters, rows=tuple(rows), frozen=3)


def _with(column: Column, choices: tuple[Choice, ...]) -> Column:
    return Column(
        key=column.key,
        title=column.title,
        kind=column.kind,
        width=column.width,
        choices=choices,
        required=column.required,
        fill=column.fill,
    )


_COMMON = ("R", "A", "R A", "S", "C", "I")
"""What most cells of a matrix hold."""


def _matrix(reading: Reading) -> Sheet:
    """Tasks in rows, agencies in columns; a cell holds every letter."""
    matrix = responsibility_matrix(reading)
    choices = tuple(Choice(shown=word, value=word) for word in _COMMON)
    names = {one.value: one.shown for one in party_choices(reading)}
    columns = (
        *columns_of(reading, (ID, Field(key="title", title=N_("Task"), kind=Kind.SHOWN, width=44))),
        *(_matrix_column(party, names, choices) for party in matrix.columns),
    )
    rows = tuple(
        Row(
            key=row.task,
            cells={
                "id": Cell(text=row.task),
                "title": Cell(text=row.title),
                **{party.id: _letters(row, party.id) for party in matrix.columns},
            },
            kind="matrix",
        )
        for row in matrix.rows
    )
    return Sheet(key="matrix", title=reading.words(N_("Matrix")), columns=columns, rows=rows)


def _matrix_column(party: Party, names: dict[str | bool, str], choices: tuple[Choice, ...]) -> Column:
    title = names.get(party.id, party.name)
    return Column(key=party.id, title=title, kind=Kind.LETTERS, width=5, choices=choices, upright=True)


def _letters(row: TaskRow, agency: str) -> Cell:
    cell = row.cells.get(agency)
    return Cell(text=letters_text(cell.letters if cell else ()), path=())


def letters_text(letters: Iterable[Rasci | str]) -> str:
    """Letters as a cell of the matrix shows them."""
    return " ".join(letters)


def _progress(
    reading: Reading, measures: Sequence[Measure], ready: tuple[dict[str, Cell], ...] | None = None
) -> Sheet:
    choices = measure_choices(reading, measures)
    columns = tuple(
        one if one.key != "measure" else _with(one, choices) for one in columns_of(reading, PROGRESS)
    )
    wanted = {one.id for one in measures}
    all_keys = zip(keys_of(reading.plan.progress), reading.plan.progress, strict=True)
    rows = []
    for key, one in all_keys:
        if one.measure in wanted or ready is None:
            cells = {**cells_of(reading, one, columns, locked=True), "id": Cell(text=key)}
            rows.append(Row(key=key, cells=cells, kind="progress", entry=one))
    return Sheet(
        key="progress",
        title=reading.words(N_("Progress")),
        columns=columns,
        rows=tuple(rows),
        blank=max(BLANK_ROWS, len(measures)),
        prefilled=ready or (),
    )


def _of_kind(reading: Reading, kind: str, title: str, fields: Sequence[Field]) -> Sheet:
    columns = columns_of(reading, fields)
    entries: Sequence[Item] = getattr(reading.plan, kind)
    rows = tuple(
        Row(key=key, cells={**cells_of(reading, one, columns), "id": Cell(text=key)}, kind=kind, entry=one)
        for key, one in zip(keys_of(entries), entries, strict=True)
    )
    return Sheet(key=kind, title=reading.words(title), columns=columns, rows=rows)
