"""Procedures, action cards and cases on the site of a small plan that can be walked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.building import build

PLAN = """
plan: {id: p, title: Plan, language: en, period: 2027-2030, empty: {guide: not-applicable}}
agencies:
- {id: school, name: School, opening_hours: [{days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "16:00"}]}
- {id: police, name: Police, around_the_clock: true}
tasks: [{id: call, title: Call for help}]
responsibilities: [{task: call, agency: police, role: A}]
procedures:
- id: proc
  title: Procedure
  starts: {severity: [serious]}
  steps:
  - {id: tell, what: Tell the school, agency: school, deadline: PT1H, next: [{step: ring, when: {hours: [night]}}, {step: end}]}
  - {id: ring, what: Ring, task: call, takes: PT30M, agency: police, safe: true, end: true}
  - {id: end, what: Stop, end: true}
- {id: bare, title: Bare, steps: [{id: one, what: Wait, end: true}]}
cases:
- {id: friday, title: A Friday, story: Late on a Friday., fictional: true, exposed: child, door: school,
   severity: serious, at: "fri 16:30", must: [{reaches: police, within: PT0S}]}
- {id: odd, title: Odd, exposed: child, door: school, severity: serious, at: some day}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the plan."""
    folder = tmp_path_factory.mktemp("walkable")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    own = "# Own\n\n```{plan:action-card} proc\n```\n\n```{plan:stress}\n```\n"
    (folder / "own.md").write_text(own, encoding="utf-8")
    out = folder / "site"
    assert build(folder, out, remember=False).warnings == ()
    return out


def text(site: Path, name: str) -> str:
    """The words of a page, without its markup."""
    page = (site / f"{name}.html").read_text(encoding="utf-8")
    main = page[page.index("<article") : page.index("</article>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_case_shows_its_walk_and_its_gaps(site: Path) -> None:
    """Story, that it is made up, what it expects, when who acts, and what the plan does not answer."""
    words = text(site, "cases")
    assert "Fictional" in words
    assert "Late on a Friday." in words
    assert "it reaches Police, at once (did not hold)" in words
    assert "waits 2 days 15 hours 30 minutes" in words
    assert "Does not reach safety" in words


def test_case_whose_time_is_not_understood_is_shown_and_not_walked(site: Path) -> None:
    """The page tells so; nothing is made up."""
    assert "The time of this case is not understood, so it is not walked." in text(site, "cases")


def test_timeline_is_a_picture_with_title_and_description(site: Path) -> None:
    """Each walk with events has one, and every name of a title is there once."""
    page = (site / "cases.html").read_text(encoding="utf-8")
    for number, name in enumerate(re.findall(r'aria-labelledby="([^ ]+)-t \1-d"', page)):
        assert page.count(f'id="{name}-t"') == page.count(f'id="{name}-d"') == 1, number
    assert page.count('class="pk-flow pk-timeline"') == 1


def test_procedure_tells_conditions_tasks_and_times_in_words(site: Path) -> None:
    """What stands in codes in the file is read by people."""
    words = text(site, "procedures/proc")
    for told in (
        "severity is serious",
        "the hour is night",
        "Call for help",
        "30 minutes",
        "is safe once this is done",
    ):
        assert told in words, told


def test_action_cards_are_printed_one_on_a_page_of_a5(site: Path, browser: Browser) -> None:
    """All of them, or the one that the procedure's page links to."""
    link = re.search(
        r'href="\.\./(action-cards\.html#card-proc)"', (site / "procedures/proc.html").read_text("utf-8")
    )
    assert link
    page = browser.new_page()
    for address, count in (("action-cards.html", 2), (link[1], 1)):
        page.goto(f"{site.as_uri()}/{address}")
        paper = page.pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)
        assert [(round(float(w)), round(float(h))) for w, h in boxes] == [(420, 595)] * count
    page.close()


def test_stress_is_drawn_where_a_page_asks_for_it(site: Path) -> None:
    """Bars, a table with the same figures, and the smallest case of each gap."""
    words = text(site, "own")
    assert "cases reach safety" in words
    assert "By hour" in words
    assert "The smallest case of each gap" in words
    others = [path for path in site.rglob("*.html") if "pk-bars" in path.read_text("utf-8")]
    assert [path.name for path in others] == ["own.html"]


def test_cards_of_the_example_fit_a_page_each(fjordvik: Path, browser: Browser) -> None:
    """As many pages as procedures, however long they are."""
    page = browser.new_page()
    page.goto((fjordvik / "action-cards.html").as_uri())
    paper = page.pdf(prefer_css_page_size=True)
    cards = page.locator(".pk-action-card").count()
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == cards > 5
    page.close()
