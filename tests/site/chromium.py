"""Where the browser of the tests is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "/usr/bin/chromium")


def chromium() -> str | None:
    """The Chromium to use: what `CHROMIUM` names, else the first one that is installed."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given if Path(given).is_file() else shutil.which(given)
    return next((found for found in map(shutil.which, _NAMES) if found), None)
