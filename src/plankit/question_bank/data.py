"""Questions as a data file for programs, and the JSON Schema that it keeps."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from plankit.teaching.exercise import QUESTION_KINDS, Question
from plankit.teaching.kit import Kit

FORMAT = "1"
"""Version of the data file; another number means that a key changed its meaning."""
SCHEMA = "questions.schema.json"
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_PLACES: dict[str, Any] = {"type": "array", "items": {"type": "integer", "minimum": 0}}


def question_data(kit: Kit) -> dict[str, Any]:
    """Everything of the question bank: what it was made of, its objectives, and its questions."""
    subject, text = kit.subject, kit.subject.reading.text
    frame = subject.guide.guide
    return {
        "$schema": SCHEMA,
        "format": FORMAT,
        "language": subject.language,
        "guide": {"id": frame.id, "edition": frame.edition},
        "plan": subject.reading.plan.plan.id if subject.has_plan else None,
        "date": subject.today.isoformat(),
        "seed": subject.seed,
        "objectives": [{"id": one.id, "title": text(one.title)} for one in subject.guide.objectives],
        "questions": [_told(one) for one in kit.questions],
    }


def _told(question: Question) -> dict[str, Any]:
    """The keys of a question that its kind uses; those that are empty are left out."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(question)))
    return {key: value for key, value in told.items() if value not in ([], "")}


def _object(required: tuple[str, ...], **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def question_schema() -> dict[str, Any]:
    """The schema of the data file, JSON Schema 2020-12."""
    pointer = _object(
        ("kind", "id", "words"),
        kind={"enum": ["plan", "guide", "law"]},
        id=_TEXT,
        words=_TEXT,
        key=_TEXT,
        address=_TEXT,
        unsure={"type": "boolean"},
    )
    choice = _object(("text", "right"), text=_TEXT, right={"type": "boolean"}, feedback=_TEXT)
    question = _object(
        ("id", "kind", "exercise", "text", "minutes"),
        id=_TEXT,
        kind={"enum": list(QUESTION_KINDS)},
        exercise=_TEXT,
        text=_TEXT,
        choices={"type": "array", "items": choice},
        steps=_TEXTS,
        shown=_PLACES,
        pairs={"type": "array", "items": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}},
        answers=_TEXTS,
        unit=_TEXT,
        feedback=_TEXT,
        pointers={"type": "array", "items": pointer},
        objectives=_TEXTS,
        audiences=_TEXTS,
        minutes={"type": "integer", "minimum": 1},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questions of a teaching kit of plankit",
        **_object(
            ("format", "language", "guide", "plan", "date", "seed", "objectives", "questions"),
            **{"$schema": _TEXT},
            format={"const": FORMAT},
            language=_TEXT,
            guide=_object(("id", "edition"), id=_TEXT, edition=_TEXT),
            plan={"type": ["string", "null"]},
            date={"type": "string", "format": "date"},
            seed=_TEXT,
            objectives={"type": "array", "items": _object(("id", "title"), id=_TEXT, title=_TEXT)},
            questions={"type": "array", "items": question},
        ),
    }
