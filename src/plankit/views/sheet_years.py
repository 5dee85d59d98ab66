"""The activities of the activity plans as a sheet: how each went can be filled in, and comes back into the plan."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.year import Activity
from plankit.views.reading import Reading
from plankit.views.sheet_fields import Field, cells_of, columns_of
from plankit.views.sheets import Cell, Kind, Row, Sheet
from plankit.views.years import activities_in, activity_plans

ACTIVITIES = (
    Field(key="id", title=N_("Id"), kind=Kind.ID, width=16),
    Field(key="title", title=N_("Activity"), width=38, required=True),
    Field(key="status", title=N_("Status"), kind=Kind.WORD, words="activity-status", width=20),
    Field(key="result", title=N_("Result"), width=40),
    Field(key="reason", title=N_("Why not"), width=34),
    Field(key="when", title=N_("When"), kind=Kind.WHEN, width=18),
    Field(key="cost", title=N_("Cost"), width=20),
    Field(key="who", title=N_("Responsible"), kind=Kind.SHOWN, width=34),
    Field(key="unit", title=N_("Unit"), width=24),
    Field(key="description", title=N_("Description"), width=50),
    Field(key="served", title=N_("Measures"), kind=Kind.SHOWN, width=38),
    Field(key="year", title=N_("Activity plan"), kind=Kind.SHOWN, width=24),
    Field(key="notes", title=N_("Remark"), width=30),
)


def activity_sheets(reading: Reading, agency: str = "") -> tuple[Sheet, ...]:
    """The sheet of activities, by activity plan; of an agency, those that it answers for. None where there are none."""
    columns = columns_of(reading, ACTIVITIES)
    rows = tuple(
        Row(
            key=one.id,
            cells=_cells(reading, one, cells_of(reading, one, columns)),
            kind="activities",
            entry=one,
        )
        for plan in activity_plans(reading.plan)
        for one in activities_in(reading.plan, plan.id)
        if not agency or any(who.agency == agency for who in one.responsible)
    )
    title = reading.words(N_("Activities"))
    return (Sheet(key="activities", title=title, columns=columns, rows=rows),) if rows else ()


def _cells(reading: Reading, one: Activity, cells: dict[str, Cell]) -> dict[str, Cell]:
    return {
        **cells,
        "id": Cell(text=one.id),
        "who": Cell(text="\n".join(filter(None, map(reading.who, one.responsible)))),
        "served": Cell(text="\n".join(map(reading.numbered_title, one.measures))),
        "year": Cell(text=reading.title(one.activity_plan)),
    }
