"""The laws of merging: a plan and itself make the same plan, and what was merged can be taken apart again."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.strategies import plans
from tests.property.test_round_trip import load_files

from plankit.merging import JOINT, MERGER, Successor, merge, split
from plankit.merging.drafting import OF_ADOPTION
from plankit.merging.names import names_of
from plankit.model.plan import KINDS, Plan
from plankit.source.dump import dump

FEW = settings(max_examples=40)
C = Successor(id="c", name="C", until="2019-12-31")


def without_traces(plan: Plan, like: Plan) -> Plan:
    """`plan` less what merging adds to any plan: origins, the plans it came from, and what makes it a draft.

    That is: `merged_from` and the entries of the succession made for it; of the frame the id, the stage and what an
    adoption gives (`OF_ADOPTION`); of participants the status.
    """
    made = {one.succession for one in plan.merged_from if not one.origins}
    content = {}
    for kind in KINDS:
        entries = (one for one in getattr(plan, kind) if one.origins and one.id not in made)
        content[kind] = tuple(one.model_copy(update={"origins": one.origins[0].before}) for one in entries)
    pages = tuple(one.model_copy(update={"origins": one.origins[0].before}) for one in plan.pages)
    status = {one.id: one.status for one in like.participants}
    people = tuple(one.model_copy(update={"status": status[one.id]}) for one in content["participants"])
    given_by = ("id", "stage", *OF_ADOPTION)
    frame = plan.plan.model_copy(update={key: getattr(like.plan, key) for key in given_by})
    values = {name: getattr(plan, name) for name in Plan.model_fields}
    return Plan.model_construct(
        **{**values, **content, "pages": pages, "participants": people, "plan": frame}
    )


@st.composite
def kin(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan, and one that goes back to it: ids have changed places or are new, some entries and words are others."""
    plan = draw(plans())
    own = sorted(plan.by_id)
    news = draw(st.permutations([*own, *(f"{one}x" for one in own)]))[: len(own)]
    names = names_of(plan, dict(zip(own, news, strict=True)), {})
    content: dict[str, Any] = {name: getattr(plan, name) for name in Plan.model_fields}
    for kind in KINDS:
        made = []
        for entry in draw(st.permutations(content[kind])):
            fate = draw(st.sampled_from(("stays", "stays", "stays", "goes", "other")))
            update = {"id": dict(zip(own, news, strict=True)).get(entry.id or "")}
            if fate == "other":
                update["notes"] = "other"
            if fate != "goes":
                made.append(names.entry(entry).model_copy(update=update))
        content[kind] = tuple(made)
    content["pages"] = tuple(
        page.model_copy(update={"text": "{plan:measure}`m` [x](b.md)"}) if draw(st.booleans()) else page
        for page in plan.pages
    )
    return plan, Plan.model_construct(**content)


@FEW
@given(plans())
def test_plan_merged_with_itself_says_the_same(plan: Plan) -> None:
    """No conflict, and the same plan but for its origins and what makes it a draft."""
    made = merge((plan, plan), id="c")
    assert made.conflicts == ()
    assert without_traces(made.plan, plan) == plan


@settings(max_examples=80)
@given(plans(), plans())
def test_split_after_merge_gives_back_the_parts(one: Plan, other: Plan) -> None:
    """Whatever the two plans hold, taking the merged plan apart gives exactly them."""
    assert split(merge((one, other), id="c").plan) == (one, other)
    assert split(merge((one, other), id="c", kind=MERGER, into=C).plan) == (one, other)


@settings(max_examples=80)
@given(kin())
def test_split_after_merge_gives_back_plans_that_are_akin(pair: tuple[Plan, Plan]) -> None:
    """Also where nearly all of both is the same, under the same ids, under each other's, or under new ones."""
    assert split(merge(pair, id="c").plan) == pair


@FEW
@given(plans(), plans(), plans())
def test_three_plans_come_apart_again(one: Plan, other: Plan, third: Plan) -> None:
    """Three at once, or two and then the third, which gives back the plan that was merged first."""
    assert split(merge((one, other, third), id="c").plan) == (one, other, third)
    first = merge((one, other), id="ab").plan
    assert split(merge((first, third), id="c").plan) == (first, third)


@FEW
@given(plans(), plans())
def test_merged_plan_is_written_and_read_again(one: Plan, other: Plan) -> None:
    """A merged plan is a plan like any other: its files are read without a problem and give the same."""
    made = merge((one, other), id="c").plan
    loaded = load_files(dump(made))
    assert loaded.read.problems == ()
    assert loaded.plan == made


@FEW
@given(plans(), plans())
def test_every_entry_of_both_plans_is_found_by_its_origin(one: Plan, other: Plan) -> None:
    """No entry is lost: each stands in the merged plan once, with the plan, the id and the place that it had."""
    made = merge((one, other), id="c", kind=JOINT).plan
    keys = [brought.id for brought in made.merged_from if not brought.origins]
    for plan, key in zip((one, other), keys, strict=True):
        for kind in (*KINDS, "pages"):
            found = sorted(
                (origin.at, origin.id or origin.path)
                for entry in getattr(made, kind)
                for origin in entry.origins
                if origin.plan == key
            )
            wanted = sorted(
                (str(n), getattr(entry, "id", None) or getattr(entry, "path", None))
                for n, entry in enumerate(getattr(plan, kind))
            )
            assert found == wanted, kind


def test_id_that_means_the_guides_in_one_plan_keeps_its_meaning() -> None:
    """Alike entries are not joined under an id that one plan uses for what the guide has; what cannot be kept is told."""

    def plan(agency: str, owner: str) -> Plan:
        return Plan.model_validate(
            {
                "plan": {"id": "p", "title": "P"},
                "participants": [{"id": f"at-{agency}", "name": "N"}],
                "agencies": [{"id": agency, "name": "The police"}],
                "measures": [{"id": f"m-{agency}", "title": "M", "responsible": [owner]}],
            }
        )

    own, of_guide = plan("police", "police"), plan("pol", "police")
    made = merge((own, of_guide), id="c")
    assert {one.id for one in made.plan.agencies} == {"police", "pol"}
    assert made.captured == ((1, "police"),)
    assert split(made.plan) == (own, of_guide)

    made = merge((of_guide, own), id="c")
    owners = {one.id: one.responsible[0].agency for one in made.plan.measures}
    assert owners == {"m-pol": "police", "m-police": "pol"}
    assert made.captured == ()
    assert split(made.plan) == (of_guide, own)
