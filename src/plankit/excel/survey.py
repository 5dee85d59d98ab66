"""The workbook of the survey before and after: two sheets for answers, one that tells the result, one to read into the plan.

A row is a respondent. Nobody is named, rows of the two sheets do not belong together, and nothing is written in words. What
counts too few people is withheld by the formulas themselves, with the plan's own limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from plankit.excel.styles import Styles, lines_of
from plankit.excel.survey_figures import (
    LEAST,
    MOST,
    NONE,
    Answers,
    Figures,
    as_data,
    difference,
    mean_of_row,
)
from plankit.excel.survey_words import (
    ALL_TOGETHER,
    BEFORE_AFTER,
    CHANGE,
    EACH,
    FIGURES,
    FORM,
    LIMIT,
    MEASURES,
    ONLY_NUMBERS,
    PERIOD,
    RESULT,
    STATEMENT,
    TITLE,
    USE,
    WITHHELD_WORD,
    how_to,
)
from plankit.teaching.confidence import EVERY, WITHHELD, Survey, survey
from plankit.teaching.kit import Kit
from plankit.views.reading import Reading
from plankit.views.sheets import harmless

FILE = "trainer/survey.xlsx"
ROOM = 150
"""How many respondents there is room for."""
DATA = "data"
"""The sheet that is read into the plan; it and its columns are called the same in every language."""
COLUMNS = ("period", "audience", "statement", "when", "share", "respondents", "mean")
_ONE_LINE = "one-line"
_MADE = datetime(2000, 1, 1)  # a fixed moment: two runs give the same bytes
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PERIOD_ROW, _LIMIT_ROW, _GROUP_ROW, _HEAD_ROW, _FIRST_ROW = 2, 3, 5, 6, 7
_FIGURES, _CHANGE = (3, 6), 9
"""Columns of the result: number, mean and share before, then after, then the change."""
_PAPER_A4, _LINE_HEIGHT = 9, 13.5


def write_survey(kit: Kit, folder: Path) -> None:
    """Write `trainer/survey.xlsx` below `folder`; nothing where the guide has no statements for the audience."""
    asked = survey(kit.subject)
    if not asked.statements:
        return
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(survey_bytes(kit.subject.reading, asked, str(kit.subject.today.year)))


def survey_bytes(reading: Reading, asked: Survey, period: str) -> bytes:
    """The workbook, empty. `period` stands in it until somebody writes another."""
    target = BytesIO()
    workbook = Workbook(target, _OPTIONS)
    # Neither who made it nor where nor when.
    workbook.set_properties({"title": reading.words(TITLE), "created": _MADE})
    writer = _Writer(workbook, reading, asked)
    writer.write_how_to()
    for number in (0, 1):
        writer.write_answers(number)
    writer.write_result(period)
    writer.write_data()
    workbook.close()
    return target.getvalue()


class _Writer:
    """One workbook while it is written."""

    def __init__(self, workbook: Workbook, reading: Reading, asked: Survey) -> None:
        self._workbook = workbook
        self._words = reading.words
        self._asked = asked
        self._styles = Styles(workbook)
        self._answers = tuple(reading.words(one) for one in BEFORE_AFTER)
        self._result = reading.words(RESULT)

    def _sheet(self, title: str) -> Worksheet:
        made = self._workbook.add_worksheet(title)
        made.hide_gridlines(2)
        made.set_paper(_PAPER_A4)
        made.protect("", {"format_columns": True, "format_rows": True})
        return made

    # --- What explains ---

    def write_how_to(self) -> None:
        """The first sheet."""
        made = self._sheet(self._words(USE))
        made.set_column(0, 0, 76)
        made.fit_to_pages(1, 0)
        for row, (kind, text) in enumerate(how_to(self._words, self._asked, ROOM)):
            said = f"•  {text}" if kind == "point" else text
            made.write_string(row, 0, said, self._styles.words(kind))
            made.set_row(row, {"title": 26, "heading": 28}.get(kind, 15.5 * lines_of(said, 88)))

    # --- What is filled in ---

    def write_answers(self, number: int) -> None:
        """The sheet for the answers before (0) or after (1): a row a respondent, a column a statement."""
        made = self._sheet(self._answers[number])
        count = len(self._asked.statements)
        made.set_column(0, 0, 7)
        made.set_column(1, count, 19)
        made.set_column(count + 1, count + 1, None, None, {"hidden": True})
        made.write_string(0, 0, self._words(FORM), self._styles.heading(is_open=False, is_upright=False))
        head = self._styles.heading(is_open=True, is_upright=False)
        told = [harmless(f"{one.number}. {one.text}") for one in self._asked.statements]
        for column, text in enumerate(told, start=1):
            made.write_string(0, column, text, head)
        made.set_row(0, _LINE_HEIGHT * max(lines_of(text, 17) for text in told) + 8)
        made.write_string(0, count + 1, self._words(EACH), head)
        for row in range(1, ROOM + 1):
            self._write_respondent(made, row, count)
        made.data_validation(1, 1, ROOM, count, self._validation())
        made.freeze_panes(1, 1)
        made.set_landscape()
        made.repeat_rows(0)
        made.fit_to_pages(1, 0)

    def _write_respondent(self, made: Worksheet, row: int, count: int) -> None:
        made.write_number(row, 0, row, self._styles.figure(is_open=False))
        for column in range(1, count + 1):
            made.write_blank(row, column, None, self._styles.figure(is_open=True))
        made.write_formula(row, count + 1, mean_of_row(row, 1, count), self._styles.figure(is_open=False), "")

    def _validation(self) -> dict[str, object]:
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": LEAST,
            "maximum": MOST,
            "ignore_blank": True,
            "error_title": self._words(ONLY_NUMBERS[0]),
            "error_message": self._words(ONLY_NUMBERS[1]),
        }

    # --- What comes of it ---

    def write_result(self, period: str) -> None:
        """The sheet with a row a statement, and one for all of them together."""
        made = self._sheet(self._result)
        for column, width in enumerate((5, 54, 22, *(11,) * 6, 11)):
            made.set_column(column, column, width)
        self._write_above(made, period)
        for row, number, text, factor in self._lines():
            self._write_figures(made, row, number, (text, factor))
        made.freeze_panes(_FIRST_ROW, 2)
        made.set_landscape()
        made.fit_to_pages(1, 0)

    def _lines(self) -> Iterator[tuple[int, int, str, str]]:
        """For each line of the result: its row, the column of its answers, what it is, what it measures."""
        statements = self._asked.statements
        for at, one in enumerate(statements):
            yield _FIRST_ROW + at, 1 + at, one.text, one.factor
        yield _FIRST_ROW + len(statements), 1 + len(statements), self._words(ALL_TOGETHER), ""

    def _write_above(self, made: Worksheet, period: str) -> None:
        words, styles = self._words, self._styles
        made.write_string(0, 0, words(TITLE), styles.words(_ONE_LINE))
        for row, text in ((_PERIOD_ROW, PERIOD), (_LIMIT_ROW, LIMIT)):
            made.merge_range(row, 0, row, 1, words(text), styles.words("label"))
        made.write_string(_PERIOD_ROW, 2, period, styles.cell(period, is_open=True, is_centred=True))
        made.write_number(_LIMIT_ROW, 2, self._asked.below, styles.figure(is_open=False))
        head = styles.heading(is_open=True, is_upright=False)
        for column, text in enumerate(("", words(STATEMENT), words(MEASURES))):
            made.write_string(_HEAD_ROW, column, text, head)
        for first, title in zip(_FIGURES, self._answers, strict=True):
            made.merge_range(_GROUP_ROW, first, _GROUP_ROW, first + 2, title, head)
            for column, text in enumerate(FIGURES, start=first):
                made.write_string(_HEAD_ROW, column, words(text), head)
        made.write_string(_HEAD_ROW, _CHANGE, words(CHANGE), head)
        made.set_row(_HEAD_ROW, 44)

    def _write_figures(self, made: Worksheet, row: int, number: int, told: tuple[str, str]) -> None:
        styles = self._styles
        texts = (str(number) if number <= len(self._asked.statements) else "", *told)
        for column, text in enumerate(texts):
            shown = harmless(text)
            made.write_string(row, column, shown, styles.cell(shown, is_open=False))
        made.set_row(row, _LINE_HEIGHT * max(lines_of(told[0], 60), lines_of(told[1], 25)) + 4)
        for first, sheet in zip(_FIGURES, self._answers, strict=True):
            figures = self._figures(sheet, number)
            made.write_formula(row, first, figures.number, styles.figure(is_open=False), 0)
            made.write_formula(
                row, first + 1, figures.mean, styles.figure(is_open=False, pattern="0.0"), NONE
            )
            made.write_formula(row, first + 2, figures.share, styles.figure(is_open=False), NONE)
        before, after = (xl_rowcol_to_cell(row, first + 1) for first in _FIGURES)
        change = styles.figure(is_open=False, pattern="+0.0;-0.0;0.0")
        made.write_formula(row, _CHANGE, difference(before, after), change, NONE)

    def _figures(self, sheet: str, column: int) -> Figures:
        limit = xl_rowcol_to_cell(_LIMIT_ROW, 2, row_abs=True, col_abs=True)
        answers = Answers(sheet=sheet, column=column, first=1, last=ROOM)
        return Figures(answers=answers, limit=limit, withheld=self._words(WITHHELD_WORD))

    # --- What is read into the plan ---

    def write_data(self) -> None:
        """The table: a row for each statement before and after, with numbers or the mark for what is withheld."""
        made = self._sheet(DATA)
        made.set_column(0, len(COLUMNS) - 1, 14)
        made.set_landscape()
        for column, name in enumerate(COLUMNS):
            made.write_string(0, column, name, self._styles.heading(is_open=False, is_upright=False))
        names = (*(one.id for one in self._asked.statements), EVERY)
        row = 1
        for first, when in zip(_FIGURES, ("before", "after"), strict=True):
            for at, name in enumerate(names):
                self._write_tidy(made, row, (self._asked.audience, name, when), (_FIRST_ROW + at, first))
                row += 1

    def _write_tidy(
        self, made: Worksheet, row: int, ids: tuple[str, str, str], place: tuple[int, int]
    ) -> None:
        line, first = place
        style = self._styles.cell("", is_open=False, is_id=True)
        made.write_formula(row, 0, f"={self._cell(_PERIOD_ROW, 2)}", style, WITHHELD)
        for column, text in enumerate(ids, start=1):
            made.write_string(row, column, text, style)
        for column, at in ((4, first + 2), (5, first), (6, first + 1)):
            figure = self._styles.figure(is_open=False, pattern="General")
            made.write_formula(row, column, as_data(self._cell(line, at)), figure, WITHHELD)

    def _cell(self, row: int, column: int) -> str:
        return f"{quote_sheetname(self._result)}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"
