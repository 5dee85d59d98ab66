"""The input `xlsx`: what a workbook that came back would change in a plan, and how it is written."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plankit.excel.carrying import Carried, Carrier
from plankit.excel.comparing import Comparison
from plankit.excel.grid import grids
from plankit.excel.memory import FORMAT, SHEET, Forgotten, Memory, from_rows, with_names
from plankit.excel.opening import Opened, Unreadable, open_workbook
from plankit.excel.places import Findings
from plankit.findings import Finding, Severity
from plankit.inputs import InputRefused, InputRequest, Proposal, Written
from plankit.language import N_
from plankit.loading import load
from plankit.source.all_or_nothing import ChangedMeanwhile, clean, write_files
from plankit.source.edit import Addition, CannotEdit, Change, apply
from plankit.source.text_file import BOM
from plankit.views.reading import Reading
from plankit.views.sheet_making import book

_NOT_OURS = N_(
    "plankit did not write it, or its hidden sheet is gone; with --base, give the file as it was exported"
)
_OTHER_PLAN = N_("it belongs to another plan")
_NEWER = N_("it was written by a newer version of plankit")
_CHANGED = N_("“{file}” was changed while the workbook was read. Nothing was written.")


def read_workbook(request: InputRequest) -> Proposal:
    """What the workbook would change in the plan. Every file that cannot be read gives a finding."""
    findings = Findings(file=request.file.name, language=request.language)
    plan = request.loaded.plan
    opened = _opened(request.file, findings)
    memory = _memory(request, opened, findings) if opened else None
    if opened is None or memory is None or plan is None or not _is_ours(memory, plan.plan.id, findings):
        return Proposal(differences=(), findings=tuple(findings.found), write=Written)
    reading = Reading(plan, request.loaded.guide, memory.language)
    sheets = with_names(book(reading), memory)
    comparison = Comparison(memory, sheets, findings, request.prefer)
    carrier = Carrier(reading, request.loaded.read, sheets, findings)
    for grid in grids(opened, memory, findings):
        for one in comparison.of(grid):
            carrier.take(one)
    files = _Files(request)
    differences = []
    for change, told, one in _in_order(carrier.carried):
        try:
            files.change(change)
        except CannotEdit as error:
            findings.add("PK062", {"reason": str(error)}, sheet=one.title, at=one.at)
        else:
            differences.append(told)
    return Proposal(differences=tuple(differences), findings=tuple(findings.found), write=files.write)


def _in_order(carried: Sequence[Carried]) -> list[Carried]:
    """Values first; then new entries from the end, so that none moves the place of another."""
    values = [one for one in carried if isinstance(one[0], Change)]
    added = [one for one in reversed(carried) if isinstance(one[0], Addition)]
    return [*values, *sorted(added, key=lambda one: -_place(one[0]))]


def _place(change: Change | Addition) -> int:
    """The number of the entry that a new one follows; -1 where it goes to the end of what may be empty."""
    return change.after if isinstance(change, Addition) and change.after is not None else -1


def _opened(path: Path, findings: Findings) -> Opened | None:
    try:
        return open_workbook(path)
    except Unreadable as error:
        findings.add("PK050", {"workbook": path.name, "reason": str(error)})
        return None


def _memory(request: InputRequest, opened: Opened, findings: Findings) -> Memory | None:
    """What the workbook remembers, else what the workbook that it was made from does."""
    source: Opened | None = opened
    if opened.sheet(SHEET) is None and request.base is not None:
        source = _opened(request.base, Findings(file=request.base.name, language=request.language))
    rows = source.sheet(SHEET) if source else None
    if rows is None:
        findings.add("PK051", {"workbook": findings.file, "reason": _NOT_OURS})
        return None
    try:
        return from_rows([[raw.text for raw in row] for row in rows])
    except Forgotten:
        findings.add("PK051", {"workbook": findings.file, "reason": _NOT_OURS})
        return None


def _is_ours(memory: Memory, plan: str, findings: Findings) -> bool:
    if memory.format > FORMAT:
        findings.add("PK051", {"workbook": findings.file, "reason": _NEWER})
    elif memory.plan != plan:
        findings.add("PK051", {"workbook": findings.file, "reason": _OTHER_PLAN})
    else:
        return True
    return False


class _Files:
    """The files of a plan with changes made, not yet written."""

    def __init__(self, request: InputRequest) -> None:
        self._request = request
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, str] = {}

    def change(self, change: Change | Addition) -> None:
        """Make one more change. Raises `CannotEdit`."""
        if change.file not in self._before:
            path = self._request.folder / change.file
            self._before[change.file] = path.read_bytes() if path.exists() else None
        data = self._before[change.file] or b""
        text = self._after.get(change.file)
        if text is None:
            text = data.removeprefix(BOM).decode("utf-8")
        self._after[change.file] = apply(text, change)

    def _bytes(self) -> dict[str, bytes]:
        made = {}
        for name, text in self._after.items():
            mark = BOM if (self._before[name] or b"").startswith(BOM) else b""
            made[name] = mark + text.encode("utf-8")
        return {name: data for name, data in made.items() if data != self._before[name]}

    def write(self) -> Written:
        """Write every file or none; none where the plan would have an error that it has not now."""
        files = self._bytes()
        if not files:
            return Written()
        errors = self._new_errors(files)
        if errors:
            return Written(errors=errors)
        folder = self._request.folder
        try:
            clean(folder)
            write_files(folder, files, {name: self._before[name] for name in files})
        except ChangedMeanwhile as error:
            raise InputRefused(_CHANGED, str(error)) from error
        return Written(files=tuple(sorted(files)))

    def _new_errors(self, files: dict[str, bytes]) -> tuple[Finding, ...]:
        """The errors that the plan would have and has not now, found in a copy of it."""
        request = self._request
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name) / "plan"
            shutil.copytree(
                request.folder,
                copy,
                ignore=shutil.ignore_patterns(".*", "_*"),
                ignore_dangling_symlinks=True,
            )
            for file, data in files.items():
                (copy / file).write_bytes(data)
            after = load(copy, language=request.language, guide=request.loaded.guide).findings
        known = Counter(_what(one) for one in _errors(request.loaded.findings))
        new = []
        for one in _errors(after):
            known[_what(one)] -= 1
            if known[_what(one)] < 0:
                new.append(one)
        return tuple(new)


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


def _what(finding: Finding) -> tuple[str, str | None, str]:
    return finding.code, finding.subject, finding.message
