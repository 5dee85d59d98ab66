"""From what is shown of a plan's figures, no withheld one can be worked out; where none is small, none is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from plankit.views.figure_groups import Cell, exposed, protected

BELOW = Decimal(5)
Tree = list[tuple[int, int | None]]
"""Value and number of the total of each figure."""


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A total with two to four parts, of which one may itself be a total of two or three. All sums are right."""
    parts = draw(st.lists(st.integers(0, 9), min_size=2, max_size=4))
    inner = draw(st.one_of(st.just([]), st.lists(st.integers(0, 9), min_size=2, max_size=3)))
    if inner:
        parts[-1] = sum(inner)
    tree: Tree = [(sum(parts), None), *((part, 0) for part in parts)]
    return tree + [(one, len(parts)) for one in inner]


def _cells(tree: Tree) -> tuple[Cell, ...]:
    return tuple(
        Cell(value=Decimal(value), total=total, reason="few" if 0 < value < BELOW else None)
        for value, total in tree
    )


def _worlds(cells: tuple[Cell, ...], highest: int) -> Iterator[tuple[int, ...]]:
    """Every set of figures that somebody who sees what is shown, and knows why the rest is not, must think possible."""
    totals = sorted({cell.total for cell in cells if cell.total is not None})
    ranges = [
        (int(cell.value or 0),)
        if cell.reason is None
        else range(1, int(BELOW))
        if cell.reason == "few"
        else range(200 if place in totals else highest + 1)
        for place, cell in enumerate(cells)
    ]
    # A total that is withheld is what its parts make it: it need not be tried.
    free = [
        one if place not in totals or cells[place].reason is None else (-1,)
        for place, one in enumerate(ranges)
    ]
    for world in product(*free):
        full = list(world)
        for total in reversed(totals):
            if full[total] == -1:
                full[total] = sum(full[one] for one, cell in enumerate(cells) if cell.total == total)
        if all(
            full[total] in ranges[total]
            and full[total] == sum(full[one] for one, cell in enumerate(cells) if cell.total == total)
            for total in totals
        ):
            yield tuple(full)


@settings(max_examples=60, deadline=None)
@given(trees())
def test_withheld_figure_of_a_small_tree_is_never_certain(tree: Tree) -> None:
    """By trying every possible set of figures, at least two values are found for each that is withheld."""
    cells = protected(_cells(tree), BELOW)
    hidden = [place for place, cell in enumerate(cells) if cell.reason is not None]
    if any(cell.reason is None for cell in cells):
        seen: dict[int, set[int]] = {place: set() for place in hidden}
        for world in _worlds(cells, 10):
            for place in hidden:
                seen[place].add(world[place])
        certain = {place: values for place, values in seen.items() if len(values) < 2}
        assert certain == {}, [(cell.value, cell.reason) for cell in cells]


@given(trees())
def test_tree_without_small_figures_keeps_all(tree: Tree) -> None:
    """Nothing is withheld where nothing is small."""
    larger = [(value + 5 * (total is not None), total) for value, total in tree]
    cells = tuple(Cell(value=Decimal(value), total=total) for value, total in larger)
    assert protected(cells, BELOW) == cells


@given(trees())
def test_withholding_again_changes_nothing(tree: Tree) -> None:
    """What was made safe is safe, and the same figures are withheld each time."""
    cells = protected(_cells(tree), BELOW)
    assert exposed(cells, BELOW) == ()
    assert protected(cells, BELOW) == cells
    assert protected(_cells(tree), BELOW) == cells


@given(trees())
def test_small_figure_is_withheld_in_every_tree(tree: Tree) -> None:
    """Making figures safe never shows one that is small, and changes no value."""
    before = _cells(tree)
    after = protected(before, BELOW)
    assert all(new.reason for new, (value, _) in zip(after, tree, strict=True) if 0 < value < BELOW)
    assert [one.value for one in after] == [one.value for one in before]
