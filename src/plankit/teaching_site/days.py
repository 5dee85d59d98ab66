"""What takes more than a session: a day led by one running case, and the programme for those who train others."""

from __future__ import annotations

from datetime import date

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.model.teaching import ConfidenceItem, Gathering, MonthlyExercise, RunningCase
from plankit.teaching.day import DayItem, training_day
from plankit.teaching_site.care import after, before
from plankit.teaching_site.page import TeachingSite, heading, length, paragraph, whole
from plankit.views.groups import capitalised
from plankit.views.sheet_dates import month_name


def whole_day_file(site: TeachingSite) -> tuple[str, bytes]:
    """The running cases, each as a day with its parts and pauses."""
    page = site.page("whole-day")
    cases = _running_for(site)
    text = page.reading.text
    warning = "\n\n".join(dict.fromkeys(text(one.warning) for one in cases))
    parts = [
        before(site, page, warning, back="index"),
        *(_running(site, page, one) for one in cases),
        after(page),
    ]
    return whole(site, page, page.t(N_("A whole day")), parts)


def _running_for(site: TeachingSite) -> tuple[RunningCase, ...]:
    subject = site.kit.subject
    found = tuple(one for one in subject.guide.running_cases if subject.is_for(one.audiences))
    return found or subject.guide.running_cases


def _running(site: TeachingSite, page: Page, one: RunningCase) -> Html:
    text = page.reading.text
    day = training_day(site.kit.subject, one)
    rows = ([esc(each.clock), esc(each.item.title), length(page, each.item.minutes)] for each in day)
    caption = page.t(N_("The day"))
    heads = [page.t(N_("Begins")), page.t(N_("Part")), page.t(N_("Length"))]
    parts = join(_part(site, page, each) for each in day if each.part is not None)
    return Html(
        f"{heading(2, text(one.title))}{site.prose(text(one.text))}{table(caption, heads, rows)}{parts}"
    )


def _part(site: TeachingSite, page: Page, one: DayItem) -> Html:
    text = page.reading.text
    asked = tuple(text(each) for each in one.part.questions) if one.part else ()
    talk = (
        Html(f"<ol>\n{join(Html(f'<li>{site.line(each)}</li>') for each in asked)}</ol>\n")
        if asked
        else NOTHING
    )
    kind = page.reading.label("exercise", one.item.exercise)
    then = paragraph(page.t(N_("Then: {exercise}")).format(exercise=kind), "pk-note") if kind else NOTHING
    known = join(page.link(name) for name in one.item.ids if page.href(name))
    told = Html(f"<p>{esc(page.t(N_('The case:')))} {known}</p>\n") if known else NOTHING
    return Html(
        f'<section class="pk-card">\n{heading(3, f"{one.clock} {one.item.title}")}{site.prose(one.item.text)}{talk}{then}'
        f"{told}</section>\n"
    )


def trainers_file(site: TeachingSite) -> tuple[str, bytes]:
    """The gatherings with their homework, one exercise for each month, and the statements of the survey."""
    page = site.page("trainers")
    subject = site.kit.subject
    guide = subject.guide
    how = page.t(
        N_(
            "For those who will train others: gatherings with homework between them, then a little each month."
        )
    )
    parts = [
        paragraph(how, "t-lead"),
        *(_gathering(site, page, one) for one in guide.gatherings if subject.is_for(one.audiences)),
        _monthly(site, page, tuple(one for one in guide.monthly_exercises if subject.is_for(one.audiences))),
        _survey(site, page, tuple(one for one in guide.confidence_items if subject.is_for(one.audiences))),
    ]
    return whole(site, page, page.t(N_("Train the trainer")), parts)


def _gathering(site: TeachingSite, page: Page, one: Gathering) -> Html:
    text, label = page.reading.text, page.reading.label
    title = page.t(N_("Gathering {number}: {title}")).format(number=one.number, title=text(one.title))
    rows = []
    for part in one.parts:
        told = [site.line(text(part.text)) if part.text else NOTHING, esc(label("exercise", part.exercise))]
        serves = join((page.link(name) for name in part.objectives), ", ")
        rows.append(
            [
                esc(text(part.title)),
                length(page, int(part.minutes)),
                join((each for each in told if each), " · "),
                serves,
            ]
        )
    heads = [page.t(N_("Part")), page.t(N_("Length")), page.t(N_("What happens")), page.t(N_("Objectives"))]
    need = [
        (page.t(N_("Room")), site.line(text(one.room))),
        (page.t(N_("Bring")), bullets((site.line(text(each)) for each in one.materials), "pk-plain")),
        (page.t(N_("Homework")), bullets((site.line(text(each)) for each in one.homework), "pk-plain")),
    ]
    caption = page.t(N_("Programme of gathering {number}")).format(number=one.number)
    return Html(
        f"<section>\n{heading(2, title)}{site.prose(text(one.text))}{table(caption, heads, rows)}{facts(need)}</section>\n"
    )


def _monthly(site: TeachingSite, page: Page, ones: tuple[MonthlyExercise, ...]) -> Html:
    text = page.reading.text
    title = page.t(N_("One exercise a month"))
    rows = (
        [
            esc(capitalised(month_name(date(2000, int(one.month), 1), page.reading.language))),
            esc(text(one.title)),
            site.line(text(one.text)),
            length(page, int(one.minutes)),
        ]
        for one in sorted(ones, key=lambda one: int(one.month))
    )
    heads = [page.t(N_("Month")), page.t(N_("Exercise")), page.t(N_("What you do")), page.t(N_("Length"))]
    made = table(title, heads, rows)
    return join([heading(2, title), made]) if made else NOTHING


def _survey(site: TeachingSite, page: Page, ones: tuple[ConfidenceItem, ...]) -> Html:
    if not ones:
        return NOTHING
    text = page.reading.text
    told = page.t(
        N_(
            "Asked on paper before and after, without names: from 1 (not at all) to 5 (wholly). Results of few people are not "
            "shown."
        )
    )
    rows = "".join(f"<li>{site.line(text(one.text))}</li>\n" for one in ones)
    title = page.t(N_("Before and after: how sure are you?"))
    return Html(f"{heading(2, title)}{paragraph(told)}<ol>\n{rows}</ol>\n")
