"""From a plan to the published site of its guide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plankit.html.answers import page_answers, requirement_link
from plankit.html.page import Page, Site
from plankit.loading import load
from plankit.views.guide_links import answered_on, guide_link
from plankit.views.reading import Reading

_GUIDE = """
guide: {id: g, edition: '1', title: Guide, language: nb, languages: [nb, en]%s}
phases: [{id: phase-1, title: Begin}]
steps: [{id: step-1, number: '1.1', phase: phase-1, title: {nb: Begynn, en: Begin}}]
requirements:
- {id: held, step: step-1, title: {nb: Holdt, en: Held}, text: T., force: must, decided_by: person, question: 'Q?'}
- {id: heard, step: step-1, title: {nb: Hørt, en: Heard}, text: T., force: must, decided_by: person, question: 'Q?'}
"""
_PLAN = """
plan: {id: p, title: P, language: nb, guide: {id: g, edition: '1'%s}}
sections:
- heading: Del
  children: [{heading: Under, page: pages/under.md, answers: [heard]}]
"""
Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a plan with two pages that answer its guide; the guide's address stands in the plan, the guide or nowhere."""

    def made(*, in_plan: str = "", in_guide: str = "", language: str = "nb") -> Reading:
        (tmp_path / "packs" / "g").mkdir(parents=True)
        guide = _GUIDE % (f", site: '{in_guide}'" if in_guide else "")
        (tmp_path / "packs" / "g" / "guide.yaml").write_text(guide, encoding="utf-8")
        (tmp_path / "plan" / "pages").mkdir(parents=True)
        plan = _PLAN % (f", site: '{in_plan}'" if in_plan else "")
        (tmp_path / "plan" / "plan.yaml").write_text(plan, encoding="utf-8")
        page = "---\ntitle: Side\nanswers: [held]\n---\n\nTekst.\n"
        (tmp_path / "plan" / "pages" / "side.md").write_text(page, encoding="utf-8")
        (tmp_path / "plan" / "pages" / "under.md").write_text("# Under\n", encoding="utf-8")
        loaded = load(tmp_path / "plan", packs=tmp_path / "packs", rules=())
        assert loaded.plan is not None
        assert loaded.guide is not None
        return Reading(loaded.plan, loaded.guide, language)

    return made


def test_guide_link_without_an_address_is_none(read: Read) -> None:
    """Where nobody says at what address the guide is published, nothing links there."""
    assert guide_link(read(), "held") is None


def test_guide_link_of_what_the_guide_does_not_have_is_none(read: Read) -> None:
    """An id that is not the guide's has no address in it."""
    assert guide_link(read(in_plan="https://example.org/guide"), "nothing") is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"in_plan": "https://example.org/a/"},
            "https://example.org/a/nb/steps/step-1.html#requirement-held",
        ),
        (
            {"in_guide": "https://example.org/b"},
            "https://example.org/b/nb/steps/step-1.html#requirement-held",
        ),
        (
            {"in_plan": "https://example.org/a", "in_guide": "https://example.org/b", "language": "en"},
            "https://example.org/a/en/steps/step-1.html#requirement-held",
        ),
        (
            {"in_guide": "https://example.org/b", "language": "sv"},
            "https://example.org/b/nb/steps/step-1.html#requirement-held",
        ),
    ],
)
def test_guide_link_leads_to_the_requirement_in_the_readers_language(
    read: Read, given: dict[str, str], expected: str
) -> None:
    """The plan's address wins over the guide's own, and a language that the guide lacks becomes its own."""
    assert guide_link(read(**given), "held") == expected


def test_answered_on_a_page_is_what_its_head_and_its_sections_name(read: Read) -> None:
    """A page's own head counts, and so does a section further down that points at the page."""
    reading = read()
    assert [one.id for one in answered_on(reading, "pages/side")] == ["held"]
    assert [one.id for one in answered_on(reading, "pages/under")] == ["heard"]
    assert answered_on(reading, "index") == ()


def test_page_tells_what_it_answers_with_step_and_link(read: Read) -> None:
    """Under the page's text stand the step and the requirement, as links into the guide's site."""
    page = Page(Site(read(in_plan="https://example.org/a")), "pages/side")
    markup = page_answers(page)
    assert 'href="https://example.org/a/nb/steps/step-1.html"' in markup
    assert ">1.1 Begynn</a>" in markup
    assert 'href="https://example.org/a/nb/steps/step-1.html#requirement-held"' in markup


def test_page_that_answers_nothing_tells_nothing(read: Read) -> None:
    """A page without answers has no empty box."""
    assert page_answers(Page(Site(read()), "index")) == ""


def test_requirement_without_an_address_stays_inside_the_site(read: Read) -> None:
    """Without the guide's address the title stands alone, or links to where this site tells of it."""
    page = Page(Site(read(), {"requirement:held": ("coverage", "requirement-held")}), "index")
    assert requirement_link(page, "held") == (
        '<a class="reference internal" href="coverage.html#requirement-held">Holdt</a>'
    )
