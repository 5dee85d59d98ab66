"""The stages of a plan as a line of steps, and what is missing for the next one."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.stages import ENDS, ORDER, stage_of


def stage_line(page: Page) -> Html:
    """The steps that a plan goes through, with the one that it is at marked in words; nothing where it is not known."""
    at = stage_of(page.reading, page.site.today).at
    if at not in (*ORDER, *ENDS):
        return NOTHING
    steps = (*ORDER, at) if at in ENDS else ORDER
    here = esc(page.t(N_("the plan is here")))
    rows = []
    for code in steps:
        word = esc(page.reading.label("stage", code))
        if code == at:
            rows.append(
                f'<li aria-current="step"><strong>{word}</strong> <span class="pk-here">({here})</span></li>\n'
            )
        else:
            rows.append(f"<li>{word}</li>\n")
    label = esc(page.t(N_("Stages of the plan")))
    return Html(f'<ol class="pk-stages" aria-label="{label}">\n{"".join(rows)}</ol>\n')


def stage_facts(page: Page) -> Html:
    """Which stage comes next, and what the plan lacks for it; nothing where no stage is known."""
    stage = stage_of(page.reading, page.site.today)
    if stage.at is None or stage.next is None:
        return NOTHING
    rows = [
        (page.t(N_("Next stage")), esc(page.reading.label("stage", stage.next))),
        (page.t(N_("Missing for it")), bullets(esc(page.t(one)) for one in stage.missing)),
    ]
    return join([stage_line(page), facts(rows)])
