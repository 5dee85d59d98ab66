"""What every entity of a plan or a guide has in common.

Nothing here reads a file or knows a theme. A plan says nothing, says "not applicable", or could not
be seen by whoever wrote the file: these three are never one and the same empty value (`Absence`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}(?:-(?:full|popular|easy-read|child))?")


class Absence(StrEnum):
    """Why a field holds nothing.

    Three kinds, kept apart because they ask for different work: a plan that says nothing has a gap, a
    plan that says "not applicable" has none, and an unknown is a gap in the encoding, not in the plan.
    """

    NOT_STATED = "not-stated"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


class Entity(BaseModel):
    """A frozen value. Keys outside the declared ones are refused; an absent list is an empty tuple."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


@dataclass(frozen=True, eq=False)
class Fixed:
    """How values of a type are read and written, worked out once for all fields of that type.

    Left to itself, pydantic works it out anew for each of some nine hundred fields, which takes longer than
    reading a plan. `func` is the function that judges a value.
    """

    func: Callable[[Any], Any]
    schema: CoreSchema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """The schema, whatever the field."""
        return self.schema


def checked(func: Callable[[str], str]) -> Fixed:
    """Texts that `func` returns as they are or refuses."""
    return Fixed(func, core_schema.no_info_after_validator_function(func, core_schema.str_schema()))


class Translated(Entity):
    """One text in several languages; the first is the text as the plan itself has it.

    Keys are language codes, with an edition after a hyphen where there are several (`nb-easy-read`).
    """

    values: tuple[tuple[str, str], ...]

    def in_language(self, *languages: str) -> str:
        """The text in the first of `languages` that it exists in, else the first text there is."""
        have = dict(self.values)
        return next((have[tag] for tag in languages if tag in have), self.values[0][1])

    def __str__(self) -> str:
        return self.values[0][1]


def _translated(value: Any) -> Any:
    if isinstance(value, str | Translated):
        return value
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("shape", "expected a text or one text per language", {"wanted": "text"})
    strange = sorted(str(tag) for tag in value if not LANGUAGE_PATTERN.fullmatch(str(tag)))
    if strange:
        raise PydanticCustomError("language", "not a language code: {value}", {"value": ", ".join(strange)})
    if not all(isinstance(text, str) for text in value.values()):
        raise PydanticCustomError("shape", "expected a text", {"wanted": "text"})
    return Translated(values=tuple(value.items()))


def _untranslated(value: str | Translated) -> str | dict[str, str]:
    return value if isinstance(value, str) else dict(value.values)


_TEXT = core_schema.no_info_plain_validator_function(
    _translated, serialization=core_schema.plain_serializer_function_ser_schema(_untranslated)
)
Text = Annotated[str | Translated, Fixed(_translated, _TEXT)]
"""A text as written, or a mapping of language to text."""


def check_id(value: str) -> str:
    """Return `value` if it is made of ASCII letters, digits, dots, underscores and hyphens.

    Ids stand in addresses of pages and in file names on all systems; that is why they are this narrow.
    """
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError("id", "not an id: {value}", {"value": value})
    return value


_CHECKED_ID = checked(check_id)
Id = Annotated[str, _CHECKED_ID]
"""The name of an entry: unique in the plan, never changed once published."""


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _several(one: CoreSchema) -> Fixed:
    """A list of what `one` reads; a single text needs no list around it."""
    many = core_schema.tuple_schema([one], variadic_item_index=0)
    return Fixed(_listed, core_schema.no_info_before_validator_function(_listed, many))


Words = Annotated[tuple[str, ...], _several(core_schema.str_schema())]
"""Words as the plan writes them. One word may be written without a list."""

Ids = Annotated[tuple[Id, ...], _several(_CHECKED_ID.schema)]
"""Ids of other entries. One id may be written without a list."""

Texts = Annotated[tuple[Text, ...], _several(_TEXT)]
"""Several texts. One text may be written without a list."""


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    if not isinstance(value, str):
        raise PydanticCustomError("shape", "expected true or false", {"wanted": "text"})
    raise PydanticCustomError("flag", "expected true or false", {"value": str(value)})


def _flag_word(value: bool) -> str:
    return "true" if value else "false"


_FLAG = core_schema.no_info_plain_validator_function(
    _flag, serialization=core_schema.plain_serializer_function_ser_schema(_flag_word)
)
Flag = Annotated[bool, Fixed(_flag, _FLAG)]
"""`true` or `false`, spelled so. `no` is Norway or a Norwegian word, never a truth value."""


def _absences(value: Any) -> Any:
    if isinstance(value, list | str):
        raise PydanticCustomError("shape", "expected a key and a reason", {"wanted": "mapping"})
    return tuple(value.items()) if isinstance(value, dict) else value


def _absence_words(pairs: tuple[tuple[str, Absence], ...]) -> dict[str, str]:
    return {key: str(kind) for key, kind in pairs}


_PAIR = core_schema.tuple_schema(
    [core_schema.str_schema(), core_schema.enum_schema(Absence, list(Absence), sub_type="str")]
)
_ABSENCES = core_schema.no_info_before_validator_function(
    _absences,
    core_schema.tuple_schema([_PAIR], variadic_item_index=0),
    serialization=core_schema.plain_serializer_function_ser_schema(_absence_words),
)
Absences = Annotated[tuple[tuple[str, Absence], ...], Fixed(_absences, _ABSENCES)]
"""Field name and the reason why it holds nothing."""


class Part(Entity):
    """A value inside an entry: it has no id of its own, but may say why a field is empty."""

    empty: Absences = ()
    """Which of its fields hold nothing, and why: `{deadline: unknown}`."""
    notes: Text | None = None
    """What else the plan says of it, or a remark of whoever wrote the file."""
    sources: Ids = ()
    """Ids of the `sources` that it was read in."""

    def absence(self, field: str) -> Absence | None:
        """Why `field` holds nothing; `None` if it holds something.

        An empty field that nobody explained is `Absence.NOT_STATED`.
        """
        if getattr(self, field) not in (None, (), ""):
            return None
        return dict(self.empty).get(field, Absence.NOT_STATED)


class Origin(Entity):
    """Where an entry came from when plans were merged, so that they can be taken apart again."""

    plan: Id
    """Id under `merged_from` of the plan that it came from."""
    id: Id | None = None
    """Its id there; without it, it had none."""
    path: str | None = None
    """Of a page: where it lay there."""
    at: str | None = None
    """Its place in the list there, counted from 0."""
    applies_to: Words = ()
    """Participants that it held for, by their ids there; empty means all of that plan's."""
    status: str | None = None
    """Of a participant: its status there."""
    added: Words = ()
    """Keys that the merging filled in; there they were empty."""
    before: tuple[Origin, ...] = ()
    """Origins that it had there already, from an earlier merging."""


class Item(Part):
    """A part that applies to all, some or one of the municipalities that share the plan."""

    id: Id | None = None
    """Its name in the plan; entries that others refer to must have one."""
    applies_to: Ids = ()
    """Participants that it holds for; empty means all of them."""
    answers: Ids = ()
    """Requirements of the guide that it answers."""
    origins: tuple[Origin, ...] = ()
    """Where it came from, in a plan that `plankit merge` made; nobody writes it by hand."""


class Named(Item):
    """An item that others may refer to."""

    id: Id
