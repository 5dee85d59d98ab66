"""The input `xlsx`: what a workbook that came back would change in a plan, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plankit.excel.carrying import Carried, Carrier, Known
from plankit.excel.comparing import Comparison
from plankit.excel.grid import grids
from plankit.excel.memory import FORMAT, SHEET, Forgotten, Memory, from_rows, with_names
from plankit.excel.places import Findings
from plankit.inputs import InputRequest, Proposal
from plankit.language import N_
from plankit.rewriting import Rewriting
from plankit.source.edit import Addition, CannotEdit, Change
from plankit.views.reading import Reading
from plankit.views.sheet_making import book
from plankit.workbooks import Opened, Unreadable, open_workbook

_NOT_OURS = N_(
    "plankit did not write it, or its hidden sheet is gone; with --base, give the file as it was exported"
)
_OTHER_PLAN = N_("it belongs to another plan")
_NEWER = N_("it was written by a newer version of plankit")


def read_workbook(request: InputRequest) -> Proposal:
    """What the workbooks would change in the plan. Every file that cannot be read gives a finding."""
    paths = (request.file, *request.others)
    told_apart = len({path.name for path in paths}) == len(paths)
    known, read = Known(), []
    for path in paths:
        findings = Findings(file=path.name if told_apart else str(path), language=request.language)
        read.append((findings, _carried(replace(request, file=path), findings, known)))
    files = Rewriting(request.folder, request.loaded, request.language)
    differences = []
    carried = [(one, findings) for findings, ones in read for one in ones]
    for (change, told, one), findings in _in_order(carried):
        try:
            files.change(change)
        except CannotEdit as error:
            findings.add("PK062", {"reason": str(error)}, sheet=one.title, at=one.at)
        else:
            differences.append(told)
    found = tuple(each for findings, _ in read for each in findings.found)
    return Proposal(differences=tuple(differences), findings=found, write=files.write)


def _carried(request: InputRequest, findings: Findings, known: Known) -> list[Carried]:
    """What one workbook asks for; nothing where it cannot be read."""
    plan = request.loaded.plan
    opened = _opened(request.file, findings)
    memory = _memory(request, opened, findings) if opened else None
    if opened is None or memory is None or plan is None or not _is_ours(memory, plan.plan.id, findings):
        return []
    reading = Reading(plan, request.loaded.guide, memory.language)
    sheets = with_names(book(reading), memory)
    comparison = Comparison(memory, sheets, findings, request.prefer)
    carrier = Carrier(reading, request.loaded.read, sheets, findings, known)
    for grid in grids(opened, memory, findings):
        for one in comparison.of(grid):
            carrier.take(one)
    return carrier.carried


Asking = tuple[Carried, Findings]
"""What a workbook asks for, and where to say what is wrong with it."""


def _in_order(carried: Sequence[Asking]) -> list[Asking]:
    """Values first; then new entries from the end, so that none moves the place of another."""
    values = [one for one in carried if isinstance(one[0][0], Change)]
    added = [one for one in reversed(carried) if isinstance(one[0][0], Addition)]
    return [*values, *sorted(added, key=lambda one: -_place(one[0][0]))]


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
