"""What every page of a registry's site has: its head, the way around, and the words in one language."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plankit.html.markup import NOTHING, Html, esc, join, outside
from plankit.language import N_, N_count, translate, translate_count
from plankit.model.base import Translated
from plankit.model.frame import PlanFrame
from plankit.model.guide_fact import GuideFact
from plankit.model.plan import Plan
from plankit.registry.picture import Picture, Place
from plankit.registry_site.signs import sign
from plankit.views.guide_reading import guide_reading
from plankit.views.in_force import State
from plankit.views.reading import Reading
from plankit.views.terms import rules_of

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
TITLE = N_("Plans in the municipalities")
"""What the browser shows and remembers: it tells nothing of the theme."""
COUNTRY_NAMES = {"NO": N_("Norway"), "SE": N_("Sweden")}
LABELS = {
    State.OWN: N_("Own plan in force"),
    State.SHARED: N_("Shared plan in force"),
    State.UNDER_REVISION: N_("Expired, being revised"),
    State.EXPIRED: N_("Expired"),
    State.BEING_MADE: N_("Being made"),
    State.UNCLEAR: N_("Unclear"),
    State.NONE: N_("No plan known"),
}
_MOST_NOTICES = 3
"""How many different notices stand on each page; the others stand with the plans themselves."""
_PAGES = {
    "index.html": N_("Overview"),
    "municipalities.html": N_("Municipalities"),
    "counties.html": N_("Counties"),
    "regions.html": N_("Regional centres"),
    "sizes.html": N_("By size"),
    "requirements.html": N_("Requirements"),
    "findings.html": N_("Findings"),
    "comparison.html": N_("Earlier counts"),
    "data.html": N_("Open data"),
    "unread.html": N_("Not read"),
}


@dataclass(frozen=True, kw_only=True)
class Site:
    """A registry's site in one language."""

    picture: Picture
    language: str
    base: str = ""
    """Address that the site is published at, with a slash at its end; empty where nobody told."""

    @cached_property
    def reading(self) -> Reading:
        """The guide in the language of the site."""
        if self.picture.guide is not None:
            return guide_reading(self.picture.guide, self.language)
        return Reading(Plan(plan=PlanFrame(id="registry", title=TITLE)), None, self.language)

    @property
    def day(self) -> date:
        """The day that everything is told as of."""
        return self.picture.day

    def t(self, text: str) -> str:
        """A sentence of plankit's in the language of the site."""
        return translate(text, self.language)

    def count(self, one: str, many: str, number: int) -> str:
        """A counted sentence."""
        return translate_count(one, many, number, self.language)

    def text(self, value: str | Translated | None) -> str:
        """A text of the guide in the language of the site, else in the next that there is."""
        return self.reading.text(value)

    def number(self, value: int) -> str:
        """A number with spaces between its thousands."""
        return f"{value:,}".replace(",", "," if self.language == "en" else "\u00a0")

    def percent(self, part: int, whole: int) -> str:
        """A share in whole percent; a dash where there is nothing to take a share of. Few is not none, nor most all."""
        if not whole:
            return "–"
        rounded = (200 * part + whole) // (2 * whole)
        told = "<1" if part and not rounded else ">99" if part < whole and rounded == 100 else str(rounded)
        return f"{told}{'' if self.language == 'en' else chr(0xA0)}%"

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What plans say first of themselves, with how many say it: that they are made up, for example."""
        told = Counter(one.notice for one in self.picture.plans if one.notice)
        words = N_count("{count} plan says of itself:", "{count} plans say of themselves:")
        return tuple(
            f"{self.count(*words, number)} {notice}" for notice, number in told.most_common(_MOST_NOTICES)
        )

    @property
    def title(self) -> str:
        """What the site is called."""
        country = COUNTRY_NAMES.get(self.picture.country, self.picture.country)
        return f"{self.t(TITLE)} – {self.t(country)}"

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that the menu leads to, those with nothing to tell left out."""
        absent = set()
        if not self.picture.regions:
            absent.add("regions.html")
        if not (self.picture.unread or self.picture.astray):
            absent.add("unread.html")
        return tuple(one for one in _PAGES if one not in absent)


def page_of(place: Place) -> str:
    """Name of the page of a municipality."""
    return f"municipalities/{place.number}.html"


def county_page(number: str) -> str:
    """Name of the page of a county."""
    return f"counties/{number}.html"


def link(here: str, there: str, words: str) -> Html:
    """A link from the page `here` to the page `there`."""
    return Html(f'<a href="{way(here, there)}">{esc(words)}</a>')


def way(here: str, there: str) -> str:
    """How a page names another."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def page(site: Site, name: str, title: str, parts: Iterable[Html]) -> bytes:
    """A whole page: `name` is its file, `title` its heading."""
    head = site.title if name == "index.html" else f"{title} – {site.title}"
    static = way(name, "static")
    menu = _menu(site, name)
    day = site.t(N_("As of {date}")).format(date=site.day.isoformat())
    said = join(Html(f'<p class="notice">{esc(line)}</p>\n') for line in site.notices)
    made = site.t(N_("Made with plankit. This site sets no cookies and tells nobody who reads it."))
    return (
        f'<!DOCTYPE html>\n<html lang="{site.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{esc(head)}</title>\n"
        f'<link rel="stylesheet" href="{static}/registry.css">\n'
        f'<link rel="alternate" type="application/atom+xml" href="{way(name, "feed.atom")}" title="{esc(site.title)}">\n'
        f'<script src="{static}/registry.js" defer></script>\n</head>\n<body>\n'
        f'<a class="skip" href="#main">{esc(site.t(N_("Skip to the content")))}</a>\n'
        f'<header><p class="brand">{link(name, "index.html", site.title)}</p>\n<p class="day">{esc(day)}</p></header>\n'
        f'{menu}{said}<main id="main" tabindex="-1">\n<h1>{esc(title)}</h1>\n{join(parts)}</main>\n'
        f"<footer><p>{esc(made)}</p></footer>\n</body>\n</html>\n"
    ).encode()


def _menu(site: Site, here: str) -> Html:
    rows = []
    for name in site.pages:
        current = ' aria-current="page"' if name == here else ""
        rows.append(f'<li><a href="{way(here, name)}"{current}>{esc(site.t(_PAGES[name]))}</a></li>\n')
    return Html(f'<nav aria-label="{esc(site.t(N_("Pages")))}"><ul>\n{"".join(rows)}</ul></nav>\n')


def heading(level: int, words: str, anchor: str = "") -> Html:
    """A heading inside a page."""
    mark = f' id="{anchor}"' if anchor else ""
    return Html(f"<h{level}{mark}>{esc(words)}</h{level}>\n")


def paragraph(words: str, css: str = "") -> Html:
    """A paragraph of plain words."""
    mark = f' class="{css}"' if css else ""
    return Html(f"<p{mark}>{esc(words)}</p>\n")


def badge(site: Site, state: State) -> Html:
    """The state as a sign and a word."""
    return Html(f'<span class="badge">{sign(state)} <span>{esc(site.t(LABELS[state]))}</span></span>')


def source_line(site: Site, fact: GuideFact) -> Html:
    """Where a fact of the guide was read, when, and how sure it is."""
    parts: list[Html] = []
    if fact.address:
        parts.append(Html(f"{esc(site.t(N_('Source:')))} {outside(fact.address, _host(fact.address))}"))
    else:
        parts.append(esc(site.t(N_("no source named"))))
    if fact.checked_on:
        parts.append(esc(f"{site.t(N_('checked'))} {fact.checked_on.text}"))
    parts.append(esc(site.reading.label("confidence", fact.confidence or "unconfirmed")))
    return Html(f'<p class="source">{join(parts, " · ")}</p>\n')


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0] or address


def rule_box(site: Site) -> Html:
    """What counts as in force: the words of the guide with their source, and how plankit reads them."""
    rules = rules_of(site.picture.guide)
    own = site.t(
        N_(
            "Here a plan counts as in force for a municipality when a decision says that the municipality adopted it, "
            "no other plan has taken its place, and its last day is not past."
        )
    )
    if site.picture.basis.ends_on_evaluation:
        more = N_("A plan without an end date expires on the day that it sets for its evaluation.")
        own = f"{own} {site.t(more)}"
    else:
        more = N_("No official rule on this is known for the country: the plan's own period decides.")
        own = f"{own} {site.t(more)}"
    parts = [Html(f"<p>{esc(site.text(one.text) or site.text(one.title))}</p>\n") for one in rules]
    sources = [source_line(site, rules[0])] if rules else []
    title = esc(site.t(N_("What counts as in force")))
    return Html(
        f'<aside class="rule" aria-label="{title}">\n<p class="head">{title}</p>\n{join(parts)}{join(sources)}'
        f"<p>{esc(own)}</p>\n</aside>\n"
    )


def facts(pairs: Iterable[tuple[str, Html]]) -> Html:
    """Names and values, without those that have no value."""
    rows = "".join(f"<div><dt>{esc(name)}</dt><dd>{value}</dd></div>\n" for name, value in pairs if value)
    return Html(f'<dl class="facts">\n{rows}</dl>\n') if rows else NOTHING


NUMBERS = "n"
"""Cells that stand to the right, and so does the head of their column."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table, and what it is sorted by; without that, its words."""

    html: Html
    key: str = ""
    css: str = ""


def cell(words: str, key: str = "") -> Cell:
    """A cell of plain words."""
    return Cell(html=esc(words), key=key)


def day_cell(day: date | None) -> Cell:
    """A cell with a day, which is never broken in two."""
    return Cell(html=esc(day.isoformat() if day else ""), css="d")


def figure(site: Site, number: int) -> Cell:
    """A cell with a number."""
    return Cell(html=esc(site.number(number)), key=str(number), css=NUMBERS)


def percent(site: Site, part: int, whole: int) -> Cell:
    """A cell with a share, sorted by how large it is."""
    key = f"{part / whole:.6f}" if whole else "-1"
    return Cell(html=esc(site.percent(part, whole)), key=key, css=NUMBERS)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    css: str = "",
    marks: Html = NOTHING,
) -> Html:
    """A table that can be sorted where scripts run, whose first column heads its rows, in a region that scrolls."""
    listed = list(rows)
    if not listed:
        return NOTHING
    body = "".join(map(_row, listed))
    columns = zip(heads, listed[0], strict=True)
    head = "".join(
        f'<th scope="col"{_class(below.css if below.css == NUMBERS else "")}>{esc(one)}</th>'
        for one, below in columns
    )
    return Html(
        f'<div class="scroll" role="region" tabindex="0" aria-label="{esc(caption)}">\n'
        f'<table class="{css or "sortable"}"{marks}>\n<caption>{esc(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


def _row(row: Sequence[Cell]) -> str:
    first, *rest = row
    cells = "".join(f"<td{_attributes(one)}>{one.html}</td>" for one in rest)
    return f'<tr><th scope="row"{_attributes(first)}>{first.html}</th>{cells}</tr>\n'


def _attributes(one: Cell) -> str:
    key = f' data-sort="{esc(one.key)}"' if one.key else ""
    return f"{key}{_class(one.css)}"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
