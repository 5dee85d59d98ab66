"""Progress of long work: a line that rewrites itself on a terminal, and nothing in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from plankit.cli.report import one_line


def _show_nothing(line: str) -> None:
    del line


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """A function that shows a line of progress on stderr. The line is gone after the block."""
    stream = sys.stderr
    if not stream.isatty():
        yield _show_nothing
        return

    def show(line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        stream.write(f"\r\x1b[2K{one_line(line)[:width]}")
        stream.flush()

    try:
        yield show
    finally:
        stream.write("\r\x1b[2K")
        stream.flush()
