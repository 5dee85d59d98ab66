"""The page of what is taught: to whom, to what end, and how those who will teach are trained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join
from plankit.language import N_
from plankit.model.guide_fact import GuideFact
from plankit.model.teaching import ConfidenceItem, Gathering, MonthlyExercise, Objective
from plankit.sphinx.guide.frame import provenance, remark
from plankit.sphinx.guide.view import GuideView

F = TypeVar("F", bound=GuideFact)
_SCALE = N_("Each is answered from 1 (not at all) to 5 (wholly), before and after.")


def teaching(page: GuideView) -> Html:
    """Audiences, objectives, gatherings, the exercises of the year, and the survey on confidence."""
    guide, t = page.guide, page.t
    parts = [page.part("audiences", t(N_("Audiences"))), _audiences(page)] if guide.audiences else []
    parts += _part(page, "objectives", t(N_("Learning objectives")), guide.objectives, _objective)
    parts += _part(page, "gatherings", t(N_("To train those who train others")), guide.gatherings, _gathering)
    parts += _part(page, "months", t(N_("One exercise a month")), guide.monthly_exercises, _month)
    parts += _part(page, "confidence", t(N_("Before and after")), guide.confidence_items, _statement)
    return join(parts)


def _part(
    page: GuideView, name: str, title: str, entries: Sequence[F], draw: Callable[[GuideView, F], Html]
) -> list[Html]:
    return [page.part(name, title), *(draw(page, one) for one in entries)] if entries else []


def minutes(page: GuideView, value: str) -> Html:
    """So many minutes, in words."""
    return esc(page.t(N_("{minutes} minutes")).format(minutes=value))


def card(page: GuideView, one: GuideFact, *parts: Html) -> Html:
    """An entry in a frame, with its heading above, and its remark and source below."""
    return Html(
        f'<article class="pk-card">\n{page.entry_heading(3, one.id)}{join(parts)}'
        f"{remark(page, one)}{provenance(page, one)}</article>\n"
    )


def _audiences(page: GuideView) -> Html:
    """Each audience and who is meant. Its id may be that of another entry too, which then has the anchor."""
    rows = []
    for one in page.guide.audiences:
        anchor = page.anchor_id(page.place(one.id)) if page.guide.by_id.get(one.id) is one else ""
        name = page.line(one.name)
        rows.append(
            f"<div{anchor}><dt>{name}</dt>\n<dd>{page.prose(one.text)}{provenance(page, one)}</dd></div>\n"
        )
    return Html(f'<dl class="pk-terms">\n{"".join(rows)}</dl>\n')


def audience_names(page: GuideView, audiences: Sequence[str]) -> Html:
    """What these audiences are called; everybody where none is named."""
    known = {one.id: one for one in page.guide.audiences}
    named = [page.line(known[name].name) for name in audiences if name in known]
    return join(named, ", ") if named else esc(page.t(N_("Everybody")))


def for_whom(page: GuideView, audiences: Sequence[str], objectives: Sequence[str]) -> list[tuple[str, Html]]:
    """The rows that tell whom something is for and which objectives it serves."""
    return [
        (page.t(N_("For whom")), audience_names(page, audiences)),
        (page.t(N_("Learning objectives")), page.links(objectives)),
    ]


def _objective(page: GuideView, one: Objective) -> Html:
    t = page.t
    kinds = bullets((esc(page.label("exercise", code)) for code in one.exercises), "pk-plain")
    rows = [
        (t(N_("For whom")), audience_names(page, one.audiences)),
        (t(N_("Steps")), page.links(one.steps)),
        (t(N_("Duties")), page.links(one.duties)),
        (t(N_("Tasks")), page.links(one.tasks)),
        (t(N_("Exercises")), kinds),
    ]
    return card(page, one, page.prose(one.text), facts(rows))


def _gathering(page: GuideView, one: Gathering) -> Html:
    t = page.t
    programme = bullets(
        join(
            [
                Html(f"<strong>{page.line(part.title)}</strong> ("),
                minutes(page, part.minutes),
                Html(f", {esc(page.label('exercise', part.exercise))})" if part.exercise else ")"),
                page.prose(part.text),
                page.links(part.objectives),
            ]
        )
        for part in one.parts
    )
    rows = [
        (t(N_("For whom")), audience_names(page, one.audiences)),
        (t(N_("Room")), page.line(one.room)),
        (t(N_("Material")), bullets(page.line(text) for text in one.materials)),
        (t(N_("Programme")), programme),
        (t(N_("Homework")), bullets(page.line(text) for text in one.homework)),
    ]
    number = Html(f'<p class="pk-note">{esc(t(N_("Gathering {number}")).format(number=one.number))}</p>\n')
    return card(page, one, number, page.prose(one.text), facts(rows))


def _month(page: GuideView, one: MonthlyExercise) -> Html:
    t = page.t
    rows = [
        (t(N_("Month")), esc(one.month)),
        (t(N_("Time to allow")), minutes(page, one.minutes)),
        (t(N_("Exercise")), esc(page.label("exercise", one.exercise)) if one.exercise else NOTHING),
        *for_whom(page, one.audiences, one.objectives),
    ]
    return card(page, one, page.prose(one.text), facts(rows))


def _statement(page: GuideView, one: ConfidenceItem) -> Html:
    note = Html(f'<p class="pk-note">{esc(page.t(_SCALE))}</p>\n')
    rows = [
        (page.t(N_("What it measures")), page.line(one.factor)),
        *for_whom(page, one.audiences, one.objectives),
    ]
    return card(page, one, note, facts(rows))
