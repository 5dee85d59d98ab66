"""Proves that what was published is an adopted version of a plan, or says how sure it can be."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from plankit.freezing.manifest import MANIFEST, living_checksum, made_with, published_files
from plankit.freezing.verdicts import (
    DIFFERS,
    IS_DRAFT,
    NO_MANIFEST,
    NO_SUCH,
    NOT_A_FORM,
    NOT_BUILT,
    NOT_SEALED,
    NOTHING_THERE,
    OTHER_CONTENT,
    OTHER_LIVING,
    OTHER_PROGRAMS,
    OTHER_VERSION,
    OWN_WORD,
    REBUILT,
    TOUCHED,
    Grade,
    PublishedMissing,
    Reason,
    Verdict,
)
from plankit.freezing.verifying_pdf import verify_pdf
from plankit.loading import Loaded, load, seen_by
from plankit.model.seal import SEAL_FILE, Seal, checksum, with_living
from plankit.outputs import OutputFailed, OutputMissing, OutputUnknown, Request, find_output
from plankit.source.seals import read_seals, sealed_folder
from plankit.views.adopted import short
from plankit.views.one_municipality import as_seen_by

_DRAFT = "draft"
_BUILT = ".plankit-site"
_LARGEST = 500_000_000


def verify_published(published: str | Path, folder: Path, *, version: str | None = None) -> Verdict:
    """How sure it is that `published` is the version of that id, else the one that holds, of the plan in `folder`.

    Builds the version again into a temporary folder and compares. Raises `PublishedMissing` where there is
    nothing to compare, `OSError` where a file cannot be read.
    """
    place = Path(published)
    if not place.exists():
        raise PublishedMissing(NOTHING_THERE, str(published))
    seal = _seal(folder, version)
    with tempfile.TemporaryDirectory(prefix="plankit-") as name:
        work = Path(name)
        if place.is_file() and zipfile.is_zipfile(place):
            return _archive(_unpacked(place, work / "unpacked"), folder, seal, work)
        if place.is_file():
            return verify_pdf(place.read_bytes(), folder, seal, work)
        return (
            _archive(place, folder, seal, work)
            if _kind(place) == "archive"
            else _site(place, folder, seal, work)
        )


def _seal(folder: Path, version: str | None) -> Seal:
    sound = read_seals(folder).sound
    if version is None:
        if not sound:
            raise PublishedMissing(NOT_SEALED, str(folder))
        return sound[-1]
    for one in sound:
        if version in (one.version, one.label):
            return one
    raise PublishedMissing(NO_SUCH, version)


def _unpacked(path: Path, place: Path) -> Path:
    """The files of a zip. Names that lead out of it, and zips too large to be ours, are refused."""
    with zipfile.ZipFile(path) as packed:
        if sum(one.file_size for one in packed.infolist()) > _LARGEST:
            raise OSError(None, "the zip file is too large", str(path))
        packed.extractall(place)
    inner = list(place.iterdir()) if place.is_dir() else []
    return inner[0] if len(inner) == 1 and inner[0].is_dir() else place


def _manifest(place: Path) -> dict[str, Any] | None:
    try:
        values = json.loads((place / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    good = isinstance(values, dict) and isinstance(values.get("files"), dict)
    return values if good else None


def _kind(place: Path) -> str:
    values = _manifest(place)
    return str(values.get("kind")) if values else ""


def _site(place: Path, folder: Path, seal: Seal, work: Path) -> Verdict:
    said = _manifest(place)
    if said is None:
        return _without_manifest(place, folder, seal, work)
    early = _own_word(place, said, seal, without=(_DRAFT, _BUILT))
    if early is not None:
        return early
    built = _rebuilt("html", folder, seal, work / "site", said)
    return _compared(place, built, said, seal, folder, without=(_DRAFT, _BUILT))


def _archive(place: Path, folder: Path, seal: Seal, work: Path) -> Verdict:
    said = _manifest(place)
    if said is None:
        return Verdict(grade=Grade.CANNOT_TELL, reasons=((NO_MANIFEST, {}),))
    early = _own_word(place, said, seal, without=())
    if early is not None:
        return early
    built = _rebuilt("archive", folder, seal, work / "archive", said)
    return _compared(place, built, said, seal, folder, without=())


def _own_word(
    place: Path, said: Mapping[str, Any], seal: Seal, *, without: tuple[str, ...]
) -> Verdict | None:
    """The verdict where its own manifest already tells against it; `None` where it does not."""
    version = said.get("version")
    name = version.get("id") if isinstance(version, dict) else None
    if said.get("standing") not in ("adopted", "former") or not isinstance(name, str):
        return Verdict(grade=Grade.NOT_ADOPTED, reasons=((IS_DRAFT, {}),))
    if name != seal.version:
        values = {"said": name, "wanted": seal.version}
        return Verdict(grade=Grade.NOT_ADOPTED, reasons=((OTHER_VERSION, values),))
    if said.get("content") != seal.content:
        values = {"said": short(str(said.get("content"))), "wanted": short(seal.content)}
        return Verdict(grade=Grade.NOT_ADOPTED, reasons=((OTHER_CONTENT, values),))
    there = {one: checksum((place / one).read_bytes()) for one in _published(place, without)}
    wrong = _differences(there, {str(one): str(value) for one, value in said["files"].items()})
    if wrong:
        return Verdict(grade=Grade.NOT_ADOPTED, reasons=((TOUCHED, {}),), files=wrong)
    return None


def _published(place: Path, without: tuple[str, ...]) -> list[str]:
    return [one for one in published_files(place, without=without) if one not in without]


def _differences(there: Mapping[str, str], wanted: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    names = sorted(there.keys() | wanted.keys())
    found = []
    for name in names:
        if there.get(name) != wanted.get(name):
            what = "extra" if name not in wanted else "missing" if name not in there else "differs"
            found.append((name, what))
    return tuple(found)


def _rebuilt(form: str, folder: Path, seal: Seal, out: Path, said: Mapping[str, Any]) -> Path | str:
    """The version built again as its manifest says that it was made; why it could not be, where it could not."""
    day, sealed = _day(said), sealed_folder(folder, seal.version)
    if form == "html":
        # With reports and contacts as the plan has them now; of a draft beside it, only the link to it matters.
        only = f"version:{seal.version}{'+draft' if said.get('beside') is True else ''}"
        place, loaded = folder, load(folder, today=day)
    else:
        only, place, loaded = None, sealed, load(sealed, today=day)
    if loaded.plan is None:
        return "plan.yaml"
    language = said.get("language") if isinstance(said.get("language"), str) else None
    whose = said.get("municipality")
    if isinstance(whose, str):
        try:
            loaded = seen_by(loaded, place, whose, today=day)
        except LookupError:
            return whose
    request = Request(
        folder=place, loaded=loaded, out=out, today=day, remember=False, language=language, only=only
    )
    try:
        find_output(form)(request)
    except (OutputFailed, OutputMissing, OutputUnknown) as error:
        return str(error)
    return out


def _loaded(folder: Path, seal: Seal, day: date) -> Loaded:
    """The sealed version with what lives on taken from the plan as it is now."""
    working = load(folder, today=day)
    sealed = load(sealed_folder(folder, seal.version), today=day)
    assert sealed.plan is not None
    plan = with_living(sealed.plan, working.plan) if working.plan else sealed.plan
    return replace(sealed, plan=plan, guide=sealed.guide or working.guide, seals=working.seals)


def _compared(
    place: Path,
    built: Path | str,
    said: Mapping[str, Any],
    seal: Seal,
    folder: Path,
    *,
    without: tuple[str, ...],
) -> Verdict:
    """The verdict from comparing every byte; where they differ for a reason that is known, an honest one."""
    if isinstance(built, str):
        reasons: tuple[Reason, ...] = ((NOT_BUILT, {"reason": built}), (OWN_WORD, {}))
        return Verdict(grade=Grade.SAME_CONTENT, reasons=reasons)
    mine = {one: checksum((built / one).read_bytes()) for one in _published(built, without)}
    theirs = {one: checksum((place / one).read_bytes()) for one in _published(place, without)}
    wrong = _differences(theirs, mine)
    if not wrong:
        values = {"version": seal.name, "checksum": short(seal.content)}
        return Verdict(grade=Grade.IDENTICAL, reasons=((REBUILT, values),))
    reasons = _excuses(said, seal, folder)
    if reasons:
        return Verdict(grade=Grade.SAME_CONTENT, reasons=(*reasons, (OWN_WORD, {})), files=wrong)
    return Verdict(grade=Grade.NOT_ADOPTED, reasons=((DIFFERS, {}),), files=wrong)


def _excuses(said: Mapping[str, Any], seal: Seal, folder: Path) -> tuple[Reason, ...]:
    """Why an honest build may give other bytes now than it gave then."""
    found: list[Reason] = []
    programs, here = said.get("made_with"), made_with()
    if programs != here and isinstance(programs, dict):
        differ = sorted(
            name for name in programs.keys() | here.keys() if programs.get(name) != here.get(name)
        )
        told = (", ".join(f"{name} {some.get(name, '–')}" for name in differ) for some in (programs, here))
        found.append((OTHER_PROGRAMS, dict(zip(("said", "wanted"), told, strict=True))))
    plan, whose = _loaded(folder, seal, _day(said)).plan, said.get("municipality")
    if plan is not None and whose in {one.id for one in plan.participants}:
        plan = as_seen_by(plan, str(whose))
    if plan is not None and said.get("living") != living_checksum(plan):
        found.append((OTHER_LIVING, {}))
    return tuple(found)


def _without_manifest(place: Path, folder: Path, seal: Seal, work: Path) -> Verdict:
    """A site whose manifest is gone: it is compared as if it were of today."""
    if not (place / "index.html").is_file():
        return Verdict(grade=Grade.CANNOT_TELL, reasons=((NOT_A_FORM, {}),))
    built = _rebuilt("html", folder, seal, work / "site", {})
    if isinstance(built, str):
        return Verdict(grade=Grade.CANNOT_TELL, reasons=((NO_MANIFEST, {}), (NOT_BUILT, {"reason": built})))
    left = (_DRAFT, _BUILT, SEAL_FILE)
    mine = {one: checksum((built / one).read_bytes()) for one in _published(built, left)}
    theirs = {one: checksum((place / one).read_bytes()) for one in _published(place, left)}
    wrong = _differences(theirs, mine)
    if wrong:
        return Verdict(grade=Grade.CANNOT_TELL, reasons=((NO_MANIFEST, {}), (DIFFERS, {})), files=wrong)
    return Verdict(grade=Grade.IDENTICAL, reasons=((NO_MANIFEST, {}),))


def _day(said: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(str(said.get("day")))
    except ValueError:
        return date.today()
