"""The columns of each sheet, in order."""

from __future__ import annotations

from plankit.language import N_
from plankit.views.sheet_fields import Field
from plankit.views.sheets import Kind

ID = Field(key="id", title=N_("Id"), kind=Kind.ID, width=13)

MEASURES = (
    ID,
    Field(key="number", title=N_("Number"), kind=Kind.DIGITS, width=9),
    Field(key="title", title=N_("Measure"), width=34, required=True),
    Field(key="status", title=N_("Status in the plan"), kind=Kind.WORD, words="measure-status", width=16),
    Field(key="status_now", title=N_("Status"), kind=Kind.SHOWN, width=16),
    Field(key="owner", title=N_("Responsible"), kind=Kind.WORD, words="agency", width=26),
    Field(key="owner_role", title=N_("Role"), width=22),
    Field(key="others", title=N_("Others responsible"), kind=Kind.SHOWN, width=24),
    Field(key="contributors", title=N_("Contributes"), kind=Kind.SHOWN, width=28),
    Field(key="deadline", title=N_("Deadline"), kind=Kind.WHEN, width=18),
    Field(key="cost", title=N_("Cost"), width=20),
    Field(key="description", title=N_("Description"), width=64),
    Field(key="expected_result", title=N_("Expected result"), width=34),
    Field(key="local_need", title=N_("Why here"), width=34),
    Field(key="target_groups", title=N_("For whom"), kind=Kind.LINES, words="target-group", width=22),
    Field(key="kind", title=N_("Kind"), kind=Kind.WORD, words="measure-kind", width=14),
    Field(key="location", title=N_("Where"), width=20),
    Field(key="notes", title=N_("Remark"), width=30),
    Field(key="areas", title=N_("Area"), kind=Kind.SHOWN, width=26),
    Field(key="goals", title=N_("Goals"), kind=Kind.SHOWN, width=40),
)
RESPONSIBILITIES = (
    ID,
    Field(key="task", title=N_("Task"), kind=Kind.SHOWN, width=38),
    Field(key="agency", title=N_("Agency"), kind=Kind.SHOWN, width=28),
    Field(key="role", title=N_("Letter"), kind=Kind.LETTER, width=8, required=True),
    Field(key="level", title=N_("Level"), kind=Kind.WORD, words="matrix-level", width=14),
    Field(key="agency_role", title=N_("Role"), kind=Kind.SHOWN, width=24),
    Field(key="basis", title=N_("Rests on"), kind=Kind.WORD, words="basis", width=12),
    Field(key="basis_text", title=N_("More about that"), width=28),
    Field(key="text", title=N_("What it is bound to"), width=44),
    Field(key="valid_from", title=N_("Holds from"), kind=Kind.WHEN, width=16),
    Field(key="valid_to", title=N_("Holds until"), kind=Kind.WHEN, width=16),
    Field(key="notes", title=N_("Remark"), width=30),
)
PROGRESS = (
    ID,
    Field(key="measure", title=N_("Measure"), kind=Kind.WORD, width=38, required=True, fill=True),
    Field(key="date", title=N_("Date"), kind=Kind.DAY, width=16, required=True, fill=True),
    Field(key="period", title=N_("Period"), kind=Kind.WHEN, width=20, fill=True),
    Field(key="status", title=N_("Status"), kind=Kind.WORD, words="measure-status", width=16, fill=True),
    Field(key="result", title=N_("Result"), width=46, fill=True),
    Field(key="obstacles", title=N_("Obstacles"), width=36, fill=True),
    Field(key="outcome", title=N_("Outcome"), kind=Kind.WORD, words="progress-outcome", width=18, fill=True),
    Field(key="next_step", title=N_("Next step"), width=36, fill=True),
    Field(key="reported_by", title=N_("Reported by (role)"), width=26, fill=True),
)
SERVICES = (
    ID,
    Field(key="name", title=N_("Service"), width=28, required=True),
    Field(key="agency", title=N_("Agency"), kind=Kind.WORD, words="agency", width=28),
    Field(key="offer", title=N_("What it offers"), width=46),
    Field(key="for_whom", title=N_("For whom"), kind=Kind.LINES, width=26),
    Field(key="access", title=N_("Access"), kind=Kind.WORD, words="access", width=18),
    Field(key="hours", title=N_("Hours"), width=24),
    Field(key="around_the_clock", title=N_("Around the clock"), kind=Kind.WORD, words="flag", width=12),
    Field(key="user_cost", title=N_("What it costs"), width=16),
    Field(key="phone", title=N_("Phone"), kind=Kind.DIGITS, width=16),
    Field(key="address", title=N_("Address"), width=24),
    Field(key="location", title=N_("Where"), width=24),
    Field(key="gap", title=N_("What it does not cover"), width=40),
    Field(key="verified_on", title=N_("Checked on"), kind=Kind.DAY, width=14),
    Field(key="notes", title=N_("Remark"), width=30),
)
CONTACTS = (
    ID,
    Field(key="party", title=N_("Who"), width=34, required=True),
    Field(key="agency", title=N_("Agency"), kind=Kind.WORD, words="agency", width=28),
    Field(key="role", title=N_("Role"), width=26),
    Field(key="channel", title=N_("Channel"), kind=Kind.WORD, words="channel", width=12, required=True),
    Field(key="value", title=N_("Number or address"), kind=Kind.DIGITS, width=26, required=True),
    Field(key="hours", title=N_("Hours"), width=28),
    Field(key="audience", title=N_("For"), kind=Kind.WORD, words="contact-audience", width=14),
    Field(key="verified_on", title=N_("Checked on"), kind=Kind.DAY, width=14),
    Field(key="notes", title=N_("Remark"), width=34),
)
