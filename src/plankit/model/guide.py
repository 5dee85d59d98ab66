"""A guide: what a plan on its theme must answer, who exists to act, what law says, and where help is.

The library knows no theme. What a plan is about, which agencies there are and which numbers to call
all stand in the guide's files.
"""

from __future__ import annotations

from functools import cached_property

from plankit.model.base import Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.contents import LegalRefs
from plankit.model.when import When


class Original(Part):
    """The work that a guide describes."""

    title: Text
    owner: Text | None = None
    address: str | None = None
    read_on: When | None = None


class GuideFrame(Part):
    """Identity of a guide."""

    id: Id
    edition: str
    title: Text
    theme: Text | None = None
    country: str | None = None
    language: str = "nb"
    languages: Words = ()
    licence: str | None = None
    original: Original | None = None
    checked_on: When | None = None
    number_limit: str | None = None
    """ISO 8601 duration after which a help line must be checked anew."""
    about: Text | None = None


class GuideFact(Named):
    """Something that a guide says, with where it was read and how sure that is."""

    address: str | None = None
    """Where it was read."""
    checked_on: When | None = None
    confidence: str | None = None
    """`read` in the source, `inferred` from it, or `unconfirmed`."""


class Phase(GuideFact):
    """A phase of the work on a plan."""

    number: str | None = None
    title: Text
    text: Text | None = None


class GuideStep(GuideFact):
    """A step of a phase."""

    number: str | None = None
    phase: Id
    parent: Id | None = None
    title: Text
    text: Text | None = None
    do: Texts = ()
    """What to do, each a sentence."""


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
    """Codes of the rules that decide it."""
    evidence: Words = ()
    """Kinds of entry, or keys of the frame (`plan.period`), that show it in a plan."""
    legal_basis: LegalRefs = ()
    applies_when: str | None = None


class Content(Part):
    """One thing that a template section holds."""

    text: Text
    force: str


class TemplateSection(GuideFact):
    """A section of the plan's template."""

    order: str
    title: Text
    contains: tuple[Content, ...] = ()
    force: str | None = None


class GuideDuty(Part):
    """A duty of an agency."""

    text: Text
    legal_basis: LegalRefs = ()
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
    duties: tuple[GuideDuty, ...] = ()
    age_limits: str | None = None
    gender_limits: Text | None = None
    former_names: Texts = ()


class GuideTask(GuideFact):
    """A row of the responsibility matrix."""

    title: Text
    phase: str
    text: Text | None = None
    duty: Text | None = None
    legal_basis: LegalRefs = ()
    public_authority: Flag | None = None
    personal_duty: Flag | None = None
    """Whether the duty rests on each employee and cannot be delegated."""
    around_the_clock: Flag | None = None
    agencies: Ids = ()
    """Agencies that law or custom already binds to it."""


class Law(GuideFact):
    """A provision."""

    act: Text
    short_name: Text | None = None
    citation: str | None = None
    section: str | None = None
    title: Text | None = None
    obliges: Text | None = None
    valid_from: When | None = None
    valid_to: When | None = None
    replaced_by: Id | None = None
    identifier: str | None = None


class HelpLine(GuideFact):
    """A number or address where someone can get help."""

    name: Text
    kind: str
    """`emergency`, `helpline`, `service` or `professionals`."""
    number: str | None = None
    site: str | None = None
    hours: Text | None = None
    around_the_clock: Flag | None = None
    for_whom: Text | None = None
    cost: Text | None = None
    on_every_page: Flag | None = None


class GuideTerm(GuideFact):
    """A target group, topic, phase of tasks, perspective or word of the glossary."""

    name: Text
    also: Words = ()
    """Other words that plans use for the same."""
    text: Text | None = None


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
    laws: tuple[Law, ...] = ()
    help_lines: tuple[HelpLine, ...] = ()
    target_groups: tuple[GuideTerm, ...] = ()
    topics: tuple[GuideTerm, ...] = ()
    task_phases: tuple[GuideTerm, ...] = ()
    perspectives: tuple[GuideTerm, ...] = ()
    glossary: tuple[GuideTerm, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every entry by its id; of two with the same id, the first."""
        found: dict[str, Item] = {}
        for kind in GUIDE_KINDS:
            for entry in getattr(self, kind):
                found.setdefault(entry.id, entry)
        return found


GUIDE_KINDS = tuple(
    name for name in Guide.model_fields if name not in {"guide", "format", *Part.model_fields}
)
"""Every kind of entry of a guide."""
