"""Names that tell the theme of a plan become codes in its site, and every link follows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.building import build, difference
from tests.site.serving import served

from plankit.guides import load_guide
from plankit.views.discretion import Discretion, discretion


@pytest.fixture(scope="module")
def quiet() -> Discretion:
    """The words that tell the theme of the Norwegian guide."""
    guide, _ = load_guide("no-vold")
    return discretion(guide)


_PLAN = """\
plan: {{id: p, title: Mot vold, language: nb, languages: [nb, en], period: 2027-2030, guide: {{id: no-vold, edition: "2022"}}{site}}}
participants: [{{id: k, name: Fjordvik kommune}}]
areas: [{{id: mot-vold, name: Mot vold}}]
agencies: [{{id: krisesenteret, name: Krisesenteret}}, {{id: skolen, name: Skolen}}]
measures: [{{id: voldskurs, title: Kurs om vold, areas: [mot-vold], responsible: krisesenteret, deadline: 2028}}]
"""
_PROSE = """\
# Om vold

Se {plan:measure}`voldskurs`, {plan:agency}`krisesenteret`, [siden om overgrep](overgrep.md#hva-er-overgrep),
[her](#hva-er-vold) og [planen](voldsplan.pdf).

![Et bilde](vold.png)

## Hva er vold

Tekst.
"""
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def _write_plan(folder: Path, site: str = "") -> None:
    (folder / "pages").mkdir(parents=True)
    (folder / "plan.yaml").write_text(_PLAN.format(site=site), encoding="utf-8")
    (folder / "pages/vold.md").write_text(_PROSE, encoding="utf-8")
    (folder / "pages/overgrep.md").write_text(
        "# Overgrep\n\n## Hva er overgrep\n\nTekst.\n", encoding="utf-8"
    )
    (folder / "pages/vold.png").write_bytes(_PIXEL)
    (folder / "pages/voldsplan.pdf").write_bytes(b"%PDF-1.4\n")


def test_revealing_names_of_a_plan_become_codes_that_all_links_follow(
    browser: Browser, tmp_path: Path, quiet: Discretion
) -> None:
    """Files, headings and ids that tell the theme are coded; every link to them still leads there."""
    _write_plan(tmp_path / "plan")
    result = build(tmp_path / "plan", tmp_path / "out", remember=False)
    assert result.warnings == ()
    names = [path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")]
    assert [name for name in names if quiet.reveals(name)] == []
    page = quiet.page("pages/vold")
    with served(tmp_path / "out") as base:
        context = browser.new_context()
        tab = context.new_page()
        tab.goto(f"{base}{page}.html")
        assert tab.locator("h1").inner_text().startswith("Om vold")
        links = tab.locator("main a[href]:not(.headerlink)").evaluate_all("all => all.map((one) => one.href)")
        assert len(links) == 5
        assert [link for link in links if quiet.reveals(link)] == []
        for link in links:
            assert tab.request.get(link).ok, link
            if "#" in link:
                tab.goto(link)
                assert tab.locator(f"[id='{link.partition('#')[2]}']").count() == 1, link
        tab.goto(f"{base}{page}.html")
        assert tab.evaluate("document.querySelector('main img').naturalWidth") == 1
        context.close()


def test_addresses_are_the_same_in_every_language_and_titles_plain(tmp_path: Path, quiet: Discretion) -> None:
    """A link into the plan in one language holds in another, and no title tells the theme there either."""
    _write_plan(tmp_path / "plan")
    found = []
    for language in ("nb", "en"):
        out = tmp_path / language
        build(tmp_path / "plan", out, remember=False, language=language)
        pages = {path.relative_to(out).as_posix(): path for path in out.rglob("*.html")}
        titles = [
            path.read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]
            for path in pages.values()
        ]
        assert [title for title in titles if quiet.reveals(title)] == []
        found.append(set(pages))
    assert found[0] == found[1]
    assert f"{quiet.page('agencies/krisesenteret')}.html" in found[0]
    assert "agencies/skolen.html" in found[0]


@pytest.mark.parametrize("site", [", site: {exit: 'https://example.org/'}", ", site: {exit: 'off'}"])
def test_site_built_after_another_exit_was_chosen_equals_a_first_build(tmp_path: Path, site: str) -> None:
    """Every page has the new way out, also those whose text is as before."""
    _write_plan(tmp_path / "plan")
    build(tmp_path / "plan", tmp_path / "out")
    (tmp_path / "plan/plan.yaml").write_text(_PLAN.format(site=site), encoding="utf-8")
    build(tmp_path / "plan", tmp_path / "out")
    build(tmp_path / "plan", tmp_path / "cold", remember=False)
    assert difference(tmp_path / "out", tmp_path / "cold") == ""


def test_site_without_exit_has_neither_link_nor_page_on_safety(tmp_path: Path) -> None:
    """Where a plan says `off` nothing promises a way out."""
    _write_plan(tmp_path / "plan", ", site: {exit: 'off'}")
    build(tmp_path / "plan", tmp_path / "out", remember=False)
    assert not (tmp_path / "out/safety.html").exists()
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")]
    assert pages
    assert [page for page in pages if "pk-exit" in page.replace("exit.css", "")] == []
