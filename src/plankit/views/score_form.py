"""A form for those who judge what a program cannot: the open items of a rubric, with blank scores."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.views.reading import Reading
from plankit.views.score import Score, for_people
from plankit.views.score_items import ItemScore

_HEAD = (
    N_(
        "Each of two or more people fills in a copy of this form alone, then lays it into the folder of the plan."
    ),
    N_("by: your role, not your name. where: ids of entries in the plan. Take out what you do not judge."),
)


def score_form(reading: Reading, found: Score) -> str:
    """YAML for a file of the plan: one blank judgement for each open item, its levels as comments above it."""
    lines = [f"# {' '.join(reading.words(one).split())}" for one in _HEAD]
    items = for_people(found)
    lines.append("judgements:" if items else "judgements: []")
    for item in items:
        lines += _blank(reading, item, found.edition)
    return "\n".join(lines) + "\n"


def _blank(reading: Reading, item: ItemScore, edition: str) -> Iterator[str]:
    yield ""
    yield from _comment(reading.text(item.item.title))
    for number, level in enumerate(item.item.levels):
        yield from _comment(f"{number}: {reading.text(level)}")
    if item.where:
        yield from _comment(f"{reading.words(N_('Look at'))}: {', '.join(item.where)}")
    yield f"  - criterion: {item.item.id}"
    yield f'    edition: "{edition}"'
    for key in ("by", "date", "score", "where", "reason"):
        yield f"    {key}:"


def _comment(words: str) -> Iterator[str]:
    yield f"  # {' '.join(words.split())}"
