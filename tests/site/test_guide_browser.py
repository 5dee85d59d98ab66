"""A guide's site in a real browser: for everyone, on small screens, and leaving no trace of what was searched for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.judging import VIEWS, Judge, View

LOOKS = (
    *(("en", view) for view in VIEWS),
    ("nb", VIEWS[0]),
    ("nn", VIEWS[3]),
)
"""Every page in English in each view, and in the other languages in one: what differs there is the words."""


@pytest.mark.parametrize(("language", "view"), LOOKS, ids=lambda one: str(one))
def test_every_page_of_guide_site_is_accessible(
    browser: Browser, heat: Path, language: str, view: View
) -> None:
    """axe-core finds nothing that breaks WCAG 2.2 A or AA, and nothing runs off the screen."""
    judge = Judge(browser, heat / language)
    wrong = []
    for page in sorted((heat / language).rglob("*.html")):
        tab = judge.put(page)
        wrong += [f"{page.name}: {fault}" for fault in judge.violations(view)]
        if not tab.evaluate("document.scrollingElement.scrollWidth <= innerWidth"):
            wrong.append(f"{page.name} runs off the screen")
    judge.close()
    assert wrong == []


def test_search_of_guide_works_offline_and_leaves_no_trace(browser: Browser, heat: Path) -> None:
    """From a file on disk, words typed on any page find an entry, and stand neither in address nor storage."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((heat / "en/agencies/school.html").as_uri())
    page.fill("aside .pk-quiet-search input", "shade at schools")
    page.keyboard.press("Enter")
    page.wait_for_selector("#pk-hits li a")
    hits = page.locator("#pk-hits li a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any("requirement-shade" in hit for hit in hits), hits
    assert page.url == (heat / "en/agencies/school.html").as_uri()
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"
    page.goto((heat / "en/search.html").as_uri())
    page.fill("main .pk-quiet-search input", "weather")
    page.keyboard.press("Enter")
    page.wait_for_selector('#pk-hits li a[href*="weather-service"]')
    assert page.url == (heat / "en/search.html").as_uri()
    page.locator('#pk-hits li a[href*="weather-service"]').first.click()
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
