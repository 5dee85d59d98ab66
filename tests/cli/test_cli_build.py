"""`plankit build`: checks first, builds only what has no errors, and says where to look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plankit.outputs import OutputMissing, OutputRefused, OutputUnknown, Request

Plan = Callable[..., Path]
Run = Callable[..., Result]

BAD = "plan:\n  id: fjordvik\n  title: Trygg\n  titel: Feil\n"


def test_build_prints_the_first_page_last(plan: Plan, run: Run, requests: list[Request]) -> None:
    """The last line of stdout is the file to open; the count of pages and warnings stand on stderr."""
    plan()
    result = run("build", "my-plan", "-o", "site", "--fail-on", "error", "--jobs", "2", "--language", "nb")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == str(Path("site/index.html"))
    assert "3 sider" in result.stderr
    assert "a warning of the output" in result.stderr
    assert (requests[0].out, requests[0].jobs, requests[0].language) == (Path("site"), 2, "nb")


def test_build_of_plan_with_errors_builds_nothing(plan: Plan, run: Run, requests: list[Request]) -> None:
    """A plan with an error is not published, whatever --fail-on says."""
    plan(BAD)
    result = run("build", "my-plan", "-o", "site", "--fail-on", "never")
    assert result.exit_code == 1
    assert "PK014" in result.stdout
    assert "Nothing was built" in result.stderr
    assert requests == []


def test_build_of_empty_folder_builds_nothing(here: Path, run: Run, requests: list[Request]) -> None:
    """A folder without a plan has nothing to build."""
    (here / "empty").mkdir()
    assert run("build", "empty", "-o", "site").exit_code == 1
    assert requests == []


def test_build_with_findings_builds_and_ends_with_one(plan: Plan, run: Run, requests: list[Request]) -> None:
    """Findings that are no errors do not stop the build, but the exit code tells of them."""
    plan("plan: {id: fjordvik, title: Trygg}\n")
    result = run("build", "my-plan", "-o", "site", "--fail-on", "advice")
    assert result.exit_code == 1
    assert len(requests) == 1


def test_build_without_sphinx_says_what_to_install(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the output is missing, the command to install it is told, and the exit code is 2."""

    def missing(name: str) -> None:
        raise OutputMissing("sphinx")

    plan()
    monkeypatch.setattr("plankit.outputs.find_output", missing)
    result = run("build", "my-plan", "-o", "site")
    assert result.exit_code == 2
    assert 'pip install "plankit[sphinx]"' in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("form", "extra"), [("pdf", "pdf"), ("docx", "word"), ("archive", "pdf"), ("html", "sphinx")]
)
def test_build_of_a_paper_says_which_extra_it_needs(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch, form: str, extra: str
) -> None:
    """Who wants a PDF is not told to install what makes websites."""

    def missing(name: str) -> None:
        raise OutputMissing("something")

    plan()
    monkeypatch.setattr("plankit.outputs.find_output", missing)
    result = run("build", "my-plan", "-o", "out", "--format", form)
    assert result.exit_code == 2
    assert f'pip install "plankit[{extra}]"' in result.stderr
    assert ("website" in result.stderr) == (form == "html")


@pytest.mark.parametrize(("near", "told"), [("pro-barn", "Did you mean “pro-barn”?"), (None, "Give the id")])
def test_build_of_an_unknown_paper_is_broken_call(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch, near: str | None, told: str
) -> None:
    """An id that nothing has is told of in one line, with what was perhaps meant."""

    def unknown(request: Request) -> None:
        raise OutputUnknown(request.only or "", near)

    plan()
    monkeypatch.setattr("plankit.outputs.find_output", lambda name: unknown)
    result = run("build", "my-plan", "-o", "out", "--format", "pdf", "--only", "pro-barm")
    assert result.exit_code == 2
    assert "“pro-barm”" in result.stderr
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("reason", ["around-plan", "not-empty", "not-a-folder"])
def test_build_into_a_refused_place_is_broken_call(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """A place that the output will not write to is told of in one line that names it."""

    def refuse(request: Request) -> None:
        raise OutputRefused(reason, request.out)

    plan()
    monkeypatch.setattr("plankit.outputs.find_output", lambda name: refuse)
    result = run("build", "my-plan", "-o", "site")
    assert result.exit_code == 2
    assert "“site”" in result.stderr
    assert reason not in result.stderr
    assert result.stderr.count("\n") == 1


def test_build_that_cannot_write_is_one_line(plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that says no is told of in one line, without a traceback."""

    def full(request: Request) -> None:
        raise OSError(28, "No space left on device", "site/index.html")

    plan()
    monkeypatch.setattr("plankit.outputs.find_output", lambda name: full)
    result = run("build", "my-plan", "-o", "site")
    assert result.exit_code == 2
    assert result.stderr.endswith("site/index.html: No space left on device\n")
