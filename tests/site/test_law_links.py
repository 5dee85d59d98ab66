"""References to law on a plan's site lead to who publishes the law; what does not hold is marked in words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.site.building import difference

import plankit
from plankit.html.law_refs import with_law
from plankit.outputs import Request, Result, find_output
from plankit.views.reading import Reading

_GUIDE = """\
guide: {id: g, edition: '1', title: G}
acts:
- {id: act-shelter, name: krisesenterlova, short_name: krisesenterlova, official: 'https://law.example/shelter'}
- {id: act-local, name: kommuneloven, short_name: kommuneloven}
laws:
- {id: law-2, act: act-shelter, section: § 2, official: 'https://law.example/shelter/2'}
- {id: law-3, act: act-shelter, section: § 3, official: 'https://law.example/shelter/3'}
- {id: law-8, act: act-shelter, section: § 8, valid_to: '2020-12-31', replaced_by: law-25-1}
- {id: law-25-1, act: act-local, section: § 25-1}
"""
_PLAN = """\
plan: {id: p, title: P, language: en, guide: {id: g, edition: '1'}}
measures:
- {id: m1, title: M, legal_source: [krisesenterlova § 2, krisesenterlova § 8]}
duties:
- {title: D, law: krisesenterlova, section: § 2}
sections:
- {heading: Prose, page: prose.md}
- {heading: Other, page: other.md}
- {heading: Plain, page: plain.md}
"""
_PROSE = """\
# Om krisesenterlova § 2

Vi følger krisesenterlova § 2, kommuneloven § 25-1 og *krisesenterlova*.

Etter krisesenterlova § 8 skal vi. Krisesenterlova § 8 er opphevet.

`krisesenterlova § 2` og [krisesenterlova § 2](https://example.org).
"""


class Place:
    """A guide and a plan in a folder, and the site that is built from them."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.guide = _GUIDE
        for name, text in (
            ("plan.yaml", _PLAN),
            ("prose.md", _PROSE),
            ("other.md", "# Other\n\nEtter krisesenterlova §§ 2 og 3.\n"),
            ("plain.md", "# Plain\n\nNothing.\n"),
        ):
            path = base / "plan" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def build(self, out: str, *, remember: bool = True) -> Result:
        """Build the site with the guide as it is now."""
        edition = len(list(self.base.glob("packs*")))
        packs = self.base / f"packs{edition}"
        (packs / "g").mkdir(parents=True)
        (packs / "g" / "guide.yaml").write_text(self.guide, encoding="utf-8")
        loaded = plankit.load(self.base / "plan", packs=packs)
        request = Request(
            folder=self.base / "plan", loaded=loaded, out=self.base / out, language="en", remember=remember
        )
        return find_output("html")(request)

    def body(self, out: str, name: str) -> str:
        """The article of a page."""
        text = (self.base / out / name).read_text(encoding="utf-8")
        found = re.search(r"<article role=\"main\".*?</article>|<article.*</article>", text, re.DOTALL)
        assert found
        return found[0]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("law"))
    place.build("site")
    return place


def _link(address: str, words: str) -> str:
    return f'<a class="reference external" rel="noreferrer" href="{address}">{words}</a>'


def test_reference_in_prose_is_a_link_to_the_provision(built: Place) -> None:
    """A provision leads to its own address, an act alone to the act's; one without address stays words."""
    body = built.body("site", "prose.html")
    assert (
        f"Vi følger {_link('https://law.example/shelter/2', 'krisesenterlova § 2')}, kommuneloven § 25-1"
        in body
    )
    assert f"<em>{_link('https://law.example/shelter', 'krisesenterlova')}</em>" in body


def test_reference_that_does_not_hold_has_a_note_in_words(built: Place) -> None:
    """The note says since when and what holds now; where the text says so itself there is none."""
    body = built.body("site", "prose.html")
    note = 'krisesenterlova § 8 <em class="pk-lapsed">(not in force since 2021-01-01; now kommuneloven § 25-1)</em>'
    assert body.count("pk-lapsed") == 1
    assert f"Etter {note} skal vi" in body


def test_reference_that_is_a_number_alone_has_a_name_for_those_who_hear_it(built: Place) -> None:
    """The second of two sections is a link of its own, whose label names the act."""
    body = built.body("site", "other.html")
    assert (
        'krisesenterlova §§ 2</a> og <a aria-label="3: krisesenterlova § 3" class="reference external" '
        'rel="noreferrer" href="https://law.example/shelter/3">3</a>'
    ) in body


def test_reference_in_heading_code_or_link_stays_as_it_is(built: Place) -> None:
    """No link stands in a link, a heading or code."""
    body = built.body("site", "prose.html")
    heading = re.search(r"<h1>.*?</h1>", body, re.DOTALL)
    assert heading
    assert "law.example" not in heading[0]
    assert "law.example" not in "".join(re.findall(r"<code.*?</code>", body, re.DOTALL))
    assert body.count("law.example") == 3
    assert "example.org" in body


def test_reference_in_data_is_a_link_or_has_a_note(built: Place) -> None:
    """Measures and the chapter of law link what they cite, each reference for itself."""
    pages = [path for path in (built.base / "site").rglob("*.html") if "pk-lapsed" in path.read_text("utf-8")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in pages}
    assert len(texts) >= 3
    for name, text in texts.items():
        assert _link("https://law.example/shelter/2", "krisesenterlova § 2") in text, name


def test_reference_stays_findable_in_the_search(built: Place) -> None:
    """Words that became links are still in the index."""
    index = (built.base / "site" / "searchindex.js").read_text(encoding="utf-8")
    assert "krisesenterlova" in index


def test_change_of_law_in_the_guide_writes_the_pages_that_cite_and_no_other(tmp_path: Path) -> None:
    """After a provision lapsed, an incremental build equals a cold one, and pages that cite nothing stay."""
    place = Place(tmp_path)
    place.build("site")
    untouched = (tmp_path / "site" / "plain.html").stat().st_mtime_ns
    place.guide = _GUIDE.replace("section: § 2,", "section: § 2, valid_to: '2021-12-31',")
    place.build("site")
    assert (tmp_path / "site" / "plain.html").stat().st_mtime_ns == untouched
    assert place.body("site", "prose.html").count("pk-lapsed") == 2
    place.build("cold", remember=False)
    assert difference(tmp_path / "site", tmp_path / "cold") == ""


def test_text_of_a_plan_without_guide_is_escaped_and_unlinked(tmp_path: Path) -> None:
    """Without a guide nothing is known of law; markup in a reference is still no markup."""
    (tmp_path / "plan.yaml").write_text("plan: {id: p, title: P}\n", encoding="utf-8")
    plan = plankit.load(tmp_path).plan
    assert plan is not None
    reading = Reading(plan, None, "en")
    assert with_law(reading, "krisesenterlova § 2 <b>", date(2026, 1, 1)) == "krisesenterlova § 2 &lt;b&gt;"
