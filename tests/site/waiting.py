"""Waiting until something holds on a page whose policy forbids what Playwright's own waiting does: evaluating texts."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Page

_BETWEEN = 0.02
"""Seconds between two looks."""


def until(page: Page, holds: str, arg: Any = None, *, seconds: float = 30) -> None:
    """Come back when the expression or function `holds` is true on the page. Fails after so many seconds.

    `Page.wait_for_function` looks again from inside the page, where `unsafe-eval` would be needed for that.
    """
    ends = time.monotonic() + seconds
    while True:
        try:
            if page.evaluate(holds, arg):
                return
        except Error as error:
            # While the browser goes from one document to the next, there is none to ask.
            if "Execution context was destroyed" not in str(error):
                raise
        assert time.monotonic() < ends, f"never held: {holds}"
        time.sleep(_BETWEEN)
