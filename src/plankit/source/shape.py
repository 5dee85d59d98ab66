"""Raw mappings to frozen entities, with every mismatch as a problem at its own place.

A value that does not fit is left out and the rest of the entry is kept, so that one slip of the pen
does not make the entry vanish and drag a tail of follow-up findings behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from plankit.findings import Problem
from plankit.model.base import Entity, Translated
from plankit.model.nearest import nearest
from plankit.model.references import entity_in

E = TypeVar("E", bound=Entity)
Path = tuple[str | int, ...]

_ROUNDS = 100
"""Most rounds of mending; each leaves out what the one before brought to light."""

_WANTED = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_CODES = {
    "missing": "PK015",
    "extra_forbidden": "PK014",
    "enum": "PK017",
    "id": "PK018",
    "date": "PK024",
    "number": "PK025",
    "flag": "PK026",
    "language": "PK027",
}


def without_empty_keys(raw: Any, empty: list[Path] | None = None, path: Path = ()) -> Any:
    """The same content without the keys that have nothing after them: they say no more than an absent key.

    The paths of these keys are added to `empty`.
    """
    if isinstance(raw, dict):
        kept = {}
        for key, value in raw.items():
            if value is not None:
                kept[key] = without_empty_keys(value, empty, (*path, key))
            elif empty is not None:
                empty.append((*path, key))
        return kept
    if isinstance(raw, list):
        values = [value for value in raw if value is not None]
        return [without_empty_keys(value, empty, (*path, number)) for number, value in enumerate(values)]
    return raw


def unknown_among(cls: type[Entity], empty: list[Path], file: str, path: Path) -> list[Problem]:
    """The keys with nothing after them that an entity of `cls`, which stands at `path` in `file`, does not have."""
    problems = []
    for loc in empty:
        known = fields_at(cls, loc[:-1])
        if known and loc[-1] not in known:
            key = str(loc[-1])
            problems.append(
                Problem(
                    code="PK014",
                    file=file,
                    path=(*path, *loc),
                    at_key=True,
                    values={"key": key},
                    suggestion=nearest(key, known),
                )
            )
    return problems


def shape(cls: type[E], raw: Any, file: str, path: Path) -> tuple[E | None, list[Problem]]:
    """Make an entity of `raw`, which stands at `path` in `file`.

    Returns the entity, or `None` where not even its id can be kept, and every problem met.
    """
    try:
        return cls.model_validate(raw), []
    except ValidationError as error:
        problems = list(_problems(cls, error, raw, file, path))
    subject = raw.get("id") if isinstance(raw, dict) else None
    problems = [_with_subject(problem, subject) for problem in problems]
    return _salvage(cls, raw), problems


def _with_subject(problem: Problem, subject: object) -> Problem:
    if not isinstance(subject, str):
        return problem
    return Problem(
        code=problem.code,
        values=problem.values,
        file=problem.file,
        path=problem.path,
        at_key=problem.at_key,
        subject=subject,
        suggestion=problem.suggestion,
    )


def _salvage(cls: type[E], raw: Any) -> E | None:
    """The entity without the values that do not fit; a missing text is empty, what cannot be mended is left out."""
    if not isinstance(raw, dict):
        return None
    kept = deepcopy(raw)
    filled: set[tuple[int, str | int]] = set()
    for _ in range(_ROUNDS):
        try:
            return cls.model_validate(kept)
        except ValidationError as error:
            if not _mend(kept, error, filled):
                return None
    return None


def _mend(kept: Any, error: ValidationError, filled: set[tuple[int, str | int]]) -> bool:
    """Fill in texts that are missing and leave out what does not fit; false where that leaves nothing."""
    unfit: set[Path] = set()
    for detail in error.errors(include_url=False, include_input=False):
        is_missing = detail["type"] == "missing"
        path = _real_path(kept, detail["loc"], keep_last=is_missing)
        if not is_missing:
            unfit.add(path)
            continue
        holder = _value_at(kept, path[:-1])
        slot = (id(holder), path[-1])
        if isinstance(holder, dict) and path[-1] != "id" and slot not in filled:
            filled.add(slot)
            holder[path[-1]] = ""
        else:
            unfit.add(path[:-1])
    if () in unfit:
        return False
    # From the end, so that leaving one out does not move those that are still to come.
    for path in sorted(unfit, reverse=True):
        del _value_at(kept, path[:-1])[path[-1]]
    return True


def _value_at(raw: Any, path: Path) -> Any:
    for step in path:
        raw = raw[step]
    return raw


def _problems(
    cls: type[Entity], error: ValidationError, raw: Any, file: str, path: Path
) -> Iterator[Problem]:
    seen = set()
    for detail in error.errors(include_url=False):
        kind = detail["type"]
        if kind == "enum" and not isinstance(detail["input"], str):
            kind = "string_type"
        loc = _real_path(raw, detail["loc"], keep_last=kind in ("missing", "extra_forbidden"))
        code = _CODES.get(kind, "PK016")
        if (code, loc) in seen:
            continue
        seen.add((code, loc))
        values, suggestion = _words(cls, kind, detail, loc, path)
        yield Problem(
            code=code,
            file=file,
            path=path + (loc[:-1] if kind == "missing" else loc),
            at_key=kind == "extra_forbidden",
            values=values,
            suggestion=suggestion,
        )


def _words(
    cls: type[Entity], kind: str, detail: Any, loc: Path, path: Path
) -> tuple[dict[str, object], str | None]:
    key = str(next((step for step in reversed(path + loc) if isinstance(step, str)), "?"))
    if kind == "extra_forbidden":
        return {"key": key}, nearest(key, fields_at(cls, loc[:-1]))
    if kind == "enum":
        known = [word.strip(" '") for word in str(detail["ctx"]["expected"]).replace(" or ", ",").split(",")]
        return {"key": key, "value": str(detail["input"]), "known": ", ".join(known)}, nearest(
            str(detail["input"]), known
        )
    context = detail.get("ctx", {})
    if kind in _CODES:
        return {"key": key, "value": str(context.get("value", ""))}, None
    return {"key": key, "wanted": str(context.get("wanted") or _WANTED.get(kind, "value"))}, None


def _real_path(raw: Any, loc: Sequence[str | int], *, keep_last: bool) -> Path:
    """The part of pydantic's location that exists in the file; names of union members are not part of it."""
    path: list[str | int] = []
    here = raw
    for depth, step in enumerate(loc):
        if keep_last and depth == len(loc) - 1:
            path.append(step)
        elif isinstance(here, dict) and step in here:
            here = here[str(step)]
            path.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
        elif isinstance(here, dict) and isinstance(step, int) and path[-1:] == ["empty"] and step < len(here):
            # Reasons for empty fields are a mapping in the file and pairs in the model.
            path.append(list(here)[step])
            here = here[path[-1]]
    return tuple(path)


def fields_at(cls: type[Entity], loc: Path) -> list[str]:
    """The keys that an entity has at `loc` inside `cls`."""
    here: type[Entity] | None = cls
    for step in loc:
        if isinstance(step, str) and here is not None:
            field = here.model_fields.get(step)
            here = entity_in(field.annotation) if field else None
    # A text in several languages has languages for keys, not fields.
    return list(here.model_fields) if here and here is not Translated else []
