"""A key of a YAML text gets another name, and every other character stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plankit.source.edit import ANCHORED, NO_PLACE, UNREADABLE, CannotEdit
from plankit.source.shape import without_empty_keys
from plankit.source.yaml_events import read_yaml
from plankit.source.yaml_spans import Span, spans_of

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Rename:
    """The key at the end of `path` is to be called `name`."""

    file: str
    path: Path
    name: str


def rename(text: str, edit: Rename) -> str:
    """The text with the key renamed. Raises `CannotEdit` where it is not there, or the map has the new one already."""
    before, problems, _ = read_yaml(text, edit.file)
    root = None if problems else spans_of(text)
    if root is None:
        raise CannotEdit(UNREADABLE)
    old = edit.path[-1]
    holder = _holder(root, edit.path[:-1])
    keys = [key for key, _ in holder.pairs if key.text == old]
    if len(keys) != 1 or holder.value_of(edit.name) is not None:
        raise CannotEdit(NO_PLACE)
    key = keys[0]
    made = text[: key.start] + edit.name + text[key.end :]
    after, _, whole = read_yaml(made, edit.file)
    if not whole or after != _renamed(before, edit.path, edit.name):
        raise CannotEdit(NO_PLACE)
    return made


def _holder(root: Span, path: Path) -> Span:
    here: Span | None = root
    for step in path:
        if here is None or here.fixed:
            raise CannotEdit(ANCHORED if here else NO_PLACE)
        if isinstance(step, int):
            items = here.written_items() if here.kind == "list" else ([here] if step == 0 else [])
            here = items[step] if step < len(items) else None
        else:
            here = here.value_of(step) if here.kind == "map" else None
    if here is None or here.fixed or here.kind != "map":
        raise CannotEdit(NO_PLACE)
    return here


def _renamed(raw: Any, path: Path, name: str) -> Any:
    """`raw` with the key at the end of `path` called `name`, in its old place among the keys."""
    if len(path) == 1:
        return {name if key == path[0] else key: value for key, value in raw.items()}
    step = path[0]
    if isinstance(step, int) and not isinstance(raw, list):
        return _renamed(raw, path[1:], name)
    if isinstance(raw, list):
        # The reader counts only what holds something.
        written = [number for number, value in enumerate(raw) if without_empty_keys(value) is not None]
        at = written[int(step)]
        return [
            _renamed(value, path[1:], name) if number == at else value for number, value in enumerate(raw)
        ]
    return {key: _renamed(value, path[1:], name) if key == step else value for key, value in raw.items()}
