"""Several files of a folder written at once: after a crash at any moment, all of them are old or all are new.

The new files are first written beside the old ones under names that begin with a dot. Then a list of them is put
in place, which is the moment that decides: without the list, what is left over is rubbish; with it, the files are
moved to their places, now or by whoever comes next (`finish`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

LIST = ".plankit-writing.json"
"""Is there while files are being moved to their places."""
ENDING = ".plankit-new"


class ChangedMeanwhile(RuntimeError):
    """A file is not what it was when the change was worked out. The message is its name."""


def write_files(folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes | None]) -> None:
    """Write `files`, by name, if each still holds what `before` says (`None`: it is not there).

    Raises `ChangedMeanwhile`, or `OSError` where they cannot be written; then nothing is changed.
    """
    finish(folder)
    for name, old in before.items():
        path = folder / name
        if (path.read_bytes() if path.exists() else None) != old:
            raise ChangedMeanwhile(name)
    try:
        for name, data in files.items():
            _write(_beside(_place(folder, name)), data, like=_place(folder, name))
        for place in {_place(folder, name).parent for name in files}:
            _sync_folder(place)
        _write(folder / (LIST + ENDING), json.dumps(sorted(files)).encode())
    except OSError:
        clean(folder)
        raise
    os.replace(folder / (LIST + ENDING), folder / LIST)  # noqa: PTH105  # the call that a test makes fail
    _sync_folder(folder)
    finish(folder)


def finish(folder: Path) -> bool:
    """Move to their places the files that an earlier run had ready. Returns whether there was such a run."""
    listed = folder / LIST
    try:
        names = json.loads(listed.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    names = names if isinstance(names, list) else []
    inside = [name for name in names if isinstance(name, str) and _is_inside(folder, name)]
    for name in inside:
        _move(_place(folder, name))
    for place in {_place(folder, name).parent for name in inside}:
        _sync_folder(place)
    listed.unlink(missing_ok=True)
    _sync_folder(folder)
    return True


def clean(folder: Path) -> None:
    """Remove what a run left over that was ended before its files were ready."""
    if (folder / LIST).exists():
        return
    for path in folder.rglob(f".*{ENDING}"):
        path.unlink(missing_ok=True)


def _place(folder: Path, name: str) -> Path:
    """Where the file itself lies; a link stays a link."""
    return (folder / name).resolve()


def _is_inside(folder: Path, name: str) -> bool:
    return _place(folder, name).is_relative_to(folder.resolve())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}{ENDING}")


def _move(path: Path) -> None:
    try:
        os.replace(_beside(path), path)  # noqa: PTH105
    except FileNotFoundError:
        # It was moved already: by the run that was ended, or by another that is finishing the same work.
        return


def _write(path: Path, data: bytes, like: Path | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like is not None and like.exists():
        path.chmod(like.stat().st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make sure that names in the folder outlast a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
