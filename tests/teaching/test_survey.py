"""The survey before and after: what it asks, what its formulas tell, and how its figures come into a plan."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from tests.teaching.kits import DAY, small_kit
from tests.teaching.small_guide import small_guide

import plankit
from plankit.excel.survey import COLUMNS, DATA, FILE, ROOM, survey_bytes, write_survey
from plankit.guides import load_guide
from plankit.inputs import InputRequest, Proposal, find_input
from plankit.model.guide import Guide
from plankit.model.teaching import ConfidenceItem
from plankit.teaching.confidence import Statement, Survey, survey
from plankit.teaching.kit import Kit
from plankit.teaching.subject import Subject
from plankit.views.reading import Reading

ROOT = Path(__file__).parents[2]
SOFFICE = shutil.which("soffice")
Row = tuple[int | str | None, ...]

ENOUGH: tuple[Row, ...] = (
    *((5, 4), (4, 4), (5, 5), (4, 4), (5, 4)),
    *((2, 4), (3, 1), (1, 2), (2, 2), (3, 2), (4, 3)),
)
"""Eleven people, of whom six are sure of each statement, and five of both on average."""
FEW: tuple[Row, ...] = ((5, 4), (4, 4), (5, 5), (4, 5))
ODD: tuple[Row, ...] = ((9, 5), ("5", 5), ("x", 5), (None, 5), (0, 5), (5, 5), (4, 4))
"""What is no answer counts as none, however it came into the cell; `"5"` is a text."""


def _filled(kit: Kit, path: Path, before: tuple[Row, ...], after: tuple[Row, ...]) -> Path:
    write_survey(kit, path.parent / path.stem)
    book = openpyxl.load_workbook(path.parent / path.stem / FILE)
    for sheet, rows in zip(book.worksheets[1:3], (before, after), strict=True):
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=2):
                sheet.cell(number, column, value)
    book.save(path)
    return path


def _drawn() -> tuple[tuple[Row, ...], ...]:
    """Answers to many statements, before and after: each is answered by nobody, by a few, or by many."""
    chance = Random(7)
    counts = [chance.choice((0, 1, 4, 5, 6, 9, 12, 40, ROOM)) for _ in range(2 * STATEMENTS)]
    sides = (counts[:STATEMENTS], counts[STATEMENTS:])
    return tuple(
        tuple(
            tuple(chance.choice((1, 2, 3, 4, 4, 5, 5)) if row < count else None for count in side)
            for row in range(ROOM)
        )
        for side in sides
    )


STATEMENTS = 24
DRAWN = _drawn()


def _many(small: Kit) -> Kit:
    """A kit whose guide has many statements."""
    items = tuple(ConfidenceItem(id=f"s{number}", text=f"Statement {number}") for number in range(STATEMENTS))
    whole = small.subject.guide
    guide = Guide(
        **{**{name: getattr(whole, name) for name in type(whole).model_fields}, "confidence_items": items}
    )
    return replace(small, subject=replace(small.subject, reading=replace(small.subject.reading, guide=guide)))


def _fjordvik() -> Kit:
    loaded = plankit.load(ROOT / "examples" / "fjordvik", language="nb", today=DAY)
    assert loaded.plan is not None
    guide, _ = load_guide("no-vold", teaching=True)
    assert guide is not None
    reading = Reading(loaded.plan, guide, "nb", loaded.findings)
    return Kit(subject=Subject(reading=reading, has_plan=True, today=date(2027, 5, 2)))


@pytest.fixture(scope="module")
def worked_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Surveys that were filled in, as LibreOffice saves them, all cells calculated anew."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("surveys")
    kit, plan = small_kit(), _fjordvik()
    count = len(survey(plan.subject).statements)
    wide = tuple((first,) * count for first, _ in ENOUGH)
    files = [
        _filled(kit, folder / "enough.xlsx", ODD, ENOUGH),
        _filled(kit, folder / "few.xlsx", FEW, FEW),
        _filled(plan, folder / "plan.xlsx", (), wide),
        _filled(plan, folder / "plan-few.xlsx", wide, wide[:4]),
        _filled(_many(kit), folder / "drawn.xlsx", *DRAWN),
    ]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved"))
    command = (str(SOFFICE), profile, "--headless", *target, *map(str, files))
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    return folder / "saved"


def _book(path: Path) -> Workbook:
    return openpyxl.load_workbook(path, data_only=True)


def _data(path: Path) -> dict[tuple[str, str], tuple[object, object, object]]:
    """For each statement before and after: share, respondents, mean."""
    rows = list(_book(path)[DATA].iter_rows(min_row=2, values_only=True))
    return {(str(row[2]), str(row[3])): (row[4], row[5], row[6]) for row in rows}


def test_survey_asks_each_audience_its_own_statements() -> None:
    """Those for everybody and its own, numbered in the guide's order."""
    guide, _ = load_guide("no-vold", teaching=True)
    assert guide is not None
    plan = _fjordvik().subject
    for audience in ("all", *(one.id for one in guide.audiences)):
        asked = survey(replace(plan, audience=audience))
        wanted = [
            one.id
            for one in guide.confidence_items
            if plan.audience == audience or _is_for(one.audiences, audience)
        ]
        assert [one.id for one in asked.statements] == wanted
        assert [one.number for one in asked.statements] == list(range(1, len(wanted) + 1))
        assert len(wanted) >= 5
        assert all(one.factor and one.text for one in asked.statements)


def _is_for(audiences: tuple[str, ...], audience: str) -> bool:
    return not audiences or audience in audiences


def test_survey_speaks_the_language_of_the_kit() -> None:
    """Five words for five numbers, in each language."""
    assert survey(small_kit("en").subject).scale == ("not at all", "a little", "partly", "largely", "wholly")
    scales = {survey(small_kit(language).subject).scale for language in ("nb", "nn", "sv", "en")}
    assert len(scales) == 4


@pytest.mark.parametrize(("said", "below"), [(None, 5), ("10", 10), ("0", 1), ("2.5", 3)])
def test_few_are_as_few_as_the_plan_says(said: str | None, below: int) -> None:
    """The plan's own limit holds; without one, five."""
    subject = small_kit().subject
    plan = subject.reading.plan
    frame = plan.plan.model_copy(update={"suppress_below": said})
    changed = replace(subject.reading, plan=plan.model_copy(update={"plan": frame}))
    assert survey(replace(subject, reading=changed)).below == below


def test_guide_without_statements_gives_no_workbook(tmp_path: Path) -> None:
    """There is nothing to ask."""
    kit = small_kit()
    bare = small_guide().model_copy(update={"confidence_items": ()})
    write_survey(
        replace(kit, subject=replace(kit.subject, reading=replace(kit.subject.reading, guide=bare))), tmp_path
    )
    assert not (tmp_path / FILE).exists()


def test_same_kit_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock and no name is in it."""
    for name in ("a", "b"):
        write_survey(small_kit(), tmp_path / name)
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()


def test_workbook_asks_for_numbers_and_for_nothing_else(tmp_path: Path) -> None:
    """Only answers from 1 to 5 and the period can be written; there is no place for a name."""
    write_survey(small_kit(), tmp_path)
    book = openpyxl.load_workbook(tmp_path / FILE)
    assert book.sheetnames == ["How to use it", "Answers before", "Answers after", "Result", DATA]
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    for sheet in book.worksheets[1:3]:
        free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert free == {f"{column}{row}" for column in "BC" for row in range(2, ROOM + 2)}
        (rule,) = sheet.data_validations.dataValidation
        assert (rule.type, rule.formula1, rule.formula2) == ("whole", "1", "5")
        assert str(rule.sqref) == f"B2:C{ROOM + 1}"
    others = [book.worksheets[at] for at in (0, 3, 4)]
    free = {
        cell.coordinate
        for sheet in others
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert free == {"C3"}


def test_statement_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    """A guide is a file that anybody may have written."""
    asked = survey(small_kit().subject)
    odd = tuple(
        Statement(id=f"s{number}", number=number, text=text, factor="=1+1")
        for number, text in enumerate(("=HYPERLINK(1)", "+1", "@x"), start=1)
    )
    path = tmp_path / "s.xlsx"
    path.write_bytes(survey_bytes(small_kit().subject.reading, replace(asked, statements=odd), "2026"))
    book = openpyxl.load_workbook(path)
    result = book["Result"]
    assert [result.cell(row, 2).data_type for row in (8, 9, 10)] == ["s"] * 3
    assert {result.cell(row, 3).data_type for row in (8, 9, 10)} == {"s"}


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_names_of_sheets_fit_in_every_language(language: str, tmp_path: Path) -> None:
    """Excel takes no more than 31 signs, and no two alike; the table and its columns are called the same in all."""
    write_survey(small_kit(language), tmp_path)
    book = openpyxl.load_workbook(tmp_path / FILE)
    assert len({name.casefold() for name in book.sheetnames}) == 5
    assert max(map(len, book.sheetnames)) <= 31
    assert tuple(cell.value for cell in book[DATA][1]) == COLUMNS


def test_figures_are_told_where_enough_answered(worked_out: Path) -> None:
    """Six of eleven are sure of each statement, and five on average."""
    data = _data(worked_out / "enough.xlsx")
    assert data["dare", "after"] == (55, 11, 3.5)
    assert data["know", "after"] == (55, 11, 3.2)
    assert data["all", "after"] == (45, 11, 3.3)


def test_too_few_respondents_give_nothing_but_withheld_marks(worked_out: Path) -> None:
    """Four people: no number, no mean and no share stands in the result or in the table, not even how many they were."""
    book = _book(worked_out / "few.xlsx")
    figures = [
        cell.value for row in book["Result"].iter_rows(min_row=8, min_col=4, max_col=9) for cell in row
    ]
    assert set(figures) == {"withheld"}
    assert {row[9] for row in book["Result"].iter_rows(min_row=8, max_row=10, values_only=True)} == {"–"}
    assert {value for row in _data(worked_out / "few.xlsx").values() for value in row} == {":"}


def test_what_is_no_answer_is_not_counted(worked_out: Path) -> None:
    """Too high, too low, a word, a digit that is a text, nothing: only two of seven have answered the first."""
    data = _data(worked_out / "enough.xlsx")
    assert data["dare", "before"] == (":", ":", ":")
    assert data["know", "before"] == (100, 7, 4.9)


def _expected(values: list[int]) -> tuple[object, object, object]:
    """Share, number and mean by the rule itself: neither some, nor the rest, nor all may be one to four."""
    whole, sure = len(values), sum(one >= 4 for one in values)
    if whole == 0:
        return (":", 0, ":")
    if whole < 5:
        return (":", ":", ":")
    mean = (Decimal(sum(values)) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    share = (Decimal(100 * sure) / whole).quantize(Decimal(1), ROUND_HALF_UP)
    hidden = 0 < sure < 5 or 0 < whole - sure < 5
    return (":" if hidden else int(share), whole, float(mean))


def test_formulas_tell_what_the_rule_on_small_numbers_lets_them(worked_out: Path) -> None:
    """Whatever is answered, by nobody or by as many as there is room for, each figure is right or withheld."""
    data = _data(worked_out / "drawn.xlsx")
    for when, rows in zip(("before", "after"), DRAWN, strict=True):
        for column in range(STATEMENTS):
            values = [row[column] for row in rows]
            assert data[f"s{column}", when] == _expected([one for one in values if isinstance(one, int)])
    assert len({str(one[0]) for one in data.values()}) > 5


def _propose(folder: Path, file: Path) -> Proposal:
    loaded = plankit.load(folder, language="nb", today=DAY)
    request = InputRequest(
        file=file, folder=folder, loaded=loaded, language="nb", mapping="d-trygghet", prefer=None, today=DAY
    )
    return find_input("table")(request)


def _copy(parent: Path) -> Path:
    ignored = shutil.ignore_patterns(".plankit", "_build")
    return shutil.copytree(ROOT / "examples" / "fjordvik", parent / "plan", ignore=ignored)


def _series(folder: Path) -> list[tuple[str, str | None, str | None]]:
    plan = plankit.load(folder, today=DAY).plan
    assert plan is not None
    (indicator,) = (one for one in plan.indicators if one.id == "i-trygghet")
    return [(one.period.text, one.value, one.base) for one in indicator.series]


def test_result_is_read_into_the_training_indicator_of_the_example(worked_out: Path, tmp_path: Path) -> None:
    """Six of eleven are sure afterwards: 55 percent of 11, for the year of the kit, and nothing else changes."""
    folder = _copy(tmp_path)
    proposal = _propose(folder, worked_out / "plan.xlsx")
    assert proposal.findings == ()
    assert [(one.field, one.after) for one in proposal.differences][:1] == [("2027", "55")]
    proposal.write()
    assert _series(folder) == [("2027", "55", "11")]
    assert _propose(folder, worked_out / "plan.xlsx").differences == ()


def test_withheld_result_is_not_read_into_the_plan(worked_out: Path, tmp_path: Path) -> None:
    """Four who answered give the plan nothing: no value, no base, and no finding."""
    folder = _copy(tmp_path)
    proposal = _propose(folder, worked_out / "plan-few.xlsx")
    assert (proposal.findings, proposal.differences) == ((), ())
    assert _series(folder) == []


def test_workbook_that_no_program_has_worked_out_is_told_of(tmp_path: Path) -> None:
    """Its formulas have no values, and nothing is guessed; the empty workbook itself has nothing to give."""
    kit, folder = _fjordvik(), _copy(tmp_path)
    count = len(survey(kit.subject).statements)
    filled = _filled(kit, tmp_path / "raw.xlsx", (), ((4,) * count,) * 20)
    assert {one.code for one in _propose(folder, filled).findings} == {"PK067"}
    empty = _propose(folder, tmp_path / "raw" / FILE)
    assert (empty.findings, empty.differences) == ((), ())


def test_survey_is_a_plain_value() -> None:
    """Other outputs, such as the paper form, render the same survey."""
    asked = survey(small_kit(audience="school").subject)
    assert asked == Survey(
        audience="school",
        statements=(
            Statement(
                id="dare", number=1, text="I dare to warn.", factor="Courage", objectives=("obj-warn",)
            ),
            Statement(id="know", number=2, text="I know whom to call.", factor="Knowledge"),
        ),
        scale=("not at all", "a little", "partly", "largely", "wholly"),
        below=5,
    )
