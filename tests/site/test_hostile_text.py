"""Whatever a plan or a guide says, no reader's browser runs it, asks another site, or shows a file of the builder's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page
from playwright.sync_api import Request as BrowserRequest
from tests.site.building import build
from tests.site.guide_building import build_guide
from tests.site.hostile import ACTIVE_PICTURE, PAYLOADS, write_hostile_guide, write_hostile_plan

import plankit
from plankit.outputs import Request, find_output
from plankit.sphinx.safe_prose import is_active_picture

SECRET = "kept-beside-the-plan-and-not-for-readers"
MISSING = "ERR_FILE_NOT_FOUND"
TRAP = """
globalThis.__pwned = () => { console.error('PWNED'); };
addEventListener('securitypolicyviolation', (event) => {
  console.error('POLICY', event.effectiveDirective, event.blockedURI);
}, true);
"""
LOOK = """() => {
  const wrong = [];
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(name)) wrong.push(`${one.localName} ${name}=${value}`);
    }
    const leads = one.href?.baseVal ?? one.href ?? one.src ?? '';
    const known = ['http:', 'https:', 'mailto:', 'tel:', 'ftp:', 'file:'];
    if (leads && !known.includes(new URL(leads, document.baseURI).protocol)) wrong.push(`${one.localName} ${leads}`);
    if (one.src && !one.src.startsWith('file:')) wrong.push(`${one.localName} ${one.src}`);
    if (['base', 'iframe', 'object', 'embed', 'style', 'foreignobject'].includes(one.localName.toLowerCase())) {
      wrong.push(one.outerHTML.slice(0, 80));
    }
    if (one.localName === 'script' && (!one.src || one.textContent.trim())) wrong.push(one.outerHTML.slice(0, 80));
    if (one.localName === 'meta' && /refresh/i.test(one.httpEquiv)) wrong.push(one.outerHTML);
  }
  return wrong;
}"""


class Site(NamedTuple):
    """A built site, what was told while it was built, and where."""

    out: Path
    warnings: tuple[str, ...]
    plan: Path


@pytest.fixture(scope="module")
def hostile_plan(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a plan in which every text is hostile."""
    base = tmp_path_factory.mktemp("hostile")
    secret = base / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    write_hostile_plan(base / "plan", secret)
    loaded = plankit.load(base / "plan", rules=())
    assert loaded.plan is not None
    out = base / "site"
    request = Request(folder=base / "plan", loaded=loaded, out=out, language="en", remember=False)
    return Site(out, find_output("html")(request).warnings, base / "plan")


@pytest.fixture(scope="module")
def hostile_guide(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a guide in which every text is hostile."""
    base = tmp_path_factory.mktemp("hostile-guide")
    secret = base / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    write_hostile_guide(base / "pack", secret)
    return Site(base / "site", build_guide(base / "pack", base / "site", "en").warnings, base / "pack")


@pytest.fixture(params=["hostile_plan", "hostile_guide"])
def site(request: pytest.FixtureRequest) -> Site:
    """The one and the other."""
    found: Site = request.getfixturevalue(request.param)
    return found


@contextmanager
def _watched(browser: Browser, *, policy: bool) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and everything in it that must not be."""
    context = browser.new_context(bypass_csp=not policy)
    context.add_init_script(TRAP)
    page = context.new_page()
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        # A picture that is not there is no danger; Sphinx tells of it when it builds.
        if MISSING not in message.text:
            wrong.append(f"{message.type}: {message.text[:200]}")

    def asked(request: BrowserRequest) -> None:
        if not request.url.startswith("file:"):
            wrong.append(f"asked {request.url}")

    def opened(dialog: Dialog) -> None:
        wrong.append("dialog")
        dialog.dismiss()

    page.on("console", said)
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("dialog", opened)
    page.on("request", asked)
    page.on("popup", lambda other: wrong.append(f"opened {other.url}"))
    yield page, wrong
    context.close()


def test_hostile_text_runs_nowhere(browser: Browser, site: Site) -> None:
    """On no page anything runs, asks another site or breaks a script, though the policy is switched off."""
    pages = sorted(site.out.rglob("*.html"))
    assert len(pages) > 30
    found: dict[str, list[str]] = {}
    with _watched(browser, policy=False) as (page, wrong):
        for path in pages:
            wrong.clear()
            page.goto(path.as_uri())
            told = [*wrong, *page.evaluate(LOOK), *([] if page.url == path.as_uri() else [page.url])]
            if told:
                found[path.name] = told[:5]
    assert found == {}


def test_trap_of_these_tests_catches(browser: Browser, tmp_path: Path) -> None:
    """A page that does run what it says is noticed in each of the ways that these tests look for."""
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<script>__pwned()</script><img src='https://foreign.invalid/a.png' onerror='__pwned()' style='color:red'>"
        "<a href='javascript:__pwned()'>x</a>",
        encoding="utf-8",
    )
    with _watched(browser, policy=True) as (page, wrong):
        page.goto(bad.as_uri())
        page.wait_for_timeout(200)
        looked = page.evaluate(LOOK)
    assert any("PWNED" in one for one in wrong)
    assert any("asked https://foreign.invalid" in one for one in wrong)
    assert [one for one in looked if "onerror" in one]
    assert [one for one in looked if "javascript:" in one]
    assert [one for one in looked if "style" in one]


def test_hostile_text_is_shown_as_words(hostile_plan: Site) -> None:
    """What was tried stands on the pages as what it is: words. Nothing was taken out of the plan."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in hostile_plan.out.rglob("*.html"))
    assert "&lt;script&gt;__pwned()&lt;/script&gt;" in text
    assert "&quot;&gt;&lt;img src=x onerror=__pwned()&gt;" in text
    assert len(PAYLOADS) >= 15


def test_hostile_text_stays_words_among_hits_of_a_search(browser: Browser, hostile_plan: Site) -> None:
    """The index is read by a script, which shows titles as words too."""
    with _watched(browser, policy=False) as (page, wrong):
        page.goto((hostile_plan.out / "measures.html").as_uri())
        page.fill("aside .pk-quiet-search input", "__pwned")
        page.keyboard.press("Enter")
        page.locator("#pk-hits section").wait_for(state="visible")
        assert page.locator("#pk-hits li").count() > 5
        assert "<script>" in page.locator("#pk-hits ol").inner_text()
        assert page.evaluate(LOOK) == []
    assert wrong == []


def test_page_cannot_take_in_other_files(site: Site) -> None:
    """No way to include, show or offer a file leads out of the plan's folder; not a letter of it is in the site."""
    holding = [
        path.name for path in site.out.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    assert holding == []
    assert not list(site.out.rglob("secret*"))


@pytest.mark.parametrize(
    "told",
    [
        "a picture must be a file in the folder; 'https://foreign.invalid/f.png'",
        "a download must be a file in the folder",
        "a link to 'javascript:__pwned()' is left out",
        '"raw" directive disabled',
        '"include" directive disabled',
    ],
)
def test_what_is_left_out_is_told(site: Site, told: str) -> None:
    """Who wrote such a page reads in which line and why it does not show."""
    assert [line for line in site.warnings if told in line and "prose.md:" in line]


def test_own_picture_is_shown_in_its_size_without_a_style(hostile_plan: Site) -> None:
    """A picture of the plan's own is there, and as wide as the page asks for."""
    markup = (hostile_plan.out / "pages/prose.html").read_text(encoding="utf-8")
    assert 'width="120"' in markup
    assert 'src="../_images/picture.svg"' in markup
    assert not re.search(r"<[^>]* style=", markup.partition("<article>")[2])


def test_drawing_that_holds_a_program_is_left_out(hostile_plan: Site) -> None:
    """Opened by itself, a drawing is a page of its own, without the policy; so it may hold nothing that runs."""
    assert any("active.svg" in line for line in hostile_plan.warnings)
    assert not list(hostile_plan.out.rglob("active*"))


@pytest.mark.parametrize(
    ("drawing", "is_active"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', False),
        ('<svg xmlns="http://www.w3.org/2000/svg"><a href="#x"><text>onload=</text></a></svg>', False),
        ('<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,AA=="/></svg>', False),
        ('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', True),
        ('<svg xmlns="http://www.w3.org/2000/svg" ONLOAD="x()"/>', True),
        ('<svg xmlns="http://www.w3.org/2000/svg"><a href="java&#10;script:x()"/></svg>', True),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><a l:href="javascript:x()"/></svg>',
            True,
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><set attributeName="href" to="javascript:x()"/></svg>',
            True,
        ),
        ('<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>', True),
        ('<!DOCTYPE svg [<!ENTITY e "<script/>">]><svg xmlns="http://www.w3.org/2000/svg">&e;</svg>', True),
        ("<svg", True),
    ],
)
def test_drawing_is_active_where_it_could_run_something(
    tmp_path: Path, drawing: str, is_active: bool
) -> None:
    """Programs, handlers and links that run are found however they are written; what cannot be read counts as such."""
    path = tmp_path / "a.svg"
    path.write_text(drawing, encoding="utf-8")
    assert is_active_picture(path) is is_active


def test_pages_own_locks_are_not_opened_from_within(tmp_path: Path) -> None:
    """A page that switches MyST's own locks off for itself gains nothing."""
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "plan.yaml").write_text("plan: {id: p, title: P, language: en}\n", encoding="utf-8")
    (plan / "page.md").write_text(
        "---\nmyst: {disable_syntax: [], url_schemes: {javascript: null}}\n---\n# Plain\n\n"
        "<script>__pwned()</script>\n\n[a](javascript:__pwned())\n",
        encoding="utf-8",
    )
    build(plan, tmp_path / "site", remember=False)
    markup = (tmp_path / "site/page.html").read_text(encoding="utf-8")
    assert "<script>__pwned" not in markup
    assert 'href="javascript' not in markup


def test_arms_that_hold_a_program_are_left_out(tmp_path: Path) -> None:
    """The picture at the head of each page is a file of its own too, that anybody may open by itself."""
    plan = tmp_path / "plan"
    plan.mkdir()
    (plan / "arms.svg").write_text(ACTIVE_PICTURE, encoding="utf-8")
    text = "plan: {id: p, title: P, language: en, site: {arms: arms.svg, arms_text: A shield}}\n"
    (plan / "plan.yaml").write_text(text, encoding="utf-8")
    build(plan, tmp_path / "site", remember=False)
    assert [path.name for path in (tmp_path / "site").rglob("arms*")] == []
