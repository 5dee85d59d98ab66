"""Some of the mutants of the example, in every test run; `nox -s mutants` judges them all."""

from __future__ import annotations

import pytest
from tests.mutants.judging import EXAMPLE, Judge, judge_of
from tests.mutants.making import Mutant, mutants, tenfold
from tests.mutants.survivors import TABLE, explained

EVERY = 12
"""One in so many is judged here."""


@pytest.fixture(scope="module")
def judge() -> Judge:
    """The example, judged whole."""
    return judge_of(EXAMPLE)


@pytest.fixture(scope="module")
def every(judge: Judge) -> tuple[Mutant, ...]:
    """All mutants of the example."""
    return tuple(mutants(judge.plan))


def test_whole_plan_has_nothing_to_notice(judge: Judge) -> None:
    """No rule finds anything and every case reaches safety, so that whatever is found comes of the damage."""
    assert not judge.found
    assert judge.stressed.safe == judge.stressed.cases > 0
    assert not judge.stressed.gaps


def test_mutants_are_several_hundred_and_each_has_a_name_of_its_own(every: tuple[Mutant, ...]) -> None:
    """A name stands in the table of survivors; two mutants of one name could not be told apart there."""
    assert len(every) > 700
    assert len({one.name for one in every}) == len(every)


def test_no_mutant_is_the_whole_plan(judge: Judge, every: tuple[Mutant, ...]) -> None:
    """Every mutant differs from the plan that it was made of."""
    assert all(one.new != one.old for one in every)
    assert all(one.plan != judge.plan for one in every)


def test_survivors_of_the_sample_are_those_that_the_table_explains(
    judge: Judge, every: tuple[Mutant, ...]
) -> None:
    """Of every twelfth mutant, nothing notices exactly those in the table."""
    sample = every[::EVERY]
    survivors = {one.name for one in sample if judge.verdict(one).by == "survived"}
    assert survivors == {one.name for one in sample} & explained().keys()


def test_table_names_only_mutants_and_gives_each_a_reason(every: tuple[Mutant, ...]) -> None:
    """A line of the table that names no mutant, or names one twice, or gives no reason, explains nothing."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == len(explained())
    assert explained().keys() <= {one.name for one in every}
    assert all(len(why) > 20 for why in explained().values())


@pytest.mark.parametrize(
    ("written", "longer"),
    [
        ("PT15M", "P0DT9000S"),
        ("P1M", "P10M0DT0S"),
        ("P14D", "P140DT0S"),
        ("PT0S", "P1D"),
        ("soon", None),
        (None, None),
    ],
)
def test_tenfold_is_ten_times_as_long(written: str | None, longer: str | None) -> None:
    """What is to be done at once may take a day; what is no duration stays out."""
    assert tenfold(written) == longer
