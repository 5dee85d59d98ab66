"""One municipality's plan of a shared one: what is in it, where findings point, and which figures it may show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.shared_plans.fjords import TODAY, fjords, write_fjords

import plankit
from plankit.loading import Loaded, seen_by
from plankit.model.plan import Plan
from plankit.model.references import TARGETS
from plankit.model.vocabulary import Vocabulary
from plankit.source.dump import dump
from plankit.views.agenda import agenda
from plankit.views.one_municipality import NEEDED, as_seen_by
from plankit.views.participation import Standing, memberships
from plankit.views.reading import Reading
from plankit.views.suppression import figures


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The joint plan, loaded."""
    return fjords(tmp_path_factory.mktemp("fjords"))


def plan_of(loaded: Loaded) -> Plan:
    assert loaded.plan is not None
    return loaded.plan


def own(loaded: Loaded, name: str) -> Plan:
    return as_seen_by(plan_of(loaded), name)


def names(plan: Plan, kind: str) -> list[str]:
    return [one.id or "" for one in getattr(plan, kind)]


def test_own_plan_has_what_holds_for_all_and_for_that_municipality(joint: Loaded) -> None:
    """Measures, services and pages of others are not in it; what is common is."""
    vik, nes = own(joint, "vik"), own(joint, "nes")
    assert names(vik, "measures") == ["m1", "m3"]
    assert names(nes, "measures") == ["m1", "m2"]
    assert names(vik, "services") == ["house-vik"]
    assert [page.path for page in vik.pages] == ["about.md", "local/vik/ferry.md"]
    assert [page.path for page in nes.pages] == ["about.md"]


def test_condition_for_others_alone_drops_what_it_is_the_condition_of(joint: Loaded) -> None:
    """A way to a step that only Vik has is no way without a condition in the other plans: it is gone."""
    steps = {step.id: step for step in own(joint, "havn").procedures[0].steps}
    assert list(steps) == ["ring", "after"]
    assert [way.step for way in steps["ring"].next] == ["after"]
    ring = own(joint, "vik").procedures[0].steps[0]
    assert [way.step for way in ring.next] == ["ferry", "after"]


def test_owner_that_is_only_elsewhere_is_no_owner_here(joint: Loaded) -> None:
    """The line is Havn's; in the plan of Vik nobody answers for the measure, and the check says so."""
    measure = next(one for one in own(joint, "vik").measures if one.id == "m3")
    assert measure.responsible == ()
    found = seen_by(joint, Path("nowhere"), "vik", today=TODAY, language="en").findings
    assert [one.subject for one in found if one.name == "measure-without-owner"] == ["m3"]
    assert "measure-without-owner" not in {one.name for one in joint.findings}


def test_frame_of_an_own_plan_is_what_the_municipality_says(joint: Loaded) -> None:
    """Title, day, owner, case and look are its own; what it does not say is the joint plan's, but for the address."""
    vik, havn = own(joint, "vik").plan, own(joint, "havn").plan
    assert (vik.title, vik.document_owner) == ("The plan of Vik", "The health service of Vik")
    assert vik.in_force_from is not None
    assert vik.in_force_from.text == "2026-07-01"
    assert [one.number for one in vik.case_refs] == ["2026/17"]
    assert vik.site is not None
    assert vik.site.name == "Vik kommune"
    assert (havn.title, havn.address) == ("A plan for three fjords", None)
    assert havn.shared is not None
    assert havn.shared.address == "https://example.org/plan"


def test_own_plan_knows_who_else_has_it_and_when_they_adopted(joint: Loaded) -> None:
    """Decisions of others are not in it; the day of each is."""
    plan = own(joint, "vik")
    assert names(plan, "decisions") == []
    assert plan.plan.shared is not None
    told = {str(one.name): one.adopted.text if one.adopted else "" for one in plan.plan.shared.partners}
    assert told == {"Havn": "2025-12-11", "Nes": "2025-12-18"}


def test_finding_in_an_own_plan_points_to_the_file_of_the_joint_one(joint: Loaded) -> None:
    """An entry that was changed on the way is still found where it was written."""
    found = seen_by(joint, Path("nowhere"), "vik", today=TODAY, language="en").findings
    owner = next(one for one in found if one.name == "measure-without-owner")
    line = next(
        number
        for number, text in enumerate(joint.read.texts["plan.yaml"].splitlines(), start=1)
        if "id: m3" in text
    )
    assert (owner.place.file, owner.place.line) == ("plan.yaml", line)


def test_problem_beside_the_plan_stays_in_each_view(tmp_path: Path) -> None:
    """A guide that is not installed is missing in every municipality's plan too."""
    text = write_fjords(tmp_path / "p") / "plan.yaml"
    text.write_text(
        text.read_text(encoding="utf-8").replace(
            "empty: {guide: not-applicable}", 'guide: {id: no-such, edition: "1"}'
        ),
        encoding="utf-8",
    )
    loaded = plankit.load(tmp_path / "p", language="en", today=TODAY)
    view = seen_by(loaded, tmp_path / "p", "havn", today=TODAY, language="en")
    assert "PK033" in {one.code for one in loaded.findings} & {one.code for one in view.findings}


def test_figure_that_the_joint_plan_withholds_is_withheld_by_all(joint: Loaded) -> None:
    """Three reports in Nes are withheld, and so is a second figure: else the sites together would tell the three."""
    plan = plan_of(joint)
    shown = figures(plan, Vocabulary(plan, None))
    held = {one.id for one in plan.statistics if shown.of(one).is_withheld}
    assert "s-nes" in held
    assert len(held) > 1
    for one in plan.participants:
        mine = as_seen_by(plan, one.id)
        seen = figures(mine, Vocabulary(mine, None))
        assert {two.id for two in mine.statistics if not seen.of(two).is_withheld} & held == set()
    open_ones = as_seen_by(plan, "havn")
    assert any(
        not figures(open_ones, Vocabulary(open_ones, None)).of(one).is_withheld
        for one in open_ones.statistics
    )


def test_standing_tells_who_adopted_who_waits_and_who_is_gone(joint: Loaded) -> None:
    """Each municipality is judged by its own decision and its own last day."""
    plan = plan_of(joint)
    found = memberships(plan, Vocabulary(plan, None), TODAY)
    assert [(one.participant.id, one.standing) for one in found] == [
        ("havn", Standing.ADOPTED),
        ("vik", Standing.NOT_ADOPTED),
        ("nes", Standing.MERGED),
    ]


def test_municipality_takes_part_until_its_last_day(joint: Loaded) -> None:
    """Nes is in the plan on its last day, and gone on the next."""
    plan = plan_of(joint)
    words = Vocabulary(plan, None)
    last = plan.participants[2].valid_to
    assert last is not None
    assert last.end_day is not None
    before, after = (memberships(plan, words, day)[2] for day in (last.end_day, TODAY))
    assert (before.standing, before.is_gone) == (Standing.ADOPTED, False)
    assert (after.standing, after.is_gone) == (Standing.MERGED, True)


def test_agenda_leaves_out_what_holds_only_for_those_that_are_gone(joint: Loaded) -> None:
    """The night bus of Nes is due to nobody, and nothing is due in the plan of Nes."""
    tasks = agenda(Reading(plan_of(joint), None, "en"), TODAY)
    assert "m2" not in {one.subject for one in tasks}
    assert "m1" in {one.subject for one in tasks}
    assert agenda(Reading(own(joint, "nes"), None, "en"), TODAY) == ()


def test_agenda_names_who_must_still_adopt_the_plan(joint: Loaded) -> None:
    """It is due on the day that the plan is in force from there, in the joint plan and in its own."""
    for plan in (plan_of(joint), own(joint, "vik")):
        found = [one for one in agenda(Reading(plan, None, "en"), TODAY) if one.key.startswith("adoption.")]
        assert [(one.key, one.day.isoformat(), one.who) for one in found] == [
            ("adoption.vik", "2026-07-01", "Vik")
        ]
    assert not any(
        one.key.startswith("adoption.") for one in agenda(Reading(own(joint, "havn"), None, "en"), TODAY)
    )


def test_plan_with_local_folders_is_equal_when_written_and_read_again(joint: Loaded, tmp_path: Path) -> None:
    """Where an entry lay is said outright in the written plan, so that nothing holds for others afterwards."""
    for plan in (plan_of(joint), own(joint, "vik")):
        folder = tmp_path / str(len(plan.participants))
        for name, text in dump(plan).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        assert plankit.load(folder, rules=()).plan == plan


def test_entry_of_a_local_folder_keeps_its_place(joint: Loaded) -> None:
    """What was given to a municipality by its folder is still found there by findings."""
    contact = next(one for one in joint.findings if one.code == "PK501")
    assert contact.place.file == "local/havn/services.yaml"
    assert replace(contact.place, column=1).line == 3


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_key_that_a_value_needs_is_one_that_holds_ids(key: str) -> None:
    """Each names a class and a key of the table of references, so that none outlives its key."""
    assert key in TARGETS


def test_value_that_loses_what_it_is_about_is_dropped_with_it(tmp_path: Path) -> None:
    """A waiver for one measure of Vik is no waiver for the whole plan of Havn, and no decision becomes one on all."""
    (tmp_path / "plan.yaml").write_text(
        """\
plan: {id: p, title: P}
participants: [{id: havn, name: Havn}, {id: vik, name: Vik}]
agencies: [{id: line, name: Line, applies_to: vik}]
measures:
- {id: m, title: M, responsible: [line, {agency: line, text: The line}, {text: All}], applies_to: [havn, vik]}
- {id: only, title: Only, applies_to: vik}
waivers: [{code: PK201, item: only, reason: R, decided_by: D, date: 2026-01-01, expires: 2027-01-01}]
decisions: [{id: d, body: B, kind: adopted, about: only}, {id: e, body: B, about: [only, m]}]
training: [{id: t, title: T, agencies: [line]}]
sections:
- {heading: Ferry, page: local/vik/ferry.md}
- {heading: Both, children: [{heading: Ferry, page: local/vik/ferry.md}, {heading: Text, text: T}]}
cases: [{id: c, title: C, fictional: true, exposed: x, door: y, severity: z, at: now, participant: vik}]
""",
        encoding="utf-8",
    )
    (tmp_path / "local" / "vik").mkdir(parents=True)
    (tmp_path / "local" / "vik" / "ferry.md").write_text("# Ferry\n", encoding="utf-8")
    joint = plankit.load(tmp_path, rules=()).plan
    assert joint is not None
    havn, vik = as_seen_by(joint, "havn"), as_seen_by(joint, "vik")
    assert (havn.waivers, havn.training, havn.cases) == ((), (), ())
    assert [(one.id, one.about) for one in havn.decisions] == [("e", ("m",))]
    assert [str(one.text) for one in havn.measures[0].responsible] == ["All"]
    assert [[str(two.heading) for two in one.children] for one in havn.sections] == [["Text"]]
    for kind in ("waivers", "training", "cases", "decisions", "sections"):
        assert len(getattr(vik, kind)) == len(getattr(joint, kind))


def test_condition_of_others_never_becomes_no_condition(tmp_path: Path) -> None:
    """A way, a branch and a procedure that are only for Vik are gone in Havn, though what they lead to is there."""
    (tmp_path / "plan.yaml").write_text(
        """\
plan: {id: p, title: P}
participants: [{id: havn, name: Havn}, {id: vik, name: Vik}]
procedures:
- id: both
  title: Both
  steps:
  - {id: a, what: A, next: [{step: b, when: {participants: vik}}, {step: c, when: {participants: [havn, vik]}}]}
  - {id: b, what: B}
  - {id: c, what: C}
  branches:
  - {title: In Vik, when: {participants: vik, severity: acute}, steps: [{id: d, what: D}]}
- {id: vik-only, title: Vik, starts: {participants: vik}, steps: [{id: a, what: A}]}
""",
        encoding="utf-8",
    )
    joint = plankit.load(tmp_path, rules=()).plan
    assert joint is not None
    (havn,) = as_seen_by(joint, "havn").procedures
    assert [(way.step, way.when and way.when.participants) for way in havn.steps[0].next] == [("c", ())]
    assert havn.branches == ()
    assert [one.id for one in havn.steps] == ["a", "b", "c"]
    vik = as_seen_by(joint, "vik").procedures
    assert [one.id for one in vik] == ["both", "vik-only"]
    assert [way.step for way in vik[0].steps[0].next] == ["b", "c"]
