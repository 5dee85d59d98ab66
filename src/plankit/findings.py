"""What a finding is: a coded sentence about one place in the files of a plan. Imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding matters. Higher is worse; `--fail-on` compares with it."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The English word, as in options and JSON."""
        return self.name.lower()


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file. `file` is relative to the plan folder, with `/`; line and column start at 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that is wrong, missing or worth a look.

    `message` and `hint` are in the language that was asked for; `code` and `name` never change.
    """

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    subject: str | None = None
    """Id of the entry that it is about."""
    hint: str | None = None
    requirement: str | None = None
    """The first requirement of the guide that the rule decides."""

    def sort_key(self) -> tuple[Place, str, str]:
        """Findings are listed by place, then by code."""
        return (self.place, self.code, self.message)

    def to_dict(self) -> dict[str, str | int | None]:
        """Plain values, as printed by `check --format json`."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.word,
            "message": self.message,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "subject": self.subject,
            "hint": self.hint,
            "requirement": self.requirement,
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A finding before it has words: what the reader and the rules yield.

    `file` and `path` (keys and indexes inside that file) tell where; `line` and `column` are given
    outright only where a file could not be parsed, or where the place lies in prose.
    """

    code: str
    values: dict[str, object] = field(default_factory=dict)
    file: str = "plan.yaml"
    path: tuple[str | int, ...] = ()
    at_key: bool = False
    """Whether the key at the end of `path` is meant, not its value."""
    line: int | None = None
    column: int | None = None
    subject: str | None = None
    suggestion: str | None = None
    other: tuple[str, tuple[str | int, ...]] | None = None
    """A second place, as file and path; its line and file become `{other}` in the message."""
