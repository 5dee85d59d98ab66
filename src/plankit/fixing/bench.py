"""What a fix looks at: the plan as it was loaded, what its files hold, and what one fix asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from plankit.findings import Problem
from plankit.fixing.edits import Edit
from plankit.loading import Loaded
from plankit.rules.base import Subject
from plankit.source.folder import PAGE_ENDING
from plankit.source.front_matter import split_front_matter
from plankit.source.shape import without_empty_keys
from plankit.source.yaml_events import read_yaml

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Mend:
    """What mends one problem: the edits, all of them or none, and what they change in words."""

    edits: tuple[Edit, ...]
    old: str = ""
    new: str = ""


Fix = Callable[[Problem, "Bench"], Mend | None]
"""What mends a problem; `None` where nothing safe does."""


@dataclass(frozen=True, eq=False)
class Bench:
    """A loaded plan, made for mending."""

    loaded: Loaded
    today: date
    _read: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def subject(self) -> Subject | None:
        """What the rules looked at."""
        plan = self.loaded.plan
        if plan is None:
            return None
        read = self.loaded.read
        return Subject(
            plan=plan,
            guide=self.loaded.guide,
            today=self.today,
            complete=read.complete,
            lost_ids=read.lost_ids,
        )

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that the plan or its guide uses, so that a new one is none of them."""
        plan, guide, read = self.loaded.plan, self.loaded.guide, self.loaded.read
        found = set(read.lost_ids)
        if plan is not None:
            found |= set(plan.by_id)
            found |= {step.id for one in plan.procedures for step in one.all_steps()}
        return frozenset(found | set(guide.by_id if guide else ()))

    def value(self, file: str, path: Path) -> Any:
        """What the file holds at a path, as it is written; `None` where nothing is there."""
        if file not in self._read:
            text = self.loaded.read.texts.get(file)
            head = split_front_matter(text)[0] if text is not None and file.endswith(PAGE_ENDING) else text
            raw = read_yaml(head, file)[0] if head is not None else None
            self._read[file] = without_empty_keys(raw)
        here = self._read[file]
        for step in path:
            if isinstance(step, int) and not isinstance(here, list):
                # One value alone stands for a list of one.
                here = here if step == 0 else None
            elif isinstance(here, dict):
                here = here.get(step)
            else:
                is_there = isinstance(here, list) and isinstance(step, int) and step < len(here)
                here = here[int(step)] if is_there else None
        return here

    def place(self, file: str, prose: str, offset: int) -> tuple[int, int]:
        """Line and column in a Markdown file of a place in its prose."""
        text = self.loaded.read.texts[file]
        at = len(text) - len(prose) + offset
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
