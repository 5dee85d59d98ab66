"""The output `xlsx`: a plan as an Excel workbook, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from plankit import __version__
from plankit.excel.memory import checksum_of, remembered
from plankit.excel.writer import workbook_bytes
from plankit.outputs import OutputFailed, Request, Result
from plankit.views.reading import Reading
from plankit.views.sheet_making import asked_of, book


def build_workbook(request: Request) -> Result:
    """Write the plan's workbook to the file `request.out`; with `only`, that agency's form."""
    plan = request.loaded.plan
    if plan is None:
        raise OutputFailed("no plan")
    reading = Reading(plan, request.loaded.guide, request.language or plan.plan.language)
    asked = asked_of(reading, request.today, request.period) if request.only else None
    sheets = book(reading, request.only or "", asked)
    memory = remembered(sheets, __version__, checksum_of(request.loaded.read.texts))
    write_whole(request.out, workbook_bytes(reading, sheets, memory))
    return Result(start=request.out, pages=len(sheets.sheets), written=len(sheets.sheets))


def write_whole(path: Path, data: bytes) -> None:
    """Write the file so that it is there whole or not at all."""
    beside = path.with_name(f".{path.name}.plankit-new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
