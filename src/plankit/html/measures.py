"""Measures, goals and areas as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.origins import origins
from plankit.html.page import Page
from plankit.html.year_lines import measure_activities
from plankit.language import N_
from plankit.model.base import Absence
from plankit.model.contents import Goal, Measure, Progress, Responsible
from plankit.model.cost import Cost
from plankit.views.deadlines import due
from plankit.views.groups import Group

SYMBOLS = {
    "not-started": "○",
    "planned": "○",
    "new": "○",
    "ongoing": "◐",
    "continuous": "↻",
    "revised": "◐",
    "prolonged": "◐",
    "done": "●",
    "implemented": "●",
    "ordinary-operation": "●",
    "not-carried-out": "×",
    "not-applicable": "–",
}
"""A sign for each status beside its word and colour, for those who see no colours."""

_SHOWN_ELSEWHERE = (None, "goals", "progress", "activities")
"""Kinds of entry that stand on the card of a measure otherwise than by their names."""

_ABSENT = {
    Absence.UNKNOWN: N_("not known"),
    Absence.NOT_APPLICABLE: N_("not applicable"),
    Absence.NOT_STATED: N_("not stated"),
}


def status(page: Page, measure: Measure) -> Html:
    """The newest status: sign, word and colour; nothing where none is stated."""
    words = page.reading.status(measure)
    if not words:
        return NOTHING
    code = page.reading.status_code(measure) or "other"
    sign = SYMBOLS.get(code, "·")
    return Html(
        f'<span class="pk-status pk-status-{code}"><span aria-hidden="true">{sign}</span> {esc(words)}</span>'
    )


def responsible(page: Page, one: Responsible) -> Html:
    """Who answers, with a link to the agency, the role and what it does."""
    parts = [page.link(one.agency)] if one.agency else []
    parts += [page.line(text) for text in (one.role, one.text) if text]
    extras = [esc(page.reading.function(one)), esc(one.certainty or ""), page.line(one.notes)]
    if one.agreement:
        extras.append(page.link(one.agreement))
    told = join((part for part in extras if part), ", ")
    words = join(parts, ", ")
    return Html(f"{words} ({told})") if told else words


def everyone(page: Page, ones: Sequence[Responsible]) -> Html:
    """Everyone who answers: a line each where there are several."""
    if len(ones) == 1:
        return responsible(page, ones[0])
    return bullets((responsible(page, one) for one in ones), "pk-plain")


def deadline(page: Page, measure: Measure) -> Html:
    """The deadline in the plan's words, or why there is none."""
    if measure.deadline:
        return esc(measure.deadline.text)
    return absent(page, measure, "deadline")


def absent(page: Page, measure: Measure, field: str) -> Html:
    """Why a field holds nothing, where the plan says so."""
    stated = dict(measure.empty).get(field)
    return Html(f'<span class="pk-absent">{esc(page.t(_ABSENT[stated]))}</span>') if stated else NOTHING


def cost(page: Page, value: Cost | None) -> Html:
    """A cost in the plan's words, with who pays and what decides it."""
    if value is None:
        return NOTHING
    parts = [esc(value.text)]
    if value.funder:
        parts.append(Html(f"{esc(page.t('Funder'))}: {page.line(value.funder)}"))
    if value.original_purpose:
        parts.append(Html(f"{esc(page.t('First given for'))}: {page.line(value.original_purpose)}"))
    if value.used_for:
        parts.append(Html(f"{esc(page.t('Used for'))}: {page.line(value.used_for)}"))
    if value.covers:
        parts.append(Html(f"{esc(page.t('Shared with'))}: {page.links(value.covers)}"))
    if value.decision:
        parts.append(page.link(value.decision))
    return join(parts, "; ")


def words(page: Page, field: str, ones: Sequence[str]) -> Html:
    """Words of a list, shown in the language of the page where they are codes."""
    return esc(", ".join(page.reading.label(field, one) for one in ones))


def _capacity(page: Page, measure: Measure) -> Html:
    value = measure.capacity
    if value is None:
        return NOTHING
    names = (
        ("seats", N_("seats")),
        ("sessions", N_("sessions")),
        ("units", N_("units")),
        ("days", N_("days")),
    )
    parts = [page.line(value.text)] if value.text else []
    parts += [esc(f"{getattr(value, key)} {page.t(name)}") for key, name in names if getattr(value, key)]
    parts += [esc(page.t("waiting list"))] if value.waiting_list else []
    parts += [page.line(value.notes)] if value.notes else []
    return join(parts, ", ")


def _rows(page: Page, measure: Measure) -> list[tuple[str, Html]]:
    t = page.t
    return [
        (t("Responsible"), everyone(page, measure.responsible) or absent(page, measure, "responsible")),
        (t("Contributes"), everyone(page, measure.contributors) if measure.contributors else NOTHING),
        (t("Deadline"), deadline(page, measure)),
        (t("Cost"), cost(page, measure.cost) or absent(page, measure, "cost")),
        (t("Status"), status(page, measure)),
        (t("Status in the plan"), _own_status(page, measure)),
        (t("Status at adoption"), esc(page.reading.label("measure-status", measure.status_at_adoption))),
        (t("For whom"), words(page, "target-group", measure.target_groups)),
        (t("Topics"), words(page, "topic", measure.topics)),
        (t("Phases"), words(page, "phase", measure.phases)),
        (t("Prevention"), esc(page.reading.label("prevention-level", measure.prevention_level))),
        (t("Part of the plan"), page.links(measure.parts)),
        (t("Goals"), page.links(measure.goals)),
        (t("Expected result"), page.line(measure.expected_result)),
        (t("Why here"), page.line(measure.local_need)),
        (t("Indicators"), page.links(measure.indicators) or absent(page, measure, "indicators")),
        (t("Targets"), join((page.line(one) for one in measure.targets), "; ")),
        (t("Where"), page.line(measure.location)),
        (t("Capacity"), _capacity(page, measure)),
        (t("Legal basis"), page.law(*(one.text for one in measure.legal_source))),
        (t("Depends on"), join((page.line(one) for one in measure.depends_on), "; ")),
        (t("See also"), page.links(measure.cross_refs)),
        (t("Kind"), esc(page.reading.label("measure-kind", measure.kind))),
        (t("Holds for"), page.links(measure.applies_to)),
        (t("From the plan"), origins(page, measure)),
        (t("Decided by"), page.link(measure.added_by) if measure.added_by else NOTHING),
        (t("Remark"), page.line(measure.notes)),
        (t("Sources"), page.links(measure.sources)),
        (t("Named in"), page.links(_citing(page, measure.id))),
    ]


def _own_status(page: Page, measure: Measure) -> Html:
    """The status that the plan itself states, where a later report has another."""
    own = page.reading.label("measure-status", measure.status)
    return esc(own) if own != page.reading.status(measure) else NOTHING


def _citing(page: Page, item: str) -> tuple[str, ...]:
    kinds = page.reading.plan.kind_of
    return tuple(one for one in page.site.cited.get(item, ()) if kinds.get(one) not in _SHOWN_ELSEWHERE)


def measure_card(page: Page, measure: Measure) -> Html:
    """A measure in full: what is to be done, by whom, by when, and all that hangs together with it."""
    title = page.reading.text(measure.title)
    number = f'<span class="pk-number">{esc(measure.number)}</span> ' if measure.number else ""
    head = page.heading(
        3, measure.id, f"{measure.number or ''} {title}".strip(), Html(f"{number}{esc(title)}")
    )
    reports = progress(page, page.reading.reports.get(measure.id, ()))
    done = measure_activities(page, measure.id)
    body = f"{head}{page.prose(measure.description)}{facts(_rows(page, measure))}{done}{reports}"
    return Html(f'<article class="pk-card pk-measure">\n{body}</article>\n')


def progress(page: Page, reports: Sequence[Progress]) -> Html:
    """Progress reports, oldest first."""
    rows = []
    for one in reports:
        parts = [esc(page.reading.label("measure-status", one.status)), page.line(one.result)]
        if one.obstacles:
            parts.append(Html(f"{esc(page.t('Obstacles'))}: {page.line(one.obstacles)}"))
        if one.outcome:
            parts.append(esc(page.reading.label("progress-outcome", one.outcome)))
        parts += [page.line(one.next_step), page.line(one.notes), esc(one.period.text if one.period else "")]
        by = f" ({page.line(one.reported_by)})" if one.reported_by else ""
        rows.append(Html(f"<strong>{esc(one.date.text)}</strong>{by}: {_as_sentences(parts)}"))
    words = esc(page.t("Reported"))
    return Html(f'<div class="pk-reports"><p>{words}</p>\n{bullets(rows)}</div>\n') if rows else NOTHING


def _as_sentences(parts: Sequence[Html]) -> Html:
    """The parts one after the other, with a full stop where one does not end like a sentence."""
    said = [part for part in parts if part]
    ended = [part if part.endswith((".", "!", "?")) else Html(f"{part}.") for part in said[:-1]]
    return join([*ended, *said[-1:]], " ")


def measure_cards(page: Page, measures: Sequence[Measure]) -> Html:
    """Measures in full, one after the other."""
    if not measures:
        return Html(f'<p class="pk-none">{esc(page.t("No measures."))}</p>\n')
    return join(measure_card(page, one) for one in measures)


def _linked_title(page: Page, measure: Measure, *, register: bool) -> Html:
    words = page.reading.numbered_title(measure.id)
    mark = page.anchor_id(f"measure-{measure.id}") if register else ""
    return (
        Html(f"<span{mark}>{page.link(measure.id, words)}</span>") if mark else page.link(measure.id, words)
    )


def measure_table(
    page: Page,
    measures: Sequence[Measure],
    caption: str = "",
    *,
    register: bool = False,
    marks: Mapping[str, str] | None = None,
) -> Html:
    """Measures as a table: what, who, when, status. `marks` are the attributes of a measure's row, by its id."""
    t = page.t
    rows = (
        (
            _linked_title(page, one, register=register),
            join((responsible(page, who) for who in one.responsible), "; "),
            deadline(page, one),
            status(page, one),
        )
        for one in measures
    )
    heads = (t("Measure"), t("Responsible"), t("Deadline"), t("Status"))
    caption = caption or page.count("{count} measure", "{count} measures", len(measures))
    attributes = [(marks or {}).get(one.id, "") for one in measures]
    return table(caption, heads, rows, css="pk-measures", marks=attributes) or Html(
        f'<p class="pk-none">{esc(t("No measures."))}</p>\n'
    )


def goal_card(page: Page, goal: Goal, within: str = "") -> Html:
    """A goal in full with the measures that serve it. `within` is the area that the page is about."""
    text = page.reading.text(goal.text)
    label = page.reading.label("goal-level", goal.level)
    number = f"{goal.number} " if goal.number else ""
    served = [
        one for one in page.site.cited.get(goal.id, ()) if page.reading.plan.kind_of.get(one) == "measures"
    ]
    t = page.t
    rows = [
        (t("Kind"), esc(label)),
        (t("Part of"), page.links(goal.parents)),
        (t("Areas"), page.links(area for area in goal.areas if area != within)),
        (t("Due"), esc(goal.due.text if goal.due else "")),
        (t("Focus"), esc(goal.focus_period.text if goal.focus_period else "")),
        (t("Effect"), esc(page.reading.label("horizon", goal.effect_horizon))),
        (t("For whom"), words(page, "target-group", goal.target_groups)),
        (t("Topics"), words(page, "topic", goal.topics)),
        (t("Phases"), words(page, "phase", goal.phases)),
        (t("Audience"), words(page, "audience", goal.audience)),
        (t("Indicators"), page.links(goal.indicators)),
        (t("Measures"), bullets((page.link(one) for one in served), "pk-plain")),
        (t("Remark"), page.line(goal.notes)),
        (t("Sources"), page.links(goal.sources)),
    ]
    head = page.heading(3 if within else 2, goal.id, f"{number}{text}")
    return Html(f'<article class="pk-card pk-goal">\n{head}{facts(rows)}</article>\n')


def goals(page: Page, ones: Sequence[Goal], within: str = "") -> Html:
    """Goals in full."""
    return join(goal_card(page, goal, within) for goal in ones)


def area(page: Page, area_id: str) -> Html:
    """An area: what it is, its goals and its measures in full."""
    reading = page.reading
    entry = next((one for one in reading.plan.areas if one.id == area_id), None)
    mine = reading.goals_by_area.get(area_id, ())
    measures = reading.measures_by_area.get(area_id, ())
    parts = [Html(f'<div{page.anchor_id(area_id)} class="pk-lead">')]
    if entry is not None:
        borrowed = (page.t("Taken over from"), page.line(entry.borrowed_from))
        rows = [
            borrowed,
            (page.t("Kind"), esc(reading.label("area-kind", entry.kind))),
            (page.t("Phase"), esc(reading.label("phase", entry.phase))),
            (page.t("Holds for"), page.links(entry.applies_to)),
            (page.t("From the plan"), origins(page, entry)),
            (page.t("Remark"), page.line(entry.notes)),
            (page.t("Sources"), page.links(entry.sources)),
        ]
        parts += [page.prose(entry.text), facts(rows)]
    parts.append(Html("</div>\n"))
    if mine and area_id != "none":
        parts += [page.heading(2, "goals", page.t("Goals")), goals(page, mine, area_id)]
    parts += [page.heading(2, "measures", page.t("Measures")), measure_cards(page, measures)]
    return join(parts)


def areas(page: Page) -> Html:
    """All areas, each with its goals and the number of its measures."""
    reading = page.reading
    filled = reading.measures_by_area
    cards = []
    for one in reading.plan.areas:
        mine = reading.goals_by_area.get(one.id, ())
        count = page.count("{count} measure", "{count} measures", len(filled.get(one.id, ())))
        listed = bullets((page.link(goal.id) for goal in mine), "pk-plain")
        cards.append(
            Html(
                f'<li class="pk-tile"><p class="pk-tile-title">{page.link(one.id)}</p>\n'
                f'{listed}<p class="pk-tile-foot">{esc(count)}</p></li>\n'
            )
        )
    return Html(f'<ul class="pk-tiles">\n{join(cards)}</ul>\n') if cards else NOTHING


def summary(page: Page) -> Html:
    """The list that the national template asks for: the areas and their measures, and nothing else."""
    parts = []
    for area_id, measures in page.reading.measures_by_area.items():
        if area_id == "none":
            words = page.t("Measures outside the areas")
        else:
            words = page.reading.numbered_title(area_id)
        parts.append(page.heading(2, f"list-{area_id}", words))
        parts.append(bullets((page.link(one.id) for one in measures), "pk-plain"))
    return join(parts)


def grouped(page: Page, groups: Sequence[Group]) -> Html:
    """Measures under the words that they are grouped by."""
    parts = []
    for number, group in enumerate(groups, start=1):
        parts += [page.heading(2, f"group-{number}", group.heading), measure_table(page, group.measures)]
    return join(parts)


def deadlines(page: Page) -> Html:
    """What is due when, year by year, then what has no end."""
    parts = []
    for number, group in enumerate(due(page.reading), start=1):
        parts.append(page.heading(2, f"due-{number}", group.heading))
        parts.append(measure_table(page, group.measures))
    return join(parts)
