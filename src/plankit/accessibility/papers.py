"""The paper of a country in each of its forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plankit.accessibility.statement import statement, statement_csv, statement_document, statement_html
from plankit.accessibility.subject import About
from plankit.accessibility.worksheet import worksheet
from plankit.accessibility.worksheet_page import worksheet_csv, worksheet_document, worksheet_html


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A worksheet or statement as page, as table and as data."""

    html: str
    csv: bytes
    document: dict[str, Any]


def paper_of(about: About) -> Paper:
    """The worksheet where Norway's rules hold, the statement where Sweden's do."""
    if about.country == "SE":
        sections = statement(about)
        return Paper(
            html=statement_html(about, sections),
            csv=statement_csv(about, sections),
            document=statement_document(about, sections),
        )
    rows = worksheet(about)
    return Paper(
        html=worksheet_html(about, rows),
        csv=worksheet_csv(about, rows),
        document=worksheet_document(about, rows),
    )
