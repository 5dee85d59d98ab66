"""The exit link in a real browser: by mouse, finger and keyboard, with and without scripts, and never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route
from tests.site.serving import served

EXIT = "https://www.met.no/"


class Trip(NamedTuple):
    """A tab with a page of the plan in it, coming from elsewhere, and where it was sent since."""

    page: Page
    start: str
    sent: list[str]


Open = Callable[..., Trip]
ELSEWHERE = "http://elsewhere.test/"
PLAN_PAGE = "procedures/pro-barn.html"


@pytest.fixture(scope="module")
def base(fjordvik: Path) -> Iterator[str]:
    """Where the example is served."""
    with served(fjordvik) as address:
        yield address


@pytest.fixture
def trip(browser: Browser, base: str) -> Iterator[Open]:
    """Opens a page of the plan after another page; the target of the exit is played here, or does not answer."""
    contexts: list[BrowserContext] = []

    def go(name: str = PLAN_PAGE, *, answers: bool = True, clock: bool = False, **options: Any) -> Trip:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        sent: list[str] = []

        def target(route: Route, request: Request) -> None:
            sent.append(request.url)
            if answers:
                route.fulfill(body="<title>Weather</title><h1>Sun</h1>", content_type="text/html")
            else:
                route.abort()

        context.route(f"{EXIT}**", target)
        context.route(
            f"{ELSEWHERE}**", lambda route: route.fulfill(body="<h1>News</h1>", content_type="text/html")
        )
        page = context.new_page()
        if clock:
            page.clock.install()
        page.goto(ELSEWHERE)
        page.goto(base + name)
        return Trip(page, base + name, sent)

    yield go
    for context in contexts:
        context.close()


def _has_left(trip: Trip) -> None:
    trip.page.wait_for_url(EXIT)
    assert trip.sent == [EXIT]
    assert trip.page.title() == "Weather"


def _is_there(trip: Trip) -> bool:
    """Whether the page is as it was: leaving blanks it in the tick of the key."""
    there = trip.page.evaluate("document.querySelector('main') !== null")
    return bool(there) and trip.page.url == trip.start and not trip.sent


def test_exit_by_mouse_replaces_the_page_in_the_history(trip: Open) -> None:
    """Afterwards Back leads to what was before the page, not to the page."""
    one = trip()
    length = one.page.evaluate("history.length")
    one.page.click("a.pk-exit")
    _has_left(one)
    assert one.page.evaluate("history.length") == length
    one.page.go_back()
    assert one.page.url == ELSEWHERE
    one.page.go_forward()
    assert one.page.url == EXIT


def test_exit_by_touch_leaves(trip: Open) -> None:
    """A finger on a phone is enough."""
    one = trip(has_touch=True, viewport={"width": 375, "height": 700})
    one.page.tap("a.pk-exit")
    _has_left(one)


def test_exit_by_keyboard_leaves(trip: Open) -> None:
    """Tab, Tab, Enter."""
    one = trip()
    for key in ("Tab", "Tab", "Enter"):
        one.page.keyboard.press(key)
    _has_left(one)


@pytest.mark.parametrize(
    "keys",
    [
        ("Shift", "Shift", "Shift"),
        ("ShiftLeft", "ShiftRight", "ShiftLeft"),
        ("a", "ShiftRight", "ShiftRight", "ShiftRight"),
    ],
    ids=["one key", "both keys", "after another key"],
)
@pytest.mark.parametrize("name", [PLAN_PAGE, "search.html"])
def test_shift_three_times_leaves(trip: Open, name: str, keys: tuple[str, ...]) -> None:
    """On any page, with either key or both in turn, also while standing in a field."""
    one = trip(name)
    one.page.locator(".pk-quiet-search input").first.focus()
    for key in keys:
        one.page.keyboard.press(key)
    _has_left(one)


@pytest.mark.parametrize(
    "keys",
    [
        ("Shift", "Shift"),
        ("Shift+A", "Shift+B", "Shift+C", "Shift+D"),
        ("Shift", "Shift", "a", "Shift"),
        ("Control+Shift", "Control+Shift", "Control+Shift"),
        ("Escape", "Escape", "Escape", "Escape"),
    ],
    ids=["twice", "capital letters", "another key between", "with Ctrl", "Esc"],
)
def test_other_keys_do_not_leave(trip: Open, keys: tuple[str, ...]) -> None:
    """Who writes capitals, switches language or closes something stays on the page."""
    one = trip()
    for key in keys:
        one.page.keyboard.press(key)
    assert _is_there(one)


def test_shift_held_down_does_not_leave(trip: Open) -> None:
    """A key that repeats because it is held down is pressed once; with the mouse it marks text."""
    one = trip()
    for _ in range(5):
        one.page.keyboard.down("Shift")
    one.page.keyboard.up("Shift")
    for _ in range(3):
        one.page.keyboard.down("Shift")
        one.page.locator("h1").click()
        one.page.keyboard.up("Shift")
    assert _is_there(one)


def test_three_presses_count_within_five_seconds_alone(trip: Open) -> None:
    """Presses three seconds apart are no sign; three of them close together are."""
    one = trip(clock=True)
    for _ in range(3):
        one.page.keyboard.press("Shift")
        one.page.clock.fast_forward(3000)
    assert _is_there(one)
    one.page.clock.fast_forward(6000)
    for wait in (2400, 2400, 0):
        one.page.keyboard.press("Shift")
        one.page.clock.fast_forward(wait)
    _has_left(one)


def test_presses_are_counted_aloud_and_forgotten_again(trip: Open) -> None:
    """Screen readers are told, politely, how many presses remain, and nothing once they no longer count."""
    one = trip(clock=True)
    told = one.page.locator(".pk-exit-count")
    assert told.get_attribute("role") == "status"
    words = []
    for _ in range(2):
        one.page.keyboard.press("Shift")
        words.append(told.text_content())
    assert len({*words, ""}) == 3, words
    one.page.clock.run_for(5100)
    assert told.text_content() == ""
    assert _is_there(one)


def test_page_is_blank_and_nameless_in_the_same_tick(trip: Open) -> None:
    """Before the other site has answered, neither text, title nor picture of the tab tell what was read."""
    one = trip(answers=False)
    title, elements, words, icons = one.page.evaluate(
        "() => { document.querySelector('a.pk-exit').click(); return [document.title, "
        "document.body.childElementCount, document.body.innerText, "
        "[...document.querySelectorAll('link[rel~=icon]')].map((one) => one.href)]; }"
    )
    assert title == "www.met.no"
    assert (elements, words.strip()) == (0, "")
    assert [icon.rpartition("/")[2] for icon in icons] == ["exit-icon.svg"]


def test_page_shown_again_from_memory_is_blank_and_leaves_again(trip: Open) -> None:
    """A browser that kept the page as it was left does not show it."""
    one = trip(answers=False)
    with one.page.expect_request(EXIT):
        one.page.click("a.pk-exit")
    with one.page.expect_request(EXIT):
        one.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert one.page.evaluate("document.body === null || document.querySelector('main') === null")


def test_exit_without_scripts_is_a_link(trip: Open) -> None:
    """It works with the mouse and says nothing of keys that would do nothing."""
    one = trip(java_script_enabled=False)
    link = one.page.locator("a.pk-exit")
    assert link.is_visible()
    assert not one.page.locator(".pk-exit-keys").is_visible()
    link.click()
    _has_left(one)


def test_exit_with_control_key_opens_no_second_tab(trip: Open) -> None:
    """Two tabs would leave the page open in one of them."""
    one = trip()
    one.page.click("a.pk-exit", modifiers=["Control"])
    _has_left(one)
    assert len(one.page.context.pages) == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_exit_link_stays_in_view_and_covers_nothing(trip: Open, width: int) -> None:
    """Wherever one has scrolled to it can be seen and hit, and what takes the keyboard is never beneath it."""
    one = trip("measures.html", viewport={"width": width, "height": 700})
    page = one.page
    page.evaluate("scrollTo(0, 3000)")
    box = page.locator("a.pk-exit").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["height"] >= 44
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    page.locator("main a").last.focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        words, top = page.evaluate(
            "() => [document.activeElement.textContent, document.activeElement.getBoundingClientRect().top]"
        )
        bars = page.evaluate(
            "Math.max(...[...document.querySelectorAll('.pk-exit-bar, .mobile-header')]"
            ".map((one) => one.getBoundingClientRect().bottom))"
        )
        if top < bars - 1:
            covered.append((words, top, bars))
    assert covered == []


def test_heading_that_a_link_leads_to_is_not_beneath_the_exit(trip: Open) -> None:
    """A jump within the page ends where the heading can be read."""
    one = trip("safety.html#safety-traces", viewport={"width": 375, "height": 700})
    top, bars = one.page.evaluate(
        "() => [document.querySelector('#safety-traces').getBoundingClientRect().top, "
        "document.querySelector('.mobile-header').getBoundingClientRect().bottom]"
    )
    assert top >= bars


def test_exit_link_is_not_printed(trip: Open) -> None:
    """Paper has no way out."""
    one = trip()
    one.page.emulate_media(media="print")
    assert not one.page.locator("a.pk-exit").is_visible()
