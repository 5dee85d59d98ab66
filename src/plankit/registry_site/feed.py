"""A feed in Atom (RFC 4287) with one entry for each municipality, so that others can follow what changes."""

from __future__ import annotations

import uuid
from datetime import date
from xml.etree import ElementTree as Tree

from plankit.language import N_
from plankit.registry.picture import SINCE, Place
from plankit.registry.tables import updated
from plankit.registry_site.page import LABELS, Site, page_of

NAMESPACE = "http://www.w3.org/2005/Atom"
_OWN = uuid.UUID("6f0b2f0e-8f5e-5d4b-9d2b-2f4c3b1a7e55")
"""The space that ids are made in. It never changes: with another, every entry would be new to its readers."""


def feed(site: Site) -> bytes:
    """The feed: the newest entry first, those of a day in the order of numbers. The same facts give the same bytes."""
    since = SINCE.get(site.picture.country, site.day)
    dated = [(updated(one, site.day, since), one) for one in site.picture.places]
    dated.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].number))
    root = Tree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": site.language})
    _add(root, "id", _id(site, "feed"))
    _add(root, "title", site.title)
    _add(root, "updated", _moment(max((day for day, _ in dated), default=since)))
    _add(Tree.SubElement(root, "author"), "name", site.title)
    _add(root, "generator", "plankit")
    if site.base:
        Tree.SubElement(root, "link", {"rel": "self", "href": f"{site.base}feed.atom"})
    Tree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{site.base}index.html"})
    for day, place in dated:
        _entry(root, site, place, day)
    Tree.indent(root)
    written: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: Tree.Element, site: Site, place: Place, day: date) -> None:
    entry = Tree.SubElement(root, "entry")
    _add(entry, "id", _id(site, place.number))
    _add(entry, "title", f"{place.name}: {site.t(LABELS[place.state])}")
    _add(entry, "updated", _moment(day))
    address = f"{site.base}{page_of(place)}"
    Tree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
    Tree.SubElement(entry, "category", {"term": str(place.state), "label": site.t(LABELS[place.state])})
    told = place.said(site.language) or site.t(N_("No plan in this registry names it."))
    Tree.SubElement(entry, "summary", {"type": "text"}).text = told


def _add(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = text


def _id(site: Site, what: str) -> str:
    """An id that the country and the number alone decide, wherever and in whatever language it is published."""
    return uuid.uuid5(_OWN, f"{site.picture.country}:{what}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
