"""`plankit matrix`: what it prints of a plan, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import CLEAN, Run

MATRIX = """\
participants: [{id: north, name: North}, {id: south, name: South}]
agencies: [{id: school, name: School}, {id: police, name: Police}, {id: idle, name: Idle}]
tasks: [{id: tell, title: Tell}, {id: learn, title: "Learn, and\\tteach"}]
responsibilities:
- {task: tell, agency: school, role: R, basis: lov, applies_to: north}
- {task: tell, agency: police, role: A, legal_basis: "straffeloven § 196"}
- {task: learn, agency: school, role: I}
"""

Plan = Callable[..., Path]


def rows(run: Run, *arguments: str) -> list[dict[str, object]]:
    """What a call prints as JSON."""
    result = run("matrix", "my-plan", "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_matrix_prints_every_cell_in_long_form(run: Run, plan: Plan) -> None:
    """One cell a row, with its ground as a code; CSV and JSON hold the same."""
    plan(CLEAN + MATRIX)
    found = rows(run)
    assert [(one["task"], one["agency"], one["role"], one["basis"]) for one in found] == [
        ("tell", "school", "R", "law"),
        ("tell", "police", "A", ""),
        ("learn", "school", "I", ""),
    ]
    printed = run("matrix", "my-plan", "--format", "csv").stdout
    assert list(csv.DictReader(io.StringIO(printed))) == found


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--agency", "police"), [("tell", "police")]),
        (("--task", "learn"), [("learn", "school")]),
        (("--participant", "south"), [("tell", "police"), ("learn", "school")]),
    ],
)
def test_matrix_prints_only_what_is_asked_for(
    run: Run, plan: Plan, arguments: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    """A column, a row, or what holds in one municipality."""
    plan(CLEAN + MATRIX)
    assert [(one["task"], one["agency"]) for one in rows(run, *arguments)] == expected


def test_matrix_prints_gaps_and_load(run: Run, plan: Plan) -> None:
    """What is open, by kind; how much rests on each."""
    plan(CLEAN + MATRIX)
    assert [(one["kind"], one["task"] or one["agency"]) for one in rows(run, "--gaps")] == [
        ("no-accountable", "learn"),
        ("no-responsible", "learn"),
        ("idle", "idle"),
    ]
    assert [(one["agency"], one["tasks"]) for one in rows(run, "--load")] == [("school", 2), ("police", 1)]


def test_matrix_prints_where_municipalities_and_plans_differ(run: Run, plan: Plan) -> None:
    """The cell that only one has, and the cell that the newer plan has taken away."""
    plan(CLEAN + MATRIX, name="old")
    plan(CLEAN + MATRIX.replace("- {task: learn, agency: school, role: I}\n", ""))
    for arguments, expected in (
        (("--differ", "north", "south"), [("tell", "school", "removed", "R", "")]),
        (("--against", "old"), [("learn", "school", "removed", "I", "")]),
    ):
        found = rows(run, *arguments)
        told = [(one["task"], one["agency"], one["what"], one["old"], one["new"]) for one in found]
        assert told == expected


def test_matrix_for_people_groups_rows_and_hides_empty_columns(run: Run, plan: Plan) -> None:
    """The task once, then who is what to it; a sign that steers a terminal is not printed."""
    plan(CLEAN + MATRIX)
    assert run("matrix", "my-plan").stdout.splitlines() == [
        "Tell",
        "  R  School  law                      north",
        "  A  Police       straffeloven § 196",
        "Learn, and teach",
        "  I  School",
    ]
    assert run("matrix", "my-plan", "--differ", "north", "north").stdout == "Nothing.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--agency", "nobody"), "plankit: The plan has no “nobody”.\n"),
        (("--differ", "north", "east"), "plankit: The plan has no “east”.\n"),
        (("--gaps", "--load"), "plankit: These cannot go together: --gaps, --load\n"),
        (("--against", "nowhere"), "plankit: There is no folder “nowhere”.\n"),
    ],
)
def test_matrix_refuses_what_cannot_be(
    run: Run, plan: Plan, arguments: tuple[str, ...], message: str
) -> None:
    """One line on stderr and exit code 2."""
    plan(CLEAN + MATRIX)
    result = run("matrix", "my-plan", *arguments)
    assert (result.exit_code, result.stderr) == (2, message)
