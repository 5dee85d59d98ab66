"""Whether what is read is the adopted text: its standing beside the sealed versions, and the words for that.

How to use it from an output: `plankit.freezing.standing.standing_of(folder, loaded)` gives the `Standing` of a plan,
and `stamp(standing, reading)` the lines for the foot of each page of a paper. A `Request` need hold no more than
`folder` and `loaded`:

    standing = standing_of(request.folder, request.loaded)
    document = Document(..., stamp=stamp(standing, reading))

`stamp` gives two or three short lines in the language of `reading`, never empty, the same for the same plan; they hold
no date of today. The first says what the text is and by which decision, the last has the checksum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plankit.language import N_, N_count, translate_count
from plankit.model.frame import Decision, Version
from plankit.model.merged import of_this_plan
from plankit.model.plan import Plan
from plankit.model.seal import SHOWN, Seal, SealedDecision, content_checksum
from plankit.views.reading import Reading

_NEVER = date.min


class Kind(StrEnum):
    """What the text that is read is."""

    UNSEALED = "unsealed"
    """No version is sealed: the plan's own stage is all that is known."""
    ADOPTED = "adopted"
    """The text of the sealed version that holds."""
    FORMER = "former"
    """The text of a sealed version that a later one has taken the place of."""
    DRAFT = "draft"
    """Something else than any sealed version: a draft of the next one."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a text is beside the sealed versions of its plan."""

    kind: Kind
    checksum: str
    """Checksum of what is read, without what lives on."""
    seal: Seal | None = None
    """The version that it is; for a draft, the one that holds meanwhile."""
    latest: Seal | None = None
    """The version that holds."""
    changes: int = 0
    """For a draft, in how many places it differs from the version that holds; 0 where nobody counted."""


def standing(plan: Plan, seals: Sequence[Seal], *, changes: int = 0, same_pictures: bool = True) -> Standing:
    """What `plan` is beside `seals`, which are sorted oldest first. Only seals of a plan of that id count.

    `same_pictures` tells whether its pictures are those of the version that holds.
    """
    own = [one for one in seals if one.plan == plan.plan.id]
    made = content_checksum(plan)
    if not own:
        return Standing(kind=Kind.UNSEALED, checksum=made)
    latest = own[-1]
    if latest.content == made:
        kind = Kind.ADOPTED if same_pictures else Kind.DRAFT
        return Standing(kind=kind, checksum=made, seal=latest, latest=latest, changes=changes)
    former = next((one for one in reversed(own) if one.content == made), None)
    if former is not None:
        return Standing(kind=Kind.FORMER, checksum=made, seal=former, latest=latest)
    return Standing(kind=Kind.DRAFT, checksum=made, seal=latest, latest=latest, changes=changes)


def deciding(reading: Reading, version: str | None = None) -> tuple[Decision, ...]:
    """The decisions that adopted the plan, or one version of it: those of kind `adopted` or `amended`.

    A decision that names a version belongs to that one alone; where none names one, every adoption counts. Those of
    plans that this one was merged from are not about it.
    """
    code = reading.vocabulary.code
    found = [
        one
        for one in reading.plan.own_decisions
        if one.kind and code("decision-kind", one.kind) in ("adopted", "amended")
    ]
    if version is None:
        return tuple([one for one in found if one.version] or found)
    named = [one for one in found if one.version == version]
    nameless = not any(one.version for one in found) and len(of_this_plan(reading.plan.versions)) <= 1
    return tuple(named or (found if nameless else ()))


def latest_version(reading: Reading) -> Version | None:
    """The version of the plan that was decided last; without such, the last in its list."""
    versions = of_this_plan(reading.plan.versions)
    decided = [
        (max(one.date.end_day or one.date.start_day or _NEVER for one in rows if one.date), number)
        for number, version in enumerate(versions)
        if (rows := [one for one in deciding(reading, version.id) if one.date])
    ]
    if decided:
        return versions[max(decided)[1]]
    return versions[-1] if versions else None


def short(checksum: str) -> str:
    """The part of a checksum that is printed."""
    return checksum[:SHOWN]


def said(reading: Reading, standing: Standing) -> str:
    """One sentence that tells a reader what the text is."""
    t, seal, latest = reading.words, standing.seal, standing.latest
    if seal is None or latest is None:
        return t(N_("No version of this plan is sealed yet."))
    if standing.kind is Kind.ADOPTED:
        return t(N_("This is the adopted text, version {version}.")).format(version=seal.name)
    if standing.kind is Kind.FORMER:
        return t(
            N_("This is version {version}, which was adopted earlier. Version {latest} holds now.")
        ).format(version=seal.name, latest=latest.name)
    return t(N_("This is a draft and is not adopted. Version {version} holds.")).format(version=latest.name)


def stamp(standing: Standing, reading: Reading) -> tuple[str, ...]:
    """What stands at the foot of each page of a paper: what the text is, by which decision, and its checksum."""
    t, seal = reading.words, standing.seal
    own = t(N_("Checksum {checksum}")).format(checksum=short(standing.checksum))
    if seal is None:
        return (stage_line(reading), f"{t(N_('Not sealed'))} · {own}")
    if standing.kind is Kind.DRAFT:
        count = standing.changes
        differs = translate_count(
            *N_count("{count} change since version", "{count} changes since version"), count, reading.language
        )
        draft = t(N_("Draft, not adopted"))
        first = f"{draft} · {differs} {seal.name}" if count else draft
        return (first, f"{t(N_('What holds'))}: {adopted_line(reading, seal)}", own)
    words = (
        N_("Adopted text")
        if standing.kind is Kind.ADOPTED
        else N_("Adopted earlier, no longer the text that holds")
    )
    return (f"{t(words)} · {adopted_line(reading, seal)}", own)


def adopted_line(reading: Reading, seal: Seal) -> str:
    """A sealed version in one line: its name, who decided when, and the case numbers."""
    version = reading.words(N_("Version {version}")).format(version=seal.name)
    return " · ".join((version, *(decision_line(reading, one) for one in seal.decisions)))


def decision_line(reading: Reading, decision: SealedDecision) -> str:
    """A decision in a few words: the body, the day, the case."""
    who = decision.body
    if decision.participant and len(reading.plan.participants) > 1:
        who = f"{who} ({reading.title(decision.participant)})"
    return _decided(reading, who, decision.date, decision.cases)


def _decided(reading: Reading, who: str, when: str, cases: Iterable[str]) -> str:
    numbers = ", ".join(cases)
    case = reading.words(N_("case {number}")).format(number=numbers) if numbers else ""
    return ", ".join(part for part in (who, when, case) if part)


def stage_line(reading: Reading) -> str:
    """What an unsealed plan says of itself: its stage, its version, and the decision on it."""
    version = latest_version(reading)
    word = reading.plan.plan.stage or (version.stage if version else None)
    parts = [reading.label("stage", word) if word else reading.words(N_("No stage stated"))]
    if version:
        parts.append(reading.words(N_("Version {version}")).format(version=version.label or version.id))
    rows = deciding(reading, version.id) if version else deciding(reading)
    for one in rows:
        cases = [ref.number for ref in one.case_refs]
        parts.append(_decided(reading, reading.text(one.body), one.date.text if one.date else "", cases))
    parts[0] = parts[0][:1].upper() + parts[0][1:]
    return " · ".join(parts)
