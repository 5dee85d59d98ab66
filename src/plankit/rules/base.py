"""What a rule is and what it gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plankit.findings import Severity
from plankit.model.base import Entity
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.model.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a rule looks at: a plan, the guide that it follows, and the day of the check."""

    plan: Plan
    guide: Guide | None = None
    today: date
    complete: bool = True
    """False where a file could not be read; then nothing is said of what may stand in it."""
    lost_ids: frozenset[str] = frozenset()
    """Ids of entries that were written but could not be kept."""
    unused_waivers: tuple[Entity, ...] = ()
    """Waivers that waived nothing in this check."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the words of this plan stand for."""
        return Vocabulary(self.plan, self.guide)

    @property
    def is_whole(self) -> bool:
        """Whether every entry that was written is here; only then is an entry that is not here missing."""
        return self.complete and not self.lost_ids

    def code(self, field: str, word: str) -> str:
        """The code of `word` in a list; the word itself in small letters where it has none."""
        return self.vocabulary.code(field, word) or word.casefold().strip()


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One place where a rule applies: an entry, a path inside it, and what fills the message."""

    at: Entity | None
    path: tuple[str | int, ...] = ()
    at_key: bool = False
    values: dict[str, object] = field(default_factory=dict)
    suggestion: str | None = None
    requirement: str | None = None


Check = Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: code and name for ever, its words, and the function that finds what it is about.

    The docstring of the file that declares it says what it checks and why, with a bad and a good example.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str | None = None
    check: Check | None = None
    """`None` for what the reader itself finds while reading."""
    requirement: str | None = None
    """Requirement of the guide that it decides."""
