"""A JSON Schema of the plan file, so that an editor can help while the plan is written.

Worked out from the classes of the model, with every short form that they take. Only keywords that draft 7
has too are used, because that is what editors know. It helps an editor; what decides is `plankit check`.
"""

from __future__ import annotations

import json
import types
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, ValidationError

from plankit.model import base, cost, when
from plankit.model.base import Absence, Entity, Part, Translated
from plankit.model.frame import PlanFrame, Process
from plankit.model.plan import KINDS, Plan
from plankit.model.vocabulary import CODED_FIELDS, built_in
from plankit.model_docs import alias_docs, class_doc, field_docs
from plankit.source.reader import ENTRY

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = ["string", "number", "boolean"]
"""Editors give bare scalars a type; plankit reads them all as text."""
_NULL: Schema = {"type": "null"}

_NAMED: dict[str, tuple[Any, str, Schema]] = {
    "Id": (base, "Id", {"type": _SCALAR, "pattern": f"^{base.ID_PATTERN.pattern}$"}),
    "Flag": (base, "Flag", {"enum": [True, False, "true", "false"]}),
    "Number": (cost, "Number", {"type": ["string", "number"]}),
    "PartialDate": (when, "PartialDate", {"type": ["string", "number"]}),
    "Text": (
        base,
        "Text",
        {
            "anyOf": [
                {"type": _SCALAR},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": f"^{base.LANGUAGE_PATTERN.pattern}$"},
                    "additionalProperties": {"type": _SCALAR},
                },
            ]
        },
    ),
    "Ids": (
        base,
        "Ids",
        {"anyOf": [{"$ref": "#/$defs/Id"}, {"type": "array", "items": {"$ref": "#/$defs/Id"}}]},
    ),
    "Texts": (
        base,
        "Texts",
        {"anyOf": [{"$ref": "#/$defs/Text"}, {"type": "array", "items": {"$ref": "#/$defs/Text"}}]},
    ),
    "Words": (
        base,
        "Words",
        {"anyOf": [{"type": _SCALAR}, {"type": "array", "items": {"type": _SCALAR}}]},
    ),
    "Empty": (
        base,
        "Absences",
        {"type": "object", "additionalProperties": {"enum": [str(kind) for kind in Absence]}},
    ),
}
"""Types with a name of their own: where each is declared and what fits it."""

_NEEDED: dict[str, list[Schema]] = {
    "When": [{"required": ["text"]}, {"required": ["start"]}, {"required": ["end"]}],
}
"""Classes that fill in a key which their fields call required."""


class Short(NamedTuple):
    """What may stand in place of the full form of a value."""

    text: bool
    """One text or id alone."""
    mapping: bool
    """One mapping alone, where a list is the full form."""


def plan_schema() -> Schema:
    """The schema of a YAML file of a plan. Any file may hold any of the keys, so none is required."""
    definitions: dict[str, Schema] = {
        name: {"description": alias_docs(module)[alias], **schema}
        for name, (module, alias, schema) in _NAMED.items()
    }
    properties: dict[str, Schema] = {"format": {"type": ["string", "number", "null"]}}
    properties |= _properties(Part, definitions)
    for key, single in (("plan", PlanFrame), ("process", Process)):
        properties[key] = _or_nothing(_class(single, definitions))
    for kind in KINDS:
        entry = _class(ENTRY[kind], definitions)
        properties[kind] = {
            "description": class_doc(ENTRY[kind]),
            **_or_nothing({"type": "array", "items": entry}),
        }
    return {
        "$schema": DIALECT,
        "title": "plankit",
        "description": class_doc(Plan),
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """The schema as it is written to a file: the same bytes each time."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n"


def _class(cls: type[Entity], definitions: dict[str, Schema]) -> Schema:
    """A reference to the definition of `cls`, which stands among `definitions` after the call."""
    name = cls.__name__
    if name not in definitions:
        made: Schema = {"type": "object"}
        definitions[name] = made  # before its fields, because a section holds sections
        made |= {"description": class_doc(cls), "properties": _properties(cls, definitions)}
        made["additionalProperties"] = False
        needed = [key for key, field in cls.model_fields.items() if field.is_required()]
        if name in _NEEDED:
            made["anyOf"] = _NEEDED[name]
        elif needed:
            made["required"] = needed
    return {"$ref": f"#/$defs/{name}"}


def _properties(cls: type[Entity], definitions: dict[str, Schema]) -> dict[str, Schema]:
    hints = get_type_hints(cls, include_extras=True)
    docs = field_docs(cls)
    return {
        key: _property(cls, key, docs.get(key), _value(hints[key], definitions), required=field.is_required())
        for key, field in cls.model_fields.items()
    }


def _property(cls: type[Entity], key: str, doc: str | None, schema: Schema, *, required: bool) -> Schema:
    """The schema of one key: its description, its codes as examples, and nothing at all where it may be absent."""
    made = schema if required else _or_nothing(schema)
    if "$ref" in made and doc:
        made = {"allOf": [made]}  # draft 7 overlooks what stands beside a reference
    names = [base_class.__name__ for base_class in cls.__mro__]
    words = next((CODED_FIELDS[f"{name}.{key}"] for name in names if f"{name}.{key}" in CODED_FIELDS), None)
    codes = list(built_in().get(words, ())) if words else []
    return {**({"description": doc} if doc else {}), **made, **({"examples": codes} if codes else {})}


def _or_nothing(schema: Schema) -> Schema:
    """`schema`, or a key with nothing after it, which says no more than an absent key."""
    if "anyOf" in schema and len(schema) == 1:
        return {"anyOf": [*schema["anyOf"], _NULL]}
    kind = schema.get("type")
    if kind and "pattern" not in schema:
        return {**schema, "type": [*(kind if isinstance(kind, list) else [kind]), "null"]}
    return {"anyOf": [schema, _NULL]}


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value of type `hint`."""
    named = next(
        (name for name, (module, alias, _) in _NAMED.items() if hint == getattr(module, alias)), None
    )
    if named:
        return {"$ref": f"#/$defs/{named}"}
    origin = get_origin(hint)
    if origin is Annotated:
        return _annotated(hint, definitions)
    if origin in (Union, types.UnionType):
        return _value(next(part for part in get_args(hint) if part is not types.NoneType), definitions)
    if origin is tuple:
        return {"type": "array", "items": _value(get_args(hint)[0], definitions)}
    if hint is str:
        return {"type": _SCALAR}
    if issubclass(hint, StrEnum):
        return {"enum": [str(member) for member in hint]}
    if not issubclass(hint, Entity) or hint is Translated:
        raise TypeError(f"no schema for {hint!r}")
    reference = _class(hint, definitions)
    return {"anyOf": [{"type": _SCALAR}, reference]} if _takes_text(hint) else reference


def _annotated(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type with validators: its full form and the short forms that they turn into it."""
    full, *extras = get_args(hint)
    schema = _value(full, definitions)
    short = _short_forms(full, [extra for extra in extras if isinstance(extra, BeforeValidator)])
    if get_origin(full) is not tuple:
        return {"anyOf": [{"type": _SCALAR}, schema]} if short.text else schema
    item = schema["items"]
    if short.mapping:
        return {"anyOf": [*item.get("anyOf", [item]), schema]}
    return {"anyOf": [item, schema]} if short.text else schema


def _short_forms(full: Any, validators: list[BeforeValidator]) -> Short:
    """Asks the validators themselves which short forms they turn into the full one."""
    full_form = tuple if get_origin(full) is tuple else dict

    def turned(value: Any) -> bool:
        made = value
        for validator in validators:
            made = validator.func(made)  # type: ignore[call-arg]  # none of ours asks for pydantic's info
        return made is not value and isinstance(made, full_form)

    return Short(text=turned("x"), mapping=full_form is tuple and turned({}))


def _takes_text(cls: type[Entity]) -> bool:
    try:
        cls.model_validate("x")
    except ValidationError:
        return False
    return True
