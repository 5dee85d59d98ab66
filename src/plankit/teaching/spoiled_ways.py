"""Places of procedures, of opening hours and of law at which a plan can be spoiled for a gap hunt."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.contents import LegalRef
from plankit.model.guide_law import Law
from plankit.model.parties import Agency, OpeningHours, Service
from plankit.model.plan import Plan
from plankit.model.procedure import Handover, Procedure, Step
from plankit.teaching.spoiling import (
    Damage,
    Passage,
    Spoiling,
    replaced,
    step_of,
    with_fields,
    with_procedure,
    with_steps,
)
from plankit.teaching.subject import Subject
from plankit.views.citations import law_book
from plankit.walks.words import limit_words

_OFFICE = (OpeningHours(days=("mon", "tue", "wed", "thu", "fri"), opens="08:00", closes="15:30"),)


def ways_spoiled(subject: Subject) -> Iterator[Spoiling]:
    """Every such place."""
    yield from _fallbacks(subject)
    yield from _nights(subject)
    yield from _bans(subject)
    yield from _grounds(subject)
    yield from _laws(subject)


def _steps(subject: Subject) -> Iterator[tuple[Procedure, Step]]:
    for procedure in subject.reading.plan.procedures:
        for step in procedure.all_steps():
            yield procedure, step


def step_passage(subject: Subject, plan: Plan, procedure: str, step: str) -> Passage:
    """A step as a passage: what is done, by when, to whom the case goes, on what ground, and what to do otherwise."""
    names = subject.names
    found = step_of(plan, procedure, step)
    title = names.procedure(procedure)
    if found is None:
        return title, ""
    lines = [names.text(found.what)]
    if found.deadline:
        lines.append(names.t(N_("Time limit: {limit}."), limit=limit_words(names, found.deadline)))
    if found.handover and found.handover.receiver:
        lines.append(
            names.t(N_("The case goes to “{agency}”."), agency=names.agency(found.handover.receiver))
        )
    if found.legal_basis:
        laws = ", ".join(one.text for one in found.legal_basis)
        lines.append(names.t(N_("Legal basis: {laws}."), laws=laws))
    if found.handover and found.handover.legal_basis:
        laws = ", ".join(one.text for one in found.handover.legal_basis)
        lines.append(names.t(N_("Legal basis for sharing: {laws}."), laws=laws))
    if found.fallback:
        other = step_of(plan, procedure, found.fallback)
        if other is not None:
            lines.append(names.t(N_("If nobody answers: {step}"), step=names.text(other.what)))
    heading = f"{title} – {found.order}" if found.order else title
    return heading, " ".join(lines)


def _fallbacks(subject: Subject) -> Iterator[Spoiling]:
    names = subject.names
    for procedure, step in _steps(subject):
        other = step_of(subject.reading.plan, procedure.id, step.fallback or "")
        if step.fallback is None or other is None:
            continue
        damage = Damage(
            kind="fallback",
            codes=("PK410", "PK401"),
            update={"fallback": None},
            what=names.t(N_("The step no longer says what to do when nobody answers.")),
            was=names.text(other.what),
            hint=names.t(
                N_("Think the procedure “{title}” through at night: who answers?"),
                title=names.text(procedure.title),
            ),
        )
        yield _step_spoiling(subject, procedure, step, damage)


def _step_spoiling(subject: Subject, procedure: Procedure, step: Step, damage: Damage) -> Spoiling:
    def change(plan: Plan) -> Plan:
        return with_steps(
            plan,
            procedure.id,
            lambda one: one.model_copy(update=damage.update) if one.id == step.id else one,
        )

    shown = step_passage(subject, subject.reading.plan, procedure.id, step.id)
    address = f"{procedure.id}.{step.id}"
    return Spoiling(
        kind=damage.kind,
        at=address,
        codes=damage.codes,
        change=change,
        shows=lambda plan: step_passage(subject, plan, procedure.id, step.id),
        what=damage.what,
        was=damage.was,
        now=damage.now,
        hint=damage.hint,
        pointers=(subject.plan_entry(address, shown[0]),),
    )


def _nights(subject: Subject) -> Iterator[Spoiling]:
    plan = subject.reading.plan
    for key, entries in (("agencies", plan.agencies), ("services", plan.services)):
        for one in entries:
            if one.around_the_clock and one.id:
                yield _night(subject, key, one)


def _night(subject: Subject, key: str, entry: Agency | Service) -> Spoiling:
    names = subject.names
    always, office = names.t(N_("Open around the clock.")), names.t(N_("Open Monday to Friday 8.00–15.30."))
    name = names.text(entry.name)

    def change(plan: Plan) -> Plan:
        closed = entry.model_copy(
            update={"around_the_clock": None, "opening_hours": _OFFICE, **_hours(entry, office)}
        )
        return with_fields(plan, **{key: replaced(getattr(plan, key), entry, closed)})

    def shows(plan: Plan) -> Passage:
        found = next((one for one in getattr(plan, key) if one.id == entry.id), entry)
        return name, always if found.around_the_clock else office

    return Spoiling(
        kind="night",
        at=f"{key}.{entry.id}",
        codes=("PK410", "PK315"),
        change=change,
        shows=shows,
        what=names.t(N_("“{agency}” is closed at night, though somebody has to be there then."), agency=name),
        was=always,
        now=office,
        hint=names.t(N_("Who must answer at two in the morning?")),
        pointers=(subject.plan_entry(entry.id or "", name, "around_the_clock"),),
    )


def _hours(entry: Agency | Service, office: str) -> dict[str, object]:
    return {"hours": office} if isinstance(entry, Service) and entry.hours else {}


def _bans(subject: Subject) -> Iterator[Spoiling]:
    names = subject.names
    for procedure in subject.reading.plan.procedures:
        texts = [*procedure.must_not, *(text for step in procedure.all_steps() for text in step.must_not)]
        has = procedure.forbids or any(step.forbids for step in procedure.all_steps())
        if not has or not texts:
            continue
        name, title = procedure.id, names.text(procedure.title)
        yield Spoiling(
            kind="ban",
            at=name,
            codes=("PK433", "PK410"),
            change=lambda plan, name=name: with_procedure(plan, name, _without_bans),  # type: ignore[misc]
            shows=lambda plan, name=name, title=title: (title, _ban_words(subject, plan, name)),  # type: ignore[misc]
            what=names.t(N_("The procedure “{title}” no longer says what nobody may do."), title=title),
            was=" ".join(dict.fromkeys(names.text(text) for text in texts)),
            now="",
            hint=names.t(N_("What must never be done in such a case? Does the procedure say so?")),
            pointers=(subject.plan_entry(name, title, "must_not"),),
        )


def _ban_words(subject: Subject, plan: Plan, name: str) -> str:
    procedure = next((one for one in plan.procedures if one.id == name), None)
    if procedure is None:
        return ""
    names = subject.names
    told = [names.text(procedure.trigger), *(names.text(text) for text in procedure.must_not)]
    told += [names.text(text) for step in procedure.all_steps() for text in step.must_not]
    return " ".join(dict.fromkeys(filter(None, told)))


def _without_bans(procedure: Procedure) -> Procedure:
    def bare(step: Step) -> Step:
        return step.model_copy(update={"must_not": (), "forbids": ()})

    branches = tuple(
        one.model_copy(update={"steps": tuple(map(bare, one.steps))}) for one in procedure.branches
    )
    return procedure.model_copy(
        update={
            "must_not": (),
            "forbids": (),
            "steps": tuple(map(bare, procedure.steps)),
            "branches": branches,
        }
    )


def _grounds(subject: Subject) -> Iterator[Spoiling]:
    names = subject.names
    for procedure, step in _steps(subject):
        if step.handover is None or not step.handover.receiver or not step.handover.legal_basis:
            continue
        bare: Handover = step.handover.model_copy(update={"legal_basis": ()})
        damage = Damage(
            kind="ground",
            codes=("PK408",),
            update={"handover": bare},
            what=names.t(N_("The step hands the case over without a legal basis for sharing.")),
            was=", ".join(one.text for one in step.handover.legal_basis),
            hint=names.t(N_("What may be told to whom, and on what ground?")),
        )
        yield _step_spoiling(subject, procedure, step, damage)


def _laws(subject: Subject) -> Iterator[Spoiling]:
    """Steps whose provision can be swapped for the repealed one that it replaced."""
    names, book = subject.names, law_book(subject.guide)
    before = _repealed(subject)
    for procedure, step in _steps(subject):
        for number, ref in enumerate(step.legal_basis):
            cited = [one.law for one in book.find(ref.text, subject.today) if one.law in before]
            if not cited or cited[0] is None:
                continue
            old = subject.reading.law_name(before[cited[0]])
            refs = tuple(
                LegalRef(text=old) if place == number else one for place, one in enumerate(step.legal_basis)
            )
            damage = Damage(
                kind="law",
                codes=("PK603",),
                update={"legal_basis": refs},
                what=names.t(N_("The step cites a provision that is no longer in force.")),
                was=ref.text,
                now=old,
                hint=names.t(N_("Look up each provision: does it still hold?")),
            )
            yield _step_spoiling(subject, procedure, step, damage)


def _repealed(subject: Subject) -> dict[str, str]:
    """For each provision in force, one that it replaced and that has ended."""
    found: dict[str, str] = {}
    laws: tuple[Law, ...] = subject.guide.laws
    for law in laws:
        if law.valid_to is None or subject.in_force(law.id):
            continue
        for name in law.replaced_by:
            if subject.in_force(name):
                found.setdefault(name, law.id)
    return found
