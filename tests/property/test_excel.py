"""Laws of the workbook: silence changes nothing, and what is written into a cell is what the plan says then."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.excel.workbooks import bytes_of, edited, export, propose, take, write_plan
from tests.property.strategies import plans, values

from plankit.loading import load
from plankit.model.contents import Measure
from plankit.model.parties import Contact, Service
from plankit.model.plan import Plan
from plankit.source.dump import dump
from plankit.source.edit import Change, apply
from plankit.source.yaml_events import read_yaml
from plankit.views.sheets import is_exact

FEW = settings(max_examples=15)
TRAPS = (
    "no",
    "0301",
    "02800",
    "22:30",
    "1.10",
    "to\nlinjer",
    '"q"',
    "a: b",
    "# x",
    "  foran",
    "😀 æøå",
    "=1",
    "-",
    "~",
)
TEXTS = st.sampled_from(TRAPS) | st.text(min_size=1, max_size=60).filter(
    lambda text: is_exact(text) and bool(text.strip()) and "\t" not in text
)
OPEN = {"Tiltak": "title", "Beskrivelse": "description", "Merknad": "notes", "Hvorfor her": "local_need"}
TEXT = """\
plan: {id: p, title: P, language: nb}   # the frame
# Before.
measures:
  - id: t1  # first
    title: "En"
    description: >-
      Gammel
      tekst.
    local_need: |
      Slik
      var det.
    notes: 'x'
  # Between.
  - {id: t2, title: To, description: Andre, local_need: "y", notes: z}
# After.
"""


def _folder(name: str, plan: Plan) -> Path:
    return write_plan(Path(name, "plan"), dump(plan))


@FEW
@given(plans())
def test_workbook_of_any_plan_without_edits_changes_no_byte(plan: Plan) -> None:
    """Whatever a plan holds, its workbook says nothing new about it."""
    with tempfile.TemporaryDirectory() as name:
        folder = _folder(name, plan)
        before = bytes_of(folder)
        proposal = propose(export(folder, Path(name, "x.xlsx")), folder)
        assert (proposal.differences, proposal.findings) == ((), ())
        proposal.write()
        assert bytes_of(folder) == before


@FEW
@given(st.data())
def test_workbook_of_any_measures_and_services_without_edits_changes_no_byte(data: st.DataObject) -> None:
    """The kinds that have sheets are not left to chance."""
    content: dict[str, Any] = {"plan": {"id": "p", "title": "T"}}
    for kind, cls in (("measures", Measure), ("services", Service), ("contacts", Contact)):
        one = data.draw(values(cls))
        content[kind] = (one.model_copy(update={"id": f"{kind}-1"}),)
    with tempfile.TemporaryDirectory() as name:
        folder = _folder(name, Plan.model_validate(content))
        proposal = propose(export(folder, Path(name, "x.xlsx")), folder)
        assert (proposal.differences, proposal.findings) == ((), ())


@FEW
@given(st.sampled_from(["t1", "t2"]), st.sampled_from(sorted(OPEN)), TEXTS)
def test_text_written_into_a_cell_is_what_the_plan_says_and_the_workbook_shows(
    measure: str, heading: str, text: str
) -> None:
    """Export, edit, import, export gives the edited value; only its own place in the file has changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_plan(Path(name, "plan"), {"plan.yaml": TEXT})
        place = ("Tiltak", measure, heading)
        changed = edited(export(folder, Path(name, "x.xlsx")), Path(name, "y.xlsx"), {place: text})
        take(changed, folder)
        loaded = load(folder, rules=())
        assert loaded.plan is not None
        wanted = read_yaml(TEXT, "plan.yaml")[0]
        assert isinstance(wanted, dict)
        next(one for one in wanted["measures"] if one["id"] == measure)[OPEN[heading]] = text
        written = (folder / "plan.yaml").read_text(encoding="utf-8")
        assert read_yaml(written, "plan.yaml")[0] == wanted
        for comment in ("# the frame", "# Before.", "# first", "# Between.", "# After."):
            assert written.count(comment) >= 1
        again = propose(changed, folder)
        assert (again.differences, again.findings) == ((), ())


@given(
    TEXTS | st.text(max_size=30).filter(lambda text: is_exact(text)),
    st.sampled_from([0, 1]),
    st.sampled_from(sorted(OPEN.values())),
)
def test_any_text_can_stand_in_any_place_of_a_file(text: str, number: int, key: str) -> None:
    """In a block or in braces, folded, quoted or plain: it is read back as it is, and the rest as it was."""
    text = text.replace("\t", " ")
    path = ("measures", number, key)
    written = apply(TEXT, Change(file="plan.yaml", path=path, value=text))
    wanted = read_yaml(TEXT, "plan.yaml")[0]
    assert isinstance(wanted, dict)
    wanted["measures"][number][key] = text
    assert read_yaml(written, "plan.yaml") == (wanted, [], True)
    back = apply(written, Change(file="plan.yaml", path=path, value="x"))
    assert read_yaml(back, "plan.yaml")[2]


@FEW
@given(st.dates(datetime.date(1931, 1, 1), datetime.date(2099, 12, 31)))
def test_day_written_into_a_cell_is_the_day_of_the_plan(day: datetime.date) -> None:
    """Whatever manner it is written in, it is that day."""
    with tempfile.TemporaryDirectory() as name:
        text = TEXT.replace("title: To", "title: To, deadline: 1. mars 2027")
        folder = write_plan(Path(name, "plan"), {"plan.yaml": text})
        moment = datetime.datetime.combine(day, datetime.time())
        places = {("Tiltak", "t1", "Frist"): moment, ("Tiltak", "t2", "Frist"): moment}
        take(edited(export(folder, Path(name, "x.xlsx")), Path(name, "y.xlsx"), places), folder)
        loaded = load(folder, rules=())
        assert loaded.plan is not None
        for measure in loaded.plan.measures:
            assert measure.deadline is not None
            assert (measure.deadline.start_day, measure.deadline.end_day) == (day, day)
