"""How it goes as HTML: what was reported on each measure, and what was not, by period, area and agency."""

from __future__ import annotations

from collections.abc import Sequence

from plankit.html.markup import NOTHING, Html, bullets, esc, facts, join, table
from plankit.html.page import Page
from plankit.html.progress_svg import SIGNS, legend, part_svg
from plankit.language import N_, N_count
from plankit.model.contents import Progress
from plankit.views.progress import Part, Period, by_agency, by_area, periods, told
from plankit.views.reporting import Reported, Standing
from plankit.views.sheet_dates import written

MISSING = N_("{missing} of {count} measures have no report for {period}.")
NOT_YET = N_("{missing} of {count} measures have no report for {period} yet. The period ends {day}.")
AS_OF = N_("As it stood on {day}.")
ALL_TOLD = N_("Every measure was reported on for {period}.")
ENDED = N_count("{count} measure ended in an earlier period.", "{count} measures ended in an earlier period.")


def progress(page: Page) -> Html:
    """The whole page: how many reports are missing, the picture, then the measures of each period."""
    found = periods(page.reading, page.site.today)
    if not found:
        return Html(f'<p class="pk-none">{esc(page.t("No period of reporting has begun yet."))}</p>\n')
    asked = next((one for one in found if one.is_asked), found[0])
    day = written(page.site.today, page.reading.language)
    parts = [
        Html(f'<p class="pk-note">{esc(page.t(AS_OF).format(day=day))}</p>\n'),
        bullets((_counted(page, one) for one in found), "pk-plain pk-told"),
        Html(f"<p>{esc(page.t(SILENCE))}</p>\n"),
        page.heading(2, "overview", page.t("At a glance")),
        _picture(page, found),
        page.heading(2, "by-agency", page.t("Who has reported")),
        _agencies(page, asked),
        page.heading(2, "by-area", page.t("What was reported for {period}").format(period=asked.name)),
        _period(page, asked),
    ]
    others = [one for one in found if one is not asked]
    if others:
        parts.append(page.heading(2, "other-periods", page.t("Other periods")))
        parts += [_folded(page, one) for one in others]
    return join(parts)


SILENCE = N_(
    "A measure that nobody has reported on is not taken to be fine, whatever the plan says of it. Nothing here is given in"
    " percent: nobody could check that."
)


def _counted(page: Page, one: Period) -> Html:
    """One sentence on how many reports of a period are missing."""
    state = Reported.NOT_REPORTED if one.is_over else Reported.NOT_YET
    missing, count = one.count(state), len(one.standings) - one.count(Reported.ELSEWHERE)
    ended = one.count(Reported.CLOSED)
    if missing:
        words = page.t(MISSING if one.is_over else NOT_YET)
        day = written(one.span.end, page.reading.language)
        said = esc(words.format(missing=missing, count=count, period=one.name, day=day))
        told = f"<strong>{said}</strong>"
    else:
        told = esc(page.t(ALL_TOLD).format(period=one.name))
    if ended:
        told = f"{told} {esc(page.count(*ENDED, ended))}"
    return Html(told)


def _picture(page: Page, found: Sequence[Period]) -> Html:
    strips = (
        Html(
            f'<div class="pk-strip-part"><p class="pk-strip-title">{_title(page, part)}</p>\n{part_svg(page, part, found)}</div>\n'
        )
        for part in by_area(page.reading)
    )
    return join([Html(f'<div class="pk-strips">\n{join(strips)}</div>\n'), legend(page, found)])


def _title(page: Page, part: Part) -> Html:
    return page.link(part.id, part.title) if part.id else esc(part.title)


def _agencies(page: Page, one: Period) -> Html:
    """For each agency how many of its measures were reported on, and which not."""
    t = page.t
    rows = []
    for part in by_agency(page.reading):
        known = one.only(part.measures)
        missing = [
            each.measure.id for each in known if each.state in (Reported.NOT_REPORTED, Reported.NOT_YET)
        ]
        told = sum(each.state is Reported.REPORTED for each in known)
        ended = sum(each.state is Reported.CLOSED for each in known)
        open_ones = bullets((page.link(name) for name in missing), "pk-plain") if missing else esc("–")
        rows.append((_title(page, part), esc(str(told)), esc(str(ended)), open_ones))
    word = t("No report") if one.is_over else t("No report yet")
    caption = t("Reports for {period}").format(period=one.name)
    return table(caption, (t("Agency"), t("Reported"), t("Ended earlier"), word), rows)


def _period(page: Page, one: Period) -> Html:
    """The measures of a period, area by area."""
    return join(_part(page, one, part) for part in by_area(page.reading))


def _folded(page: Page, one: Period) -> Html:
    inside = join([_agencies(page, one), _period(page, one)])
    return Html(f'<details class="pk-period"><summary>{esc(one.name)}</summary>\n{inside}</details>\n')


def _part(page: Page, one: Period, part: Part) -> Html:
    t = page.t
    rows = [
        (page.link(each.measure.id), status(page, each), _last(page, each), _report(page, each.report))
        for each in one.only(part.measures)
    ]
    heads = (t("Measure"), t("Status"), t("Last report"), t("What was reported"))
    return table(f"{one.name}: {part.title}", heads, rows, css="pk-progress")


def status(page: Page, one: Standing) -> Html:
    """What is known of a measure in a period: sign, word and colour."""
    found = told(page.reading, one)
    sign = SIGNS.get(found.code, "·")
    return Html(
        f'<span class="pk-status pk-status-{esc(found.code)}"><span aria-hidden="true">{sign}</span> {esc(found.words)}</span>'
    )


def _last(page: Page, one: Standing) -> Html:
    """The date of the last report and the role that made it; of an earlier period where this one has none."""
    earlier = [
        each
        for each in page.reading.reports.get(one.measure.id, ())
        if each.date.end_day and one.state is not Reported.REPORTED
    ]
    report = one.report or (earlier[-1] if earlier else None)
    if report is None:
        return esc(page.t("none"))
    return join(
        [esc(report.date.text), *([page.line(report.reported_by)] if report.reported_by else [])], ", "
    )


def _report(page: Page, one: Progress | None) -> Html:
    """What the report says: result, obstacles, what was decided and what comes next."""
    if one is None:
        return NOTHING
    t = page.t
    return facts(
        [
            (t("Result"), page.line(one.result)),
            (t("Obstacles"), page.line(one.obstacles)),
            (t("Outcome"), esc(page.reading.label("progress-outcome", one.outcome))),
            (t("Next step"), page.line(one.next_step)),
            (t("Remark"), page.line(one.notes)),
        ]
    )
