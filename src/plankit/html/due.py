"""What is due as HTML: past its day, soon and later, by whom and by when; and the calendars of it."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join, table
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.agenda import agencies_of, agenda
from plankit.views.agenda_page import HEADINGS, Line, Stretch, stretches_of
from plankit.views.agenda_task import WORDS, Task
from plankit.views.sheet_dates import written

MADE_ON = N_(
    "Made on {day}. What becomes late after that day does not show here until the site is built anew."
)
NOTHING_DUE = N_("Nothing in the plan is promised for a day.")
SUBSCRIBE = N_(
    "A calendar program can open these files or subscribe to their address. A task keeps its place in the calendar when"
    " its day or its title changes."
)


def due(page: Page) -> Html:
    """The whole page, as of the day that the site is made."""
    reading, today = page.reading, page.site.today
    tasks = agenda(reading, today)
    day = written(today, reading.language)
    made = Html(f'<p class="pk-note">{esc(page.t(MADE_ON).format(day=day))}</p>\n')
    if not tasks:
        return join([made, Html(f'<p class="pk-none">{esc(page.t(NOTHING_DUE))}</p>\n')])
    found = stretches_of(tasks, today)
    counts = {one.key: one.count for one in found}
    told = page.t(N_("{past} past, {soon} in the next three months, {later} later.")).format(
        **{key: counts.get(key, 0) for key in HEADINGS}
    )
    parts = [made, Html(f"<p><strong>{esc(told)}</strong></p>\n")]
    for one in found:
        parts += [page.heading(2, f"due-{one.key}", page.t(one.heading)), _lines(page, one)]
    return join([*parts, _calendars(page, tasks)])


def _lines(page: Page, stretch: Stretch) -> Html:
    t = page.t
    rows = [
        (
            _when(page, one),
            esc(t(WORDS[one.deed])),
            _what(page, one),
            _who(page, one),
        )
        for one in stretch.lines
    ]
    caption = page.count("{count} thing to do", "{count} things to do", stretch.count)
    return table(caption, (t("By when"), t("To do"), t("What"), t("By whom")), rows, css="pk-due")


def _when(page: Page, line: Line) -> Html:
    """The day, and the plan's own words for it where all that is due has the same."""
    day = written(line.day, page.reading.language)
    told = _told_alike(line)
    words = f' <span class="pk-note">({esc(told)})</span>' if told not in ("", day) else ""
    return Html(f'<time datetime="{line.day.isoformat()}">{esc(day)}</time>{words}')


def _told_alike(line: Line) -> str:
    told = {task.until_told for task in line.tasks}
    return told.pop() if len(told) == 1 else ""


def _what(page: Page, line: Line) -> Html:
    """What it is about: a link where the entry is shown, with the plan's own words for the time where they differ."""
    items = [_one(page, task, told=not _told_alike(line)) for task in line.tasks]
    return items[0] if len(items) == 1 else bullets(items, "pk-plain")


def _one(page: Page, task: Task, *, told: bool) -> Html:
    href = page.href(task.subject) if task.subject else None
    shown = page.link(task.subject, task.title) if href else esc(task.title)
    words = f' <span class="pk-note">({esc(task.until_told)})</span>' if told and task.until_told else ""
    return Html(f"{shown}{words}")


def _who(page: Page, line: Line) -> Html:
    """Whoever does it; what the plan says beside the agency's name stays."""
    if not line.who and not line.agencies:
        return esc(page.t("nobody named"))
    if len(line.agencies) == 1:
        name = page.reading.party(line.agencies[0]).name
        if line.who == name or line.who.startswith(f"{name}, "):
            return Html(f"{page.link(line.agencies[0])}{esc(line.who.removeprefix(name))}")
    return esc(line.who) if line.who else page.links(line.agencies)


def _calendars(page: Page, tasks: tuple[Task, ...]) -> Html:
    """Links to the calendars beside the site; nothing where there are none."""
    everything = calendar_link(page, "", page.t("Everything"))
    if not everything:
        return NOTHING
    each = (calendar_link(page, name, page.reading.party(name).name) for name in agencies_of(tasks))
    return join(
        [
            page.heading(2, "calendars", page.t("In the calendar")),
            Html(f"<p>{esc(page.t(SUBSCRIBE))}</p>\n"),
            bullets((one for one in (everything, *each) if one), "pk-calendars"),
        ]
    )


def calendar_link(page: Page, agency: str, words: str) -> Html:
    """A link to the calendar of an agency, or with an empty id to that of everything; nothing where there is none."""
    name = page.site.calendars.get(agency)
    if name is None:
        return NOTHING
    up = "../" * page.name.count("/")
    return Html(f'<a class="pk-calendar" href="{esc(up + name)}" type="text/calendar">{esc(words)}</a>')


def agency_calendar(page: Page, agency: str) -> Html:
    """On an agency's page: the way to its calendar; nothing where there is none."""
    link = calendar_link(page, agency, page.t("Calendar of what is due here"))
    if not link:
        return NOTHING
    return Html(
        f'<p class="pk-calendar-of">{link} · {page.link("chapter:due", page.t("Everything that is due"))}</p>\n'
    )
