"""The questions of an evaluation as HTML, each with what the data tell and a place for people's answer."""

from __future__ import annotations

from dataclasses import dataclass

from plankit.html.blank import blank
from plankit.html.markup import Html, esc, join, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.evaluation import Asked, Evaluation
from plankit.views.evaluation_figures import Cell, Grid

OWN = N_("See whether the tables above tell something of it.")
SILENT = N_("The data of the plan tell nothing of this. People must be asked.")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A question: its stable name, its words and what stands beneath."""

    name: str
    title: str
    body: Html


def notice(page: Page, found: Evaluation) -> Html:
    """What the figures are of, and who must answer."""
    words = page.t(
        N_(
            "The figures come from the plan and from what was reported from {start} to {end}. They tell what is "
            "documented. What it means, people must say."
        )
    ).format(start=found.span.start.isoformat(), end=found.span.end.isoformat())
    return Html(f'<p class="pk-notice">{esc(words)}</p>\n')


def parts(page: Page, found: Evaluation) -> tuple[Part, ...]:
    """Every question in order, numbered, then what the evaluation recommends."""
    t = page.t
    asked = tuple(
        Part(name=f"question-{number}", title=f"{number}. {one.title}", body=_body(page, one))
        for number, one in enumerate(found.asked, start=1)
    )
    what = t(N_("what is recommended to the council, and why"))
    last = Part(name="recommended", title=t(N_("Recommendation")), body=Html(f"<p>{blank(page, what)}</p>\n"))
    return (*asked, last)


def written(page: Page, part: Part) -> Html:
    """A part under its heading."""
    return join([page.heading(2, f"evaluation-{part.name}", part.title), part.body])


def _body(page: Page, one: Asked) -> Html:
    t, made = page.t, []
    if one.inside:
        words = t(N_("Asked by the plan itself: {title}.")).format(title=one.inside)
        made.append(Html(f'<p class="pk-note">{esc(words)}</p>\n'))
    if one.helps:
        made.append(Html(f"<p>{esc(one.helps)}</p>\n"))
    told = [_grid(page, grid) for grid in one.grids if grid.rows]
    made += told or [Html(f"<p>{esc(t(OWN if one.inside else SILENT))}</p>\n")]
    made.append(Html(f"<p>{blank(page, t(N_('answer')))}</p>\n"))
    made.append(Html(f"<p>{blank(page, t(N_('who answered, in which role, and when')))}</p>\n"))
    return join(made)


def _grid(page: Page, grid: Grid) -> Html:
    """The table without columns that hold nothing."""
    rows = [tuple(_cell(page, cell) for cell in row) for row in grid.rows]
    kept = [place for place in range(len(grid.heads)) if any(row[place] for row in rows)]
    return table(
        grid.caption, [grid.heads[place] for place in kept], [[row[place] for place in kept] for row in rows]
    )


def _cell(page: Page, cell: Cell) -> Html:
    return join((page.link(one) for one in cell.ids), "; ") if cell.ids else esc(cell.text)
