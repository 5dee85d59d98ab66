"""What a plan documents of its guide's rubric, as HTML: a picture, the same as a table, and every item."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.coverage import place_link
from plankit.html.markup import NOTHING, Html, bullets, esc, join, outside, table
from plankit.html.page import Page
from plankit.html.score_svg import score_svg
from plankit.language import N_
from plankit.views.guide_links import guide_link
from plankit.views.score import (
    BASIS_WORDS,
    DUTY_WORDS,
    SAYS,
    STANDING_WORDS,
    STATUS_WORDS,
    PrincipleScore,
    Score,
    figure,
    score,
    span_words,
)
from plankit.views.score_items import Duty, ItemScore, Rating, Standing, Status

_SIGNS = {0: "○", 1: "◐", 2: "●"}
_STATES = {0: "not-met", 1: "partly", 2: "met"}
_DUTIES = {Duty.MET: ("●", "met"), Duty.NOT_MET: ("○", "not-met"), Duty.OPEN: ("?", "needs-a-person")}
_HOW = N_(
    "Each item gets 0 (absent), 1 (vague) or 2 (specific). A principle is the sum of its items on a scale from 0 to 10. "
    "While items are open, the least and the most that it may come to stand there."
)
_NO_TOTAL = N_(
    "There is no total, because ten kinds of things do not add up to one. Do not rank plans by these figures: who "
    "writes more documents more."
)
_PEOPLE = N_(
    "What a program cannot tell stays open until two people have judged it. Both judgements are shown, also where they "
    "differ."
)


def score_page(page: Page) -> Html:
    """What the plan documents, principle by principle: bars, the same in a table, and each item with its places."""
    found = score(page.reading)
    guide = page.reading.guide
    if guide is None or not found.principles:
        return Html(f'<p class="pk-none">{esc(page.t("The plan follows no guide with a rubric."))}</p>\n')
    words = page.t("Rubric of {title} ({edition}), edition {rubric} of {date}.")
    rubric = words.format(
        title=page.reading.text(guide.guide.title),
        edition=guide.guide.edition,
        rubric=found.edition or "–",
        date=found.date or "–",
    )
    return join(
        [
            Html(f'<p class="pk-lead">{esc(page.t(SAYS))}</p>\n'),
            Html(f"<p>{esc(page.t(_HOW))} {esc(page.t(_PEOPLE))}</p>\n<p>{esc(page.t(_NO_TOTAL))}</p>\n"),
            score_svg(page, found),
            _vector(page, found),
            Html(f'<p class="pk-note">{esc(rubric)}</p>\n'),
            page.heading(2, "score-must", page.t("What must be there")),
            _duties(page, found),
            *(part for one in found.principles for part in _principle(page, one)),
        ]
    )


def _vector(page: Page, found: Score) -> Html:
    t, language = page.t, page.reading.language
    heads = (
        t("Principle"),
        t("Of 10, all items"),
        t("Of 10, decided items only"),
        t("Decided"),
        t("Open"),
        t("Judged differently"),
        t("Must be there, not met"),
    )
    rows = [
        (
            page.link(f"score:{one.id}", one.title),
            esc(span_words(one, language)),
            esc("–" if one.value is None else figure(one.value, language)),
            *(esc(str(one.count(status))) for status in (Status.DECIDED, Status.OPEN, Status.DISAGREED)),
            esc(str(len(one.duties(Duty.NOT_MET)))),
        )
        for one in found.principles
    ]
    return table(t("The same as a table"), heads, rows, css="pk-score-vector")


def _duties(page: Page, found: Score) -> Html:
    """The items that law or guide say must be there, those that are not met first."""
    strong = [one for one in found.items if one.duty]
    order = (Duty.NOT_MET, Duty.OPEN, Duty.MET)
    counted = bullets(
        (
            join([_duty(page, state), Html(f": {sum(one.duty is state for one in strong)}")])
            for state in order
        ),
        "pk-plain pk-tally",
    )
    note = esc(page.t("Law or guide say that these must be there. The score does not change that."))
    missing = bullets(esc(page.reading.text(one.item.title)) for one in strong if one.duty is Duty.NOT_MET)
    heading = Html(f"<p>{esc(page.t('Not met'))}:</p>\n") if missing else NOTHING
    return join([Html(f"<p>{note}</p>\n"), counted, heading, missing])


def _duty(page: Page, duty: Duty) -> Html:
    sign, css = _DUTIES[duty]
    return _mark(sign, css, page.t(DUTY_WORDS[duty]))


def _mark(sign: str, css: str, words: str) -> Html:
    return Html(
        f'<span class="pk-state pk-state-{css}"><span aria-hidden="true">{sign}</span> {esc(words)}</span>'
    )


def _principle(page: Page, one: PrincipleScore) -> Iterator[Html]:
    t = page.t
    yield page.heading(2, f"score-{one.id}", one.title)
    heads = (t("Item"), t("Score"), t("Where"))
    caption = t("Items of “{principle}”").format(principle=one.title)
    yield table(caption, heads, (_row(page, item) for item in one.items), css="pk-coverage pk-score-items")


def _row(page: Page, item: ItemScore) -> tuple[Html, ...]:
    words = page.reading.text(item.item.title)
    address = guide_link(page.reading, item.item.id)
    title = outside(address, words) if address else esc(words)
    force = page.reading.label("force", item.force)
    duty = Html(f"<p>{esc(force)}: {_duty(page, item.duty)}</p>") if item.duty else NOTHING
    where = join((place_link(page, one) for one in item.where), ", ") or esc("–")
    judged = bullets((_rating(page, one) for one in item.ratings), "pk-plain pk-ratings")
    return join([title, duty]), join([_score(page, item), judged]), where


def _score(page: Page, item: ItemScore) -> Html:
    """The score with its meaning and what it rests on; while there is none, why."""
    if item.score is None:
        told = page.t(STATUS_WORDS[item.status])
        if item.status is Status.DISAGREED:
            told = f"{told}: {' · '.join(map(str, item.judged))}"
        return _mark("–" if item.status is Status.NOT_APPLICABLE else "?", "needs-a-person", told)
    mark = _mark(_SIGNS[item.score], _STATES[item.score], str(item.score))
    level = page.line(item.item.levels[item.score]) if len(item.item.levels) > item.score else NOTHING
    basis = esc(page.t(BASIS_WORDS[item.basis])) if item.basis else NOTHING
    return Html(f'{mark} {level}<p class="pk-found">{basis}</p>')


def _rating(page: Page, one: Rating) -> Html:
    own = one.judgement
    anchor = page.anchor_id(own.id) if own.id else ""
    score_words = page.reading.label("rubric-score", own.score)
    day = f", {own.date.text}" if own.date else ""
    said = f" – {page.reading.text(own.reason)}" if own.reason else ""
    places = join([Html(" ("), page.links(own.where), Html(")")]) if own.where else NOTHING
    remark = f" {page.reading.text(own.notes)}" if own.notes else ""
    why = ""
    if one.standing is not Standing.COUNTS:
        edition = f" ({own.edition})" if own.edition and one.standing is Standing.OTHER_EDITION else ""
        why = f' <em class="pk-not-now">{esc(page.t(STANDING_WORDS[one.standing]))}{esc(edition)}</em>'
    return Html(
        f"<span{anchor}><strong>{esc(one.by)}</strong>{esc(day)}: {esc(score_words)}{esc(said)}{places}{esc(remark)}</span>{why}"
    )
