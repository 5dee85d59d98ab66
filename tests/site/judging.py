"""Judges pages with axe-core, quickly: one tab for many pages, which are put into it as they stand in their files.

What is judged is the document as it is without scripts; `opened` judges one that a browser opened, with scripts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, NamedTuple

from axe_playwright_python.base import AXE_FILE_PATH  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Every rule of axe-core that stands for a criterion of WCAG 2.2 at level A or AA."""
FRAME = ("aside.sidebar-drawer", "footer", ".mobile-header", ".pk-exit-bar")
"""What is the same on every page, and judged once in each view."""
_PUT = """([html, url]) => {
  const made = new DOMParser().parseFromString(html, "text/html");
  document.querySelector("base")?.remove();
  const base = document.createElement("base");
  base.href = url;
  document.head.append(base);
  document.title = made.title;
  document.documentElement.lang = made.documentElement.lang;
  document.body.replaceWith(document.adoptNode(made.body));
  for (const one of document.querySelectorAll("details")) one.open = true;
  scrollTo(0, 0);
}"""
_RUN = """([context, options]) => axe.run(context, options).then((found) => found.violations.map((one) =>
  `${one.id}: ${one.nodes.length} x ${one.nodes[0].html.slice(0, 160)}: ${one.nodes[0].failureSummary.slice(0, 300)}`))"""


class View(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"]


VIEWS = (View(1280, "light"), View(1280, "dark"), View(375, "light"), View(375, "dark"))


class Judge:
    """A tab in which pages of one site are judged."""

    def __init__(self, browser: Browser, site: Path) -> None:
        self.site = site
        # The policy of the pages lets no foreign program in, and axe-core is one.
        self._context: BrowserContext = browser.new_context(
            bypass_csp=True, reduced_motion="reduce", viewport={"width": 1280, "height": 900}
        )
        self.tab: Page = self._context.new_page()
        self._judged_frame: set[View] = set()
        self.opened("index.html")

    def close(self) -> None:
        """Close the tab."""
        self._context.close()

    def opened(self, address: str) -> Page:
        """The tab with the page opened by the browser, its scripts run, and axe-core in it."""
        self.tab.goto(f"{self.site.as_uri()}/{address}")
        self.tab.evaluate(Path(AXE_FILE_PATH).read_text(encoding="utf-8"))
        return self.tab

    def put(self, page: Path) -> Page:
        """The tab with the document of the file in place of the one before, and all that can be opened open."""
        self.tab.evaluate(_PUT, [page.read_text(encoding="utf-8"), page.as_uri()])
        return self.tab

    def look(self, view: View) -> None:
        """Look at the page in this way from now on."""
        self.tab.set_viewport_size({"width": view.width, "height": 900})
        self.tab.emulate_media(color_scheme=view.scheme)

    def violations(self, view: View, *, frame: bool = False) -> list[str]:
        """What axe-core finds on the page in this view, a line for each rule.

        The frame of the page is judged the first time, and where `frame` asks for it.
        """
        self.look(view)
        context: dict[str, Any] = {"include": [["html"]]}
        if view in self._judged_frame and not frame:
            context["exclude"] = [[one] for one in FRAME]
        self._judged_frame.add(view)
        options = {
            "runOnly": {"type": "tag", "values": list(TAGS)},
            "resultTypes": ["violations"],
            "preload": False,
            "iframes": False,
        }
        found: list[str] = self.tab.evaluate(_RUN, [context, options])
        return found
