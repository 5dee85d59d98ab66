"""Totals and their parts: what can be worked out from those that are shown, and which others must be withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

_NO_LIMIT = Decimal("Infinity")
_FEW, _MARKED, _PROTECTS = "few", "marked", "protects"
Bounds = list[tuple[Decimal, Decimal]]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A figure in a tree of totals."""

    value: Decimal | None
    total: int | None
    """Number of the figure that it is a part of."""
    reason: str | None = None
    """Why it is withheld; `None` where it is shown."""


@dataclass(frozen=True, kw_only=True)
class _Group:
    """A total and its parts, by number."""

    total: int
    parts: tuple[int, ...]

    def members(self) -> tuple[int, ...]:
        return (self.total, *self.parts)


def protected(cells: tuple[Cell, ...], below: Decimal) -> tuple[Cell, ...]:
    """`cells` with as many more of them withheld as it takes that no withheld figure can be worked out.

    Of a total's parts the smallest that is not nothing is withheld first, then the one after; where there is no part
    left to withhold, the total is.
    """
    while next_one := _to_withhold(cells, below):
        number = next_one[0]
        cells = (*cells[:number], replace(cells[number], reason=_PROTECTS), *cells[number + 1 :])
    return cells


def exposed(cells: tuple[Cell, ...], below: Decimal) -> tuple[int, ...]:
    """Numbers of the withheld figures that can be worked out from those that are shown."""
    groups = tuple(_groups(cells))
    if not any(cells[one].reason for group in groups for one in group.members()):
        return ()
    bounds = _narrowed(cells, groups, _first_bounds(cells, groups, below))
    trees = [_root(cells, number) for number in range(len(cells))]
    # Where nothing of a tree is shown there is nothing to reckon with.
    told = {trees[number] for number, cell in enumerate(cells) if not _is_open(cell)}
    grouped = {one for group in groups for one in group.members() if trees[one] in told}
    return tuple(
        number
        for number, (low, high) in enumerate(bounds)
        if number in grouped and cells[number].reason and low >= high
    )


def _to_withhold(cells: tuple[Cell, ...], below: Decimal) -> tuple[int, ...]:
    """The one figure to withhold next, if there is one."""
    told = set(exposed(cells, below))
    for group in _groups(cells) if told else ():
        shown = _smallest(cells, group.parts) or _smallest(cells, (group.total,))
        if shown and told & set(group.members()):
            return shown
    # Nothing is left in their own totals: what gives them away stands further up or down the tree.
    trees = {_root(cells, one) for one in told}
    return _smallest(cells, tuple(one for one in range(len(cells)) if _root(cells, one) in trees))


def _smallest(cells: Sequence[Cell], numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The smallest of those that are shown, one that is nothing last."""
    values = [
        (value == 0, value, one)
        for one in numbers
        if cells[one].reason is None and (value := cells[one].value) is not None
    ]
    return (min(values)[2],) if values else ()


def _root(cells: Sequence[Cell], number: int) -> int:
    """The figure at the top of the tree that a figure stands in."""
    seen = {number}
    while (above := cells[number].total) is not None and above not in seen:
        seen.add(above)
        number = above
    return number


def _groups(cells: Sequence[Cell]) -> Iterator[_Group]:
    """Every total with its parts, leaving out those that are known to lack a part."""
    for total in dict.fromkeys(cell.total for cell in cells if cell.total is not None):
        if _is_below_itself(cells, total):
            continue
        parts = tuple(number for number, cell in enumerate(cells) if cell.total == total)
        values = [cells[one].value for one in parts]
        whole = cells[total].value
        known = [value for value in values if value is not None]
        if len(known) == len(values) and whole is not None and sum(known) != whole:
            continue
        yield _Group(total=total, parts=parts)


def _is_below_itself(cells: Sequence[Cell], start: int) -> bool:
    seen, number = {start}, cells[start].total
    while number is not None:
        if number in seen:
            return True
        seen.add(number)
        number = cells[number].total
    return False


def _first_bounds(cells: Sequence[Cell], groups: Sequence[_Group], below: Decimal) -> Bounds:
    """What everybody knows of each figure before adding and subtracting: few are at least one and below the threshold."""
    few = (Decimal(1), max(Decimal(1), below - 1))
    bounds: Bounds = []
    for cell in cells:
        if cell.reason is None and cell.value is not None:
            bounds.append((cell.value, cell.value))
        elif cell.reason == _FEW or (
            cell.reason == _MARKED and (cell.value is None or 0 < cell.value < below)
        ):
            bounds.append(few)
        else:
            bounds.append((Decimal(0), _NO_LIMIT))
    for group in groups:
        _widen(cells, group, bounds)
    return bounds


def _widen(cells: Sequence[Cell], group: _Group, bounds: Bounds) -> None:
    """A figure that the plan withholds without telling it need not be small, if then the sum cannot be right."""
    lows = sum((bounds[one][0] for one in group.parts), Decimal(0))
    highs = sum((bounds[one][1] for one in group.parts), Decimal(0))
    low, high = bounds[group.total]
    wrong = group.parts if highs < low else (group.total,) if high < lows else ()
    for one in wrong:
        if cells[one].reason == _MARKED and cells[one].value is None:
            bounds[one] = (Decimal(0), _NO_LIMIT)


def _narrowed(cells: Sequence[Cell], groups: Sequence[_Group], bounds: Bounds) -> Bounds:
    """The least and most that each figure can be, once every total is the sum of its parts."""
    bounds = list(bounds)
    # In a tree, what one group tells reaches all others in as many rounds as there are groups.
    for _ in range(2 * len(groups) + 1):
        before = list(bounds)
        for group in groups:
            _narrow(cells, group, bounds)
        if bounds == before:
            break
    return bounds


def _narrow(cells: Sequence[Cell], group: _Group, bounds: Bounds) -> None:
    whole_low, whole_high = bounds[group.total]
    lows = [bounds[one][0] for one in group.parts]
    highs = [bounds[one][1] for one in group.parts]
    if _is_open(cells[group.total]):
        bounds[group.total] = max(whole_low, sum(lows, Decimal(0))), min(whole_high, sum(highs, Decimal(0)))
    for place, one in enumerate(group.parts):
        if _is_open(cells[one]):
            others_low = sum(lows[:place] + lows[place + 1 :], Decimal(0))
            others_high = sum(highs[:place] + highs[place + 1 :], Decimal(0))
            low = max(lows[place], whole_low - others_high) if others_high != _NO_LIMIT else lows[place]
            high = min(highs[place], whole_high - others_low) if whole_high != _NO_LIMIT else highs[place]
            bounds[one] = low, high


def _is_open(cell: Cell) -> bool:
    """Whether readers do not see it and can only narrow it down."""
    return cell.reason is not None or cell.value is None
