"""The site of a registry: complete without scripts, sound as HTML, readable for everyone, and the same each time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html
from playwright.sync_api import Browser, Page
from tests.registry.country import DAY, PLANS, pictured, write_plans
from tests.site.judging import VIEWS, Judge
from tests.site.vnu import VnuMissing, check_html, vnu_jar

from plankit.language import LANGUAGES
from plankit.outputs import OutputRefused
from plankit.places.tables import municipalities
from plankit.registry.picture import Picture
from plankit.registry_site.open_data import DATASETS
from plankit.registry_site.page import LABELS, Site
from plankit.registry_site.site import BUILT, site_files, write_site
from plankit.registry_site.tile_map import short_name
from plankit.registry_site.tiles import squares
from plankit.views.discretion import discretion
from plankit.views.in_force import State

SHOWN = ("index.html", "counties/11.html", "municipalities/1101.html", "comparison.html")
"""One page of each kind; the table of all municipalities is made as that of a county."""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the dozen plans."""
    return write_plans(tmp_path_factory.mktemp("plans"))


@pytest.fixture(scope="module")
def picture(plans: Path) -> Picture:
    """What they tell of Norway."""
    return pictured(plans)


@pytest.fixture(scope="module")
def site(picture: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The written site, in English."""
    out = tmp_path_factory.mktemp("registry")
    write_site(picture, out, language="en", base="https://plans.example/")
    return out


@pytest.fixture(scope="module")
def judge(browser: Browser, site: Path) -> Iterator[Judge]:
    """A tab of a real browser with axe-core in it."""
    judge = Judge(browser, site)
    yield judge
    judge.close()


def document(site: Path, name: str) -> html.HtmlElement:
    """A page, parsed."""
    found: html.HtmlElement = html.fromstring((site / name).read_bytes())
    return found


def pages(site: Path) -> list[str]:
    """Every page of the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_every_municipality_has_a_row_and_a_page(site: Path) -> None:
    """The table is complete without scripts, in the order of numbers, and each row leads to a page that exists."""
    rows = document(site, "municipalities.html").findall(".//tbody/tr")
    assert [row[1].text_content() for row in rows] == [one.number for one in municipalities("NO")]
    for row in rows:
        assert (site / row[0][0].get("href")).is_file()
        assert row[3].text_content().strip() in LABELS.values()


def test_map_has_a_square_for_every_municipality_with_the_same_state_as_the_table(site: Path) -> None:
    """The map and the table tell the same facts; nothing of the map is left to colour alone."""
    table = {
        row[1].text_content(): row[3].text_content().strip()
        for row in document(site, "municipalities.html").findall(".//tbody/tr")
    }
    figure = document(site, "index.html").find(".//figure")
    titles = [one.findtext(".//title") or "" for one in figure.findall("svg/a")]
    shown = {title[:4]: title.rpartition(": ")[2] for title in titles}
    assert shown == table
    for link in figure.findall("svg/a"):
        assert link.find("g/text").text
        assert len(link.findall("g/*")) >= 4
    assert figure.find("figcaption//a").get("href") == "municipalities.html"


@pytest.mark.parametrize(("country", "count"), [("NO", 357), ("SE", 290)])
def test_layout_gives_each_municipality_a_square_of_its_own(country: str, count: int) -> None:
    """No two squares lie on each other, and none is missing; the map stays narrow enough for a telephone."""
    found = squares(country)
    assert len(found) == len(set(found.values())) == count
    assert max(one.column for one in found.values()) <= 12


def test_short_names_are_at_most_four_letters() -> None:
    """What stands in a square fits it."""
    assert short_name("Nordre Follo") == "NoFo"
    assert max(len(short_name(one.name)) for one in municipalities("NO")) == 4


def test_every_link_leads_somewhere(site: Path) -> None:
    """No page leads to a page, a file or a place on a page that is not there."""
    ids = {name: set(document(site, name).xpath("//@id")) for name in pages(site)}
    wrong = set()
    for name in pages(site):
        here = (site / name).parent
        for address in document(site, name).xpath("//a/@href | //link/@href | //script/@src"):
            if address.startswith("https://"):
                continue
            target, anchor = urldefrag(address)
            path = (here / target).resolve() if target else site / name
            known = ids.get(path.relative_to(site.resolve()).as_posix() if target else name, set())
            if not path.is_file() or (anchor and anchor not in known):
                wrong.add((name, address))
    assert wrong == set()


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    """Each page forbids what it does not bring along, and holds neither styles nor programs of its own."""
    for name in pages(site):
        page = document(site, name)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert page.xpath("//@style | //style | //script[not(@src)] | //img | //iframe | //@onclick") == []
        assert not [one for one in page.xpath("//script/@src | //link/@href") if "//" in one]


def test_titles_and_names_of_files_tell_nothing_of_the_theme(site: Path, picture: Picture) -> None:
    """What a browser remembers of the pages holds none of the words that the guide keeps quiet."""
    quiet = discretion(picture.guide)
    own_names = {one.name for one in municipalities("NO")}
    for name in pages(site):
        title = document(site, name).findtext(".//title") or ""
        told = title.partition(" – ")[0]
        assert told in own_names or not quiet.reveals(title), title
        assert not quiet.reveals(name)


def test_text_of_a_plan_is_never_markup(site: Path) -> None:
    """A plan that calls itself a program is shown as it is written."""
    page = document(site, "municipalities/1145.html")
    assert "</h3><script>alert(1)</script> & co" in [one.text_content() for one in page.findall(".//h3")]
    assert len(page.findall(".//script")) == 1


def test_rule_stands_beside_the_figures_with_its_source(site: Path) -> None:
    """Every page with figures of plans in force carries the rule, where it was read, and when."""
    for name in ("index.html", "municipalities.html", "counties.html", "regions.html", "comparison.html"):
        (rule,) = document(site, name).find_class("rule")
        assert "evaluation date" in rule.text_content()
        assert "checked 2026-11-22" in rule.text_content()
        assert any("ssb.no" in one for one in rule.xpath(".//a/@href"))


def test_earlier_counts_stand_beside_the_same_today_with_a_warning(site: Path) -> None:
    """The published figures are shown with their source and beside what the plans give; no line is drawn through them."""
    page = document(site, "comparison.html")
    text = page.text_content()
    assert "168 of 422, 40%" in text
    assert "5 of 357, 1%" in text
    assert "call no difference a trend" in text
    assert "How many live where is not given" in text


def test_sizes_without_inhabitants_say_so(site: Path) -> None:
    """No figure is invented: the page says what is missing."""
    page = document(site, "sizes.html")
    assert page.findall(".//table") == []
    assert "was not given" in page.text_content()


def test_broken_plan_is_listed_on_its_own_page(site: Path) -> None:
    """What could not be read is told of by folder and reason, without the way into a machine."""
    text = document(site, "unread.html").text_content()
    assert "j-broken" in text
    assert "Umeå" in text
    assert str(site.parent) not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_site_is_whole_in_each_language(picture: Picture, language: str) -> None:
    """Every language gives the same files, and says which it is."""
    files = dict(site_files(picture, language=language))
    english = {name for name, _ in site_files(picture, language="en")}
    assert set(files) == english
    start = files["index.html"].decode()
    assert f'<html lang="{language}">' in start
    assert (language == "en") == ("Who has a plan in force?" in start)


def test_site_is_the_same_each_time_and_written_only_where_it_changed(plans: Path, tmp_path: Path) -> None:
    """The same plans give the same bytes; what is no longer there is removed, what is not ours is left alone."""
    picture = pictured(plans)
    first = write_site(picture, tmp_path / "out", language="nb")
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    assert first.written == len(dict(site_files(picture, language="nb")))
    again = write_site(pictured(plans), tmp_path / "out", language="nb")
    assert again.written == 0
    fewer = write_plans(tmp_path / "fewer", {"a-own": PLANS["a-own"]})
    write_site(pictured(fewer), tmp_path / "out", language="nb")
    assert not (tmp_path / "out" / "unread.html").exists()
    assert (tmp_path / "out" / "mine.txt").is_file()


def test_folder_with_something_else_is_not_written_into(picture: Picture, tmp_path: Path) -> None:
    """A folder that holds other files is refused, and nothing in it changes."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputRefused):
        write_site(picture, tmp_path, language="nb")
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_list_of_files_cannot_lead_out_of_the_folder(picture: Picture, tmp_path: Path) -> None:
    """A list that somebody changed removes nothing outside."""
    out, other = tmp_path / "out", tmp_path / "other.txt"
    write_site(picture, out, language="nb")
    other.write_text("mine", encoding="utf-8")
    (out / BUILT).write_text("../other.txt\n", encoding="utf-8")
    write_site(picture, out, language="nb")
    assert other.is_file()


def test_tables_of_the_open_data_are_as_the_package_says(site: Path) -> None:
    """Each CSV has the columns of its description, and the JSON holds the same rows."""
    package = json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in package["resources"]] == [one.name for one in DATASETS]
    for resource in package["resources"]:
        text = (site / "data" / resource["path"]).read_text(encoding="utf-8")
        head, *rows = csv.reader(io.StringIO(text))
        assert head == [field["name"] for field in resource["schema"]["fields"]]
        told = json.loads((site / "data" / f"{resource['name']}.json").read_text(encoding="utf-8"))
        assert len(rows) == len(told["rows"]) > 0
        for field, place in zip(resource["schema"]["fields"], range(len(head)), strict=True):
            values = {row[place] for row in rows if row[place]}
            assert all(_fits(field, value) for value in values), field["name"]


def _fits(field: dict[str, object], value: str) -> bool:
    limits = field.get("constraints")
    if isinstance(limits, dict) and value not in limits["enum"]:
        return False
    kinds = {"integer": r"\d+", "date": r"\d{4}-\d\d-\d\d", "boolean": "true|false", "string": r"(?s).+"}
    return re.fullmatch(kinds[str(field["type"])], value) is not None


def test_open_data_tells_the_states_of_the_pages(site: Path, picture: Picture) -> None:
    """The state of each municipality is the one that its page shows."""
    rows = csv.DictReader(io.StringIO((site / "data" / "municipalities.csv").read_text(encoding="utf-8")))
    told = {row["number"]: row["state"] for row in rows}
    assert told == {one.number: str(one.state) for one in picture.places}


def test_pages_are_sound_html(site: Path, tmp_path: Path) -> None:
    """The Nu HTML checker finds no error in a page of each kind."""
    try:
        vnu_jar()
    except VnuMissing as missing:
        pytest.fail(str(missing))
    kinds = [one for one in pages(site) if "/" not in one]
    for name in (*kinds, "counties/11.html", "municipalities/0301.html", "municipalities/1145.html"):
        place = tmp_path / name.replace("/", "-")
        place.write_bytes((site / name).read_bytes())
    assert check_html(tmp_path) == ()


@pytest.mark.parametrize("name", SHOWN)
def test_pages_can_be_used_by_everyone(judge: Judge, name: str) -> None:
    """axe-core finds nothing on the page: wide and light, narrow and dark, with its scripts run."""
    judge.opened(name)
    found = {view: judge.violations(view, frame=True) for view in (VIEWS[0], VIEWS[-1])}
    assert {view: lines for view, lines in found.items() if lines} == {}


def _column(tab: Page, column: int) -> list[str]:
    cells: list[str] = tab.eval_on_selector_all(
        f"tbody tr:not([hidden]) > :nth-child({column})", "all => all.map((one) => one.textContent.trim())"
    )
    return cells


def test_table_is_sorted_by_the_keyboard_and_says_so(judge: Judge) -> None:
    """The head of a column is a button: pressed once it sorts upwards, twice downwards, and tells which."""
    tab = judge.opened("municipalities.html")
    head = tab.locator("thead th").first
    head.locator("button").focus()
    tab.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    names = _column(tab, 1)
    assert names[0] == "Åfjord"
    tab.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert _column(tab, 1) == names[::-1]


def test_table_is_sorted_by_the_letters_of_its_language(
    judge: Judge, picture: Picture, tmp_path: Path
) -> None:
    """In Norwegian, Å is the last letter; states are sorted as they are listed, not by their words."""
    write_site(picture, tmp_path / "nb", language="nb")
    tab = judge.tab
    tab.goto((tmp_path / "nb" / "municipalities.html").as_uri())
    tab.locator("thead button").first.click()
    assert _column(tab, 1)[-1].startswith("Å")
    tab.locator("thead button").nth(3).click()
    assert [name for name in _column(tab, 1)[:3] if name in ("Oslo", "Sola", "Bokn")] == _column(tab, 1)[:3]


def test_rows_can_be_narrowed_down(judge: Judge) -> None:
    """Rows without the words that were typed are hidden, and how many are left is said."""
    tab = judge.opened("municipalities.html")
    tab.get_by_role("searchbox").fill("rogaland")
    assert len(_column(tab, 1)) == 23
    assert tab.get_by_role("status").inner_text() == "23 of 357 rows"


def test_map_fits_a_telephone(judge: Judge) -> None:
    """On a narrow screen nothing but wide tables scrolls sideways."""
    for name in ("index.html", "municipalities.html", "municipalities/1101.html"):
        tab = judge.opened(name)
        tab.set_viewport_size({"width": 320, "height": 700})
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, name
    tab.set_viewport_size({"width": 1280, "height": 900})


def test_state_that_nobody_is_in_is_told_as_none(site: Path) -> None:
    """Each state has its figure on the first page, also where it is nought."""
    rows = document(site, "index.html").find_class("figures")[0]
    assert len(rows) == len(State)
    assert DAY.isoformat() in document(site, "index.html").text_content()


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 357, "0%"), (1, 357, "<1%"), (168, 422, "40%"), (356, 357, ">99%"), (357, 357, "100%"), (0, 0, "–")],
)
def test_share_is_never_rounded_to_none_or_all(picture: Picture, part: int, whole: int, told: str) -> None:
    """One of many is not nought percent, and all but one are not all; nothing of nothing is no share."""
    assert Site(picture=picture, language="en").percent(part, whole) == told


def test_notice_of_plans_stands_on_every_page(tmp_path: Path) -> None:
    """Plans that say that they are made up make no map that somebody could take for true."""
    plans = write_plans(tmp_path / "plans")
    own = plans / "a-own" / "plan.yaml"
    own.write_text(
        own.read_text(encoding="utf-8").replace("plan:\n", "plan:\n  notice: Made <up>.\n", 1),
        encoding="utf-8",
    )
    write_site(pictured(plans), tmp_path / "out", language="en")
    assert pages(tmp_path / "out")
    for name in pages(tmp_path / "out"):
        assert "1 plan says of itself: Made &lt;up&gt;." in (tmp_path / "out" / name).read_text(
            encoding="utf-8"
        )


def test_pages_of_plans_without_a_notice_have_none(site: Path) -> None:
    """Nothing stands where there is nothing to say."""
    assert all('class="notice"' not in (site / name).read_text(encoding="utf-8") for name in pages(site))
