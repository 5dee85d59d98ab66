"""The sealed versions of a plan: which files they hold, and whether they are as they were sealed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from plankit.findings import Problem
from plankit.language import N_
from plankit.model.plan import Plan
from plankit.model.seal import (
    SEAL_FILE,
    SEAL_FORMAT,
    VERSIONS,
    Seal,
    SealedReports,
    canonical,
    checksum,
)
from plankit.source.folder import PAGE_ENDING, YAML_ENDINGS
from plankit.source.reader import read_plan

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_ENDINGS = (*YAML_ENDINGS, PAGE_ENDING, *PICTURES, ".pdf", ".css")
_NAMES = ("conf.py",)
_BUILT = ".plankit-site"
_LARGEST_SEAL = 5_000_000


class Seals(NamedTuple):
    """The sealed versions that are as they were sealed, oldest first, and what is wrong with the others."""

    sound: tuple[Seal, ...]
    problems: tuple[Problem, ...]


def source_files(folder: Path) -> tuple[str, ...]:
    """The files that a plan is made from, sorted: data, prose, pictures, and what the site is set up with.

    Names that start with `.` or `_`, sealed versions, sites that were built, and links are left out.
    """
    return tuple(sorted(_sources(folder)))


def _sources(folder: Path) -> Iterator[str]:
    for here, folders, files in os.walk(folder, followlinks=False):
        at_top = Path(here) == folder
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith((".", "_"))
            and not (at_top and name == VERSIONS)
            and not Path(here, name, _BUILT).is_file()
        )
        for name in files:
            path = Path(here, name)
            if name.startswith((".", "_")) or path.is_symlink():
                continue
            if name.lower().endswith(_ENDINGS) or (at_top and name in _NAMES):
                yield path.relative_to(folder).as_posix()


def file_sums(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """The checksum of each of these files."""
    return {name: checksum((folder / name).read_bytes()) for name in names}


def sealed_folder(folder: Path, version: str) -> Path:
    """Where the version of that id lies, or would lie."""
    return folder / VERSIONS / version


def read_seals(folder: Path) -> Seals:
    """The sealed versions of the plan in `folder`; for a folder that is one itself, all of the same plan.

    A version is sound where its seal can be read and carries its own checksum, and every file in it is as it
    was sealed. Never raises on what the files hold.
    """
    home = _home(folder)
    sound: list[Seal] = []
    problems: list[Problem] = []
    folders = _version_folders(home / VERSIONS)
    if (folder / SEAL_FILE).is_file() and folder.resolve() not in [path.resolve() for path in folders]:
        folders.append(folder)
    for path in folders:
        seal, reason = read_seal(path)
        if seal is not None and not reason:
            sound.append(seal)
        elif home == folder or path.resolve() == folder.resolve():
            # Inside a sealed folder nothing is said of its siblings: they are not part of what is read.
            name = (path / SEAL_FILE).resolve().relative_to(folder.resolve()).as_posix()
            problems.append(Problem(code="PK035", file=name, values={"version": path.name, "reason": reason}))
    return Seals(tuple(sorted(sound, key=Seal.age)), tuple(problems))


def sealed_reports(folder: Path, plan: Plan | None, seals: Sequence[Seal]) -> SealedReports | None:
    """The reports in the newest sealed version of `plan`; `None` where there is none, and in that version's own folder."""
    own = [seal for seal in seals if plan is not None and seal.plan == plan.plan.id]
    place = sealed_folder(folder, own[-1].version) if own else folder
    if place == folder or not place.is_dir():
        return None
    sealed = read_plan(place).plan
    return SealedReports(version=own[-1].name, reports=sealed.progress) if sealed else None


def _home(folder: Path) -> Path:
    """The plan folder that a sealed version lies in; the folder itself where it is none."""
    if (folder / SEAL_FILE).is_file():
        parents = folder.resolve().parents
        return parents[1] if len(parents) > 1 and parents[0].name == VERSIONS else folder
    return folder


def _version_folders(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in found if path.is_dir() and not path.name.startswith((".", "_"))]


def read_seal(folder: Path) -> tuple[Seal | None, str]:
    """The seal in the folder of a version, and what is wrong with it or with its files; empty where nothing is."""
    try:
        text = (folder / SEAL_FILE).read_bytes()
        values = json.loads(text) if len(text) <= _LARGEST_SEAL else {}
        own = values.pop("seal")
        if values.get("format") != SEAL_FORMAT:
            return None, N_("its format is another than this plankit knows")
        seal = Seal.model_validate(values)
    except OSError:
        return None, N_("it has no seal.json")
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError, ValidationError):
        return None, N_("its seal.json cannot be read")
    if own != checksum(canonical(values)):
        return seal, N_("its seal.json was changed")
    return seal, _wrong_files(folder, seal)


def _wrong_files(folder: Path, seal: Seal) -> str:
    here = set(source_files(folder)) - {SEAL_FILE}
    if here - set(seal.files):
        return N_("a file was added to it")
    if set(seal.files) - here:
        return N_("a file of it is gone")
    try:
        sums = file_sums(folder, tuple(sorted(here)))
    except OSError:
        return N_("a file of it cannot be read")
    return "" if sums == seal.files else N_("a file of it was changed")
