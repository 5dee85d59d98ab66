"""On hearing, the site and the Word file have the same numbers before the same paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.word import building as b

from plankit.loading import load
from plankit.outputs import Request, find_output

PLAN = """\
plan: {id: p, title: Plan, language: nb, stage: på høring}
sections:
  - {number: "1", heading: Innledning, page: pages/intro.md, id: intro}
areas: [{id: a, name: Område, text: Om området.}]
goals: [{id: g, text: Et mål, areas: [a]}]
measures:
  - {id: m, number: "1.1", title: Spørre alle, areas: [a], goals: [g], description: Alle blir spurt.}
"""
PAGE = "# Innledning\n\nVold er et **problem**.\n\n- Første punkt\n- Andre punkt\n\n```{plan:measures}\n```\n"
NUMBERED = re.compile(r"\b((?:\d+|[A-Z])(?:\.\d+)*-\d+)\s+(\S+ \S+)")

pytestmark = pytest.mark.filterwarnings("ignore:.*:DeprecationWarning", "ignore:.*:PendingDeprecationWarning")


def _plan(folder: Path) -> Path:
    (folder / "pages").mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "pages" / "intro.md").write_text(PAGE, encoding="utf-8")
    return folder


def _text_of_site(folder: Path) -> str:
    texts = []
    for path in sorted(folder.rglob("*.html")):
        body = path.read_text(encoding="utf-8")
        found = re.search(r"<article.*?>(.*)</article>\s*</div>", body, re.DOTALL)
        texts.append(re.sub(r"<[^>]+>", "", found[1] if found else body))
    return " ".join(" ".join(texts).split())


def test_site_and_word_number_the_same_paragraphs_alike(tmp_path: Path) -> None:
    """A statement on “1-3” is about the same words, wherever they were read; and a second build changes none."""
    folder = _plan(tmp_path / "plan")
    loaded = load(folder, rules=())
    assert [str(one.message) for one in loaded.findings] == []
    for name in ("one", "two"):
        find_output("html")(
            Request(folder=folder, loaded=loaded, out=tmp_path / name, today=b.TODAY, remember=False)
        )
    made = find_output("docx")(Request(folder=folder, loaded=loaded, out=tmp_path / "word", today=b.TODAY))
    site = set(NUMBERED.findall(_text_of_site(tmp_path / "one")))
    lines = b.found(b.root(made.start.read_bytes()), ".//w:p")
    word = {pair for line in lines for pair in NUMBERED.findall(" ".join(b.text(line).split()))}
    assert site == set(NUMBERED.findall(_text_of_site(tmp_path / "two")))
    assert word == site
    assert {("1-1", "Vold er"), ("1-2", "Første punkt"), ("1-3", "Andre punkt"), ("1-4", "Alle blir")} <= word
    assert ("A.1-1", "Om området.") in word
