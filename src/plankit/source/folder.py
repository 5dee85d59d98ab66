"""Which files make up a plan folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from plankit.findings import Problem
from plankit.language import N_
from plankit.model.seal import VERSIONS
from plankit.source.limits import MAX_FILES

MAIN_FILE = "plan.yaml"
YAML_ENDINGS = (".yaml", ".yml")
PAGE_ENDING = ".md"


class Found(NamedTuple):
    """Names of YAML files and pages, relative to the folder and sorted, the main file first."""

    data: tuple[str, ...]
    pages: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_folder(folder: Path, main_file: str = MAIN_FILE) -> Found:
    """List the YAML files and Markdown pages under `folder`.

    Names that start with `.` or `_` are left out, with all that lies in them: they belong to programs; so are the
    folders in `versions`, each a sealed version of the plan.
    A link that leads out of the folder is a problem and is not followed.
    """
    root = folder.resolve()
    data: list[str] = []
    pages: list[str] = []
    problems: list[Problem] = []
    for name in _walk(folder, root, problems):
        (pages if name.endswith(PAGE_ENDING) else data).append(name)
        if len(data) + len(pages) >= MAX_FILES:
            problems.append(Problem(code="PK003", file=name, values={"limit": MAX_FILES}))
            break
    data.sort(key=lambda name: (name != main_file, name))
    return Found(tuple(data), tuple(sorted(pages)), tuple(problems))


def _walk(folder: Path, root: Path, problems: list[Problem]) -> list[str]:
    found = []

    def unreadable(error: OSError) -> None:
        name = Path(error.filename).relative_to(folder).as_posix()
        problems.append(Problem(code="PK002", file=name, values={"reason": error.strerror or "?"}))

    for here, folders, files in os.walk(folder, followlinks=False, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        if Path(here) == folder / VERSIONS:
            # Each is a sealed version, a plan of its own; what is wrong with one `seals` tells.
            folders[:] = []
        for name in sorted(folders):
            path = Path(here, name)
            if path.is_symlink():
                problems.append(Problem(code="PK012", file=path.relative_to(folder).as_posix()))
        for name in sorted(files):
            if name.startswith((".", "_")) or not name.endswith((*YAML_ENDINGS, PAGE_ENDING)):
                continue
            path = Path(here, name)
            relative = path.relative_to(folder).as_posix()
            if (readable := relative.encode("utf-8", "replace").decode("utf-8")) != relative:
                problems.append(
                    Problem(code="PK002", file=readable, values={"reason": N_("its name is not UTF-8")})
                )
            elif path.is_symlink() and not _inside(path, root):
                problems.append(Problem(code="PK012", file=relative))
            else:
                found.append(relative)
    return found


def _inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return False
