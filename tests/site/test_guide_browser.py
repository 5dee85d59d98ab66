"""A guide's site in a real browser: for everyone, on small screens, and leaving no trace of what was searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

KINDS = (
    "nb/index.html",
    "nb/steps/step-1.1.html",
    "nn/steps/step-1.1.html",
    "en/steps/step-1.2.html",
    "nb/requirements.html",
    "nb/rules/pk101.html",
    "en/template.html",
    "nb/agencies.html",
    "en/agencies/school.html",
    "nb/tasks.html",
    "nb/tasks/warn.html",
    "nb/law.html",
    "nb/glossary.html",
    "en/help.html",
    "nb/quality.html",
    "en/crosswalk.html",
    "en/cases.html",
    "nn/about.html",
    "en/search.html",
)
"""A page of each kind, in one language or another."""


@pytest.fixture(scope="module", params=[(1280, "light"), (375, "dark")], ids=["wide-light", "phone-dark"])
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab on a wide screen in light, and on a phone in dark."""
    width: int = request.param[0]
    scheme: Literal["light", "dark"] = request.param[1]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_page_of_guide_site_is_accessible(tab: Page, heat: Path, kind: str) -> None:
    """axe-core finds nothing that breaks WCAG 2.1 A or AA, and nothing runs off the screen."""
    tab.goto((heat / kind).as_uri())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    found = Axe().run(tab, options=options).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    assert tab.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")


def test_search_of_guide_works_offline_and_leaves_no_trace(browser: Browser, heat: Path) -> None:
    """From a file on disk, words typed on any page find an entry, and stand neither in address nor storage."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((heat / "en/agencies/school.html").as_uri())
    page.fill("aside .pk-quiet-search input", "shade at schools")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    hits = page.locator("#search-results li a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    assert any("requirement-shade" in hit for hit in hits), hits
    assert page.url.rstrip("?") == (heat / "en/search.html").as_uri()
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"
    page.fill("main .pk-quiet-search input", "weather")
    page.keyboard.press("Enter")
    page.wait_for_selector('#search-results li a[href*="weather-service"]')
    assert page.locator("#search-results .search-summary").count() == 1
    assert "weather" not in page.url
    page.locator('#search-results li a[href*="weather-service"]').first.click()
    assert page.url == (heat / "en/agencies/weather-service.html").as_uri()
    context.close()


def test_search_without_scripts_puts_nothing_into_the_address(browser: Browser, heat: Path) -> None:
    """Even where no script runs, what was typed is not sent."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((heat / "en/index.html").as_uri())
    page.fill("aside .pk-quiet-search input", "shade")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("search[.]html"))
    assert "shade" not in page.url
    assert page.locator("noscript, .pk-notice").first.is_visible()
    context.close()


def test_table_of_tasks_on_a_phone_names_its_columns(browser: Browser, heat: Path) -> None:
    """A row becomes a card, and each part of it says what it is."""
    context = browser.new_context(viewport={"width": 375, "height": 900})
    page = context.new_page()
    page.goto((heat / "en/tasks.html").as_uri())
    assert page.locator(".pk-column").first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.locator(".pk-column").first.is_visible()
    context.close()
