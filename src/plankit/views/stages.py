"""Which stage a plan is in on a day, which comes next, and what is missing for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plankit.language import N_
from plankit.model.frame import Decision
from plankit.model.merged import of_this_plan
from plankit.views.adopted import deciding, latest_version
from plankit.views.reading import Reading

ORDER = ("draft", "hearing", "proposed", "adopted", "in-force", "under-revision")
"""The stages that a plan goes through one after the other."""
ENDS = ("expired", "replaced")
"""The stages that a plan ends in."""
_EARLY = {"ordered": "draft", "in-work": "draft", "returned": "hearing"}
_BEFORE_DECISION = frozenset({"ordered", "in-work", "draft", "hearing", "returned", "proposed"})
_BINDING = frozenset({"adopted", "in-force"})

_NEXT = {
    "draft": "hearing",
    "hearing": "proposed",
    "proposed": "adopted",
    "adopted": "in-force",
    "in-force": "under-revision",
    "under-revision": "adopted",
}


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where a plan stands."""

    code: str | None
    """Code of the stage that the plan states; `None` where it states none that is known."""
    told: str | None
    """The stage that decisions, hearings, period and successors tell of; `None` where they tell nothing."""
    next: str | None
    """The stage that comes next; `None` at the end."""
    missing: tuple[str, ...]
    """What the plan does not say yet and must before the next stage, as sentences in English."""

    @property
    def at(self) -> str | None:
        """The step of `ORDER` or `ENDS` that the plan is at: as it states, else as it tells."""
        code = self.code or self.told
        return _EARLY.get(code, code) if code else None


def stated_stage(reading: Reading) -> str | None:
    """The code of the stage that the frame states, else the version that was decided last."""
    version = latest_version(reading)
    word = reading.plan.plan.stage or (version.stage if version else None)
    return reading.vocabulary.code("stage", word) if word else None


def stage_of(reading: Reading, today: date) -> Stage:
    """Where the plan stands on the day `today`."""
    code, told = stated_stage(reading), told_stage(reading, today)
    at = _EARLY.get(code or told or "", code or told or "")
    following = _NEXT.get(at)
    return Stage(code=code, told=told, next=following, missing=_missing(reading, following, today))


def told_stage(reading: Reading, today: date) -> str | None:
    """The stage that everything but the stated stage tells of."""
    plan = reading.plan
    if is_replaced(reading):
        return "replaced"
    adopted = deciding(reading)
    if adopted:
        if is_over(reading, today):
            return "expired"
        start = plan.plan.in_force_from
        later = start is not None and start.start_day is not None and start.start_day > today
        return "adopted" if later else "in-force"
    if _of_kind(reading, "proposed"):
        return "proposed"
    hearings = of_this_plan(plan.hearings)
    if _of_kind(reading, "sent-on-hearing") or hearings:
        return "hearing"
    return None


def is_replaced(reading: Reading) -> bool:
    """Whether the plan names another that took its place."""
    code = reading.vocabulary.code
    return any(
        code("succession-direction", one.direction) == "replaced-by"
        for one in of_this_plan(reading.plan.succession)
    )


def is_over(reading: Reading, today: date) -> bool:
    """Whether the plan's time is over: its period, or that of a decision that repealed it."""
    period = reading.plan.plan.period
    if _of_kind(reading, "repealed"):
        return True
    return bool(period and period.is_over(today)) and not _of_kind(reading, "extended")


def _of_kind(reading: Reading, kind: str) -> tuple[Decision, ...]:
    code = reading.vocabulary.code
    return tuple(
        one for one in reading.plan.own_decisions if one.kind and code("decision-kind", one.kind) == kind
    )


def contradiction(reading: Reading, today: date) -> str | None:
    """Why the stated stage cannot be true beside what else the plan says; `None` where it can."""
    code = stated_stage(reading)
    if code is None:
        return None
    if code in _BEFORE_DECISION and _is_decided(reading):
        return N_("a decision says that this version is adopted")
    if code in _BINDING and is_replaced(reading):
        return N_("another plan has taken its place")
    start = reading.plan.plan.in_force_from
    if code == "in-force" and start and start.start_day and start.start_day > today:
        return N_("it is to be in force from a later day")
    if (
        code == "expired"
        and reading.plan.plan.period
        and not is_over(reading, today)
        and not is_replaced(reading)
    ):
        return N_("its period is not over, and no decision repeals it")
    return None


def _is_decided(reading: Reading) -> bool:
    """Whether the version that is worked on, the last in the list, is adopted."""
    versions = of_this_plan(reading.plan.versions)
    return bool(deciding(reading, versions[-1].id) if versions else deciding(reading))


def _missing(reading: Reading, following: str | None, today: date) -> tuple[str, ...]:
    found: list[str] = []
    plan = reading.plan
    if following == "hearing" and not any(one.opens and one.closes for one in of_this_plan(plan.hearings)):
        found.append(N_("A hearing with the days that it opens and closes."))
    if following == "proposed":
        hearings = of_this_plan(plan.hearings)
        closes = [one.closes.end_day for one in hearings if one.closes and one.closes.end_day]
        if any(day >= today for day in closes):
            found.append(N_("The hearing is still open."))
        if hearings and not any(one.outcome or one.statements for one in hearings):
            found.append(N_("What the hearing led to."))
        if not _of_kind(reading, "proposed"):
            found.append(N_("The decision that proposes the plan."))
    if following == "adopted":
        found += _missing_decision(reading)
    if following == "in-force" and not plan.plan.in_force_from:
        found.append(N_("The day that the plan is in force from."))
    if following == "under-revision" and not plan.plan.evaluation_date:
        found.append(N_("The day of the evaluation."))
    return tuple(found)


def _missing_decision(reading: Reading) -> list[str]:
    versions = of_this_plan(reading.plan.versions)
    if not versions:
        return [N_("A version to decide on, listed under “versions”.")]
    rows = deciding(reading, versions[-1].id)
    if not rows:
        return [N_("The decision that adopts the version, with its body and date.")]
    found = []
    if any(one.date is None for one in rows):
        found.append(N_("The date of the decision."))
    if any(not one.case_refs for one in rows):
        found.append(N_("The case number of the decision."))
    return found
