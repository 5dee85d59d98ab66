"""A small plan that three municipalities share: one has adopted it, one has not, one is part of the first by now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import plankit
from plankit.loading import Loaded

TODAY = date(2027, 6, 1)
FILES = {
    "plan.yaml": """\
plan:
  id: fjords
  title: A plan for three fjords
  language: en
  country: "NO"
  period: 2026-2029
  in_force_from: 2026-01-01
  address: https://example.org/plan
  empty: {guide: not-applicable}
  evaluation_date: 2028-06-01
participants:
- {id: havn, name: Havn, number: "9901", role: host, had_plan_before: true, previous_plan: Plan 2020-2023}
- id: vik
  name: Vik
  number: "9902"
  role: participant
  status: awaits adoption
  had_plan_before: false
  plan_title: The plan of Vik
  in_force_from: 2026-07-01
  document_owner: The health service of Vik
  case_refs: [2026/17]
  address: https://example.org/vik
  site: {name: Vik kommune, colour: "#7a1f3d"}
- {id: nes, name: Nes, number: "9903", role: participant, valid_to: 2026-12-31, succeeded_by: Havn}
decisions:
- {id: d-havn, body: The council of Havn, kind: adopted, date: 2025-12-11, participant: havn, case_refs: [PS 90/25]}
- {id: d-nes, body: The council of Nes, kind: adopted, date: 2025-12-18, applies_to: nes}
goals: [{id: g1, text: All are safe}]
agencies:
- {id: police, name: The police}
- {id: schools, name: The schools}
tasks: [{id: tell, title: Tell the police}]
responsibilities:
- {agency: police, task: tell, role: A}
- {agency: schools, task: tell, role: R, applies_to: [havn, nes]}
measures:
- {id: m1, number: "1", title: A day of training, goals: g1, responsible: schools, deadline: 2028}
- {id: m2, number: "2", title: A night bus, goals: g1, responsible: police, deadline: 2027-03-01, applies_to: nes}
- {id: m3, number: "3", title: A common line, goals: g1, responsible: line-havn, deadline: 2028, applies_to: [havn, vik]}
procedures:
- id: acute
  title: Somebody is in danger
  steps:
  - {id: ring, what: Ring 112, agency: police, next: [{step: ferry, when: {participants: vik}}, {step: after}]}
  - {id: ferry, what: Hold the ferry, agency: police, applies_to: vik, next: [{step: after}]}
  - {id: after, what: Write it down, agency: schools, end: true}
statistics:
- {id: s-all, topic: Reports, value: "40", unit: persons, period: "2025", source: The police}
- {id: s-havn, topic: Reports, value: "29", unit: persons, period: "2025", part_of: s-all, source: The police, applies_to: havn}
- {id: s-vik, topic: Reports, value: "8", unit: persons, period: "2025", part_of: s-all, source: The police, applies_to: vik}
- {id: s-nes, topic: Reports, value: "3", unit: persons, period: "2025", part_of: s-all, source: The police, applies_to: nes}
""",
    "about.md": "# About the plan\n\nOne text for all.\n",
    "local/havn/services.yaml": """\
agencies: [{id: line-havn, name: The line of Havn}]
services: [{id: shelter-havn, name: The shelter in Havn, agency: line-havn}]
contacts: [{party: The line of Havn, agency: line-havn, channel: phone, value: "55 59 00 01"}]
""",
    "local/vik/services.yaml": """\
services: [{id: house-vik, name: The house in Vik}]
contacts: [{party: The house in Vik, channel: phone, value: "55 59 00 02"}]
""",
    "local/vik/ferry.md": "# The ferry\n\nThe last ferry leaves Vik at eleven.\n",
}


def write_fjords(folder: Path, **others: str) -> Path:
    """Write the plan into `folder`, with `others` as the texts of further files or instead of these."""
    for name, text in {**FILES, **others}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def fjords(folder: Path) -> Loaded:
    """The plan, written into `folder` and loaded."""
    return plankit.load(write_fjords(folder), language="en", today=TODAY)
