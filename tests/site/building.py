"""What the tests of the site share: building a folder, and comparing what two builds left behind."""

from __future__ import annotations

import difflib
import hashlib
from pathlib import Path

import plankit
from plankit.outputs import Request, Result, find_output

ROOT = Path(__file__).parents[2]
FJORDVIK = ROOT / "examples" / "fjordvik"

Tree = dict[str, str]
"""Checksum of each file by its name."""


def build(
    folder: Path, out: Path, *, jobs: int = 1, remember: bool = True, language: str | None = None
) -> Result:
    """Build the site of the plan in `folder` into `out`."""
    loaded = plankit.load(folder)
    assert loaded.plan is not None, loaded.findings
    return find_output("html")(
        Request(folder=folder, loaded=loaded, out=out, jobs=jobs, remember=remember, language=language)
    )


def tree(folder: Path) -> Tree:
    """Every file under `folder` with its checksum."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def difference(first: Path, second: Path) -> str:
    """In what two folders differ, as a text to read; empty where every byte is the same."""
    one, other = tree(first), tree(second)
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if not names:
        return ""
    both = [name for name in names if name in one and name in other]
    told = [
        f"{name}: only in {first.name if name in one else second.name}" for name in names if name not in both
    ]
    if both:
        old, new = (
            (folder / both[0]).read_text(encoding="utf-8", errors="replace") for folder in (first, second)
        )
        lines = difflib.unified_diff(
            old.splitlines(), new.splitlines(), first.name, second.name, n=1, lineterm=""
        )
        told += [", ".join(both), *(line[:600] for line in list(lines)[:40])]
    return "\n".join(told)
