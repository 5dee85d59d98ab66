"""Seven slips in a plan of forty measures, all at once: seven findings, each at its own place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plankit.findings import Finding
from plankit.loading import load

TODAY = date(2026, 6, 1)
MEASURES = 40
SLIPS = {
    5: ("  responsible: barnevern\n", "  responsible: barnvern\n"),
    10: ("  responsible: barnevern\n", ""),
    15: ("  goals: [trygghet]\n", "  goals: [trygg-heim]\n"),
    20: ("- id: tiltak-20\n", "- id: tiltak-19\n"),
    25: ("  deadline: 2027-12-15\n", "  deadline: 2027-13-45\n"),
    30: ("  status: planlagt\n", "  status: avhaket\n"),
    35: ("  description: Alle ansatte øver på samtaler.\n", ""),
}
"""For each measure with a slip, the line as it should be and as it is."""

WANTED = {
    5: ("PK029", "tiltak-5", 16),
    10: ("PK201", "tiltak-10", 3),
    15: ("PK029", "tiltak-15", 11),
    20: ("PK019", "tiltak-19", 7),
    25: ("PK214", "tiltak-25", 13),
    30: ("PK210", "tiltak-30", 11),
    35: ("PK213", "tiltak-35", 3),
}
"""For each measure with a slip, the code, the item that is named, and the column."""

FRAME = """\
plan: {id: havn, title: Handlingsplan, period: 2026–2029, evaluation_date: 2028, guide: {id: g, edition: '1'}}
agencies:
- {id: barnevern, name: Barneverntjenesten}
areas:
- {id: forebygging, name: Forebygging}
- {id: hjelp, name: Hjelp}
goals:
- {id: trygghet, text: Flere barn lever trygt.}
evaluation:
- {title: Midtveisevaluering, when: 2028}
"""


def _measure(number: int) -> str:
    return (
        f"- id: tiltak-{number}\n"
        "  title: Samtaler med barn\n"
        "  responsible: barnevern\n"
        "  goals: [trygghet]\n"
        "  deadline: 2027-12-15\n"
        "  status: planlagt\n"
        "  description: Alle ansatte øver på samtaler.\n"
    )


def _write(folder: Path, *, slips: dict[int, tuple[str, str]]) -> tuple[Finding, ...]:
    text = "measures:\n"
    for number in range(1, MEASURES + 1):
        sound = _measure(number)
        good, bad = slips.get(number, ("", ""))
        assert good in sound
        text += sound.replace(good, bad) if good else sound
    guide = folder / "packs" / "g"
    guide.mkdir(parents=True)
    (guide / "guide.yaml").write_text("guide: {id: g, edition: '1', title: G}\n", encoding="utf-8")
    plan = folder / "plan"
    plan.mkdir()
    (plan / "plan.yaml").write_text(FRAME, encoding="utf-8")
    (plan / "measures.yaml").write_text(text, encoding="utf-8")
    return load(plan, language="en", today=TODAY, packs=folder / "packs").findings


def _line(folder: Path, number: int) -> int:
    """The line on which the slip of a measure is looked for: the changed line, or the measure where it is gone."""
    lines = (folder / "plan" / "measures.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    bad = SLIPS[number][1]
    return lines.index(bad or f"- id: tiltak-{number}\n") + 1 if number != 20 else _second(lines, bad)


def _second(lines: list[str], line: str) -> int:
    return lines.index(line, lines.index(line) + 1) + 1


def test_plan_without_slips_has_no_findings(tmp_path: Path) -> None:
    """The plan that the slips are put into is clean."""
    assert _write(tmp_path, slips={}) == ()


def test_seven_slips_at_once_give_seven_findings_at_seven_places(tmp_path: Path) -> None:
    """Each slip has its code, the right item, file, line and column, and none brings a second finding with it."""
    found = _write(tmp_path, slips=SLIPS)
    seen = {(one.code, one.subject, str(one.place)) for one in found}
    wanted = {
        (code, item, f"measures.yaml:{_line(tmp_path, number)}:{column}")
        for number, (code, item, column) in WANTED.items()
    }
    assert seen == wanted
    assert len(found) == len({one.place for one in found}) == len(SLIPS)


def test_misspelt_owner_gets_the_right_one_as_suggestion(tmp_path: Path) -> None:
    """Whoever wrote `barnvern` is asked whether `barnevern` was meant."""
    found = _write(tmp_path, slips={5: SLIPS[5]})
    assert [one.hint for one in found] == ["Did you mean “barnevern”?"]


@pytest.mark.parametrize("number", SLIPS)
def test_each_slip_alone_gives_its_one_finding(number: int, tmp_path: Path) -> None:
    """No slip is found only because of another."""
    found = _write(tmp_path, slips={number: SLIPS[number]})
    assert [one.code for one in found] == [WANTED[number][0]]
