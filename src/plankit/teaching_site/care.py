"""The care taken around made-up cases: help first, a warning in the open, a pause, and that it is made up."""

from __future__ import annotations

from plankit.html.help import box_numbers
from plankit.html.markup import NOTHING, Html, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching_site.page import TeachingSite, paragraph


def made_up(page: Page) -> Html:
    """That people and events are made up."""
    return paragraph(
        page.t(N_("People and events are made up. Likeness to anybody real is chance.")), "t-made-up"
    )


def help_first(page: Page) -> Html:
    """The numbers of the help box, above everything that may weigh on somebody; below stands the box of every page."""
    numbers = box_numbers(page)
    if not numbers:
        return NOTHING
    title = esc(page.t("Do you need help now?"))
    return Html(f'<div class="pk-help t-help">\n<p class="pk-help-title">{title}</p>\n{numbers}</div>\n')


def before(site: TeachingSite, page: Page, warning: str, *, back: str) -> Html:
    """What stands before a story: help, that it is made up, what it touches on, and the way past it."""
    pause = page.t(
        N_("Take a pause whenever you want, and leave this case out if you want. You need not say why.")
    )
    other = page.t(N_("Choose another case"))
    words = page.t(N_("Before you read on"))
    return join(
        [
            help_first(page),
            Html(
                f'<div class="pk-notice t-warning" role="note" aria-label="{esc(words)}">\n'
                f"<p><strong>{esc(words)}</strong></p>\n{site.prose(warning)}{paragraph(pause)}"
                f'<p><a href="{page.path_to(back)}">{esc(other)}</a></p>\n</div>\n'
            ),
            made_up(page),
        ]
    )


def after(page: Page) -> Html:
    """What is said once the story is told."""
    return paragraph(
        page.t(N_("Has this touched you? Talk to whoever leads, or to one of the numbers below.")), "t-after"
    )


def case_warning(site: TeachingSite, case: str) -> str:
    """What is said before the case with this id: as its lesson warns, else in general words."""
    subject = site.kit.subject
    told = next((one.warning for one in site.kit.cases if one.id == case and one.warning), "")
    if not told:
        lesson = next((one for one in subject.guide.case_lessons if one.case == case), None)
        told = subject.reading.text(lesson.warning) if lesson else ""
    return told or subject.reading.words(
        N_("The case tells of something that may be hard to read, also for somebody who has met the like.")
    )
