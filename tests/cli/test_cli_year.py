"""`plankit year`: the activity plan of a year, shown, and the next one started from it."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

import plankit
from plankit.model.base import Absence
from plankit.model.year import Activity

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, period: 2026-2029}
agencies: [{id: school, name: Skolen}]
decisions: [{id: d1, body: Kommunestyret, date: 2025-12-10}]
parts: [{id: across, title: På tvers}]
measures:
- {id: m1, number: "1", title: Kurs}
- {id: m2, number: "2", title: Rutine, deadline: 2027-06}
- {id: m3, number: "3", title: Møter, deadline: løpende}
activity_plans:
- {id: plan-2026, title: Aktivitetsplan 2026, period: 2026, stage: vedtatt, decision: d1, owner: Leder, parts: [across]}
activities:
- {id: a-2026-done, activity_plan: plan-2026, title: Ferdig, measures: m1, status: gjennomført}
- {id: a-2026-dropped, activity_plan: plan-2026, title: Droppet, status: droppet, reason: Ingen penger}
- id: a-2026-ongoing
  activity_plan: plan-2026
  part: across
  title: {nb: Pågår, nn: Går føre seg}
  measures: [m1]
  responsible: {agency: school, role: Rektor}
  when: mai 2026
  cost: 50 000 kr
  status: pågår
  result: Halvveis
- {id: a-2026-yearly, activity_plan: plan-2026, title: Fagdag, when: hvert år, cost: innenfor ramme, status: gjennomført}
- {id: silent, activity_plan: plan-2026, title: Taus, when: mars 2026}
- {id: quiet, activity_plan: plan-2026, title: Stille}
"""
DAY = ("--date", "2026-11-22")


def _new(run: Run, *more: str) -> Result:
    return run("year", "new", "2027", "my-plan", *DAY, "--language", "en", *more)


def _made(folder: Path = Path("my-plan")) -> dict[str, Activity]:
    loaded = plankit.load(folder)
    assert loaded.plan is not None
    assert [one for one in loaded.findings if one.code.startswith("PK0")] == []
    return {one.carried_from or "": one for one in loaded.plan.activities if one.activity_plan == "plan-2027"}


def test_new_carries_over_what_goes_on_and_leaves_what_ended(plan: Plan, run: Run) -> None:
    """Ongoing and recurring activities go on, done and dropped ones do not; ids follow the year."""
    plan(TEXT)
    result = _new(run, "--none")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{Path('my-plan/years/2027.yaml')}\n"
    made = _made()
    assert {old: one.id for old, one in made.items()} == {
        "a-2026-ongoing": "a-2027-ongoing",
        "a-2026-yearly": "a-2027-yearly",
    }


def test_new_activity_keeps_its_work_and_not_its_outcome(plan: Plan, run: Run) -> None:
    """Who, what and where stay; time, sum, status and result belonged to the old year. What holds each year stays."""
    plan(TEXT)
    _new(run, "--none")
    made = _made()
    ongoing, yearly = made["a-2026-ongoing"], made["a-2026-yearly"]
    assert (ongoing.part, ongoing.measures, ongoing.responsible[0].role) == ("across", ("m1",), "Rektor")
    assert (ongoing.when, ongoing.cost, ongoing.status, ongoing.result) == (None, None, None, None)
    assert yearly.when is not None
    assert yearly.cost is not None
    assert (yearly.when.text, yearly.cost.text, yearly.status) == ("hvert år", "innenfor ramme", None)
    text = Path("my-plan/years/2027.yaml").read_text(encoding="utf-8")
    assert "# 2026: pågår; mai 2026; 50 000 kr; Halvveis\n- id: a-2027-ongoing\n" in text


def test_new_activity_plan_is_a_draft_with_the_same_parts(plan: Plan, run: Run) -> None:
    """Title, id and period follow the year; it rests on no decision yet."""
    plan(TEXT)
    _new(run)
    loaded = plankit.load("my-plan").plan
    assert loaded is not None
    new = loaded.activity_plans[1]
    assert (new.id, new.title, new.period.text) == ("plan-2027", "Aktivitetsplan 2027", "2027")
    assert (new.stage, new.decision, new.owner, new.parts) == ("utkast", None, "Leder", ("across",))


def test_new_without_anybody_to_ask_leaves_the_question_in_the_file(plan: Plan, run: Run) -> None:
    """What nobody reported on stands there with an unknown status and a note, and is listed; it is never taken as done."""
    plan(TEXT)
    result = _new(run)
    made = _made()
    for old, new in (("silent", "a-2027-silent"), ("quiet", "a-2027-quiet")):
        assert made[old].id == new
        assert made[old].absence("status") is Absence.UNKNOWN
        assert made[old].notes is not None
        assert f"  {old}: " in result.stderr
    assert "Nobody has reported on 2 activities." in result.stderr


@pytest.mark.parametrize(
    ("more", "carried"),
    [
        (("--all",), {"silent", "quiet"}),
        (("--none",), set()),
        (("--none", "--carry", "silent"), {"silent"}),
        (
            ("--none", "--carry", "a-2026-done", "--carry", "a-2026-dropped"),
            {"a-2026-done", "a-2026-dropped"},
        ),
    ],
)
def test_new_is_told_what_to_carry_over(
    plan: Plan, run: Run, more: tuple[str, ...], carried: set[str]
) -> None:
    """`--all`, `--none` and `--carry` answer the questions; nothing is left open."""
    plan(TEXT)
    _new(run, *more)
    made = _made()
    assert set(made) == {"a-2026-ongoing", "a-2026-yearly"} | carried
    assert all(one.absence("status") is Absence.NOT_STATED for one in made.values())


def test_new_names_measures_that_run_without_an_activity(plan: Plan, run: Run) -> None:
    """Those due by the end of the year are listed; all of them stand at the end of the file."""
    plan(TEXT)
    result = _new(run, "--none")
    assert "1 measure is due by the end of the year and has no activity yet:\n  m2: Rutine" in result.stderr
    text = Path("my-plan/years/2027.yaml").read_text(encoding="utf-8")
    assert "# - m2: 2 Rutine (2027-06)" in text
    assert "# - m3: 3 Møter (løpende)" in text
    assert "# - m1" not in text


def test_new_dry_run_prints_the_same_file_and_writes_nothing(plan: Plan, run: Run) -> None:
    """What is printed is what is written, twice the same, and it is YAML."""
    folder = plan(TEXT)
    printed = _new(run, "--dry-run").stdout
    assert not (folder / "years").exists()
    assert _new(run, "--dry-run").stdout == printed
    _new(run)
    assert (folder / "years" / "2027.yaml").read_text(encoding="utf-8") == printed
    assert set(yaml.safe_load(printed)) == {"activity_plans", "activities"}


def test_new_plan_of_the_next_year_has_no_errors(plan: Plan, run: Run) -> None:
    """A year can be started from the started one, and the plan loads without a new finding about files."""
    plan(TEXT)
    _new(run, "--all")
    result = run("year", "new", "2028", "my-plan", "--date", "2027-11-22", "--all")
    assert result.exit_code == 0, result.stderr
    loaded = plankit.load("my-plan").plan
    assert loaded is not None
    assert [one.id for one in loaded.activities if one.carried_from == "a-2027-silent"] == ["a-2028-silent"]


def test_new_first_year_of_a_plan_lists_every_measure(plan: Plan, run: Run) -> None:
    """A plan without activity plans gets an empty one, with its measures as a list to work from."""
    plan("plan: {id: p, title: Trygg, language: nb}\nmeasures: [{id: m1, title: Kurs}]\n")
    assert run("year", "new", "2027", "my-plan", *DAY).exit_code == 0
    loaded = plankit.load("my-plan").plan
    assert loaded is not None
    assert [(one.id, one.title) for one in loaded.activity_plans] == [
        ("activity-plan-2027", "Aktivitetsplan 2027")
    ]
    assert "# - m1: Kurs" in Path("my-plan/years/2027.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("2026",), "The plan has an activity plan for 2026 already."),
        (("2027", "--from", "2024"), "No activity plan ends in 2024. Those that there are end in 2026."),
        (("2025", "--from", "2024"), "The plan has no activity plan before 2025."),
        (("2027", "--all", "--none"), "Give --all or --none, not both."),
        (
            ("2027", "--carry", "silnt"),
            "The old activity plan has no activity “silnt”. Did you mean “silent”?",
        ),
        (("2027", "--carry", "xyzzy-q"), "The old activity plan has no activity “xyzzy-q”."),
    ],
)
def test_new_that_cannot_be_done_says_why_and_writes_nothing(
    plan: Plan, run: Run, call: tuple[str, ...], said: str
) -> None:
    """One line and exit code 2."""
    folder = plan(TEXT)
    result = run("year", "new", call[0], "my-plan", *call[1:], "--language", "en")
    assert (result.exit_code, result.stderr) == (2, f"plankit: {said}\n")
    assert not (folder / "years").exists()


def test_new_does_not_write_over_a_file(plan: Plan, run: Run) -> None:
    """A file of that name may hold something else; it stays as it is."""
    folder = plan(TEXT)
    (folder / "years").mkdir()
    (folder / "years" / "2027.yaml").write_text("# mine\n", encoding="utf-8")
    result = _new(run)
    assert result.exit_code == 2
    assert "already. Nothing was written." in result.stderr
    assert (folder / "years" / "2027.yaml").read_text(encoding="utf-8") == "# mine\n"


def test_new_of_a_plan_with_an_unreadable_file_is_refused(plan: Plan, run: Run) -> None:
    """What stands in the broken file might be an activity; nothing is carried over without it."""
    folder = plan(TEXT)
    (folder / "more.yaml").write_text("a: [\n", encoding="utf-8")
    result = _new(run)
    assert result.exit_code == 2
    assert "plankit check my-plan" in result.stderr


def test_new_where_nothing_can_be_written_says_so(plan: Plan, run: Run) -> None:
    """A file where the folder should be is one line on stderr, not a traceback."""
    folder = plan(TEXT)
    (folder / "years").write_text("", encoding="utf-8")
    result = _new(run)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "could not be written" in result.stderr


def _at_terminal(answers: str) -> str:
    """Call the command at a real terminal, type the answers, and return what it printed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "plankit", "year", "new", "2027", "my-plan", *DAY, "--language", "nb"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, answers.encode())
    said, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                said += os.read(ours, 65536)
            except OSError:
                break
        elif process.poll() is not None:
            break
    process.wait(timeout=60)
    os.close(ours)
    return said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_new_at_a_terminal_asks_about_what_nobody_reported_on(plan: Plan) -> None:
    """One plain question for each; yes carries it over, no leaves it, and nothing stays open."""
    plan(TEXT)
    said = _at_terminal("y\nn\n")
    assert "Ingen har rapportert på «Taus» (mars 2026). Fortsetter det i 2027?" in said
    made = _made()
    assert set(made) == {"a-2026-ongoing", "a-2026-yearly", "silent"}
    assert made["silent"].absence("status") is Absence.NOT_STATED


def test_show_lists_activities_by_part_with_outcome_and_counts(plan: Plan, run: Run) -> None:
    """Each activity stands beneath its measure with sign and word; what is not reported is said so."""
    plan(TEXT)
    result = run("year", "show", "2026", "my-plan", *DAY, "--language", "nb")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Aktivitetsplan 2026 (2026, vedtatt)"
    assert "    ◐ Pågår – Skolen, Rektor – mai 2026 – pågår" in lines
    assert "    ? Taus – ingen er nevnt – mars 2026 – ikke rapportert" in lines
    assert lines[-1] == "2 gjennomført, 1 pågår, 1 planlagt, 1 droppet, 1 ikke rapportert"


def test_show_json_holds_the_same_for_programs(plan: Plan, run: Run) -> None:
    """Ids, outcomes, measures without an activity, and sums that may be added."""
    plan(TEXT)
    document = json.loads(run("year", "show", "2026", "my-plan", *DAY, "--format", "json").stdout)
    (shown,) = document["activity_plans"]
    assert (document["plan"], document["date"], shown["stage"]) == ("p", "2026-11-22", "adopted")
    assert {one["id"]: one["outcome"] for one in shown["activities"]}["silent"] == "not-reported"
    assert shown["measures_without_activity"] == ["m2", "m3"]
    assert [(one["kind"], one["sum"]) for one in shown["costs"]] == [
        ("amount", "50000"),
        ("within-budget", None),
    ]


def test_show_a_year_without_an_activity_plan_says_so(plan: Plan, run: Run) -> None:
    """An error of the call, not an empty list."""
    plan(TEXT)
    result = run("year", "show", "2031", "my-plan", "--language", "en")
    assert (result.exit_code, result.stderr) == (2, "plankit: The plan has no activity plan for 2031.\n")
