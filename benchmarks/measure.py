"""Runs a command and says what it cost: CPU seconds with its children, wall time, and peak memory."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

KILOBYTES_EACH = 1024 if sys.platform == "darwin" else 1
"""Linux counts peak memory in kB, macOS in bytes."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run cost. `peak_mb` is that of its largest process."""

    cpu: float
    wall: float
    peak_mb: float
    exit_code: int
    output: str


def run_measured(command: list[str], folder: Path) -> Cost:
    """Run `command` in `folder` to its end. CPU seconds are user and system time of it and of its children."""
    # Linux hands a process's peak on to what it starts, so peaks below that of this script are not seen.
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        pid = os.posix_spawnp(
            command[0],
            ["env", "-C", str(folder), *command] if command[0] == "env" else command,
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, log.fileno(), 1), (os.POSIX_SPAWN_DUP2, log.fileno(), 2)],
        )
        _, status, used = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        log.seek(0)
        output = log.read().decode("utf-8", "replace")
    return Cost(
        cpu=used.ru_utime + used.ru_stime,
        wall=wall,
        peak_mb=used.ru_maxrss / KILOBYTES_EACH / 1024,
        exit_code=os.waitstatus_to_exitcode(status),
        output=output,
    )
