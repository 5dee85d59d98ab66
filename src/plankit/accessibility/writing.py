"""What both papers share: a page that needs nothing from elsewhere, and tables that spreadsheets take as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from plankit.accessibility.data import Source
from plankit.accessibility.subject import About
from plankit.html.markup import Html, bullets, esc, join, outside
from plankit.language import N_

_STYLE = """\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1b1b1b; background: #fff; }
h1, h2, h3 { line-height: 1.25; }
a { color: #0b4f8a; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.pk-scroll { overflow-x: auto; }
section { border-top: 1px solid #767676; }
dl > div { margin: .25rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
dd ul { margin: 0; padding-left: 1.25rem; }
.fill { border-bottom: 1px solid #767676; min-height: 2rem; margin: .5rem 0; }
mark { background: #fff1b8; color: #1b1b1b; }
.guidance { border-left: .25rem solid #0b4f8a; padding-left: .75rem; }
@media print { section, tr { break-inside: avoid; } body { max-width: none; } a { color: inherit; } }
"""
_DANGEROUS = re.compile(r"[=+\-@\t\r\n]")
"""First signs of a cell that a spreadsheet would take for a formula."""


def page(about: About, title: str, body: Html) -> str:
    """A whole page: one file that shows the same wherever it lies."""
    return (
        f'<!DOCTYPE html>\n<html lang="{about.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{esc(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def read_where(about: About, sources: Sequence[Source]) -> Html:
    """Where the facts were read, on which day and how surely."""
    sure = {"read": N_("read"), "inferred": N_("inferred"), "unconfirmed": N_("not confirmed")}
    return bullets(
        join(
            [
                esc(f"{about.words(one.says)} "),
                outside(one.address, one.address),
                esc(f" ({about.t(sure[one.confidence])}, {one.read})"),
            ]
        )
        for one in sources
    )


def table_text(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with semicolons, as Excel in the Nordic countries opens it. No cell can become a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_harmless(head) for head in heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _DANGEROUS.match(cell) else cell
