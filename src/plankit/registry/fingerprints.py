"""What tells whether a plan folder is as it was: checksums of what is read of it, and a quick look that saves them."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plankit.model.seal import SEAL_FILE, VERSIONS
from plankit.model.site_files import FIELDS
from plankit.source.folder import PAGE_ENDING, YAML_ENDINGS
from plankit.source.limits import MAX_FILE_BYTES

_SITE_ENDINGS = tuple(sorted({ending for endings in FIELDS.values() for ending in endings}))
_ENDINGS = (*YAML_ENDINGS, PAGE_ENDING, *_SITE_ENDINGS)
YOUNG = 2_000_000_000
"""Nanoseconds. Some file systems write times in steps of two seconds: within them a file may change unseen."""


class _Entry(NamedTuple):
    name: bytes
    path: str
    kind: str
    """`file`, `link` or `other`; for what cannot be looked at, the reason."""
    seen: os.stat_result | None
    target: bytes = b""
    """Where a link leads to."""


def entries(folder: Path, beside: tuple[str, ...] = ()) -> list[_Entry]:
    """What a plan is read from in `folder`, sorted, and the files named in `beside`. Raises `OSError` if it is no folder."""
    with os.scandir(folder):
        pass
    found = list(_walk(os.fspath(folder), b"", sealed=False))
    named = [(os.fsencode(name), os.path.join(folder, name)) for name in beside]  # noqa: PTH118 # much quicker
    found += [_look(b"\0" + name, path) for name, path in named]
    return sorted(found, key=lambda one: one.name)


def _walk(folder: str, before: bytes, *, sealed: bool) -> Iterator[_Entry]:
    try:
        with os.scandir(folder) as scan:
            here = list(scan)
    except OSError as error:
        yield _Entry(before, folder, f"unreadable {error.errno}", None)
        return
    for one in here:
        name = before + os.fsencode(one.name)
        if one.name.startswith((".", "_")) and not (one.is_file() and one.name.endswith(_SITE_ENDINGS)):
            continue
        if one.is_symlink():
            yield _look(name, one.path)
        elif one.is_dir(follow_symlinks=False):
            inside = sealed or (not before and one.name == VERSIONS)
            yield from _walk(one.path, name + b"/", sealed=inside)
        elif sealed or one.name == SEAL_FILE or one.name.lower().endswith(_ENDINGS):
            yield _look(name, one.path)


def _look(name: bytes, path: str) -> _Entry:
    try:
        target = os.fsencode(os.readlink(path)) if os.path.islink(path) else b""  # noqa: PTH114, PTH115
        seen = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError) as error:
        return _Entry(name, path, f"unreadable {getattr(error, 'errno', None)}", None)
    kind = "file" if stat.S_ISREG(seen.st_mode) else "other"
    return _Entry(name, path, kind, seen, target)


def stamp(found: list[_Entry], now: int | None = None) -> str | None:
    """A checksum of names, sizes, times and inodes: as long as it is the same, so is what the files hold.

    `None` where a file is so young, seen at `now` in nanoseconds, that it may change without that showing. The times
    are those of content and of inode: setting the first back changes the second.
    """
    edge = (time.time_ns() if now is None else now) - YOUNG
    digest = hashlib.sha256()
    for one in found:
        digest.update(repr((one.name, one.kind, one.target)).encode())
        if one.seen is None:
            continue
        if max(one.seen.st_mtime_ns, one.seen.st_ctime_ns) > edge:
            return None
        times = (one.seen.st_size, one.seen.st_mtime_ns, one.seen.st_ctime_ns)
        digest.update(repr((*times, one.seen.st_ino, one.seen.st_dev)).encode())
    return digest.hexdigest()


def digest_of(found: list[_Entry]) -> str:
    """A checksum of names and contents: the same wherever the folder lies and whenever it was written."""
    digest = hashlib.sha256()
    for one in found:
        digest.update(repr((one.name, one.kind, one.target, _content(one))).encode())
    return digest.hexdigest()


def _content(entry: _Entry) -> str:
    """Checksum of a file; of one too large to be read as part of a plan, its beginning, size and time."""
    if entry.seen is None or entry.kind != "file":
        return ""
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return f"unreadable {error.errno}"
    large = (entry.seen.st_size, entry.seen.st_mtime_ns) if len(data) > MAX_FILE_BYTES else ()
    return f"{hashlib.sha256(data).hexdigest()}{large}"
