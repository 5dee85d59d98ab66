"""The Swedish statement: what Digg says that it must hold, filled in as far as a program can."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plankit.accessibility.data import parts, sources
from plankit.accessibility.subject import About
from plankit.accessibility.worksheet_page import fault_line
from plankit.accessibility.writing import page, read_where, table_text
from plankit.html.markup import NOTHING, Html, bullets, esc, join, outside
from plankit.language import N_

REPORT = "https://www.digg.se/tdosanmalan"
_OPEN = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section of the statement, filled in."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    """What stands in `[[…]]` is left for a person."""
    guidance: str = ""
    faults: tuple[str, ...] | None = None
    """The faults that were found; `None` where the section lists none."""

    @property
    def left(self) -> tuple[str, ...]:
        """What a person must fill in."""
        return tuple(match[1] for one in self.paragraphs for match in _OPEN.finditer(one))


def statement(about: About) -> tuple[Section, ...]:
    """All sections in Digg's order. Whether the site is compatible is never filled in."""
    frame = about.reading.plan.plan
    missing = "[[{}]]"
    values = {
        "body": about.body or missing.format(about.t(N_("name of the municipality"))),
        "service": about.service,
        "address": frame.address or missing.format(about.t(N_("address of the site"))),
        "version": about.version,
        "date": about.day.isoformat(),
        "checked": about.checked,
        "report": REPORT,
    }
    known = tuple(dict.fromkeys(fault_line(about, one) for one in about.site.faults)) if about.site else ()
    return tuple(
        Section(
            id=one.id,
            heading=_filled(about.words(one.heading), values),
            paragraphs=tuple(_filled(about.words(text), values) for text in one.paragraphs),
            guidance=about.words(one.guidance),
            faults=known if one.faults else None,
        )
        for one in parts()
    )


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], text)


def statement_html(about: About, sections: tuple[Section, ...]) -> str:
    """The statement as one page, with what is left for a person marked."""
    body = [_section(about, one, level=1 if number == 0 else 2) for number, one in enumerate(sections)]
    note = about.t(N_("Where this was read; take this part out before you publish."))
    basis = join(
        [
            Html(f'<section class="guidance"><h2>{esc(note)}</h2>\n'),
            read_where(about, sources("statement")),
            Html("</section>\n"),
        ]
    )
    return page(about, sections[0].heading, join([*body, basis]))


def _section(about: About, one: Section, *, level: int) -> Html:
    paragraphs = [Html(f"<p>{_marked(text)}</p>\n") for text in one.paragraphs]
    if one.faults is not None:
        found = bullets(map(esc, one.faults))
        none = Html(
            f"<p>{esc(about.t(N_('No program found a fault. That does not mean that there is none.')))}</p>\n"
        )
        paragraphs.insert(1, found or none)
    hint = NOTHING
    if one.guidance:
        head = about.t(N_("For you who fill this in:"))
        hint = Html(f'<p class="guidance"><strong>{esc(head)}</strong> {esc(one.guidance)}</p>\n')
    return Html(f"<h{level}>{esc(one.heading)}</h{level}>\n{join(paragraphs)}{hint}")


def _marked(text: str) -> Html:
    made = []
    for number, piece in enumerate(_OPEN.split(text)):
        if number % 2:
            made.append(Html(f"<mark>[{esc(piece)}]</mark>"))
        else:
            made += [
                outside(REPORT, REPORT) if part == REPORT else esc(part)
                for part in re.split(f"({re.escape(REPORT)})", piece)
            ]
    return join(made)


def statement_csv(about: About, sections: tuple[Section, ...]) -> bytes:
    """The statement as a table: each sentence, and what is left to fill in."""
    t = about.t
    heads = (t(N_("Part")), t(N_("Text")), t(N_("Left to fill in")))
    rows = [
        (one.heading, _OPEN.sub(r"[\1]", text), "; ".join(_OPEN.findall(text)))
        for one in sections
        for text in one.paragraphs
    ]
    rows += [(t(N_("Fault found by a program")), line, "") for one in sections for line in one.faults or ()]
    return table_text(heads, rows)


def statement_document(about: About, sections: tuple[Section, ...]) -> dict[str, Any]:
    """The statement for programs."""
    return {
        "kind": "statement",
        **about.document,
        "sections": [
            {"id": one.id, "heading": one.heading, "paragraphs": list(one.paragraphs), "left": list(one.left)}
            for one in sections
        ],
        "faults": [
            {"requirement": one.number, "file": one.file, "line": one.line, "message": about.t(one.words)}
            for one in (about.site.faults if about.site else ())
        ],
        "report": REPORT,
        "sources": [
            {"address": one.address, "read": one.read, "confidence": one.confidence}
            for one in sources("statement")
        ],
    }
