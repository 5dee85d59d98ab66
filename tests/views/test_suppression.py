"""What may be shown of figures, and what the site makes of it."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import build
from tests.views.conftest import ReadPlan

from plankit.views.suppression import OPEN, Reason, Shown, figures, without_withheld

_GROUP = """
statistics:
- {id: all, topic: Alle, value: '26', unit: personer}
- {id: w, topic: Kvinner, value: '11', unit: personer, part_of: all}
- {id: c, topic: Barn, value: '13', unit: personer, part_of: all}
- {id: m, topic: Menn, value: '2', unit: personer, part_of: all, value_text: to menn, change: Ned 1, caveat: Begge to}
- {id: o, topic: Annet, value: '30', unit: personer}
"""


def _reasons(read_plan: ReadPlan, kinds: str) -> list[Reason | None]:
    reading = read_plan(kinds)
    return [reading.figures.of(one).reason for one in reading.plan.statistics]


def test_small_figure_with_a_total_is_withheld_with_the_smallest_other_part(read_plan: ReadPlan) -> None:
    """A small figure is withheld, and one more of its total, so that subtraction gives neither."""
    assert _reasons(read_plan, _GROUP) == [None, Reason.PROTECTS, None, Reason.FEW, None]


def test_withheld_figure_leaves_out_the_words_that_repeat_it(read_plan: ReadPlan) -> None:
    """Value, whole, value in words and change go with the figure, and a caveat that repeats it; others stay."""
    reading = read_plan(_GROUP)
    men = reading.plan.statistics[3]
    shown = reading.figures.of(men)
    assert [shown.words(men, key) for key in ("value", "value_text", "change", "caveat")] == [None] * 4
    assert shown.words(men, "topic") == "Menn"
    assert shown.repeats == {"value_text", "caveat"}


def test_small_figure_without_a_total_withholds_nothing_else(read_plan: ReadPlan) -> None:
    """A figure that hangs together with no other withholds itself alone."""
    kinds = (
        "statistics:\n- {topic: A, value: '3'}\n- {topic: B, value: '7'}\n- {topic: C, suppressed: true}\n"
    )
    assert _reasons(read_plan, kinds) == [Reason.FEW, None, Reason.MARKED]


def test_change_from_a_withheld_year_is_withheld(read_plan: ReadPlan) -> None:
    """“Up 3 from 2024” would tell the figure of 2024, which is withheld."""
    reading = read_plan(
        "statistics:\n- {topic: A, period: 2024, value: '4'}\n- {topic: A, period: 2025, value: '7', change: Opp 3}\n"
        "- {topic: B, period: 2025, value: '9', change: Opp 2}\n"
    )
    _, second, other = reading.plan.statistics
    assert reading.figures.of(second) == Shown(withheld=frozenset({"change"}))
    assert reading.figures.of(second).words(second, "value") == "7"
    assert reading.figures.of(other) is OPEN


def test_part_of_a_total_that_is_small_itself_hides_both(read_plan: ReadPlan) -> None:
    """Where all are few, all are withheld."""
    kinds = "statistics:\n- {id: a, topic: A, value: '4'}\n- {topic: B, value: '4', part_of: a}\n- {topic: C, value: '0', part_of: a}\n"
    assert _reasons(read_plan, kinds)[:2] == [Reason.FEW, Reason.FEW]


def test_threshold_of_the_plan_decides(read_plan: ReadPlan, tmp_path: Path) -> None:
    """A plan may withhold more or less than the default does, or nothing but what it marks."""
    kinds = (
        "statistics:\n- {topic: A, value: '7'}\n- {topic: B, value: '2'}\n- {topic: C, suppressed: true}\n"
    )
    for below, expected in (("10", [Reason.FEW, Reason.FEW]), ("3", [None, Reason.FEW]), ("0", [None, None])):
        reading = read_plan(f"  suppress_below: '{below}'\n{kinds}")
        assert [reading.figures.of(one).reason for one in reading.plan.statistics] == [
            *expected,
            Reason.MARKED,
        ]


def test_same_plan_withholds_the_same_each_time(read_plan: ReadPlan) -> None:
    """Of two parts that are as small, the first in the file is withheld, in every run."""
    kinds = (
        "statistics:\n- {id: a, topic: A, value: '22'}\n- {topic: B, value: '2', part_of: a}\n"
        "- {topic: C, value: '10', part_of: a}\n- {topic: D, value: '10', part_of: a}\n"
    )
    assert [_reasons(read_plan, kinds) for _ in range(3)] == [[None, Reason.FEW, Reason.PROTECTS, None]] * 3


def test_plan_as_data_has_lost_what_is_withheld(read_plan: ReadPlan) -> None:
    """A copy for other programs holds no withheld figure and no words that tell it, and says what is withheld."""
    reading = read_plan(
        _GROUP
        + "indicators:\n- {id: i, name: N, baseline: 4 i 2024, series: [{period: 2024, value: '4'}, {period: 2025, value: '8'}]}\n"
    )
    plan = without_withheld(reading.plan, reading.vocabulary)
    everybody, women, children, men, other = plan.statistics
    assert (everybody, children, other) == tuple(reading.plan.statistics[place] for place in (0, 2, 4))
    assert (women.value, women.suppressed) == (None, True)
    assert (men.value, men.value_text, men.change, men.caveat, men.topic) == (None, None, None, None, "Menn")
    (indicator,) = plan.indicators
    assert indicator.baseline is None
    assert [one.value for one in indicator.series] == [None, "8"]
    again = figures(plan, reading.vocabulary)
    assert [again.of(one).is_withheld for one in plan.statistics] == [False, True, False, True, False]


def test_site_with_small_figures_prints_colons_and_a_note(tmp_path: Path) -> None:
    """No page and no search index holds a withheld figure or words that repeat it; a note says what the colon means."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(
        "plan: {id: p, title: Plan, language: en}\n"
        "statistics:\n"
        "- {id: all, topic: Everybody, value: '910071', unit: people}\n"
        "- {id: w, topic: Women, value: '910067', unit: people, part_of: all}\n"
        "- {id: m, topic: Men, value: '4', unit: people, part_of: all, value_text: fourmen, change: downfour,\n"
        "   caveat: All four mentioned it}\n"
        "indicators:\n"
        "- id: i\n"
        "  name: Children\n"
        "  baseline: four childrenthen\n"
        "  series: [{period: 2024, value: '4', base: '731313', notes: the 4 siblings}, {period: 2025, value: '880011'}]\n",
        encoding="utf-8",
    )
    build(folder, tmp_path / "site", remember=False)
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((tmp_path / "site").rglob("*"))
        if path.suffix in (".html", ".js", ".txt")
    )
    for kept in (
        "910071",
        "880011",
        "A colon means that a figure is withheld",
        "withheld to protect those counted",
    ):
        assert kept in text
    for told in ("910067", "fourmen", "downfour", "All four", "childrenthen", "731313", "the 4 siblings"):
        assert told not in text
