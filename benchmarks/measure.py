"""Runs a command and says what it cost: CPU seconds with its children, wall time, and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PER_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024
"""macOS counts peak memory in bytes, Linux in kB."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run cost. `peak_mb` is the peak of its largest process."""

    cpu: float
    wall: float
    peak_mb: float
    exit_code: int
    output: str


def run_measured(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder` to its end. CPU seconds are user and system time of it and of its children."""
    # Linux hands the peak of this script on to what it starts: a peak below that (some 40 MB) is not seen.
    # As installed: without compiled files, Python would compile plankit's own modules in each run, but not
    # those of the others, which pip compiled when it installed them.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        output = log.read().decode("utf-8", "replace")
    return Cost(
        cpu=round(used.ru_utime + used.ru_stime, 3),
        wall=round(wall, 3),
        peak_mb=round(used.ru_maxrss / PER_MEGABYTE, 1),
        exit_code=process.returncode,
        output=output,
    )
