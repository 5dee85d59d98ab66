"""A guide: what a plan on its theme must answer, who exists to act, what law says, and where help is.

The library knows no theme. What a plan is about, which agencies there are and which numbers to call
all stand in the guide's files.
"""

from __future__ import annotations

from functools import cached_property

from plankit.model.base import Entity, Flag, Id, Ids, Item, Part, Text, Texts, Words
from plankit.model.case import CaseFields
from plankit.model.evaluation_question import QuestionFields
from plankit.model.guide_fact import GuideFact, Original
from plankit.model.guide_help import HelpLine, RegionalCentre
from plankit.model.guide_law import Act, Law, LegalDuty
from plankit.model.parties import FormerName
from plankit.model.survey import Survey
from plankit.model.teaching import (
    CaseLesson,
    ConfidenceItem,
    Dilemma,
    Gathering,
    MonthlyExercise,
    Objective,
    RunningCase,
)
from plankit.model.when import When


class GuideFrame(Part):
    """Identity of a guide."""

    id: Id
    edition: str
    published_on: When | None = None
    """When this edition came out."""
    replaces: str | None = None
    """The edition before it."""
    title: Text
    theme: Text | None = None
    country: str | None = None
    """Two letters, as in ISO 3166-1."""
    language: str = "nb"
    """The language that the guide was written in."""
    languages: Words = ()
    """Languages that every text of it exists in, prose pages too."""
    partial_languages: Words = ()
    """Languages that its titles and names, requirements and tasks exist in; other texts fall back, visibly."""
    licence: str | None = None
    original: Original | None = None
    site: str | None = None
    """Address where the guide is published as a site, without the language; none means nowhere."""
    exit: str | None = None
    """Address that the exit link of every page leads to: impersonal, quick, telling nothing of the theme.

    Without it, pages have no exit link: most themes need none.
    """
    revealing: Words = ()
    """Parts of words that tell what the theme is: kept out of addresses, titles of tabs and file names.

    Capitals and marks do not count, and the part may stand anywhere in a word.
    """
    protected: Words = ()
    """Beginnings of words for places that must not be found: a street address beside one is a finding."""
    checked_on: When | None = None
    number_limit: str | None = None
    """ISO 8601 duration after which a help line must be checked anew."""
    law_limit: str | None = None
    """ISO 8601 duration that a provision may stand as unconfirmed."""
    rubric_edition: str | None = None
    """The edition of the rubric, which may change while the guide stays: judgements name it."""
    rubric_date: When | None = None
    """When this edition of the rubric came out."""
    about: Text | None = None


class Phase(GuideFact):
    """A phase of the work on a plan."""

    number: str | None = None
    title: Text
    text: Text | None = None


class GuideStep(GuideFact):
    """A step of a phase. Its page of prose has the same name as its id."""

    number: str | None = None
    phase: Id
    parent: Id | None = None
    title: Text
    text: Text | None = None
    do: Texts = ()
    """What to do, each a sentence."""
    missing: Flag | None = None
    """Whether the original has a step here that could not be read; it is shown as a gap."""


class Requirement(GuideFact):
    """What a plan is asked for."""

    step: Id | None = None
    section: Id | None = None
    """Template section that it belongs in."""
    title: Text
    text: Text
    force: str
    """`law`, `must`, `should` or `advice`."""
    decided_by: str
    """`rule`, `person` or `both`."""
    rules: Words = ()
    """Codes of the rules that decide it: a finding of one of them means that it is not met."""
    evidence: Words = ()
    """Kinds of entry, or keys of the frame (`plan.period`), that show it in a plan."""
    question: Text | None = None
    """What a person asks to decide it."""
    laws: Ids = ()
    """Provisions that ask for it."""
    applies_when: str | None = None
    """`shared` where it is asked only of plans with several municipalities."""


class Content(Part):
    """One thing that a template section holds."""

    text: Text
    force: str


class TemplateSection(GuideFact):
    """A section of the plan's template."""

    order: str
    title: Text
    text: Text | None = None
    contains: tuple[Content, ...] = ()
    force: str | None = None
    step: Id | None = None
    """The step that tells how to write it."""


class GuideDuty(Part):
    """A duty of an agency."""

    text: Text
    laws: Ids = ()
    confidence: str | None = None
    address: str | None = None


class GuideAgency(GuideFact):
    """An agency that exists on the theme of the guide."""

    name: Text
    short_name: Text | None = None
    level: str
    kind: str | None = None
    public: Flag | None = None
    commandable: Flag | None = None
    """Whether the municipality may give it orders."""
    commanded_by: Ids = ()
    """Agencies that may give it orders."""
    text: Text | None = None
    """What it is, in a sentence or two."""
    duties: tuple[GuideDuty, ...] = ()
    expect: Texts = ()
    """What others may expect of it, each a sentence."""
    age_limits: Text | None = None
    gender_limits: Text | None = None
    former_names: tuple[FormerName, ...] = ()


class Settled(Part):
    """A cell of the matrix that law already settles."""

    agency: Id
    role: str
    """Letters of RASCI."""
    laws: Ids = ()


class GuideTask(GuideFact):
    """A row of the responsibility matrix."""

    title: Text
    matrix: Id | None = None
    """The matrix that it is a row of; the matrix of roles (RASCI) where nothing is said."""
    phase: str
    levels: Words = ()
    """In a matrix of levels: the levels whose holders all have this task."""
    text: Text | None = None
    duty: Text | None = None
    laws: Ids = ()
    """Provisions that the duty rests on."""
    public_authority: Flag | None = None
    personal_duty: Flag | None = None
    """Whether the duty rests on each employee and cannot be delegated."""
    around_the_clock: Flag | None = None
    """Whether somebody must be there at all hours."""
    within: str | None = None
    """ISO 8601 duration within which law says that it must be done."""
    agencies: Ids = ()
    """Agencies that law or custom already binds to it."""
    settled: tuple[Settled, ...] = ()
    """Cells that law settles, whatever a plan says."""


class GuideMatrix(GuideFact):
    """A second matrix of tasks and agencies, whose cells hold levels instead of roles."""

    title: Text
    text: Text | None = None


class GuideCase(CaseFields, GuideFact):
    """A made-up case that every plan on the theme is walked with."""


class RubricItem(GuideFact):
    """What is looked at to see what a plan documents, one thing at a time: 0 absent, 1 vague, 2 specific."""

    principle: Id
    title: Text
    text: Text | None = None
    levels: Texts = ()
    """What 0, 1 and 2 mean here, in this order."""
    decided_by: str
    """`rule`, `person` or `both`."""
    requirements: Ids = ()


class EvaluationQuestion(QuestionFields, GuideFact):
    """A question that is asked when a plan is evaluated, and what of the plan's data tell something of it."""


class Regime(GuideFact):
    """A convention, directive, act or handbook that asks for the same as the guide."""

    title: Text
    short_name: Text | None = None
    kind: str | None = None
    official: str | None = None
    text: Text | None = None


class Crossing(GuideFact):
    """How a requirement stands to a provision of a regime. The words are OSCAL's."""

    requirement: Id
    regime: Id
    provision: str
    """`art. 10`, `chapter 3.6`, `§ 15`."""
    relation: str
    """`equal-to`, `equivalent-to`, `subset-of`, `superset-of`, `intersects-with` or `no-relationship`."""


class GuideTerm(GuideFact):
    """A word of one of the guide's lists: target groups, topics, phases, perspectives, doors, actions, the glossary …"""

    name: Text
    one: Text | None = None
    """How one such is called inside a sentence: `a child`, `a school assistant`."""
    also: Words = ()
    """Other words that plans use for the same."""
    text: Text | None = None


class GuidePage(Entity):
    """A page of prose in one language, such as `pages/nb/step-1.1.md`."""

    path: str
    name: str
    """Id of the entry that it tells more of, or a name of its own: `about`."""
    language: str
    title: str | None = None
    text: str


class Guide(Part):
    """A guide as a whole."""

    format: str = "1"
    guide: GuideFrame
    phases: tuple[Phase, ...] = ()
    steps: tuple[GuideStep, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    template: tuple[TemplateSection, ...] = ()
    agencies: tuple[GuideAgency, ...] = ()
    tasks: tuple[GuideTask, ...] = ()
    matrices: tuple[GuideMatrix, ...] = ()
    acts: tuple[Act, ...] = ()
    laws: tuple[Law, ...] = ()
    legal_duties: tuple[LegalDuty, ...] = ()
    help_lines: tuple[HelpLine, ...] = ()
    regional_centres: tuple[RegionalCentre, ...] = ()
    surveys: tuple[Survey, ...] = ()
    principles: tuple[GuideTerm, ...] = ()
    rubric: tuple[RubricItem, ...] = ()
    evaluation_questions: tuple[EvaluationQuestion, ...] = ()
    regimes: tuple[Regime, ...] = ()
    crosswalk: tuple[Crossing, ...] = ()
    target_groups: tuple[GuideTerm, ...] = ()
    topics: tuple[GuideTerm, ...] = ()
    task_phases: tuple[GuideTerm, ...] = ()
    perspectives: tuple[GuideTerm, ...] = ()
    doors: tuple[GuideTerm, ...] = ()
    suspects: tuple[GuideTerm, ...] = ()
    adaptations: tuple[GuideTerm, ...] = ()
    actions: tuple[GuideTerm, ...] = ()
    matrix_levels: tuple[GuideTerm, ...] = ()
    cases: tuple[GuideCase, ...] = ()
    glossary: tuple[GuideTerm, ...] = ()
    audiences: tuple[GuideTerm, ...] = ()
    objectives: tuple[Objective, ...] = ()
    case_lessons: tuple[CaseLesson, ...] = ()
    running_cases: tuple[RunningCase, ...] = ()
    dilemmas: tuple[Dilemma, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    monthly_exercises: tuple[MonthlyExercise, ...] = ()
    confidence_items: tuple[ConfidenceItem, ...] = ()
    pages: tuple[GuidePage, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every entry by its id; of two with the same id, the first."""
        found: dict[str, Item] = {}
        for kind in GUIDE_KINDS:
            for entry in getattr(self, kind):
                found.setdefault(entry.id, entry)
        return found


GUIDE_KINDS = tuple(
    name for name in Guide.model_fields if name not in {"guide", "format", "pages", *Part.model_fields}
)
"""Every kind of entry of a guide."""

GUIDE_TARGETS: dict[str, tuple[str, ...]] = {
    "GuideStep.phase": ("phases",),
    "GuideStep.parent": ("steps",),
    "Requirement.step": ("steps",),
    "Requirement.section": ("template",),
    "Requirement.laws": ("laws",),
    "TemplateSection.step": ("steps",),
    "GuideDuty.laws": ("laws",),
    "GuideAgency.commanded_by": ("agencies",),
    "GuideTask.matrix": ("matrices",),
    "GuideTask.phase": ("task_phases",),
    "GuideTask.levels": ("matrix_levels",),
    "GuideTask.laws": ("laws",),
    "GuideTask.agencies": ("agencies",),
    "Settled.agency": ("agencies",),
    "Settled.laws": ("laws",),
    "Act.replaced_by": ("acts",),
    "Law.act": ("acts",),
    "Law.binds": ("agencies",),
    "Law.replaced_by": ("laws",),
    "LegalDuty.laws": ("laws",),
    "LegalDuty.yields_to": ("legal_duties",),
    "LegalDuty.receiver": ("agencies",),
    "RubricItem.principle": ("principles",),
    "RubricItem.requirements": ("requirements",),
    "QuestionFields.step": ("steps",),
    "Crossing.requirement": ("requirements",),
    "Crossing.regime": ("regimes",),
    "Expectation.reaches": ("agencies",),
    "Expectation.owner": ("agencies",),
    "Expectation.never": ("actions",),
    "GuideCase.exposed": ("target_groups",),
    "GuideCase.door": ("doors",),
    "GuideCase.suspect": ("suspects",),
    "GuideCase.adaptations": ("adaptations",),
    "Objective.audiences": ("audiences",),
    "Objective.steps": ("steps",),
    "Objective.duties": ("legal_duties",),
    "Objective.tasks": ("tasks",),
    "CaseLesson.case": ("cases",),
    "CaseLesson.audiences": ("audiences",),
    "CaseLesson.objectives": ("objectives",),
    "RunningPart.case": ("cases",),
    "RunningCase.audiences": ("audiences",),
    "RunningCase.objectives": ("objectives",),
    "Dilemma.audiences": ("audiences",),
    "Dilemma.objectives": ("objectives",),
    "Dilemma.duties": ("legal_duties",),
    "Dilemma.laws": ("laws",),
    "GatheringPart.objectives": ("objectives",),
    "Gathering.audiences": ("audiences",),
    "MonthlyExercise.audiences": ("audiences",),
    "MonthlyExercise.objectives": ("objectives",),
    "ConfidenceItem.audiences": ("audiences",),
    "ConfidenceItem.objectives": ("objectives",),
}
"""Class and key, and the kinds of entry that the ids there may belong to."""
