"""A plan as one JSON document: what its files say, and beside it what the words and ids mean.

`content` is the plan as it could stand in one YAML file, and fits the schema that `plankit schema` prints. `pages`
are the pages of prose. `meanings` tells, for each place in `content` that holds a word of a list, a time, a cost or an
id, what it stands for; the places are JSON pointers (RFC 6901).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plankit.model.base import Entity, Part
from plankit.model.cost import Cost
from plankit.model.plan import KINDS, SINGLE, Plan
from plankit.model.references import GUIDE_AGENCIES, references_of
from plankit.model.vocabulary import CODED_FIELDS
from plankit.model.when import When
from plankit.source.dump import plain
from plankit.views.reading import Reading
from plankit.views.suppression import without_withheld

FORMAT = "1"
"""The version of the document."""

Path = tuple[str | int, ...]
Meaning = dict[str, Any]


def plan_document(reading: Reading) -> dict[str, Any]:
    """The document of a plan. Figures that are too small to be told are not in it."""
    plan = without_withheld(reading.plan, reading.vocabulary)
    content = plan_content(plan)
    meanings: dict[str, Meaning] = {}
    for path, entry in _entries(plan):
        for inner, meaning in _meanings(reading, entry):
            if pointer := _pointer(content, (*path, *inner)):
                meanings.setdefault(pointer, {}).update(meaning)
    return {
        "plankit": FORMAT,
        "language": reading.language,
        "content": content,
        "pages": [plain(page) for page in plan.pages],
        "meanings": dict(sorted(meanings.items())),
    }


def document_text(reading: Reading) -> str:
    """The document as it is written to a file: the same bytes each time."""
    return json.dumps(plan_document(reading), ensure_ascii=False, indent=1) + "\n"


def plan_content(plan: Plan) -> dict[str, Any]:
    """The plan without its pages, as it could stand in one file."""
    content: dict[str, Any] = {"format": plan.format}
    content |= {key: plain(part) for key in SINGLE if (part := getattr(plan, key)) is not None}
    content |= plain(Part(empty=plan.empty, notes=plan.notes, sources=plan.sources))
    for kind in KINDS:
        if entries := getattr(plan, kind):
            content[kind] = [plain(entry) for entry in entries]
    return content


def _entries(plan: Plan) -> Iterator[tuple[Path, Entity]]:
    for key in SINGLE:
        if (part := getattr(plan, key)) is not None:
            yield (key,), part
    for kind in KINDS:
        for number, entry in enumerate(getattr(plan, kind)):
            yield (kind, number), entry


def _pointer(content: Any, path: Path) -> str:
    """The JSON pointer of the place in the document; of what holds it where a short form stands for it."""
    here = content
    taken: list[str] = []
    for step in path:
        fits = step in here if isinstance(here, dict) else isinstance(step, int) and step < len(here)
        if isinstance(here, dict | list) and fits:
            here = here[step]  # type: ignore[index]  # looked up just above
        elif isinstance(here, str) or step == 0:
            continue
        else:
            return ""
        taken.append(str(step).replace("~", "~0").replace("/", "~1"))
    return "/" + "/".join(taken)


def _meanings(reading: Reading, entry: Entity) -> Iterator[tuple[Path, Meaning]]:
    """What the words, times, costs and ids of an entry mean, each with its place in the entry."""
    yield from _words(reading, entry, ())
    for one in references_of(entry):
        known = reading.plan.kind_of.get(one.target)
        if known is None and GUIDE_AGENCIES in one.kinds:
            known = "agencies"
        yield one.path, {"id": one.target, "kind": known, "title": reading.title(one.target)}


def _words(reading: Reading, part: Entity, path: Path) -> Iterator[tuple[Path, Meaning]]:
    names = [cls.__name__ for cls in type(part).__mro__]
    for key in type(part).model_fields:
        value = getattr(part, key)
        if value in (None, ()):
            continue
        here = (*path, key)
        coded = next((CODED_FIELDS[f"{one}.{key}"] for one in names if f"{one}.{key}" in CODED_FIELDS), None)
        if coded:
            for number, word in enumerate([value] if isinstance(value, str) else value):
                place = here if isinstance(value, str) else (*here, number)
                yield place, _coded(reading, coded, word)
        elif isinstance(value, When):
            yield here, _time(value)
        elif isinstance(value, Cost):
            yield here, _money(value)
            yield from _words(reading, value, here)
        elif isinstance(value, Entity):
            yield from _words(reading, value, here)
        elif isinstance(value, tuple):
            for number, one in enumerate(value):
                if isinstance(one, When):
                    yield (*here, number), _time(one)
                elif isinstance(one, Entity):
                    yield from _words(reading, one, (*here, number))


def _coded(reading: Reading, field: str, word: str) -> Meaning:
    code = reading.vocabulary.code(field, word)
    return {"word": word, "list": field, "code": code, "label": reading.label(field, code or word)}


def _time(when: When) -> Meaning:
    kind, start, end, recurrence = when.reading
    return {
        "text": when.text,
        "kind": str(kind),
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "recurrence": recurrence,
    }


def _money(cost: Cost) -> Meaning:
    kind, amount, currency = cost.reading
    return {
        "text": cost.text,
        "kind": str(kind),
        "amount": str(amount) if amount is not None else None,
        "currency": currency,
    }
