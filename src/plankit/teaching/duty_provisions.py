"""Provisions that a duty rests on, and provisions that certainly belong to another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plankit.model.guide_law import Law, LegalDuty
from plankit.model.knowledge import Duty
from plankit.teaching.parts import holds_everywhere
from plankit.teaching.picking import on_one_line
from plankit.teaching.subject import Subject
from plankit.views.citations import law_book

_SINGLE = re.compile(r"(?<!§)§(?!§)|art\.")
"""What a single section is written with, and a range of them or a chapter is not."""


@dataclass(frozen=True, kw_only=True)
class PlanDuty:
    """A duty of the plan whose provision the guide knows."""

    id: str
    title: str
    law: str
    """Id of the provision."""
    others: tuple[str, ...]
    """Provisions of other duties of the plan, which certainly are not this one's."""
    named: tuple[str, ...]
    """Duties of the guide that are of the same kind."""


def provisions_of_others(subject: Subject, duty: LegalDuty, duties: tuple[LegalDuty, ...]) -> tuple[str, ...]:
    """Sections that other duties rest on and this one certainly does not.

    Certain it is where the two duties have no provision in common, where only one duty names the section, and where
    this duty names no chapter or whole act of the same act, which might hold it.
    """
    whole = {_act(subject, law) for law in duty.laws if not _is_section(subject, law)}
    found = []
    for one in duties:
        if one.kind == duty.kind or set(one.laws) & set(duty.laws):
            continue
        for law in one.laws:
            owners = [some.id for some in subject.guide.legal_duties if law in some.laws]
            is_sure = subject.in_force(law) and not subject.law(law).unsure
            if (
                owners == [one.id]
                and is_sure
                and _is_section(subject, law)
                and _act(subject, law) not in whole
            ):
                found.append(law)
    return tuple(found)


def plan_duties(subject: Subject) -> tuple[PlanDuty, ...]:
    """The plan's duties that name one provision of the guide which is confirmed and in force, in the plan's order."""
    known = [(one, law) for one in subject.reading.plan.duties if (law := _provision(subject, one))]
    return tuple(
        PlanDuty(
            id=one.id,
            title=on_one_line(subject, one.title),
            law=law,
            others=tuple(
                dict.fromkeys(other for two, other in known if _is_apart(subject, (one, law), (two, other)))
            ),
            named=tuple(
                named.id for named in subject.guide.legal_duties if named.kind == _kind(subject, one)
            ),
        )
        for one, law in known
        if one.id
    )


def _provision(subject: Subject, duty: Duty) -> str | None:
    if not (duty.id and duty.law and duty.section and on_one_line(subject, duty.title)):
        return None
    if not holds_everywhere(subject, duty.applies_to):
        return None
    cited = law_book(subject.guide).find(f"{duty.law} {duty.section}", subject.today)
    law = cited[0].law if len(cited) == 1 else None
    is_sure = law is not None and subject.in_force(law) and not subject.law(law).unsure
    return law if is_sure and law is not None and _is_section(subject, law) else None


def _is_apart(subject: Subject, one: tuple[Duty, str], two: tuple[Duty, str]) -> bool:
    """Whether the second duty's provision is certainly none of the first one's: other kind, other act."""
    kind, other = _kind(subject, one[0]), _kind(subject, two[0])
    same_kind = {law for duty in subject.guide.legal_duties if duty.kind == kind for law in duty.laws}
    apart = _act(subject, one[1]) != _act(subject, two[1]) and two[1] not in same_kind
    return kind is not None and other is not None and kind != other and apart


def _kind(subject: Subject, duty: Duty) -> str | None:
    return subject.reading.vocabulary.code("duty-kind", duty.kind) if duty.kind else None


def _is_section(subject: Subject, law: str) -> bool:
    entry = subject.guide.by_id.get(law)
    return isinstance(entry, Law) and bool(_SINGLE.search(entry.section or ""))


def _act(subject: Subject, law: str) -> str | None:
    entry = subject.guide.by_id.get(law)
    return entry.act if isinstance(entry, Law) else None
