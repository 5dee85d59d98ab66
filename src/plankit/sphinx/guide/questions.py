"""The page of the questions that a plan is evaluated with."""

from __future__ import annotations

from plankit.html.markup import Html, bullets, esc, facts, join
from plankit.language import N_
from plankit.model.guide import EvaluationQuestion
from plankit.sphinx.guide.frame import provenance, remark
from plankit.sphinx.guide.view import GuideView


def evaluation(page: GuideView) -> Html:
    """Each question, what to look for, and what of a plan's data tell something of it."""
    legend = page.t(
        N_("“plankit evaluate” writes these questions with what a plan's data tell, and blanks for the rest.")
    )
    return join(
        [Html(f"<p>{esc(legend)}</p>\n"), *(_question(page, one) for one in page.guide.evaluation_questions)]
    )


def _question(page: GuideView, one: EvaluationQuestion) -> Html:
    t = page.t
    told = bullets((esc(page.label("evaluation-figure", code)) for code in one.answered_by), "pk-plain")
    rows = [
        (t(N_("What a plan's data tell")), told or esc(t(N_("nothing: people must be asked")))),
        (t("Step"), page.link(one.step) if one.step else Html("")),
    ]
    head = page.entry_heading(2, one.id)
    return join([head, page.prose(one.helps), facts(rows), remark(page, one), provenance(page, one)])
