"""The worksheet as a page, as a table for spreadsheets and as data for programs."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from plankit.accessibility.data import left_out, sources
from plankit.accessibility.site_checks import Fault
from plankit.accessibility.subject import About
from plankit.accessibility.worksheet import STATES, Row, State
from plankit.accessibility.writing import page, read_where, table_text
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.language import N_

_PRINCIPLES = {
    "1": N_("Perceivable"),
    "2": N_("Operable"),
    "3": N_("Understandable"),
    "4": N_("Robust"),
}
_TITLE = N_("Worksheet for the accessibility statement")
_HEADS = (
    N_("Number"),
    N_("Requirement"),
    N_("Level"),
    N_("Result"),
    N_("Looked at by"),
    N_("How it is made, or why it does not apply"),
    N_("Faults on this site"),
    N_("What a person must do"),
    N_("Date"),
    N_("Version of plankit"),
    N_("Your own judgement"),
    N_("Looked at by whom, and when"),
)


def worksheet_html(about: About, rows: tuple[Row, ...]) -> str:
    """The worksheet as one page, with nothing from elsewhere."""
    t = about.t
    body = [
        Html(f"<h1>{esc(t(_TITLE))}</h1>\n"),
        facts(
            [
                (t("Who answers for the site"), esc(about.body)),
                (t("Site"), esc(about.service)),
                (t("Date"), esc(about.day.isoformat())),
                (t("Made with"), esc(f"plankit {about.version}")),
            ]
        ),
        _how_to_use(about, rows),
        _overview(about, rows),
        *(
            _principle(about, number, tuple(ones))
            for number, ones in groupby(rows, lambda row: row.number[0])
        ),
        _basis(about),
    ]
    return page(about, t(_TITLE), join(body))


def _how_to_use(about: About, rows: tuple[Row, ...]) -> Html:
    t = about.t
    counts = Counter(row.state for row in rows)
    told = [
        t(
            N_(
                "This is a help for filling in the form on uustatus.no. It is no statement and says of nothing that it is met."
            )
        ),
        t(
            N_(
                "plankit's own tests run on an example, not on this site. What they look at is made by the same program here."
            ),
        ),
        about.checked,
        t(
            N_(
                "For each requirement a person does what stands under “What a person must do” and notes the outcome."
            )
        ),
    ]
    states = bullets(esc(f"{t(STATES[state])}: {counts[state]}") for state in State if counts[state])
    return join([*(Html(f"<p>{esc(one)}</p>\n") for one in told), states])


def _overview(about: About, rows: tuple[Row, ...]) -> Html:
    t = about.t
    heads = (t("Number"), t("Requirement"), t("Level"), t("Result"))
    cells = [
        (
            Html(f'<a href="#r{row.number}">{row.number}</a>'),
            esc(row.name),
            esc(row.level),
            esc(t(STATES[row.state])),
        )
        for row in rows
    ]
    return join(
        [Html(f"<h2>{esc(t(N_('Overview')))}</h2>\n"), table(t(N_("All requirements")), heads, cells)]
    )


def _principle(about: About, number: str, rows: tuple[Row, ...]) -> Html:
    return join(
        [
            Html(f"<h2>{number} {esc(about.t(_PRINCIPLES[number]))}</h2>\n"),
            *(_section(about, row) for row in rows),
        ]
    )


def _section(about: About, row: Row) -> Html:
    t = about.t
    told = facts(
        [
            (t("Result"), esc(t(STATES[row.state]))),
            (t("Looked at by"), bullets(map(esc, row.tests))),
            (t("How it is made, or why it does not apply"), esc(row.built)),
            (t("Faults on this site"), bullets(esc(fault_line(about, one)) for one in row.faults)),
            (t("What a person must do"), esc(row.person)),
        ]
    )
    empty = Html(
        f'<p class="fill">{esc(t("Your own judgement"))}:</p>\n<p class="fill">{esc(t("Looked at by whom, and when"))}:</p>\n'
    )
    head = f"{row.number} {row.name} ({t('Level')} {row.level})"
    return Html(f'<section><h3 id="r{row.number}">{esc(head)}</h3>\n{told}{empty}</section>\n')


def fault_line(about: About, fault: Fault) -> str:
    """A fault with its place."""
    return f"{fault.file}:{fault.line}: {about.t(fault.words)}"


def _basis(about: About) -> Html:
    t = about.t
    out = ", ".join(f"{number} {about.words(name)}" for number, name in left_out())
    told = t(
        N_(
            "47 requirements of WCAG 2.1, and since 1 February 2024 also 1.2.5 for recordings: 48 rows. Left out: {names}."
        ),
        names=out,
    )
    heading = Html(f"<h2>{esc(t(N_('What the list rests on')))}</h2>\n<p>{esc(told)}</p>\n")
    unread = about.site.unread if about.site else ()
    not_read = bullets(esc(t(N_("{file} could not be read."), file=name)) for name in unread) or NOTHING
    return join([heading, read_where(about, sources("requirements")), not_read])


def worksheet_csv(about: About, rows: tuple[Row, ...]) -> bytes:
    """The worksheet as a table for spreadsheets, with empty columns to fill in."""
    t = about.t
    lines = [
        (
            row.number,
            row.name,
            row.level,
            t(STATES[row.state]),
            "; ".join(row.tests),
            row.built,
            "; ".join(fault_line(about, one) for one in row.faults),
            row.person,
            about.day.isoformat(),
            about.version,
            "",
            "",
        )
        for row in rows
    ]
    return table_text(tuple(t(head) for head in _HEADS), lines)


def worksheet_document(about: About, rows: tuple[Row, ...]) -> dict[str, Any]:
    """The worksheet for programs."""
    return {
        "kind": "worksheet",
        **about.document,
        "holds": sorted(about.holds),
        "requirements": [
            {
                "number": row.number,
                "name": row.name,
                "level": row.level,
                "state": str(row.state),
                "tests": list(row.tests),
                "built": row.built,
                "person": row.person,
                "faults": [
                    {"file": one.file, "line": one.line, "message": about.t(one.words)} for one in row.faults
                ],
            }
            for row in rows
        ],
        "left_out": [number for number, _ in left_out()],
        "sources": [
            {"address": one.address, "read": one.read, "confidence": one.confidence}
            for one in sources("requirements")
        ],
    }
