"""Where each value of an original lives in its encoding.

A mapping file has one line per key of the original: `measures[*].title: measures/{0}/title`. `[*]` stands
for any place in a list and `.*` for any key; `{0}`, `{1}` in the address are what they stood for, in order.
`{at: …, how: …}` names a predicate where the encoding says it by structure and not in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.real_plans.address import find, shown, why_empty

from plankit import Plan
from plankit.model.base import Absence
from plankit.source.yaml_events import read_yaml

EMPTY = {
    "__unknown__": Absence.UNKNOWN,
    "__not_stated__": Absence.NOT_STATED,
    "__na__": Absence.NOT_APPLICABLE,
}
"""How the originals write the three kinds of empty."""


class Leaf(NamedTuple):
    """One value of an original and the path to it, such as `measures[0].title`."""

    path: str
    value: str


class Where(NamedTuple):
    """The address that a value lives at, and the predicate that proves it; none means the same words."""

    pattern: str
    address: str
    how: str | None


class Line(NamedTuple):
    """One line of a mapping file."""

    pattern: str
    matcher: re.Pattern[str]
    address: str
    how: str | None


def read_untyped(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file, all scalars as text. Raises `ValueError` on any problem."""
    raw, problems, complete = read_yaml(path.read_text(encoding="utf-8"), path.name)
    if problems or not complete or not isinstance(raw, dict):
        raise ValueError(f"{path.name}: {problems}")
    return raw


def leaves(raw: Any, path: str = "") -> Iterator[Leaf]:
    """Every value of an original, in order. An empty list or mapping would be a value that nobody checks."""
    if isinstance(raw, Mapping) and raw:
        for key, value in raw.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(raw, list) and raw:
        for number, value in enumerate(raw):
            yield from leaves(value, f"{path}[{number}]")
    elif isinstance(raw, str):
        yield Leaf(path, raw)
    else:
        raise ValueError(f"{path}: neither a text nor anything with texts in it")


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a mapping file."""
    return tuple(_line(pattern, target) for pattern, target in read_untyped(path).items())


def _line(pattern: str, target: str | Mapping[str, str]) -> Line:
    words = re.escape(pattern).replace(r"\[\*\]", r"\[(\d+)\]").replace(r"\.\*", r"\.([^.\[]+)")
    if isinstance(target, str):
        return Line(pattern, re.compile(words), target, None)
    if target.keys() != {"at", "how"} or target["how"] not in PREDICATES:
        raise ValueError(f"{pattern}: expected “at” and one of {', '.join(PREDICATES)} as “how”")
    return Line(pattern, re.compile(words), target["at"], target["how"])


def places(lines: tuple[Line, ...], leaf: Leaf) -> list[Where]:
    """Every place that the lines name for a value; exactly one if they are right."""
    found = []
    for line in lines:
        match = line.matcher.fullmatch(leaf.path)
        if match:
            found.append(Where(line.pattern, line.address.format(*match.groups()), line.how))
    return found


def fault(plan: Plan, leaf: Leaf, where: Where) -> str | None:
    """What is wrong with the encoding of one value; `None` if it lives where the mapping says."""
    try:
        if where.how:
            held = PREDICATES[where.how](plan, where.address, leaf.value)
            return None if held else f"{leaf.path}: “{where.how}” does not hold at {where.address}"
        if leaf.value in EMPTY:
            got: Any = why_empty(plan, where.address)
            wanted: str = EMPTY[leaf.value]
        else:
            got, wanted = shown(find(plan, where.address)), leaf.value
    except LookupError as error:
        return f"{leaf.path}: {error}"
    return None if got == wanted else f"{leaf.path}: “{wanted}”, but at {where.address}: “{got}”"


def _several(plan: Plan, address: str, value: str) -> bool:
    return value == "true" and len(find(plan, address)) > 1


def _everyone(plan: Plan, address: str, value: str) -> bool:
    return value == "alle" and find(plan, address) == () and len(plan.participants) > 1


def _named(plan: Plan, address: str, value: str) -> bool:
    return str(getattr(plan.by_id[find(plan, address)], "name", "")) == value


def _fallback(plan: Plan, address: str, value: str) -> bool:
    step = find(plan, address)
    branch = find(plan, address.rpartition("/steps/")[0])
    return value == step.kind == "fallback" and any(one.fallback == step.id for one in branch.steps)


def _there(plan: Plan, address: str, value: str) -> bool:
    return value == "true" and find(plan, address) is not None


def _partly(plan: Plan, address: str, value: str) -> bool:
    unknown = dict(plan.empty).get(address) == Absence.UNKNOWN
    return value == "false" and unknown and len(find(plan, address)) > 0


PREDICATES: Mapping[str, Callable[[Plan, str, str], bool]] = {
    "several": _several,
    "everyone": _everyone,
    "named": _named,
    "fallback": _fallback,
    "there": _there,
    "partly": _partly,
}
"""How a value may be expressed by structure: `several` entries stand there; the entry holds for `everyone`;
the id there belongs to an entry so `named`; another step of the branch has this one as its `fallback`;
something is `there`; entries are given, but the plan says that the rest of them is unknown (`partly`)."""
