"""`plankit check`: findings as text, JSON and annotations, and what the exit code says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from plankit.reports.identity import shown_name

Plan = Callable[..., Path]
Run = Callable[..., Result]

MISSPELT = "plan:\n  id: fjordvik\n  title: Trygg\n  titel: Feil\n"


def test_check_finding_is_printed_with_place_hint_and_count(plan: Plan, run: Run) -> None:
    """In a pipe a finding is one line that starts with its place, then the hint, and the count ends it all."""
    plan(MISSPELT)
    result = run("check", "my-plan")
    lines = result.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "PK014" in line)
    assert lines[at].startswith("my-plan/plan.yaml:4:3: error PK014 ")
    assert lines[at].endswith("[unknown-key]")
    assert lines[at + 1] == "    Did you mean “title”?"
    assert lines[-1].startswith("1 error")
    assert result.stderr == ""
    assert result.exit_code == 1


def test_check_in_pipe_has_no_colour_or_progress(plan: Plan, shell: Callable[..., object]) -> None:
    """A pipe gets no escape sequences on stdout and nothing on stderr."""
    plan(MISSPELT)
    done = shell("check", "my-plan")
    assert "\x1b" not in done.stdout  # type: ignore[attr-defined]
    assert done.stderr == ""  # type: ignore[attr-defined]
    assert done.returncode == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("worst", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("error", "never", 0),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("advice", "warning", 0),
        ("advice", "advice", 1),
    ],
)
def test_check_exit_code_follows_fail_on(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch, worst: str, fail_on: str, code: int
) -> None:
    """The exit code is 1 exactly where the worst finding is as bad as --fail-on says, or worse."""
    from plankit.findings import Finding, Place, Severity
    from plankit.loading import Loaded, load

    folder = plan()
    finding = Finding(
        code="PK999", name="x", severity=Severity[worst.upper()], message="m", place=Place("plan.yaml")
    )
    loaded = Loaded(plan=None, findings=(finding,), guide=None, read=load(folder).read)
    monkeypatch.setattr("plankit.load", lambda *args, **kwargs: loaded, raising=False)
    assert run("check", "my-plan", "--fail-on", fail_on).exit_code == code


def test_check_as_json_is_one_document_for_all_plans(plan: Plan, run: Run) -> None:
    """The JSON names every plan, and every finding with the plan that it is about."""
    plan(MISSPELT, "a")
    plan(MISSPELT, "b")
    document = json.loads(run("check", "a", "b", "--format", "json").stdout)
    assert document["plans"] == ["a", "b"]
    unknown = [finding for finding in document["findings"] if finding["code"] == "PK014"]
    assert [(one["plan"], one["file"], one["line"], one["column"]) for one in unknown] == [
        ("a", "a/plan.yaml", 4, 3),
        ("b", "b/plan.yaml", 4, 3),
    ]
    assert document["count"]["error"] == 2


def test_check_as_json_of_one_plan_names_it(plan: Plan, run: Run) -> None:
    """With one plan its path stands at the top of the document."""
    plan(MISSPELT)
    assert json.loads(run("check", "my-plan", "--format", "json").stdout)["plan"] == "my-plan"


def test_check_for_github_escapes_what_its_syntax_would_eat(here: Path, run: Run) -> None:
    """Commas, colons and percent signs of file names do not end the annotation's properties."""
    folder = here / "50%, draft"
    folder.mkdir()
    (folder / "plan.yaml").write_text(MISSPELT)
    lines = run("check", "50%, draft", "--format", "github").stdout.splitlines()
    line = next(line for line in lines if "PK014" in line)
    assert line.startswith("::error file=50%25%2C draft/plan.yaml,line=4,col=3,title=PK014 unknown-key::")
    assert line.endswith("%0ADid you mean “title”?")


def test_check_message_with_line_breaks_stays_on_one_line(plan: Plan, run: Run) -> None:
    """A value of the file that holds line breaks or escape sequences cannot break the lines of the report."""
    plan('plan:\n  id: "a\\nb\\e[31m"\n  title: x\n')
    result = run("check", "my-plan")
    assert "\x1b" not in result.stdout
    assert (
        sum("PK018" in line and line.startswith("my-plan/plan.yaml:") for line in result.stdout.splitlines())
        == 1
    )


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_check_missing_folder_is_broken_call_in_one_line(here: Path, run: Run, style: str) -> None:
    """A path that is no folder ends with code 2 and one line on stderr, and nothing on stdout."""
    result = run("check", "nowhere", "--format", style)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "plankit: There is no folder “nowhere”.\n"


def test_check_file_instead_of_folder_is_broken_call(plan: Plan, run: Run) -> None:
    """A file of the plan in place of its folder is told apart from a path that is not there."""
    plan()
    result = run("check", "my-plan/plan.yaml")
    assert result.exit_code == 2
    assert "is not a folder" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "my-plan", "--date", "tomorrow"), ("chekc", "my-plan")]
)
def test_check_call_that_makes_no_sense_ends_with_two(
    plan: Plan, run: Run, arguments: tuple[str, ...]
) -> None:
    """Missing paths, impossible dates and unknown commands are broken calls."""
    plan()
    assert run(*arguments).exit_code == 2


def test_check_date_decides_what_is_over(plan: Plan, run: Run) -> None:
    """A waiver is in force before its last day and expired after it, as --date says."""
    plan(
        "plan: {id: fjordvik, title: Trygg}\n"
        "waivers: [{code: period-missing, reason: wait, expires: 2027-06-30}]\n"
    )
    assert "PK031" not in run("check", "my-plan", "--date", "2027-06-01").stdout
    assert "PK031" in run("check", "my-plan", "--date", "2027-08-01").stdout


def test_check_language_is_handed_on(plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are asked for in the language of --language, else of PLANKIT_LANGUAGE."""
    import plankit

    plan()
    real, asked = plankit.load, []

    def load(path: str, **options: object) -> plankit.Loaded:
        asked.append(options["language"])
        return real(path)

    monkeypatch.setattr("plankit.load", load)
    run("check", "my-plan", "--language", "nn")
    monkeypatch.setenv("PLANKIT_LANGUAGE", "sv")
    run("check", "my-plan")
    assert asked == ["nn", "sv"]


def test_shown_name_is_seen_from_the_current_directory(here: Path) -> None:
    """Names are relative where the plan lies below the current directory, whatever way it was given."""
    assert shown_name(".", "plan.yaml") == "plan.yaml"
    assert shown_name("./a/", "b/c.yaml") == "a/b/c.yaml"
    assert shown_name(str(here / "a"), "c.yaml") == "a/c.yaml"
    assert shown_name("../other", "c.yaml") == "../other/c.yaml"
