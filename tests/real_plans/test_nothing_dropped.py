"""Nothing that five real plans say is lost when they are written in plankit's format."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from tests.real_plans.address import dumped
from tests.real_plans.mapping import Leaf, Where, fault, leaves, places, read_lines, read_untyped

from plankit import Loaded, Severity, load

HERE = Path(__file__).parent
ENCODED = HERE.parents[1] / "examples" / "real"
NAMES = ("nn-sunnmore", "no-faerder", "no-hurum", "no-nordmore", "se-umea")


@lru_cache(maxsize=None)
def encoded(name: str) -> Loaded:
    return load(ENCODED / name, language="en")


@lru_cache(maxsize=None)
def original(name: str) -> tuple[Leaf, ...]:
    return tuple(leaves(read_untyped(HERE / "originals" / f"{name}.yaml")))


@lru_cache(maxsize=None)
def mapped(name: str) -> dict[Leaf, list[Where]]:
    lines = read_lines(HERE / "where" / f"{name}.yaml")
    return {leaf: places(lines, leaf) for leaf in original(name)}


def test_folders_of_real_plans_are_all_tested() -> None:
    """Every original and every encoding is one of the plans that these tests walk through."""
    for folder, ending in ((HERE / "originals", ".yaml"), (HERE / "where", ".yaml"), (ENCODED, "")):
        found = {path.name.removesuffix(ending) for path in folder.iterdir() if ending or path.is_dir()}
        assert found == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_mapping_of_an_original_names_one_place_for_each_value(name: str) -> None:
    """Every value has exactly one place in the encoding, and no line of the mapping is idle."""
    found = mapped(name)
    assert {
        leaf.path: [w.pattern for w in all_of_it] for leaf, all_of_it in found.items() if len(all_of_it) != 1
    } == {}
    used = {where.pattern for all_of_it in found.values() for where in all_of_it}
    assert {line.pattern for line in read_lines(HERE / "where" / f"{name}.yaml")} - used == set()


@pytest.mark.parametrize("name", NAMES)
def test_mapping_of_an_original_never_puts_two_values_in_one_place(name: str) -> None:
    """Two values of an original are two values in the encoding, even where their words are the same."""
    addresses = Counter(
        where.address for all_of_it in mapped(name).values() for where in all_of_it if not where.how
    )
    assert [address for address, times in addresses.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_an_original_stands_in_the_encoding(name: str) -> None:
    """What the original says is found at its place, in the same words and with the same kind of empty."""
    plan = encoded(name).plan
    assert plan is not None
    assert [wrong for leaf, (where,) in mapped(name).items() if (wrong := fault(plan, leaf, where))] == []


@pytest.mark.parametrize("name", NAMES)
def test_value_that_differs_from_the_original_is_noticed(name: str) -> None:
    """The comparison fails for every single value if its words are changed, or its kind of empty is."""
    plan = encoded(name).plan
    assert plan is not None
    for leaf, (where,) in mapped(name).items():
        assert fault(plan, leaf._replace(value=f"{leaf.value} "), where), leaf
        assert fault(plan, leaf._replace(value="__na__"), where), leaf


@pytest.mark.parametrize("name", NAMES)
def test_encoding_of_a_real_plan_loads_without_errors(name: str) -> None:
    """The format holds the plan: no finding about files and format is an error."""
    loaded = encoded(name)
    errors = [one for one in loaded.findings if one.code.startswith("PK0") and one.severity == Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_encoding_of_a_real_plan_is_equal_after_dump_and_load(name: str, tmp_path: Path) -> None:
    """Writing the plan and reading it again gives an equal plan."""
    plan = encoded(name).plan
    assert plan is not None
    assert load(dumped(plan, tmp_path)).plan == plan
