"""What single pages of a small site hold, read from their files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.site.building import build

from plankit.outputs import OutputFailed, OutputRefused

PLAN = """
plan: {id: p, title: Plan, language: en}
areas: [{id: a1, name: First}]
measures: [{id: m1, title: Own measure, areas: a1}]
"""


def folder_with(tmp_path: Path, **pages: str) -> Path:
    """A plan folder with these pages, by name without ending."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def page(out: Path, name: str) -> str:
    """The HTML of one page."""
    return (out / f"{name}.html").read_text(encoding="utf-8")


def test_formula_is_shown_as_written_and_fetches_nothing(tmp_path: Path) -> None:
    """Sphinx's own way would load a script from another site on this page."""
    build(
        folder_with(tmp_path, sums="# Sums\n\n{math}`a < b`\n\n```{math}\n\\frac{1}{2}\n```\n"),
        tmp_path / "out",
    )
    text = page(tmp_path / "out", "sums")
    assert '<code class="math">a &lt; b</code>' in text
    assert r"\frac{1}{2}" in text
    assert re.findall(r'(?:src|href)="(https?:[^"]*)"', text) == []


def test_page_named_like_a_chapter_takes_its_place(tmp_path: Path) -> None:
    """The authors' page stands once in the contents, under its own heading."""
    folder = folder_with(tmp_path, measures="# Our own list\n\n```{plan:register}\n```\n")
    result = build(folder, tmp_path / "out")
    assert result.warnings == ()
    assert "Our own list" in page(tmp_path / "out", "measures")
    assert page(tmp_path / "out", "index").count(">Our own list<") == 1


def test_piece_that_names_nothing_warns_at_its_line(tmp_path: Path) -> None:
    """A misspelt id would else leave an empty page and no word of it."""
    result = build(folder_with(tmp_path, more="# More\n\n```{plan:area} a9\n```\n"), tmp_path / "out")
    assert [re.sub(r"\s+\[.*", "", line) for line in result.warnings] == [
        "more.md:3: WARNING: the plan has no 'a9'"
    ]


def test_raw_html_in_a_page_stays_text(tmp_path: Path) -> None:
    """Text of a plan never becomes markup."""
    build(folder_with(tmp_path, bad="# Bad\n\n<script>alert(1)</script> and <b>bold</b>\n"), tmp_path / "out")
    text = page(tmp_path / "out", "bad")
    assert "<script>alert" not in text
    assert "&lt;b&gt;bold" in text


@pytest.mark.parametrize("name", ["notes.txt", "index.html"])
def test_folder_that_holds_something_else_is_never_written_into(tmp_path: Path, name: str) -> None:
    """A slip in `-o` must not cost anybody their files."""
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused):
        build(folder_with(tmp_path), out)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in out.iterdir()] == [(name, "mine")]


def test_output_around_the_plan_is_refused(tmp_path: Path) -> None:
    """Building there would remove the plan's own pages."""
    folder = folder_with(tmp_path)
    with pytest.raises(OutputRefused):
        build(folder, tmp_path)


def test_broken_settings_fail_with_a_sentence(tmp_path: Path) -> None:
    """An error in conf.py is told, not thrown at the reader."""
    folder = folder_with(tmp_path)
    (folder / "conf.py").write_text("html_title = \n", encoding="utf-8")
    with pytest.raises(OutputFailed, match="conf"):
        build(folder, tmp_path / "out")
