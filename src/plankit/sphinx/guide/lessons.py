"""The page of the cases as they are taught, the running cases and the dilemmas."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.language import N_
from plankit.model.teaching import CaseLesson, Dilemma, RunningCase, RunningPart
from plankit.sphinx.guide.teaching import card, for_whom, minutes
from plankit.sphinx.guide.view import GuideView

_WARNING = N_("Before you read:")


def lessons(page: GuideView) -> Html:
    """Each case with its warning, questions and common mistakes; the running cases; the dilemmas."""
    guide, t = page.guide, page.t
    parts = [Html(f"<p>{esc(t(N_('All cases are made up.')))}</p>\n")]
    if guide.case_lessons:
        parts += [page.part("lessons", t(N_("Cases to talk about")))]
        parts += [_lesson(page, one) for one in guide.case_lessons]
    if guide.running_cases:
        parts += [page.part("running", t(N_("A case for a whole day")))]
        parts += [_running(page, one) for one in guide.running_cases]
    if guide.dilemmas:
        parts += [page.part("dilemmas", t(N_("Dilemmas")))]
        parts += [_dilemma(page, one) for one in guide.dilemmas]
    return join(parts)


def _warning(page: GuideView, text: Html) -> Html:
    return (
        Html(f'<p class="pk-notice"><strong>{esc(page.t(_WARNING))}</strong> {text}</p>\n')
        if text
        else NOTHING
    )


def _lesson(page: GuideView, one: CaseLesson) -> Html:
    t = page.t
    rows = [
        (t(N_("Made-up case")), page.link(one.case)),
        (t(N_("Time to allow")), minutes(page, one.minutes)),
        *for_whom(page, one.audiences, one.objectives),
        (t(N_("Questions")), bullets(page.line(text) for text in one.questions)),
        (t(N_("Common mistakes")), bullets(page.line(text) for text in one.mistakes)),
        (t(N_("To whoever leads")), page.prose(one.facilitator)),
    ]
    return card(page, one, _warning(page, page.line(one.warning)), facts(rows))


def _running(page: GuideView, one: RunningCase) -> Html:
    rows = for_whom(page, one.audiences, one.objectives)
    return card(
        page,
        one,
        _warning(page, page.line(one.warning)),
        page.prose(one.text),
        facts(rows),
        join(_part(page, part) for part in one.parts),
    )


def _part(page: GuideView, part: RunningPart) -> Html:
    t = page.t
    rows = [
        (t(N_("Time to allow")), minutes(page, part.minutes)),
        (t(N_("Made-up case")), page.link(part.case) if part.case else NOTHING),
        (t(N_("Exercise")), esc(page.label("exercise", part.exercise)) if part.exercise else NOTHING),
        (t(N_("Questions")), bullets(page.line(text) for text in part.questions)),
    ]
    return join(
        [Html(f"<p><strong>{page.line(part.title)}</strong></p>\n"), page.prose(part.text), facts(rows)]
    )


def _dilemma(page: GuideView, one: Dilemma) -> Html:
    t = page.t
    rows = [
        (t(N_("Time to allow")), minutes(page, one.minutes)),
        *for_whom(page, one.audiences, one.objectives),
        (t(N_("What pulls each way")), bullets(page.line(text) for text in one.sides)),
        (t(N_("Questions")), bullets(page.line(text) for text in one.questions)),
        (t(N_("Duties")), page.links(one.duties)),
        (t(N_("Provisions")), page.links(one.laws)),
        (t(N_("To whoever leads")), page.prose(one.facilitator)),
    ]
    return card(page, one, page.prose(one.text), facts(rows))
