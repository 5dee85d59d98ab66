"""The yearly report to the council as HTML: the same on the site, on a page of its own and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plankit.html.markup import NOTHING, Html, bullets, esc, join, table
from plankit.html.page import Page
from plankit.html.report_activities import activities
from plankit.html.report_asked import asked
from plankit.html.report_indicators import indicators
from plankit.html.report_rows import FATES, fate_words, nothing, reported, said, who_and_when
from plankit.language import N_, N_count
from plankit.views.report_lines import Due, Fate, Line
from plankit.views.yearly_report import YearlyReport, outcome_code, reported_years, yearly_report

DUES = {
    Due.EARLIER: N_("Was due before {year}"),
    Due.IN_YEAR: N_("Due in {year}"),
    Due.LATER: N_("Due after {year}"),
    Due.NO_DAY: N_("Runs on, or has no day"),
}
"""What each class of deadline is called."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the report: its stable name, its heading and what it says."""

    name: str
    title: str
    body: Html


def piece(page: Page, year: str) -> Html:
    """What the plan's data say of one year: promised, done, not done, not reported, indicators, and what is asked."""
    report = yearly_report(page.reading, int(year), page.site.today) if year.isdecimal() else None
    if report is None:
        return Html(f'<p class="pk-note">{esc(page.t(N_("There is no report on that year.")))}</p>\n')
    return join([notice(page, report), *(written(page, one) for one in parts(page, report))])


def notice(page: Page, report: YearlyReport) -> Html:
    """What the report rests on, and, while the year runs, that it is not over."""
    t, name = page.t, report.name
    told = [
        t(
            N_(
                "Put together from the plan and from what was reported about {period}. A measure that nobody reported "
                "on stands as not reported."
            )
        ).format(period=name)
    ]
    if not report.has_ended:
        end = report.span.end.isoformat()
        told.append(t(N_("The period runs until {day}; this is what was reported so far.")).format(day=end))
    return join(Html(f'<p class="pk-notice">{esc(line)}</p>\n') for line in told)


def parts(page: Page, report: YearlyReport) -> tuple[Part, ...]:
    """The parts of the report in order; what is asked of the council comes last."""
    t = page.t
    made = (
        Part(name="in-short", title=t(N_("In short")), body=counted(page, report)),
        Part(name="promised", title=t(N_("What was promised")), body=promised(page, report)),
        Part(name="activities", title=t(N_("The activities of the year")), body=activities(page, report)),
        Part(name="done", title=t(N_("What is carried out")), body=done(page, report)),
        Part(name="not-done", title=t(N_("What is not carried out, and why")), body=not_done(page, report)),
        Part(name="not-reported", title=t(N_("What nobody reported on")), body=not_reported(page, report)),
        Part(name="decided", title=t(N_("What was decided")), body=decided(page, report)),
        Part(name="indicators", title=t(N_("Indicators")), body=indicators(page, report)),
        Part(name="asked", title=t(N_("What is asked of the council")), body=asked(page, report)),
    )
    return tuple(one for one in made if one.body)


def written(page: Page, part: Part) -> Html:
    """A part under its heading."""
    return join([page.heading(2, f"report-{part.name}", part.title), part.body])


def counted(page: Page, report: YearlyReport) -> Html:
    """How many of the promised measures there are of each deadline and fate, and their sums."""
    t = page.t
    fates = [one for one in FATES if any(fate is one for _, fate in report.counts)]
    dues = [one for one in DUES if any(due is one for due, _ in report.counts)]
    rows = [
        (
            esc(t(FATES[fate])),
            *(esc(str(report.counts.get((due, fate), 0))) for due in dues),
            esc(str(sum(count for (_, one), count in report.counts.items() if one is fate))),
        )
        for fate in fates
    ]
    sums = [str(sum(count for (one, _), count in report.counts.items() if one is due)) for due in dues]
    total = len(report.promised)
    rows.append((Html(f"<strong>{esc(t(N_('All')))}</strong>"), *map(esc, sums), esc(str(total))))
    told = page.count(
        *N_count(
            "{count} measure was to be worked on in the period.",
            "{count} measures were to be worked on in the period.",
        ),
        total,
    )
    heads = (t(N_("Reported")), *(due_words(page, one, report) for one in dues), t(N_("All")))
    return join(
        [
            Html(f"<p>{esc(told)}</p>\n"),
            table(t(N_("Measures by deadline and by what was reported")), heads, rows) if total else NOTHING,
            _outside(page, report),
        ]
    )


def _outside(page: Page, report: YearlyReport) -> Html:
    """The measures that were not to be worked on in the year, so that none is lost."""
    said = {
        Fate.CLOSED: N_count("{count} measure was closed before.", "{count} measures were closed before."),
        Fate.BEGINS_LATER: N_count("{count} measure begins later.", "{count} measures begin later."),
    }
    lines = [
        Html(f"<p>{esc(page.count(*words, len(ones)))} {_names(page, ones)}</p>\n")
        for fate, words in said.items()
        if (ones := report.of(fate))
    ]
    return join(lines)


def _names(page: Page, ones: Iterable[Line]) -> Html:
    return page.links(one.measure.id for one in ones)


def due_words(page: Page, due: Due, report: YearlyReport) -> str:
    """What a class of deadline is called in this report."""
    return page.t(DUES[due]).format(year=report.name)


def promised(page: Page, report: YearlyReport) -> Html:
    """The measures that were due by the end of the year, with what was reported; how many others were to run on."""
    t, parts = page.t, []
    for due in (Due.EARLIER, Due.IN_YEAR):
        ones = [one for one in report.promised if one.due is due]
        rows = [(*who_and_when(page, one), fate_words(page, one)) for one in ones]
        heads = (t("Measure"), t("Responsible"), t("Deadline"), t(N_("Reported")))
        parts.append(table(due_words(page, due, report), heads, rows))
    rest = sum(1 for one in report.promised if one.due in (Due.LATER, Due.NO_DAY))
    if rest:
        words = N_count(
            "{count} measure more runs through the period. It stands below with what was reported.",
            "{count} measures more run through the period. They stand below with what was reported.",
        )
        parts.append(Html(f"<p>{esc(page.count(*words, rest))}</p>\n"))
    return join(parts) or nothing(page, N_("No measure was to be worked on in the period."))


def done(page: Page, report: YearlyReport) -> Html:
    """What was carried out, when it was reported, and what came of it."""
    t = page.t
    rows = [
        (page.link(one.measure.id), fate_words(page, one), reported(page, one), _came_of(page, one))
        for one in report.of(Fate.DONE)
    ]
    heads = (t("Measure"), t(N_("Reported")), t(N_("Reported when and by whom")), t(N_("Result")))
    return table(t(N_("Carried out")), heads, rows) or nothing(
        page, N_("No measure was reported as carried out.")
    )


def _came_of(page: Page, one: Line) -> Html:
    """The result, and what else the reports say."""
    more = ((N_("What stood in the way"), "obstacles"), (N_("Next step"), "next_step"))
    told = [said(page, one, "result")]
    told += [
        Html(f" <em>{esc(page.t(name))}:</em> {said(page, one, key)}")
        for name, key in more
        if any(getattr(report, key) for report in one.reports)
    ]
    return join(told)


def not_done(page: Page, report: YearlyReport) -> Html:
    """What was reported but is not carried out, with what stood in the way and what comes next."""
    t = page.t
    rows = [
        (
            page.link(one.measure.id),
            fate_words(page, one),
            said(page, one, "result"),
            said(page, one, "obstacles"),
            said(page, one, "next_step"),
        )
        for one in report.of(Fate.NOT_DONE, Fate.UNDER_WAY, Fate.WITHOUT_STATUS)
    ]
    heads = (
        t("Measure"),
        t(N_("Reported")),
        t(N_("Result so far")),
        t(N_("What stood in the way")),
        t(N_("Next step")),
    )
    return table(t(N_("Reported, but not carried out")), heads, rows) or nothing(
        page, N_("No measure was reported as anything else than carried out.")
    )


def not_reported(page: Page, report: YearlyReport) -> Html:
    """The measures that nobody reported on. Nothing is known of them."""
    t = page.t
    rows = [who_and_when(page, one) for one in report.of(Fate.NOT_REPORTED, Fate.NOT_YET)]
    heads = (t("Measure"), t("Responsible"), t("Deadline"))
    return table(t(N_("Not reported")), heads, rows) or nothing(page, N_("Every measure was reported on."))


def decided(page: Page, report: YearlyReport) -> Html:
    """What the reports say should become of the measures, and the decisions on the plan in the year."""
    t, reading = page.t, page.reading
    named = [one for one in report.lines if one.outcome]
    going = [one for one in named if outcome_code(reading, one) == "continue"]
    rows = [
        (
            page.link(one.measure.id),
            esc(reading.label("progress-outcome", one.outcome)),
            said(page, one, "next_step"),
        )
        for one in named
        if one not in going
    ]
    heads = (t("Measure"), t(N_("Outcome")), t(N_("Next step")))
    words = N_count("{count} measure is to continue.", "{count} measures are to continue.")
    goes_on = Html(f"<p>{esc(page.count(*words, len(going)))}</p>\n") if going else NOTHING
    made = [
        join(
            filter(
                None,
                (
                    esc(one.date.text if one.date else ""),
                    page.line(one.body),
                    esc(reading.label("decision-kind", one.kind)),
                    page.line(one.text),
                ),
            ),
            " – ",
        )
        for one in report.decided
    ]
    listed = bullets(made)
    head = Html(f"<p>{esc(t(N_('Decisions on the plan in the period')))}:</p>\n") if listed else NOTHING
    return join([table(t(N_("Outcome of the reports")), heads, rows), goes_on, head, listed]) or nothing(
        page, N_("The reports name no outcome, and the plan no decision in the period.")
    )


def overview(page: Page) -> Html:
    """The years that were reported on, with how many measures were done, under way and not reported in each."""
    t = page.t
    found = [yearly_report(page.reading, year, page.site.today) for year in reported_years(page.reading)]
    reports = [one for one in found if one is not None]
    fates = [one for one in FATES if any(report.of(one) for report in reports)]
    rows = [
        (
            page.link(f"chapter:reports/{report.year}", str(report.year)),
            *(esc(str(len(report.of(one)))) for one in fates),
        )
        for report in reports
    ]
    heads = (t("Year"), *(t(FATES[one]) for one in fates))
    return table(t(N_("Measures year by year")), heads, rows)
