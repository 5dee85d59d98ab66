"""The deck in a browser: by keyboard, offline, readable without scripts, for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.building import tree
from tests.site.judging import VIEWS, Judge
from tests.site.vnu import check_html
from tests.site.waiting import until
from tests.teaching.kits import small_kit

from plankit.sphinx.slides import write_slides
from plankit.teaching.deck import deck
from plankit.teaching.kit import Kit

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> `a`_ |b| [c](javascript:alert(3)) {{ d }}"
LANGUAGES = ("en", "nb", "nn", "sv")


def hostile_kit() -> Kit:
    """The small kit with long titles and texts that try to become markup."""
    kit = small_kit("en", "all", 90)
    case = replace(kit.cases[0], title=HOSTILE, story=f"{HOSTILE} " * 25, questions=(HOSTILE,) * 12)
    asked = tuple(replace(one, text=f"{HOSTILE} " * 5) for one in kit.questions)
    return replace(kit, cases=(case,), questions=asked)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Decks, each in the folder of its language, and one whose words are hostile."""
    made = tmp_path_factory.mktemp("slides")
    for language in LANGUAGES:
        write_slides(small_kit(language, "all", 90), made / language)
    write_slides(hostile_kit(), made / "hostile")
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab the size of a projector."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


def opened(page: Page, folder: Path) -> list[str]:
    """The deck opened from its folder and ready; afterwards the list grows with what goes wrong or is asked for elsewhere."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text))
    page.on("request", lambda one: wrong.append(one.url) if not one.url.startswith("file:") else None)
    page.goto(f"{(folder / 'slides' / 'index.html').as_uri()}")
    until(page, "window.Reveal && Reveal.isReady()")
    return wrong


def current(page: Page) -> str:
    """Id of the slide that is shown."""
    return str(page.evaluate("Reveal.getCurrentSlide().id"))


def fits(page: Page) -> bool:
    """Whether the slide that is shown is neither higher nor wider than the wall."""
    size = page.evaluate("(one => [one.scrollWidth, one.scrollHeight])(Reveal.getCurrentSlide())")
    return bool(size[0] <= 1280 and size[1] <= 720)


def test_arrow_key_leads_through_every_slide(folder: Path, page: Page) -> None:
    """Right arrow shows each slide of the deck in order; none is higher or wider than the wall; nothing else is loaded."""
    wrong = opened(page, folder / "nb")
    slides = deck(small_kit("nb", "all", 90)).slides
    for slide in slides:
        assert current(page) == slide.id
        assert fits(page), slide.id
        assert page.locator(f"#{slide.id} :is(h1, h2, h3)").is_visible()
        page.keyboard.press("ArrowRight")
    assert current(page) == slides[-1].id
    page.keyboard.press("ArrowLeft")
    assert current(page) == slides[-2].id
    assert wrong == []


def test_branching_case_is_played_by_keyboard(folder: Path, page: Page) -> None:
    """A choice leads to what the plan says of it; a wrong one leads back, the plan's one on to what follows."""
    opened(page, folder / "en")
    point = next(slide for slide in deck(small_kit("en", "all", 90)).slides if slide.kind == "point")
    page.evaluate(f"location.hash = '#{point.id}'")
    until(page, f"Reveal.getCurrentSlide().id === '{point.id}'")
    for words, arrives in (("Wait", f"{point.id}-told"), ("Choose again", point.id)):
        page.locator(f"#{current(page)} a", has_text=words).focus()
        page.keyboard.press("Enter")
        until(page, f"Reveal.getCurrentSlide().id === '{arrives}'")
    page.keyboard.press("ArrowRight")
    page.locator(f"#{current(page)} a", has_text="Go on from here").focus()
    page.keyboard.press("Enter")
    until(page, f"Reveal.getCurrentSlide().id === '{point.id.removesuffix('1')}2'")


def test_notes_follow_in_a_window_of_their_own(folder: Path, page: Page) -> None:
    """S opens the notes; they show the slide's own, and their arrow keys turn the slides."""
    opened(page, folder / "en")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    notes = popup.value
    notes.wait_for_selector("#notes-welcome[aria-current]")
    notes.keyboard.press("ArrowRight")
    notes.wait_for_selector("#notes-welcome-before[aria-current]")
    assert current(page) == "welcome-before"


def test_nothing_is_kept_in_the_browser(folder: Path, page: Page) -> None:
    """A deck that was shown leaves no storage, no cookie and no more than one place in the history."""
    opened(page, folder / "en")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.length]") == [
        0,
        0,
        "",
        2,
    ]


def test_deck_is_a_readable_page_without_scripts(folder: Path, browser: Browser) -> None:
    """Every slide stands on the page one below the other, the notes not among them."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto((folder / "en" / "slides" / "index.html").as_uri())
    slides = deck(small_kit("en", "all", 90)).slides
    heads = plain.locator("section[data-kind] > :is(h1, h2, h3)")
    assert heads.all_inner_texts() == [slide.title for slide in slides]
    assert all(one.is_visible() for one in heads.all())
    assert not plain.locator("aside.notes").first.is_visible()
    context.close()


@pytest.mark.parametrize("name", ["index.html", "notes.html"])
def test_page_is_for_everybody(folder: Path, browser: Browser, name: str) -> None:
    """axe-core finds nothing on the page to read, nor on its notes; it may be enlarged as far as one likes."""
    judge = Judge(browser, folder / "nb" / "slides")
    judge.put(folder / "nb" / "slides" / name)
    assert judge.violations(VIEWS[0], frame=True) == []
    judge.close()


def test_deck_is_for_everybody(folder: Path, browser: Browser) -> None:
    """axe-core finds nothing on slides of each kind while they are shown."""
    judge = Judge(browser, folder / "nb" / "slides")
    tab = judge.opened("index.html")
    until(tab, "window.Reveal && Reveal.isReady()")
    slides = {slide.kind: slide.id for slide in deck(small_kit("nb", "all", 90)).slides}
    for name in slides.values():
        tab.evaluate(f"location.hash = '#{name}'")
        until(tab, f"Reveal.getCurrentSlide().id === '{name}'")
        assert judge.violations(VIEWS[0], frame=True) == [], name
    judge.close()


def test_words_of_a_plan_never_become_markup(folder: Path, page: Page) -> None:
    """Titles and texts that look like programs, markup or links are shown as they are."""
    wrong = opened(page, folder / "hostile")
    text = (folder / "hostile" / "slides" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert "<img" not in text
    assert 'href="javascript' not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    for slide in deck(hostile_kit()).slides:
        assert fits(page), slide.id
        page.keyboard.press("ArrowRight")
    assert wrong == []


def test_pages_are_valid_html(folder: Path) -> None:
    """The checker of HTML has nothing against them, also where titles look like markup."""
    assert check_html(folder) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_head_tells_the_browser_what_it_must_know(folder: Path, language: str) -> None:
    """Language, policy, no referrer, no search engine, a title without the theme, and enlarging allowed."""
    for name in ("index.html", "notes.html"):
        head = (folder / language / "slides" / name).read_text(encoding="utf-8").partition("</head>")[0]
        assert f'<html lang="{language}"' in head
        assert "Content-Security-Policy" in head
        assert "default-src 'none'" in head
        assert '<meta name="referrer" content="no-referrer">' in head
        assert '<meta name="robots" content="noindex">' in head
        assert "user-scalable" not in head
        assert "heat" not in head.casefold()


def test_folder_holds_what_a_deck_needs_and_nothing_else(folder: Path) -> None:
    """No memory of the build, no themes, types or plugins of reveal.js; its licence lies beside it."""
    assert set(tree(folder / "en")) == {
        "slides/index.html",
        "slides/notes.html",
        *(
            f"slides/static/{name}"
            for name in (
                "notes.js",
                "reveal-licence.txt",
                "reveal.css",
                "reveal.js",
                "slides.css",
                "slides.js",
            )
        ),
    }


def test_same_kit_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """A second build, after others in other languages, differs in nothing."""
    write_slides(small_kit("en", "all", 90), tmp_path)
    assert tree(tmp_path) == tree(folder / "en")
