"""Every kind of page, in four languages, light and dark, on wide screens and phones, with scripts and without.

The small plan has every chapter that a plan can have, so that each kind of page is judged in each language; the
example, whose pages are long, is judged once a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.judging import VIEWS, Judge, View
from tests.site.whole_plan import LANGUAGES, chapters, left_pieces, write_whole_plan

from plankit.html.pieces import BY_NAME, VIEW_PIECES
from plankit.loading import Loaded
from plankit.outputs import Request, find_output

Whole = Callable[[str], Path]
SCRIPTED = ("measures.html", "search.html")
"""Pages that scripts change once they are open."""
_OVERFLOW = "[document.scrollingElement.scrollWidth, innerWidth]"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Loaded, Path]]:
    """What was built so far, by language: the plan and the folder of its site."""
    return {}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, plans: dict[str, tuple[Loaded, Path]]) -> Whole:
    """The site of the whole plan in a language, built when it is first asked for."""

    def site(language: str) -> Path:
        if language not in plans:
            folder = tmp_path_factory.mktemp(f"whole-{language}")
            loaded = write_whole_plan(folder, language)
            request = Request(folder=folder / "plan", loaded=loaded, out=folder / "site", remember=False)
            assert find_output("html")(request).warnings == ()
            plans[language] = (loaded, folder / "site")
        return plans[language][1]

    return site


@pytest.fixture(scope="module")
def judge(browser: Browser, whole: Whole) -> Iterator[Callable[[str], Judge]]:
    """The tab in which the site of a language is judged."""
    judges: dict[str, Judge] = {}

    def of(language: str) -> Judge:
        if language not in judges:
            judges[language] = Judge(browser, whole(language))
        return judges[language]

    yield of
    for one in judges.values():
        one.close()


def pages(site: Path) -> list[Path]:
    """The pages of a site, the front page first."""
    return sorted(site.rglob("*.html"), key=lambda page: (page.name != "index.html", page))


def faults(judge: Judge, view: View) -> list[str]:
    """What axe-core finds on the pages of the site, without scripts, in one view."""
    found = []
    for page in pages(judge.site):
        judge.put(page)
        found += [f"{page.relative_to(judge.site)}: {one}" for one in judge.violations(view)]
    return found


def test_whole_plan_has_every_kind_of_page(whole: Whole, plans: dict[str, tuple[Loaded, Path]]) -> None:
    """Every piece stands on some page: as a chapter, on the front page, or on the page of those that are left."""
    site = whole("nb")
    loaded, _ = plans["nb"]
    made = chapters(loaded)
    drawn = {VIEW_PIECES.get(one.view, one.view) for one in made if one.view}
    left = set(left_pieces(loaded)) - {"front", "front-areas"}
    own = (site.parent / "plan" / "pieces.md").read_text(encoding="utf-8")
    assert drawn | {name for name in left if f"{{plan:{name}}}" in own} | {"front", "front-areas"} == set(
        BY_NAME
    )
    assert {one.name for one in made if not (site / f"{one.name}.html").is_file()} == set()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.width}-{view.scheme}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_in_every_language_and_view_is_accessible(
    judge: Callable[[str], Judge], language: str, view: View
) -> None:
    """Without scripts, axe-core finds nothing on any page that breaks WCAG 2.2 A or AA."""
    assert faults(judge(language), view) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_that_scripts_change_is_accessible_with_them(
    judge: Callable[[str], Judge], language: str
) -> None:
    """Filters that are shown, and results of a search, are judged too, in every view."""
    one = judge(language)
    found = []
    for name in SCRIPTED:
        tab = one.opened(name)
        if name == "search.html":
            tab.fill(".pk-search-form input", "heat")
            tab.keyboard.press("Enter")
            tab.wait_for_selector(".pk-hits li a")
        found += [f"{name}: {fault}" for view in VIEWS for fault in one.violations(view)]
    assert found == []


def test_contents_opened_on_a_phone_are_accessible(judge: Callable[[str], Judge]) -> None:
    """The contents that slide in can be used like the rest."""
    one = judge("nb")
    one.look(View(375, "light"))
    tab = one.opened("index.html")
    tab.locator("label.nav-overlay-icon").click()
    tab.locator("aside.sidebar-drawer nav a").first.wait_for(state="visible")
    assert one.violations(View(375, "light"), frame=True) == []


def test_scripts_change_only_the_pages_that_are_judged_with_them(browser: Browser, whole: Whole) -> None:
    """What was judged without scripts is what readers with scripts have, on every other page."""
    context = browser.new_context()
    tab = context.new_page()
    # Beside it lies what the exit tells screen readers; the pages judged with scripts have that too.
    markup = "document.querySelector('.page').outerHTML.replace(/\\s+/g, ' ')"
    plain = (
        "(html) => { const made = new DOMParser().parseFromString(html, 'text/html');"
        " for (const one of made.querySelectorAll('noscript')) one.textContent = one.innerHTML;"
        " return made.querySelector('.page').outerHTML.replace(/\\s+/g, ' '); }"
    )
    changed = set()
    for page in pages(whole("nb")):
        tab.goto(page.as_uri())
        if tab.evaluate(markup) != tab.evaluate(plain, page.read_text(encoding="utf-8")):
            changed.add(page.name)
    assert changed <= set(SCRIPTED)
    context.close()


def test_pages_of_the_example_are_accessible(browser: Browser, fjordvik: Path) -> None:
    """Long pages with real words, each in one of the views in turn."""
    one = Judge(browser, fjordvik)
    found = []
    kinds: dict[tuple[str, ...], int] = {}
    for page in pages(fjordvik):
        kind = page.relative_to(fjordvik).parts[:-1]
        # Pages beneath a chapter are alike: one of each, the rest differ in their words alone.
        kinds[kind] = kinds.get(kind, 0) + 1
        if kind and kinds[kind] > 1:
            continue
        one.put(page)
        view = VIEWS[(len(kinds) + kinds[kind]) % len(VIEWS)]
        found += [f"{page.relative_to(fjordvik)} {view}: {fault}" for fault in one.violations(view)]
    one.close()
    assert found == []


@pytest.fixture
def tab(judge: Callable[[str], Judge]) -> Page:
    """The tab of the plan in Bokmål, whose words are the longest."""
    return judge("nb").tab


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 450)], ids=["400-percent", "200-percent"])
def test_enlarged_page_is_read_without_scrolling_sideways(
    judge: Callable[[str], Judge], width: int, height: int
) -> None:
    """WCAG 1.4.4 and 1.4.10: a page enlarged twice or four times runs over nowhere, and its bars leave it in sight."""
    one = judge("nb")
    one.tab.emulate_media(color_scheme="light")
    one.tab.set_viewport_size({"width": width, "height": height})
    wrong = []
    for page in pages(one.site):
        tab = one.put(page)
        wide, inner = tab.evaluate(_OVERFLOW)
        bars = tab.evaluate(
            "[...document.querySelectorAll('.pk-exit-bar, .mobile-header')].reduce((sum, one) => sum + one.offsetHeight, 0)"
        )
        if wide > inner or bars > height / 3:
            wrong.append((page.name, wide, bars))
    assert wrong == []


_SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)
_CLIPPED = """() => [...document.querySelectorAll("main *, .pk-exit-bar *, .mobile-header *, aside.sidebar-drawer a")]
  .filter((one) => one instanceof HTMLElement && one.innerText && one.offsetWidth > 2 && one.offsetHeight > 2)
  .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowY) || ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
  .filter((one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2)
  .map((one) => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 40)}`)"""


@pytest.mark.parametrize("width", [1280, 375])
def test_text_with_more_space_is_not_cut_off(judge: Callable[[str], Judge], width: int) -> None:
    """WCAG 1.4.12: lines, words and letters set wider lose nothing, and the page still does not run over."""
    one = judge("nb")
    one.look(View(width, "light"))
    wrong = []
    for page in pages(one.site):
        tab = one.put(page)
        tab.add_style_tag(content=_SPACED)
        wide, inner = tab.evaluate(_OVERFLOW)
        cut = tab.evaluate(_CLIPPED)
        if cut or wide > inner:
            wrong.append((page.name, wide, cut[:3]))
    tab.evaluate("document.head.querySelectorAll('style').forEach((one) => one.remove())")
    assert wrong == []


def test_headings_go_down_a_step_at_a_time(judge: Callable[[str], Judge]) -> None:
    """One heading of the first level, and none skips a level."""
    one = judge("nb")
    wrong = []
    for page in pages(one.site):
        levels: list[int] = one.put(page).evaluate(
            "[...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map((one) => Number(one.tagName[1]))"
        )
        if levels.count(1) != 1 or any(b - a > 1 for a, b in pairwise(levels)):
            wrong.append((page.name, levels))
    assert wrong == []


def test_nothing_moves_for_who_asked_for_less_motion(judge: Callable[[str], Judge], tab: Page) -> None:
    """No transition and no animation has a length."""
    tab.emulate_media(reduced_motion="reduce")
    judge("nb").put(judge("nb").site / "index.html")
    moving = tab.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);"
        " return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')].some((time) => parseFloat(time) > 0)"
        " && (style.transitionProperty !== 'none' || style.animationName !== 'none'); }).map((one) => one.className)"
    )
    assert moving == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_keep_to_the_readers_own_colours(judge: Callable[[str], Judge], scheme: str) -> None:
    """Where colours are forced, words in drawings have the colour of all words, on the colour of all pages."""
    one = judge("nb")
    one.tab.set_viewport_size({"width": 1280, "height": 900})
    one.tab.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    for name in ("procedures/proc.html", "cases/1.html"):
        tab = one.put(one.site / name)
        ink, page = tab.evaluate(
            "[getComputedStyle(document.querySelector('main p')).color, getComputedStyle(document.body).backgroundColor]"
        )
        words = tab.evaluate(
            "[...document.querySelectorAll('main svg text')].map((one) => getComputedStyle(one).fill)"
        )
        boxes = tab.evaluate(
            "[...document.querySelectorAll('main svg rect')].map((one) => getComputedStyle(one).fill)"
        )
        assert words
        # A number inside a filled mark has the colour of the page, on the colour of words.
        assert set(words) <= {ink, page}
        assert set(boxes) == {page}
    one.tab.emulate_media(forced_colors="none")


def test_print_shows_what_is_folded_on_the_screen(browser: Browser, whole: Whole) -> None:
    """On paper every drawing, walk and list is open, and measures that were filtered away are back."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    site = whole("nb").as_uri()
    tab.goto(f"{site}/measures.html")
    tab.select_option("#filter-agency", index=1)
    assert tab.locator("tr.pk-away:visible").count() == 0
    tab.emulate_media(media="print")
    assert tab.locator("tr.pk-away:visible").count() == 1
    assert not tab.locator(".pk-filter").is_visible()
    for name, inside in (("procedures/proc", "details.pk-drawing svg"), ("cases/1", "details.pk-walk ol")):
        tab.goto(f"{site}/{name}.html")
        tab.emulate_media(media="print")
        box = tab.locator(inside).first.bounding_box()
        assert box is not None
        assert box["height"] > 20
    context.close()


_FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  // A box to tick is seen as the label that stands for it.
  const shown = one.type === "checkbox" ? [...one.labels].find((label) => label.closest(".page") && label.offsetWidth > 0) : one;
  if (!shown) return [one.id, false, false];
  const boxes = [...shown.getClientRects()];
  const seen = boxes.some((box) => [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
    const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return at !== null && (shown.contains(at) || at.contains(shown));
  }));
  const style = getComputedStyle(shown);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const words = `${one.tagName} ${one.id} ${one.className} ${one.textContent.slice(0, 40)}`;
  return [words, seen, ring, JSON.stringify(boxes[0])];
}"""


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", ["index.html", "measures.html", "cases/1.html"])
def test_what_has_the_focus_is_seen(browser: Browser, whole: Whole, name: str, width: int) -> None:
    """WCAG 2.4.7 and 2.4.11: wherever Tab leads, there is a ring, and the bars at the top do not lie over it."""
    context = browser.new_context(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(f"{whole('nb').as_uri()}/{name}")
    wrong, reached = [], 0
    for key in ("Tab",) * 110 + ("Shift+Tab",) * 20:
        tab.keyboard.press(key)
        tab.evaluate("new Promise((done) => requestAnimationFrame(() => done()))")
        found = tab.evaluate(_FOCUSED)
        if found is None:
            continue
        reached += 1
        if not (found[1] and found[2]):
            wrong.append(found)
    assert reached > 20
    assert wrong == []
    context.close()
