"""What the tests of guides' sites share: a small guide on another theme, and how to build any."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.site.building import ROOT

from plankit.model.guide import Guide
from plankit.outputs import GuideRequest, Result, find_guide_output
from plankit.source.guide_reader import read_guide

HEAT = ROOT / "tests" / "packs" / "test-heat"
TODAY = date(2026, 11, 22)
LANGUAGES = ("nb", "nn", "en")


def guide_in(folder: Path) -> Guide:
    """The guide in a folder."""
    read = read_guide(folder)
    assert read.guide is not None
    return read.guide


def build_guide(folder: Path, out: Path, *languages: str) -> Result:
    """Build the site of the guide in `folder` into `out`, as on a fixed day."""
    request = GuideRequest(folder=folder, guide=guide_in(folder), out=out, today=TODAY, languages=languages)
    return find_guide_output("html")(request)
