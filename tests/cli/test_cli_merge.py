"""`plankit merge` and `plankit split`: plans become one, and one becomes several."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import plankit
from plankit.model.plan import Plan as Model

Make = Callable[..., Path]
Run = Callable[..., Result]

_PLAN = """\
plan:
  id: {id}-plan
  title: {title}
  period: {period}
  stage: vedtatt
  country: "NO"
  empty: {{guide: not-applicable}}
participants:
- {{id: {id}, name: {name}, status: vedtatt}}
decisions:
- {{id: vedtak, kind: vedtatt, body: Kommunestyret, date: 2020-01-01, case_refs: [PS 1/20]}}
agencies:
- {{id: school, name: Skolen}}
measures:
- {{id: m1, title: Kurs for alle, responsible: school, deadline: {deadline}}}
- {{id: m2, title: Samme tiltak, responsible: school, deadline: løpende}}
- {{id: m3, title: {own}, responsible: school, deadline: løpende}}
responsibilities:
- {{agency: school, text: Sier fra., about: [m1]}}
"""
NORTH = _PLAN.format(
    id="nord", title="Trygg i nord", period="2020–2023", name="Nord", deadline="2021", own="Bare i nord"
)
SOUTH = _PLAN.format(
    id="sor", title="Trygg i sør", period="2020–2023", name="Sør", deadline="2022", own="Bare i sør"
)


@pytest.fixture
def two(plan: Make) -> None:
    """Two plans of two municipalities, with a page and a picture of the same name each."""
    for text, name in ((NORTH, "north"), (SOUTH, "south")):
        folder = plan(text, name)
        (folder / "forord.md").write_text(f"# Forord\n\n![Kart](kart.png) {name}\n\n{{plan:measure}}`m1`\n")
        (folder / "kart.png").write_bytes(name.encode())
        (folder / "felles.svg").write_text("<svg/>")
        (folder / "versions").mkdir()
        (folder / "versions" / "old.png").write_bytes(b"sealed")


def read(folder: str) -> Model:
    """The plan in a folder of the current directory, which can be read without an error."""
    loaded = plankit.load(folder)
    assert [str(one) for one in loaded.findings if one.code.startswith("PK0")] == []
    assert loaded.plan is not None
    return loaded.plan


@pytest.mark.usefixtures("two")
def test_merge_and_split_give_back_both_folders(run: Run) -> None:
    """What is alike is there once, the rest beside each other; split gives back plans, pages and pictures."""
    result = run("merge", "north", "south", "--into", "both")
    assert result.exit_code == 1
    made = read("both")
    assert [(one.id, one.title, one.applies_to) for one in made.measures] == [
        ("m1", "Kurs for alle", ("nord",)),
        ("m2", "Samme tiltak", ()),
        ("m3", "Bare i nord", ("nord",)),
        ("m1-sor", "Kurs for alle", ("sor",)),
        ("m3-sor", "Bare i sør", ("sor",)),
    ]
    assert [one.about for one in made.responsibilities] == [("m1",), ("m1-sor",)]
    assert (made.plan.id, made.plan.stage) == ("both", "draft")
    assert [(one.direction, one.kind, one.title) for one in made.succession] == [
        ("replaces", "merge", "Trygg i nord"),
        ("replaces", "merge", "Trygg i sør"),
    ]
    assert [one.status for one in made.participants] == [None, None]
    assert [one.origins[0].id for one in made.decisions] == ["vedtak", "vedtak"]
    assert Path("both/kart.png").read_bytes() == b"north"
    assert Path("both/kart-sor.png").read_bytes() == b"south"
    assert "(kart-sor.png)" in Path("both/forord-sor.md").read_text(encoding="utf-8")
    assert "{plan:measure}`m1-sor`" in Path("both/forord-sor.md").read_text(encoding="utf-8")
    assert not Path("both/versions").exists()
    assert len(list(Path("both").glob("felles*"))) == 1

    result = run("split", "both", "-o", "apart")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in Path("apart").iterdir()) == ["nord-plan", "sor-plan"]
    for old, new in (("north", "nord-plan"), ("south", "sor-plan")):
        assert read(old) == read(f"apart/{new}")
        for name in ("kart.png", "felles.svg", "forord.md"):
            assert Path(old, name).read_bytes() == Path("apart", new, name).read_bytes()


@pytest.mark.usefixtures("two")
def test_conflicts_are_listed_with_both_sides_and_their_places(run: Run) -> None:
    """On the screen, as JSON and in a file that no site shows; renamed ids are told."""
    result = run("merge", "north", "south", "--into", "both", "--language", "en")
    assert "    Deadline: “2021” (north/plan.yaml:15:55) – “2022” (south/plan.yaml:15:55)" in result.stdout
    assert "    Both are kept, as “m1” and “m1-sor”." in result.stdout
    assert (
        "    Title: “Trygg i nord” (north/plan.yaml:3:3) – “Trygg i sør” (south/plan.yaml:3:3)"
        in result.stdout
    )
    assert "south/forord.md:3" in result.stdout
    listed = Path("both/_conflicts.md").read_text(encoding="utf-8")
    assert "- [ ] **Measures: Kurs for alle**" in listed
    assert "- sor-plan: `m1` → `m1-sor` (measures)" in listed

    result = run("merge", "north", "south", "--into", "again", "--format", "json")
    document = json.loads(result.stdout)
    measure = next(one for one in document["conflicts"] if one["kind"] == "measures")
    assert measure["ids"] == ["m1", "m1-sor"]
    assert measure["differences"] == [
        {
            "key": "deadline",
            "first": {"text": "2021", "place": "north/plan.yaml:15:55"},
            "second": {"text": "2022", "place": "south/plan.yaml:15:55"},
        }
    ]
    assert {(one["old"], one["new"]) for one in document["renamed"]} >= {
        ("m3", "m3-sor"),
        ("vedtak", "vedtak-sor"),
    }


@pytest.mark.usefixtures("two")
def test_draft_of_merged_plans_is_no_adopted_plan(run: Run) -> None:
    """The old decisions stay, but they are about the old plans: nothing says that the draft is adopted."""
    run("merge", "north", "south", "--into", "both")
    result = run("check", "both", "--language", "en")
    assert "PK110" not in result.stdout
    assert "PK101" not in result.stdout


@pytest.mark.usefixtures("two")
def test_municipal_merger_marks_the_old_and_adds_the_new(run: Run) -> None:
    """The old ones have an end and a successor, and what is theirs holds for the new one too; split undoes it all."""
    result = run(
        "merge",
        "north",
        "south",
        "--into",
        "new",
        "--kind",
        "merger",
        "--municipality",
        "Nordsør",
        "--on",
        "2024-01-01",
    )
    assert result.exit_code == 1
    made = read("new")
    assert [
        (one.id, str(one.succeeded_by), one.valid_to and one.valid_to.text) for one in made.participants
    ] == [
        ("nord", "Nordsør", "2023-12-31"),
        ("sor", "Nordsør", "2023-12-31"),
        ("nordsor", "None", None),
    ]
    assert {one.kind for one in made.succession} == {"municipal-merger"}
    assert next(one for one in made.measures if one.id == "m3").applies_to == ("nord", "nordsor")
    assert run("split", "new", "-o", "apart").exit_code == 0
    assert read("apart/sor-plan") == read("south")


def test_plan_merged_with_its_copy_has_no_conflict(plan: Make, run: Run) -> None:
    """Nothing to decide, no list, exit code 0."""
    plan(NORTH, "one")
    plan(NORTH, "two")
    result = run("merge", "one", "two", "--into", "both", "--language", "en")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "No conflicts.")
    assert not Path("both/_conflicts.md").exists()
    assert len(read("both").measures) == 3


@pytest.mark.usefixtures("two")
def test_what_came_after_the_merging_goes_where_it_holds(run: Run) -> None:
    """A new measure of the south goes to the south; a decision on the draft goes nowhere, and that is told."""
    run("merge", "north", "south", "--into", "both")
    path = Path("both/measures.yaml")
    text = (
        path.read_text(encoding="utf-8") + "- {id: ny, title: Nytt, applies_to: [sor], responsible: school}\n"
    )
    path.write_text(text, encoding="utf-8")
    Path("both/more.yaml").write_text("decisions: [{id: felles, body: Styret}]\n", encoding="utf-8")
    result = run("split", "both", "-o", "apart", "--language", "en")
    assert result.exit_code == 1
    assert "  decisions: Styret" in result.stderr
    assert [one.id for one in read("apart/nord-plan").measures] == ["m1", "m2", "m3"]
    assert [(one.id, one.applies_to) for one in read("apart/sor-plan").measures][-1] == ("ny", ("sor",))


def test_joint_plan_that_was_never_merged_becomes_a_plan_for_each(plan: Make, run: Run) -> None:
    """Each municipality gets what holds for it, under an id of its own."""
    plan(
        "plan: {id: p, title: Felles, empty: {guide: not-applicable}}\n"
        "participants: [{id: a, name: A}, {id: b, name: B}]\n"
        "measures: [{id: m1, title: Alle}, {id: m2, title: Bare A, applies_to: a}]\n",
        "joint",
    )
    assert run("split", "joint", "-o", "apart").exit_code == 0
    assert [one.id for one in read("apart/a").measures] == ["m1", "m2"]
    assert [one.id for one in read("apart/b").measures] == ["m1"]
    assert (read("apart/a").plan.id, [one.id for one in read("apart/a").participants]) == ("p-a", ["a"])


def _is_refused(result: Result, *words: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") <= 2
    assert all(word in result.stderr for word in words), result.stderr


@pytest.mark.usefixtures("two")
def test_call_that_cannot_be_done_writes_nothing(run: Run) -> None:
    """One plan, a folder with something in it, a bad id, options of the other kind, no municipality to merge into."""
    english = ("--language", "en")
    _is_refused(run("merge", "north", "--into", "c", *english), "two plans or more")
    _is_refused(run("merge", "north", "south", "--into", "south", *english), "not empty")
    _is_refused(run("merge", "north", "south", "--into", "c", "--id", "å b", *english), "cannot be an id")
    _is_refused(
        run("merge", "north", "south", "--into", "c", "--municipality", "X", *english), "--kind merger"
    )
    _is_refused(run("merge", "north", "south", "--into", "c", "--kind", "merger", *english), "--municipality")
    _is_refused(run("merge", "north", "nowhere", "--into", "c", *english), "no folder")
    _is_refused(run("split", "north", "-o", "c", *english), "was not merged from others")
    assert not Path("c").exists()


def test_plan_that_cannot_be_read_is_not_merged(plan: Make, run: Run) -> None:
    """An id that two entries have could not be given back; what is wrong is printed."""
    plan(NORTH, "north")
    plan(SOUTH.replace("id: m2", "id: m1"), "south")
    result = run("merge", "north", "south", "--into", "c", "--language", "en")
    assert (result.exit_code, Path("c").exists()) == (1, False)
    assert "PK019" in result.stdout
    assert "Nothing was merged" in result.stderr


def test_plans_without_municipalities_or_with_other_guides_are_refused(plan: Make, run: Run) -> None:
    """What is one municipality's alone could not be marked, and requirements would mean something else."""
    plan(NORTH, "north")
    plan("plan: {id: p, title: P, empty: {guide: not-applicable}}\n", "nobody")
    _is_refused(run("merge", "north", "nobody", "--into", "c", "--language", "en"), "names no municipality")
    plan(NORTH.replace("  empty: {guide: not-applicable}", '  guide: {id: no-vold, edition: "2022"}'), "no")
    plan(NORTH.replace("  empty: {guide: not-applicable}", '  guide: {id: se-vald, edition: "2026"}'), "se")
    result = run("merge", "no", "se", "--into", "c", "--language", "en")
    assert not Path("c").exists()
    assert result.exit_code != 0


def test_municipalities_that_have_merged_are_suggested_and_nothing_more(plan: Make, run: Run) -> None:
    """Moss and Rygge became Moss with 2020, which the tables know; the plans are still merged as asked."""
    for name, number in (("Moss", "0104"), ("Rygge", "0136")):
        text = NORTH.replace("id: nord,", f'id: {name.lower()}, number: "{number}",').replace("Nord", name)
        plan(text, name.lower())
    result = run("merge", "moss", "rygge", "--into", "both", "--language", "en")
    assert "0104 Moss, 0136 Rygge became 3002 Moss on 2020-01-01." in result.stderr
    assert {one.kind for one in read("both").succession} == {"merge"}
