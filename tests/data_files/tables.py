"""What the tests of tables share: a small plan with a mapping, and reading a file into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import plankit
from plankit.inputs import InputRequest, Proposal, find_input
from plankit.model.indicator import DataMapping, Indicator

DAY = date(2026, 11, 22)
PLAN = """\
plan: {id: p, title: P, language: en, empty: {guide: not-applicable}}
indicators:
  # The share that is asked.
  - id: i1
    name: Asked
    unit: percent
    series:
    - {period: "2023", value: "71.5", base: "80"}   # by hand
data_mappings:
  - id: m1
    indicator: i1
    publisher: The office
    period: year
    value: share
    base: number
    where: [{column: region, value: Fjordvik}]
    missing: [".."]
"""
CSV = """\
region;year;share;number
Fjordvik;2023;71,5;80
Fjordvik;2024;82;75
Elsewhere;2024;3;1
Fjordvik;2025K1;..;2
"""


def plan_folder(parent: Path, text: str = PLAN) -> Path:
    """A folder with the plan."""
    folder = parent / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    return folder


def propose(folder: Path, file: Path, *, prefer: str | None = None) -> Proposal:
    """What reading `file` would change in the plan in `folder`."""
    loaded = plankit.load(folder, language="en", today=DAY)
    request = InputRequest(
        file=file, folder=folder, loaded=loaded, language="en", mapping="m1", prefer=prefer, today=DAY
    )
    return find_input("table")(request)


def codes(proposal: Proposal) -> list[str]:
    """The codes of what was found, in order."""
    return [one.code for one in proposal.findings]


def indicator(folder: Path) -> Indicator:
    """The plan's only indicator."""
    plan = plankit.load(folder).plan
    assert plan is not None
    return plan.indicators[0]


def mapping(folder: Path) -> DataMapping:
    """The plan's only mapping."""
    plan = plankit.load(folder).plan
    assert plan is not None
    return plan.data_mappings[0]
