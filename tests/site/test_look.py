"""A site looks like its municipality's: name, arms, colours that can be read, and its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.site.building import build

import plankit
from plankit.model.frame import SiteFrame
from plankit.sphinx.look import municipality_css
from plankit.views.colours import DARK_SURFACES, LIGHT_SURFACES
from plankit.views.reaching_out import reaches_out

PLAN = "plan: {{id: p, title: Plan, language: en, site: {{{site}}}, empty: {{guide: not-applicable}}}}\n"
AREAS = "areas: [{id: a1, name: First, text: Text.}]\nmeasures: [{id: m1, title: Own measure, areas: a1}]\n"
ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#fc0"/></svg>\n'
TOKENS = """\
@charset "UTF-8";
@layer ds.theme.color-scheme.light {
:root, [data-color-scheme="light"] {
  --ds-color-accent-base-default: #6a1b9a;
  --ds-color-accent-text-subtle: #5e1789;
  --ds-color-neutral-text-default: #2b2b2b;
}
}
@layer ds.theme.color-scheme.dark {
@media (prefers-color-scheme: dark) {
  [data-color-scheme="auto"] {
  --ds-color-accent-base-default: #ce93d8;
  --ds-color-accent-text-subtle: #d7a7df;
  --ds-color-neutral-text-default: #ececec;
}
}
}
"""
"""In the way that the theme builder of Designsystemet writes them."""


def folder_with(tmp_path: Path, site: str, **files: str) -> Path:
    """A plan folder with this in `plan.site`, and these files by name, `_` for the point before the ending."""
    folder = tmp_path / "plan"
    folder.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN.format(site=site) + AREAS, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def _link(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('main a.reference')).color"))


def _line(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).borderTopColor"))


def test_example_wears_its_municipality(fjordvik: Path, page: Page) -> None:
    """Name and arms at the head, with words for who does not see them; colours by day and by night; a quiet icon."""
    page.goto((fjordvik / "areas" / "omrade-2.html").as_uri())
    brand = page.locator("a.sidebar-brand")
    assert "Fjordvik kommune" in brand.inner_text()
    arms = brand.locator("img")
    assert arms.get_attribute("alt") == "Kommunevåpenet viser to fjell over fjorden."
    assert arms.evaluate("one => one.naturalWidth > 0")
    assert page.locator("link[rel=icon]").get_attribute("href") == "../_static/look/arms.svg"
    assert (_link(page), _line(page)) == (_rgb("#14506b"), _rgb("#14506b"))
    page.emulate_media(color_scheme="dark")
    assert (_link(page), _line(page)) == (_rgb("#8ccbe6"), _rgb("#8ccbe6"))


def test_colour_that_cannot_be_read_is_replaced_where_it_is_read(tmp_path: Path, page: Page) -> None:
    """Links have the nearest that can, the line at the head keeps the municipality's own."""
    folder = folder_with(tmp_path, 'colour: "#ffcc00"')
    assert [
        one.code
        for one in plankit.load(folder).findings
        if one.code.startswith(("PK037", "PK036", "PK811", "PK813"))
    ] == ["PK811"]
    build(folder, tmp_path / "out", remember=False)
    page.goto((tmp_path / "out" / "areas.html").as_uri())
    assert (_link(page), _line(page)) == (_rgb("#836700"), _rgb("#ffcc00"))
    page.emulate_media(color_scheme="dark")
    assert _link(page) == _rgb("#ffcc00")


def test_no_style_stands_in_a_page(fjordvik: Path) -> None:
    """Colours come in a file: a policy that forbids styles inside pages holds."""
    for path in (fjordvik / "index.html", fjordvik / "measures.html"):
        assert not re.search(r"<style|\sstyle=", path.read_text(encoding="utf-8"))


def test_tokens_of_designsystemet_are_taken(tmp_path: Path, page: Page) -> None:
    """A theme dropped in gives the site its colours, by day and by night."""
    folder = folder_with(tmp_path, "tokens: tokens.css", tokens_css=TOKENS)
    assert [
        one.code
        for one in plankit.load(folder).findings
        if one.code.startswith(("PK037", "PK036", "PK811", "PK813"))
    ] == []
    build(folder, tmp_path / "out", remember=False)
    page.goto((tmp_path / "out" / "areas.html").as_uri())
    assert (_link(page), _line(page)) == (_rgb("#5e1789"), _rgb("#6a1b9a"))
    page.emulate_media(color_scheme="dark")
    assert (_link(page), _line(page)) == (_rgb("#d7a7df"), _rgb("#ce93d8"))


def test_colour_of_the_plan_comes_before_tokens(tmp_path: Path, page: Page) -> None:
    """What is said outright wins."""
    folder = folder_with(tmp_path, 'colour: "#7a1f3d", tokens: tokens.css', tokens_css=TOKENS)
    build(folder, tmp_path / "out", remember=False)
    page.goto((tmp_path / "out" / "areas.html").as_uri())
    assert _link(page) == _rgb("#7a1f3d")


@pytest.mark.parametrize(
    ("key", "name", "text"),
    [
        ("tokens", "tokens.css", '@import url("https://example.org/a.css");\n'),
        ("tokens", "tokens.css", "body { background: url(//example.org/a.png) }\n"),
        ("arms", "arms.svg", ARMS.replace("<circle", '<image href="https://example.org/a.png"/><circle')),
        ("arms", "arms.svg", ARMS.replace("<circle", "<script>alert(1)</script><circle")),
    ],
)
def test_file_that_reaches_out_is_told_of_and_left_out(
    tmp_path: Path, key: str, name: str, text: str
) -> None:
    """Even where somebody builds in spite of the finding, no reader's browser asks for it."""
    folder = folder_with(tmp_path, f"{key}: {name}", **{name.replace(".", "_"): text})
    assert "PK813" in {one.code for one in plankit.load(folder).findings}
    build(folder, tmp_path / "out", remember=False)
    assert not (tmp_path / "out" / "_static" / "look").exists()
    assert "look/" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_arms_without_words_are_decoration(tmp_path: Path) -> None:
    """A picture beside the name says nothing more than the name; its file's own name is told to nobody."""
    folder = folder_with(tmp_path, "name: Here, arms: secret-project.svg")
    (folder / "secret-project.svg").write_text(ARMS, encoding="utf-8")
    build(folder, tmp_path / "out", remember=False)
    text = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'<img class="pk-arms"[^>]*alt="([^"]*)"', text)) == {""}
    assert "secret-project" not in text


def test_changed_look_reaches_every_page_of_the_next_build(tmp_path: Path) -> None:
    """Name, colour and arms come, change and go, though no page of text was touched."""
    out = tmp_path / "out"
    folder = folder_with(tmp_path, "name: Old")
    build(folder, out)
    folder_with(tmp_path, 'name: New, colour: "#7a1f3d", arms: arms.svg', arms_svg=ARMS)
    build(folder, out)
    area = (out / "areas" / "a1.html").read_text(encoding="utf-8")
    assert "New" in area
    assert "look/municipality.css" in area
    assert (out / "_static" / "look" / "arms.svg").is_file()
    folder_with(tmp_path, "name: New")
    build(folder, out)
    area = (out / "areas" / "a1.html").read_text(encoding="utf-8")
    assert "look/" not in area
    assert not (out / "_static" / "look").exists()


def test_surfaces_of_contrast_are_those_of_the_theme(tmp_path: Path, page: Page) -> None:
    """The rule measures against what the pages really have, by day and by night."""
    build(folder_with(tmp_path, "name: Here"), tmp_path / "out", remember=False)
    page.goto((tmp_path / "out" / "index.html").as_uri())
    for scheme, surfaces in ((False, LIGHT_SURFACES), (True, DARK_SURFACES)):
        page.emulate_media(color_scheme="dark" if scheme else "light")
        names = ("page", "side", "soft", "warn-soft", "danger-soft")
        found = page.evaluate(
            "(names) => names.map((name) => getComputedStyle(document.body).getPropertyValue(`--pk-${name}`).trim())",
            list(names),
        )
        assert set(found) <= set(surfaces)


@pytest.mark.parametrize("site", [SiteFrame(), SiteFrame(name="N"), SiteFrame(colour="petrol")])
def test_without_a_colour_there_is_no_sheet(site: SiteFrame) -> None:
    """The theme's own colours hold; a colour that is none is not written anywhere."""
    assert municipality_css(site) == ""


@pytest.mark.parametrize(
    ("text", "picture", "found"),
    [
        ("a { color: red } /* url(https://example.org) */", False, ""),
        (":root { --x: url(#a); background: url('data:image/png;base64,AA') }", False, ""),
        ("@IMPORT 'x.css';", False, "@IMPORT 'x.css'"),
        (r"@\69mport 'x.css';", False, "@import 'x.css'"),
        ("a { background: image-set('//example.org/a' 1x) }", False, "image-set('//example.org/a' 1x)"),
        ('<svg><a href="#b"/><!-- <script> --></svg>', True, ""),
        ("<svg><style>@import 'x';</style></svg>", True, "@import 'x'"),
    ],
)
def test_what_reaches_out_is_found(text: str, picture: bool, found: str) -> None:
    """Comments and places inside the file ask nobody for anything; escapes hide nothing."""
    assert reaches_out(text, picture=picture) == found
