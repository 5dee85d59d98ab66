"""The keys of the files, from the classes that they are read into."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from plankit.model import base, cost, when
from plankit.model.base import Absence, Entity, Part, Translated
from plankit.model.guide import GUIDE_KINDS, GUIDE_TARGETS, Guide, GuidePage
from plankit.model.guide_fact import GuideFact
from plankit.model.lesson import OwnCase, OwnChoice, OwnExercise, OwnLesson, OwnQuiz
from plankit.model.plan import KINDS, Page, Plan
from plankit.model.references import ANY, TARGETS
from plankit.model.vocabulary import CODED_FIELDS
from plankit.model_docs import class_doc, field_docs
from plankit_reference.markdown import named, table

_SIMPLE: tuple[tuple[Any, str], ...] = (
    (base.Id, "id"),
    (base.Ids, "ids"),
    (base.Text, "text, or one for each language"),
    (base.Texts, "texts"),
    (base.Words, "words"),
    (base.Flag, "`true` or `false`"),
    (base.Absences, "key and reason: " + ", ".join(f"`{one}`" for one in Absence)),
    (cost.Number, "number"),
    (when.PartialDate, "date, or part of one: `2027`, `2027-Q3`, `2027-06-30`"),
    (str, "text"),
)
_MADE_BY_READER = {
    ("Page", "path"),
    ("Page", "text"),
    ("Plan", "pages"),
    ("Guide", "pages"),
    *(("GuidePage", name) for name in GuidePage.model_fields),
    *(("OwnLesson", name) for name in OwnLesson.model_fields),
    *(("OwnChoice", name) for name in OwnChoice.model_fields),
    *((cls, "line") for cls in ("OwnExercise", "OwnQuiz", "OwnCase")),
    *(("OwnQuiz", name) for name in ("text", "choices", "steps", "pairs")),
}
"""Fields that no file writes: they come from where a page lies and what stands in it."""


def plan_keys() -> str:
    """Every class that a plan's files are read into, the whole first."""
    return _sections([Plan, *_below(Plan, KINDS), Page])


def guide_keys() -> str:
    """Every class that only a guide's files are read into."""
    of_plan: list[type[Entity]] = [Plan, *_below(Plan, KINDS), Page]
    of_guide: list[type[Entity]] = [Guide, *_below(Guide, GUIDE_KINDS)]
    return _sections([one for one in of_guide if one not in of_plan])


def lesson_keys() -> str:
    """The options of the directives that teachers write."""
    return _sections([OwnExercise, OwnQuiz, OwnCase])


def own_fields(cls: type[Entity]) -> list[str]:
    """Keys that `cls` declares itself and that a file writes."""
    return [
        name
        for name in cls.model_fields
        if name in cls.__annotations__ and (cls.__name__, name) not in _MADE_BY_READER
    ]


def _below(top: type[Entity], kinds: tuple[str, ...]) -> list[type[Entity]]:
    """The bases that entries share, then every class that `top` holds, in the order in which it is met."""
    found: list[type[Entity]] = []

    def meet(cls: type[Entity]) -> None:
        if cls in found or cls in (Translated, top, Page, GuidePage):
            return
        for parent in reversed(cls.__mro__[1:]):
            if issubclass(parent, Part):
                meet(parent)
        found.append(cls)
        for held in _held(cls):
            meet(held)

    first = [name for name in top.model_fields if name not in kinds]
    for name in (*first, *kinds):
        for cls in _classes_in(get_type_hints(top, include_extras=True)[name]):
            meet(cls)
    return found


def _held(cls: type[Entity]) -> Iterator[type[Entity]]:
    for hint in get_type_hints(cls, include_extras=True).values():
        yield from _classes_in(hint)


def _classes_in(hint: Any) -> Iterator[type[Entity]]:
    if isinstance(hint, type) and not get_args(hint):
        if issubclass(hint, Entity):
            yield hint
    else:
        for part in get_args(hint):
            yield from _classes_in(part)


def _sections(classes: list[type[Entity]]) -> str:
    return "\n".join(_section(cls) for cls in classes)


def _section(cls: type[Entity]) -> str:
    hints = get_type_hints(cls, include_extras=True)
    docs = field_docs(cls)
    name = cls.__name__.lower()
    rows = []
    for key in own_fields(cls):
        field = cls.model_fields[key]
        value = _value(hints[key]) + _belongs_to(cls, key)
        must = " **Required.**" if field.is_required() else ""
        default = f" Without it: `{field.default}`." if isinstance(field.default, str) else ""
        about = docs.get(key) or (_of_entries(hints[key]) if cls in (Plan, Guide) else "")
        rows.append((named(key, f"key-{name}-{key}"), value, f"{about}{must}{default}".strip()))
    shared = next((parent for parent in cls.__mro__[1:] if issubclass(parent, Part)), None)
    lines = [f"(keys-{name})=\n## {_title(cls)}\n", f"{class_doc(cls)}\n"]
    if rows:
        lines.append(table(("Key", "Value", "What it says"), rows))
    if shared:
        lines.append(f"Also every key of [{_title(shared)}](#keys-{shared.__name__.lower()}).\n")
    return "\n".join(lines)


def _of_entries(hint: Any) -> str:
    return " ".join(class_doc(cls) for cls in _classes_in(hint))


_TITLES = {
    "Plan": "The whole plan",
    "Part": "Every value",
    "Item": "Every entry",
    "Named": "Every entry with an id",
    "Page": "The head of a page",
    "Guide": "The whole guide",
    "GuideFact": "Every entry of a guide",
    "OwnExercise": "plan-exercise",
    "OwnQuiz": "plan-quiz",
    "OwnCase": "plan-case",
}


def _title(cls: type[Entity]) -> str:
    """What the class is called: where its values stand in the file, else the name of the class."""
    if cls.__name__ in _TITLES:
        return _TITLES[cls.__name__]
    for top in (Plan, Guide):
        for key, hint in get_type_hints(top, include_extras=True).items():
            if cls in _classes_in(hint) and issubclass(cls, GuideFact) == (top is Guide and key != "guide"):
                return f"{key}: {cls.__name__}"
    return cls.__name__


def _value(hint: Any) -> str:
    """What may stand after a key of type `hint`."""
    simple = next((words for known, words in _SIMPLE if hint == known), None)
    if simple:
        return simple
    origin = get_origin(hint)
    if origin is Annotated:
        return _value(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return _value(next(part for part in get_args(hint) if part is not types.NoneType))
    if origin is tuple:
        return f"list of {_value(get_args(hint)[0])}"
    if issubclass(hint, StrEnum):
        return "one of " + ", ".join(f"`{one}`" for one in hint)
    return f"[{hint.__name__}](#keys-{hint.__name__.lower()})"


def _belongs_to(cls: type[Entity], key: str) -> str:
    """Which entries ids belong to, and which list words belong to."""
    names = [one.__name__ for one in cls.__mro__]
    kinds = _found(names, key, (TARGETS | GUIDE_TARGETS).get)
    words = _found(names, key, CODED_FIELDS.get)
    if kinds:
        return " of any entry" if kinds == ANY else " of " + " or ".join(f"`{kind}`" for kind in kinds)
    return f" from the list [{words}](#list-{words})" if words else ""


def _found(names: list[str], key: str, table_of: Callable[[str], Any]) -> Any:
    return next((found for name in names if (found := table_of(f"{name}.{key}")) is not None), None)
