"""Whether anything in a folder changed. Asks the disk again and again, because that works everywhere."""

from __future__ import annotations

import os
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


def snapshot(folder: Path) -> Snapshot:
    """Time of change and size of every file that may belong to the plan in `folder`.

    Names that start with `.` or `_` are left out, as they are when a plan is read.
    """
    found: Snapshot = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        for name in files:
            if name.startswith((".", "_")):
                continue
            path = Path(here, name)
            try:
                state = path.stat()
            except OSError:  # gone again, as an editor's own files are
                continue
            found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found
