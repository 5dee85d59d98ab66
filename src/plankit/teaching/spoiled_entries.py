"""Places of the matrix, the measures, the duties, the help and the frame at which a plan can be spoiled for a gap hunt."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.model.guide_law import LegalDuty
from plankit.model.knowledge import Duty
from plankit.model.parties import Contact, Rasci, Responsibility, Service
from plankit.model.plan import Plan
from plankit.model.when import WITH_END, When
from plankit.teaching.spoiling import Damage, Passage, Spoiling, replaced, with_fields
from plankit.teaching.subject import Subject

NO_NUMBER = "00 00 00 00"
"""A number that nobody can have."""


def entries_spoiled(subject: Subject) -> Iterator[Spoiling]:
    """Every such place."""
    yield from _cells(subject)
    yield from _owners(subject)
    yield from _deadlines(subject)
    yield from _duties(subject)
    yield from _numbers(subject)
    yield from _evaluation(subject)


def _cells(subject: Subject) -> Iterator[Spoiling]:
    by_task: dict[str, list[Responsibility]] = {}
    for cell in subject.reading.plan.responsibilities:
        if cell.task and cell.role:
            by_task.setdefault(cell.task, []).append(cell)
    for task, cells in by_task.items():
        held = [cell for cell in cells if cell.role is Rasci.ACCOUNTABLE]
        doers = [cell for cell in cells if cell.role is Rasci.RESPONSIBLE]
        if len(held) == 1 and len(cells) > 1:
            yield _cell(subject, task, held[0], None)
        if len(held) == 1 and doers:
            yield _cell(subject, task, doers[0], Rasci.ACCOUNTABLE)


def _cell(subject: Subject, task: str, cell: Responsibility, role: Rasci | None) -> Spoiling:
    names, reading = subject.names, subject.reading
    title, agency = reading.title(task), reading.title(cell.agency)
    was = f"{agency}: {cell.role}"
    new = cell.model_copy(update={"role": role}) if role else None
    what = (
        N_("Two agencies are accountable for the task “{task}”.")
        if role
        else N_("Nobody is accountable for the task “{task}” any more.")
    )
    return Spoiling(
        kind="two-accountable" if role else "accountable",
        at=f"{task}.{cell.agency}",
        codes=("PK302",) if role else ("PK301",),
        change=lambda plan: with_fields(plan, responsibilities=_without(plan.responsibilities, cell, new)),
        shows=lambda plan: (title, _row(subject, plan, task)),
        what=names.t(what, task=title),
        was=was,
        now=f"{agency}: {role}" if role else "",
        hint=names.t(N_("Read the matrix row by row: there must be one A, and only one.")),
        pointers=(subject.plan_entry(task, title),),
    )


def _without(
    cells: tuple[Responsibility, ...], old: Responsibility, new: Responsibility | None
) -> tuple[Responsibility, ...]:
    changed = ((new if one == old else one) for one in cells)
    return tuple(one for one in changed if one is not None)


def _row(subject: Subject, plan: Plan, task: str) -> str:
    cells = [one for one in plan.responsibilities if one.task == task and one.role]
    return "; ".join(f"{subject.reading.title(one.agency)}: {one.role}" for one in cells)


def measure_passage(subject: Subject, plan: Plan, name: str) -> Passage:
    """A measure as a passage: what, who and by when."""
    names = subject.names
    found = next((one for one in plan.measures if one.id == name), None)
    if found is None:
        return name, ""
    lines = [names.text(found.description)]
    owners = [
        subject.reading.title(one.agency) if one.agency else names.text(one.text) for one in found.responsible
    ]
    if owners:
        lines.append(names.t(N_("Responsible: {names}."), names=", ".join(filter(None, owners))))
    if found.deadline:
        lines.append(names.t(N_("Deadline: {date}."), date=found.deadline.text))
    return names.text(found.title), " ".join(filter(None, lines))


def _measure(subject: Subject, measure: Measure, damage: Damage) -> Spoiling:
    name = measure.id

    def change(plan: Plan) -> Plan:
        now = next((one for one in plan.measures if one.id == name), measure)
        new = now.model_copy(update=damage.update)
        return with_fields(plan, measures=replaced(plan.measures, now, new))

    return Spoiling(
        kind=damage.kind,
        at=name,
        codes=damage.codes,
        change=change,
        shows=lambda plan: measure_passage(subject, plan, name),
        what=damage.what,
        was=damage.was,
        now=damage.now,
        hint=damage.hint,
        pointers=(subject.plan_entry(name),),
    )


def _owners(subject: Subject) -> Iterator[Spoiling]:
    names = subject.names
    for measure in subject.reading.plan.measures:
        owners = [subject.reading.title(one.agency) for one in measure.responsible if one.agency]
        if owners and len(owners) == len(measure.responsible):
            damage = Damage(
                kind="owner",
                codes=("PK201",),
                update={"responsible": ()},
                what=names.t(
                    N_("The measure “{title}” has nobody who is responsible."),
                    title=names.text(measure.title),
                ),
                was=", ".join(owners),
                hint=names.t(N_("Ask of each measure: who does it?")),
            )
            yield _measure(subject, measure, damage)


def _deadlines(subject: Subject) -> Iterator[Spoiling]:
    names, plan = subject.names, subject.reading.plan
    end = plan.plan.period.end_day if plan.plan.period else None
    ends = [one.period.end_day for one in plan.parts if one.period and one.period.end_day]
    last = max([end, *ends]) if end else None
    for measure in plan.measures if last else ():
        if measure.deadline is None or measure.deadline.reading.kind not in WITH_END or last is None:
            continue
        late = f"{last.year + 2}-12-31"
        damage = Damage(
            kind="deadline",
            codes=("PK212",),
            update={"deadline": When(text=late)},
            what=names.t(
                N_("The deadline of “{title}” lies after the end of the plan."),
                title=names.text(measure.title),
            ),
            was=measure.deadline.text,
            now=late,
            hint=names.t(N_("When does the plan end? Compare the deadlines with that.")),
        )
        yield _measure(subject, measure, damage)


def _duties(subject: Subject) -> Iterator[Spoiling]:
    """Duties whose provision can be swapped for that of a duty that it is often mixed up with."""
    names, reading = subject.names, subject.reading
    kinds: dict[str, LegalDuty] = {}
    for one in subject.guide.legal_duties:
        kinds.setdefault(one.kind, one)
    for duty in reading.plan.duties:
        kind = reading.vocabulary.code("duty-kind", duty.kind or "")
        other = {"report": "avert", "avert": "report"}.get(kind or "")
        if other is None or other not in kinds or not duty.law:
            continue
        law = next((name for name in kinds[other].laws if subject.in_force(name)), None)
        if law is None:
            continue
        yield _duty(subject, duty, reading.law_name(law), names.text(kinds[other].name))


def _duty(subject: Subject, duty: Duty, law: str, other: str) -> Spoiling:
    names = subject.names
    act, _, section = law.partition(" ")
    title = names.text(duty.title) or subject.reading.label("duty-kind", duty.kind)
    new = duty.model_copy(update={"law": act, "section": section or None})
    was = " ".join(filter(None, (duty.law, duty.section)))

    def shows(plan: Plan) -> Passage:
        found = next((one for one in plan.duties if one.id == duty.id), duty)
        basis = " ".join(filter(None, (found.law, found.section)))
        return title, " ".join(
            filter(None, (basis + ".", names.text(found.threshold), names.text(found.text)))
        )

    return Spoiling(
        kind="duty",
        at=duty.id or title,
        codes=("PK605",),
        change=lambda plan: with_fields(plan, duties=replaced(plan.duties, duty, new)),
        shows=shows,
        what=names.t(
            N_("“{title}” stands with the provision of another duty: {other}."), title=title, other=other
        ),
        was=was,
        now=law,
        hint=names.t(N_("Which duty is in which provision?")),
        pointers=(subject.plan_entry(duty.id, title, "law"),) if duty.id else (),
    )


def _numbers(subject: Subject) -> Iterator[Spoiling]:
    """Contacts and services with the number of a help line of the guide."""
    lines = {_digits(one.number) for one in subject.guide.help_lines if one.number}
    plan = subject.reading.plan
    for contact in plan.contacts:
        if contact.id and _digits(contact.value) in lines:
            yield _number(subject, contact)
    for service in plan.services:
        if service.id and service.phone and _digits(service.phone) in lines:
            yield _number(subject, service)


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())


def _number(subject: Subject, entry: Contact | Service) -> Spoiling:
    names = subject.names
    is_contact = isinstance(entry, Contact)
    field, key = ("value", "contacts") if is_contact else ("phone", "services")
    name = names.text(entry.party if isinstance(entry, Contact) else entry.name)
    new = entry.model_copy(update={field: NO_NUMBER})

    def shows(plan: Plan) -> Passage:
        found = next((one for one in getattr(plan, key) if one.id == entry.id), entry)
        return name, str(getattr(found, field))

    return Spoiling(
        kind="number",
        at=entry.id or name,
        codes=("PK505",),
        change=lambda plan: with_fields(plan, **{key: replaced(getattr(plan, key), entry, new)}),
        shows=shows,
        what=names.t(N_("“{name}” has a number that does not exist."), name=name),
        was=str(getattr(entry, field)),
        now=NO_NUMBER,
        hint=names.t(N_("Look at the telephone numbers: could you call them?")),
        pointers=(subject.plan_entry(entry.id or "", name, field),),
    )


def _evaluation(subject: Subject) -> Iterator[Spoiling]:
    names, plan = subject.names, subject.reading.plan
    if plan.plan.evaluation_date is None:
        return
    date = plan.plan.evaluation_date.text
    heading = names.t(N_("Evaluation of the plan"))
    none = names.t(N_("The plan is evaluated when there is time."))

    def change(one: Plan) -> Plan:
        frame = one.plan.model_copy(update={"evaluation_date": None})
        bare = tuple(each.model_copy(update={"when": None}) for each in one.evaluation)
        return with_fields(one, plan=frame, evaluation=bare)

    def shows(one: Plan) -> Passage:
        found = one.plan.evaluation_date
        return heading, names.t(N_("The plan is evaluated on {date}."), date=found.text) if found else none

    yield Spoiling(
        kind="evaluation",
        at="evaluation_date",
        codes=("PK107",),
        change=change,
        shows=shows,
        what=names.t(N_("There is no date for the evaluation of the plan any more.")),
        was=date,
        now="",
        hint=names.t(N_("When will somebody look whether the plan works?")),
        pointers=(subject.plan_entry(plan.plan.id, names.text(plan.plan.title), "evaluation_date"),),
    )
