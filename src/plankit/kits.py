"""Writes a teaching kit: each part by its own edge, into one folder that is whole or not there.

A part is declared as an entry point in the group `plankit.kit_parts`; it is called with the kit and the folder of the
kit, and writes below it. What a part needs beyond plankit itself may be missing: the kit is then made without it, and
whoever called is told.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from plankit.outputs import OutputMissing, OutputRefused
from plankit.source.dump import dump
from plankit.teaching.kit import Kit

if TYPE_CHECKING:
    from plankit.model.plan import Plan
    from plankit.teaching.subject import Subject

GROUP = "plankit.kit_parts"
PARTS = (
    "slides",
    "slides-pdf",
    "slides-pptx",
    "print",
    "word",
    "questions",
    "calendar",
    "survey",
    "gap-hunt",
    "after-action",
    "site",
)
"""Every part, in the order that they are made in: the site comes last, for it links to what the others wrote."""
PACKED = ".zip"
"""What the name of a packed kit ends in."""
_PACKED_ON = (1980, 1, 1, 0, 0, 0)
"""The day that every packed file bears, the first that the format knows: the same kit gives the same bytes."""
MANIFEST = "kit.json"
"""Tells what a kit was made of, and the checksum of each of its files. A folder that holds it is a kit."""


class KitPart(Protocol):
    """Writes one part of a kit below its folder."""

    def __call__(self, kit: Kit, folder: Path) -> None:
        """Write it. The same kit gives the same bytes."""
        ...


def _silent(_part: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was written."""

    files: tuple[str, ...]
    """Names below the folder of the kit, sorted."""
    missing: tuple[tuple[str, str], ...]
    """Parts that were left out, each with the package that it lacks."""


def write_kit(
    kit: Kit, out: Path, *, parts: Sequence[str] = PARTS, progress: Callable[[str], None] = _silent
) -> Written:
    """Write the kit into `out`; afterwards it holds this kit and nothing of an earlier one.

    Where its name ends in `.zip`, it is one packed file to hand on. Raises `OutputRefused` where `out` is there and is
    no kit. If a part fails, `out` is as it was.
    """
    packed = out.suffix.lower() == PACKED
    _check_packed(out) if packed else _check(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    room = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        made = room / "kit"
        made.mkdir()
        missing = _write_parts(kit, made, parts, progress)
        files = _files(made)
        (made / MANIFEST).write_bytes(_manifest(kit, made, files))
        if packed:
            made = _pack(made, (*files, MANIFEST), room / "kit.zip", out.stem)
        _put(made, out, room / "old")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return Written(files=(*files, MANIFEST), missing=missing)


def _put(made: Path, out: Path, old: Path) -> None:
    """Move the kit to its place. A folder cannot be replaced at once: where the move fails, the earlier one comes back."""
    was_there = out.is_dir()
    if was_there:
        os.replace(out, old)  # noqa: PTH105 - a folder is moved whole
    try:
        os.replace(made, out)  # noqa: PTH105
    except OSError:
        if was_there:
            os.replace(old, out)  # noqa: PTH105
        raise


class _Bench:
    """Runs plankit's own rules on the copies of a plan that a gap hunt spoils, and writes their files."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def finds(self, plan: Plan, codes: Sequence[str]) -> Counter[str]:
        """How often each of these rules finds something in the plan."""
        from plankit.rules.base import Subject as Judged
        from plankit.rules.catalogue import BY_CODE

        judged = Judged(plan=plan, guide=self._subject.guide, today=self._subject.today)
        rules = [BY_CODE[code] for code in codes]
        return Counter(rule.code for rule in rules if rule.check for _ in rule.check(judged))

    def files(self, plan: Plan) -> dict[str, str]:
        """The names and texts of the plan's files."""
        return dump(plan)


def bench_of(subject: Subject) -> _Bench:
    """What `kit_of` proves and writes a gap hunt with."""
    return _Bench(subject)


def write_hunt(kit: Kit, folder: Path) -> None:
    """The part `gap-hunt`: the spoiled copy of the plan, as the files of a plan."""
    for name, text in kit.hunt.files if kit.hunt else ():
        path = folder / "facilitator" / "gap-hunt" / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def find_part(name: str) -> KitPart:
    """What writes the part called `name`. Raises `OutputMissing` with the package that it lacks."""
    for entry in entry_points(group=GROUP, name=name):
        try:
            found: KitPart = entry.load()
        except ModuleNotFoundError as error:
            raise OutputMissing(error.name or name) from error
        return found
    raise OutputMissing(name)


def _write_parts(
    kit: Kit, folder: Path, parts: Sequence[str], progress: Callable[[str], None]
) -> tuple[tuple[str, str], ...]:
    missing = []
    for name in parts:
        try:
            write = find_part(name)
        except OutputMissing as error:
            missing.append((name, str(error)))
            continue
        progress(name)
        write(kit, folder)
    return tuple(missing)


def _check(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise OutputRefused("not-a-folder", out)
    if out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise OutputRefused("not-empty", out)


def _check_packed(out: Path) -> None:
    if out.is_dir():
        raise OutputRefused("not-empty", out)
    if out.exists():
        is_kit = zipfile.is_zipfile(out) and any(
            name.endswith(f"/{MANIFEST}") for name in zipfile.ZipFile(out).namelist()
        )
        if not is_kit:
            raise OutputRefused("not-empty", out)


def _pack(folder: Path, names: Sequence[str], target: Path, title: str) -> Path:
    """The files of a kit as one packed file, below a folder called `title`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(names):
            entry = zipfile.ZipInfo(f"{title}/{name}", _PACKED_ON)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, (folder / name).read_bytes())
    return target


def _files(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))


def _manifest(kit: Kit, folder: Path, files: tuple[str, ...]) -> bytes:
    subject, frame = kit.subject, kit.subject.guide.guide
    told = {
        "guide": {"id": frame.id, "edition": frame.edition},
        "plan": subject.reading.plan.plan.id if subject.has_plan else None,
        "language": subject.language,
        "audience": subject.audience,
        "minutes": subject.minutes,
        "seed": subject.seed,
        "date": subject.today.isoformat(),
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files},
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
