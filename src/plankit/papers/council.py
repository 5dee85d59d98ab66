"""The papers that need more than the plan's text: the yearly report and the evaluation, by the name that `only` gives."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plankit.freezing.since import changed_since
from plankit.freezing.standing import standing_of
from plankit.loading import Loaded
from plankit.papers.blocks import Document
from plankit.papers.evaluation import evaluation_document
from plankit.papers.names import file_stem, plain
from plankit.papers.yearly_report import report_document
from plankit.views.adopted import stamp
from plankit.views.evaluation import evaluation
from plankit.views.reading import Reading
from plankit.views.yearly_report import YearlyReport, report_spans, yearly_report

REPORT = "report-"
"""What `only` begins with that asks for a yearly report; the year stands after it."""

EVALUATION = "evaluation"
"""What `only` says for the evaluation."""

_YEAR = re.compile(rf"{REPORT}(\d{{4}})")


class Paper(NamedTuple):
    """A paper, and what its file is called, without its ending."""

    document: Document
    stem: str


def council_paper(
    only: str | None, folder: Path, loaded: Loaded, reading: Reading, today: date
) -> Paper | None:
    """The paper of that name; `None` where it is not one of these, or the plan has no report on that year."""
    foot = stamp(standing_of(folder, loaded), reading)
    document = None
    if only == EVALUATION:
        document = evaluation_document(reading, evaluation(reading, today), today=today, stamp=foot)
    elif match := _YEAR.fullmatch(only or ""):
        report = report_on(int(match[1]), folder, loaded, reading, today)
        document = report_document(reading, report, today=today, stamp=foot) if report else None
    return Paper(document, report_stem(reading, document.title)) if document else None


def report_on(year: int, folder: Path, loaded: Loaded, reading: Reading, today: date) -> YearlyReport | None:
    """The report on a year, with what changed in the plan; `None` where no period of reporting ends in that year."""
    span = report_spans(reading, today).get(year)
    if span is None:
        return None
    return yearly_report(reading, year, today, changed_since(folder, loaded, reading, span))


def council_names(reading: Reading, today: date) -> tuple[str, ...]:
    """What `only` may say for these papers."""
    return (EVALUATION, *(f"{REPORT}{year}" for year in report_spans(reading, today)))


def report_stem(reading: Reading, title: str) -> str:
    """What the file of such a paper is called, without its ending: never its theme."""
    return file_stem(reading, plain(title))
