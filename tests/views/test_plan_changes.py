"""What a council is told of two texts of a plan: nothing that only moved is called new, nothing that matters is form."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import plankit
from plankit.model.plan import Plan
from plankit.source.dump import dump
from plankit.views.change_list import Aspect, Change, Group, PlanChanges, What
from plankit.views.change_matching import ALIKE, likeness, out_of_order, words_of
from plankit.views.change_words import only_spelling
from plankit.views.changes_told import field_line, summary, told
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading

FJORDVIK = Path(__file__).parents[2] / "examples" / "fjordvik"


def _plan(**content: Any) -> Plan:
    return Plan.model_validate({"plan": {"id": "p", "title": "Plan"}, **content})


def _measure(name: str, title: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": title, **more}


def _changes(old: Plan, new: Plan) -> PlanChanges:
    return plan_changes(Reading(old, None, "en"), Reading(new, None, "en"))


def _only(old: Plan, new: Plan) -> Change:
    (one,) = _changes(old, new).changes
    return one


LONG = "Alle elever får to timer hvert år om grenser, kropp og hvem de kan snakke med når noe er galt."


def test_plan_and_itself_written_anew_do_not_differ() -> None:
    """Comments, order of keys and files make no change."""
    one = plankit.load(FJORDVIK, rules=())
    assert one.plan is not None
    reading = Reading(one.plan, one.guide, "nb")
    assert dump(one.plan)
    assert plan_changes(reading, reading).changes == ()
    assert summary(reading, plan_changes(reading, reading)) == "De to tekstene sier det samme."


@pytest.mark.parametrize("ids", [("m1", "m2"), ("1.1", "1.2")])
def test_measures_renumbered_by_one_that_came_before_them_are_not_new(ids: tuple[str, str]) -> None:
    """Where a measure is put first and the ids of the others move on, one is new and the others only renumbered."""
    first, second = ids
    old = _plan(
        measures=[_measure(first, "Kurs for ansatte", number="1"), _measure(second, LONG, number="2")]
    )
    new = _plan(
        measures=[
            _measure(first, "Tilbud til den som utøver vold", number="1"),
            _measure(second, "Kurs for ansatte", number="2"),
            _measure("m3", LONG, number="3"),
        ]
    )
    found = {one.title: one for one in _changes(old, new).changes}
    assert found["1 Tilbud til den som utøver vold"].what is What.ADDED
    assert found["2 Kurs for ansatte"].group is Group.MOVED
    assert found["2 Kurs for ansatte"].old_id == first
    assert found[f"3 {LONG}"].group is Group.MOVED


def test_measure_with_another_id_and_reworded_title_is_the_same() -> None:
    """An id that was changed and a text that was polished in one go do not make a measure new."""
    other = LONG.replace("to timer", "tre timer").replace("galt", "vanskelig")
    one = _only(_plan(measures=[_measure("m1", LONG)]), _plan(measures=[_measure("tiltak-1", other)]))
    assert (one.what, one.group, one.old_id, one.id) == (What.CHANGED, Group.SUBSTANCE, "m1", "tiltak-1")


def test_measure_of_another_text_and_id_is_new_and_the_old_one_gone() -> None:
    """Two measures that share a few common words are not taken for one."""
    found = _changes(
        _plan(measures=[_measure("m1", LONG)]),
        _plan(measures=[_measure("m2", "Kommunen kjøper plasser i samtalegrupper for dem som utøver vold.")]),
    )
    assert [one.what for one in found.changes] == [What.ADDED, What.REMOVED]
    assert list(found.by_group) == [Group.NEW, Group.DROPPED]


def test_threshold_lies_between_other_measures_and_reworded_ones() -> None:
    """Of the example's measures no two are alike enough; each is still itself with every third word changed."""
    loaded = plankit.load(FJORDVIK, rules=())
    assert loaded.plan is not None
    texts = [words_of(f"{one.title} {one.description or ''}") for one in loaded.plan.measures]
    assert max(likeness(one, other) for one, other in combinations(texts, 2)) < ALIKE - 0.1
    for words in texts:
        changed = tuple("x" if number % 3 == 0 else word for number, word in enumerate(words))
        assert likeness(words, changed) > ALIKE + 0.1


def test_measure_in_another_area_only_moved() -> None:
    """A change of area, goal or number is a move, and says from where to where."""
    areas = [{"id": "a1", "name": "Forebygge"}, {"id": "a2", "name": "Hjelpe"}]
    one = _only(
        _plan(areas=areas, measures=[_measure("m1", LONG, areas="a1")]),
        _plan(areas=areas, measures=[_measure("m1", LONG, areas="a2")]),
    )
    assert (one.what, one.group) == (What.MOVED, Group.MOVED)
    assert [(field.label, field.old, field.new) for field in one.fields] == [("Area", "Forebygge", "Hjelpe")]


def test_measure_at_another_place_in_the_list_only_moved() -> None:
    """The fewest that explain the new order are told, each once."""
    measures = [_measure(f"m{n}", f"{n} {LONG}") for n in range(5)]
    new = [measures[4], *measures[:4]]
    one = _only(_plan(measures=measures), _plan(measures=new))
    assert (one.id, one.group) == ("m4", Group.MOVED)
    assert out_of_order([3, 0, 1, 2]) == {3}
    assert out_of_order([]) == frozenset()


@pytest.mark.parametrize(
    ("key", "before", "after", "aspect"),
    [
        ("responsible", "skole", "helse", Aspect.WHO),
        ("contributors", ["skole"], ["skole", "helse"], Aspect.WHO),
        ("deadline", "2027-06-01", "2028", Aspect.WHEN),
        ("deadline", "1. juni 2027", "2027-06-01", Aspect.WORDING),
        ("cost", "50 000 kr", "80 000 kr", Aspect.MONEY),
        ("cost", "50 000 kr", "50.000 kr", Aspect.WORDING),
        ("description", "Rutinen skal følges.", "Rutinen bør følges.", Aspect.WHAT),
        ("description", "Dei tilsette får opplæring", "Dei tilsette får opplæring.", Aspect.WORDING),
        ("target_groups", ["barn"], ["barn", "eldre"], Aspect.WHAT),
        ("number", "1", "2", Aspect.PLACE),
        ("status", "planlagt", "pågår", Aspect.LIVING),
    ],
)
def test_change_of_one_key_is_weighed(key: str, before: object, after: object, aspect: Aspect) -> None:
    """Who, when, money and what are substance; another way to write the same day or sum is form."""
    agencies = [{"id": "skole", "name": "Skolen"}, {"id": "helse", "name": "Helse"}]
    one = _only(
        _plan(agencies=agencies, measures=[_measure("m1", LONG, **{key: before})]),
        _plan(agencies=agencies, measures=[_measure("m1", LONG, **{key: after})]),
    )
    assert [(field.key, field.aspect) for field in one.fields] == [(key, aspect)]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Kurs for ansatte", "kurs  for ansatte.", True),
        ("barneverntjenesten", "barnevernstjenesten", True),
        ("to ganger i året", "tre ganger i året", False),
        ("innen 12 timer", "innen 24 timer", False),
        ("1,5 stilling", "15 stilling", False),
        ("50 prosent", "50 %", False),
        ("lovlig tvang", "ulovlig tvang", False),
        ("skal meldes", "skal ikke meldes", False),
        ("kan meldes", "må meldes", False),
        ("", "Ny tekst", False),
        ("x" * 100_000, "x" * 99_999, False),
    ],
)
def test_only_spelling_is_told_from_meaning(old: str, new: str, same: bool) -> None:
    """Numbers, negations and small words always count; spelling and punctuation do not."""
    assert only_spelling(old, new) is same
    assert only_spelling(new, old) is same


def test_cells_of_the_matrix_are_told_by_agency_and_task() -> None:
    """Another letter in a cell is a change of who; a cell that came or went is new or taken out."""
    base = {
        "agencies": [{"id": "s", "name": "Skolen"}],
        "tasks": [{"id": "t", "title": "Melde"}, {"id": "u", "title": "Spørre"}],
    }
    cell = {"agency": "s", "task": "t", "role": "R"}
    changed = _only(
        _plan(**base, responsibilities=[cell]), _plan(**base, responsibilities=[{**cell, "role": "A"}])
    )
    assert (changed.group, changed.title) == (Group.SUBSTANCE, "Skolen: Melde (is accountable)")
    assert [(one.aspect, one.old, one.new) for one in changed.fields] == [
        (Aspect.WHO, "carries it out", "is accountable")
    ]
    other = {"agency": "s", "task": "u", "role": "I"}
    both = _plan(**base, responsibilities=[other, cell])
    assert _only(_plan(**base, responsibilities=[cell]), both).what is What.ADDED
    assert _changes(_plan(**base, responsibilities=[cell, other]), both).changes == ()


def test_step_of_a_procedure_is_told_with_its_procedure() -> None:
    """A step that came and one with another time limit are told singly, not as the whole procedure."""

    def procedure(*steps: dict[str, Any]) -> Plan:
        return _plan(procedures=[{"id": "p1", "title": "Akutt fare", "steps": list(steps)}])

    ring = {"id": "s1", "what": "Ring politiet på nødnummeret", "deadline": "PT0S"}
    write = {"id": "s2", "what": "Skriv ned hva du har sett og hørt", "deadline": "PT4H"}
    found = _changes(procedure(ring), procedure({**ring, "deadline": "PT1H"}, write)).changes
    assert [(one.kind, one.id, one.what, one.inside) for one in found] == [
        ("steps", "p1.s1", What.CHANGED, "Akutt fare"),
        ("steps", "p1.s2", What.ADDED, "Akutt fare"),
    ]


def test_new_id_of_a_goal_changes_nothing_in_its_measures() -> None:
    """References follow an id that was changed; only the goal itself is told."""

    def plan(name: str) -> Plan:
        return _plan(goals=[{"id": name, "text": LONG}], measures=[_measure("m1", "Kurs", goals=name)])

    one = _only(plan("g1"), plan("mal-1"))
    assert (one.kind, one.group, one.old_id) == ("goals", Group.MOVED, "g1")


def test_prose_is_compared_a_paragraph_at_a_time() -> None:
    """A paragraph that came, went or was rewritten is told by itself; a page that was renamed is not new."""
    old = f"# Forord\n\n{LONG}\n\nAndre avsnitt blir skrevet om helt.\n\nTredje går ut."
    new = f"# Forord\n\n{LONG}\n\nDette handler om noe annet."
    one = _only(
        _plan(pages=[{"path": "forord.md", "text": old}]),
        _plan(pages=[{"path": "pages/forord.md", "text": new}]),
    )
    assert [(field.key, field.old, field.new) for field in one.fields] == [
        ("path", "forord.md", "pages/forord.md"),
        ("text", "Andre avsnitt blir skrevet om helt.", "Dette handler om noe annet."),
        ("text", "Tredje går ut.", ""),
    ]


def test_reports_and_contacts_are_told_apart_from_what_is_adopted() -> None:
    """What lives on is listed last, and counts for nothing in what is adopted."""
    measures = [_measure("m1", LONG)]
    found = _changes(
        _plan(measures=measures),
        _plan(
            measures=measures,
            progress=[{"measure": "m1", "date": "2027"}],
            contacts=[{"party": "Vakt", "channel": "phone", "value": "1"}],
        ),
    )
    assert set(found.by_group) == {Group.LIVING}
    assert found.adopted().changes == ()


def test_told_in_words_for_a_council() -> None:
    """Groups and kinds come in the council's order, with a sentence for each key."""
    old = _plan(measures=[_measure("m1", LONG, deadline="2027")], topics=[{"title": "Gammelt tema"}])
    new = _plan(measures=[_measure("m1", LONG, deadline="2028"), _measure("m2", "Nytt tiltak om bolig")])
    reading = Reading(new, None, "en")
    found = plan_changes(Reading(old, None, "en"), reading)
    groups = told(reading, found)
    assert [(one.title, one.count) for one in groups] == [
        ("New", 1),
        ("Taken out", 1),
        ("Changed in substance: who, by when, money, what", 1),
    ]
    assert [kind.title for one in groups for kind in one.kinds] == ["Measures", "Topics", "Measures"]
    (field,) = groups[2].kinds[0].changes[0].fields
    assert field_line(reading, field) == "Deadline: “2027” became “2028”"
    assert summary(reading, found) == "1 new, 1 taken out, 1 changed in substance."


def test_procedure_that_changes_places_with_one_outside_the_plan_has_not_moved() -> None:
    """What is not adopted with the plan is no place to stand before or after."""
    inside, outside = {"id": "p1", "title": "One"}, {"id": "p2", "title": "Two", "outside_plan": True}
    both = {"id": "p3", "title": "Three"}
    old, new = _plan(procedures=[outside, inside, both]), _plan(procedures=[inside, both, outside])
    assert _changes(old, new).changes == ()
    assert [one.id for one in _changes(old, _plan(procedures=[outside, both, inside])).changes] == ["p3"]
