"""A cluster on this machine, as processes of their own, for the tests of the executor that uses one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

_QUIET = {
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s",
    "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False",
}


class LocalCluster:
    """A scheduler and its workers."""

    def __init__(self, address: str, workers: list[subprocess.Popen[bytes]]) -> None:
        self.address = address
        self._workers = workers

    def kill_one(self) -> None:
        """One worker is gone at once, as where a machine loses its power."""
        worker = self._workers.pop()
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    """A scheduler and so many workers, until the end of the block."""
    file = folder / "scheduler.json"
    started = [_start("scheduler", "--scheduler-file", str(file), "--port", "0", "--no-dashboard")]
    try:
        _wait_for(file)
        address = json.loads(file.read_text())["address"]
        # Without a nanny: a worker that is killed stays dead.
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
        crew = [_start("worker", address, *options) for _ in range(workers)]
        started += crew
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield LocalCluster(address, list(crew))
    finally:
        for one in started:
            one.kill()
            one.wait()


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **_QUIET}
    )


def _wait_for(file: Path) -> None:
    for _ in range(600):
        if file.is_file() and file.read_text().strip().endswith("}"):
            return
        time.sleep(0.05)
    raise TimeoutError(file)
