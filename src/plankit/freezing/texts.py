"""Where a text of a plan is found: a folder, a sealed version, or a revision in a git repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plankit.language import N_
from plankit.model.seal import SEAL_FILE, VERSIONS
from plankit.source.folder import MAIN_FILE

GIT = "git:"
_TIMEOUT = 120


class TextMissing(LookupError):
    """There is no such text; `message` is a sentence with `{name}` and `{reason}` in it."""

    def __init__(self, message: str, name: str, reason: str = "") -> None:
        super().__init__(message)
        self.message, self.name, self.reason = message, name, reason


NOT_THERE = N_("“{name}” is no folder, no sealed version of the plan, and no revision that git knows.")
NO_PLAN = N_("“{name}” holds no plan.yaml.")
NO_GIT = N_("“{name}” could not be read from git: {reason}")


@contextmanager
def text_of(name: str, home: Path) -> Iterator[Path]:
    """The folder that holds the text called `name`, for as long as the block runs.

    `name` is a folder, the id of a sealed version of the plan in `home`, `git:REVISION`, `git:REVISION:PATH`, or
    just a revision. A revision is fetched from the repository that `home` lies in, into a temporary folder; nothing
    in the working tree is touched. Without a path, the folder of `home` in that revision is meant.
    """
    folder = Path(name)
    if not name.startswith(GIT):
        if folder.is_dir():
            yield _with_plan(folder, name)
            return
        sealed = home / VERSIONS / name
        if "/" not in name and (sealed / SEAL_FILE).is_file():
            yield sealed
            return
    with tempfile.TemporaryDirectory(prefix="plankit-") as place:
        _fetch(name, home, Path(place))
        yield _with_plan(Path(place), name)


def _with_plan(folder: Path, name: str) -> Path:
    if not (folder / MAIN_FILE).is_file():
        raise TextMissing(NO_PLAN, name)
    return folder


def _fetch(name: str, home: Path, place: Path) -> None:
    """Put what the revision holds under the plan's folder into `place`."""
    outright = name.startswith(GIT)
    revision, _, path = name.removeprefix(GIT).partition(":")
    try:
        commit = _git(
            home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        ).decode()
    except FileNotFoundError as error:
        raise TextMissing(NO_GIT if outright else NOT_THERE, name, "git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise TextMissing(
            NO_GIT if outright else NOT_THERE, name, _told(error, "unknown revision")
        ) from error
    try:
        inside = (
            path.strip("/") if path else _git(home, "rev-parse", "--show-prefix").decode().strip().strip("/")
        )
        # From the top of the repository: in a folder of it, git archive would take that folder's path away.
        top = Path(_git(home, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
        packed = _git(top, "archive", "--format=tar", f"{commit.strip()}:{inside}")
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(place, filter="data")
    except subprocess.CalledProcessError as error:
        raise TextMissing(NO_GIT, name, _told(error, "no such folder in that revision")) from error
    except (tarfile.TarError, subprocess.TimeoutExpired) as error:
        raise TextMissing(NO_GIT, name, str(error)) from error


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=_TIMEOUT,
    ).stdout


def _told(error: subprocess.CalledProcessError, otherwise: str) -> str:
    lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else otherwise
