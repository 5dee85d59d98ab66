"""The site of a kit in a real browser: answered and played by keyboard alone, readable without scripts, keeping nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.judging import VIEWS, Judge
from tests.site.waiting import until
from tests.teaching.kits import small_kit, small_questions
from tests.teaching.playing import Player, choose

from plankit.teaching_site.site import write_site

KINDS = (
    "index.html",
    "objectives.html",
    "questions/responsible.html",
    "questions/order.html",
    "questions/duty.html",
    "questions/help.html",
    "cases.html",
    "cases/hot-day.html",
    "steps/branch-hot-day.html",
    "dilemmas.html",
    "table-top.html",
    "gap-hunt.html",
    "whole-day.html",
    "trainers.html",
    "lead.html",
    "lead/answers.html",
    "lead/keys.html",
)
"""A page of each kind."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The written site, in English."""
    folder = tmp_path_factory.mktemp("kit")
    write_site(small_kit(), folder)
    return folder / "site"


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 900, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def player(tab: Page, site: Path) -> Iterator[Player]:
    """Somebody without a mouse."""
    player = Player(tab, site)

    def note(request: object) -> None:
        player.asked.append(str(getattr(request, "url", "")))

    tab.on("request", note)
    yield player
    tab.remove_listener("request", note)


def test_answers_are_hidden_until_somebody_answers(player: Player) -> None:
    """No answer can be seen before, and a check without an answer gives none away."""
    for name in ("responsible", "order", "duty", "help"):
        player.open(f"questions/{name}.html")
        for one in small_questions():
            if one.exercise == name:
                assert player.answer_is_open(one.id) is None
    assert player.check("q-several") == "Answer first."
    assert player.answer_is_open("q-several") is None


def test_one_of_several_is_answered_wrong_then_right(player: Player) -> None:
    """Radio buttons go by arrows; a wrong answer says why and leaves the right one to be found."""
    player.open("questions/responsible.html")
    player.reach("#q-one input")
    player.press("Space")
    told = player.check("q-one")
    assert told == "Not right yet. Try again, or look at the answer. The school gives shade."
    assert player.answer_is_open("q-one") is False
    player.reach("#q-one input", back=True)
    player.press("ArrowDown")
    assert player.page.locator("#q-one .t-verdict").inner_text() == ""
    assert player.check("q-one") == "Right. The weather service warns everybody."
    assert player.answer_is_open("q-one") is True
    assert player.page.locator(".t-tally").inner_text() == "1 of 2 answered. 0 right the first time."
    player.left_nothing("questions/responsible.html")


def test_sides_are_matched_wrong_then_right(player: Player) -> None:
    """Each left side has a list; how many stand right is said."""
    player.open("questions/responsible.html")
    for name, side in (
        ("The school", "Shade"),
        ("The weather service", "Advice"),
        ("The heat line", "Warning"),
    ):
        player.reach(f"#q-match select[aria-label='{name}']")
        player.option(side)
    assert player.check("q-match").endswith("1 of 3 stand right.")
    for name, side in (("The weather service", "Warning"), ("The heat line", "Advice")):
        player.reach(f"#q-match select[aria-label='{name}']", back=name == "The weather service")
        player.press("Home")
        player.option(side)
    assert player.check("q-match") == "Right."


def test_several_are_answered_wrong_then_right(player: Player) -> None:
    """Only exactly the right ones are right: too few are not."""
    player.open("questions/help.html")
    player.reach("#q-several input[value='0']")
    player.press("Space")
    assert player.check("q-several").startswith("Not right yet.")
    player.reach("#q-several input[value='2']", back=True)
    player.press("Space")
    assert player.check("q-several") == "Right. It is open around the clock."
    player.left_nothing("questions/help.html")


def test_statement_is_judged_wrong_then_right(player: Player) -> None:
    """True or false, with the provision as feedback."""
    player.open("questions/duty.html")
    player.reach("#q-true-false input")
    player.press("ArrowDown")
    assert player.check("q-true-false").endswith("§ 1 says that it has to.")
    player.reach("#q-true-false input", back=True)
    player.press("ArrowUp")
    assert player.check("q-true-false") == "Right. § 1 says so."


def test_steps_are_put_in_order_by_buttons_and_by_number(player: Player) -> None:
    """The focus stays on what was moved, and where it is now is said."""
    player.open("questions/order.html")
    assert player.check("q-order").endswith("0 of 3 stand right.")
    player.reach("#q-order button[aria-label='Move down: Help']", back=True)
    player.press("Enter")
    assert player.page.locator("#q-order p.pk-hidden").inner_text() == "Help is now number 2 of 3."
    focused = "document.activeElement.getAttribute('aria-label')"
    assert player.page.evaluate(focused) == "Move down: Help"
    player.reach("#q-order select[aria-label='Place of: Help']", back=True)
    player.press("ArrowDown")
    assert player.page.evaluate(focused) == "Place of: Help"
    assert player.page.locator("#q-order .t-step").all_inner_texts() == ["Look", "Tell", "Help"]
    assert player.check("q-order") == "Right."
    assert player.page.locator(".t-tally").inner_text() == "1 of 1 answered. 0 right the first time."
    player.left_nothing("questions/order.html")


@pytest.mark.parametrize(
    ("page", "question", "wrong", "right"),
    [
        ("help", "q-text", "the storm line", "  THE heat  line. "),
        ("duty", "q-number", "20", "2,0 hours"),
    ],
)
def test_written_answer_is_judged_by_what_it_says(
    player: Player, page: str, question: str, wrong: str, right: str
) -> None:
    """Capitals, spaces, a full stop, a comma for a point and the unit do not make an answer wrong."""
    player.open(f"questions/{page}.html")
    player.reach(f"#{question} input")
    player.page.keyboard.type(wrong)
    player.press("Enter")
    told = player.page.locator(f"#{question} .t-verdict")
    assert told.inner_text().startswith("Not right yet.")
    player.press("Control+a")
    player.page.keyboard.type(right)
    player.press("Enter")
    assert told.inner_text() == "Right."
    player.left_nothing(f"questions/{page}.html")


def test_missing_word_is_chosen_inside_the_sentence(player: Player) -> None:
    """The list stands where the word goes."""
    player.open("questions/duty.html")
    player.reach("#q-gap select")
    player.option("may")
    assert player.check("q-gap").endswith("It is no choice.")
    player.reach("#q-gap select", back=True)
    player.press("Home")
    player.option("must")
    assert player.check("q-gap") == "Right."
    assert player.page.locator("#q-gap .t-text").inner_text().startswith("The school")


def test_branching_case_is_played_to_its_end(player: Player) -> None:
    """A wrong way leads back, the right ones to the end, where the way and what the plan leaves open are told."""
    player.open("steps/branch-hot-day.html")
    point, result = player.page.locator(".t-point:visible"), player.page.locator(".t-result:visible")
    assert point.count() == 1
    choose(player, "Wait")
    assert "The plan says something else here." in result.inner_text()
    assert player.page.evaluate("document.activeElement.className") == "t-result"
    player.reach(".t-result:not([hidden]) button")
    player.press("Enter")
    assert point.locator("h2").inner_text() == "Point 1: Friday 12:00"
    for words in ("Call the heat line", "Give shade"):
        choose(player, words)
        assert "This is what the plan says." in result.inner_text()
        assert "Decided by:" in result.inner_text()
        player.reach(".t-result:not([hidden]) button")
        player.press("Enter")
        assert player.page.evaluate("document.activeElement.tagName") == "H2"
    assert point.inner_text().startswith("Point 3: Friday 13:00")
    player.reach(".t-point:not([hidden]) > p > button")
    player.press("Enter")
    end = player.page.locator(".t-end:visible")
    assert "2 of 3 choices were as the plan says." in end.inner_text()
    assert "The plan does not say who calls the parents." in end.inner_text()
    assert end.locator(".t-trail li").count() == 3
    player.left_nothing("steps/branch-hot-day.html")
    player.reach(".t-end button")
    player.press("Enter")
    assert point.locator("h2").inner_text() == "Point 1: Friday 12:00"
    assert player.page.locator(".t-trail li").count() == 0


def test_page_that_is_opened_again_holds_no_answer(player: Player) -> None:
    """Neither a reload nor Back brings back what somebody answered."""
    player.open("questions/responsible.html")
    player.reach("#q-one input")
    player.press("Space")
    player.check("q-one")
    player.page.reload()
    assert player.page.locator("input:checked").count() == 0
    player.page.locator("#q-one input").first.check()
    player.page.goto(f"{player.site.as_uri()}/dilemmas.html")
    player.page.go_back()
    until(player.page, "document.querySelector('.t-verdict') && !document.querySelector('input:checked')")
    assert player.answer_is_open("q-one") is None


def test_without_scripts_everything_can_be_read(browser: Browser, site: Path) -> None:
    """Questions stand with their alternatives and an answer to open; a case is leafed through like a game book."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for one in sorted(small_questions(), key=lambda one: one.exercise):
        address = f"{site.as_uri()}/questions/{one.exercise}.html"
        if page.url != address:
            page.goto(address)
        question = page.locator(f"#{one.id}")
        for words in (*(choice.text for choice in one.choices), *one.steps):
            assert question.locator(".t-given").get_by_text(words, exact=True).is_visible()
        assert question.locator("input, select, button").count() == 0
        question.locator("summary").click()
        right = [choice.text for choice in one.choices if choice.right] or list(one.steps) or [one.feedback]
        assert all(words in question.locator("details").inner_text() for words in right)
    page.goto(f"{site.as_uri()}/steps/branch-hot-day.html")
    assert page.locator(".t-point:visible").count() == 3
    page.locator("#point-1 summary").nth(1).click()
    assert "This is what the plan says." in page.locator("#point-1").inner_text()
    page.locator("#point-1 details[open] a", has_text="Go to point 2").click()
    assert page.url.endswith("#point-2")
    context.close()


@pytest.fixture(scope="module")
def judge(browser: Browser, site: Path) -> Iterator[Judge]:
    """A tab of a real browser with axe-core in it."""
    judge = Judge(browser, site)
    yield judge
    judge.close()


@pytest.mark.parametrize("name", KINDS)
def test_pages_can_be_used_by_everyone(judge: Judge, name: str) -> None:
    """axe-core finds nothing: wide and light, narrow and dark, with answers given, and nothing is cut off sideways."""
    tab = judge.opened(name)
    for button in tab.locator("main button[type=submit]").all():
        button.click()
    for turn in tab.locator(".t-turns button:visible").all()[:1]:
        turn.click()
    for one in tab.locator("main details").all():
        one.evaluate("(one) => { one.hidden = false; one.open = true; }")
    found = {}
    for view in (VIEWS[0], VIEWS[-1]):
        judge.look(view)
        # Else the way out, which stays in view, lies over whatever has just left it.
        tab.evaluate("scrollTo(0, 0)")
        found[view] = judge.violations(view)
    assert {view: lines for view, lines in found.items() if lines} == {}
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
