"""What every page of a kit's site has: its head, the way out, the menu, help, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plankit.html.help import box
from plankit.html.markup import NOTHING, Html, esc, join, prose
from plankit.html.page import Page, Site
from plankit.html.safety import exit_bar
from plankit.language import N_
from plankit.model.base import Entity, Translated
from plankit.model.teaching import TEACHING_KINDS
from plankit.teaching.kit import Kit
from plankit.teaching.subject import ALL
from plankit.teaching_site.places import EXERCISES, FRONT, Place, addresses, places, questions_of, titles
from plankit.views.discretion import Discretion, discretion
from plankit.views.groups import capitalised
from plankit.views.guide_reading import told

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
TITLE = N_("Training material")
"""What the browser shows and remembers: it tells nothing of the theme."""
_SENTENCE = 3
"""A text of more words than that is in a language; a shorter one may be a name."""
_TOLD = ("cases", *TEACHING_KINDS)


@dataclass(frozen=True, kw_only=True, eq=False)
class TeachingSite:
    """The site of a kit."""

    kit: Kit
    files: tuple[str, ...] = ()
    """What else lies in the folder of the kit, as names below it."""

    @cached_property
    def quiet(self) -> Discretion:
        """Which names tell the theme, and what stands in their place."""
        return discretion(self.kit.subject.guide)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every page, in the order of the menu."""
        return places(self.kit, self.quiet)

    @cached_property
    def html(self) -> Site:
        """What pieces of HTML need to know of the site."""
        subject = self.kit.subject
        found = {**addresses(self.kit, self.quiet), "chapter:safety": ("safety", "")}
        return Site(reading=subject.reading, addresses=found, today=subject.today)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each exercise with a name of its own is called, by id."""
        return titles(self.kit)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each question on its page, by id."""
        return {
            one.id: number
            for name in EXERCISES
            for number, one in enumerate(questions_of(self.kit, name), start=1)
        }

    @cached_property
    def _foreign(self) -> Mapping[str, str]:
        """Texts of the guide that are in another language than the site, each with that language."""
        guide = self.kit.subject.guide
        return {
            text: language
            for kind in _TOLD
            for entry in getattr(guide, kind)
            for text, language in self._fallen_back(entry)
        }

    def _fallen_back(self, value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, Translated):
            found = told(self.kit.subject.reading, value)
            if found.language:
                yield found.text, found.language
        elif isinstance(value, str):
            own = self.kit.subject.guide.guide.language
            if own != self.kit.subject.language and len(value.split()) > _SENTENCE:
                yield value, own
        elif isinstance(value, tuple):
            for one in value:
                yield from self._fallen_back(one)
        elif isinstance(value, Entity):
            for _, one in value:
                yield from self._fallen_back(one)

    def line(self, text: str) -> Html:
        """A text inside a line, marked with its language where that is another than the page's."""
        language = self._foreign.get(text)
        return Html(f'<span lang="{language}">{esc(text)}</span>') if language else esc(text)

    def prose(self, text: str) -> Html:
        """A text as paragraphs, marked with its language where that is another than the page's."""
        language = self._foreign.get(text)
        return Html(f'<div lang="{language}">\n{prose(text)}</div>\n') if language else prose(text)

    def audience(self, name: str) -> str:
        """What an audience is called."""
        reading = self.kit.subject.reading
        if name == ALL:
            return reading.words(N_("Everybody"))
        # An agency may have the same id.
        found = (reading.text(one.name) for one in self.kit.subject.guide.audiences if one.id == name)
        return capitalised(next(found, name))

    def page(self, name: str) -> Page:
        """The page of that name while its pieces are made."""
        return Page(self.html, name)


def whole(
    site: TeachingSite,
    page: Page,
    title: str,
    parts: Iterable[Html],
    *,
    tab: str = "",
    words: Mapping[str, str] | None = None,
) -> tuple[str, bytes]:
    """The file name of a page and its bytes.

    `tab` is what the browser calls the page where its title may tell the theme; `words` are said by the script.
    """
    quiet = tab or title
    told_title = page.t(TITLE) if page.name == FRONT else f"{quiet} – {page.t(TITLE)}"
    static = page.path_to("static/x").removesuffix("x.html")
    said = f' data-words="{esc(json.dumps(words, ensure_ascii=False))}"' if words else ""
    script = f'<script src="{static}teaching.js" defer></script>\n' if words else ""
    way_out = exit_bar(page, page.path_to("safety"))
    # Not deferred: the way out works before the rest of the page is there.
    leave = f'<script src="{static}exit.js"></script>\n' if way_out else ""
    body = join(parts)
    return f"{page.name}.html", (
        f'<!DOCTYPE html>\n<html lang="{page.reading.language}">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="robots" content="noindex">\n<title>{esc(told_title)}</title>\n'
        f'<link rel="icon" href="{static}icon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{static}plankit.css">\n<link rel="stylesheet" href="{static}exit.css">\n'
        f'<link rel="stylesheet" href="{static}teaching.css">\n{script}</head>\n'
        f'<body data-theme="auto"{said}>\n'
        f'<a class="skip-to-content" href="#main">{esc(page.t("Skip to content"))}</a>\n{way_out}{leave}'
        f'<header class="t-head"><a href="{page.path_to(FRONT)}">{esc(page.t(TITLE))}</a></header>\n{_menu(site, page)}'
        f'<main id="main" tabindex="-1">\n<article>\n<h1>{esc(title)}</h1>\n{body}</article>\n</main>\n'
        f'<footer class="t-foot">\n{box(page)}{_stamp(site, page)}</footer>\n</body>\n</html>\n'
    ).encode()


def _menu(site: TeachingSite, page: Page) -> Html:
    """The pages that lead to all others."""
    rows = []
    for place in site.places:
        if place.in_menu:
            here = ' aria-current="page"' if place.name == page.name else ""
            rows.append(
                f'<li><a href="{page.path_to(place.name)}"{here}>{esc(page.t(place.title))}</a></li>\n'
            )
    return Html(
        f'<nav class="t-menu" aria-label="{esc(page.t("Pages"))}"><details><summary>{esc(page.t("Pages"))}</summary>\n'
        f"<ul>\n{''.join(rows)}</ul></details></nav>\n"
    )


def _stamp(site: TeachingSite, page: Page) -> Html:
    """That nothing is kept, what the kit was made from, and under which licence it may be used."""
    subject = site.kit.subject
    frame = subject.guide.guide
    lines = [
        page.t(N_("Nothing about you is kept: no account, no cookies, no answers, no counting.")),
        page.t(N_("Made with plankit on {date} from: {sources}.")).format(
            date=subject.today.isoformat(), sources=sources(site, page)
        ),
    ]
    if frame.licence:
        lines.append(
            page.t(N_("The texts of the guide may be used under {licence}.")).format(licence=frame.licence)
        )
    rows = join(Html(f"<p>{esc(line)}</p>\n") for line in lines)
    return Html(f'<div class="pk-stamp">\n{rows}</div>\n')


def sources(site: TeachingSite, page: Page) -> str:
    """What the kit was made from: the plan where there is one, and the guide with its edition."""
    subject, reading = site.kit.subject, page.reading
    frame = subject.guide.guide
    guide = page.t(N_("{title}, edition {edition}")).format(
        title=reading.text(frame.title), edition=frame.edition
    )
    if not subject.has_plan:
        return guide
    plan = reading.text(reading.plan.plan.title)
    period = reading.plan.plan.period
    return f"{plan} {period.text}; {guide}" if period and period.text not in plan else f"{plan}; {guide}"


def paragraph(words: str, css: str = "") -> Html:
    """A paragraph of plain words; nothing where there are none."""
    mark = f' class="{css}"' if css else ""
    return Html(f"<p{mark}>{esc(words)}</p>\n") if words else NOTHING


def heading(level: int, words: str, anchor: str = "") -> Html:
    """A heading inside a page."""
    mark = f' id="{esc(anchor)}"' if anchor else ""
    return Html(f"<h{level}{mark}>{esc(words)}</h{level}>\n")


def minutes(page: Page, number: int) -> str:
    """How long something takes."""
    return page.count("{count} minute", "{count} minutes", number)


def length(page: Page, number: int) -> Html:
    """How long something takes, never broken in two."""
    return Html(f'<span class="t-length">{esc(minutes(page, number))}</span>')


def opened(words: str, body: Html, css: str = "") -> Html:
    """Something that readers open themselves."""
    mark = f' class="{css}"' if css else ""
    return Html(f"<details{mark}><summary>{esc(words)}</summary>\n{body}</details>\n") if body else NOTHING
