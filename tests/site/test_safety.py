"""A site that is safe to read, page by page in a real browser: nothing kept, nobody asked, nothing told by names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page
from tests.site.guide_building import HEAT, LANGUAGES, build_guide
from tests.site.serving import served

from plankit.guides import load_guide
from plankit.views.discretion import Discretion, discretion

EXIT = "https://www.met.no/"
HEAT_WORDS = ("hete", "heat")
OWN_KINDS = {"document", "stylesheet", "script", "image", "other"}
"""What a page is made of; the picture of its tab counts as `other`."""
SEARCHED = {"fjordvik": "vold", "guide": "shade"}
NUMBERS = {"vold": {"tel:112", "tel:116006"}, "shade": {"tel:55501234"}}

_FOCUS = """
  globalThis.reached = [];
  addEventListener("focusin", (event) => { reached.push(event.target.className); });
"""
_LOOK = """async () => ({
  title: document.title,
  reached,
  language: document.documentElement.lang,
  exits: [...document.querySelectorAll("a.pk-exit")].map((one) => one.href),
  rel: document.querySelector("a.pk-exit")?.rel ?? "",
  phones: [...document.querySelectorAll(".pk-help a")].map((one) => one.getAttribute("href")),
  told: document.querySelectorAll(".pk-exit-note a, .pk-exit-told a").length,
  preview: document.querySelectorAll("meta[property], meta[name=description], [rel~=prefetch], [rel~=preload]").length,
  cookie: document.cookie,
  kept: [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
         (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length],
  anchors: [...document.querySelectorAll("[id]")].map((one) => one.id),
  sources: [...document.querySelectorAll("img[src], a[href$='.pdf']")].map((one) => one.src ?? one.href),
})"""


class Visit(NamedTuple):
    """One page as a browser saw it."""

    name: str
    seen: dict[str, Any]
    requests: tuple[tuple[str, str], ...]
    """Address and kind of all that was asked for."""


class Crawl(NamedTuple):
    """All pages of a site, and what the browser holds afterwards."""

    base: str
    words: str
    """What somebody searched for."""
    quiet: Discretion
    visits: tuple[Visit, ...]
    cookies: list[Any]
    searched: tuple[Visit, str]
    """The page on which somebody searched, and its address afterwards."""


def _crawl(browser: Browser, folder: Path, words: str, quiet: Discretion) -> Crawl:
    with served(folder) as base:
        context = browser.new_context(viewport={"width": 1024, "height": 400}, reduced_motion="reduce")
        context.add_init_script(_FOCUS)
        page = context.new_page()
        requests: list[tuple[str, str]] = []
        context.on("request", lambda one: requests.append((one.url, one.resource_type)))
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        # The first page of a guide in several languages does nothing but lead on.
        names = [name for name in names if name != "index.html" or (folder / "search.html").is_file()]
        visits = []
        for name in names:
            requests.clear()
            page.goto(base + name)
            visits.append(_visit(page, name, requests))
        requests.clear()
        page.goto(base + names[0])
        page.locator(".pk-quiet-search input").first.fill(words)
        page.keyboard.press("Enter")
        page.locator("#pk-hits a").first.wait_for()
        searched = (_visit(page, names[0], requests), page.url)
        crawl = Crawl(base, words, quiet, tuple(visits), list(context.cookies()), searched)
        context.close()
    return crawl


def _visit(page: Page, name: str, requests: list[tuple[str, str]]) -> Visit:
    for _ in range(2):
        page.keyboard.press("Tab")
    return Visit(name, page.evaluate(_LOOK), tuple(requests))


@pytest.fixture(scope="module")
def quiet() -> Discretion:
    """The words that tell the theme of the Norwegian guide."""
    guide, _ = load_guide("no-vold")
    found = discretion(guide)
    assert len(found.stems) > 10
    return found


@pytest.fixture(scope="module")
def quiet_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide, in its three languages, whose readers may have to leave and not be told on."""
    folder = tmp_path_factory.mktemp("quiet")
    shutil.copytree(HEAT, folder / "pack")
    file = folder / "pack/guide.yaml"
    lines = f"  licence: CC0 1.0\n  exit: {EXIT}\n  revealing: [{', '.join(HEAT_WORDS)}]\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  licence: CC0 1.0\n", lines), encoding="utf-8")
    assert build_guide(folder / "pack", folder / "site", *LANGUAGES).warnings == ()
    return folder / "site"


@pytest.fixture(scope="module", params=list(SEARCHED))
def crawl(
    request: pytest.FixtureRequest, browser: Browser, fjordvik: Path, quiet_guide: Path, quiet: Discretion
) -> Crawl:
    """The example's site and a guide's, each page visited once in the same browser."""
    words = SEARCHED[request.param]
    if request.param == "guide":
        return _crawl(browser, quiet_guide, words, Discretion(HEAT_WORDS))
    return _crawl(browser, fjordvik, words, quiet)


def test_crawled_site_asks_nobody_else_for_anything(crawl: Crawl) -> None:
    """Every request goes to the site's own server, and is for the page or for what the page is made of."""
    asked = [(visit.name, url, kind) for visit in crawl.visits for url, kind in visit.requests]
    assert len(crawl.visits) > 50
    assert [one for one in asked if not one[1].startswith(crawl.base) or one[2] not in OWN_KINDS] == []
    ahead = [
        (name, url) for name, url, kind in asked if kind == "document" and unquote(url) != crawl.base + name
    ]
    assert ahead == [], "pages that nobody opened were fetched"


def test_crawled_site_leaves_nothing_in_the_browser(crawl: Crawl) -> None:
    """After all pages and a search there is no cookie, and nothing in any storage."""
    visits = (*crawl.visits, crawl.searched[0])
    assert [one.name for one in visits if any(one.seen["kept"]) or one.seen["cookie"]] == []
    assert crawl.cookies == []


def test_search_stands_neither_in_address_nor_title(crawl: Crawl) -> None:
    """What was searched for is not part of what the browser remembers of the page, nor of any request."""
    visit, url = crawl.searched
    assert url.rstrip("?") == crawl.base + visit.name
    assert crawl.words not in visit.seen["title"].lower()
    assert [asked for asked, _ in visit.requests if crawl.words in asked or "?q" in asked] == []


def test_every_page_has_one_exit_link_second_in_tab_order(crawl: Crawl) -> None:
    """The link past the contents comes first, the way out second, and it leads where the guide says."""
    assert {visit.name: visit.seen["exits"] for visit in crawl.visits if visit.seen["exits"] != [EXIT]} == {}
    wrong = [
        visit.name
        for visit in crawl.visits
        if "skip-to-content" not in visit.seen["reached"][0] or visit.seen["reached"][1] != "pk-exit"
    ]
    assert wrong == []
    assert {visit.seen["rel"] for visit in crawl.visits} == {"noreferrer nofollow noopener"}


def test_every_page_has_the_numbers_and_leads_to_the_page_on_safety(crawl: Crawl) -> None:
    """Emergency and help lines are on every page, to be tapped, and what the button can do is explained."""
    numbers = NUMBERS[crawl.words]
    silent = [one.name for one in crawl.visits if not numbers <= set(one.seen["phones"])]
    assert silent == []
    assert [one.name for one in crawl.visits if one.seen["told"] < 2] == []
    assert any(one.name.endswith("safety.html") for one in crawl.visits)


def test_no_title_or_address_tells_the_theme(crawl: Crawl) -> None:
    """What the history, the tab and a shared link show holds no word of the theme, in any language."""
    quiet = crawl.quiet
    found = [("title", one.seen["title"]) for one in crawl.visits if quiet.reveals(one.seen["title"])]
    found += [("address", one.name) for one in crawl.visits if quiet.reveals(unquote(one.name))]
    for kind in ("anchors", "sources"):
        found += [
            (one.name, name)
            for one in crawl.visits
            for name in one.seen[kind]
            if quiet.reveals(unquote(name))
        ]
    assert found == []
    assert [one.name for one in crawl.visits if one.seen["preview"]] == []


def test_titles_differ_from_page_to_page(crawl: Crawl) -> None:
    """Plain titles are titles still: who has several tabs open can tell them apart."""
    titles = [(one.seen["language"], one.seen["title"]) for one in crawl.visits]
    assert sorted({one for one in titles if titles.count(one) > 1}) == []
    assert all(titles)


def test_first_page_of_a_guide_in_several_languages_has_the_way_out_too(quiet_guide: Path) -> None:
    """It leads on at once; where a browser does not follow, the exit and the numbers are there."""
    page = (quiet_guide / "index.html").read_text(encoding="utf-8")
    assert f'href="{EXIT}"' in page
    assert 'href="tel:' in page
    assert "<title>Veileder</title>" in page


@pytest.mark.parametrize("wanted", ["no_vold"])
def test_names_in_the_norwegian_guide_tell_nothing(
    request: pytest.FixtureRequest, quiet: Discretion, wanted: str
) -> None:
    """The guide that ships is full of such words; none stands in an address, an anchor or a title of its site."""
    folder: Path = request.getfixturevalue(wanted)
    found = []
    for path in folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        names = [path.relative_to(folder).as_posix(), *re.findall(r'\bid="([^"]*)"', page)]
        names += re.findall(r"<title>(.*?)</title>", page, re.DOTALL)
        names += [one for one in re.findall(r'\bhref="([^"]*)"', page) if "://" not in one]
        found += [(path.name, name) for name in names if quiet.reveals(unquote(name))]
    assert found == []
