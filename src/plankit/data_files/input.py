"""The input `table`: what a table from a statistics office would add to an indicator, and how it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal

from plankit.data_files.table import Table, read_table
from plankit.data_files.values import Value, values_in
from plankit.findings import Finding, Problem
from plankit.inputs import Difference, InputRequest, Proposal, Written
from plankit.language import N_
from plankit.loading import finding_of
from plankit.model.indicator import DataMapping, Indicator, Observation
from plankit.model.when import When
from plankit.rewriting import Rewriting
from plankit.source.edit import Addition, Append, CannotEdit, Change
from plankit.source.places import Places
from plankit.source.yaml_writing import Value as Written_
from plankit.views.reading import Reading
from plankit.workbooks import Unreadable

Edit = Change | Addition | Append
_NO_INDICATOR = N_("the mapping names an indicator that the plan does not have")


class _Notes:
    """What is wrong with the file, with row and column."""

    def __init__(self, request: InputRequest) -> None:
        self._request = request
        self.found: list[Finding] = []

    def __call__(
        self,
        code: str,
        values: dict[str, object],
        *,
        row: int = 1,
        column: int = 1,
        suggestion: str | None = None,
    ) -> None:
        problem = Problem(
            code=code,
            values=values,
            file=f"{self._request.file.name}:{row}:{column}",
            line=row,
            column=column,
            suggestion=suggestion,
        )
        self.found.append(finding_of(problem, Places(), self._request.language, {}))


def read_statistics(request: InputRequest) -> Proposal:
    """What the file would change in the series of the indicator that the mapping `request.mapping` is for.

    New periods are added. A value that differs from the plan's is a finding and is written only where
    `request.prefer` is `file`. The file's name, checksum and day are noted in the mapping. A file whose values are
    all there already, and which was noted before, changes nothing.
    """
    notes = _Notes(request)
    plan = request.loaded.plan
    mapping = next((one for one in plan.data_mappings if one.id == request.mapping), None) if plan else None
    if plan is None or mapping is None:
        return Proposal(differences=(), findings=(), write=Written)
    indicator = next((one for one in plan.indicators if one.id == mapping.indicator), None)
    table = _table(request, mapping, notes)
    if indicator is None:
        notes("PK069", {"file": request.file.name, "reason": _NO_INDICATOR})
    if table is None or indicator is None:
        return Proposal(differences=(), findings=tuple(notes.found), write=Written)
    values = values_in(table, mapping, notes)
    work = _Work(request, Reading(plan, request.loaded.guide, request.language), mapping, indicator)
    return work.proposal(values, notes)


def _table(request: InputRequest, mapping: DataMapping, notes: _Notes) -> Table | None:
    try:
        return read_table(request.file, mapping)
    except Unreadable as error:
        notes("PK069", {"file": request.file.name, "reason": str(error)})
        return None


class _Work:
    """One file read into one indicator."""

    def __init__(
        self, request: InputRequest, reading: Reading, mapping: DataMapping, indicator: Indicator
    ) -> None:
        self._request = request
        self._reading = reading
        self._mapping = mapping
        self._indicator = indicator
        self._rewriting = Rewriting(request.folder, request.loaded, request.language)
        self._differences: list[Difference] = []
        self._has_series = False
        """Whether a value was added where the indicator had none."""

    def proposal(self, values: Sequence[Value], notes: _Notes) -> Proposal:
        given = [value.period for value in values if self._takes(value, notes)]
        if given:
            self._do(self._log(given), notes)
        return Proposal(
            differences=tuple(self._differences), findings=tuple(notes.found), write=self._rewriting.write
        )

    def _takes(self, value: Value, notes: _Notes) -> bool:
        """Whether the plan has what the file says of a period, now or once it is written."""
        known = _same_period(self._indicator, value.period)
        return (
            self._do(self._added(value), notes, value) if known is None else self._agrees(value, known, notes)
        )

    def _do(self, step: tuple[Edit, Difference] | None, notes: _Notes, at: Value | None = None) -> bool:
        """Whether the change could be made; what could not is noted at the place of the value."""
        if step is None:
            return True
        try:
            self._rewriting.change(step[0])
        except CannotEdit as error:
            row, column = (at.row, at.column) if at else (1, 1)
            notes("PK062", {"reason": str(error)}, row=row, column=column)
            return False
        self._differences.append(step[1])
        return True

    # --- A period that the plan has ---

    def _agrees(self, value: Value, known: int, notes: _Notes) -> bool:
        one, agrees = self._indicator.series[known], True
        pairs = (("value", one.value, value.value), ("base", one.base, value.base))
        for key, ours, theirs in pairs:
            if theirs is None or (ours is not None and Decimal(ours) == Decimal(theirs)):
                continue
            if ours is None or self._request.prefer == "file":
                agrees = self._do(self._replaced(value, known, key, theirs), notes, value) and agrees
                continue
            agrees = False
            if self._request.prefer is None:
                told: dict[str, object] = {"period": value.period, "ours": ours, "theirs": theirs}
                notes("PK068", told, row=value.row, column=value.column)
        return agrees

    def _replaced(self, value: Value, known: int, key: str, theirs: str) -> tuple[Edit, Difference]:
        file, path = self._request.loaded.read.origin(self._indicator)
        ours = getattr(self._indicator.series[known], key) or ""
        edit = Change(
            file=file,
            path=(*path, "series", known, key),
            value=theirs,
            order=tuple(Observation.model_fields),
        )
        return edit, self._told(value.period, ours, theirs, file)

    # --- Periods that are new ---

    def _added(self, value: Value) -> tuple[Edit, Difference]:
        file, path = self._request.loaded.read.origin(self._indicator)
        entry: dict[str, Written_] = {"period": value.period, "value": value.value}
        entry = entry if value.base is None else {**entry, "base": value.base}
        if self._indicator.series or self._has_series:
            edit: Edit = Append(file=file, path=(*path, "series"), value=entry)
        else:
            edit = Change(
                file=file, path=(*path, "series"), value=[entry], order=tuple(Indicator.model_fields)
            )
            self._has_series = True
        return edit, self._told(value.period, "", value.value, file)

    def _told(self, period: str, before: str, after: str, file: str) -> Difference:
        return Difference(
            where=self._request.file.name,
            subject=self._reading.text(self._indicator.name),
            field=period,
            before=before,
            after=after,
            file=file,
        )

    # --- Where it came from ---

    def _log(self, periods: Sequence[str]) -> tuple[Edit, Difference] | None:
        checksum = hashlib.sha256(self._request.file.read_bytes()).hexdigest()
        if not self._differences and any(one.sha256 == checksum for one in self._mapping.files):
            return None
        file, path = self._request.loaded.read.origin(self._mapping)
        entry: dict[str, Written_] = {
            "name": self._request.file.name,
            "sha256": checksum,
            "read_on": self._request.today,
            "periods": list(periods),
        }
        edit: Edit = Append(file=file, path=(*path, "files"), value=entry)
        if not self._mapping.files:
            order = tuple(DataMapping.model_fields)
            edit = Change(file=file, path=(*path, "files"), value=[entry], order=order)
        told = Difference(
            where=self._request.file.name,
            subject=self._mapping.id,
            field=self._reading.words(N_("Files read")),
            before="",
            after=f"{self._request.file.name}, {checksum[:12]}…",
            file=file,
        )
        return edit, told


def _same_period(indicator: Indicator, period: str) -> int | None:
    wanted = When.model_validate(period)
    days = (wanted.start_day, wanted.end_day)
    for at, one in enumerate(indicator.series):
        same_days = days != (None, None) and (one.period.start_day, one.period.end_day) == days
        if same_days or one.period.text.casefold() == period.casefold():
            return at
    return None
