"""Every link of a built site leads somewhere, every entry has an address, and links run both ways."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from sphinx.util.inventory import InventoryFile
from tests.site.building import FJORDVIK
from tests.site.small_plan import LANGUAGES

import plankit
from plankit.model.plan import Plan

SITES = ("fjordvik", *LANGUAGES)
_LINKS = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "form": "action",
    "use": "href",
    "object": "data",
}


class _Reader(HTMLParser):
    """The links and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        link = values.get(_LINKS.get(tag, ""))
        if link is not None:
            self.links.append(link)
        anchor = values.get("id")
        if anchor is not None:
            self.anchors.append(anchor)


class Read(NamedTuple):
    """A page as read: what it links to, resolved against its own address, and its anchors."""

    links: tuple[tuple[str, str], ...]
    anchors: tuple[str, ...]


@pytest.fixture(scope="session")
def pages(sites: Path) -> dict[str, dict[str, Read]]:
    """Each page of each site by its name."""
    return {site: _read_site(sites / site) for site in SITES}


def _read_site(folder: Path) -> dict[str, Read]:
    found = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        links = tuple(one for link in reader.links if (one := _resolved(name, link)) is not None)
        found[name] = Read(links, tuple(reader.anchors))
    return found


def _resolved(page: str, link: str) -> tuple[str, str] | None:
    """File and fragment that a link on `page` means; `None` for one that leads out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return target, unquote(parts.fragment)


@pytest.mark.parametrize("site", SITES)
def test_every_internal_link_leads_to_a_file_and_an_anchor(
    sites: Path, pages: dict[str, dict[str, Read]], site: str
) -> None:
    """No link of the site is broken, neither its file nor the place in it."""
    broken = set()
    for name, page in pages[site].items():
        for target, fragment in page.links:
            there = pages[site].get(target)
            if not (sites / site / target).is_file() or (
                fragment and there and fragment not in there.anchors
            ):
                broken.add(f"{name} → {target}#{fragment}")
    assert sorted(broken) == []


@pytest.mark.parametrize("site", SITES)
def test_every_anchor_stands_once_on_its_page(pages: dict[str, dict[str, Read]], site: str) -> None:
    """An anchor that stood twice would lead to the first of two places."""
    twice = {
        f"{name}#{anchor}"
        for name, page in pages[site].items()
        for anchor in page.anchors
        if page.anchors.count(anchor) > 1
    }
    assert sorted(twice) == []


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_reached_from_the_front_page(pages: dict[str, dict[str, Read]], site: str) -> None:
    """Following links from the front page, one comes to every page."""
    reached = {"index.html"}
    fresh = ["index.html"]
    while fresh:
        page = pages[site].get(fresh.pop())
        new = {target for target, _ in page.links if target not in reached} if page else set()
        reached |= new
        fresh += new
    assert set(pages[site]) - reached - {"search.html"} == set()


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The plan of the example."""
    loaded = plankit.load(FJORDVIK)
    assert loaded.plan is not None
    return loaded.plan


@pytest.fixture(scope="session")
def addresses(fjordvik: Path) -> dict[str, dict[str, tuple[str, str]]]:
    """For each kind of entry and each id, file and fragment, from the inventory that other projects read."""
    inventory = InventoryFile.loads((fjordvik / "objects.inv").read_bytes(), uri="").data
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for kind, items in inventory.items():
        if kind.startswith("plan:"):
            for name, item in items.items():
                file, _, fragment = item.uri.partition("#")
                found.setdefault(kind.removeprefix("plan:"), {})[name] = (file, fragment)
    return found


def test_every_entry_has_an_address(plan: Plan, addresses: dict[str, dict[str, tuple[str, str]]]) -> None:
    """Each measure, goal, area, agency, procedure and step can be linked to from other projects."""
    wanted = {
        "measure": {one.id for one in plan.measures},
        "goal": {one.id for one in plan.goals},
        "area": {one.id for one in plan.areas},
        "agency": {one.id for one in plan.agencies},
        "procedure": {one.id for one in plan.procedures},
        "step": {f"{one.id}.{step.id}" for one in plan.procedures for step in one.all_steps()},
    }
    assert all(wanted.values())
    missing = {kind: sorted(ids - set(addresses.get(kind, ()))) for kind, ids in wanted.items()}
    assert missing == {kind: [] for kind in wanted}


def test_every_requirement_of_the_guide_has_an_address(
    addresses: dict[str, dict[str, tuple[str, str]]],
) -> None:
    """What the guide asks for can be linked to, where the site tells how the plan answers it."""
    guide = plankit.load(FJORDVIK).guide
    assert guide is not None
    assert {one.id for one in guide.requirements} == set(addresses["requirement"])


def test_every_address_exists(
    pages: dict[str, dict[str, Read]], addresses: dict[str, dict[str, tuple[str, str]]]
) -> None:
    """What the inventory promises is on the page that it names."""
    site = pages["fjordvik"]
    lost = [
        f"{kind} {name}: {file}#{fragment}"
        for kind, items in addresses.items()
        for name, (file, fragment) in items.items()
        if file not in site or (fragment and fragment not in site[file].anchors)
    ]
    assert lost == []


def test_links_between_measures_goals_and_agencies_run_both_ways(
    plan: Plan, pages: dict[str, dict[str, Read]], addresses: dict[str, dict[str, tuple[str, str]]]
) -> None:
    """A measure's page leads to its goals and agencies, and theirs lead back to the measure."""
    site = pages["fjordvik"]
    missing = []
    for measure in plan.measures:
        here = addresses["measure"][measure.id]
        others = [("goal", one) for one in measure.goals]
        others += [("agency", one.agency) for one in measure.responsible if one.agency]
        for kind, name in others:
            there = addresses[kind][name]
            if there not in site[here[0]].links:
                missing.append(f"{measure.id} → {name}")
            if here not in site[there[0]].links:
                missing.append(f"{name} → {measure.id}")
    assert missing == []
