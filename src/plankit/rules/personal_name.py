"""What it checks
    A field for a role, a body or a member holds what looks like the name of a person. This is a guess: two or more
    words in a row with capital letters that are no known agency, arena, participant or common word for a position or
    institution.

Why it matters
    Publishing who works with violence cases can put that person in danger, and names are personal data (GDPR
    articles 5 and 6). The guide asks for position and service (guide 2.7), which also outlive the person.

Bad
    responsible: {agency: barnevern, role: Kari Nordmann}

Good
    responsible: {agency: barnevern, role: Leder for barneverntjenesten}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.base import Entity, Text
from plankit.model.plan import Plan
from plankit.model.procedure import Step
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.names import in_all_languages, known_words, name_in

_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("contacts", ("party", "role")),
    ("arenas", ("chair", "members")),
    ("progress", ("reported_by",)),
    ("activity_plans", ("owner",)),
    ("evaluation", ("by", "to")),
    ("waivers", ("decided_by",)),
    ("parts", ("owner",)),
    ("links", ("owner",)),
    ("hearings", ("receiver",)),
    ("decisions", ("body",)),
    ("duties", ("who",)),
    ("training", ("provider", "audience")),
    ("funding", ("funder",)),
)
"""Kinds of entry, and their keys that hold roles."""


Place = tuple[Entity, tuple[str | int, ...], Text]
"""An entry, a path inside it, and the text there."""


def _roles(plan: Plan) -> Iterator[Place]:
    """Every text that should hold a role or a body, with its place."""
    for key in ("document_owner", "process_owner", "approved_by"):
        if text := getattr(plan.plan, key):
            yield plan.plan, (key,), text
    for kind, keys in _ROLES:
        for entry in getattr(plan, kind):
            for key in keys:
                value = getattr(entry, key)
                if isinstance(value, tuple):
                    yield from ((entry, (key, number), one) for number, one in enumerate(value))
                elif value:
                    yield entry, (key,), value
    for measure in plan.measures:
        for key, several in (("responsible", measure.responsible), ("contributors", measure.contributors)):
            for number, one in enumerate(several):
                for inner, words in (("role", one.role), ("text", one.text)):
                    if words:
                        yield measure, (key, number, inner), words
    for activity in plan.activities:
        for number, one in enumerate(activity.responsible):
            for inner, words in (("role", one.role), ("text", one.text)):
                if words:
                    yield activity, ("responsible", number, inner), words
    for hearing in plan.hearings:
        for place, statement in enumerate(hearing.statements):
            if statement.body:
                yield hearing, ("statements", place, "body"), statement.body
    yield from _in_process(plan)
    yield from _in_procedures(plan)


def _in_process(plan: Plan) -> Iterator[Place]:
    if plan.process is None:
        return
    for place, group in enumerate(plan.process.groups):
        for number, member in enumerate(group.members):
            yield plan.process, ("groups", place, "members", number), member
    for number, event in enumerate(plan.process.timeline):
        for key, who in (("body", event.body), ("delegated_to", event.delegated_to)):
            if who:
                yield plan.process, ("timeline", number, key), who
    for number, helper in enumerate(plan.process.external_help):
        yield plan.process, ("external_help", number), helper


def _in_procedures(plan: Plan) -> Iterator[Place]:
    for procedure in plan.procedures:
        for number, approval in enumerate(procedure.approved_by):
            yield procedure, ("approved_by", number, "body"), approval.body
        parts: list[tuple[tuple[str | int, ...], tuple[Step, ...]]] = [((), procedure.steps)]
        parts += [(("branches", place), one.steps) for place, one in enumerate(procedure.branches)]
        for start, steps in parts:
            for number, step in enumerate(steps):
                here = (*start, "steps", number)
                if step.who:
                    yield procedure, (*here, "who"), step.who
                if step.contact:
                    yield procedure, (*here, "contact"), step.contact
                if step.handover and step.handover.receiver_text:
                    yield procedure, (*here, "handover", "receiver_text"), step.handover.receiver_text


def _in_agencies(plan: Plan) -> Iterator[Place]:
    for agency in plan.agencies:
        for number, role in enumerate(agency.roles):
            yield agency, ("roles", number, "title"), role.title


def find(subject: Subject) -> Iterator[Hit]:
    """Each role that looks like a person's name."""
    # The titles of roles are known words elsewhere, but not where they themselves are looked at.
    yield from _named(_roles(subject.plan), known_words(subject))
    yield from _named(_in_agencies(subject.plan), known_words(subject, roles=False))


def _named(places: Iterator[Place], known: set[str]) -> Iterator[Hit]:
    names: dict[str, str | None] = {}
    for entry, path, text in places:
        for one in in_all_languages(text):
            name = names[one] if one in names else names.setdefault(one, name_in(one, known))
            if name:
                yield Hit(at=entry, path=path, values={"name": name})
                break


RULE = Rule(
    code="PK701",
    name="personal-name",
    severity=Severity.WARNING,
    message=N_("“{name}” looks like the name of a person; this field is for a role."),
    hint=N_("Write the position and the service. If it is no person, accept the finding with a waiver."),
    check=find,
)
