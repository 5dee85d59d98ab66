"""Finds a value in a loaded plan by an address such as `measures/m1/cost/amount`.

A step is the name of a field, the id of an entry or its place in the list. What stands there is shown as
the plan writes it, so that a test compares words with words.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from plankit import Plan, dump
from plankit.model.base import Absence, Entity, Part, Translated


def find(plan: Plan, address: str) -> Any:
    """What stands at `address`. Raises `LookupError` where there is no such place."""
    here: Any = plan
    for step in address.split("/") if address else ():
        try:
            here = _step(here, step)
        except (AttributeError, IndexError, StopIteration) as error:
            raise LookupError(f"{address}: nothing called “{step}”") from error
    return here


def _step(here: Any, step: str) -> Any:
    if not isinstance(here, tuple) or hasattr(here, "_fields"):
        return getattr(here, step)
    if step.isdecimal():
        return here[int(step)]
    pairs = [pair for pair in here if type(pair) is tuple and pair[0] == step]
    if pairs:
        return pairs[0][1]
    return next(entry for entry in here if getattr(entry, "id", None) == step)


def why_empty(plan: Plan, address: str) -> Absence | None:
    """Why the field at `address` holds nothing; `None` if it holds something."""
    parent, _, field = address.rpartition("/")
    owner = find(plan, parent)
    if not isinstance(owner, Part) or field not in type(owner).model_fields:
        raise LookupError(f"{address}: no field that can be empty")
    return owner.absence(field)


def shown(value: Any) -> str | list[Any] | None:
    """The value as words: a text, a list of them, or `None` where there is nothing."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return [shown(one) for one in value]
    if isinstance(value, Translated):
        return str(value)
    if isinstance(value, Entity):
        written = value.model_dump(mode="json", exclude_defaults=True)
        text = getattr(value, "text", None)
        return written if isinstance(written, str) else text if isinstance(text, str) else str(written)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def write(files: dict[str, str], folder: Path) -> Path:
    """Write `files` into `folder` and return it."""
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return folder


def dumped(plan: Plan, folder: Path) -> Path:
    """Write what `dump` gives for `plan` into `folder` and return it."""
    return write(dump(plan), folder)
