"""Arbitrary plans, made from the model itself: a new key or class is covered the day it is declared."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from plankit.model import base, cost, when
from plankit.model.base import Absence, Entity, Item, Translated
from plankit.model.frame import PlanFrame, Process
from plankit.model.plan import KINDS, Page, Plan
from plankit.source.reader import ENTRY

_TRICKY = (
    "",
    " ",
    "\n",
    "\n\n\n",
    "\t",
    "no",
    "NO",
    "~",
    "null",
    "0301",
    "22:30",
    "1.10",
    "2026-01-01",
    "=",
    "<<",
    "---",
    "...",
    "--- a",
    "- a",
    "a: b",
    "a:",
    "# a",
    "a # b",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "{a}",
    "[a",
    "'a'",
    '"a"',
    "it's",
    "a\\n",
    "| a",
    "> a",
    "? a",
    " a",
    "a ",
    "a\n",
    "\na",
    "  a\nb",
    "a\n  b\n\n\n",
    "a \nb",
    "a\n---\nb",
    "a\n...\nb",
    "a\tb",
    "\ta\n\tb",
    "a\r\nb",
    "a\rb",
    "a\x00b",
    "a\x85b\nc",
    "a\u2028b",
    "\ufeffa",
    "a\ufeff\nb",
    "æøå ÆØÅ",
    "ʃámi č",
    "😀",
    "\U0010ffff",
    "word " * 60,
    "x" * 300,
    ("line " * 40 + "\n") * 3,
)
_CHARACTERS = st.characters(exclude_categories=["Cs"])
_SHARP = st.sampled_from(" \n\t:#-'\"{}[]|>&*!%@`,?~\\ab0")

texts = st.one_of(
    st.sampled_from(_TRICKY),
    st.text(_CHARACTERS, max_size=12),
    st.text(_SHARP, max_size=12),
    st.lists(st.sampled_from(_TRICKY), max_size=3).map("".join),
)
"""Texts that YAML writers and readers trip over, and any others; no halves of characters."""

ids = st.one_of(
    st.sampled_from(("no", "0301", "1.10", "a", "b-c", "A_b.c")),
    st.from_regex(base.ID_PATTERN, fullmatch=True),
)
languages = st.sampled_from(("nb", "nn", "en", "sv", "no", "se", "nb-easy-read", "sma"))
translations = st.dictionaries(languages, texts, min_size=1, max_size=3).map(
    lambda by_language: Translated(values=tuple(by_language.items()))
)
absences = st.dictionaries(
    st.one_of(st.sampled_from(("deadline", "no")), texts), st.sampled_from(list(Absence)), max_size=2
).map(lambda reasons: tuple(reasons.items()))
partial_dates = st.one_of(
    st.dates().map(str),
    st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12)),
    st.builds("{:04}-Q{}".format, st.integers(1, 9999), st.integers(1, 4)),
    st.builds("{:04}-H{}".format, st.integers(1, 9999), st.integers(1, 2)),
    st.builds("{:04}".format, st.integers(1, 9999)),
)
numbers = st.one_of(
    st.decimals(-(10**12), 10**12, places=2).map(str), st.sampled_from(("0", "007", "1e3", "-1.50", "0.10"))
)

_BY_CHECK = {
    base.check_id: ids,
    when._check_partial: partial_dates,
    cost._check_amount: numbers,
    base._flag: st.booleans(),
    base._absences: absences,
}
_DEEPEST = 4


def _of_type(annotation: Any, metadata: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    for check in metadata:
        if getattr(check, "func", None) in _BY_CHECK:
            return _BY_CHECK[check.func]
    if hasattr(annotation, "__metadata__"):
        return _of_type(annotation.__origin__, annotation.__metadata__, depth)
    if get_origin(annotation) is tuple:
        return st.lists(_of_type(get_args(annotation)[0], (), depth), max_size=2).map(tuple)
    if get_args(annotation):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        return st.one_of(*(_of_type(part, (), depth) for part in parts))
    if annotation is Translated:
        return translations
    if issubclass(annotation, Entity):
        return values(annotation, depth=depth + 1)
    if issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    assert annotation is str, annotation
    return texts


@st.composite
def values(draw: st.DrawFn, cls: type[Entity], *, depth: int = 0) -> Any:
    """A value of a class, with what it must have and up to four of its other keys."""
    fields = cls.model_fields
    chosen = [name for name, field in fields.items() if field.is_required()]
    optional = [name for name in fields if name not in chosen]
    if optional and depth < _DEEPEST:
        chosen += draw(st.lists(st.sampled_from(optional), max_size=4, unique=True))
    strategies = {
        name: _of_type(fields[name].annotation, tuple(fields[name].metadata), depth) for name in chosen
    }
    return cls.model_validate({name: draw(strategy) for name, strategy in strategies.items()})


@st.composite
def pages(draw: st.DrawFn) -> tuple[Page, ...]:
    """Pages in the order of their names, as a folder gives them. A file's own line ends are always `\\n`."""
    names = st.from_regex(r"[a-zA-Z0-9æøå-]{1,6}(?:/[a-z ]{1,4}x)?\.md", fullmatch=True)
    paths = draw(st.lists(names, max_size=2, unique_by=str.casefold))
    made = []
    for path in sorted(paths):
        page: Page = draw(values(Page))
        made.append(page.model_copy(update={"path": path, "text": page.text.replace("\r", "")}))
    return tuple(made)


def _with_unique_ids(entries: dict[str, tuple[Item, ...]]) -> dict[str, tuple[Item, ...]]:
    seen: set[str] = set()

    def unique(entry: Item) -> Item:
        if entry.id is None or entry.id not in seen:
            seen.update({entry.id} - {None} if entry.id else ())
            return entry
        name = next(one for n in range(2, 99) if (one := f"{entry.id}-{n}") not in seen)
        seen.add(name)
        return entry.model_copy(update={"id": name})

    return {kind: tuple(unique(entry) for entry in some) for kind, some in entries.items()}


def _plan(**content: Any) -> Plan:
    return Plan(**content)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with a frame, entries of up to four kinds, and pages; no id is used twice."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=4, unique=True))
    entries = {
        kind: tuple(draw(st.lists(values(ENTRY[kind]), min_size=1, max_size=2)))
        for kind in sorted(kinds, key=KINDS.index)
    }
    return _plan(
        plan=draw(values(PlanFrame)),
        process=draw(st.none() | values(Process)),
        empty=draw(absences),
        notes=draw(st.none() | texts | translations),
        sources=tuple(draw(st.lists(ids, max_size=2))),
        pages=draw(pages()),
        **_with_unique_ids(entries),
    )
