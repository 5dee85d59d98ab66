"""Loads one plan of many, in whatever process is told to, and says what came of it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import plankit
from plankit.guides import packs_folder
from plankit.loading import load
from plankit.model.site_files import named_files
from plankit.registry import facts as facts_shape
from plankit.registry.facts import facts_of, to_json
from plankit.registry.fingerprints import digest_of, entries

_PROGRAMS = (".py", ".tsv", ".yaml")
_DEPENDENCIES = ("holidays", "pydantic", "PyYAML")
_CRASHES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


class Task(NamedTuple):
    """One folder to load, as another process is told of it."""

    path: str
    today: date
    digest: str
    beside: tuple[str, ...] = ()


class Found(NamedTuple):
    """What loading a folder gave, as another process tells of it."""

    facts: str | None = None
    """As JSON."""
    counts: tuple[tuple[str, int], ...] = ()
    """For each code, how many times it was found."""
    error: str | None = None
    """Code of the reason why there are no facts."""
    values: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    """Files that the plan names and that lie where nobody looks by himself."""
    unchanged: bool = True
    """Whether the folder was the same before and after."""


def read_one(task: Task) -> Found:
    """Load and check one plan, and make its facts. What goes wrong is told, never raised."""
    folder = Path(task.path)
    try:
        loaded = load(folder, language="en", today=task.today)
        counts = tuple(sorted(Counter(one.code for one in loaded.findings).items()))
        if loaded.plan is None:
            codes = ", ".join(code for code, _ in counts)
            return Found(counts=counts, error="PK091", values=(("codes", codes),))
        beside = tuple(name for name in named_files(loaded.plan.plan.site).values() if _is_hidden(name))
        made = to_json(facts_of(loaded, folder=folder.name, today=task.today))
        return Found(
            facts=json.dumps(made, ensure_ascii=False, separators=(",", ":")),
            counts=counts,
            beside=beside,
            unchanged=beside == task.beside and digest_of(entries(folder, beside)) == task.digest,
        )
    except NotADirectoryError:
        # It was there when it was looked at, or it is there only for the process that looked.
        return Found(error="PK090")
    except _CRASHES as error:
        return Found(error="PK092", values=(("error", f"{type(error).__name__}: {error}"),))


def _is_hidden(name: str) -> bool:
    """Whether a file of that name is in a folder that no plan is read from, or outside."""
    return any(part.startswith((".", "_")) for part in Path(name).parts)


@lru_cache(maxsize=1)
def judged_by() -> str:
    """A checksum of what decides what is found in a plan, besides the plan and the day: programs and guides."""
    digest = hashlib.sha256()
    versions = [version(name) for name in _DEPENDENCIES]
    digest.update(repr((plankit.__version__, facts_shape.SHAPE, versions)).encode())
    package, packs = Path(plankit.__file__).parent, packs_folder()
    for root in (package, packs):
        for path in sorted(root.rglob("*")):
            if path.suffix not in _PROGRAMS:
                continue
            name = path.relative_to(root).as_posix()
            if root == packs:
                digest.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
            else:
                # Only in a checkout do programs change under one version; a look at times is enough there.
                seen = path.stat()
                digest.update(f"{name} {seen.st_size} {seen.st_mtime_ns}".encode())
    return digest.hexdigest()
