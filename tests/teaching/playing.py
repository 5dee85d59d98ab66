"""Playing the site of a kit by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

_KEPT = "[localStorage.length, sessionStorage.length, document.cookie, location.href, history.state]"


@dataclass
class Player:
    """Somebody without a mouse, in a tab that notes what it asks for."""

    page: Page
    site: Path
    asked: list[str] = field(default_factory=list)
    most: int = 80
    """More presses of Tab than any way on the page takes."""

    def open(self, name: str) -> None:
        """Open the page, and forget what it asked for to be shown."""
        self.page.goto(f"{self.site.as_uri()}/{name}")
        self.asked.clear()

    def reach(self, selector: str, *, back: bool = False) -> Locator:
        """Press Tab until what `selector` names has the focus, and see that the focus shows."""
        for _ in range(self.most):
            if self.page.evaluate("(name) => document.activeElement.matches(name)", selector):
                shown = self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert shown != "none"
                return self.page.locator(selector)
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{selector} cannot be reached by Tab")

    def press(self, *keys: str) -> None:
        """Press the keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def check(self, question: str) -> str:
        """Press the button of the question; what is said then."""
        self.reach(f"#{question} button[type=submit]")
        self.press("Enter")
        return self.page.locator(f"#{question} .t-verdict").inner_text()

    def answer_is_open(self, question: str) -> bool | None:
        """Whether the answer stands open; `None` where it cannot be seen at all."""
        details = self.page.locator(f"#{question} details")
        return details.evaluate("(one) => one.open") if details.is_visible() else None

    def option(self, words: str) -> None:
        """Choose in the list that has the focus."""
        for _ in range(40):
            if self.page.evaluate("document.activeElement.selectedOptions[0].text") == words:
                return
            self.press("ArrowDown")
        raise AssertionError(f"no option {words}")

    def left_nothing(self, name: str) -> None:
        """See that nothing is kept, nothing was asked for, and the address is as it was."""
        assert self.page.evaluate(_KEPT) == [0, 0, "", f"{self.site.as_uri()}/{name}", None]
        assert self.page.context.cookies() == []
        # The sign in the tab is fetched when the browser finds the time.
        assert [one for one in self.asked if not one.endswith("/static/icon.svg")] == []


def choose(player: Player, words: str) -> None:
    """Choose the turn with these words at the point that is shown."""
    player.reach(".t-point:not([hidden]) .t-turns button")
    for _ in range(player.most):
        if player.page.evaluate("document.activeElement.textContent") == words:
            return player.press("Enter")
        player.press("Tab")
    raise AssertionError(f"{words} cannot be reached by Tab")
