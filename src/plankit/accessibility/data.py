"""The requirements and the parts of the statement, read from the files beside this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Words = Mapping[str, str]
"""A text by language."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where something was read, when, how surely, and what it says."""

    address: str
    read: str
    confidence: str
    says: Words


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """A requirement of WCAG."""

    number: str
    level: str
    name: Words
    person: Words
    """What a person must look at."""
    built: Words
    """How plankit's pages are made so that it holds; empty where that decides nothing."""
    never: Words
    """Why it applies to no page that plankit makes; empty where it may."""
    tests: Sequence[str]
    """What looks at it: `axe`, `keyboard`, `browser`, `colours`, `site`."""
    only_with: str
    """What a site must hold before it applies: `media`, `motion` or `forms`; empty where it always does."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A section of the Swedish statement."""

    id: str
    heading: Words
    paragraphs: Sequence[Words]
    guidance: Words
    faults: bool
    """Whether the faults that are known stand here."""


def _read(name: str) -> Any:
    # Every scalar is a text: `no` is a word here too.
    return yaml.load((_HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


@lru_cache(maxsize=1)
def requirements() -> tuple[Requirement, ...]:
    """What Norwegian rules ask of the public sector, in the order of WCAG."""
    return tuple(
        Requirement(
            number=one["number"],
            level=one["level"],
            name=one["name"],
            person=one["person"],
            built=one.get("built", {}),
            never=one.get("never", {}),
            tests=tuple(one.get("tests", ())),
            only_with=one.get("only_with", ""),
        )
        for one in _read("requirements.yaml")["requirements"]
    )


@lru_cache(maxsize=1)
def left_out() -> tuple[tuple[str, Words], ...]:
    """The requirements of WCAG 2.1 A and AA that the Norwegian rules leave out."""
    return tuple((one["number"], one["name"]) for one in _read("requirements.yaml")["left_out"])


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """What Digg says that a statement must hold, in order."""
    return tuple(
        Part(
            id=one["id"],
            heading=one["heading"],
            paragraphs=tuple(one["paragraphs"]),
            guidance=one.get("guidance", {}),
            faults="faults" in one,
        )
        for one in _read("statement.yaml")["sections"]
    )


@lru_cache(maxsize=2)
def sources(name: str) -> tuple[Source, ...]:
    """Where the facts of `requirements` or `statement` were read."""
    return tuple(Source(**one) for one in _read(f"{name}.yaml")["sources"])
