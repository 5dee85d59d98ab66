"""Journeys through the example with the keyboard alone, as readers without a mouse make them: Tab, Enter, arrows.

No test here clicks or puts the focus anywhere: a key is pressed, and what then has the focus is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.site.waiting import until

DESKTOP, PHONE = 1280, 375
MOST = 220
"""As many keys as anybody would press on the way to something."""
Traveller = Callable[[int], "Keys"]


class Keys:
    """A reader with a keyboard, on the front page of the example."""

    def __init__(self, page: Page, site: Path, *, narrow: bool) -> None:
        self.page = page
        self.narrow = narrow
        page.goto((site / "index.html").as_uri())

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def on(self, selector: str) -> bool:
        """Whether what has the focus is such an element."""
        return bool(self.page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector))

    def tab_to(self, selector: str) -> None:
        """Press Tab until such an element has the focus; fails where nobody would go on."""
        for _ in range(MOST):
            self.press("Tab")
            if self.on(selector):
                return
        pytest.fail(f"Tab does not reach {selector} on {self.page.url}")

    def open_contents(self) -> None:
        """Have the contents of the site in reach: on a phone they are opened first."""
        if self.narrow:
            self.tab_to("#__navigation")
            self.press("Space")
            until(
                self.page, "document.querySelector('aside.sidebar-drawer').getBoundingClientRect().left >= 0"
            )

    def go(self, name: str) -> None:
        """Go to a page by the contents of the site."""
        self.open_contents()
        self.tab_to(f'aside.sidebar-drawer a[href$="{name}.html"]')
        self.press("Enter")
        self.page.wait_for_url(f"**/{name}.html")

    def into_the_text(self) -> None:
        """Skip past the contents of the site."""
        self.press("Tab")
        assert self.on("a.skip-to-content")
        self.press("Enter")
        assert self.on("main")

    def sees(self, selector: str) -> bool:
        """Whether the first such element is on the screen, below the bars at its top."""
        return bool(
            self.page.evaluate(
                "(wanted) => { const box = document.querySelector(wanted).getBoundingClientRect();"
                " return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }",
                selector,
            )
        )


@pytest.fixture
def keys(browser: Browser, fjordvik: Path) -> Iterator[Traveller]:
    """A reader on a screen of that width."""
    contexts = []

    def reader(width: int) -> Keys:
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        contexts.append(context)
        return Keys(context.new_page(), fjordvik, narrow=width < 1000)

    yield reader
    for context in contexts:
        context.close()


both = pytest.mark.parametrize("width", [DESKTOP, PHONE])


@both
def test_reader_finds_who_answers_for_a_task(keys: Traveller, width: int) -> None:
    """From the front page to the matrix, down to a task, and there stands who does it, in words or as letters."""
    reader = keys(width)
    reader.go("matrix")
    reader.into_the_text()
    wanted = reader.page.locator("tr:has(td.pk-cell) th[id^=task-]").nth(9).get_attribute("id")
    if width == DESKTOP:
        reader.tab_to(".pk-scroll-both")
    for _ in range(MOST):
        if reader.sees(f"#{wanted}"):
            break
        reader.press("ArrowDown")
        reader.page.evaluate("new Promise((done) => requestAnimationFrame(() => done()))")
    assert reader.sees(f"#{wanted}")
    row = reader.page.locator(f"tr:has(#{wanted})")
    said = row.locator(".pk-say").first
    assert len(said.inner_text()) > 20
    if width == PHONE:
        assert said.is_visible()
    else:
        assert row.locator(".pk-mark").first.inner_text().strip("()*") in "RASCI"
        assert reader.page.locator(".pk-scroll-both thead th").nth(1).is_visible()


@both
def test_reader_finds_the_help_line(keys: Traveller, width: int) -> None:
    """From the front page to the page of help; the first telephone number is a link that has the focus."""
    reader = keys(width)
    reader.go("help")
    reader.into_the_text()
    reader.tab_to('main a[href^="tel:"]')
    number = str(reader.page.evaluate("document.activeElement.textContent"))
    assert any(letter.isdigit() for letter in number)
    assert reader.sees(":focus")


@both
def test_reader_reaches_a_number_at_the_end_of_any_page(keys: Traveller, width: int) -> None:
    """Without going anywhere: the numbers stand at the foot, and Shift+Tab from the top comes there at once."""
    reader = keys(width)
    reader.press("Tab", "Shift+Tab", "Shift+Tab")
    for _ in range(30):
        if reader.on('footer a[href^="tel:"]'):
            return
        reader.press("Shift+Tab")
    pytest.fail("no number at the foot of the page")


@both
def test_reader_filters_the_measures_by_agency(keys: Traveller, width: int) -> None:
    """A choice made with the arrows leaves that agency's measures, tells their number, and is undone with a button."""
    reader = keys(width)
    reader.go("measures")
    reader.into_the_text()
    rows = reader.page.locator(".pk-filtered tbody tr")
    everything = rows.count()
    reader.tab_to("#filter-agency")
    reader.press("ArrowDown", "ArrowDown")
    if not reader.page.locator("tr.pk-away").count():
        # Where the arrows open a list, the choice counts once it is closed.
        reader.press("Enter")
    until(reader.page, "document.querySelectorAll('tr.pk-away').length > 0")
    chosen = str(
        reader.page.evaluate("document.querySelector('#filter-agency').selectedOptions[0].textContent")
    )
    left = reader.page.locator(".pk-filtered tbody tr:not(.pk-away)")
    assert 0 < left.count() < everything
    name = chosen.rsplit(" (", 1)[0]
    assert all(name in words for words in left.all_inner_texts())
    told = reader.page.get_by_role("status").filter(has_text=str(everything))
    assert str(left.count()) in told.inner_text()
    reader.tab_to(".pk-filter button")
    reader.press("Enter")
    assert left.count() == everything
    assert reader.page.url.partition("#")[0].endswith("/measures.html")


@both
def test_reader_without_scripts_finds_the_measures_of_an_agency(
    browser: Browser, fjordvik: Path, width: int
) -> None:
    """The list above the table is opened with Enter and leads to the agency's own measures."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    reader = Keys(context.new_page(), fjordvik, narrow=False)
    reader.page.goto((fjordvik / "measures.html").as_uri())
    assert not reader.page.locator(".pk-filter").is_visible()
    reader.tab_to(".pk-by-agency summary")
    reader.press("Enter", "Tab")
    assert reader.on(".pk-by-agency a")
    reader.press("Enter")
    reader.page.wait_for_url("**/agencies/*.html#owns")
    assert reader.page.locator("#owns").is_visible()
    context.close()


@both
def test_reader_searches(keys: Traveller, width: int) -> None:
    """Words typed into the search lead to a list, and its first hit to a page; the address keeps no word."""
    reader = keys(width)
    reader.open_contents()
    reader.tab_to("aside.sidebar-drawer input[type=search]")
    reader.page.keyboard.type("krisesenter")
    reader.press("Enter")
    reader.page.wait_for_selector(".pk-hits li a")
    reader.tab_to(".pk-hits li a")
    before = reader.page.url
    assert "krisesenter" not in before
    reader.press("Enter")
    until(reader.page, "(before) => location.href !== before", arg=before)
    assert reader.page.locator("main h1").is_visible()


@both
def test_reader_opens_the_contents_of_a_page(keys: Traveller, width: int) -> None:
    """What stands on a page is listed; on a phone the list is opened with the space bar."""
    reader = keys(width)
    reader.go("help")
    if reader.page.locator("label.toc-overlay-icon:visible").count():
        reader.tab_to("#__toc")
        reader.press("Space")
        until(
            reader.page,
            "document.querySelector('.toc-drawer').getBoundingClientRect().right <= innerWidth + 1",
        )
    reader.tab_to(".toc-drawer a")
    assert reader.sees(":focus")
    reader.press("Enter")
    assert "#" in reader.page.url


@both
def test_reader_leaves_at_once(keys: Traveller, width: int) -> None:
    """The exit is the second thing that Tab reaches, and Enter leads away."""
    reader = keys(width)
    away: list[str] = []

    def elsewhere(route: Route) -> None:
        away.append(route.request.url)
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    reader.page.context.route("https://**", elsewhere)
    reader.press("Tab", "Tab")
    assert reader.on("a.pk-exit")
    assert reader.sees(":focus")
    reader.press("Enter")
    reader.page.wait_for_url("https://**")
    assert reader.page.title() == "Weather"
    assert len(away) == 1
