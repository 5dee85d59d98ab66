"""The guides that are installed, each a folder of plain files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from plankit.findings import Problem
from plankit.model.guide import Guide
from plankit.source.guide_reader import read_guide

_HERE = Path(__file__).parent


def packs_folder() -> Path:
    """The folder of guide packs: inside the installed package, or beside it in a checkout."""
    inside = _HERE / "plan_templates"
    return inside if inside.is_dir() else _HERE.parents[1] / "plan_templates"


def pack_names(packs: Path | None = None) -> tuple[str, ...]:
    """Names of the packs in `packs`, sorted; without it, of those that come with plankit."""
    folder = packs or packs_folder()
    return tuple(sorted(path.parent.name for path in folder.glob("*/guide.yaml")))


@lru_cache(maxsize=16)
def load_guide(
    name: str, packs: Path | None = None, *, teaching: bool = False
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """The guide `name` and what is wrong with its files; `None` where there is none of that name.

    What the guide teaches (`plankit.model.teaching`) is read with `teaching` only: checking a plan does not need it.
    """
    folder = (packs or packs_folder()) / name
    if name not in pack_names(packs):
        return None, ()
    read = read_guide(folder, teaching=teaching)
    return read.guide, read.problems


def guide_folder(name_or_path: str, packs: Path | None = None) -> Path | None:
    """The folder of the pack with this name or, where there is none, at this path; `None` where neither is there."""
    if name_or_path in pack_names(packs):
        return (packs or packs_folder()) / name_or_path
    folder = Path(name_or_path)
    return folder if folder.is_dir() else None
