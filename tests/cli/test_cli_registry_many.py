"""`plankit registry generate` and `plankit registry sites` as one calls them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
DATE = ("--date", "2026-11-22")
GENERATE = ("registry", "generate", "3", "-o", "plans", "--year", "2026")


def test_generate_writes_plans_that_can_be_read_and_say_what_they_are(run: Run, here: Path) -> None:
    """The folder is all that stdout says; plans hold no error, and their notice says that they are made up."""
    result = run(*GENERATE, "--language", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "plans\n", "Wrote 3 made-up plans.\n")
    folders = sorted((here / "plans").iterdir())
    assert len(folders) == 3
    for folder in folders:
        assert run("check", str(folder), "--fail-on", "error", *DATE).exit_code == 0
        assert "Planen er laget av et dataprogram" in (folder / "plan.yaml").read_text("utf-8")


def test_generate_twice_gives_the_same_and_another_seed_another(run: Run, here: Path) -> None:
    """The number that is named decides everything."""

    def texts(name: str, *more: str) -> list[bytes]:
        run("registry", "generate", "2", "-o", name, "--year", "2026", *more)
        return [path.read_bytes() for path in sorted((here / name).rglob("*.yaml"))]

    first = texts("a")
    assert texts("b") == first
    assert texts("c", "--seed", "1") != first


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda place: (place / "x").mkdir(parents=True), "is not empty"),
        (lambda place: place.write_text("x"), "is no folder"),
    ],
    ids=["not-empty", "file"],
)
def test_generate_into_what_is_there_already_writes_nothing(
    make: Callable[[Path], object], words: str, run: Run, here: Path
) -> None:
    """Nobody's files end up among made-up ones."""
    make(here / "plans")
    result = run(*GENERATE, "--language", "en")
    assert result.exit_code == 2
    assert words in result.stderr
    assert not list(here.rglob("plan.yaml"))


def test_sites_builds_each_plan_and_tells_those_that_have_errors(run: Run, here: Path) -> None:
    """Each plan has its site under the name of its folder; one with errors has none, and ends nothing."""
    run("registry", "generate", "2", "-o", "plans", "--year", "2026")
    (here / "plans" / "broken").mkdir()
    (here / "plans" / "broken" / "plan.yaml").write_text("- a\n", "utf-8")
    result = run("registry", "sites", "plans", "-o", "sites", "--jobs", "2", "--language", "en", *DATE)
    assert result.exit_code == 1
    assert result.stdout == "sites\n"
    assert result.stderr == "broken: the plan has errors, see “plankit check”\nBuilt 2 websites.\n"
    built = sorted(path.parent.name for path in (here / "sites").glob("*/index.html"))
    assert built == sorted(path.name for path in (here / "plans").iterdir() if path.name != "broken")


def test_sites_of_nothing_or_of_a_place_that_is_taken_says_so(run: Run, here: Path) -> None:
    """A slip in the call is one line; a folder that holds something else is left as it is."""
    assert "could not be read" in run("registry", "sites", "nowhere", "-o", "x", "--language", "en").stderr
    (here / "plans").mkdir()
    assert "holds no plan folders" in run("registry", "sites", "plans", "-o", "x", "--language", "en").stderr
    (here / "plans").rmdir()
    run("registry", "generate", "1", "-o", "plans", "--year", "2026")
    (name,) = [path.name for path in (here / "plans").iterdir()]
    (here / "sites" / name).mkdir(parents=True)
    (here / "sites" / name / "mine.txt").write_text("mine")
    result = run("registry", "sites", "plans", "-o", "sites", "--language", "en", *DATE)
    assert result.exit_code == 1
    assert "holds something else" in result.stderr
    assert [path.name for path in (here / "sites" / name).iterdir()] == ["mine.txt"]


def test_sites_of_two_folders_of_one_name_builds_neither(run: Run, here: Path) -> None:
    """Of two sites in one place, one would be lost."""
    run("registry", "generate", "1", "-o", "a", "--year", "2026")
    run("registry", "generate", "1", "-o", "b", "--year", "2026")
    names = [path for folder in ("a", "b") for path in (here / folder).iterdir()]
    (here / "list.txt").write_text("".join(f"{path}\n" for path in names), "utf-8")
    result = run("registry", "sites", "list.txt", "-o", "sites", "--language", "en")
    assert result.exit_code == 2
    assert "Two plan folders are called" in result.stderr
