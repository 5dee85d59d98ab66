"""Activity plans as HTML: the list of them, one in full, and the activities of a measure or an agency."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.knowledge import extras
from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.measures import cost, everyone, status
from plankit.html.page import Page
from plankit.html.year_lines import outcome_mark
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.contents import Measure
from plankit.model.year import Activity, ActivityPlan
from plankit.views.year_money import KIND_WORDS, Money, amount_text
from plankit.views.years import (
    Outcome,
    Year,
    YearGroup,
    YearPart,
    activity_plans,
    is_due_in,
    is_settled,
    span_of,
    year,
)

_ABSENT = {
    Absence.UNKNOWN: N_("Which activities stand in this part is not known."),
    Absence.NOT_APPLICABLE: N_("This part needs no activities."),
    Absence.NOT_STATED: N_("No activities in this part."),
}


def years(page: Page) -> Html:
    """Every activity plan with its stage and how its activities went."""
    t, rows = page.t, []
    for one in activity_plans(page.reading.plan):
        made = year(page.reading, one, page.site.today)
        rows.append(
            (
                page.link(one.id),
                esc(one.period.text),
                _stage(page, one),
                esc(str(len(made.activities)) if made.activities else "–"),
                _counts(page, made) or esc("–"),
            )
        )
    heads = (t("Activity plan"), t("Period"), t("Stage"), t("Activities"), t("How it went"))
    return table(t("The activity plans of each year"), heads, rows)


def activity_plan(page: Page, plan_id: str) -> Html:
    """One activity plan: its stage and decision, its activities by part and measure, money, and what is left out."""
    plan = next((one for one in page.reading.plan.activity_plans if one.id == plan_id), None)
    if plan is None:
        return NOTHING
    made = year(page.reading, plan, page.site.today)
    parts = [_lead(page, plan, made)]
    is_divided = any(one.part for one in made.parts)
    for number, part in enumerate(made.parts, start=1):
        if is_divided:
            parts.append(page.heading(2, f"part-{number}", _part_title(page, part)))
            parts.append(page.prose(part.part.text) if part.part else NOTHING)
        parts += [_group(page, made, group, 3 if is_divided else 2) for group in part.groups]
        if part.absence:
            parts.append(Html(f'<p class="pk-none">{esc(page.t(_ABSENT[part.absence]))}</p>\n'))
    if made.activities:
        parts += [page.heading(2, "costs", page.t("Costs of the year")), _money(page, made.money)]
    return join([*parts, _idle(page, made)])


def _idle(page: Page, made: Year) -> Html:
    """Measures without an activity: those that are due first, then those that run on."""
    span = span_of(plan := made.plan)
    if not made.idle or span is None:
        return NOTHING
    due = [one for one in made.idle if is_due_in(one, span)]
    rest = [one for one in made.idle if one not in due]
    words = page.t("These measures run in the period, and no activity here carries them out.")
    more = page.t("Those that run on may be part of daily work.")
    parts = [
        page.heading(2, "without-activity", page.t("Measures without an activity")),
        Html(f'<p class="pk-note">{esc(words)}{f" {esc(more)}" if rest else ""}</p>\n'),
    ]
    lists = (
        ("due", page.t("Due by the end of {period}").format(period=plan.period.text), due),
        ("run-on", page.t("Run on"), rest),
    )
    for place, title, ones in lists:
        if ones:
            parts += [
                page.heading(3, f"without-activity-{place}", title),
                bullets(_with_deadline(page, ones)),
            ]
    return join(parts)


def _with_deadline(page: Page, measures: list[Measure]) -> Iterator[Html]:
    for one in measures:
        told = join(
            (part for part in (esc(one.deadline.text if one.deadline else ""), status(page, one)) if part),
            "; ",
        )
        yield Html(f"{page.link(one.id)} ({told})") if told else page.link(one.id)


def _stage(page: Page, plan: ActivityPlan) -> Html:
    return esc(page.reading.label("stage", plan.stage) or page.t("not stated"))


def _lead(page: Page, plan: ActivityPlan, made: Year) -> Html:
    t = page.t
    is_decided = is_settled(plan, page.reading.vocabulary)
    notice = NOTHING
    if not is_decided:
        words = (
            t("The plan does not say whether this activity plan is adopted.")
            if is_decided is None
            else t("This activity plan is not adopted. What stands here may change.")
        )
        notice = Html(f'<p class="pk-notice">{esc(words)}</p>\n')
    rows = [
        (t("Period"), esc(plan.period.text)),
        (t("Stage"), _stage(page, plan)),
        (t("Decided by"), page.link(plan.decision) if plan.decision else NOTHING),
        (t("Owner"), page.line(plan.owner)),
        (t("Most weight on"), page.links(plan.focus_goals)),
        (t("How it went"), _counts(page, made)),
        *extras(page, plan),
    ]
    mark = page.anchor_id(plan.id)
    return Html(f'{notice}<div{mark} class="pk-lead">{page.prose(plan.text)}{facts(rows)}</div>\n')


def _counts(page: Page, made: Year) -> Html:
    """How many activities went how, each with sign and word."""
    return bullets(
        (
            Html(f"{outcome_mark(page, outcome)}:\u00a0{count}")
            for outcome, count in made.counts.items()
            if count
        ),
        "pk-plain",
    )


def _part_title(page: Page, part: YearPart) -> str:
    if part.part is None:
        return page.t("In no part")
    title = page.reading.text(part.part.title)
    return f"{part.part.number} {title}" if part.part.number else title


def _group(page: Page, made: Year, group: YearGroup, level: int) -> Html:
    """The activities beneath the same measures, under the names of these."""
    if group.measures:
        names = [page.reading.numbered_title(one) for one in group.measures]
        links = join((page.link(one) for one in group.measures), "; ")
    else:
        names = [page.t("Beside the measures")]
        links = esc(names[0])
    place = "-".join(("under", *group.measures)) if group.measures else "beside"
    first = group.activities[0]
    head = page.heading(level, f"{place}-{first.part}" if first.part else place, "; ".join(names), links)
    return join([head, *(_card(page, one, made.outcomes[one.id], level + 1) for one in group.activities)])


def _card(page: Page, one: Activity, outcome: Outcome, level: int) -> Html:
    """An activity in full."""
    t = page.t
    later = [after.id for after in page.reading.plan.activities if after.carried_from == one.id]
    rows = [
        (t("Responsible"), everyone(page, one.responsible) if one.responsible else NOTHING),
        (t("Unit"), page.line(one.unit)),
        (t("When"), esc(one.when.text if one.when else "")),
        (t("Cost"), cost(page, one.cost)),
        (t("Status"), outcome_mark(page, outcome)),
        (t("Status in the plan"), _own_status(page, one, outcome)),
        (t("Result"), page.line(one.result)),
        (t("Why not"), page.line(one.reason)),
        (t("Goes on from"), _of_year(page, one.carried_from) if one.carried_from else NOTHING),
        (t("Goes on in"), bullets((_of_year(page, name) for name in later), "pk-plain")),
        *extras(page, one),
    ]
    head = page.heading(level, one.id, page.reading.text(one.title))
    body = f"{head}{page.prose(one.description)}{facts(rows)}"
    return Html(f'<article class="pk-card pk-activity">\n{body}</article>\n')


def _own_status(page: Page, one: Activity, outcome: Outcome) -> Html:
    """The plan's own word, where it says something else than how the activity went."""
    code = page.reading.vocabulary.code("activity-status", one.status) if one.status else None
    return (
        NOTHING
        if one.status is None or code == outcome
        else esc(page.reading.label("activity-status", one.status))
    )


def _of_year(page: Page, activity_id: str) -> Html:
    """An activity of another year: its title as a link, and which activity plan it stands in."""
    one = page.reading.plan.by_id.get(activity_id)
    plan = page.reading.plan.by_id.get(one.activity_plan) if isinstance(one, Activity) else None
    period = plan.period.text if isinstance(plan, ActivityPlan) else ""
    return Html(f"{page.link(activity_id)}{f' ({esc(period)})' if period else ''}")


def _money(page: Page, value: Money) -> Html:
    t = page.t
    rows = [
        (
            esc(t(KIND_WORDS[line.kind])),
            esc(str(line.count)),
            esc("–" if line.amount is None else f"{amount_text(line.amount)}\u00a0{line.currency or 'kr'}"),
        )
        for line in value.lines
    ]
    if value.unstated:
        rows.append((esc(t("No cost stated")), esc(str(value.unstated)), esc("–")))
    note = t("Only amounts of the same kind are added. Proposals and shared pots are not money in hand.")
    heads = (t("Kind of cost"), t("Activities"), t("Sum"))
    made = table(t("What the activities cost, as planned"), heads, rows)
    return join([made, Html(f'<p class="pk-note">{esc(note)}</p>\n')])
