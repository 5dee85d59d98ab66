"""Words that plans use, and the codes that they stand for.

A plan keeps its own word (`igangsatt`); plankit knows what it means (`ongoing`) if the word stands in the
built-in list, in the guide or in the plan's own `vocabulary`. A word without a code is still a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from plankit.model.guide import Guide
from plankit.model.nearest import nearest
from plankit.model.plan import Plan

CODED_FIELDS: Mapping[str, str] = {
    "PlanFrame.document_type": "document-type",
    "PlanFrame.stage": "stage",
    "PlanFrame.audience": "audience",
    "PlanFrame.target_groups": "target-group",
    "PlanFrame.topics": "topic",
    "Version.stage": "stage",
    "Procedure.status": "stage",
    "PlanPart.status": "stage",
    "PlanPart.kind": "part-kind",
    "Participation.role": "participation-role",
    "Participation.status": "participation-status",
    "Partner.role": "participation-role",
    "Partner.status": "participation-status",
    "Decision.kind": "decision-kind",
    "Statement.kind": "statement-kind",
    "Statement.weight": "statement-weight",
    "Succession.direction": "succession-direction",
    "Succession.kind": "succession-kind",
    "Link.relation": "link-relation",
    "Group.kind": "group-kind",
    "Edition.kind": "edition-kind",
    "Section.kind": "section-kind",
    "Area.kind": "area-kind",
    "Area.phase": "phase",
    "Goal.level": "goal-level",
    "Goal.effect_horizon": "horizon",
    "Goal.target_groups": "target-group",
    "Goal.topics": "topic",
    "Goal.phases": "phase",
    "Goal.audience": "audience",
    "Responsible.function": "function",
    "Measure.kind": "measure-kind",
    "Measure.status": "measure-status",
    "Measure.status_at_adoption": "measure-status",
    "Measure.phases": "phase",
    "Measure.prevention_level": "prevention-level",
    "Measure.target_groups": "target-group",
    "Measure.topics": "topic",
    "Indicator.collector": "collector",
    "Indicator.status": "indicator-status",
    "Target.direction": "target-direction",
    "Progress.status": "measure-status",
    "Progress.outcome": "progress-outcome",
    "ActivityPlan.stage": "stage",
    "Activity.status": "activity-status",
    "Agency.kind": "agency-kind",
    "Agency.level": "agency-level",
    "Task.phase": "phase",
    "Responsibility.basis": "basis",
    "Arena.kind": "arena-kind",
    "Service.level": "agency-level",
    "Service.target_groups": "target-group",
    "Service.access": "access",
    "Contact.channel": "channel",
    "Contact.audience": "contact-audience",
    "Procedure.form": "procedure-form",
    "Procedure.for_victim": "target-group",
    "Procedure.target_groups": "target-group",
    "Procedure.topics": "topic",
    "Branch.severity": "severity",
    "Situation.exposed": "target-group",
    "Situation.doors": "door",
    "Situation.severity": "severity",
    "Situation.suspects": "suspect",
    "Situation.adaptations": "adaptation",
    "Situation.hours": "hours",
    "Situation.leader": "leader",
    "CaseFields.exposed": "target-group",
    "CaseFields.door": "door",
    "CaseFields.severity": "severity",
    "CaseFields.suspect": "suspect",
    "CaseFields.adaptations": "adaptation",
    "Step.actor": "actor",
    "Responsibility.level": "matrix-level",
    "Duty.kind": "duty-kind",
    "TrainingItem.level": "training-level",
    "TrainingItem.form": "training-form",
    "Statistic.area": "statistic-area",
    "Evaluation.kind": "evaluation-kind",
    "Risk.kind": "risk-kind",
    "Answer.state": "answer-state",
    "Judgement.score": "rubric-score",
    "Requirement.force": "force",
    "Requirement.decided_by": "decided-by",
    "TemplateSection.force": "force",
    "Content.force": "force",
    "GuideFact.confidence": "confidence",
    "GuideDuty.confidence": "confidence",
    "GuideAgency.level": "agency-level",
    "GuideAgency.kind": "agency-kind",
    "GuideTask.phase": "phase",
    "HelpLine.kind": "help-kind",
    "LegalDuty.kind": "duty-kind",
    "RubricItem.decided_by": "decided-by",
    "QuestionFields.answered_by": "evaluation-figure",
    "Crossing.relation": "crosswalk-relation",
    "Objective.exercises": "exercise",
    "RunningPart.exercise": "exercise",
    "GatheringPart.exercise": "exercise",
    "MonthlyExercise.exercise": "exercise",
}
"""Class and key, and the list that the words there belong to."""

OF_GUIDE: Mapping[str, str] = {
    "target-group": "target_groups",
    "topic": "topics",
    "phase": "task_phases",
    "door": "doors",
    "suspect": "suspects",
    "adaptation": "adaptations",
    "matrix-level": "matrix_levels",
}
"""Lists whose codes come from the guide, because they belong to its theme."""

CHECKED_LISTS = frozenset(
    {
        "stage",
        "measure-status",
        "activity-status",
        "function",
        "decision-kind",
        "statement-kind",
        "statement-weight",
        "agency-level",
        "channel",
        "contact-audience",
        "participation-role",
        "succession-direction",
        "answer-state",
        "rubric-score",
        "target-group",
        "severity",
        "door",
        "suspect",
        "adaptation",
        "hours",
        "leader",
        "actor",
        "matrix-level",
    }
)
"""Lists that views group, sort or decide by; a word without a code there is a finding."""


class Code(NamedTuple):
    """One code of a built-in list, its word in each language, and other words that plans use."""

    field: str
    code: str
    words: Mapping[str, str]
    also: tuple[str, ...]


@lru_cache(maxsize=1)
def built_in() -> Mapping[str, Mapping[str, Code]]:
    """The built-in lists: for each list, its codes in order."""
    text = resources.files("plankit.model").joinpath("vocabulary.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    languages = lines[0].split("\t")[2:-1]
    lists: dict[str, dict[str, Code]] = {}
    for line in lines[1:]:
        field, code, *words, also = line.split("\t")
        named = dict(zip(languages, words, strict=True))
        lists.setdefault(field, {})[code] = Code(field, code, named, tuple(filter(None, also.split("|"))))
    return lists


class _Known(NamedTuple):
    """What the words of every plan that follows a guide stand for."""

    labels: Mapping[tuple[str, str], Mapping[str, str]]
    codes: Mapping[tuple[str, str], str | None]


class _Same:
    """A guide as a key: the same object, not one that is equal to it, which takes long to tell."""

    def __init__(self, guide: Guide | None) -> None:
        self.guide = guide

    def __hash__(self) -> int:
        return id(self.guide)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.guide is other.guide


@lru_cache(maxsize=8)
def _known(same: _Same) -> _Known:
    labels: dict[tuple[str, str], Mapping[str, str]] = {}
    codes: dict[tuple[str, str], str | None] = {}

    def add(field: str, code: str, words: Mapping[str, str], also: tuple[str, ...]) -> None:
        labels[field, code] = words
        for word in (code, *words.values(), *also):
            codes.setdefault((field, word.casefold()), code)

    for field, entries in built_in().items():
        for code in entries.values():
            add(field, code.code, code.words, code.also)
    for field, kind in OF_GUIDE.items():
        for term in getattr(same.guide, kind) if same.guide else ():
            names = {"nb": term.name} if isinstance(term.name, str) else dict(term.name.values)
            add(field, term.id, names, term.also)
    return _Known(labels, codes)


class Vocabulary:
    """What the words of one plan stand for: its own entries first, then its guide, then the built-in lists."""

    def __init__(self, plan: Plan, guide: Guide | None) -> None:
        known = _known(_Same(guide))
        self._labels = known.labels
        own = {(one.field, one.term.casefold().strip()): one.code for one in plan.vocabulary}
        self._codes = {**known.codes, **own} if own else known.codes

    def code(self, field: str, word: str) -> str | None:
        """The code that `word` stands for in a list; `None` where there is none."""
        return self._codes.get((field, word.casefold().strip()))

    def knows(self, field: str, word: str) -> bool:
        """Whether the word is known, be it with a code or expressly without one."""
        return (field, word.casefold().strip()) in self._codes

    def has(self, field: str) -> bool:
        """Whether the list has any codes at all; lists of a guide that is not there have none."""
        return any(one == field for one, _ in self._labels)

    def label(self, field: str, word: str, *languages: str) -> str:
        """How to show `word`: as it is written; a code as its word in the first of `languages` that has one."""
        names = self._labels.get((field, word))
        if names is None:
            return word
        return next((names[tag] for tag in languages if tag in names), word)

    def suggest(self, field: str, word: str) -> str | None:
        """The known word of the list that is nearest to `word`."""
        return nearest(word, [known for one, known in self._codes if one == field])
