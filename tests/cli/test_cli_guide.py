"""`plankit guide`, and `plankit guide build`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from plankit.outputs import GuideRequest, OutputFailed, OutputMissing, OutputRefused
from plankit.outputs import Result as Built

Run = Callable[..., Result]
PACKS = Path(__file__).parents[1] / "packs"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[GuideRequest]:
    """What the output is asked for; it builds nothing."""
    requests: list[GuideRequest] = []

    def build(request: GuideRequest) -> Built:
        requests.append(request)
        return Built(start=request.out / "index.html", pages=3, written=3, warnings=("index.md: odd",))

    monkeypatch.setattr("plankit.outputs.find_guide_output", lambda name: build)
    return requests


def test_guide_without_command_tells_what_there_is(run: Run) -> None:
    """The help of the group names its commands."""
    assert "build" in run("guide", "--help").stdout


def test_guide_build_of_installed_pack_prints_where_to_look(
    run: Run, asked: list[GuideRequest], here: Path
) -> None:
    """The path goes to stdout alone, the rest to stderr."""
    result = run("guide", "build", "no-vold", "-o", "site")
    assert result.exit_code == 0
    assert result.stdout == f"{Path('site', 'index.html')}\n"
    assert "3 pages" in result.stderr
    assert "index.md: odd" in result.stderr
    assert asked[0].guide.guide.id == "no-vold"
    assert asked[0].languages == ()
    assert asked[0].today == date.today()


def test_guide_build_takes_a_folder_and_a_folder_of_packs(
    run: Run, asked: list[GuideRequest], here: Path
) -> None:
    """A pack is named by its own path, or by its name in another folder."""
    assert run("guide", "build", str(PACKS / "test-heat"), "-o", "site").exit_code == 0
    assert run("guide", "build", "test-heat", "--packs", str(PACKS), "-o", "site").exit_code == 0
    assert [one.folder for one in asked] == [PACKS / "test-heat"] * 2


def test_guide_build_passes_on_languages_and_day(run: Run, asked: list[GuideRequest], here: Path) -> None:
    """Languages in the order given; the day of the call decides on law."""
    arguments = ("guide", "build", "test-heat", "--packs", str(PACKS), "-o", "site", "--date", "2025-01-02")
    run(*arguments, "--language", "en", "--language", "nb")
    run(*arguments, "--all-languages")
    assert [one.languages for one in asked] == [("en", "nb"), ("nb", "en", "nn")]
    assert asked[0].today == date(2025, 1, 2)


def test_guide_build_of_unknown_pack_names_those_there_are(
    run: Run, asked: list[GuideRequest], here: Path
) -> None:
    """One line, exit code 2, nothing built."""
    result = run("guide", "build", "nope", "--packs", str(PACKS), "-o", "site")
    assert result.exit_code == 2
    assert "test-heat" in result.stderr
    assert result.stderr.count("\n") == 1
    assert asked == []


def test_guide_build_of_folder_without_guide_says_so(run: Run, asked: list[GuideRequest], here: Path) -> None:
    """A folder that holds no guide is an error of the call."""
    (here / "empty").mkdir()
    result = run("guide", "build", "empty", "-o", "site")
    assert result.exit_code == 2
    assert "guide.yaml" in result.stderr


def test_guide_build_of_pack_with_errors_says_how_many(
    run: Run, asked: list[GuideRequest], here: Path
) -> None:
    """The site is built from what can be read, and the rest is not hidden."""
    (here / "pack").mkdir()
    text = "guide: {id: g, edition: '1', title: T, tilte: U}\n"
    (here / "pack" / "guide.yaml").write_text(text, encoding="utf-8")
    result = run("guide", "build", "pack", "-o", "site")
    assert result.exit_code == 0
    assert "1 error" in result.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OutputRefused("not-empty", Path("site")), "something else"),
        (OutputRefused("around-plan", Path("site")), "guide lies in it"),
        (OutputFailed("broken\nlines"), "broken lines"),
        (PermissionError(13, "Permission denied", "site/x"), "Permission denied"),
    ],
)
def test_guide_build_that_cannot_be_is_one_line(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    """Whatever goes wrong is told in a line, with exit code 2."""

    def fail(request: GuideRequest) -> Built:
        raise error

    monkeypatch.setattr("plankit.outputs.find_guide_output", lambda name: fail)
    result = run("guide", "build", "no-vold", "-o", "site")
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_guide_build_without_sphinx_says_what_to_install(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing is named together with the command that installs it."""

    def missing(name: str) -> None:
        raise OutputMissing("sphinx")

    monkeypatch.setattr("plankit.outputs.find_guide_output", missing)
    result = run("guide", "build", "no-vold", "-o", "site")
    assert result.exit_code == 2
    assert 'pip install "plankit[sphinx]"' in result.stderr
