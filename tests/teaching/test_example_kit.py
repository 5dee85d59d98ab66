"""The site of the example plan's own kit: played by keyboard, and judged by axe, as teachers get it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.judging import VIEWS, Judge
from tests.teaching.playing import Player, choose
from tests.teaching.test_programme import example_kit

from plankit.language import translate
from plankit.teaching.exercise import BranchingCase, Question
from plankit.teaching.kit import Kit
from plankit.teaching_site.site import write_site


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The kit of the example plan, for everybody."""
    return example_kit("all")


@pytest.fixture(scope="module")
def site(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    folder = tmp_path_factory.mktemp("example-kit")
    write_site(kit, folder)
    return folder / "site"


@pytest.fixture(scope="module")
def player(browser: Browser, site: Path) -> Iterator[Player]:
    """Somebody without a mouse."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 900, "height": 900})
    page: Page = context.new_page()
    player = Player(page, site, most=4000)
    page.on("request", lambda request: player.asked.append(request.url))
    yield player
    context.close()


def _each_kind(kit: Kit) -> list[Question]:
    """The first question of every kind on every page of questions."""
    found: dict[tuple[str, str], Question] = {}
    for one in kit.questions:
        found.setdefault((one.exercise, one.kind), one)
    return list(found.values())


def _answer(player: Player, one: Question) -> None:
    """Give the right answer to a question, by keyboard."""
    here = f"#{one.id}"
    if one.kind in ("one", "true-false"):
        player.reach(f"{here} input")
        place = next(number for number, choice in enumerate(one.choices) if choice.right)
        player.press("Space", *["ArrowDown"] * place)
    elif one.kind == "several":
        for number, choice in enumerate(one.choices):
            if choice.right:
                player.reach(f"{here} input[value='{number}']")
                player.press("Space")
    elif one.kind == "gap":
        player.reach(f"{here} select")
        player.option(next(choice.text for choice in one.choices if choice.right))
    elif one.kind == "match":
        for left, right in one.pairs:
            player.reach(f"{here} select[aria-label={json.dumps(left, ensure_ascii=False)}]")
            player.option(right)
    elif one.kind == "order":
        for number, step in enumerate(one.steps, start=1):
            label = json.dumps(step, ensure_ascii=False)
            player.reach(f"{here} select[aria-label$={label}]", back=number > 1)
            player.press("Home")
            player.option(str(number))
    else:
        player.reach(f"{here} input")
        player.page.keyboard.type(one.answers[0])


def test_example_quizzes_of_each_kind_are_answered_right_by_keyboard(kit: Kit, player: Player) -> None:
    """Whoever gives the answer that the plan gives is told that it is right, and nothing is left behind."""
    asked = _each_kind(kit)
    assert {one.exercise for one in asked} == {"responsible", "order", "duty", "help"}
    assert len({one.kind for one in asked}) >= 6
    for one in asked:
        name = f"questions/{one.exercise}.html"
        player.open(name)
        _answer(player, one)
        verdict = player.check(one.id)
        assert verdict.startswith(translate("Right.", "nb")), (one.id, verdict)
        player.left_nothing(name)


def _right_way(case: BranchingCase) -> list[str]:
    """The turns that the plan says, from the first point on."""
    points = {one.id: one for one in case.points}
    at: str | None = case.start
    words = []
    while at is not None and points[at].turns:
        turn = next(one for one in points[at].turns if one.follows_plan)
        words.append(turn.text)
        at = turn.leads
    return words


def test_example_branching_case_is_played_to_its_end_by_keyboard(
    kit: Kit, player: Player, site: Path
) -> None:
    """Every way that the plan tells is taken, each is told to be right, and at the end all of them are counted."""
    case = max(kit.branching, key=lambda one: len(_right_way(one)))
    words = _right_way(case)
    assert len(words) >= 3
    name = next(
        path.relative_to(site).as_posix()
        for path in sorted((site / "steps").iterdir())
        if case.title in path.read_text(encoding="utf-8")
    )
    player.open(name)
    for turn in words:
        choose(player, turn)
        result = player.page.locator(".t-result:visible")
        assert translate("This is what the plan says.", "nb") in result.inner_text()
        player.reach(".t-result:not([hidden]) button")
        player.press("Enter")
    ends = player.page.locator(".t-end:visible")
    if ends.count() == 0:
        player.reach(".t-point:not([hidden]) > p > button")
        player.press("Enter")
    told = translate("{right} of {count} choices were as the plan says.", "nb")
    assert told.format(right=len(words), count=len(words)) in ends.inner_text()
    player.left_nothing(name)


def test_example_kit_pages_of_each_kind_can_be_used_by_everyone(browser: Browser, site: Path) -> None:
    """axe-core finds nothing on a page of each kind, narrow and dark, with everything open, and nothing is cut off."""
    kinds = [path for path in sorted(site.rglob("*.html")) if path.parent.name not in ("cases", "steps")]
    kinds += [sorted((site / name).iterdir())[0] for name in ("cases", "steps")]
    judge = Judge(browser, site)
    found = {}
    for path in kinds:
        tab = judge.opened(path.relative_to(site).as_posix())
        for one in tab.locator("main details").all():
            one.evaluate("(one) => { one.hidden = false; one.open = true; }")
        judge.look(VIEWS[-1])
        tab.evaluate("scrollTo(0, 0)")
        lines = judge.violations(VIEWS[-1])
        if not tab.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            lines = [*lines, "cut off sideways"]
        if lines:
            found[path.name] = lines
    judge.close()
    assert found == {}
