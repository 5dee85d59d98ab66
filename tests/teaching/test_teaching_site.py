"""The site of a kit as files: complete to read, discreet, asking nobody for anything, and the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html
from tests.site.vnu import VnuMissing, check_html, vnu_jar
from tests.teaching.kits import small_branching, small_case, small_kit, small_questions
from tests.teaching.small_guide import EXIT

from plankit.language import LANGUAGES
from plankit.teaching_site.page import POLICY
from plankit.teaching_site.questions import SAID
from plankit.teaching_site.site import site_files, write_site
from plankit.views.discretion import discretion

BESIDE = ("slides/index.html", "slides/deck.js/reveal.js", "print/worksheet.pdf", "facilitator/key.pdf")
CASES = ("cases/hot-day.html", "steps/branch-hot-day.html", "table-top.html", "whole-day.html")


@pytest.fixture(scope="module")
def kit_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit in which other parts have written before the site."""
    folder = tmp_path_factory.mktemp("kit")
    for name in BESIDE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    write_site(small_kit(), folder)
    return folder


@pytest.fixture(scope="module")
def site(kit_folder: Path) -> Path:
    """The written site, in English."""
    return kit_folder / "site"


def document(site: Path, name: str) -> html.HtmlElement:
    """A page, parsed."""
    found: html.HtmlElement = html.fromstring((site / name).read_bytes())
    return found


def pages(site: Path) -> list[str]:
    """Every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def links(site: Path) -> Iterator[tuple[str, str]]:
    """Every link to another page or file of the kit, with the page that it stands on."""
    for name in pages(site):
        for address in document(site, name).xpath("//@href | //@src"):
            if not re.match(r"[a-z]+:", address):
                yield name, address


def dangling(site: Path) -> set[tuple[str, str]]:
    """Links to a page, a file or a place on a page that is not there."""
    wrong = set()
    for name, address in links(site):
        path, place = urldefrag(address)
        target = (site / name).parent / unquote(path) if path else site / name
        found = target.is_file() and (
            not place or place in html.fromstring(target.read_bytes()).xpath("//@id")
        )
        if not found:
            wrong.add((name, address))
    return wrong


def test_every_link_leads_somewhere(site: Path) -> None:
    """No page leads to what is not there."""
    assert dangling(site) == set()


def test_kit_for_one_audience_leads_to_no_objective_of_others(tmp_path: Path) -> None:
    """What is not for them is named, and has no place to lead to."""
    write_site(small_kit(audience="council"), tmp_path)
    assert dangling(tmp_path / "site") == set()
    told = document(tmp_path / "site", "objectives.html").xpath("//h2/text() | //h2/span/text()")
    assert "Lead on a hot day" in told
    assert "Warn in time" not in told


def test_every_page_can_be_reached_from_the_front_page(site: Path) -> None:
    """Nobody has to know an address."""
    found, waiting = {"index.html"}, ["index.html"]
    while waiting:
        here = waiting.pop()
        for address in document(site, here).xpath("//a/@href"):
            target = ((site / here).parent / urldefrag(address)[0]).resolve()
            if target.is_file() and target.is_relative_to(site):
                name = target.relative_to(site).as_posix()
                waiting += [name] if name not in found else []
                found.add(name)
    assert found == set(pages(site))


def test_pages_allow_their_own_style_and_script_and_nothing_else(site: Path) -> None:
    """The policy forbids all but own files, and no page holds what it would forbid."""
    for name in pages(site):
        page = document(site, name)
        assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
        assert not page.xpath("//style | //script[not(@src)] | //@style | //iframe | //img | //form")
        assert not [one for one in page.xpath("//@*") if one.attrname.startswith("on")]
        for source in page.xpath("//link/@href | //script/@src"):
            assert ((site / name).parent / source).resolve().is_relative_to(site / "static")


def test_only_law_and_the_way_out_lead_off_the_site(site: Path) -> None:
    """Nothing is asked of another site unless somebody follows a link, and that tells the other site nothing."""
    for name in pages(site):
        for link in document(site, name).xpath("//a[starts-with(@href, 'http')]"):
            assert "noreferrer" in link.get("rel")
            assert link.get("href") == EXIT or "external" in link.get("class")


def test_styles_and_scripts_ask_for_nothing_and_keep_nothing(site: Path) -> None:
    """No word in them stands for storage, the network, history or the address."""
    kept = r"Storage|cookie|indexedDB|caches|serviceWorker|pushState|replaceState|location\.(hash|search)|BroadcastChannel"
    asked = r"fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import\(|https?://(?!www\.w3\.org)|postMessage"
    script = (site / "static" / "teaching.js").read_text(encoding="utf-8")
    assert not re.search(f"{kept}|{asked}", script)
    for path in (site / "static").glob("*.css"):
        assert not re.search(r"url\(|@import", path.read_text(encoding="utf-8"))


def test_titles_addresses_and_anchors_do_not_tell_the_theme() -> None:
    """What a browser remembers of a case is a number; an id that tells the theme becomes a code."""
    kit = replace(
        small_kit(),
        cases=(replace(small_case(), id="heat-at-school", title="Heat at school"),),
        branching=(replace(small_branching(), id="steps-heat", title="Heat, step by step"),),
        questions=(replace(small_questions()[0], id="q-heat"),),
    )
    quiet = discretion(kit.subject.guide)
    for name, content in site_files(kit):
        assert not quiet.reveals(name)
        if name.endswith(".html"):
            page = html.fromstring(content)
            assert not quiet.reveals(page.findtext(".//title"))
            assert not [
                one for one in page.xpath("//@id | //@href[not(contains(., ':'))]") if quiet.reveals(one)
            ]


def test_same_kit_gives_the_same_bytes_in_every_language() -> None:
    """Nothing depends on the clock, on chance or on an order that changes."""
    for language in LANGUAGES:
        once, again = (dict(site_files(small_kit(language), files=BESIDE)) for _ in range(2))
        assert once == again
        assert f'<html lang="{language}">'.encode() in once["index.html"]


def test_text_in_another_language_says_which() -> None:
    """A screen reader speaks what the guide lacks in the reader's language as what it is."""
    english, bokmal = (
        html.fromstring(dict(site_files(small_kit(one)))["objectives.html"]).xpath(
            "//h2/span/@lang | //h2/span/text()"
        )
        for one in ("en", "nb")
    )
    assert english == []
    assert bokmal == ["en", "Lead on a hot day"]


def test_markup_in_a_question_stays_words(site: Path) -> None:
    """Signs that HTML reads as its own are shown as they are."""
    page = document(site, "questions/responsible.html")
    assert "Who warns of “heat” & <storm>?" in page.xpath("//*[@class='t-text']/text()")
    assert not page.xpath("//storm")


def test_every_question_stands_with_exactly_its_right_answers(site: Path) -> None:
    """What is marked as right on a page is what is right in the kit, without any script."""
    for one in small_questions():
        section = document(site, f"questions/{one.exercise}.html").get_element_by_id(one.id)
        details = section.find("details")
        marked = details.xpath(".//li[span[@class='t-good']]")
        assert len(marked) == one.right
        told = details.text_content()
        for word in (*one.steps, *(side for pair in one.pairs for side in pair), *one.answers):
            assert word in told
        if one.kind == "order":
            assert [item.text for item in details.findall("ol/li")] == list(one.steps)
        for pointer in one.pointers:
            assert pointer.words in told


def test_what_nobody_confirmed_says_so(site: Path) -> None:
    """A pointer that the guide is unsure of never looks like one that it read."""
    page = document(site, "questions/help.html").get_element_by_id("q-several")
    decided = page.xpath("string(.//p[@class='t-decided'])")
    assert (
        decided
        == "Decided by: Procedure “A hot day”, step 2 (in the plan); The duty to warn (in the guide, not confirmed)"
    )


def test_help_comes_first_and_last_where_a_story_is_told(site: Path) -> None:
    """Whoever opens a case meets help and the warning before the story, and help again after it."""
    for name in CASES:
        page = document(site, name)
        order = [one.get("class") for one in page.iter() if one.get("class")]
        warning = order.index("pk-notice t-warning")
        assert order.index("pk-help t-help") < warning < order.index("t-made-up")
        story = page.xpath("//article//h2[1]")[0]
        assert page.xpath("//div[contains(@class, 't-warning')]/following::h2")[0] is story
        assert page.xpath("//footer/aside[@class='pk-help']")
        assert not page.xpath("//details//div[contains(@class, 't-warning')]")


def test_learners_pages_lead_to_no_key(site: Path) -> None:
    """Only the page for those who lead leads to answers and keys."""
    for name, address in links(site):
        target = ((site / name).parent / urldefrag(address)[0]).resolve()
        if target.parent in (site / "lead", site.parent / "facilitator"):
            assert name == "lead.html" or name.startswith("lead/")
    assert "../facilitator/key.pdf" in document(site, "lead.html").xpath("//a/@href")
    hunt = document(site, "gap-hunt.html").text_content()
    assert not [one for one in small_kit().hunt.planted if one.what in hunt]  # type: ignore[union-attr]


def test_front_page_links_to_what_lies_beside_and_to_nothing_that_pages_are_made_of(site: Path) -> None:
    """A file that other parts wrote is offered; the parts of a deck are not."""
    offered = [one for one in document(site, "index.html").xpath("//main//a/@href") if one.startswith("../")]
    assert offered == ["../slides/index.html", "../print/worksheet.pdf"]


def test_kit_without_a_plan_has_no_page_for_what_it_lacks() -> None:
    """A menu offers nothing that is not there."""
    kit = replace(small_kit(), hunt=None, table_top=None, branching=(), cases=(), questions=())
    files = dict(site_files(kit))
    assert not {"gap-hunt.html", "table-top.html", "cases.html", "step-by-step.html"} & set(files)
    assert not [name for name in files if name.startswith("questions/")]
    menu = html.fromstring(files["index.html"]).xpath("//nav//a/@href")
    assert set(menu) <= set(files)


def test_objective_that_no_programme_serves_is_told(site: Path) -> None:
    """Who plans a session sees what it leaves out."""
    rows = document(site, "objectives.html").xpath("//table//tbody/tr")
    told = {row[0].text_content().strip(): [cell.text_content().strip() for cell in row[1:]] for row in rows}
    assert told["Lead on a hot day"] == ["not for them", "not covered"]
    assert told["Warn in time"] == ["covered", "not for them"]


def test_words_of_the_script_stand_on_the_page(site: Path) -> None:
    """The script says nothing in a language of its own."""
    script = (site / "static" / "teaching.js").read_text(encoding="utf-8")
    assert set(re.findall(r'say\("(\w+)"', script)) & set(SAID)
    assert not re.findall(r'textContent = "[A-Za-z]', script)


def test_pages_are_valid_html(site: Path, tmp_path: Path) -> None:
    """The Nu HTML checker finds no error on any page."""
    try:
        vnu_jar()
    except VnuMissing as missing:
        pytest.fail(str(missing))
    for name in pages(site):
        (tmp_path / name.replace("/", "-")).write_bytes((site / name).read_bytes())
    assert check_html(tmp_path) == ()


def test_every_exercise_says_which_objectives_it_serves() -> None:
    """Where an exercise is told, each objective that it serves is named with a link to the page of objectives."""
    kit = small_kit()
    pages = {name: content.decode() for name, content in site_files(kit) if name.endswith(".html")}
    told = "\n".join(text for name, text in pages.items() if not name.startswith(("objectives", "lead")))
    for one in kit.everything:
        for name in one.objectives:
            title = str(next(o.title for o in kit.subject.guide.objectives if o.id == name))
            assert re.search(rf'Serves: [^\n]*objectives\.html#[^"]*"[^>]*>{re.escape(title)}<', told), one.id
    assert told.count("Serves: ") == sum(bool(one.objectives) for one in kit.everything)
