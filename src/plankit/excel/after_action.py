"""The after-action list of a table-top exercise as a workbook: what was seen, and what is to be done about it by whom.

`plankit import after-action` reads it back: each row becomes a draft of a measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from plankit.excel.styles import Styles, lines_of
from plankit.language import N_, translate
from plankit.model.vocabulary import built_in
from plankit.teaching.kit import Kit
from plankit.views.reading import Reading
from plankit.views.sheets import harmless

FILE = "facilitator/after-action.xlsx"
MEMORY = "_plankit"
"""The hidden sheet that tells whose list it is, row by row: what, then its value."""
FORMAT = "1"
ROWS = 36
"""Rows to be filled in."""

LIST = N_("After-action list")
HELP = N_("How to use it")
SEEN, ACTION, AGENCY = N_("Gap that was seen"), N_("What is to be done"), N_("Responsible agency")
DEADLINE, KIND, GOAL = N_("Deadline"), N_("Kind"), N_("Goal")

_EXPLAINED = (
    N_(
        "Write a row for each thing that the exercise showed and that somebody has to see to. One thing in one row."
    ),
    N_("“What is to be done” and “Responsible agency” must be filled in; the rest helps."),
    N_(
        "Choose agency, kind and goal from the lists in the cells. Write the deadline as a day, such as 2027-05-01."
    ),
    N_("Name no person: neither who took part nor anybody whom a case made you think of."),
    N_(
        "Then: plankit import after-action {file} PLAN. It shows the draft measures first, and asks before it writes."
    ),
    N_("The drafts stand in a file of their own. Nothing is decided by that: somebody has to take them up."),
)
_GAPS = N_("What the plan did not answer")
_NO_GAPS = N_("The plan answered every piece of news of this exercise.")
_MADE = datetime(2000, 1, 1)  # a fixed moment: two runs give the same bytes
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PAPER_A4, _LINE_HEIGHT = 9, 15.5


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of the list."""

    key: str
    title: str
    """In English; it stands in the workbook in the language of the kit."""
    width: int


COLUMNS = (
    Column(key="seen", title=SEEN, width=44),
    Column(key="action", title=ACTION, width=44),
    Column(key="agency", title=AGENCY, width=32),
    Column(key="deadline", title=DEADLINE, width=16),
    Column(key="kind", title=KIND, width=18),
    Column(key="goal", title=GOAL, width=32),
)


def write_after_action(kit: Kit, folder: Path) -> None:
    """Write `facilitator/after-action.xlsx` below `folder`; nothing where the kit has no table-top exercise."""
    if kit.table_top is None:
        return
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    gaps = tuple(dict.fromkeys(gap for one in kit.table_top.injects for gap in one.gaps))
    path.write_bytes(after_action_bytes(kit.subject.reading, kit.table_top.title, gaps))


def after_action_bytes(reading: Reading, exercise: str, gaps: Sequence[str] = ()) -> bytes:
    """The workbook, empty but for its lists. The same plan and exercise give the same bytes."""
    target = BytesIO()
    workbook = Workbook(target, _OPTIONS)
    title = reading.words(LIST)
    workbook.set_properties({"title": harmless(title), "created": _MADE})
    styles = Styles(workbook)
    listed = workbook.add_worksheet(_sheet_name(title))
    helped = workbook.add_worksheet(_sheet_name(reading.words(HELP)))
    lists = workbook.add_worksheet("_lists")
    memory = workbook.add_worksheet(MEMORY)
    _write_list(listed, styles, reading)
    _write_choices(listed, lists, reading)
    _write_help(helped, styles, reading, (exercise, *gaps))
    told = (("after-action", FORMAT), ("plan", reading.plan.plan.id), ("exercise", exercise))
    for row, pair in enumerate(told):
        memory.write_row(row, 0, [harmless(one) for one in pair])
    lists.hide()
    memory.hide()
    listed.activate()
    workbook.close()
    return target.getvalue()


def _sheet_name(title: str) -> str:
    return "".join(sign for sign in title if sign not in "[]:*?/\\")[:31]


def _write_list(sheet: Worksheet, styles: Styles, reading: Reading) -> None:
    sheet.hide_gridlines(2)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(
            0, place, harmless(reading.words(column.title)), styles.heading(is_open=True, is_upright=False)
        )
        for row in range(1, ROWS + 1):
            sheet.write_blank(
                row, place, None, styles.cell("", is_open=True, is_day=column.key == "deadline")
            )
    sheet.set_row(0, 32)
    for row in range(1, ROWS + 1):
        sheet.set_row(row, 3 * _LINE_HEIGHT)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_choices(sheet: Worksheet, lists: Worksheet, reading: Reading) -> None:
    """Lists to choose from. What is not in them may be written too: whoever reads the list back says so then."""
    for place, column in enumerate(COLUMNS):
        words = list(choices(reading, column.key))
        if not words:
            continue
        for row, word in enumerate(words):
            lists.write_string(row, place, harmless(word))
        letter = "ABCDEF"[place]
        sheet.data_validation(
            1,
            place,
            ROWS,
            place,
            {
                "validate": "list",
                "source": f"=_lists!${letter}$1:${letter}${len(words)}",
                "error_type": "warning",
            },
        )


def choices(reading: Reading, key: str) -> dict[str, str]:
    """The words to choose from in a column, each with the id or code that it stands for."""
    if key == "agency":
        pairs = [(one.name, one.id) for one in reading.named_parties] or _of_guide(reading)
    elif key == "goal":
        pairs = [(reading.numbered_title(one.id), one.id) for one in reading.plan.goals]
    elif key == "kind":
        pairs = [(reading.label("measure-kind", code), code) for code in built_in()["measure-kind"]]
    else:
        return {}
    names = [" ".join(name.split()) for name, _ in pairs]
    return {
        (name if names.count(name) == 1 else f"{name} ({code})"): code
        for name, (_, code) in zip(names, pairs, strict=True)
    }


def _of_guide(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.text(one.name), one.id) for one in reading.guide.agencies] if reading.guide else []


def _write_help(sheet: Worksheet, styles: Styles, reading: Reading, told: Sequence[str]) -> None:
    exercise, *gaps = told
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.set_paper(_PAPER_A4)
    sheet.fit_to_pages(1, 0)
    lines = [("title", f"{reading.words(LIST)}: {exercise}")]
    lines += [
        ("text", translate(one, reading.language).replace("{file}", "after-action.xlsx"))
        for one in _EXPLAINED
    ]
    lines.append(("heading", reading.words(_GAPS)))
    lines += [("text", f"•  {one}") for one in gaps] or [("text", reading.words(_NO_GAPS))]
    for row, (kind, text) in enumerate(lines):
        sheet.write_string(row, 0, harmless(text), styles.words(kind))
        sheet.set_row(row, 26 if kind != "text" else _LINE_HEIGHT * lines_of(text, 110))
