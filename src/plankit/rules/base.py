"""What a rule is and what it gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from plankit.findings import Severity
from plankit.language import reading_order
from plankit.model.base import Entity, Text, Translated
from plankit.model.guide import Guide
from plankit.model.lesson import OwnLesson
from plankit.model.plan import Plan
from plankit.model.seal import SealedReports
from plankit.model.site_files import SiteFiles
from plankit.model.vocabulary import Vocabulary
from plankit.views.citations import Citation, LawBook, law_book
from plankit.views.lapses import day_of
from plankit.views.passages import Passage, Passages
from plankit.views.suppression import Figures, figures

if TYPE_CHECKING:
    from plankit.walks.prepared import Prepared


T = TypeVar("T")


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
    site_files: SiteFiles | None = None
    """What lies under the names of files in `plan.site`; `None` where nobody looked."""
    sealed: SealedReports | None = None
    """The reports in the newest sealed version of the plan; `None` where there is none, or nobody looked."""
    lessons: tuple[OwnLesson, ...] = ()
    """What teachers wrote beside the plan."""
    unused_waivers: tuple[Entity, ...] = ()
    """Waivers that waived nothing in this check."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the words of this plan stand for."""
        return Vocabulary(self.plan, self.guide)

    @cached_property
    def passages(self) -> Passages:
        """Every text of the plan with its place."""
        return Passages(self.plan)

    @cached_property
    def figures(self) -> Figures:
        """What may be shown of each figure of the plan."""
        return figures(self.plan, self.vocabulary)

    @cached_property
    def law_book(self) -> LawBook | None:
        """The guide's law, made for looking up; `None` where there is no guide."""
        return law_book(self.guide) if self.guide else None

    @cached_property
    def law_day(self) -> date:
        """The day that law and names are judged on: today, or the nearest day of the plan's period."""
        period = self.plan.plan.period
        return day_of(self.today, (period.start_day, period.end_day) if period else (None, None))

    @cached_property
    def cited(self) -> tuple[tuple[Passage, tuple[Citation, ...]], ...]:
        """The texts that refer to law of the guide, each with its references."""
        book = self.law_book
        if book is None:
            return ()
        passages = book.in_plan(self.passages)
        # Plans cite the same few provisions again and again.
        found = {text: book.find(text, self.law_day) for text in {one.text for one in passages}}
        return tuple((one, found[one.text]) for one in passages if found[one.text])

    @cached_property
    def prepared(self) -> Prepared | None:
        """The plan made ready for walks; `None` where no procedure tells what it starts with, or not all is here."""
        if not self.is_whole or not any(one.starts is not None for one in self.plan.procedures):
            return None
        from plankit.walks.prepared import prepare  # heavy: only for plans that can be walked

        period = self.plan.plan.period
        has_start = period is not None and period.start_day is not None
        return prepare(self.plan, self.guide, today=None if has_start else self.today)

    @cached_property
    def _made(self) -> dict[Callable[[Subject], Any], Any]:
        return {}

    def once(self, make: Callable[[Subject], T]) -> T:
        """What `make` makes of this subject. Several rules ask for the same: it is made for the first of them."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def text(self, value: Text | None) -> str:
        """A text in the plan's own language, else the nearest that it is written in; empty where there is none."""
        if isinstance(value, Translated):
            language = self.plan.plan.language
            return value.in_language(language, *reading_order(language))
        return value or ""

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
    offset: int | None = None
    """Where in the prose of a Markdown page; `at` is then the page."""
    values: dict[str, object] = field(default_factory=dict)
    suggestion: str | None = None


@dataclass(frozen=True, kw_only=True)
class GuideSubject:
    """What a rule about guides looks at: a guide, the codes and names of all rules, and the day of the check."""

    guide: Guide
    codes: frozenset[str]
    today: date


Check = Callable[[Subject], Iterator[Hit]]
GuideCheck = Callable[[GuideSubject], Iterator[Hit]]


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
    """`None` for what the reader itself finds while reading, and for rules about guides."""
    guide_check: GuideCheck | None = None
    """Finds what is wrong with a guide itself; only `plankit guide check` asks it."""
    on_request: bool = False
    """Whether it takes long enough to run only where it is asked for."""
