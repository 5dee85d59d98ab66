"""All files of a registry's site, and writing them to a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from plankit.outputs import OutputRefused
from plankit.registry.picture import Picture
from plankit.registry.tables import by_county
from plankit.registry_site.comparison import comparison
from plankit.registry_site.contents import findings, requirements
from plankit.registry_site.feed import feed
from plankit.registry_site.groups import counties, county, regions, sizes
from plankit.registry_site.lists import data, unread
from plankit.registry_site.municipalities import municipalities, municipality
from plankit.registry_site.open_data import data_files
from plankit.registry_site.overview import overview
from plankit.registry_site.page import Site, county_page, page_of

BUILT = ".plankit-registry"
"""Lies in a folder that a registry was written to, so that nothing else is ever written over. It lists the files."""
_STATIC = ("registry.css", "registry.js")


@dataclass(frozen=True, kw_only=True)
class Written:
    """What came of writing a site."""

    start: Path
    """The file to open first."""
    pages: int
    """Pages that the site holds."""
    written: int
    """Files that were not there, or not as they are now."""


def site_files(picture: Picture, *, language: str, base: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file of the site, by name. The same picture gives the same bytes."""
    site = Site(picture=picture, language=language, base=base)
    yield "index.html", overview(site)
    yield "municipalities.html", municipalities(site)
    yield "counties.html", counties(site)
    if picture.regions:
        yield "regions.html", regions(site)
    yield "sizes.html", sizes(site)
    yield "requirements.html", requirements(site)
    yield "findings.html", findings(site)
    yield "comparison.html", comparison(site)
    yield "data.html", data(site)
    if "unread.html" in site.pages:
        yield "unread.html", unread(site)
    for share in by_county(picture):
        yield county_page(share.key), county(site, share)
    for place in picture.places:
        yield page_of(place), municipality(site, place)
    yield "feed.atom", feed(site)
    yield from data_files(site).items()
    for name in _STATIC:
        yield f"static/{name}", resources.files(__package__).joinpath("static", name).read_bytes()


def check_out(out: Path) -> None:
    """Raise `OutputRefused` where `out` holds something else than a registry's site."""
    if out.exists() and not out.is_dir():
        raise OutputRefused("not-a-folder", out)
    if out.is_dir() and any(out.iterdir()) and not (out / BUILT).is_file():
        raise OutputRefused("not-empty", out)


def write_site(picture: Picture, out: Path, *, language: str, base: str = "") -> Written:
    """Write the site to the folder `out`; what an earlier site left there and this one has not, is removed.

    Raises `OutputRefused` where the folder holds something else, and `OSError` where it cannot be written.
    """
    check_out(out)
    # Everything is made before the first file is written: what cannot be made leaves the folder as it was.
    files = dict(site_files(picture, language=language, base=base))
    out.mkdir(parents=True, exist_ok=True)
    before = _before(out)
    (out / BUILT).write_text("\n".join(sorted({*before, *files})) + "\n", encoding="utf-8")
    written = sum(_put(out / name, content) for name, content in files.items())
    for name in before - files.keys():
        (out / name).unlink(missing_ok=True)
    (out / BUILT).write_text("\n".join(sorted(files)) + "\n", encoding="utf-8")
    pages = sum(name.endswith(".html") for name in files)
    return Written(start=out / "index.html", pages=pages, written=written)


def _before(out: Path) -> set[str]:
    """The files that an earlier site wrote, as its list says; none outside the folder."""
    listed = out / BUILT
    if not listed.is_file():
        return set()
    names = listed.read_text(encoding="utf-8").splitlines()
    root = out.resolve()
    return {name for name in names if name and (root / name).resolve().is_relative_to(root)}


def _put(path: Path, content: bytes) -> bool:
    """Write a file whole or not at all, if it is not as it should be. Returns whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True
