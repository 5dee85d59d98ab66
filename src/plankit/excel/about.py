"""The first sheet: what the workbook is, what may be changed in it, and how the changes come back."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.views.reading import Reading
from plankit.views.sheets import Book

TITLE = N_("About this file")
_WHAT = N_(
    "This workbook holds the plan's measures, who does what, reports on progress, services and contacts."
    " The plan itself lies in files. What you change here is read back into them."
)
_FORM = N_("This workbook holds the measures that {agency} answers for, and rows to report on them.")
_REPORT = N_(
    "A row is ready for each measure that has no report for this period. Write the day, the status and what was reached,"
    " what stands in the way and what comes next. Nothing is asked in percent."
)
_MAY = (
    N_("Cells like this one may be changed."),
    N_("Cells like this one are for reading. What you change there is not read back; you are told so."),
)
_RULES = (
    N_("Where there is a list in the cell, choose from it."),
    N_("A deadline may be a day, such as 2027-05-01, or words, such as “spring 2027”."),
    N_("Where a cell holds several values, write one on each line (Alt+Enter makes a new line)."),
    N_("You may sort, filter and move rows and columns. Every row is known by its id, not by its place."),
    N_("Do not change ids, headings or the names of the sheets."),
    N_("Do not write formulas. They are refused."),
    N_("A row that you delete here stays in the plan. Only the files can take it away."),
)
_GROWS = N_(
    "New reports go into the empty rows at the end of the sheet “{sheet}”. A report needs a measure and a date."
)
_MATRIX = N_(
    "In the sheet “{sheet}”, R carries out, A answers for the task, S supports, C is consulted, I is informed."
    " A letter can be changed, or written into an empty cell. It cannot be taken away here."
)
_BACK = (
    N_("Save the file and send it back to whoever keeps the plan. That person runs:"),
    N_("plankit import xlsx FILE PLAN"),
    N_("Every change is shown before anything is written. Nothing is published by that."),
    N_(
        "Several people may work in a copy each. Changes in different places are put together. Where two have changed"
        " the same, both values are shown, and one of you must choose."
    ),
)


def about(reading: Reading, book: Book, version: str, checksum: str) -> Iterator[tuple[str, str]]:
    """The lines of the sheet: how each looks, and its words. `label` lines have the value after a tab."""
    words, plan = reading.words, reading.plan.plan
    yield "title", book.title
    if plan.subtitle:
        yield "text", reading.text(plan.subtitle)
    yield "gap", ""
    agency = reading.party(book.agency).name if book.agency else ""
    yield "text", words(_FORM).format(agency=agency) if agency else words(_WHAT)
    if book.period:
        yield "heading", words(N_("To report on: {period}")).format(period=book.period)
        yield "text", words(_REPORT)
    yield "heading", words(N_("What may be changed"))
    yield "open", words(_MAY[0])
    yield "locked", words(_MAY[1])
    yield from (("point", words(one)) for one in _RULES)
    progress, matrix = book.sheet("progress"), book.sheet("matrix")
    if progress:
        yield "point", words(_GROWS).format(sheet=progress.title)
    if matrix:
        yield "point", words(_MATRIX).format(sheet=matrix.title)
    yield "heading", words(N_("How it comes back"))
    yield from (("text", words(one)) for one in _BACK)
    yield "heading", words(N_("What this copy was made from"))
    yield from _source(reading, book, version, checksum)


def _source(reading: Reading, book: Book, version: str, checksum: str) -> Iterator[tuple[str, str]]:
    words, plan = reading.words, reading.plan.plan
    yield "label", f"{words(N_('Plan'))}\t{book.plan}"
    for one in reading.plan.participants:
        named = " ".join(part for part in (one.number or "", reading.text(one.name)) if part)
        yield "label", f"{words(N_('Municipality'))}\t{named}"
    if reading.plan.versions:
        yield "label", f"{words(N_('Version of the plan'))}\t{reading.title(reading.plan.versions[-1].id)}"
    if plan.stage:
        yield "label", f"{words(N_('Stage'))}\t{reading.label('stage', plan.stage)}"
    yield "label", f"{words(N_('Checksum of the files'))}\t{checksum}"
    yield "label", f"{words(N_('Made with'))}\tplankit {version}"
