"""Questions as HTML: complete to read without scripts; where scripts run, they become questions to answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from plankit.html.markup import NOTHING, Html, bullets, esc, join
from plankit.html.page import Page
from plankit.language import N_, N_count
from plankit.teaching.exercise import Choice, Question
from plankit.teaching_site.page import TeachingSite, opened, paragraph, whole
from plankit.teaching_site.places import QUESTION_PAGES, question_page, questions_of
from plankit.teaching_site.pointers import decided, serves

SAID = {
    "check": N_("Check the answer"),
    "choose": N_("Answer first."),
    "right": N_("Right."),
    "wrong": N_("Not right yet. Try again, or look at the answer."),
    "good": N_("right"),
    "bad": N_("not right"),
    "up": N_("Move up: {step}"),
    "down": N_("Move down: {step}"),
    "place": N_("Place of: {step}"),
    "moved": N_("{step} is now number {number} of {count}."),
    "pick": N_("Choose …"),
    "gap": N_("The missing word"),
    "answer": N_("Your answer"),
    "some": N_("{right} of {count} stand right."),
    "tally": N_("{done} of {count} answered. {right} right the first time."),
}
"""What the script says."""


def question_file(site: TeachingSite, exercise: str) -> tuple[str, bytes]:
    """The page with the questions of one kind."""
    page = site.page(question_page(exercise))
    asked = questions_of(site.kit, exercise)
    told = page.count(*N_count("{count} question.", "{count} questions."), len(asked))
    how = page.t(
        N_(
            "Answer alone first, then talk about it. Each answer says what decides it; nothing is sent or kept."
        )
    )
    parts = [
        paragraph(f"{told} {how}", "t-lead"),
        *(question(page, one, number) for number, one in enumerate(asked, start=1)),
        tally(),
    ]
    words = {name: page.t(text) for name, text in SAID.items()}
    return whole(site, page, page.t(QUESTION_PAGES[exercise]), parts, words=words)


def tally() -> Html:
    """Where the script tells how many questions are answered."""
    return Html('<p class="t-tally" hidden></p>\n')


def question(page: Page, one: Question, number: int) -> Html:
    """A question with what it offers, and its answer to open."""
    title = page.t(N_("Question {number}")).format(number=number)
    place = page.anchor_id(one.id)
    text = join(Html("<b>____</b>") if part is None else esc(part) for part in _around_gaps(one))
    return Html(
        f'<section class="pk-card t-question" data-kind="{one.kind}"{_data(one)}{place}>\n<h2>{esc(title)}</h2>\n'
        f'<p class="t-text">{text}</p>\n{_given(page, one)}'
        f"{opened(_summary(page, one), answer(page, one), 't-answer')}{serves(page, one.objectives)}</section>\n"
    )


def answer(page: Page, one: Question) -> Html:
    """The right answer, why, and what decides it."""
    return join([_RIGHT[one.kind](page, one), paragraph(one.feedback), decided(page, one.pointers)])


def _around_gaps(one: Question) -> list[str | None]:
    if one.kind != "gap":
        return [one.text]
    parts: list[str | None] = []
    for part in one.text.split("____"):
        parts += [None, part] if parts else [part]
    return parts


def _summary(page: Page, one: Question) -> str:
    return page.t(N_("What the plan says")) if one.kind == "open" else page.t(N_("See the answer"))


def _data(one: Question) -> str:
    """What the script needs to judge a written answer."""
    if one.kind not in ("text", "number"):
        return ""
    return f' data-answers="{esc(json.dumps(one.answers, ensure_ascii=False))}" data-unit="{esc(one.unit)}"'


def _given(page: Page, one: Question) -> Html:
    """What is offered to choose among, as it is read without scripts."""
    if one.choices:
        many = (
            paragraph(page.t(N_("More than one may be right.")), "pk-note")
            if one.kind == "several"
            else NOTHING
        )
        offered = bullets(
            (Html(f"<span{_judged(each)}>{esc(each.text)}</span>") for each in one.choices), "t-given"
        )
        return join([many, offered])
    if one.kind == "order":
        return bullets(
            (Html(f'<span data-place="{place}">{esc(one.steps[place])}</span>') for place in one.shown),
            "t-given",
        )
    if one.kind == "match":
        rights = tuple(dict.fromkeys(one.pairs[place][1] for place in one.shown))
        left = bullets(
            (Html(f'<span data-with="{esc(right)}">{esc(name)}</span>') for name, right in one.pairs),
            "t-given",
        )
        return join([left, paragraph(page.t(N_("belongs to one of:"))), bullets(map(esc, rights), "t-with")])
    if one.kind in ("text", "number") and one.unit:
        return paragraph(page.t(N_("Answer in: {unit}")).format(unit=one.unit), "t-given")
    return NOTHING


def _judged(choice: Choice) -> str:
    why = f' data-why="{esc(choice.feedback)}"' if choice.feedback else ""
    return f' data-right="{"yes" if choice.right else "no"}"{why}'


def _chosen(page: Page, one: Question) -> Html:
    rows = []
    for each in one.choices:
        sign = page.t(N_("Right:")) if each.right else page.t(N_("Not right:"))
        css = "t-good" if each.right else "t-bad"
        why = f" – {esc(each.feedback)}" if each.feedback else ""
        rows.append(Html(f'<span class="{css}">{esc(sign)}</span> {esc(each.text)}{why}'))
    return bullets(rows)


def _judgement(_page: Page, one: Question) -> Html:
    """Whether the statement is true, and why: “Right: false” would confuse."""
    rows = (Html(f'<span class="t-good">{esc(each.text)}</span>') for each in one.choices if each.right)
    why = dict.fromkeys(each.feedback for each in one.choices if each.right and each.feedback)
    return join([bullets(rows, "pk-plain"), *(paragraph(each) for each in why if each != one.feedback)])


def _ordered(_page: Page, one: Question) -> Html:
    rows = "".join(f"<li>{esc(step)}</li>\n" for step in one.steps)
    return Html(f"<ol>\n{rows}</ol>\n")


def _matched(_page: Page, one: Question) -> Html:
    return bullets(Html(f"<strong>{esc(name)}</strong>: {esc(right)}") for name, right in one.pairs)


def _written(page: Page, one: Question) -> Html:
    first, *others = one.answers
    told = f"{first} {one.unit}".strip()
    also = f" ({page.t(N_('also:'))} {', '.join(others)})" if others else ""
    return Html(f"<p><strong>{esc(told)}</strong>{esc(also)}</p>\n")


def _open(_page: Page, _one: Question) -> Html:
    return NOTHING


_RIGHT: Mapping[str, Callable[[Page, Question], Html]] = {
    "one": _chosen,
    "several": _chosen,
    "true-false": _judgement,
    "gap": _chosen,
    "order": _ordered,
    "match": _matched,
    "text": _written,
    "number": _written,
    "open": _open,
}
