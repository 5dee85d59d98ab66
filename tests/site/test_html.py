"""The built pages are valid HTML, by the checker that the makers of HTML use."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.site.building import build
from tests.site.small_plan import LANGUAGES
from tests.site.vnu import VnuMissing, check_html

ALLOWED: dict[str, str] = {}
"""Errors that Sphinx, docutils or Furo make and plankit cannot mend: a pattern of the message, and why."""


def _faults(folder: Path) -> dict[str, int]:
    """The errors in a site that are not allowed, with the first place of each, and how often it occurs."""
    try:
        messages = check_html(folder)
    except VnuMissing as error:
        pytest.fail(str(error))
    kept = [one for one in messages if not any(re.search(pattern, one.text) for pattern in ALLOWED)]
    first = {one.text: one for one in reversed(kept)}
    count = Counter(one.text for one in kept)
    return {
        f"{text} ({first[text].file}:{first[text].line}: {first[text].extract})": n
        for text, n in count.items()
    }


@pytest.mark.parametrize("site", ["fjordvik", *LANGUAGES])
def test_pages_of_site_are_valid_html(sites: Path, site: str) -> None:
    """The checker finds no error on any page."""
    assert _faults(sites / site) == {}


def test_invalid_page_is_found(tmp_path: Path) -> None:
    """The checker is really run: a page with a known error is told of."""
    page = tmp_path / "bad.html"
    page.write_text('<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a">', encoding="utf-8")
    assert any("Duplicate ID" in fault for fault in _faults(tmp_path))


def test_site_of_a_plan_with_markup_in_its_words_is_valid_html(tmp_path: Path) -> None:
    """Words of the plan that look like HTML are words on the page."""
    plan = tmp_path / "plan"
    plan.mkdir()
    evil = '\'<b onclick="x">&amp; <script>alert(1)</script> \\" ]]> *a* `b` [c](d) $x$ {e} <!-- -->\''
    (plan / "plan.yaml").write_text(
        f"plan: {{id: p, title: {evil}, language: nb, subtitle: {evil}, empty: {{guide: not-applicable}}}}\n"
        f"areas: [{{id: a, name: {evil}, text: {evil}}}]\n"
        f"goals: [{{id: g, text: {evil}, areas: [a]}}]\n"
        f"agencies: [{{id: s, name: {evil}}}]\n"
        f"measures: [{{id: m, title: {evil}, description: {evil}, areas: [a], responsible: s, deadline: {evil}}}]\n"
        f"procedures: [{{id: q, title: {evil}, steps: [{{id: one, what: {evil}, who: {evil}}}]}}]\n"
        f"sections: [{{heading: {evil}, text: {evil}}}]\n",
        encoding="utf-8",
    )
    build(plan, tmp_path / "site", remember=False)
    assert _faults(tmp_path / "site") == {}
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert not any("<script>alert" in page or "<b onclick" in page for page in pages)
