"""`plankit walk`, `plankit stress` and `plankit check --stress`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

PLAN = """\
plan: {id: havn, title: Plan, language: nb, period: 2027–2030, empty: {guide: not-applicable}}
agencies:
- id: dag
  name: Dagvakta
  opening_hours: [{days: [mon, tue, wed, thu, fri], opens: '08:00', closes: '15:30'}]
- {id: vakt, name: Vakta, around_the_clock: 'true'}
procedures:
- id: melding
  title: Noen forteller
  starts: {exposed: barn}
  steps:
  - {id: leder, actor: leder, what: Si fra til rektor., fallback: ring}
  - {id: ring, what: Ring dagvakta., agency: dag, deadline: PT2H, legal_basis: § 1}
  - id: trygg
    what: Vakta sørger for et trygt sted.
    agency: vakt
    safe: 'true'
    end: 'true'
    handover: {receiver: dag, legal_basis: § 2}
cases:
- {id: fredag, title: Fredag, fictional: 'true', exposed: barn, door: skole, severity: serious, at: 'fri 16:30', must: [{owner: dag}]}
- {id: tirsdag, title: Tirsdag, fictional: 'true', exposed: barn, door: skole, severity: serious, at: 'tue 10:00'}
"""
TEXT = "exposed=barn door=skole severity=serious at=2027-01-08T16:30"


@pytest.fixture
def folder(plan: Callable[..., Path]) -> Path:
    """A plan that fails on Fridays."""
    return plan(PLAN)


def test_walk_tells_who_what_when_and_on_what_ground(folder: Path, run: Run) -> None:
    """The timeline is there line by line, then how it ends, and the exit code is 1 because of the gap."""
    result = run("walk", "my-plan", "fredag")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "Fredag",
        "“barn” is exposed, and the first to act is “skole”, Friday 2027-01-08 16:30; serious",
        TEXT,
        "",
        "Friday 2027-01-08 16:30  the leader: Si fra til rektor. (melding.leder)",
        "Friday 2027-01-08 16:30  Dagvakta: not there for 2 days 15 hours 30 minutes, until Monday 2027-01-11 08:00; "
        "“Ring dagvakta” waits (melding.ring)",
        "Monday 2027-01-11 08:00  Dagvakta: Ring dagvakta. (melding.ring)",
        "                         Ground: § 1",
        "Monday 2027-01-11 08:00  Vakta: Vakta sørger for et trygt sted. (melding.trygg)",
        "                         Ground: § 2",
        "                         Handed to: Dagvakta",
        "",
        "Safe: Monday 2027-01-11 08:00",
        "Has the case at the end: Dagvakta",
        "Expectations held: 1 of 1",
        "Gaps:",
        "  too late – until Monday 2027-01-11 08:00 this plan lets nobody act at the step “Ring dagvakta”, which should "
        "be done within 2 hours (melding.ring)",
    ]


def test_walk_without_gaps_ends_with_exit_code_0(folder: Path, run: Run) -> None:
    """A case that is answered says so."""
    result = run("walk", "my-plan", "tirsdag")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "No gaps."


def test_walk_of_every_case_is_a_line_each(folder: Path, run: Run) -> None:
    """Without a case, all are walked."""
    result = run("walk", "my-plan")
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["gap", "fredag"], ["answered", "tirsdag"]]
    assert lines[2] == "2 cases walked: 1 reach safety, 1 meet gaps."
    assert result.exit_code == 1


def test_walk_takes_a_line_and_a_file_like_an_id(folder: Path, run: Run, here: Path) -> None:
    """The same case gives the same walk, whichever way it is told."""
    (here / "one.yaml").write_text(
        "{exposed: barn, door: skole, severity: serious, at: 2027-01-08T16:30}", encoding="utf-8"
    )
    (here / "two.yaml").write_text(
        "cases:\n- {id: x, title: X, exposed: barn, door: skole, severity: serious, at: 'fri 16:30'}\n",
        encoding="utf-8",
    )
    ways = [
        json.loads(run("walk", "my-plan", case, "--format", "json").stdout)
        for case in ("fredag", TEXT, "one.yaml", "two.yaml")
    ]
    assert len({json.dumps(way["events"]) for way in ways}) == 1
    assert len({json.dumps(way["gaps"]) for way in ways}) == 1


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("fredg", "Did you mean “fredag”?"),
        ("zzzzzz", "Neither the plan nor its guide has a case “zzzzzz”."),
        ("exposed=barn", "The case does not tell “door”."),
        ("exposed=barn door=skole severity=huge at=soon", "“huge” is not known as “severity”."),
        (
            "exposed=barn door=skole severity=serious at=soon",
            "“soon” is not understood as the time of a case.",
        ),
        ("gone.yaml", "“gone.yaml” could not be read"),
        ("my-plan/plan.yaml", "does not hold one case"),
    ],
)
def test_walk_of_what_is_no_case_ends_with_one_line(folder: Path, run: Run, case: str, told: str) -> None:
    """Exit code 2, and the reason on stderr."""
    result = run("walk", "my-plan", case)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_stress_tells_shares_and_smallest_cases(folder: Path, run: Run) -> None:
    """Each gap stands with a sentence and with a case that walk takes again."""
    result = run("stress", "my-plan")
    assert result.exit_code == 0
    assert result.stdout.startswith("14.3 % of 42 cases reach safety.\n")
    lines = result.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "too late" in line)
    assert lines[at] == "  too late – melding.ring – 36 (85.7 %)"
    assert "“barn” is exposed, and the first to act is “skole”, Friday 2027-01-08 16:30" in lines[at + 1]
    again = run("walk", "my-plan", lines[at + 2].strip())
    assert "too late – until Monday 2027-01-11 08:00" in again.stdout


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize(
    "command", [("walk", "my-plan", "fredag"), ("walk", "my-plan"), ("stress", "my-plan")]
)
def test_output_is_the_same_every_time(folder: Path, run: Run, command: tuple[str, ...], style: str) -> None:
    """Nothing depends on the day or on chance."""
    first, second = (run(*command, "--format", style).stdout for _ in range(2))
    assert first == second
    assert style == "text" or json.loads(first)


@pytest.mark.parametrize(("share", "code"), [("0.14", 0), ("0.15", 1)])
def test_stress_fails_under_the_share_that_is_asked_for(
    folder: Path, run: Run, share: str, code: int
) -> None:
    """One of seven hours reaches safety."""
    assert run("stress", "my-plan", "--fail-under", share).exit_code == code


def test_check_walks_cases_and_stresses_only_when_asked(folder: Path, run: Run) -> None:
    """The told cases are always walked; every combination only with --stress."""
    usual = run("check", "my-plan", "--format", "json").stdout
    codes = [one["code"] for one in json.loads(usual)["findings"]]
    assert codes.count("PK410") == 1
    assert "PK430" not in codes
    everything = run("check", "my-plan", "--stress", "--format", "json").stdout
    found = [one for one in json.loads(everything)["findings"] if one["code"] == "PK430"]
    assert [one["line"] for one in found] == [13]


def test_waiver_of_a_stress_gap_is_unused_only_when_stressed(plan: Callable[..., Path], run: Run) -> None:
    """A waiver of a rule that was not asked for has had nothing to waive."""
    waived = PLAN + "waivers: [{code: PK430, item: melding, reason: R, expires: 2030-01-01}]\n"
    plan(waived)
    usual = run("check", "my-plan", "--date", "2027-01-01")
    assert "PK030" not in usual.stdout
    stressed = run("check", "my-plan", "--stress", "--date", "2027-01-01")
    assert "PK430" not in stressed.stdout
    (Path("my-plan") / "plan.yaml").write_text(
        waived.replace("deadline: PT2H, ", "").replace("item: melding", "item: havn"), encoding="utf-8"
    )
    assert "PK030" in run("check", "my-plan", "--stress", "--date", "2027-01-01").stdout


def test_plan_without_starts_says_so(plan: Callable[..., Path], run: Run) -> None:
    """Whoever walks a plan that cannot be walked learns why."""
    plan()
    result = run("stress", "my-plan")
    assert "starts" in result.stderr
    assert result.stdout.startswith("0.0 % of ")


def test_check_of_plan_without_starts_loads_no_walks(plan: Callable[..., Path]) -> None:
    """What nobody walks costs nothing."""

    plan(PLAN.replace("  starts: {exposed: barn}\n", ""))
    code = (
        "import sys, plankit; plankit.load('my-plan'); "
        "print([name for name in ('holidays', 'plankit.walks') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
