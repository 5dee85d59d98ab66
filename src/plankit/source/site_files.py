"""Reads the files that a plan's site takes from the plan folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from plankit.findings import Problem
from plankit.model.frame import SiteFrame
from plankit.model.site_files import FIELDS, SiteFiles, named_files

_WRITTEN = (".svg", ".css")


def site_file(folder: Path, name: str) -> Path | None:
    """The file of that name inside the folder; `None` where there is none, or it lies outside."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def read_site_files(folder: Path, site: SiteFrame | None) -> SiteFiles:
    """What lies under the names in `plan.site`. Never raises on what the files hold."""
    there = set()
    texts = {}
    for key, name in named_files(site).items():
        path = site_file(folder, name)
        ending = PurePosixPath(name).suffix.lower()
        if path is None or ending not in FIELDS[key]:
            continue
        try:
            data = path.read_bytes()
        except OSError:
            continue
        there.add(key)
        if ending in _WRITTEN:
            texts[key] = data.decode("utf-8-sig", errors="replace")
    return SiteFiles(there=frozenset(there), texts=texts)


def commented_out(empty: list[tuple[str | int, ...]], name: str, key: str) -> list[Problem]:
    """A finding for each colour that YAML took for a comment: `colour: #1f4e5f` has nothing after its key."""
    return [
        Problem(code="PK037", file=name, path=(key, *path), at_key=True, values={"value": ""})
        for path in empty
        if key == "plan" and path in (("site", "colour"), ("site", "colour_dark"))
    ]
