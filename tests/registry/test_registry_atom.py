"""The feed of a registry: read with a real reader, the same each time, with ids that stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from tests.registry.country import DAY, pictured, write_plans

from plankit.registry.picture import Picture
from plankit.registry_site.feed import NAMESPACE, feed
from plankit.registry_site.page import Site

BASE = "https://plans.example/"
ATOM = {"a": NAMESPACE}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dozen plans."""
    return write_plans(tmp_path_factory.mktemp("plans"))


@pytest.fixture(scope="module")
def picture(plans: Path) -> Picture:
    """What they tell of Norway."""
    return pictured(plans)


def made(picture: Picture, language: str = "en", base: str = BASE) -> bytes:
    """The feed of a picture."""
    return feed(Site(picture=picture, language=language, base=base))


def read(data: bytes) -> Any:
    """The feed as a reader of feeds has it."""
    return feedparser.parse(data)


def test_reader_of_feeds_reads_an_entry_for_each_municipality(picture: Picture) -> None:
    """The feed is sound Atom, and each municipality has one entry with id, title, day, link and summary."""
    found = read(made(picture))
    assert (found.version, bool(found.bozo)) == ("atom10", False)
    assert len(found.entries) == 357
    for entry in found.entries:
        assert entry.id.startswith("urn:uuid:")
        assert entry.link.startswith(f"{BASE}municipalities/")
        assert entry.title
        assert entry.summary
        assert entry.updated.endswith("T00:00:00Z")


def test_feed_has_what_the_standard_demands(picture: Picture) -> None:
    """RFC 4287: id, title, updated and an author for the feed, one of each for an entry, every id once, no empty text."""
    root = etree.fromstring(made(picture))
    assert [len(root.findall(f"a:{name}", ATOM)) for name in ("id", "title", "updated", "author")] == [
        1,
        1,
        1,
        1,
    ]
    assert root.find("a:link[@rel='self']", ATOM).get("href") == f"{BASE}feed.atom"
    ids = [one.text for one in root.findall(".//a:id", ATOM)]
    assert len(ids) == len(set(ids)) == 358
    for entry in root.findall("a:entry", ATOM):
        assert [len(entry.findall(f"a:{name}", ATOM)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert all(
            (one.text or "").strip()
            for one in entry
            if one.tag.endswith(("id", "title", "updated", "summary"))
        )
    newest = max(one.text for one in root.findall("a:entry/a:updated", ATOM))
    assert root.find("a:updated", ATOM).text == newest


def test_ids_stay_whatever_the_day_the_language_and_the_address(plans: Path, picture: Picture) -> None:
    """A reader that follows the feed is never shown an old entry as a new one."""
    later = pictured(plans, day=date(2030, 1, 1))
    ids = {
        tuple(sorted(one.id for one in read(data).entries))
        for data in (made(picture), made(picture, "nb", ""), made(later))
    }
    assert len(ids) == 1


def test_same_plans_on_the_same_day_give_the_same_bytes(plans: Path, picture: Picture) -> None:
    """Nothing of the clock or the machine is in the feed."""
    assert made(pictured(plans)) == made(picture)


def test_entry_changes_its_day_when_its_plan_expires(plans: Path, picture: Picture) -> None:
    """Days come from the plans: the plan of Oslo ends with 2028, and the entry then says so and since when."""

    def oslo(data: bytes) -> Any:
        return next(one for one in read(data).entries if one.title.startswith("Oslo:"))

    now, later = oslo(made(picture)), oslo(made(pictured(plans, day=date(2029, 3, 1))))
    assert (now.title, now.updated[:10]) == ("Oslo: Own plan in force", "2025-01-01")
    assert (later.title, later.updated[:10]) == ("Oslo: Expired", "2028-12-31")
    assert now.id == later.id
    assert all(one.updated[:10] <= DAY.isoformat() for one in read(made(picture)).entries)


def test_newest_entry_stands_first(picture: Picture) -> None:
    """The entries are in the order of their days, those of a day in the order of numbers."""
    days = [one.updated for one in read(made(picture)).entries]
    assert days == sorted(days, reverse=True)
