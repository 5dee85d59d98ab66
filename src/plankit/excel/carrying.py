"""Turns what was changed in a workbook into changes of the plan's files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plankit.excel.comparing import Added, Changed
from plankit.excel.places import Findings
from plankit.inputs import Difference
from plankit.language import N_, translate
from plankit.model.base import Item, Part
from plankit.model.contents import Progress, Responsible
from plankit.model.cost import Cost
from plankit.model.parties import Responsibility
from plankit.model.when import When
from plankit.source.edit import Addition, Change
from plankit.source.folder import MAIN_FILE
from plankit.source.reader import Read
from plankit.source.yaml_writing import Value
from plankit.views.reading import Reading
from plankit.views.sheet_dates import exact_day, like, usual_style
from plankit.views.sheets import Book, Kind, Row

_NOT_AWAY = N_("a letter cannot be taken away here; take the line out of the file")
_OF_WORDS = ("kind", "amount", "currency", "period")
"""What a cost says of its own words; new words need not mean the same."""


Carried = tuple[Change | Addition, Difference, Changed | Added]
"""A change of a file, what it is in words, and the cell or row that asks for it."""


@dataclass
class Known:
    """What the workbooks that are read together have said so far."""

    values: dict[tuple[str, tuple[str | int, ...]], tuple[Changed, str]] = field(default_factory=dict)
    """Each value that was changed, and the name of the workbook, by its place in the files."""
    reports: list[tuple[dict[str, Value], str]] = field(default_factory=list)
    """Each new report, and the name of the workbook."""


class Carrier:
    """Makes changes of files for one plan."""

    def __init__(
        self, reading: Reading, read: Read, book: Book, findings: Findings, known: Known | None = None
    ) -> None:
        self._reading = reading
        self._read = read
        self._book = book
        self._findings = findings
        self._known = known or Known()
        self.carried: list[Carried] = []

    def take(self, one: Changed | Added) -> None:
        """Add what `one` changes in the files."""
        if isinstance(one, Added):
            self._report(one)
        elif one.column.kind is Kind.LETTERS:
            self._letters(one)
        elif one.row.entry is not None and one.cell.path is not None:
            self._value(one, one.row.entry, one.cell.path, self._written(one, one.row.entry))

    def _value(self, one: Changed, entry: Item, path: tuple[str | int, ...], value: Value) -> None:
        file, origin = self._read.origin(entry)
        place = (file, (*origin, *path))
        earlier, workbook = self._known.values.setdefault(place, (one, self._findings.file))
        if earlier is not one:
            self._twice(one, earlier, workbook)
            return
        short = one.column.short if len(path) > 1 or one.column.short == "text" else ""
        order = _order_of(Responsible) if path[0] == "responsible" and len(path) > 1 else ()
        order = order or _order_of(type(entry))
        change = Change(file=file, path=place[1], value=value, short=short, order=order)
        self.carried.append((change, self._told(one, file, value), one))

    def _twice(self, one: Changed, earlier: Changed, workbook: str) -> None:
        """The same value was changed in two sheets or workbooks: no matter if to the same."""
        if one.said.text == earlier.said.text:
            return
        is_other = workbook != self._findings.file
        first = f"{workbook}: {earlier.title}" if is_other else earlier.title
        values: dict[str, object] = {
            "workbook": f"{self._findings.file} ({one.title}, {first})",
            "theirs": one.said.text,
            "ours": earlier.said.text,
            "before": one.cell.text,
        }
        self._findings.add("PK061", values, sheet=one.title, at=one.at, subject=one.row.key)

    def _told(self, one: Changed, file: str, value: Value) -> Difference:
        return Difference(
            where=self._findings.where(one.title, one.at),
            subject=self._subject(one.row),
            field=one.column.title,
            before=one.cell.text,
            after=str(value) if one.said.day else one.said.text,
            file=file,
        )

    def _subject(self, row: Row) -> str:
        named = next((row.cells[key].text for key in ("title", "name", "party") if key in row.cells), "")
        number = row.cells["number"].text if "number" in row.cells else ""
        return " ".join(part for part in (number or row.key, " ".join(named.split())) if part)

    # --- What is written ---

    def _written(self, one: Changed, entry: Item) -> Value:
        """The value for the files of what a cell says."""
        column, said = one.column, one.said
        if column.kind is Kind.LINES:
            return [self._word(one, line) for line in said.text.split("\n") if line.strip()]
        if not said.text:
            return None
        if column.kind in (Kind.WHEN, Kind.DAY) and said.day:
            return self._day(one)
        if column.choices:
            return self._word(one, said.text)
        if isinstance(cost := getattr(entry, column.key, None), Cost):
            kept = cost.model_dump(mode="json", exclude=set(_OF_WORDS))
            return {**kept, "text": said.text} if isinstance(kept, dict) and len(kept) > 1 else said.text
        return said.text

    def _word(self, one: Changed, shown: str) -> str | bool:
        value = one.column.value_of(shown)
        return shown.strip() if value is None else value

    def _day(self, one: Changed) -> Value:
        day = one.said.day
        assert day is not None
        texts = [row.cells[one.column.key].text for row in one.sheet.rows if one.column.key in row.cells]
        usual = usual_style(texts, self._reading.plan.plan.language)
        text = like(day, one.cell.text, usual)
        return day if text == day.isoformat() else text

    # --- Letters of the matrix ---

    def _letters(self, one: Changed) -> None:
        entries = [
            entry
            for entry in self._reading.plan.responsibilities
            if entry.task == one.row.key and entry.agency == one.column.key and entry.role
        ]
        before, after = one.cell.text.split(), one.said.text.split()
        gone = [letter for letter in before if letter not in after]
        new = [letter for letter in after if letter not in before]
        same = [entry for entry in entries if gone and entry.role == gone[0]]
        if len(gone) == len(new) == len(same) == 1:
            self._value(one, same[0], ("role",), new[0])
        elif gone:
            values: dict[str, object] = {"reason": _NOT_AWAY}
            self._findings.add("PK062", values, sheet=one.title, at=one.at, subject=one.row.key)
        else:
            for letter in new:
                self._new_letter(one, letter)

    def _new_letter(self, one: Changed, letter: str) -> None:
        entries: Sequence[Responsibility] = self._reading.plan.responsibilities
        of_task = [entry for entry in entries if entry.task == one.row.key and entry.role]
        file, after = self._after(of_task or entries, "responsibilities")
        value = {"task": one.row.key, "agency": one.column.key, "role": letter}
        addition = Addition(file=file, kind="responsibilities", value=value, after=after)
        self.carried.append((addition, self._told(one, file, one.said.text), one))

    # --- Reports ---

    def _report(self, one: Added) -> None:
        columns = {column.key: column for column in one.sheet.columns}
        value: dict[str, Value] = {}
        for key in Progress.model_fields:
            said = one.cells.get(key)
            if said is None:
                continue
            word = columns[key].value_of(said.text) if columns[key].choices else None
            value[key] = word if word is not None else (self._report_day(one) if key == "date" else said.text)
        if any(_is_report(entry, value) for entry in self._reading.plan.progress):
            return
        if self._is_told_already(one, value):
            return
        file, after = self._after(self._reading.plan.progress, "progress")
        told = Difference(
            where=self._findings.where(one.title, one.at),
            subject=one.cells["measure"].text,
            field=translate(N_("New report"), self._findings.language),
            before="",
            after=", ".join(str(part) for key, part in value.items() if key != "measure"),
            file=file,
        )
        self.carried.append((Addition(file=file, kind="progress", value=value, after=after), told, one))

    def _is_told_already(self, one: Added, value: dict[str, Value]) -> bool:
        """Whether another row has this very report; another status for the same measure and time is a conflict."""
        same = ("measure", "period") if "period" in value else ("measure", "date")
        for earlier, workbook in self._known.reports:
            if earlier == value:
                return True
            is_same = all(earlier.get(key) == value[key] for key in same)
            if is_same and workbook != self._findings.file and earlier.get("status") != value.get("status"):
                values: dict[str, object] = {
                    "workbook": self._findings.file,
                    "other": workbook,
                    "theirs": str(value.get("status", "")),
                    "ours": str(earlier.get("status", "")),
                    "measure": str(value["measure"]),
                }
                self._findings.add("PK070", values, sheet=one.title, at=one.at, subject=str(value["measure"]))
                return True
        self._known.reports.append((value, self._findings.file))
        return False

    def _report_day(self, one: Added) -> Value:
        said = one.cells["date"]
        if said.day is None:
            return said.text
        texts = [entry.date.text for entry in self._reading.plan.progress]
        text = like(said.day, "", usual_style(texts, self._reading.plan.plan.language))
        return said.day if text == said.day.isoformat() else text

    def _after(self, entries: Sequence[Item], kind: str) -> tuple[str, int | None]:
        """The file that a new entry goes to, and the number of the entry that it follows."""
        if not entries:
            named = f"{kind}.yaml"
            return (named if named not in self._read.texts else MAIN_FILE), None
        file, path = self._read.origin(entries[-1])
        number = path[-1] if path else None
        return file, number if isinstance(number, int) else None


def _order_of(cls: type[Part]) -> tuple[str, ...]:
    """The keys of an entry in their usual order: remarks and sources come last."""
    return (*(key for key in cls.model_fields if key not in Part.model_fields), *Part.model_fields)


def _is_report(entry: Progress, value: dict[str, Value]) -> bool:
    """Whether the plan has this very report already."""
    for key, one in value.items():
        there = getattr(entry, key)
        text = there.text if isinstance(there, When) else there
        if key == "date" and not isinstance(one, str):
            if exact_day(str(text)) != one:
                return False
        elif text != one:
            return False
    return True
