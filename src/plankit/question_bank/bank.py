"""The question bank of a kit: GIFT for Moodle, plain text for people, a data file with its schema for programs.

No package of QTI or H5P is written. Of the libraries on PyPI in November 2026, qti-package-maker 26.7 refuses every letter
outside ASCII; text2qti 0.8 writes Canvas's dialect of QTI 1.2, without matching and ordering, and no schema of it could be
had to judge it by; pyh5p 0.1 is an alpha that needs H5P's own content types, which no package index holds.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plankit.question_bank.data import SCHEMA, question_data, question_schema
from plankit.question_bank.gift import gift
from plankit.question_bank.plain import plain_text
from plankit.teaching.kit import Kit

FOLDER = "questions"


def write_bank(kit: Kit, folder: Path) -> None:
    """Write the question bank below the folder of the kit."""
    out = folder / FOLDER
    out.mkdir()
    category = kit.subject.reading.text(kit.subject.reading.plan.plan.title)
    _write(out / "questions.gift", gift(kit.questions, category))
    _write(out / "questions.txt", plain_text(kit))
    _write(out / "questions.json", _json(question_data(kit)))
    _write(out / SCHEMA, _json(question_schema()))


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
