"""The built site in a real browser: for everyone, on small screens, without scripts, and without asking anybody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request
from tests.site.small_plan import LANGUAGES, MEASURES
from tests.site.waiting import until

KINDS = {
    "front": "fjordvik/index.html",
    "areas": "fjordvik/areas.html",
    "area": "fjordvik/areas/omrade-2.html",
    "measures": "fjordvik/measures.html",
    "deadlines": "fjordvik/deadlines.html",
    "goals": "fjordvik/goals.html",
    "matrix": "fjordvik/matrix.html",
    "matrix-gaps": "fjordvik/matrix-gaps.html",
    "matrix-load": "fjordvik/matrix-load.html",
    "action-cards": "fjordvik/action-cards.html",
    "cases": "fjordvik/cases.html",
    "cases-of": "fjordvik/cases/1.html",
    "agencies": "fjordvik/agencies.html",
    "agency": "fjordvik/agencies/barnevernet.html",
    "procedures": "fjordvik/procedures.html",
    "procedure": "fjordvik/procedures/pro-barn.html",
    "help": "fjordvik/help.html",
    "safety": "fjordvik/safety.html",
    "law": "fjordvik/law.html",
    "training": "fjordvik/training.html",
    "statistics": "fjordvik/statistics.html",
    "follow-up": "fjordvik/follow-up.html",
    "history": "fjordvik/history.html",
    "coverage": "fjordvik/coverage.html",
    "references": "fjordvik/references.html",
    "definitions": "fjordvik/definitions.html",
    "prose": "fjordvik/pages/kompetanse.html",
    "prose-with-note": "fjordvik/pages/hjelp.html",
    "search": "fjordvik/search.html",
    "nn-front": "nn/index.html",
    "sv-matrix": "sv/matrix.html",
    "en-prose": "en/prose.html",
    "en-procedure": "en/procedures/proc.html",
}
"""A page of each kind."""


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]


VIEWS = (View(1280, "light"), View(375, "dark"))
"""Wide and narrow, light and dark, each of them once: a fault of one of them shows wherever it is looked at."""
Look = Callable[[View], "Looked"]


class Looked:
    """A tab, and all that was asked for and complained of in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, url: str) -> Page:
        """Go to an address, open all that can be opened, and wait for the results of a search."""
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(url)
        self.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        if url.endswith("/search.html"):
            search_for(self.page, "tiltakene")
        return self.page


def search_for(page: Page, words: str) -> list[str]:
    """The addresses of the pages that a search on this page gives, once it is done."""
    page.locator(".pk-quiet-search input").last.fill(words)
    page.locator(".pk-quiet-search input").last.press("Enter")
    page.locator("#pk-hits section").wait_for(state="visible")
    hits: list[str] = page.locator("#pk-hits ol > li > a").evaluate_all(
        "all => all.map(one => new URL(one.getAttribute('href'), document.baseURI).href)"
    )
    return hits


@pytest.fixture(scope="session")
def look(browser: Browser) -> Iterator[Look]:
    """A tab for each view, opened once."""
    tabs: dict[View, Looked] = {}

    def tab(view: View) -> Looked:
        if view not in tabs:
            context = browser.new_context(
                viewport={"width": view.width, "height": 900},
                color_scheme=view.scheme,
                reduced_motion="reduce",
            )
            tabs[view] = Looked(context.new_page())
        return tabs[view]

    yield tab
    for looked in tabs.values():
        looked.page.context.close()


@pytest.fixture
def tab(look: Look) -> Page:
    """A tab on a wide screen."""
    return look(VIEWS[0]).page


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.width}-{view.scheme}")
@pytest.mark.parametrize("kind", KINDS)
def test_page_of_each_kind_runs_off_no_screen(look: Look, address: str, kind: str, view: View) -> None:
    """Nothing needs scrolling sideways but tables and drawings, which do it by themselves."""
    page = look(view).open(address + KINDS[kind])
    wide, inner = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    assert wide <= inner, f"the page is {wide} px wide on a screen of {inner} px"


@pytest.mark.parametrize("kind", KINDS)
def test_page_asks_nobody_else_and_says_no_error(look: Look, address: str, kind: str) -> None:
    """Whoever reads the site is known to its own server alone, and no script or file fails."""
    looked = look(VIEWS[0])
    looked.open(address + KINDS[kind])
    looked.page.wait_for_load_state("networkidle")
    assert looked.requests
    assert [url for url in looked.requests if not url.startswith((address, "data:"))] == []
    assert looked.complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_on_the_narrowest_screen_does_not_run_over(look: Look, address: str, kind: str) -> None:
    """At 320 px, which is a page enlarged four times, nothing needs scrolling sideways but tables and drawings."""
    page = look(View(320, "light")).open(address + KINDS[kind])
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_first_tab_reaches_the_link_past_the_contents(tab: Page, address: str) -> None:
    """With the keyboard one skips the contents of the site at the first key, and stands in the page's own text."""
    tab.goto(address + KINDS["area"])
    tab.keyboard.press("Tab")
    link = tab.locator("a.skip-to-content")
    assert link.evaluate("one => one === document.activeElement")
    until(tab, "document.activeElement.getBoundingClientRect().top >= 0", seconds=2)
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.tagName") == "MAIN"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_keyboard_opens_the_drawing_of_a_procedure(tab: Page, address: str) -> None:
    """The drawing is opened with Enter, and what scrolls sideways in it takes the keyboard."""
    tab.goto(address + KINDS["procedure"])
    tab.locator("details.pk-drawing summary").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator("details.pk-drawing svg").first.is_visible()


@pytest.mark.parametrize(
    ("site", "query", "base"),
    [("fjordvik", "tiltakene", "tiltak"), *((tag, *MEASURES[tag]) for tag in LANGUAGES)],
)
def test_search_for_another_form_of_a_word_finds_it(
    tab: Page, address: str, site: str, query: str, base: str
) -> None:
    """`tiltakene` finds pages with `tiltak`; the same in each language."""
    tab.goto(f"{address}{site}/search.html")
    hits = search_for(tab, query)
    measures = "areas/omrade-1.html" if site == "fjordvik" else "areas/area-a.html"
    assert any(measures in hit for hit in hits), hits
    assert set(hits) <= set(search_for(tab, base))


@pytest.mark.parametrize(
    ("site", "words"), [("fjordvik", "søk"), ("nn", "søk"), ("sv", "sök"), ("en", "found")]
)
def test_number_of_hits_is_said_in_the_language_of_the_site(
    tab: Page, address: str, site: str, words: str
) -> None:
    """When a search is done, its number of hits is told, in words of the reader's own language."""
    word = "tiltak" if site == "fjordvik" else MEASURES[site][1]
    tab.goto(f"{address}{site}/measures.html")
    hits = search_for(tab, word)
    told = tab.locator("#pk-hits [role=status]").inner_text()
    assert words in told.lower()
    assert re.findall(r"\d+", told) == [str(len(hits))]


def test_search_without_hits_says_so(tab: Page, address: str) -> None:
    """A word that stands nowhere gives a sentence, not an empty page."""
    tab.goto(f"{address}fjordvik/search.html")
    assert search_for(tab, "xyzzyqwerty") == []
    assert len(tab.locator("#pk-hits [role=status]").inner_text()) > 20


def test_search_leads_to_headings_in_pages(tab: Page, address: str) -> None:
    """What is drawn from data has headings too, and a hit leads straight to them."""
    tab.goto(f"{address}fjordvik/measures.html")
    search_for(tab, "foreldreveiledning")
    link = tab.locator("#pk-hits ul a").first
    link.click()
    tab.wait_for_url(re.compile("#"))
    assert tab.evaluate("document.querySelector(':target') !== null")


def test_search_is_done_by_keyboard_and_closed_again(tab: Page, address: str) -> None:
    """Enter shows the hits and moves there; the next keys reach the button that closes and the first hit."""
    tab.goto(f"{address}fjordvik/measures.html")
    search_for(tab, "tiltak")
    assert tab.evaluate("document.activeElement.closest('#pk-hits') !== null")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.matches('#pk-hits li a')")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Enter")
    assert tab.locator("#pk-hits section").is_hidden()
    assert tab.evaluate("document.activeElement.matches('.pk-quiet-search input')")
    assert tab.evaluate("document.activeElement.value") == ""


def test_search_asks_for_the_same_whatever_was_typed(look: Look, address: str) -> None:
    """The server learns that somebody searches, never for what; and so does who reads the address or the storage."""
    looked = look(VIEWS[0])
    looked.open(f"{address}fjordvik/help.html")
    looked.requests.clear()
    search_for(looked.page, "krisesenter")
    names = {url.removeprefix(f"{address}fjordvik/") for url in looked.requests}
    assert names == {"searchindex.js", "_static/language_data.js"}
    assert looked.page.url == f"{address}fjordvik/help.html"
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"
    assert looked.page.evaluate(kept) == '[{},{},"",null]'
    looked.page.goto(f"{address}fjordvik/index.html")
    looked.page.go_back()
    assert looked.page.locator(".pk-quiet-search input").first.input_value() == ""
    assert looked.page.locator("#pk-hits li").count() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_page_without_scripts_holds_its_text_and_ways_on(browser: Browser, address: str, kind: str) -> None:
    """Without JavaScript the text is there, so are the contents, and on a phone they open and close."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address + KINDS[kind])
    assert len(page.locator("main").inner_text()) > 40
    assert page.locator("aside.sidebar-drawer nav a").first.is_visible()
    page.set_viewport_size({"width": 375, "height": 900})
    assert not page.locator("aside.sidebar-drawer nav a").first.is_visible() or _is_aside(page)
    page.locator("label.nav-overlay-icon").click()
    page.wait_for_timeout(400)
    assert page.locator("aside.sidebar-drawer nav a").first.is_visible()
    assert not _is_aside(page)
    context.close()


def _is_aside(page: Page) -> bool:
    """Whether the contents of the site lie outside the screen."""
    box = page.locator("aside.sidebar-drawer").bounding_box()
    return box is None or box["x"] + box["width"] <= 0


@pytest.mark.parametrize("site", ["fjordvik", "sv"])
def test_matrix_without_scripts_is_read_on_any_screen(browser: Browser, address: str, site: str) -> None:
    """Letters in a table on a wide screen, the same cells as sentences on a narrow one, both without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}{site}/matrix.html")
    assert page.locator("table.pk-matrix thead").first.is_visible()
    said = page.locator("table.pk-matrix td.pk-cell .pk-say")
    assert said.first.bounding_box()["width"] <= 1  # type: ignore[index]
    page.set_viewport_size({"width": 375, "height": 900})
    assert not page.locator("table.pk-matrix thead").first.is_visible()
    assert said.first.bounding_box()["width"] > 100  # type: ignore[index]
    assert said.count() == page.locator("table.pk-matrix td.pk-cell").count()
    context.close()


def test_matrix_on_paper_holds_the_table_alone(tab: Page, address: str) -> None:
    """Printed, the matrix is a table without the site around it, and the PDF has pages."""
    tab.goto(address + KINDS["matrix"])
    tab.emulate_media(media="print")
    assert tab.locator("table.pk-matrix").first.is_visible()
    assert not tab.locator("aside.sidebar-drawer").is_visible()
    tab.emulate_media(media="screen")
    paper = tab.pdf(format="A4", landscape=True)
    assert paper.startswith(b"%PDF-")
    assert len(paper) > 20_000
    assert re.search(rb"/Type\s*/Page\b", paper)


@pytest.mark.parametrize(("site", "language"), [("fjordvik", "nb"), *((tag, tag) for tag in LANGUAGES)])
def test_page_names_its_language(sites: Path, site: str, language: str) -> None:
    """Screen readers are told which language to read in, on every page."""
    pages = sorted((sites / site).rglob("*.html"))
    assert len(pages) > 10
    wrong = [
        page.name for page in pages if f'<html lang="{language}"' not in page.read_text(encoding="utf-8")
    ]
    assert wrong == []
