"""The text of the file that holds a year's activity plan."""

from __future__ import annotations

from collections.abc import Iterable

from plankit.model.base import Entity, Item
from plankit.source.dump import plain, to_yaml

FOLDER = "years"
"""Where a new year's file goes; it may be moved anywhere in the plan's folder."""


def year_file_name(year: int) -> str:
    """The name of the file of a year."""
    return f"{FOLDER}/{year}.yaml"


def year_text(
    head: Iterable[str],
    plans: Iterable[Entity],
    activities: Iterable[tuple[Entity, str]],
    foot: Iterable[str],
) -> str:
    """YAML with the activity plans and activities; `head`, `foot` and what stands with an activity are comments."""
    lines = [*map(_comment, head), "", "activity_plans:", *(_entry(one) for one in plans)]
    entries = [f"{_comment(remark)}\n{_entry(one)}" for one, remark in activities]
    if entries:
        lines += ["", "activities:", "\n".join(entries)]
    rest = [_comment(one) for one in foot]
    text = "\n".join(line.rstrip("\n") for line in lines)
    return "\n".join([text, "", *rest, ""]) if rest else f"{text}\n"


def _entry(entity: Entity) -> str:
    """The entry as an item of a list, with what every entry may have after what is its own."""
    written = plain(entity)
    shared = [key for key in Item.model_fields if key != "id" and key in written]
    names = ["id", *(key for key in written if key not in Item.model_fields), *shared]
    return to_yaml([{key: written[key] for key in names}])


def _comment(text: str) -> str:
    return f"# {' '.join(text.split())}".rstrip()
