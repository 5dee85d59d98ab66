"""What is to be done, by whom and by when."""

from __future__ import annotations

from datetime import date

from tests.views.conftest import ReadPlan

from plankit.views.agenda import agencies_of, agenda, of_agency
from plankit.views.agenda_task import Deed, Task

DAY = date(2026, 11, 22)


def _tasks(read_plan: ReadPlan, kinds: str, **how: bool) -> dict[str, Task]:
    return {one.key: one for one in agenda(read_plan(kinds, **how), DAY)}


def test_agenda_of_a_plan_that_promises_nothing_is_empty(read_plan: ReadPlan) -> None:
    """Nothing is made up."""
    assert _tasks(read_plan, "") == {}


def test_agenda_measure_without_an_end_or_closed_is_not_to_be_carried_out(read_plan: ReadPlan) -> None:
    """What goes on, waits, or is done has no last day."""
    kinds = (
        "measures:\n- {id: m1, title: A, deadline: løpende}\n- {id: m2, title: B, deadline: 2026, status: gjennomført}\n"
        "- {id: m3, title: C}\n- {id: m4, title: D, deadline: {text: når huset er bygd, event: huset er bygd}}\n"
    )
    assert not [one for one in _tasks(read_plan, kinds).values() if one.deed is Deed.CARRY_OUT]


def test_agenda_measure_with_a_deadline_names_owner_and_day(read_plan: ReadPlan) -> None:
    """The last day of the words counts, and only whoever answers for the measure has it to do."""
    kinds = (
        "agencies: [{id: a, name: Aa}, {id: b, name: Bb}]\n"
        "measures:\n- {id: m1, title: A, number: '1', deadline: Q3 2026, responsible: [{agency: a, role: Leder}],"
        " contributors: b}\n"
    )
    task = _tasks(read_plan, kinds)["measure.m1"]
    assert (task.day, task.state(DAY)) == (date(2026, 9, 30), "late")
    assert (task.agencies, task.who, task.until_told) == (("a",), "Aa, Leder", "Q3 2026")


def test_agenda_asks_for_reports_of_this_year_and_the_last_only(read_plan: ReadPlan) -> None:
    """A report that is missing for an older year is not asked for any more."""
    kinds = "  period: 2023-2027\nmeasures: [{id: m, title: A}]\n"
    keys = {key for key in _tasks(read_plan, kinds) if key.startswith("report.")}
    assert keys == {"report.m.2025-12-31", "report.m.2026-12-31"}


def test_agenda_reported_measure_is_not_asked_for(read_plan: ReadPlan) -> None:
    """A report takes the task away."""
    kinds = (
        "  period: 2026-2027\nmeasures: [{id: m, title: A}]\n"
        "progress: [{measure: m, date: 2026-11-01, status: i gang}]\n"
    )
    assert not [key for key in _tasks(read_plan, kinds) if key.startswith("report.")]


def test_agenda_evaluation_that_comes_back_has_its_last_and_its_next_day(read_plan: ReadPlan) -> None:
    """Of what returns every year, one past and one coming occurrence are shown."""
    kinds = "  period: 2025-2029\nevaluation:\n- {id: e, kind: årsrapport, when: hvert år, by: Rådmann}\n"
    found = {one.day: one.who for one in _tasks(read_plan, kinds).values() if one.deed is Deed.EVALUATE}
    assert found == {date(2025, 12, 31): "Rådmann", date(2026, 12, 31): "Rådmann"}


def test_agenda_plan_is_renewed_by_its_last_day(read_plan: ReadPlan) -> None:
    """The plan's own end is in the agenda, with whoever owns the process."""
    task = _tasks(read_plan, "  period: 2026-2029\n  process_owner: Koordinator\n")["plan.p"]
    assert (task.deed, task.day, task.who) == (Deed.RENEW, date(2029, 12, 31), "Koordinator")


def test_agenda_number_never_checked_is_due_today(read_plan: ReadPlan) -> None:
    """A number that nobody ever checked cannot wait; one that was checked can wait a year."""
    kinds = (
        "contacts:\n- {id: k, party: A, channel: phone, value: '11 22 33 44'}\n"
        "- {id: l, party: B, channel: phone, value: '11 22 33 45', verified_on: 2026-10-01}\n"
    )
    found = _tasks(read_plan, kinds)
    assert (found["number.k"].day, found["number.l"].day) == (DAY, date(2027, 10, 1))


def test_agenda_guide_numbers_and_unconfirmed_law_fall_due(read_plan: ReadPlan) -> None:
    """The guide's help lines are checked when the guide says; law that the plan cites and nobody confirmed too."""
    found = _tasks(
        read_plan, "measures: [{id: m, title: A, legal_source: barnehageloven § 46}]\n", guide=True
    )
    assert any(key.startswith("line.") for key in found)
    assert [key for key in found if key.startswith("law.")] == ["law.law-kindergarten-46"]


def test_agenda_waiver_that_ends_is_to_be_decided(read_plan: ReadPlan) -> None:
    """Whoever waived a finding must look again before the waiver ends."""
    kinds = "waivers: [{id: w, code: PK202, reason: R, expires: 2027-01-31, decided_by: Rådmann}]\n"
    task = _tasks(read_plan, kinds)["waiver.w"]
    assert (task.deed, task.day, task.who, task.state(DAY)) == (
        Deed.DECIDE,
        date(2027, 1, 31),
        "Rådmann",
        "ahead",
    )


def test_agenda_is_sorted_and_keys_are_unique(read_plan: ReadPlan) -> None:
    """Days never go back, and no two tasks have the same key."""
    kinds = (
        "  period: 2025-2027\n  evaluation_date: 2027-06-30\nagencies: [{id: a, name: Aa}]\n"
        "measures:\n- {id: m1, title: A, deadline: 2027, responsible: a}\n- {id: m2, title: B, deadline: 2026-12}\n"
        "contacts: [{party: A, channel: phone, value: '1'}, {party: A, channel: phone, value: '2'}]\n"
    )
    tasks = agenda(read_plan(kinds), DAY)
    assert [one.day for one in tasks] == sorted(one.day for one in tasks)
    assert len({one.key for one in tasks}) == len(tasks)
    assert agencies_of(tasks) == ("a",)
    assert {one.subject for one in of_agency(tasks, "a")} == {"m1"}


def test_agenda_review_twice_a_year_is_due_twice(read_plan: ReadPlan) -> None:
    """A rhythm shorter than the periods of reporting is kept."""
    kinds = "  period: 2026-2029\nevaluation:\n- {id: e, kind: muntlig rapport, when: to ganger i året}\n"
    days = [one.day for one in _tasks(read_plan, kinds).values() if one.deed is Deed.EVALUATE]
    assert days == [date(2026, 6, 30), date(2026, 12, 31)]


def test_agenda_review_that_a_report_tells_of_is_not_asked_for(read_plan: ReadPlan) -> None:
    """Where an evaluation is a measure too, a report on that measure tells that it was held."""
    kinds = (
        "  period: 2026-2029\nmeasures: [{id: m, title: A}]\n"
        "evaluation:\n- {id: e, kind: muntlig rapport, when: to ganger i året, as_measure: m}\n"
        "- {id: f, kind: midtveisevaluering, when: 2026-11-30, as_measure: m}\n"
        "progress: [{measure: m, date: 2026-06-20, status: i gang}]\n"
    )
    found = {one.key for one in _tasks(read_plan, kinds).values() if one.deed is Deed.EVALUATE}
    assert found == {"evaluation.e.2026-12-31", "evaluation.f.2026-11-30"}
    done = kinds.replace("status: i gang", "status: gjennomført")
    found = {one.key for one in _tasks(read_plan, done).values() if one.deed is Deed.EVALUATE}
    assert found == {"evaluation.e.2026-12-31"}


def test_agenda_later_report_takes_away_the_report_that_was_missing_before(read_plan: ReadPlan) -> None:
    """How a measure stands now says more than how it stood a period ago."""
    kinds = (
        "  period: 2025-2027\nmeasures: [{id: m, title: A}, {id: n, title: B}]\n"
        "progress: [{measure: m, date: 2026-11-01, status: i gang}]\n"
    )
    keys = {key for key in _tasks(read_plan, kinds) if key.startswith("report.")}
    assert keys == {"report.n.2025-12-31", "report.n.2026-12-31"}
