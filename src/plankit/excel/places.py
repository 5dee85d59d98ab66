"""Findings about a workbook: which sheet and which cell, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from plankit.findings import Finding, Problem
from plankit.loading import finding_of
from plankit.source.places import Places
from plankit.workbooks import Raw


@dataclass
class Findings:
    """What is wrong with one workbook, in the order in which it was met."""

    file: str
    """The name of the workbook."""
    language: str
    found: list[Finding] = field(default_factory=list)

    def where(self, sheet: str, raw: Raw | None) -> str:
        """File, sheet and cell."""
        cell = f"!{raw.name}" if raw else ""
        return f"{self.file}:{sheet}{cell}" if sheet else self.file

    def add(
        self,
        code: str,
        values: dict[str, object] | None = None,
        *,
        sheet: str = "",
        at: Raw | None = None,
        subject: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        """Note what is wrong, and where."""
        problem = Problem(
            code=code,
            values=values or {},
            file=self.where(sheet, at),
            line=at.row if at else 1,
            column=at.column if at else 1,
            subject=subject,
            suggestion=suggestion,
        )
        self.found.append(finding_of(problem, Places(), self.language, {}))
