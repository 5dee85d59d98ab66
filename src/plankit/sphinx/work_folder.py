"""Where a build keeps what makes the next one faster: in the user's cache, never in the plan.

What Sphinx remembers is pickled, and reading a pickle runs what it says. A plan may come from a stranger,
so nothing that lies in its folder is ever read that way.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

VARIABLE = "PLANKIT_CACHE"
"""Names another folder to keep what is remembered in."""
_ORIGIN = "origin"
_COMMON = "common"


def cache_folder() -> Path:
    """The folder that all builds of this user remember in."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_cache_path("plankit", appauthor=False)


@contextmanager
def alone_in(out: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Inside, no other build of this user writes into `out`. Waits for one that does."""
    locks = _private(cache_folder() / "locks") or Path(tempfile.gettempdir())
    lock = FileLock(locks / f"plankit-{_key(str(out))}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell(f"waiting for another build to {out}")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def work_folder(folder: Path, out: Path, common: str, *, remember: bool) -> Iterator[Path]:
    """A folder for the sources and for what Sphinx remembers of the builds from `folder` to `out`.

    One that was left by another version or other settings is emptied. Where nothing shall be remembered, or
    nothing can be written into the cache, a temporary one is used. Call it inside `alone_in`.
    """
    builds = _private(cache_folder() / "builds") if remember else None
    work = _private(builds / _key(f"{folder}\0{out}")) if builds else None
    if builds is None or work is None:
        with tempfile.TemporaryDirectory(prefix="plankit-") as name:
            yield Path(name)
        return
    _forget_gone(builds)
    mark = work / _COMMON
    if not mark.is_file() or mark.read_text(encoding="utf-8") != common:
        for entry in work.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        (work / _ORIGIN).write_text(f"{folder}\n{out}\n", encoding="utf-8")
        mark.write_text(common, encoding="utf-8")
    yield work


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _private(folder: Path) -> Path | None:
    """The folder, made if need be, that this user alone may write into; `None` where that cannot be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.stat()
    except OSError:
        return None
    if os.name == "posix" and (found.st_uid != os.geteuid() or found.st_mode & 0o022):
        return None
    return folder if os.access(folder, os.W_OK) else None


def _forget_gone(builds: Path) -> None:
    """Remove what is remembered of plans and sites that are no longer where they were."""
    for origin in builds.glob(f"*/{_ORIGIN}"):
        try:
            places = origin.read_text(encoding="utf-8").splitlines()
            if places and not all(Path(place).exists() for place in places):
                shutil.rmtree(origin.parent)
        except (OSError, ValueError):
            # Another build may be at the same; it is no harm to leave it for the next time.
            continue
