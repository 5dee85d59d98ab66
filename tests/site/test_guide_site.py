"""The guide's own site: a page for everything, addresses that hold, and nothing that seems surer than it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile
from tests.site.building import tree
from tests.site.guide_building import HEAT, LANGUAGES, build_guide, guide_in
from tests.site.vnu import check_html

from plankit.guides import packs_folder
from plankit.model.guide import GUIDE_KINDS
from plankit.outputs import OutputRefused
from plankit.rules.catalogue import BY_CODE
from plankit.rules.texts import rule_text
from plankit.sphinx.guide.domain import KIND_TYPES
from plankit.views.guide_addresses import OWN_PAGE, SHARED_PAGE, guide_address


def _text(path: Path) -> str:
    """The words of a page's own part."""
    markup = path.read_text(encoding="utf-8").partition("<article>")[2].partition("<footer>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def _inventory(site: Path) -> dict[tuple[str, str], str]:
    """Address of each entry of the guide's domain in the inventory, by type and name."""
    found = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    return {
        (kind.removeprefix("guide:"), name): item.uri
        for kind, items in found.data.items()
        if kind.startswith("guide:")
        for name, item in items.items()
    }


@pytest.mark.parametrize("site", ["heat", "no_vold"])
def test_inventory_of_guide_site_agrees_with_addresses(site: str, request: pytest.FixtureRequest) -> None:
    """What the pure function says and what the site tells others are the same, both ways."""
    folder, built = (
        (HEAT, request.getfixturevalue("heat") / "nb")
        if site == "heat"
        else (packs_folder() / "no-vold", request.getfixturevalue("no_vold"))
    )
    guide = guide_in(folder)
    listed = {name: uri for (kind, name), uri in _inventory(built).items() if kind != "rule"}
    expected = {
        entry.id: guide_address(guide, entry.id) for kind in GUIDE_KINDS for entry in getattr(guide, kind)
    }
    assert listed == expected


@pytest.mark.parametrize("site", ["heat", "no_vold"])
def test_every_address_in_inventory_is_there(site: str, request: pytest.FixtureRequest) -> None:
    """Each address names a page that exists and an anchor that stands on it once."""
    built: Path = request.getfixturevalue(site)
    built = built / "nb" if site == "heat" else built
    wrong = []
    for uri in _inventory(built).values():
        page, _, anchor = uri.partition("#")
        markup = (built / page).read_text(encoding="utf-8")
        if anchor and markup.count(f'id="{anchor}"') != 1:
            wrong.append(uri)
    assert wrong == []


def test_every_kind_of_entry_has_a_place_and_a_type() -> None:
    """A kind that is new in the format cannot be forgotten."""
    assert {*OWN_PAGE, *SHARED_PAGE} == set(GUIDE_KINDS) == set(KIND_TYPES)


def test_guide_address_of_unknown_entry_is_none() -> None:
    """An id that the guide does not have has no address."""
    assert guide_address(guide_in(HEAT), "nobody") is None


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ("step-1.1", "steps/step-1.1.html"),
        ("shade", "steps/step-1.1.html#requirement-shade"),
        ("loose", "requirements.html#requirement-loose"),
        ("law-heat-1", "law.html#law-heat-1"),
        ("phase-1", "index.html#phase-1"),
        ("heat-line", "help.html#help-heat-line"),
    ],
)
def test_guide_address_is_stable(entry: str, address: str) -> None:
    """Addresses that others have linked to never change."""
    assert guide_address(guide_in(HEAT), entry) == address


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_inside_guide_site_lead_somewhere(heat: Path, language: str) -> None:
    """Every link to another page or place of the site, also to another language, finds it."""
    wrong = []
    for page in sorted((heat / language).rglob("*.html")):
        markup = page.read_text(encoding="utf-8")
        for href in set(re.findall(r'<a [^>]*href="([^"]*)"', markup)):
            if re.match(r"(https?|tel|mailto):", href):
                continue
            path, _, anchor = unescape(href).partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.is_file() or (
                anchor and f'id="{anchor}"' not in target.read_text(encoding="utf-8")
            ):
                wrong.append((page.name, href))
    assert wrong == []


def test_roles_on_prose_pages_of_guide_link_with_titles(heat: Path) -> None:
    """Prose names entries by id; the reader sees their titles."""
    markup = (heat / "nb/steps/step-1.1.html").read_text(encoding="utf-8")
    for href, words in (
        ("../agencies/school.html", "Skolen"),
        ("#requirement-shade", "Skygge ved skoler"),
        ("../law.html#law-heat-1", "skyggeloven §\u00a01"),
        ("../rules/pk101.html", "PK101 adoption-missing"),
        ("step-1.2.html", "dette steget"),
        ("../glossary.html#term-heat-wave", "ordlista"),
    ):
        assert re.search(
            rf'<a [^>]*href="{re.escape(href)}"[^>]*>(<span[^>]*>)?{re.escape(words)}<', markup
        ), href


def test_role_with_unknown_id_is_a_warning(tmp_path: Path) -> None:
    """A link that leads nowhere is told of when the site is built."""
    pack = _copy(HEAT, tmp_path / "pack")
    (pack / "pages/nb/help.md").write_text("# Hjelp\n\nSe {guide:agency}`nobody`.\n", encoding="utf-8")
    warnings = build_guide(pack, tmp_path / "out").warnings
    assert len(warnings) == 1
    assert "nobody" in warnings[0]


def _copy(folder: Path, to: Path) -> Path:
    for path in folder.rglob("*"):
        if path.is_file():
            target = to / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return to


def test_prose_of_step_stands_between_its_summary_and_its_data(heat: Path) -> None:
    """One reads what the step is, then more of it, then what to do and what is asked for."""
    words = _text(heat / "nb/steps/step-1.1.html")
    order = ["hvem som bor alene", "Gå fra dør til dør", "Lag en liste", "Hver skole har skygge"]
    places = [words.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)


def test_missing_prose_falls_back_with_a_notice_and_its_language(heat: Path) -> None:
    """A reader of Nynorsk sees that the text is Bokmål, and so does a screen reader."""
    markup = (heat / "nn/steps/step-1.1.html").read_text(encoding="utf-8")
    notice = markup.find("pk-fallen", markup.find("pk-lead"))
    assert -1 < notice < markup.find("Gå fra dør")
    assert re.search(r'<p class="language-nb"|<p lang="nb"|lang="nb"[^>]*>Gå fra dør', markup)
    assert 'lang="nb"' in markup[markup.find("<h2", notice) : markup.find("Slik gjør dere")]
    assert "pk-fallen" not in (heat / "nb/steps/step-1.1.html").read_text(encoding="utf-8")
    assert "pk-fallen" not in (heat / "en/steps/step-1.1.html").read_text(encoding="utf-8")


def test_text_in_another_language_is_marked_so(heat: Path) -> None:
    """A summary that Nynorsk lacks is Bokmål, and marked with its language; what exists is not."""
    markup = (heat / "nn/steps/step-1.1.html").read_text(encoding="utf-8")
    assert '<div lang="nb"><p>Kommunen må vite hvem som bor alene.' in markup
    assert "Kvar skule har skugge." in markup
    assert "Hver skole har skygge." not in markup


def test_gap_of_the_original_is_shown_as_a_gap(heat: Path) -> None:
    """A step that could not be read looks like one on the front page, and its page says so."""
    front = (heat / "en/index.html").read_text(encoding="utf-8")
    assert re.search(r'class="pk-step pk-gap">.*?1\.2.*?Gap: this step could not be read\.', front, re.S)
    assert "could not be read" in _text(heat / "en/steps/step-1.2.html")


@pytest.mark.parametrize(
    ("page", "before"),
    [
        ("en/law.html", "skyggeloven § 2"),
        ("en/steps/step-1.1.html", "skyggeloven § 2"),
        ("en/steps/step-1.1.html", "Water to drink"),
        ("en/requirements.html", "Water to drink"),
        ("en/agencies.html", "The weather service"),
        ("en/tasks.html", "The weather service"),
        ("en/agencies/school.html", "Give shade."),
        ("en/glossary.html", "The child’s view"),
        ("en/help.html", "The heat line"),
        ("en/index.html", "Unknown step"),
        ("en/about.html", "Water to drink"),
        ("en/steps/step-1.1.html", "See also The weather service"),
        ("en/agencies/weather-service.html", "The weather service #"),
    ],
)
def test_what_is_not_confirmed_says_so_in_words(heat: Path, page: str, before: str) -> None:
    """The word stands straight after the thing, wherever the thing is shown."""
    assert f"{before} unconfirmed" in _text(heat / page)


def test_help_box_marks_number_that_is_not_confirmed(heat: Path) -> None:
    """The numbers on every page are no exception."""
    for page in sorted((heat / "en").rglob("*.html")):
        box = page.read_text(encoding="utf-8").partition('<aside class="pk-help"')[2]
        assert 'href="tel:55501234"' in box
        assert "unconfirmed" in box, page.name


def test_what_is_confirmed_is_not_marked(heat: Path) -> None:
    """A page of confirmed things alone has no mark outside the box of help."""
    assert "unconfirmed" not in _text(heat / "en/quality.html")


def test_provision_out_of_force_names_its_successor(heat: Path) -> None:
    """Old law looks old, and leads to the new."""
    words = _text(heat / "en/law.html")
    assert "no longer in force; last day 2024-12-31" in words
    assert "Replaced by skyggeloven § 1" in words


def test_force_is_a_word_with_a_look_of_its_own(heat: Path) -> None:
    """Law and advice differ in words and in frame, on the card and in the list."""
    step = (heat / "nb/steps/step-1.1.html").read_text(encoding="utf-8")
    assert re.search(r'pk-requirement-law".*?pk-force-law">lov<', step, re.S)
    assert re.search(r'pk-requirement-advice".*?pk-force-advice">råd<', step, re.S)


def test_requirement_and_rule_link_to_each_other(heat: Path) -> None:
    """From what is asked for one comes to the rule that checks it, and back."""
    assert "../rules/pk101.html" in (heat / "nb/steps/step-1.1.html").read_text(encoding="utf-8")
    rule = (heat / "nb/rules/pk101.html").read_text(encoding="utf-8")
    assert 'href="../steps/step-1.1.html#requirement-shade"' in rule
    assert 'href="../requirements.html#requirement-loose"' in rule
    assert "participants:" in rule


def test_rule_that_plankit_does_not_have_is_its_code_alone(heat: Path) -> None:
    """A guide may name rules of a later plankit."""
    assert "<code>PK999</code>" in (heat / "nb/steps/step-1.1.html").read_text(encoding="utf-8")
    assert not (heat / "nb/rules/pk999.html").exists()


def test_each_rule_has_four_sections_for_its_page() -> None:
    """No page of a rule can come out half empty."""
    assert [
        code for code, rule in BY_CODE.items() if len(list(filter(None, rule_text(rule).values()))) != 4
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_link_to_themselves_in_other_languages(heat: Path, language: str) -> None:
    """One changes language without losing the page."""
    markup = (heat / language / "agencies/school.html").read_text(encoding="utf-8")
    others = [tag for tag in LANGUAGES if tag != language]
    assert all(f'href="../../{tag}/agencies/school.html" hreflang="{tag}"' in markup for tag in others)


def test_first_page_of_several_languages_leads_to_the_guides_own(heat: Path) -> None:
    """Without any script one comes to Bokmål, or chooses."""
    markup = (heat / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=nb/index.html"' in markup
    assert "<script" not in markup
    assert all(f'href="{tag}/index.html"' in markup for tag in LANGUAGES)


def test_titles_of_tabs_do_not_tell_the_theme(heat: Path) -> None:
    """Who looks at the browser's history learns little."""
    for page in (heat / "en").rglob("*.html"):
        title = re.search(r"<title>(.*?)</title>", page.read_text(encoding="utf-8"))
        assert title is not None
        assert "heat-wave plans" not in title[1]


def test_guide_site_with_one_language_lies_in_the_folder_itself(no_vold: Path) -> None:
    """Without other languages there is no folder for each, and no switch."""
    markup = (no_vold / "index.html").read_text(encoding="utf-8")
    assert '<html lang="nb"' in markup
    assert "pk-languages" not in markup


def test_guide_site_of_no_vold_has_a_page_for_each_step_agency_and_task(no_vold: Path) -> None:
    """Nothing of the guide is left out."""
    guide = guide_in(packs_folder() / "no-vold")
    pages = {path.relative_to(no_vold).as_posix() for path in no_vold.rglob("*.html")}
    for kind in ("steps", "agencies", "tasks"):
        wanted = {str(guide_address(guide, entry.id)) for entry in getattr(guide, kind)}
        assert {one.partition("/")[0] for one in wanted} == {kind}
        assert wanted <= pages


def test_guide_site_built_twice_is_the_same(tmp_path: Path) -> None:
    """A second build over the first leaves the same bytes and nothing else."""
    build_guide(HEAT, tmp_path / "site", "en")
    first = tree(tmp_path / "site")
    (tmp_path / "site" / "old.html").write_text("old", encoding="utf-8")
    build_guide(HEAT, tmp_path / "site", "en")
    assert tree(tmp_path / "site") == first


def test_guide_site_is_not_built_into_a_folder_of_other_things(tmp_path: Path) -> None:
    """A folder that plankit did not build is left alone."""
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused):
        build_guide(HEAT, tmp_path, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_guide_site_is_not_built_around_its_pack(tmp_path: Path) -> None:
    """The guide's own folder is never emptied."""
    pack = _copy(HEAT, tmp_path / "pack")
    with pytest.raises(OutputRefused):
        build_guide(pack, pack, "en")
    assert (pack / "guide.yaml").is_file()


def test_guide_with_a_frame_alone_is_built(tmp_path: Path) -> None:
    """A guide that somebody has just begun has a site, with less on it."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack/guide.yaml").write_text("guide: {id: g, edition: '1', title: Ny}\n", encoding="utf-8")
    result = build_guide(tmp_path / "pack", tmp_path / "out")
    assert result.warnings == ()
    assert {path.name for path in (tmp_path / "out").glob("*.html")} == {
        "index.html",
        "about.html",
        "search.html",
    }


def test_guide_with_markup_in_its_words_shows_words(tmp_path: Path) -> None:
    """Words that look like HTML, Markdown or templates are words on the page, and the page stays valid."""
    evil = "'<b onclick=\"x\">&amp; <script>alert(1)</script> *a* `b` [c](d) {e} {{ f }} <!-- -->'"
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "guide.yaml").write_text(
        f"guide: {{id: g, edition: {evil}, title: {evil}, about: {evil}}}\n"
        f"phases: [{{id: p, title: {evil}}}]\n"
        f"steps: [{{id: s, phase: p, title: {evil}, text: {evil}, do: [{evil}], address: {evil}}}]\n"
        f"requirements: [{{id: r, step: s, title: {evil}, text: {evil}, force: {evil}, decided_by: {evil}, rules: [{evil}]}}]\n"
        f"agencies: [{{id: a, name: {evil}, level: {evil}}}]\n"
        f"glossary: [{{id: w, name: {evil}, also: [{evil}], text: {evil}}}]\n"
        f"help_lines: [{{id: h, name: {evil}, kind: {evil}, number: {evil}, site: {evil}, on_every_page: true}}]\n",
        encoding="utf-8",
    )
    build_guide(pack, tmp_path / "site")
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert not any("<script>alert" in page or "<b onclick" in page for page in pages)
    assert [f"{one.file}: {one.text}" for one in check_html(tmp_path / "site")] == []


def test_pages_of_guide_site_are_valid_html(heat: Path) -> None:
    """The checker of the makers of HTML finds no error in any language."""
    assert [f"{one.file}:{one.line}: {one.text}: {one.extract}" for one in check_html(heat)] == []
