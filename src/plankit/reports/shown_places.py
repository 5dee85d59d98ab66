"""Where in the files a plan says something: what views call a place, as file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plankit.model.plan import KINDS, SINGLE
from plankit.reports.identity import shown_name

if TYPE_CHECKING:
    from plankit.loading import Loaded
    from plankit.source.reader import Origin

PAGE = "page:"


@dataclass(frozen=True)
class ShownPlace:
    """A place in a plan by the name that views give it, with its file and line; both empty where nothing is there."""

    id: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.id} ({self.file}:{self.line})" if self.file else self.id

    def to_dict(self) -> dict[str, str | int | None]:
        """Plain values for JSON."""
        return {"id": self.id, "file": self.file or None, "line": self.line or None}


class ShownPlaces:
    """The places of one plan, with names of files as seen from the current directory."""

    def __init__(self, path: str, loaded: Loaded) -> None:
        self._path = path
        self._read = loaded.read
        self._plan = loaded.plan

    def of(self, names: Iterable[str]) -> tuple[ShownPlace, ...]:
        """Each place in order: the id of an entry, `page:` and a path, a kind, or `plan.` and a key of the frame."""
        return tuple(self._one(name) for name in names)

    def _one(self, name: str) -> ShownPlace:
        if name.startswith(PAGE):
            return ShownPlace(name, shown_name(self._path, name.removeprefix(PAGE)), 1)
        origin = self._origin(name)
        if origin is None:
            return ShownPlace(name)
        at = self._read.places.find(*origin)
        return ShownPlace(name, shown_name(self._path, at.file), at.line)

    def _origin(self, name: str) -> Origin | None:
        plan = self._plan
        if plan is None:
            return None
        head, _, key = name.partition(".")
        if head in SINGLE and key:
            part = getattr(plan, head)
            if part is None:
                return None
            file, path = self._read.origin(part)
            return file, (*path, key)
        # The id of a step has that of its procedure before it.
        entry = plan.by_id.get(name) or plan.by_id.get(head)
        if entry is None and name in KINDS:
            entry = next(iter(getattr(plan, name)), None)
        return None if entry is None else self._read.origin(entry)
