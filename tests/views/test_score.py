"""What a plan documents: from the answers to the guide and from people, never as one number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plankit
from plankit.guides import load_guide, pack_names
from plankit.views.reading import Reading
from plankit.views.score import PrincipleScore, Score, has_rubric, score, span_words
from plankit.views.score_form import score_form
from plankit.views.score_items import Basis, Duty, ItemScore, Standing, Status

GUIDE = """\
guide: {id: g, edition: "1", title: G, language: en, rubric_edition: "2", rubric_date: 2026-11-01}
principles: [{id: clear, name: Clear}, {id: dated, name: Dated}]
requirements:
- {id: words, title: Words, text: T, force: must, decided_by: person, question: Q}
- {id: owner, title: Owner, text: T, force: should, decided_by: rule, evidence: [agencies]}
- {id: dates, title: Dates, text: T, force: law, decided_by: rule, rules: [PK205], evidence: [measures.deadline]}
- {id: shared, title: Shared, text: T, force: must, decided_by: rule, applies_when: shared, evidence: [participants]}
rubric:
- {id: plain, principle: clear, title: Plain, decided_by: person, requirements: [words], levels: [No, Some, All]}
- {id: owned, principle: clear, title: Owned, decided_by: both, requirements: [owner], levels: [No, Some, All]}
- {id: dates-there, principle: dated, title: Dates, decided_by: rule, requirements: [dates, owner], levels: [No, Some, All]}
- {id: all-sign, principle: dated, title: Sign, decided_by: rule, requirements: [shared], levels: [No, Some, All]}
"""
FRAME = 'plan: {id: p, title: P, language: en, guide: {id: g, edition: "1"}}\n'
NOTHING_BUT_A_TITLE = ""
DATED = "agencies: [{id: a, name: A}]\nmeasures: [{id: m, title: M, deadline: 2027}, {id: n, title: N, deadline: 2028}]\n"

ScoreOf = Callable[[str], Score]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Reading]:
    """Reads a plan from the text of its kinds, with a small guide of two principles."""
    packs = tmp_path_factory.mktemp("packs")
    (packs / "g").mkdir()
    (packs / "g" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    guide, problems = load_guide("g", packs)
    assert problems == ()
    folder = tmp_path_factory.mktemp("plan")

    def make(kinds: str) -> Reading:
        (folder / "plan.yaml").write_text(FRAME + kinds, encoding="utf-8")
        loaded = plankit.load(folder, guide=guide)
        assert loaded.plan is not None
        return Reading(loaded.plan, loaded.guide, "en", loaded.findings)

    return make


@pytest.fixture(scope="module")
def scored(read: Callable[[str], Reading]) -> ScoreOf:
    """The score of a plan from the text of its kinds."""
    return lambda kinds: score(read(kinds))


def item(found: Score, name: str) -> ItemScore:
    """The item of that id."""
    return next(one for one in found.items if one.item.id == name)


def principle(found: Score, name: str) -> PrincipleScore:
    """The principle of that id."""
    return next(one for one in found.principles if one.id == name)


def judged(*rows: str) -> str:
    """Judgements of the item that only people can judge, from `role, score, edition` of each."""
    made = []
    for row in rows:
        by, number, edition = row.split(", ")
        made.append(f'- {{criterion: plain, by: {by}, score: {number}, where: m, edition: "{edition}"}}\n')
    return DATED + "judgements:\n" + "".join(made)


def test_score_has_no_total(scored: ScoreOf) -> None:
    """Nothing on the whole is a number: there is a vector and nothing else."""
    found = scored(DATED)
    assert [one.id for one in found.principles] == ["clear", "dated"]
    assert not [
        name
        for name in dir(found)
        if not name.startswith("__") and isinstance(getattr(found, name), int | float)
    ]


def test_score_of_a_bare_plan_is_nothing_or_open(scored: ScoreOf) -> None:
    """Where nothing is written nothing is documented, and what only people can tell is open, not 0."""
    found = scored(NOTHING_BUT_A_TITLE)
    assert item(found, "plain").status is Status.OPEN
    assert item(found, "plain").score is None
    assert item(found, "owned").score == item(found, "dates-there").score == 0


def test_score_of_what_is_met_is_two_with_a_place(scored: ScoreOf) -> None:
    """What the rules find met gets 2, and the places are named."""
    found = item(scored(DATED), "dates-there")
    assert (found.score, found.basis) == (2, Basis.PROGRAM)
    assert "measures" in found.where


def test_score_between_met_and_not_met_is_one(scored: ScoreOf) -> None:
    """One requirement met and one not is 1."""
    assert item(scored("agencies: [{id: a, name: A}]\n"), "dates-there").score == 1


def test_score_says_when_the_plan_says_so_itself(scored: ScoreOf) -> None:
    """An own answer is told from what the program found."""
    found = item(
        scored("agencies: [{id: a, name: A}]\nanswers: [{requirement: owner, state: met, where: a}]\n"),
        "owned",
    )
    assert (found.score, found.basis) == (2, Basis.PLAN)


def test_score_leaves_out_what_is_not_asked_of_the_plan(scored: ScoreOf) -> None:
    """What is asked of shared plans only does not count against a plan of one municipality."""
    found = scored(DATED)
    assert item(found, "all-sign").status is Status.NOT_APPLICABLE
    assert principle(found, "dated").bounds == (10.0, 10.0)


def test_score_of_a_principle_is_least_and_most_while_items_are_open(scored: ScoreOf) -> None:
    """One of two items is 2 and the other open: between 5 and 10; of the decided alone it is 10."""
    found = principle(scored(DATED), "clear")
    assert (found.bounds, found.value) == ((5.0, 10.0), 10.0)
    assert (span_words(found, "en"), span_words(found, "nb")) == ("5.0–10.0", "5,0–10,0")


@pytest.mark.parametrize(
    ("rows", "status", "number"),
    [
        (("Adviser, 2, 2",), Status.OPEN, None),
        (("Adviser, 2, 2", "Adviser, 2, 2"), Status.OPEN, None),
        (("Adviser, 2, 2", "Auditor, 2, 1"), Status.OPEN, None),
        (("Adviser, 2, 2", "Auditor, 7, 2"), Status.OPEN, None),
        (("Adviser, 2, 2", "Auditor, 2, 2"), Status.DECIDED, 2),
        (("Adviser, 1, 2", "Auditor, vague, 2"), Status.DECIDED, 1),
        (("Adviser, 1, 2", "Auditor, 2, 2"), Status.DISAGREED, None),
    ],
)
def test_score_by_people_needs_two_roles_of_this_edition(
    scored: ScoreOf, rows: Sequence[str], status: Status, number: int | None
) -> None:
    """Open until two people have judged by the rubric of today; where they differ there is no score."""
    found = item(scored(judged(*rows)), "plain")
    assert (found.status, found.score) == (status, number)
    assert len(found.ratings) == len(rows)


def test_score_where_people_differ_keeps_both_and_makes_no_mean(scored: ScoreOf) -> None:
    """1 and 2 stay 1 and 2; the principle may come to what either says."""
    found = scored(judged("Adviser, 1, 2", "Auditor, 2, 2"))
    assert item(found, "plain").judged == (1, 2)
    assert principle(found, "clear").bounds == (7.5, 10.0)


def test_score_shows_a_judgement_of_another_edition_and_does_not_count_it(scored: ScoreOf) -> None:
    """What was judged by an older rubric is there, marked."""
    found = item(scored(judged("Adviser, 2, 1", "Auditor, 2, 2")), "plain")
    assert [one.standing for one in found.ratings] == [Standing.OTHER_EDITION, Standing.COUNTS]


def test_score_without_a_place_does_not_count(scored: ScoreOf) -> None:
    """A 2 that points at nothing is no evidence; a 0 has nothing to point at."""
    rows = 'judgements:\n- {criterion: plain, by: A, score: 2, edition: "2"}\n- {criterion: plain, by: B, score: 0, edition: "2"}\n'
    standings = [one.standing for one in item(scored(rows), "plain").ratings]
    assert standings == [Standing.WITHOUT_PLACE, Standing.COUNTS]


def test_score_of_a_rule_is_not_overruled_by_people(scored: ScoreOf) -> None:
    """Where a rule decides and finds an answer, people may judge, and it is shown, but the rule counts."""
    rows = "".join(f'- {{criterion: dates-there, by: {by}, score: 0, edition: "2"}}\n' for by in "AB")
    found = item(scored(DATED + "judgements:\n" + rows), "dates-there")
    assert (found.score, found.basis, len(found.ratings)) == (2, Basis.PROGRAM, 2)


def test_score_of_both_is_what_two_people_say(scored: ScoreOf) -> None:
    """What program and people decide together, people decide once two of them have."""
    rows = "".join(f'- {{criterion: owned, by: {by}, score: 1, where: a, edition: "2"}}\n' for by in "AB")
    assert item(scored(DATED + "judgements:\n" + rows), "owned").score == 1


def test_duty_is_told_whatever_the_score(scored: ScoreOf) -> None:
    """The item is 1, and what law asks for in it is not met; an item that nothing must be in has no duty."""
    found = scored("agencies: [{id: a, name: A}]\n")
    assert item(found, "dates-there").duty is Duty.NOT_MET
    assert item(found, "dates-there").force == "law"
    assert item(found, "plain").duty is Duty.OPEN
    assert item(found, "owned").duty is None


def test_duty_is_met_although_what_is_only_advised_is_not(scored: ScoreOf) -> None:
    """What must be there is there; that an advice is not followed lowers the score, not the duty."""
    found = item(scored("measures: [{id: m, title: M, deadline: 2027}]\n"), "dates-there")
    assert (found.score, found.duty) == (1, Duty.MET)


def test_score_without_rubric_or_guide_is_empty(read: Callable[[str], Reading]) -> None:
    """There is nothing to score by."""
    reading = read("")
    assert has_rubric(reading)
    bare = Reading(reading.plan, None, "en")
    assert (has_rubric(bare), score(bare).principles) == (False, ())


def test_form_asks_for_the_open_items_only_and_is_a_file_of_a_plan(
    read: Callable[[str], Reading], tmp_path: Path
) -> None:
    """Filled in, the form is what the plan takes; the levels stand above each item."""
    reading = read(DATED)
    form = score_form(reading, score(reading))
    assert form.count("- criterion: ") == 1
    assert "# 2: All" in form
    filled = (
        form.replace("by:\n", "by: Adviser\n")
        .replace("score:\n", "score: 2\n")
        .replace("where:\n", "where: m\n")
    )
    (tmp_path / "plan.yaml").write_text(FRAME + DATED, encoding="utf-8")
    (tmp_path / "form.yaml").write_text(filled, encoding="utf-8")
    loaded = plankit.load(tmp_path, guide=reading.guide, rules=())
    assert loaded.findings == ()
    assert loaded.plan is not None
    assert [(one.criterion, one.score) for one in loaded.plan.judgements] == [("plain", "2")]


@pytest.mark.parametrize("name", pack_names())
def test_rubric_of_a_pack_says_what_each_score_means(name: str) -> None:
    """Every item has three levels, and the rubric an edition and a date."""
    guide, _ = load_guide(name)
    assert guide is not None
    assert {len(one.levels) for one in guide.rubric} == {3}
    assert guide.guide.rubric_edition
    assert guide.guide.rubric_date is not None


CLAIMS = (
    "{requirement: words, state: met, where: m}",
    "{requirement: owner, state: met, where: m}",
    "{requirement: dates, state: met, where: m}",
    "{requirement: dates, state: partly, where: m}",
)


@given(
    st.sets(st.sampled_from(CLAIMS), min_size=1),
    st.integers(min_value=0),
    st.sampled_from((DATED, "measures: [{id: m, title: M}]\n")),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_score_never_rises_when_an_answer_is_taken_away(
    scored: ScoreOf, claims: set[str], number: int, kinds: str
) -> None:
    """Without one of its claims that something is met, no item of a plan has a higher score."""
    # Of two answers to one requirement the first counts, so that both together are no claim more.
    told = sorted({one.split(",")[0]: one for one in sorted(claims)}.values())
    gone = told[number % len(told)]
    if "partly" in gone:
        return
    kept = [one for one in told if one != gone]
    more = scored(f"{kinds}answers: [{', '.join(told)}]\n")
    less = scored(f"{kinds}answers: [{', '.join(kept)}]\n" if kept else kinds)
    for before, after in zip(more.items, less.items, strict=True):
        assert after.bounds[0] <= before.bounds[0]
        assert before.score is None or after.score is None or after.score <= before.score
