"""`plankit registry build` as one calls it: what it prints, what it writes, and what it refuses in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from tests.registry.country import PLANS, write_plans

Run = Callable[..., Result]
DATE = ("--date", "2026-11-22")


@pytest.fixture
def plans(here: Path) -> Path:
    """Three of the plans, one of them broken, in a folder of the current directory."""
    return write_plans(here / "plans", {name: PLANS[name] for name in ("a-own", "b-shared", "j-broken")})


def test_build_writes_a_site_and_tells_what_could_not_be_read(run: Run, plans: Path, here: Path) -> None:
    """The file to open is all that stdout says; a broken plan is told on stderr and ends nothing."""
    result = run("registry", "build", "plans", "-o", "site", *DATE)
    assert result.exit_code == 0
    assert result.stdout == f"{Path('site') / 'index.html'}\n"
    assert "j-broken: " in result.stderr
    assert "2 plans read, 1 could not be read." in result.stderr
    assert 'lang="nb"' in (here / "site" / "index.html").read_text(encoding="utf-8")


def test_build_without_a_plan_in_force_is_a_site_too(run: Run, here: Path) -> None:
    """Nothing in force is a result, not an error."""
    write_plans(here / "plans", {"f": PLANS["f-draft"]})
    assert run("registry", "build", "plans", "-o", "site", "--language", "en", *DATE).exit_code == 0
    assert "0 of 357" in (here / "site" / "index.html").read_text(encoding="utf-8")


def test_second_build_with_a_store_writes_nothing(run: Run, plans: Path, here: Path) -> None:
    """What is remembered is a database that others can query; nothing changed, so nothing is written."""
    call = ("registry", "build", "plans", "-o", "site", "--store", "plans.sqlite", *DATE)
    run(*call)
    assert ", 0 files written." in run(*call).stderr
    with closing(sqlite3.connect(here / "plans.sqlite")) as database:
        assert database.execute("SELECT COUNT(*) FROM plan").fetchone() == (3,)


def test_list_and_inhabitants_and_address_reach_the_site(run: Run, plans: Path, here: Path) -> None:
    """A CSV list, a table of inhabitants and the address of the site are all used."""
    (here / "list.csv").write_text("folder,number\nplans/a-own,0301\n", encoding="utf-8")
    (here / "people.csv").write_text("# source: made up\nnumber,population\n0301,700000\n", encoding="utf-8")
    result = run(
        *("registry", "build", "list.csv", "-o", "site", "--population", "people.csv"),
        *("--base-url", "https://plans.example/x", "--language", "sv", *DATE),
    )
    assert result.exit_code == 0
    assert "https://plans.example/x/municipalities/0301.html" in (here / "site" / "feed.atom").read_text(
        encoding="utf-8"
    )
    assert "made up" in (here / "site" / "sizes.html").read_text(encoding="utf-8")


def test_sweden_is_written_in_swedish(run: Run, here: Path) -> None:
    """`--country se` is about Sweden's municipalities, in Swedish."""
    write_plans(here / "plans", {"l": PLANS["l-swedish"]})
    assert run("registry", "build", "plans", "-o", "site", "--country", "se", *DATE).exit_code == 0
    text = (here / "site" / "municipalities" / "2480.html").read_text(encoding="utf-8")
    assert 'lang="sv"' in text
    assert "Umeå" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere", "-o", "site"), "“nowhere” could not be read or written"),
        (("empty", "-o", "site"), "holds no plan folders"),
        (("plans", "-o", "taken"), "holds something else than a registry's site"),
        (("plans", "-o", "note.txt"), "is no folder"),
        (("bad.csv", "-o", "site"), "line 3: the column “folder” must name a folder"),
        (("plans", "-o", "site", "--population", "note.txt"), "needs the columns"),
        (("plans", "-o", "site", "--population", "people.csv"), "line 2: “mange” is no number"),
        (("plans", "-o", "site", "--base-url", "plans.example"), "is not the address of a site"),
        (("plans", "-o", "site", "--store", "note.txt"), "cannot be used as a store"),
    ],
)
def test_call_that_cannot_work_is_refused_in_one_line(
    run: Run, plans: Path, here: Path, arguments: tuple[str, ...], words: str
) -> None:
    """What is wrong with the call is one line on stderr, and nothing is written."""
    (here / "empty").mkdir()
    (here / "taken").mkdir()
    (here / "taken" / "mine.txt").write_text("mine", encoding="utf-8")
    (here / "note.txt").write_text("not a table, not a database\n" * 200, encoding="utf-8")
    (here / "bad.csv").write_text("folder,number\nplans/a-own,0301\n,0302\n", encoding="utf-8")
    (here / "people.csv").write_text("number,population\n0301,mange\n", encoding="utf-8")
    result = run("registry", "build", *arguments, *DATE)
    assert result.exit_code == 2, result.output
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (here / "site").exists()
    assert [one.name for one in (here / "taken").iterdir()] == ["mine.txt"]


def test_help_of_build_shows_an_example(run: Run) -> None:
    """The help ends with an example that starts as one would type it."""
    assert "  Example: plankit registry build" in run("registry", "build", "--help").stdout
