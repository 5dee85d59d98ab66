"""An incremental build leaves what a cold one would, byte for byte, and writes little."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.building import FJORDVIK, ROOT, build, difference, tree
from tests.site.editing import EDIT, EDITS, Edit, Folder, small_folder

from plankit.sphinx.builder import PlanBuilder

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
SEQUENCES = settings(max_examples=60 if THOROUGH else 3)
LONGEST = 16 if THOROUGH else 4

_BUILD = """
import sys
from pathlib import Path
from tests.site.building import build
build(Path(sys.argv[1]), Path(sys.argv[2]), remember=sys.argv[3] == "remember")
"""


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


def _build_elsewhere(folder: Path, out: Path, seed: str, remember: bool = True) -> None:
    """Build in a fresh process, whose sets and dicts of texts come in an order of their own."""
    subprocess.run(
        [sys.executable, "-c", _BUILD, str(folder), str(out), "remember" if remember else "forget"],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=True,
    )


def _edit(folder: Folder, *edits: Edit) -> None:
    for edit, which, what in edits:
        EDITS[edit](folder, which, what)
    folder.save()


def test_builds_in_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    """Cold or after an edit, the bytes do not hang on the order that a process keeps its sets in."""
    folder = _started(tmp_path)
    _build_elsewhere(folder.place, folder.out, "1")
    _edit(folder, ("measure-title", 1, 2), ("page-added", 0, 1), ("page-link", 2, 1), ("image", 0, 1))
    _build_elsewhere(folder.place, folder.out, "2")
    _build_elsewhere(folder.place, tmp_path / "cold", "3", remember=False)
    assert difference(folder.out, tmp_path / "cold") == ""


def test_second_build_without_edit_writes_no_page(tmp_path: Path) -> None:
    """Where nothing changed, no page is written, and every file is as it was."""
    folder = _started(tmp_path)
    first = build(folder.place, folder.out)
    before = tree(folder.out)
    second = build(folder.place, folder.out)
    assert (first.written, second.written) == (first.pages, 0)
    assert tree(folder.out) == before


def test_edit_of_one_description_writes_few_pages(tmp_path: Path) -> None:
    """A new description of one measure writes the pages that show it, not those that only name the measure."""
    folder = _started(tmp_path)
    pages = build(folder.place, folder.out).pages
    _edit(folder, ("measure-description", 1, 1))
    result = build(folder.place, folder.out)
    assert pages >= 20
    assert 1 <= result.written <= 2


def test_edit_of_one_title_writes_only_pages_that_hold_it(tmp_path: Path) -> None:
    """A new title writes the pages that name the measure; pages without it keep their file."""
    folder = _started(tmp_path)
    build(folder.place, folder.out)
    pages = [path for path in folder.out.rglob("*.html") if "Tiltak 1" in path.read_text(encoding="utf-8")]
    old = {path.relative_to(folder.out).as_posix() for path in pages}
    before = tree(folder.out)
    _edit(folder, ("measure-title", 1, 3))
    result = build(folder.place, folder.out)
    changed = {name for name, checksum in tree(folder.out).items() if before.get(name) != checksum}
    assert changed == old | {"searchindex.js", "objects.inv", "manifest.json"}
    assert result.written == len(old)


def test_build_after_one_that_broke_off_equals_cold_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that was stopped between reading and writing leaves nothing that misleads the next."""
    folder = _started(tmp_path)
    build(folder.place, folder.out)
    folder.pages["intro.md"] += "\nSe {doc}`toc` og {doc}`b/nest`.\n"
    folder.pages["words.md"] += "\n(lab)=\n## Merket\n"
    folder.save()
    with monkeypatch.context() as broken:

        def stop(builder: PlanBuilder, docnames: object) -> None:
            raise KeyboardInterrupt

        broken.setattr(PlanBuilder, "write_documents", stop)
        with pytest.raises(KeyboardInterrupt):
            build(folder.place, folder.out)
    _same_as_cold(folder, 1, "a build that broke off")
    _edit(folder, ("page-heading", 0, 0), ("page-heading", 2, 0))
    _same_as_cold(folder, 1, "the build after the one that broke off")


@pytest.mark.parametrize("damage", ["gone", "empty", "rubbish"])
def test_build_with_damaged_memory_equals_cold_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """Whatever became of what the last build remembered, the next one is right."""
    monkeypatch.setenv("PLANKIT_CACHE", str(tmp_path / "cache"))
    folder = _started(tmp_path)
    build(folder.place, folder.out)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.suffix in (".pickle", ".doctree")]
    assert kept
    for path in kept:
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(b"" if damage == "empty" else b"\x80\x05rubbish")
    _edit(folder, ("measure-title", 1, 1))
    _same_as_cold(folder, 1, f"memory {damage}")


def test_build_in_another_language_to_the_same_place_equals_cold_build(tmp_path: Path) -> None:
    """A site that was Bokmål and becomes English keeps nothing of the first."""
    folder = _started(tmp_path)
    build(folder.place, folder.out)
    build(folder.place, folder.out, language="en")
    build(folder.place, tmp_path / "cold", language="en", remember=False)
    assert difference(folder.out, tmp_path / "cold") == ""


def test_moved_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of where the plan or the output lies stands in the site."""
    folder = _started(tmp_path)
    _edit(folder, ("image", 0, 1), ("image", 1, 1))
    build(folder.place, folder.out)
    other = small_folder(tmp_path / "elsewhere" / "deep" / "plan", tmp_path / "o")
    other.place.mkdir(parents=True)
    _edit(other, ("image", 0, 1), ("image", 1, 1))
    build(other.place, other.out)
    assert difference(folder.out, other.out) == ""


def test_example_in_two_processes_equals_one(tmp_path: Path) -> None:
    """The whole example, read and written by two processes, is the same as by one."""
    build(FJORDVIK, tmp_path / "one", remember=False)
    build(FJORDVIK, tmp_path / "two", jobs=2, remember=False)
    assert difference(tmp_path / "one", tmp_path / "two") == ""
