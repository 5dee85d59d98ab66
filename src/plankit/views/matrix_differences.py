"""Where two matrices differ: of two municipalities that share a plan, or of two versions of a plan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plankit.model.parties import Rasci, Responsibility
from plankit.views.matrix import WHOLE, Cell, Cut, Matrix, responsibility_matrix, role_title
from plankit.views.reading import Party, Reading


@dataclass(frozen=True, kw_only=True)
class CellChange:
    """A cell that is not the same on both sides; `None` where a side has none."""

    task: str
    title: str
    party: Party
    old: Cell | None
    new: Cell | None

    @property
    def what(self) -> str:
        """`added`, `removed`, `changed` where letters or levels differ, or `basis` where only what it rests on does."""
        if self.old is None or self.new is None:
            return "added" if self.old is None else "removed"
        same = (self.old.letters, self.old.levels) == (self.new.letters, self.new.levels)
        return "basis" if same else "changed"


@dataclass(frozen=True, kw_only=True)
class DifferingRow:
    """A task that is not shared out alike in all municipalities of a plan."""

    task: str
    title: str
    cells: tuple[tuple[Party, tuple[tuple[Rasci, ...], ...]], ...]
    """Each agency whose part differs, with its letters in each municipality in turn."""


def between_participants(
    reading: Reading, first: str, second: str, cut: Cut = WHOLE
) -> tuple[CellChange, ...]:
    """The cells that differ between two municipalities of one plan."""
    one, other = (responsibility_matrix(reading, replace(cut, participant=name)) for name in (first, second))
    return _changes(reading, one, other)


def between_plans(old: Reading, new: Reading, cut: Cut = WHOLE) -> tuple[CellChange, ...]:
    """The cells that differ between two plans or two versions of one, in the order and words of the newer."""
    return _changes(new, responsibility_matrix(old, cut), responsibility_matrix(new, cut))


def differing_rows(reading: Reading) -> tuple[DifferingRow, ...]:
    """The tasks that municipalities of the plan share out differently, and in what."""
    names = [one.id for one in reading.plan.participants]
    if len(names) < 2:
        return ()
    matrices = [responsibility_matrix(reading, Cut(participant=name)) for name in names]
    rows = [{row.task: row for row in matrix.rows} for matrix in matrices]
    found = []
    for row in responsibility_matrix(reading).rows:
        letters = {
            agency: tuple(
                by_task[row.task].cells[agency].letters
                if row.task in by_task and agency in by_task[row.task].cells
                else ()
                for by_task in rows
            )
            for agency in row.cells
        }
        cells = tuple((reading.party(agency), of) for agency, of in letters.items() if len(set(of)) > 1)
        if cells:
            found.append(DifferingRow(task=row.task, title=row.title, cells=cells))
    return tuple(found)


def _changes(reading: Reading, old: Matrix, new: Matrix) -> tuple[CellChange, ...]:
    before, after = ({row.task: row for row in matrix.rows} for matrix in (old, new))
    changes = []
    for task in (*after, *(task for task in before if task not in after)):
        was, now = before.get(task), after.get(task)
        row = now or was
        assert row is not None
        of_old, of_new = (side.cells if side else {} for side in (was, now))
        for agency in dict.fromkeys((*of_new, *of_old)):
            one, other = of_old.get(agency), of_new.get(agency)
            if _told(reading, one) != _told(reading, other):
                party = _party(reading, old, agency)
                changes.append(CellChange(task=task, title=row.title, party=party, old=one, new=other))
    return tuple(changes)


def _party(reading: Reading, old: Matrix, agency: str) -> Party:
    """The agency as the newer side knows it, else as the older does."""
    known = reading.party(agency)
    if known.entry is None and known.guide_entry is None:
        return next((party for party in old.columns if party.id == agency), known)
    return known


def _told(reading: Reading, cell: Cell | None) -> object:
    """All that a cell says, whatever the order in which its entries stand."""
    return None if cell is None else frozenset(_says(reading, entry) for entry in cell.entries)


def _says(reading: Reading, entry: Responsibility) -> tuple[object, ...]:
    basis = reading.vocabulary.code("basis", entry.basis) if entry.basis else None
    return (
        entry.role,
        entry.level,
        basis or entry.basis,
        entry.agreement,
        role_title(reading, entry),
        tuple(ref.text for ref in entry.legal_basis),
        entry.valid_from.text if entry.valid_from else None,
        entry.valid_to.text if entry.valid_to else None,
    )
