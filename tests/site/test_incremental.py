"""An incremental build leaves what a cold one would, byte for byte, and writes little."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plankit.sphinx.builder import PlanBuilder
from tests.site.building import build, difference, tree
from tests.site.editing import EDIT, EDITS, Edit, Folder, small_folder

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
SEQUENCES = settings(max_examples=60 if THOROUGH else 3)
LONGEST = 16 if THOROUGH else 4

_BUILD = "import sys, pathlib as p; from tests.site.building import build; build(p.Path(sys.argv[1]), p.Path(sys.argv[2]))"


def _started(base: Path) -> Folder:
    folder = small_folder(base / "plan", base / "incremental")
    folder.place.mkdir(parents=True)
    folder.save()
    return folder


def _same_as_cold(folder: Folder, jobs: int, told: object) -> None:
    result = build(folder.place, folder.out, jobs=jobs)
    with tempfile.TemporaryDirectory() as name:
        cold = Path(name, "cold")
        fresh = build(folder.place, cold, remember=False)
        found = difference(folder.out, cold)
    assert not found, f"after {told}, {result.written} pages written:\n{found}"
    assert result.pages == fresh.pages


def _check_sequence(edits: Sequence[Sequence[Edit]], jobs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = _started(Path(name))
        build(folder.place, folder.out, jobs=jobs)
        for number, together in enumerate(edits):
            for edit, which, what in together:
                EDITS[edit](folder, which, what)
            folder.save()
            _same_as_cold(folder, jobs, edits[: number + 1])


SEQUENCE = st.lists(st.lists(EDIT, min_size=1, max_size=4), min_size=1, max_size=LONGEST)


@given(SEQUENCE)
@SEQUENCES
def test_incremental_build_after_any_edits_equals_cold_build(edits: list[list[Edit]]) -> None:
    """Whatever was edited since the last build, this one leaves the bytes that a first build would."""
    _check_sequence(edits, jobs=1)


@given(SEQUENCE)
@settings(SEQUENCES, max_examples=SEQUENCES.max_examples // 2)
def test_incremental_build_in_two_processes_equals_cold_build(edits: list[list[Edit]]) -> None:
    """The same holds where two processes read and write; the cold build it is compared with uses one."""
    _check_sequence(edits, jobs=2)
