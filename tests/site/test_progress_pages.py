"""The pages on how it goes and on what is due, and the calendars beside the site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser
from tests.site.building import tree

import plankit
from plankit.html.page import Page, Site
from plankit.html.pieces import draw
from plankit.outputs import OutputMissing, Request, Result, find_output
from plankit.sphinx import calendars
from plankit.views.reading import Reading

DAY = date(2027, 2, 10)
PLAN = """\
plan:
  id: p
  title: Trygg mot vold
  language: en
  period: 2026-2029
  stage: in-force
  process_owner: Coordinator
  guide: {id: no-vold, edition: "2022"}
participants: [{id: k, name: Vik}]
areas: [{id: x, number: "1", name: First}]
agencies: [{id: school, name: The school}, {id: krisesenter, name: Krisesenteret}, {id: idle, name: Idle}]
measures:
- {id: m1, number: "1.1", title: One <b>, areas: [x], responsible: school, deadline: 2027-03-01}
- {id: m2, number: "1.2", title: Two, areas: [x], responsible: krisesenter, deadline: 2026-11-01}
- {id: m3, title: Three, responsible: school, status: done}
progress:
- measure: m1
  date: 2026-12-01
  reported_by: Head teacher
  status: ongoing
  result: Half the classes
  obstacles: No time
  outcome: continue
  next_step: The rest in spring
"""


def _plan(folder: Path, text: str = PLAN) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return folder


def _drawn(folder: Path, piece: str, text: str = PLAN, today: date = DAY) -> str:
    """A piece of the plan as HTML, without a site around it."""
    loaded = plankit.load(_plan(folder, text), rules=())
    assert loaded.plan is not None
    return draw(Page(Site(Reading(loaded.plan, loaded.guide, "en"), today=today), piece), piece, {})


def _words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_progress_before_the_first_period_says_so(tmp_path: Path) -> None:
    """Nothing is missing before anything is due."""
    assert (
        _words(_drawn(tmp_path, "progress", today=date(2025, 12, 31)))
        == "No period of reporting has begun yet."
    )


def test_progress_counts_what_nobody_reported_and_calls_nothing_fine(tmp_path: Path) -> None:
    """The plan says that a measure is done, and nobody reported it: it counts as not reported."""
    text = _words(_drawn(tmp_path, "progress"))
    assert "2 of 3 measures have no report for 2026." in text
    assert "3 of 3 measures have no report for 2027 yet. The period ends 31 December 2027." in text
    assert "%" not in text.replace("percent", "")


def test_progress_row_has_status_role_and_all_that_was_reported(tmp_path: Path) -> None:
    """Sign, word and colour class of the status; date and role; result, obstacle, outcome and next step."""
    markup = _drawn(tmp_path, "progress")
    row = next(one for one in re.findall(r"<tr>.*?</tr>", markup, re.DOTALL) if "Half the classes" in one)
    assert '<span class="pk-status pk-status-ongoing"><span aria-hidden="true">◐</span> ongoing</span>' in row
    assert _words(row).endswith(
        "2026-12-01, Head teacher Result Half the classes Obstacles No time Outcome continue"
        " Next step The rest in spring"
    )
    missing = next(
        one for one in re.findall(r"<tr>.*?</tr>", markup, re.DOTALL) if "Two" in one and "?" in one
    )
    assert (
        '<span class="pk-status pk-status-not-reported"><span aria-hidden="true">?</span> not reported'
        in missing
    )


def test_progress_picture_has_a_cell_for_each_measure_and_period_and_says_them_in_words(
    tmp_path: Path,
) -> None:
    """A sign in each cell that needs no colour; title and description hold the counts; words of the plan are no markup."""
    drawings = re.findall(r"<svg.*?</svg>", _drawn(tmp_path, "progress"), re.DOTALL)
    assert len(drawings) == 2
    first = drawings[0]
    assert first.count('class="pk-strip-cell') == 4
    assert "<title" in first
    assert "2026: 1 ongoing, 1 not reported" in _words(first)
    assert first.count(">?</text>") == 1
    assert "<b>" not in "".join(drawings)


def test_progress_by_agency_names_who_owes_a_report(tmp_path: Path) -> None:
    """Each agency has the number that was reported, and links to what is missing."""
    text = _words(_drawn(tmp_path, "progress"))
    assert (
        "Reports for 2026 Agency Reported Ended earlier No report The school 1 0 Three Krisesenteret 0 0 1.2 Two"
        in text
    )


def test_due_page_tells_its_day_and_groups_what_is_past_soon_and_later(tmp_path: Path) -> None:
    """A static page cannot grow old by itself, and says so."""
    markup = _drawn(tmp_path, "due")
    text = _words(markup)
    assert text.startswith("Made on 10 February 2027. What becomes late after that day does not show here")
    headings = re.findall(r'<h2 id="(due-\w+)"', markup)
    assert headings == ["due-past", "due-soon", "due-later"]
    past = text[text.index("Past its day") : text.index("In the next three months")]
    assert "1 November 2026 (2026-11-01) Carry out 1.2 Two Krisesenteret" in past
    assert "31 December 2026 (2026) Report on 1.2 Two Krisesenteret" in past
    assert "1 March 2027 (2027-03-01) Carry out 1.1 One &lt;b&gt; The school" in text


def test_due_page_of_a_plan_that_promises_nothing_says_so(tmp_path: Path) -> None:
    """Nothing is made up."""
    text = "plan: {id: p, title: P, language: en}\nwaivers: []\n"
    assert "Nothing in the plan is promised for a day." in _words(_drawn(tmp_path, "due", text))


def _build(folder: Path, out: Path, today: date = DAY, language: str | None = None) -> Result:
    loaded = plankit.load(folder, today=today)
    return find_output("html")(
        Request(folder=folder, loaded=loaded, out=out, remember=False, today=today, language=language)
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the plan."""
    folder = tmp_path_factory.mktemp("due")
    result = _build(_plan(folder / "plan"), folder / "site")
    assert result.warnings == ()
    return folder / "site"


def test_calendars_lie_beside_the_site_under_names_that_do_not_tell_the_theme(built: Path) -> None:
    """One of everything and one for each agency that has something to do; each is read by a real reader."""
    names = [path.relative_to(built).as_posix() for path in sorted(built.rglob("*.ics"))]
    assert len(names) == 3
    assert "due.ics" in names
    assert "calendars/school.ics" in names
    assert not any("krisesent" in name for name in names)
    everything: Any = Calendar.from_ical((built / "due.ics").read_bytes())
    assert {str(one["summary"]) for one in everything.walk("VTODO")} >= {
        "Carry out: 1.2 Two",
        "Renew: Trygg mot vold",
    }
    titles = [str(Calendar.from_ical((built / name).read_bytes())["x-wr-calname"]) for name in names]
    assert not any(re.search("vold|krisesent", title.casefold()) for title in titles)


def test_pages_link_to_calendars_that_are_there(built: Path) -> None:
    """From the page of what is due, and from each agency's own page, in whatever folder it lies."""
    pages = {path: path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
    linking = {path: re.findall(r'class="pk-calendar" href="([^"]+)"', text) for path, text in pages.items()}
    found = {path.relative_to(built).as_posix(): links for path, links in linking.items() if links}
    assert len(found["due.html"]) == 3
    assert found["agencies/school.html"] == ["../calendars/school.ics"]
    assert "agencies/idle.html" not in found
    assert all((path.parent / link).is_file() for path, links in linking.items() for link in links)


def test_site_of_the_same_plan_and_day_has_the_same_bytes_and_loses_old_calendars(
    built: Path, tmp_path: Path
) -> None:
    """A second build to a place leaves no calendar of an agency that has nothing to do any more."""
    _build(_plan(tmp_path / "plan"), tmp_path / "site")
    assert tree(tmp_path / "site") == tree(built)
    _build(_plan(tmp_path / "plan", PLAN.replace("responsible: krisesenter, ", "")), tmp_path / "site")
    left = [path.name for path in sorted((tmp_path / "site" / "calendars").iterdir())]
    assert left == ["school.ics"]


def test_site_without_the_package_for_calendars_has_no_link_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page stays; nothing fails."""

    def missing(name: str) -> None:
        raise OutputMissing("icalendar")

    monkeypatch.setattr(calendars, "find_calendar_writer", missing)
    assert _build(_plan(tmp_path / "plan"), tmp_path / "site").warnings == ()
    assert list((tmp_path / "site").rglob("*.ics")) == []
    assert "pk-calendar" not in (tmp_path / "site" / "due.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [375, 1280])
def test_pages_fit_their_screen(built: Path, browser: Browser, width: int) -> None:
    """Only the pictures scroll sideways, by themselves."""
    for name in ("progress", "due"):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto((built / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
