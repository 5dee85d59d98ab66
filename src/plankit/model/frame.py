"""The frame of a plan: what it is, for whom, who takes part, what was decided, and what came before."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from plankit.model.base import Entity, Flag, Id, Ids, Item, Named, Part, Text, Texts, Words
from plankit.model.cost import Number
from plankit.model.when import Period, When


class CaseRef(Entity):
    """A number in a records system. It stays a text: `PS 16/19`, `2019/5699`, `§ 236`."""

    number: str
    system: str | None = None
    kind: str | None = None


def _case(value: Any) -> Any:
    return {"number": value} if isinstance(value, str) else value


Case = Annotated[CaseRef, BeforeValidator(_case)]


class GuideRef(Entity):
    """The guide that a plan follows, and which edition of it."""

    id: Id
    edition: str
    site: str | None = None
    """Address where that guide is published, without the language; the plan's site then links into it."""


class Edition(Part):
    """One form of the plan: full, popular, web, print, cards."""

    kind: str
    title: Text | None = None
    audience: Words = ()
    address: str | None = None


class PlanPart(Item):
    """A part of the plan with a status, an owner and a renewal of its own."""

    title: Text
    number: str | None = None
    kind: str | None = None
    period: Period | None = None
    status: str | None = None
    owner: Text | None = None
    renewal: When | None = None
    contents: Ids = ()
    """Ids of what belongs to the part."""
    text: Text | None = None


class SiteFrame(Entity):
    """How the plan's site looks and behaves. Without it, plankit's own colours and the guide's choices hold."""

    name: Text | None = None
    """What stands at the head of each page, such as `Fjordvik kommune`."""
    title: Text | None = None
    """What the browser shows and remembers. Without it: kind of document, period and municipality."""
    exit: str | None = None
    """Address that the exit link leads to; without it the guide's. `off` leaves the link out."""
    arms: str | None = None
    """Picture of the arms: a file in the plan folder."""
    arms_text: Text | None = None
    """What the picture shows, for those who do not see it."""
    colour: str | None = None
    """Main colour, `#rrggbb`: links, buttons, the line at the head."""
    colour_dark: str | None = None
    """The same on a dark page; without it, a lighter shade of `colour`."""
    tokens: str | None = None
    """Style sheet in the plan folder with the municipality's Designsystemet tokens (`--ds-…`)."""


class CasePaper(Part):
    """What the council's case paper says beyond the plan. What is left out stands there as a blank to fill in."""

    handled_by: Text | None = None
    """The role that handles the case."""
    considered_by: Texts = ()
    """The bodies that consider it before it is decided, in order."""
    decided_by: Text | None = None
    """The body that decides; without it, the one that ordered or adopted the plan."""
    summary: Text | None = None
    need: Text | None = None
    """Why the plan is needed: knowledge, national guidance and local conditions."""
    assessment: Text | None = None
    consequences: Text | None = None
    """For economy, staff, children, equality and climate, as the municipality asks for."""
    decision: Texts = ()
    """Points of the proposed decision, in place of those that are made from the plan."""
    next_steps: Texts = ()
    annexes: Texts = ()


class Partner(Part):
    """Another municipality or authority that has the same plan."""

    name: Text
    number: str | None = None
    """Official number of the municipality, a text: `0301`."""
    role: str | None = None
    role_text: Text | None = None
    status: str | None = None
    adopted: When | None = None
    """When it adopted the plan."""
    left: When | None = None
    valid_to: When | None = None
    succeeded_by: Text | None = None
    address: str | None = None
    """Where its own plan is published."""


class SharedPlan(Part):
    """Of one municipality's own plan: the plan that it has together with others."""

    title: Text | None = None
    address: str | None = None
    """Where the joint plan is published."""
    partners: tuple[Partner, ...] = ()
    """Those that it is shared with."""


class PlanFrame(Part):
    """Identity of a plan."""

    id: Id
    title: Text
    subtitle: Text | None = None
    notice: Text | None = None
    """A sentence that must stand on the front page, such as that a municipality is invented."""
    document_type: str | None = None
    language: str = "nb"
    """The language that the plan is written in."""
    languages: Words = ()
    """Every language that it is published in."""
    country: str | None = None
    theme: Text | None = None
    period: Period | None = None
    in_force_from: When | None = None
    document_date: When | None = None
    stage: str | None = None
    guide: GuideRef | None = None
    audience: Words = ()
    target_groups: Words = ()
    topics: Words = ()
    scope_organisation: Texts = ()
    """Boards, administrations and companies that it binds."""
    document_owner: Text | None = None
    process_owner: Text | None = None
    approved_by: Text | None = None
    case_refs: tuple[Case, ...] = ()
    title_history: Texts = ()
    editions: tuple[Edition, ...] = ()
    principles: Texts = ()
    contents: Texts = ()
    """What the plan says that it holds."""
    address: str | None = None
    """Where the plan is published."""
    evaluation_date: When | None = None
    suppress_below: Number | None = None
    """Figures that count fewer people than this are withheld; without it, fewer than 5. `0` withholds none."""
    site: SiteFrame | None = None
    case_paper: CasePaper | None = None
    shared: SharedPlan | None = None
    """The joint plan, where this is one municipality's own. `--municipality` fills it in."""


class Participation(Named):
    """One municipality or authority in the plan. Each adopts by itself."""

    name: Text
    number: str | None = None
    """Official number of the municipality, a text: `0301`."""
    role: str | None = None
    role_text: Text | None = None
    status: str | None = None
    joined: When | None = None
    left: When | None = None
    valid_to: When | None = None
    succeeded_by: Text | None = None
    previous_plan: Text | None = None
    had_plan_before: Flag | None = None
    local_supplement: Text | None = None
    plan_title: Text | None = None
    """What its own plan is called, if not as the joint one."""
    in_force_from: When | None = None
    """When the plan is in force here, if not on the day of the joint plan."""
    evaluation_date: When | None = None
    document_owner: Text | None = None
    process_owner: Text | None = None
    case_refs: tuple[Case, ...] = ()
    """Its own case numbers."""
    address: str | None = None
    """Where its own plan is published."""
    site: SiteFrame | None = None
    """How its own site looks: name, arms, colour."""


class Decision(Item):
    """A decision of a body about the plan, or about something in it."""

    body: Text
    kind: str | None = None
    date: When | None = None
    participant: Id | None = None
    """The municipality that decided; may be left out when there is only one."""
    version: Id | None = None
    case_refs: tuple[Case, ...] = ()
    text: Text | None = None
    unanimous: Flag | None = None
    dissent: Text | None = None
    remarks: Texts = ()
    """Additions that bind the plan though its text does not hold them."""
    resulting_measures: Ids = ()
    about: Ids = ()


class Change(Part):
    """What changed in a version."""

    about: Ids = ()
    text: Text
    decision: Id | None = None


class Version(Named):
    """A version of the plan."""

    label: str | None = None
    stage: str | None = None
    date: When | None = None
    revised: When | None = None
    period: Period | None = None
    changes: tuple[Change, ...] = ()


class Statement(Part):
    """What somebody said of the draft, how much weight it got and what the answer is. No private persons."""

    number: str | None = None
    body: Text | None = None
    """The body that said it. A private person is never named: `kind: inhabitant`, and no body."""
    kind: str | None = None
    received: When | None = None
    about: Ids = ()
    """Ids of the measures, sections or other entries that it is about."""
    paragraphs: Words = ()
    """Numbers of the paragraphs of the draft that it is about: `2-4`."""
    summary: Text | None = None
    weight: str | None = None
    """`followed`, `partly-followed`, `noted` or `not-followed`."""
    answer: Text | None = None
    """Why it got that weight, and what was changed."""


class Hearing(Item):
    """A round of comments before adoption."""

    opens: When | None = None
    closes: When | None = None
    receiver: Text | None = None
    channel: str | None = None
    value: str | None = None
    reply_count: str | None = None
    outcome: Text | None = None
    statements: tuple[Statement, ...] = ()
    """What bodies and inhabitants said, and how each was weighed."""


class Succession(Item):
    """A plan before or after this one, and how the two hang together."""

    direction: str
    """`replaces` or `replaced-by`."""
    kind: str | None = None
    title: Text
    period: Period | None = None
    participants: Ids = ()
    scope: Text | None = None
    text: Text | None = None


class Link(Item):
    """Another plan or document that this one hangs together with."""

    title: Text
    relation: str
    address: str | None = None
    owner: Text | None = None
    period: Period | None = None
    text: Text | None = None


class Group(Item):
    """A group that made the plan. Members are roles and services, never persons."""

    name: Text
    kind: str | None = None
    members: Texts = ()
    task: Text | None = None


class Event(Item):
    """Something that happened while the plan was made."""

    when: When | None = None
    what: Text
    body: Text | None = None
    delegated_to: Text | None = None


class Process(Part):
    """How the plan came about."""

    initiator: Text | None = None
    client: Text | None = None
    mandate: Text | None = None
    groups: tuple[Group, ...] = ()
    timeline: tuple[Event, ...] = ()
    external_help: Texts = ()
    funding: Texts = ()
