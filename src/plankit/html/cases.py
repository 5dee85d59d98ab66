"""Cases as HTML: the story of each, its walk as a timeline and as a list, and what the plan did not answer.

Walks are imported when such a page is drawn, not before: other pages need neither hours nor holidays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.html.procedure_words import duration
from plankit.model.case import Case, Expectation
from plankit.model.guide import GuideCase
from plankit.views.case_facts import case_facts
from plankit.views.cases import case_pages, cases_by_severity, cases_of

if TYPE_CHECKING:
    from plankit.walks.prepared import Prepared
    from plankit.walks.result import Event, Walk
    from plankit.walks.words import Names


Told = Case | GuideCase


def cases(page: Page) -> Html:
    """Every case of the guide and the plan: its story, its walk through the procedures, and the gaps it met.

    Where there are many, how each went; the rest stands on pages of their own, by severity.
    """
    names, walks = _walks(page, cases_of(page.reading))
    if not walks:
        return NOTHING
    safe = sum(1 for _, walk in walks if walk is not None and walk.reaches_safety and not walk.gaps)
    words = page.t("{count} of {all} cases reach safety, and the plan answers everything that they ask.")
    lead = Html(f'<p class="pk-lead">{esc(words.format(count=safe, all=len(walks)))}</p>\n')
    groups = case_pages(page.reading)
    if not groups:
        return join([lead, _overview(page, walks), *(_case(page, names, one, walk) for one, walk in walks)])
    parts = [lead]
    for number, group in enumerate(groups, start=1):
        mine = [(one, walk) for one, walk in walks if one in group.cases]
        parts += [page.heading(2, f"severity-{number}", group.heading), _overview(page, mine, group.heading)]
    return join(parts)


def cases_of_severity(page: Page, severity: str) -> Html:
    """The cases of one severity, each in full."""
    told = next((one.cases for one in cases_by_severity(page.reading) if one.severity == severity), ())
    names, walks = _walks(page, told)
    return join(_case(page, names, one, walk) for one, walk in walks)


def _walks(page: Page, told: Iterable[Told]) -> tuple[Names, list[tuple[Told, Walk | None]]]:
    from plankit.walks.prepared import prepare
    from plankit.walks.words import Names

    ready = prepare(page.reading.plan, page.reading.guide)
    return Names(ready, page.reading.language), [(one, _walked(ready, one)) for one in told]


def _overview(page: Page, walks: list[tuple[Told, Walk | None]], caption: str = "") -> Html:
    """A line for each case: who, where, when, and how it went."""
    label, t = page.reading.label, page.t
    rows = [
        (
            page.link(told.id, page.reading.text(told.title)),
            esc(label("target-group", told.exposed)),
            esc(label("door", told.door)),
            _state(page, walk),
        )
        for told, walk in walks
    ]
    heads = (t("Made-up case"), t("Who is exposed"), t("Who discovers it"), t("Result"))
    return table(caption or t("All cases"), heads, rows, css="pk-cases")


def _state(page: Page, walk: Walk | None) -> Html:
    if walk is None:
        return esc(page.t("not walked"))
    words = page.t("reaches safety") if walk.reaches_safety else page.t("does not reach safety")
    count = len(walk.gaps)
    css = ("partly" if count else "met") if walk.reaches_safety else "not-met"
    gaps = f", {page.count('{count} gap', '{count} gaps', count)}" if count else ""
    return Html(f'<span class="pk-state pk-state-{css}">{esc(words + gaps)}</span>')


def _walked(ready: Prepared, told: Case | GuideCase) -> Walk | None:
    """The walk of a case; `None` where its time is not understood."""
    from plankit.walks.cases import CaseError, walk_case
    from plankit.walks.walking import walk_prepared

    try:
        return walk_prepared(ready, walk_case(ready, told))
    except CaseError:
        return None


def _case(page: Page, names: Names, told: Case | GuideCase, walk: Walk | None) -> Html:
    place = f"case-{told.id}"
    heading = page.heading(2, place, page.reading.text(told.title))
    fictional = Html(f'<p class="pk-note">{esc(page.t("Fictional: nobody is behind this case."))}</p>\n')
    parts = [
        heading,
        fictional if told.fictional else NOTHING,
        page.prose(told.story),
        _about(page, told, _when(names, told, walk)),
    ]
    if walk is None:
        words = page.t("The time of this case is not understood, so it is not walked.")
        return join([*parts, Html(f'<p class="pk-notice">{esc(words)}</p>\n'), _musts(page, told.must, None)])
    return join(
        [*parts, _outcome(page, names, walk), _musts(page, told.must, walk), _way(page, names, told, walk)]
    )


def _when(names: Names, told: Case | GuideCase, walk: Walk | None) -> str:
    """When the case begins; as it is written where that is not understood."""
    from plankit.walks.words import clock

    return clock(names, walk.began_at) if walk else told.at


def _about(page: Page, told: Case | GuideCase, time: str) -> Html:
    rows = case_facts(page.reading, told, time)
    more = [
        (page.t("Remark"), page.line(told.notes)),
        (page.t("Sources"), page.links(told.sources)),
    ]
    return facts([*((name, esc(words)) for name, words in rows), *more])


def _outcome(page: Page, names: Names, walk: Walk) -> Html:
    """Whether and when somebody is safe, who has the case at the end, and each gap."""
    from plankit.walks.words import clock, gap_words

    t = page.t
    if walk.safe_at is not None and walk.reaches_safety:
        result, css = t("Safe {time}").format(time=clock(names, walk.safe_at)), "met"
    else:
        result, css = t("Does not reach safety"), "not-met"
    owner = t("At the end the case is with {agency}.").format(agency=names.agency(walk.owner))
    gaps = bullets((_capital(gap_words(names, gap)) for gap in walk.gaps), "pk-gaps")
    rows = [
        (t("Result"), Html(f'<span class="pk-state pk-state-{css}">{esc(result)}</span>')),
        (t("Owner"), esc(owner) if walk.owner else esc(t("Nobody has the case at the end."))),
        (t("Gaps"), gaps or esc(t("none"))),
    ]
    return facts(rows)


def _capital(words: str) -> Html:
    return esc(words[:1].upper() + words[1:])


def _musts(page: Page, must: tuple[Expectation, ...], walk: Walk | None) -> Html:
    """What the case expects of every plan, and whether it came so."""
    if not must:
        return NOTHING
    held = walk.held if walk else (None,) * len(must)
    items = []
    for one, came in zip(must, held, strict=True):
        state = "" if came is None else page.t("held") if came else page.t("did not hold")
        css = "met" if came else "not-met"
        mark = f' <span class="pk-state pk-state-{css}">({esc(state)})</span>' if state else ""
        items.append(Html(f"{esc(_expected(page, one))}{mark}"))
    return facts([(page.t("Must hold"), bullets(items, "pk-plain"))])


def _expected(page: Page, one: Expectation) -> str:
    t, title = page.t, page.reading.title
    parts = []
    if one.reaches:
        words = t("it reaches {agency}").format(agency=title(one.reaches))
        parts.append(f"{words}, {duration(page, one.within)}" if one.within else words)
    elif one.within:
        parts.append(duration(page, one.within))
    if one.never:
        parts.append(t("never: {action}").format(action=title(one.never)))
    if one.safe_within:
        parts.append(t("safe {limit}").format(limit=duration(page, one.safe_within)))
    if one.owner:
        parts.append(t("at the end it is with {agency}").format(agency=title(one.owner)))
    if one.notes:
        parts.append(page.reading.text(one.notes))
    return "; ".join(parts)


def _way(page: Page, names: Names, told: Case | GuideCase, walk: Walk) -> Html:
    """The walk as a picture and as a list."""
    from plankit.html.timeline_svg import timeline_svg
    from plankit.views.timeline import timeline

    if not walk.events:
        return NOTHING
    who = {
        (kind, agency): names.agency(agency) if kind == "agency" else names.word("actor", kind)
        for kind, agency in timeline(walk).lanes
    }
    title = page.t("The walk: {case}").format(case=page.reading.text(told.title))
    items = join(_event(page, names, event) for event in walk.events)
    return Html(
        f'<details class="pk-walk"><summary>{esc(title)}</summary>\n{timeline_svg(page, walk, who, title)}'
        f'<ol class="pk-events">\n{items}</ol>\n</details>\n'
    )


def _event(page: Page, names: Names, event: Event) -> Html:
    from plankit.walks.words import ASSUMPTION_WORDS, actor_words, clock, length

    t = page.t
    step = page.link(f"{event.procedure}.{event.step}", names.step(event.procedure, event.step))
    what = {
        "acted": "",
        "fallback": t("not there; the stand-in takes over"),
        "waited": t("waits {time}").format(time=length(names.language, event.waited)),
        "skipped-forbidden": t("forbidden, so it is not done"),
    }[event.what]
    told = [
        esc(what),
        page.law(*event.ground),
        esc(t("handed to {agency}").format(agency=names.agency(event.handed_to)))
        if event.handed_to
        else NOTHING,
        *(esc(t(ASSUMPTION_WORDS[one])) for one in event.assumptions),
    ]
    more = join((part for part in told if part), "; ")
    return Html(
        f'<li><span class="pk-number">{esc(clock(names, event.at))}</span> '
        f"<strong>{esc(actor_words(names, event))}:</strong> {step}"
        f"{f' – <span class=pk-note>{more}</span>' if more else ''}</li>\n"
    )
