"""Cases played step by step: numbered points to leaf among, as in a game book; where scripts run, one point at a time."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching.exercise import BranchingCase, Point, Turn
from plankit.teaching_site.care import before, case_warning, made_up
from plankit.teaching_site.page import TeachingSite, heading, minutes, opened, paragraph, whole
from plankit.teaching_site.places import steps_page
from plankit.teaching_site.pointers import decided, serves

SAID = {
    "on": N_("Go on"),
    "again": N_("Choose again"),
    "finish": N_("To the end"),
    "restart": N_("Play it again"),
    "good": N_("right"),
    "bad": N_("not right"),
    "chosen": N_("You chose: {turn}"),
    "score": N_("{right} of {count} choices were as the plan says."),
}
"""What the script says."""
_GUIDE_SCORE = N_("{right} of {count} choices were as the guide says.")
_FOLLOWS = {True: N_("This is what the plan says."), False: N_("This is what law and guide say.")}
_STRAYS = {True: N_("The plan says something else here."), False: N_("Law or guide say something else here.")}
"""What is said of a choice where there is a plan, and where there is none."""


def steps_list(site: TeachingSite) -> tuple[str, bytes]:
    """The page that leads to every case played step by step."""
    page = site.page("step-by-step")
    how = page.t(
        N_(
            "At each point, choose what to do, and see what is right here, and why. One reads aloud, and the group agrees before "
            "anybody chooses."
        )
    )
    rows = (
        Html(f"{page.link(one.id, one.title)} ({esc(minutes(page, one.minutes))})")
        for one in site.kit.branching
    )
    parts = [paragraph(how, "t-lead"), made_up(page), bullets(rows)]
    return whole(site, page, page.t(N_("Step by step")), parts)


def branching_file(site: TeachingSite, one: BranchingCase, number: int) -> tuple[str, bytes]:
    """The page of one case."""
    page = site.page(steps_page(site.quiet, one.id))
    numbers = {point.id: place for place, point in enumerate(_from_start(one), start=1)}
    has_plan = site.kit.subject.has_plan
    points = join(_point(page, point, numbers, has_plan=has_plan) for point in _from_start(one))
    parts = [
        before(site, page, case_warning(site, one.case), back="step-by-step"),
        paragraph(page.t(N_("Time to allow: {time}")).format(time=minutes(page, one.minutes)), "pk-note"),
        serves(page, one.objectives),
        heading(2, page.t(N_("What has happened"))),
        Html(f'<div class="t-story">\n{site.prose(one.story)}</div>\n'),
        Html(f'<div class="t-branching">\n{points}{_end(page, one)}</div>\n'),
    ]
    words = {name: page.t(text) for name, text in SAID.items()}
    if not has_plan:
        words["score"] = page.t(_GUIDE_SCORE)
    tab = page.t(N_("Step by step {number}")).format(number=number)
    return whole(site, page, one.title, parts, tab=tab, words=words)


def _from_start(one: BranchingCase) -> tuple[Point, ...]:
    first = tuple(point for point in one.points if point.id == one.start)
    return (*first, *(point for point in one.points if point.id != one.start))


def _point(page: Page, point: Point, numbers: dict[str, int], *, has_plan: bool) -> Html:
    number = numbers[point.id]
    title = page.t(N_("Point {number}: {clock}")).format(number=number, clock=point.clock)
    turns = "".join(_turn(page, turn, numbers, has_plan=has_plan) for turn in point.turns)
    offered = f'<ol class="t-turns">\n{turns}</ol>\n' if turns else ""
    last = "" if turns else Html(f'<p><a href="#end">{esc(page.t(N_("To the end")))}</a></p>\n')
    return Html(
        f'<section class="pk-card t-point" id="point-{number}">\n<h2 tabindex="-1">{esc(title)}</h2>\n'
        f"<p>{esc(point.text)}</p>\n{decided(page, point.pointers)}{offered}{last}</section>\n"
    )


def _turn(page: Page, turn: Turn, numbers: dict[str, int], *, has_plan: bool) -> str:
    verdict = page.t((_FOLLOWS if turn.follows_plan else _STRAYS)[has_plan])
    css = "t-good" if turn.follows_plan else "t-bad"
    body = Html(
        f'<div class="t-told"><p class="{css}">{esc(verdict)}</p>\n{paragraph(turn.feedback)}'
        f"{decided(page, turn.pointers)}</div>\n"
    )
    leads = f"point-{numbers[turn.leads]}" if turn.leads else "end"
    words = (
        page.t(N_("Go to point {number}")).format(number=numbers[turn.leads])
        if turn.leads
        else page.t(N_("To the end"))
    )
    onward = Html(f'<p class="t-onward"><a href="#{leads}">{esc(words)}</a></p>\n')
    shown = opened(page.t(N_("If you choose this")), join([body, onward]))
    follows = "yes" if turn.follows_plan else "no"
    return f'<li data-leads="{leads}" data-follows="{follows}"><p class="t-turn">{esc(turn.text)}</p>\n{shown}</li>\n'


def _end(page: Page, one: BranchingCase) -> Html:
    title = heading(2, page.t(N_("The end"))).replace("<h2>", '<h2 tabindex="-1">')
    gaps = NOTHING
    if one.gaps:
        told = page.t(N_("What the plan does not answer in this case"))
        gaps = join([heading(3, told), bullets(map(esc, one.gaps), "pk-gaps")])
    talk = paragraph(page.t(N_("Talk about it: where did you hesitate, and what would you need to know?")))
    return Html(f'<section class="pk-card t-end" id="end">\n{title}{talk}{gaps}{made_up(page)}</section>\n')
