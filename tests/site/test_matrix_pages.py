"""The matrix in a browser: of full size, by keyboard, on a phone, listened to, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.building import build
from tests.site.waiting import until

TASKS, AGENCIES = 45, 30


def _large_plan() -> str:
    """A plan with 45 tasks in three phases and 30 agencies, two municipalities, and a cell in every third place."""
    phases = ("avert", "protect", "treat")
    agencies = "\n".join(f"- {{id: a{n}, name: Agency number {n}}}" for n in range(AGENCIES))
    tasks = "\n".join(
        f"- {{id: t{n}, title: Task number {n}, phase: {phases[n // 15]}}}" for n in range(TASKS)
    )
    cells = "\n".join(
        f"- {{task: t{t}, agency: a{a}, role: {'RASCI'[(t + a) % 5]}, basis: {'law' if a % 2 else 'plan'}}}"
        for t in range(TASKS)
        for a in range(AGENCIES)
        if (t + a) % 3 == 0
    )
    return (
        "plan: {id: p, title: Plan, language: en, period: 2027-2030, empty: {guide: not-applicable}}\n"
        "participants: [{id: north, name: North}, {id: south, name: South}]\n"
        f"agencies:\n{agencies}\ntasks:\n{tasks}\nresponsibilities:\n{cells}\n"
        "- {task: t0, agency: a1, role: R, applies_to: north, valid_from: 2020, valid_to: 2021}\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the large plan."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "plan.yaml").write_text(_large_plan(), encoding="utf-8")
    (folder / "own.md").write_text("# Own\n\n```{plan:task} t0\n```\n", encoding="utf-8")
    out = folder / "site"
    assert build(folder, out, remember=False).warnings == ()
    return out


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_heads_of_large_matrix_stay_in_sight(site: Path, tab: Page) -> None:
    """Scrolled to its last corner, the region still shows the agencies above and the tasks at the left."""
    tab.goto((site / "matrix.html").as_uri())
    region = tab.locator(".pk-scroll-both").first
    region.evaluate("one => one.scrollTo(one.scrollWidth, one.scrollHeight)")
    assert region.evaluate("one => one.scrollLeft > 0")
    box = region.bounding_box()
    head = region.locator("thead th").last.bounding_box()
    task = region.locator("tbody th").last.bounding_box()
    assert box is not None
    assert head is not None
    assert task is not None
    assert abs(head["y"] - box["y"]) < 40
    assert abs(task["x"] - box["x"]) < 5


def test_matrix_is_scrolled_and_skipped_by_keyboard(site: Path, tab: Page) -> None:
    """Tab reaches a way past the table, then the table itself, which the arrow keys move."""
    tab.goto((site / "matrix.html").as_uri())
    tab.locator(".pk-skip").first.focus()
    assert tab.locator(".pk-skip").first.is_visible()
    tab.keyboard.press("Tab")
    assert "pk-scroll-both" in str(tab.evaluate("document.activeElement.className"))
    for _ in range(3):
        tab.keyboard.press("ArrowRight")
    until(tab, "document.querySelector('.pk-scroll-both').scrollLeft > 0")
    tab.locator(".pk-skip").first.focus()
    tab.keyboard.press("Enter")
    assert str(tab.evaluate("location.hash")).startswith("#after-phase-")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.pk-scroll-both') === null")


def test_cell_says_its_whole_sentence(site: Path, tab: Page) -> None:
    """Agency, what it is to the task, on what ground, when and where it holds, and the task."""
    tab.goto((site / "matrix.html").as_uri())
    row = tab.locator("tr", has=tab.locator("th#task-t0"))
    said = row.locator("td.pk-cell .pk-say").all_text_contents()
    assert said[0] == "Agency number 0 is responsible for doing it (plan): Task number 0"
    assert said[1] == "Agency number 1 is responsible for doing it (North; 2020–2021): Task number 0"
    marks = row.locator("td.pk-cell .pk-mark").all_text_contents()
    assert marks[:2] == ["R", "(R*)"]


def test_link_to_a_task_leads_to_it_on_every_screen(site: Path, browser: Browser) -> None:
    """The place that an address names is in sight, on a phone too."""
    for width in (1280, 375):
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
        page = context.new_page()
        page.goto((site / "matrix.html").as_uri() + "#task-t40")
        assert page.locator("#task-t40").is_visible()
        until(
            page,
            "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)"
            "(document.getElementById('task-t40').getBoundingClientRect())",
            seconds=5,
        )
        context.close()


def test_matrix_on_paper_is_a3_with_a_page_for_each_phase(site: Path, tab: Page) -> None:
    """Landscape, and no fewer pages than phases; each phase begins one."""
    tab.goto((site / "matrix.html").as_uri())
    paper = tab.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)
    assert {(round(float(w) / 10), round(float(h) / 10)) for w, h in boxes} == {(119, 84)}
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) >= 3
    tab.emulate_media(media="print")
    breaks = tab.eval_on_selector_all(
        ".pk-phase", "ones => ones.map(one => getComputedStyle(one).breakBefore)"
    )
    assert breaks == ["auto", "page", "page"]
    heads = tab.eval_on_selector_all(
        ".pk-phase thead", "ones => ones.map(one => getComputedStyle(one).display)"
    )
    assert set(heads) == {"table-header-group"}


def test_pages_of_gaps_load_and_differences_hold_what_there_is(site: Path) -> None:
    """Each has a page of its own under the matrix."""
    load = (site / "matrix-load.html").read_text(encoding="utf-8")
    assert load.count('<th scope="row">') == AGENCIES
    differ = (site / "matrix-differences.html").read_text(encoding="utf-8")
    assert "Agency number 1<" in differ
    assert "Agency number 2<" not in differ
    gaps = (site / "matrix-gaps.html").read_text(encoding="utf-8")
    assert "leaves nothing open" in gaps


def test_piece_of_one_task_tells_who_is_what_to_it(site: Path) -> None:
    """Each agency with its letter and its ground."""
    own = (site / "own.html").read_text(encoding="utf-8")
    assert own.count('class="pk-letter"') == 11
    assert "2020–2021" in own
