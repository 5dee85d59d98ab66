"""`plankit teach` as somebody calls it: a kit that is whole or not there, and errors that say what to do."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.site.building import ROOT

from plankit.cli.main import main

FJORDVIK = ROOT / "examples" / "fjordvik"
DAY = ("--date", "2026-11-22")


def _teach(*args: str) -> Result:
    return CliRunner().invoke(main, ["teach", *args, *DAY], catch_exceptions=False)


def _sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of the example plan, made in a process of its own."""
    out = tmp_path_factory.mktemp("teach") / "kit"
    command = [sys.executable, "-m", "plankit", "teach", str(FJORDVIK), "-o", str(out), *DAY]
    env = {**os.environ, "PYTHONHASHSEED": "1", "PLANKIT_LANGUAGE": "nb"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out / "site" / "index.html")
    assert done.stderr == ""
    return out


def test_teach_example_plan_writes_every_part(kit: Path) -> None:
    """A site, slides three ways, sheets, what a facilitator needs, a question bank, and what trainers need."""
    for name in (
        "site/index.html",
        "slides/index.html",
        "slides/slides.pdf",
        "slides/slides.pptx",
        "print/worksheet-questions-a4.pdf",
        "print/worksheet-questions-a5.pdf",
        "print/poster-a4.pdf",
        "facilitator/script.pdf",
        "facilitator/script.docx",
        "facilitator/gap-hunt/plan/plan.yaml",
        "facilitator/after-action.xlsx",
        "questions/questions.gift",
        "questions/questions.json",
        "trainer/monthly.ics",
        "trainer/survey.xlsx",
    ):
        assert (kit / name).is_file(), name


def test_teach_manifest_names_every_file_with_its_checksum(kit: Path) -> None:
    """What was made from what stands in `kit.json`, and no file is missing there."""
    told = json.loads((kit / "kit.json").read_text(encoding="utf-8"))
    files = _sums(kit)
    files.pop("kit.json")
    assert told["files"] == files
    assert (told["plan"], told["guide"]["id"], told["language"]) == ("fjordvik-2026-2029", "no-vold", "nb")


def test_teach_same_plan_and_seed_gives_the_same_kit_byte_for_byte(kit: Path, tmp_path: Path) -> None:
    """Made again, in another place, with another order of hashing and another language of the caller's."""
    again = tmp_path / "elsewhere" / "again"
    command = [sys.executable, "-m", "plankit", "teach", str(FJORDVIK), "-o", str(again), *DAY]
    env = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}
    subprocess.run(command, capture_output=True, env=env, check=True)
    first, second = _sums(kit), _sums(again)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_teach_over_an_earlier_kit_replaces_it_whole(tmp_path: Path) -> None:
    """Files of the earlier kit are gone; parts that were not asked for are not there."""
    from datetime import date

    from tests.teaching.kits import small_kit

    from plankit.kits import write_kit

    out = tmp_path / "kit"
    write_kit(small_kit(), out, parts=("questions", "site"))
    assert (out / "site").is_dir()
    written = write_kit(small_kit("nb"), out, parts=("questions",))
    assert not (out / "site").exists()
    assert "questions/questions.gift" in written.files
    assert json.loads((out / "kit.json").read_text(encoding="utf-8"))["date"] == str(date(2026, 11, 22))
    assert [one.name for one in tmp_path.iterdir()] == ["kit"]


def test_teach_where_a_part_fails_leaves_the_earlier_kit_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is half written, and nothing is left beside it."""
    from tests.teaching.kits import small_kit

    from plankit import kits

    out = tmp_path / "kit"
    kits.write_kit(small_kit(), out, parts=("questions",))
    before = _sums(out)

    def fail(kit: object, folder: Path) -> None:
        (folder / "half").write_text("x", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kits, "find_part", lambda name: fail)
    with pytest.raises(OSError, match="No space"):
        kits.write_kit(small_kit(), out, parts=("questions",))
    assert _sums(out) == before
    assert [one.name for one in tmp_path.iterdir()] == ["kit"]


def test_teach_into_a_folder_with_something_else_changes_nothing(tmp_path: Path) -> None:
    """A folder that is no kit is left alone, and the message says so on one line."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = _teach(str(FJORDVIK), "-o", str(tmp_path))
    assert done.exit_code == 2
    assert "something else than a teaching kit" in done.output
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("no-such-plan",), "neither a folder nor the name of a guide"),
        ((str(FJORDVIK), "--audience", "pilots"), "It knows: school, health, leaders, council, all"),
    ],
)
def test_teach_call_that_cannot_be_is_told_on_one_line(
    args: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    """Exit code 2, one line, no traceback, and no folder."""
    done = _teach(*args, "-o", str(tmp_path / "kit"))
    assert done.exit_code == 2
    assert told in done.output
    assert len(done.output.strip().splitlines()) == 1
    assert not (tmp_path / "kit").exists()


def test_teach_plan_with_errors_makes_no_kit_and_says_how_to_see_them(tmp_path: Path) -> None:
    """A plan that cannot be read is no ground for teaching."""
    folder = tmp_path / "plan"
    shutil.copytree(FJORDVIK, folder)
    (folder / "goals.yaml").write_text("goals: [", encoding="utf-8")
    done = _teach(str(folder), "-o", str(tmp_path / "kit"))
    assert done.exit_code == 2
    assert "plankit check" in done.output
    assert not (tmp_path / "kit").exists()


def test_teach_own_exercise_that_does_not_hold_is_told_and_left_out(tmp_path: Path) -> None:
    """The finding stands on stderr with its line, and the kit is made without the question."""
    folder = tmp_path / "plan"
    shutil.copytree(FJORDVIK, folder)
    (folder / "teaching").mkdir(exist_ok=True)
    text = (
        "```{plan-quiz} wrong\n:task: receive-child-reports\nWho?\n- [x] Politiet\n- [ ] Barnevernet\n```\n"
    )
    (folder / "teaching" / "zz.md").write_text(text, encoding="utf-8")
    done = _teach(str(folder), "-o", str(tmp_path / "kit"), "--only", "questions", "--language", "en")
    assert done.exit_code == 0
    assert "teaching/zz.md:1:1: warning PK850" in done.stderr
    assert "own-wrong" not in (tmp_path / "kit" / "questions" / "questions.gift").read_text(encoding="utf-8")


@pytest.mark.parametrize(("pack", "language"), [("no-vold", "nn"), ("se-vald", "sv"), ("no-vold", "en")])
def test_teach_guide_alone_writes_a_kit_in_the_language_asked_for(
    pack: str, language: str, tmp_path: Path
) -> None:
    """Without any plan: the questions rest on guide and law, and the site is in that language."""
    out = tmp_path / "kit"
    done = _teach(pack, "-o", str(out), "--language", language, "--only", "questions", "--only", "site")
    assert done.exit_code == 0, done.output
    told = json.loads((out / "questions" / "questions.json").read_text(encoding="utf-8"))
    assert told["plan"] is None
    assert told["questions"]
    assert f'<html lang="{language}"' in (out / "site" / "index.html").read_text(encoding="utf-8")
    assert not (out / "facilitator" / "gap-hunt").exists()


def test_teach_packed_holds_the_same_files_and_is_the_same_twice(tmp_path: Path) -> None:
    """A name that ends in .zip gives one file to hand on; made again it is the same, byte for byte."""
    from tests.teaching.kits import small_kit

    from plankit.kits import write_kit

    made = write_kit(small_kit(), tmp_path / "kit.zip", parts=("questions",))
    first = (tmp_path / "kit.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "kit.zip") as packed:
        assert sorted(packed.namelist()) == sorted(f"kit/{name}" for name in made.files)
    write_kit(small_kit(), tmp_path / "kit.zip", parts=("questions",))
    assert (tmp_path / "kit.zip").read_bytes() == first


def test_teach_packed_over_another_file_changes_nothing(tmp_path: Path) -> None:
    """A packed file that is no kit is left alone."""
    other = tmp_path / "holiday.zip"
    other.write_bytes(b"pictures")
    done = _teach(str(FJORDVIK), "-o", str(other), "--only", "questions")
    assert done.exit_code == 2
    assert other.read_bytes() == b"pictures"


def test_teach_parts_of_the_option_are_those_that_are_made() -> None:
    """The command knows every part by its name, and no other."""
    from plankit.cli.teach import PARTS
    from plankit.kits import GROUP
    from plankit.kits import PARTS as MADE

    assert set(PARTS) == set(MADE) == {one.name for one in entry_points(group=GROUP)}


def test_teach_of_one_municipality_of_a_shared_plan_is_made_of_what_it_has(tmp_path: Path) -> None:
    """Questions on measures of others are not asked in its kit."""
    trefjord = str(ROOT / "examples" / "trefjord")
    texts = {}
    for name in ("", "lidal"):
        only = ("--municipality", name) if name else ()
        done = _teach(trefjord, "-o", str(tmp_path / f"kit{name}"), "--only", "questions", *only)
        assert done.exit_code == 0, done.output
        texts[name] = (tmp_path / f"kit{name}" / "questions" / "questions.json").read_text(encoding="utf-8")
    assert texts[""] != texts["lidal"]
    done = _teach(trefjord, "-o", str(tmp_path / "x"), "--municipality", "nowhere")
    assert done.exit_code == 2
    assert "lidal" in done.output
    done = _teach("no-vold", "-o", str(tmp_path / "x"), "--municipality", "lidal")
    assert "leave out --municipality" in done.output


def test_teach_where_the_kit_cannot_be_moved_brings_the_earlier_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier kit is gone from its place for a moment; it is there again where the new one cannot come."""
    from tests.teaching.kits import small_kit

    from plankit import kits

    out = tmp_path / "kit"
    kits.write_kit(small_kit(), out, parts=("questions",))
    before = _sums(out)
    move = os.replace

    def fail(source: Path, target: Path) -> None:
        if Path(target) == out and Path(source).name == "kit":
            raise OSError(5, "Input/output error")
        move(source, target)

    monkeypatch.setattr("plankit.kits.os.replace", fail)
    with pytest.raises(OSError, match="Input/output"):
        kits.write_kit(small_kit("nb"), out, parts=("questions",))
    assert _sums(out) == before
    assert [one.name for one in tmp_path.iterdir()] == ["kit"]
