"""What a paper is called where others may see it: in the head of its pages, and as a file. Never its theme."""

from __future__ import annotations

import re
import unicodedata

from plankit.language import N_
from plankit.model.vocabulary import built_in
from plankit.views.reading import Reading

_PLAIN = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"}
)
_NO_WORD = re.compile(r"[^a-z0-9]+")
_MOST_NAMES = 3
_YEARS = re.compile(r"\d{4}")


def kind_of_plan(reading: Reading) -> str:
    """What kind of plan it is, in a word of the library's list: one's own word might tell the theme."""
    word = reading.plan.plan.document_type
    code = reading.vocabulary.code("document-type", word) if word else None
    known = built_in()["document-type"].get(code or "")
    if known is None:
        return reading.words(N_("plan"))
    return next((known.words[tag] for tag in reading.order if tag in known.words), known.code)


def running_head(reading: Reading) -> str:
    """Kind of plan, period and municipality; of many municipalities none is named."""
    kind = kind_of_plan(reading)
    frame = reading.plan.plan
    period = frame.period.text if frame.period else ""
    names = [reading.text(one.name) for one in reading.plan.participants]
    whose = ", ".join(names) if len(names) <= _MOST_NAMES else ""
    head = " ".join(part for part in (kind[:1].upper() + kind[1:], period) if part)
    return f"{head} · {whose}" if whose else head


def file_stem(reading: Reading, *more: str) -> str:
    """Kind of plan and period in plain letters, such as `handlingsplan-2026-2029`, then `more`."""
    frame = reading.plan.plan
    years = _YEARS.findall(frame.period.text) if frame.period else []
    return "-".join(part for part in map(plain, (kind_of_plan(reading), *years, *more)) if part)


def plain(text: str) -> str:
    """A text as small letters and digits of ASCII with hyphens between."""
    known = text.lower().translate(_PLAIN)
    ascii_only = unicodedata.normalize("NFKD", known).encode("ascii", "ignore").decode("ascii")
    return _NO_WORD.sub("-", ascii_only).strip("-")
