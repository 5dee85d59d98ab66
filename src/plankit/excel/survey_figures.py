"""The formulas of a survey: how many answered, their mean and how many agree, told only where that is not too few people."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from plankit.teaching.confidence import SURE_FROM, WITHHELD

LEAST, MOST = 1, 5
NONE = "–"
"""Stands where nobody has answered."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to one statement, or what each respondent answers on average: a column of a sheet."""

    sheet: str
    column: int
    first: int
    last: int

    @property
    def area(self) -> str:
        """The cells, as formulas name them."""
        start = xl_rowcol_to_cell(self.first, self.column, row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(self.last, self.column, row_abs=True, col_abs=True)
        return f"{quote_sheetname(self.sheet)}!{start}:{end}"

    @property
    def count(self) -> str:
        """How many there are. What is no answer counts as none."""
        return f'COUNTIFS({self.area},">={LEAST}",{self.area},"<={MOST}")'

    @property
    def sure(self) -> str:
        """How many of them agree."""
        return f'COUNTIFS({self.area},">={SURE_FROM}",{self.area},"<={MOST}")'

    @property
    def sum(self) -> str:
        """All of them added up."""
        return f'SUMIFS({self.area},{self.area},">={LEAST}",{self.area},"<={MOST}")'


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The figures of a column of answers, each a formula."""

    answers: Answers
    limit: str
    """The cell that tells how few are too few."""
    withheld: str
    """What stands in place of a figure that counts too few."""

    @property
    def number(self) -> str:
        """How many answered."""
        count = self.answers.count
        return f"=IF(AND({count}>0,{count}<{self.limit}),{self._withheld},{count})"

    @property
    def mean(self) -> str:
        """Their mean, with one decimal."""
        count = self.answers.count
        told = f"IF({count}<{self.limit},{self._withheld},ROUND({self.answers.sum}/{count},1))"
        return f'=IF({count}=0,"{NONE}",{told})'

    @property
    def share(self) -> str:
        """How many of hundred agree: told where neither they, nor the others, nor all together are a few."""
        count, sure = self.answers.count, self.answers.sure
        few = ",".join(
            (f"{count}<{self.limit}", _is_few(sure, self.limit), _is_few(f"{count}-{sure}", self.limit))
        )
        told = f"IF(OR({few}),{self._withheld},ROUND(100*{sure}/{count},0))"
        return f'=IF({count}=0,"{NONE}",{told})'

    @property
    def _withheld(self) -> str:
        return text_of(self.withheld)


def _is_few(number: str, limit: str) -> str:
    return f"AND({number}>0,{number}<{limit})"


def text_of(words: str) -> str:
    """Words as a formula writes them."""
    return '"' + words.replace('"', '""') + '"'


def difference(before: str, after: str) -> str:
    """The change from one cell to another, where both hold a number."""
    return f'=IF(AND(ISNUMBER({before}),ISNUMBER({after})),ROUND({after}-{before},1),"{NONE}")'


def as_data(cell: str) -> str:
    """The number of a cell, else the mark for what is not told."""
    return f'=IF(ISNUMBER({cell}),{cell},"{WITHHELD}")'


def mean_of_row(row: int, first: int, last: int) -> str:
    """What one respondent answers on average; nothing where the row is empty."""
    cells = f"{xl_rowcol_to_cell(row, first)}:{xl_rowcol_to_cell(row, last)}"
    return f'=IF(COUNT({cells})=0,"",AVERAGE({cells}))'
