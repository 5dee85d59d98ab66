"""`plankit score`: the vector as text and JSON, and the form for those who judge."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, period: 2026-2029, guide: {id: no-vold, edition: "2022"}}
measures:
- {id: m1, title: Åpent hus}
judgements:
- {criterion: rubric-plain, by: Rådgiver, date: 2026-09-01, score: 1, where: m1, edition: "1", reason: Mye fagspråk}
- {criterion: rubric-plain, by: Revisor, date: 2026-09-02, score: 2, where: m1, edition: "1"}
- {criterion: rubric-help-first, by: Revisor, score: 2, where: m1, edition: "0"}
"""
DAY = ("--date", "2026-11-22")


def test_score_text_tells_principles_evidence_and_people(plan: Plan, run: Run) -> None:
    """Each principle with the least and the most, each item with its places in the files, those who differ both."""
    plan(TEXT)
    result = run("score", "my-plan", *DAY, "--language", "en")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "What the plan documents. Rubric of no-vold 2022, edition 1 (2026-11-22)."
    assert "It does not say whether the plan is good" in lines[1]
    assert sum(" of 10 (" in line for line in lines) == 10
    at = _item(lines, "judged differently")
    assert lines[at + 1 : at + 4] == [
        "    Rådgiver: 1 – Mye fagspråk",
        "    Revisor: 2",
        "    m1 (my-plan/plan.yaml:3), measures (my-plan/plan.yaml:3)",
    ]
    assert "    Revisor: 2 (does not count: another edition of the rubric)" in lines


def _item(lines: list[str], words: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith("  ") and words in line)


def test_score_never_says_good_and_has_no_total(plan: Plan, run: Run) -> None:
    """The JSON has no number outside its principles."""
    plan(TEXT)
    document = json.loads(run("score", "my-plan", *DAY, "--format", "json").stdout)
    assert not [key for key, value in document.items() if isinstance(value, int | float)]
    assert document["rubric"] == {"edition": "1", "date": "2026-11-22"}
    assert len(document["principles"]) == 10


def test_score_json_gives_each_item_its_evidence_and_judgements(plan: Plan, run: Run) -> None:
    """An item names what it rests on, with file and line, and who judged."""
    plan(TEXT)
    document = json.loads(run("score", "my-plan", *DAY, "--format", "json").stdout)
    items = {one["id"]: one for principle in document["principles"] for one in principle["items"]}
    plain = items["rubric-plain"]
    assert (plain["status"], plain["score"], plain["low"], plain["high"]) == ("disagreed", None, 1, 2)
    assert plain["where"][0] == {"id": "m1", "file": "my-plan/plan.yaml", "line": 3}
    assert [(one["by"], one["score"], one["standing"]) for one in plain["judgements"]] == [
        ("Rådgiver", 1, "counts"),
        ("Revisor", 2, "counts"),
    ]
    assert items["rubric-help-first"]["judgements"][0]["standing"] == "other-edition"


def test_score_form_filled_in_by_two_closes_the_item(plan: Plan, run: Run) -> None:
    """Two copies of the form, each filled in by one role, decide what was open."""
    folder = plan(TEXT)
    form = run("score", "my-plan", *DAY, "--form").stdout
    block = next(part for part in form.split("\n\n") if "- criterion: " in part)
    name = block.split("criterion: ")[1].split()[0]
    for by in ("Adviser", "Revisor"):
        filled = (
            block.replace("by:", f"by: {by}").replace("score:", "score: 2").replace("where:", "where: m1")
        )
        (folder / f"form-{by[0]}.yaml").write_text(f"judgements:\n{filled}\n", encoding="utf-8")
    document = json.loads(run("score", "my-plan", *DAY, "--format", "json").stdout)
    items = {one["id"]: one for principle in document["principles"] for one in principle["items"]}
    assert (items[name]["score"], items[name]["basis"]) == (2, "people")
    assert f"criterion: {name}\n" not in run("score", "my-plan", *DAY, "--form").stdout


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("plan: {id: p, title: T}\n", "follows no guide that is installed"),
        (
            'plan: {id: p, title: T, guide: {id: nowhere, edition: "1"}}\n',
            "follows no guide that is installed",
        ),
    ],
)
def test_score_with_nothing_to_score_by_is_one_line(plan: Plan, run: Run, frame: str, said: str) -> None:
    """Without a guide there is no rubric: one line that says so, and exit code 2."""
    plan(frame)
    result = run("score", "my-plan", "--language", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_score_of_a_guide_without_rubric_is_one_line(
    plan: Plan, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A guide need not have a rubric; the command says that it has none."""
    monkeypatch.setattr("plankit.views.score.has_rubric", lambda reading: False)
    plan(TEXT)
    result = run("score", "my-plan", "--language", "en")
    assert result.exit_code == 2
    assert result.stderr == "plankit: The guide “no-vold” has no rubric, so there is nothing to score by.\n"
