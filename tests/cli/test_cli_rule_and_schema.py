"""`plankit rule` and `plankit schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import Result

from plankit.rules.base import Rule
from plankit.rules.catalogue import RULES
from plankit.rules.texts import rule_text
from plankit.schema import schema_text

Run = Callable[..., Result]


@pytest.mark.parametrize("wanted", ["PK014", "pk014", "unknown-key"])
def test_rule_is_found_by_code_and_by_name(run: Run, wanted: str) -> None:
    """Code in any case and name lead to the same text."""
    result = run("rule", wanted)
    assert result.exit_code == 0
    assert result.stdout.startswith("PK014 unknown-key (error)\n\nWhat it checks\n    A key that")
    assert "\nGood\n    deadline: 2027\n" in result.stdout


def test_rule_without_argument_lists_every_rule(run: Run) -> None:
    """The list has a line for each rule of the catalogue, in its order."""
    lines = run("rule").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


def test_rule_that_is_not_there_names_the_nearest(run: Run) -> None:
    """A misspelt name is a broken call that says which one was meant."""
    result = run("rule", "unkown-key")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean “unknown-key”?" in result.stderr


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_text_has_its_four_sections(rule: Rule) -> None:
    """Every rule tells what it checks and why, with a bad and a good example."""
    sections = rule_text(rule)
    assert list(sections) == ["What it checks", "Why it matters", "Bad", "Good"]
    assert all(sections.values())


def test_schema_is_printed(shell: Callable[..., CompletedProcess[str]]) -> None:
    """The schema on stdout is the schema, and nothing else."""
    done = shell("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads(schema_text())


def test_schema_is_written_to_file(here: Path, run: Run) -> None:
    """With --output the file holds the schema, in UTF-8 with plain line ends, in a folder made for it."""
    assert run("schema", "--output", "a/b.json").exit_code == 0
    assert (here / "a" / "b.json").read_bytes() == schema_text().encode()


def test_schema_that_cannot_be_written_is_broken_call(here: Path, run: Run) -> None:
    """A folder in place of the file is told of in one line."""
    result = run("schema", "--output", ".")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
