"""A small plan that was adopted, and what the tests of freezing do with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import plankit
from plankit.freezing.sealing import Sealing, seal_version
from plankit.loading import Loaded
from plankit.outputs import Request, Result, find_output

TODAY = date(2027, 3, 1)

PLAN = """\
plan:
  id: vik-2027
  title: Trygg i Vik
  document_type: handlingsplan
  language: nb
  period: 2027–2030
  in_force_from: 2027-01-01
  evaluation_date: 2029-06-30
  stage: gjeldende
  case_refs: [2026/100]
  empty: {guide: not-applicable}

participants:
- {id: vik, name: Vik kommune}

decisions:
- {id: d1, kind: vedtatt, version: v1, body: Kommunestyret, date: 10. desember 2026, case_refs: [PS 26/14]}

versions:
- {id: v1, label: "1.0", stage: vedtatt, date: 10. desember 2026}

areas:
- {id: a1, name: Forebygge}
- {id: a2, name: Hjelpe}

goals:
- {id: g1, text: Flere får hjelp, areas: [a2]}

agencies:
- {id: skole, name: Skolen}
- {id: helse, name: Helsestasjonen}

measures:
- id: m1
  number: "1"
  title: Undervisning på alle trinn
  description: Alle elever får to timer hvert år om grenser, kropp og hvem de kan snakke med.
  areas: [a1]
  goals: [g1]
  responsible: skole
  deadline: 2028
- id: m2
  number: "2"
  title: Samtale om vold på helsestasjonen
  description: Helsesykepleier spør alle gravide og foreldre etter en fast rutine.
  areas: [a2]
  goals: [g1]
  responsible: helse
  deadline: 2027-10-01

contacts:
- {party: Vik helsestasjon, channel: telefon, value: "55 55 55 55"}
"""

PAGE = "# Forord\n\nDenne planen gjelder for alle.\n\nDen skal følges opp hvert år.\n"


def make_plan(folder: Path) -> Path:
    """Write the plan into a new folder."""
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "pages").mkdir()
    (folder / "pages" / "forord.md").write_text(PAGE, encoding="utf-8")
    return folder


def edit(folder: Path, old: str, new: str, name: str = "plan.yaml") -> None:
    """Replace a text that stands once in a file of the plan."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def loaded(folder: Path) -> Loaded:
    """The plan in the folder, without the findings of rules."""
    return plankit.load(folder, rules=(), today=TODAY)


def seal(folder: Path, version: str | None = None) -> Sealing:
    """Seal a version of the plan."""
    return seal_version(folder, loaded(folder), version=version, today=TODAY)


def build(folder: Path, out: Path, form: str = "html", *, today: date = TODAY) -> Result:
    """Build an output of the plan in `folder`."""
    found = loaded(folder)
    assert found.plan is not None, found.findings
    return find_output(form)(Request(folder=folder, loaded=found, out=out, today=today, remember=False))


def second_version(folder: Path) -> None:
    """Decide on a second version of the plan: one measure gets another deadline."""
    edit(folder, "deadline: 2028", "deadline: 2029")
    edit(
        folder,
        "\nversions:",
        "- {id: d2, kind: endret, version: v2, body: Kommunestyret, date: 20. februar 2027, case_refs: [PS 27/3]}\n\nversions:",
    )
    edit(
        folder,
        "date: 10. desember 2026}\n\nareas",
        'date: 10. desember 2026}\n- {id: v2, label: "2.0", stage: vedtatt, date: 20. februar 2027}\n\nareas',
    )
