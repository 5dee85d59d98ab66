"""`plankit report` and `plankit evaluate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Plan = Callable[..., Path]
Run = Callable[..., Result]

TEXT = """\
plan: {id: p, title: Trygg, language: nb, period: 2026-2027, process_owner: Koordinator}
agencies: [{id: school, name: Skolen}]
measures:
- {id: m1, title: "Kurs; <b>alle</b>", deadline: 2026-09, responsible: school}
evaluation: [{id: e, title: Midtveis, kind: midtveisevaluering, when: 2027-01, questions: [Hva nå?]}]
"""
DAY = ("--date", "2027-02-01")


def test_report_writes_a_page_that_needs_nothing_else(plan: Plan, run: Run, here: Path) -> None:
    """One file in the plan's language, with text of the plan that cannot become markup."""
    plan(TEXT)
    result = run("report", "2026", "my-plan", "-o", "r.html", *DAY)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == ["r.html"]
    page = (here / "r.html").read_text(encoding="utf-8")
    assert "<h1>Årsrapport 2026</h1>" in page
    assert "Ikke rapportert" in page
    assert "&lt;b&gt;alle" in page
    assert "<b>alle" not in page


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (("-o", "out"), "out/plan-2026-2027-arsrapport-2026.html"),
        (("-o", "out", "--format", "docx"), "out/plan-2026-2027-arsrapport-2026.docx"),
        (("-o", "out", "--format", "pdf"), "out/plan-2026-2027-arsrapport-2026.pdf"),
        (("-o", "out/mine.docx"), "out/mine.docx"),
        (("-o", "out/mine.PDF"), "out/mine.PDF"),
    ],
)
def test_report_goes_where_it_is_asked_to(
    plan: Plan, run: Run, here: Path, asked: tuple[str, ...], made: str
) -> None:
    """A folder gets a neutral name, a file its own; the format follows the file's ending."""
    plan(TEXT)
    result = run("report", "2026", "my-plan", *asked, *DAY)
    assert result.exit_code == 0, result.output
    assert Path(result.stdout.strip()) == Path(made)
    assert [one.name for one in (here / "out").iterdir()] == [Path(made).name]


def test_report_in_word_that_somebody_filled_in_is_not_overwritten(plan: Plan, run: Run, here: Path) -> None:
    """The work of people is worth more than a new report."""
    plan(TEXT)
    call = ("report", "2026", "my-plan", "-o", "r.docx", *DAY)
    assert run(*call).exit_code == 0
    assert run(*call).exit_code == 0
    before = b"their own words"
    (here / "r.docx").write_bytes(before)
    result = run(*call)
    assert result.exit_code == 2
    assert "was edited since" in result.output
    assert (here / "r.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("report", "2031", "my-plan", "-o", "r.html"), "It has: 2026, 2027."),
        (("report", "2026", "my-plan", "-o", "r.docx", "--format", "pdf"), "but --format says “pdf”"),
        (("report", "2026", "nowhere", "-o", "r.html"), "There is no folder “nowhere”."),
        (("report", "2026", "my-plan"), "Missing option '-o'"),
        (("evaluate", "my-plan"), "Name a file or a folder to write into"),
    ],
)
def test_call_that_cannot_be_is_told_in_a_line(
    plan: Plan, run: Run, asked: tuple[str, ...], said: str
) -> None:
    """Exit code 2, one sentence, no file."""
    folder = plan(TEXT)
    result = run(*asked, *DAY)
    assert result.exit_code == 2
    assert said in result.output
    assert [one.name for one in folder.parent.iterdir()] == ["my-plan"]


def test_report_of_a_plan_with_errors_is_not_written(plan: Plan, run: Run, here: Path) -> None:
    """What is wrong is told, and the exit code is 1."""
    plan(TEXT + "goals: [{id: m1, text: Same id}]\n")
    result = run("report", "2026", "my-plan", "-o", "r.html", *DAY)
    assert result.exit_code == 1
    assert "error PK" in result.output
    assert not (here / "r.html").exists()


def test_build_only_makes_the_same_report(plan: Plan, run: Run, here: Path) -> None:
    """`build --only report-2026` is another way to the same file, byte for byte."""
    plan(TEXT)
    assert run("report", "2026", "my-plan", "-o", "a", "--format", "pdf", *DAY).exit_code == 0
    result = run(
        "build", "my-plan", "-o", "b", "--format", "pdf", "--only", "report-2026", "--fail-on", "never", *DAY
    )
    assert result.exit_code == 0, result.output
    name = "plan-2026-2027-arsrapport-2026.pdf"
    assert (here / "a" / name).read_bytes() == (here / "b" / name).read_bytes()


def test_evaluate_json_holds_each_question_with_tables_of_entries(plan: Plan, run: Run) -> None:
    """Programs get ids where readers get titles."""
    plan(TEXT.replace("process_owner", 'guide: {id: no-vold, edition: "2022"}, process_owner'))
    result = run("evaluate", "my-plan", "--format", "json", *DAY)
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert (document["plan"], document["from"], document["to"]) == ("p", "2026-01-01", "2027-01-31")
    first = document["questions"][0]
    assert first["id"] == "question-started"
    assert first["source"].startswith("https://")
    assert first["tables"][0]["rows"][0][0] == {"entries": ["school"]}
    assert document["questions"][-1]["asked_in"] == "Midtveis"


def test_evaluate_writes_a_page_with_blanks(plan: Plan, run: Run, here: Path) -> None:
    """Without a guide, the plan's own questions are asked."""
    plan(TEXT)
    result = run("evaluate", "my-plan", "-o", "out", "--language", "en", *DAY)
    assert result.exit_code == 0, result.output
    page = (here / result.stdout.strip()).read_text(encoding="utf-8")
    assert "1. Hva nå?" in page
    assert "[to fill in: answer]" in page


def test_evaluate_without_any_question_says_so(plan: Plan, run: Run) -> None:
    """An empty paper would look like an answer."""
    plan(TEXT.replace(", questions: [Hva nå?]", ""))
    result = run("evaluate", "my-plan", "-o", "out", *DAY)
    assert result.exit_code == 2
    assert "questions to evaluate with" in result.output


def test_report_of_one_municipality_holds_only_what_is_its_own(plan: Plan, run: Run, here: Path) -> None:
    """Of a shared plan, each council gets its own report; without the option, the joint one."""
    plan(
        "plan: {id: p, title: Trygg, language: nb, period: 2026-2027}\n"
        "participants: [{id: a, name: Avik}, {id: b, name: Bnes}]\n"
        "measures:\n- {id: m1, title: Felles}\n- {id: m2, title: Bare Avik, applies_to: [a]}\n"
    )
    pages = {}
    for name, more in (("a", ("--municipality", "a")), ("b", ("--municipality", "Bnes")), ("joint", ())):
        result = run("report", "2026", "my-plan", "-o", f"{name}.html", *more, *DAY)
        assert result.exit_code == 0, result.output
        pages[name] = (here / f"{name}.html").read_text(encoding="utf-8")
    assert {name for name, page in pages.items() if "Bare Avik" in page} == {"a", "joint"}
    assert all("Felles" in page for page in pages.values())
