"""Action cards: what stands on them, and that it fits a page."""

from __future__ import annotations

from tests.views.conftest import ReadPlan

from plankit.views.action_card import SIZES, ActionCard, action_card

PLAN = """
agencies: [{id: police, name: Politi}]
contacts:
- {party: Vakt, agency: police, channel: telefon, value: "02800"}
- {party: Nød, agency: police, channel: telefon, value: "112", audience: emergency}
- {party: Post, agency: police, channel: e-post, value: post@example.org, audience: emergency}
procedures:
- id: p
  title: P
  must_not: [Ikke vent]
  steps:
  - {id: a, what: Ring, agency: police, fallback: b, must_not: [Ikke si fra]}
  - {id: b, order: 1 b, what: Rop, contact: "113"}
"""


def card(read_plan: ReadPlan, plan: str = PLAN) -> ActionCard:
    """The card of the first procedure."""
    reading = read_plan(plan)
    return action_card(reading, reading.plan.procedures[0])


def long_plan(steps: int) -> str:
    """A plan whose procedure has so many steps of a hundred letters, half of them in a second branch."""
    half = [f"    - {{id: s{n}, what: {'x' * 50} {'y' * 50}}}" for n in range(steps)]
    first, second = "\n".join(half[: steps // 2]), "\n".join(half[steps // 2 :])
    return (
        "procedures:\n- id: p\n  title: P\n  branches:\n"
        f"  - title: A\n    steps:\n{first}\n  - title: B\n    steps:\n{second}\n"
    )


def test_card_names_the_number_to_call(read_plan: ReadPlan) -> None:
    """The step's own number, else the agency's telephone, the emergency one before others."""
    steps = card(read_plan).strands[0].steps
    assert [one.phone for one in steps] == ["112", "113"]
    assert [one.otherwise for one in steps] == ["1 b", ""]
    assert (card(read_plan).must_not, steps[0].must_not) == (("Ikke vent",), ("Ikke si fra",))


def test_card_with_little_on_it_is_large_and_with_more_is_smaller(read_plan: ReadPlan) -> None:
    """The size of type follows how much there is; nothing is left out while a size fits."""
    sizes = [card(read_plan, long_plan(steps)) for steps in (4, 16, 20, 24)]
    names = [size.name for size in SIZES]
    order = [names.index(one.size) for one in sizes]
    assert order == sorted(order)
    assert order[0] == 0 < order[-1]
    assert [one.left_out for one in sizes] == [0, 0, 0, 0]


def test_card_that_cannot_fit_says_how_much_is_left_out(read_plan: ReadPlan) -> None:
    """Every branch keeps its first step, and what stands and what is left out add up."""
    made = card(read_plan, long_plan(80))
    kept = [len(one.steps) for one in made.strands]
    assert made.size == "tiny"
    assert min(kept) >= 1
    assert sum(kept) + made.left_out == 80
    assert made.left_out > 0
