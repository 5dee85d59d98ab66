"""A gap hunt: a copy of the plan that is spoiled in known places, and apart from it the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from plankit.language import N_
from plankit.model.plan import Plan
from plankit.teaching.exercise import Hunt, Planted
from plankit.teaching.spoiled_entries import entries_spoiled
from plankit.teaching.spoiled_ways import ways_spoiled
from plankit.teaching.spoiling import Passage, Spoiling, with_fields
from plankit.teaching.subject import Subject

MOST = {45: 6, 90: 8, 180: 10}
"""Most spoiled places by minutes of the session."""
LENGTHS = {45: 20, 90: 30, 180: 45}
_TRIES = 4
"""Places of one kind that are tried before the kind is left out."""

NOTICE = N_(
    "This copy of the plan is spoiled on purpose, for an exercise. Nothing in it may be used at work. The plan itself is"
    " elsewhere."
)


class Bench(Protocol):
    """What is done with a plan by those who know rules and files, which teaching does not."""

    def finds(self, plan: Plan, codes: Sequence[str]) -> Counter[str]:
        """How often each of these rules finds something in the plan."""
        ...

    def files(self, plan: Plan) -> dict[str, str]:
        """The names and texts of the plan's files."""
        ...


def gap_hunt(subject: Subject, bench: Bench | None = None) -> Hunt | None:
    """The hunt; `None` without a plan, and where nothing in it can be spoiled.

    With a bench, every planted place is one that plankit's own rules find in the copy and not in the plan; without one
    what the places declare is believed, and the copy has no files.
    """
    if not subject.has_plan:
        return None
    plan = subject.reading.plan
    every = (*ways_spoiled(subject), *entries_spoiled(subject))
    chosen = _proven(plan, _chosen(subject, every, bench), bench)
    if not chosen:
        return None
    copy = _spoiled(_marked(subject, plan), chosen)
    return Hunt(
        id="gap-hunt",
        title=subject.reading.words(N_("Gap hunt")),
        text=_task(subject, len(chosen)),
        files=tuple(sorted(bench.files(copy).items())) if bench else (),
        sheet=_sheet(subject, copy, chosen, every),
        planted=tuple(_planted(number, one) for number, one in enumerate(chosen, start=1)),
        minutes=LENGTHS.get(subject.minutes, 30),
        objectives=subject.objectives("gap-hunt"),
    )


def _task(subject: Subject, count: int) -> str:
    return subject.names.t(
        N_(
            "Somebody has spoiled this copy of the plan in {count} places. Find them together: what is wrong, and what"
            " should stand there? All else stands as in the plan itself. It may have gaps of its own: note those too, for"
            " the after-action list."
        ),
        count=count,
    )


def _planted(number: int, one: Spoiling) -> Planted:
    return Planted(
        number=number,
        what=one.what,
        was=one.was,
        now=one.now,
        hint=one.hint,
        pointers=one.pointers,
        codes=one.codes,
    )


def _marked(subject: Subject, plan: Plan) -> Plan:
    """The plan with the notice on its front, and without what lies beside its files or leads elsewhere."""
    frame = plan.plan.model_copy(
        update={"notice": subject.reading.words(NOTICE), "site": None, "address": None}
    )
    return with_fields(plan, plan=frame)


def _spoiled(plan: Plan, chosen: Iterable[Spoiling]) -> Plan:
    for one in chosen:
        plan = one.change(plan)
    return plan


def _chosen(subject: Subject, every: Sequence[Spoiling], bench: Bench | None) -> list[Spoiling]:
    """At most so many places, of as many kinds as there are, each of an entry of its own."""
    dice = subject.dice("gap-hunt")
    by_kind: dict[str, list[Spoiling]] = {}
    for one in every:
        by_kind.setdefault(one.kind, []).append(one)
    kinds = sorted(by_kind)
    dice.shuffle(kinds)
    for kind in kinds:
        dice.shuffle(by_kind[kind])
    chosen: list[Spoiling] = []
    most = MOST.get(subject.minutes, 8)
    for kind in (*kinds, *kinds):
        if len(chosen) < most:
            taken = {_entry(one) for one in chosen}
            left = [one for one in by_kind[kind] if one not in chosen and _entry(one) not in taken][:_TRIES]
            chosen += _first_that_is_found(subject.reading.plan, chosen, left, bench)
    return chosen


def _entry(one: Spoiling) -> str:
    """What two places must not share: a procedure, a measure, a row of the matrix."""
    return one.at.split(".")[0] if one.kind != "night" else one.at


def _first_that_is_found(
    plan: Plan, chosen: Sequence[Spoiling], left: Sequence[Spoiling], bench: Bench | None
) -> list[Spoiling]:
    if bench is None:
        return list(left[:1])
    before = _spoiled(plan, chosen)
    for one in left:
        if _anew(bench, (before, one.change(before)), one.codes):
            return [one]
    return []


def _anew(bench: Bench, plans: tuple[Plan, Plan], codes: Sequence[str]) -> tuple[str, ...]:
    """Those of the rules that find more in the second plan than in the first."""
    before, after = (bench.finds(plan, codes) for plan in plans)
    return tuple(code for code in codes if after[code] > before[code])


def _proven(plan: Plan, chosen: list[Spoiling], bench: Bench | None) -> list[Spoiling]:
    """Those that are still found when all are there, with the rules that find them: to mend one alone takes those away."""
    if bench is None:
        return chosen
    whole = _spoiled(plan, chosen)
    proven = []
    for one in chosen:
        mended = _spoiled(plan, [each for each in chosen if each is not one])
        codes = _anew(bench, (mended, whole), one.codes)
        if codes:
            proven.append(replace(one, codes=codes))
    return proven


def _sheet(
    subject: Subject, copy: Plan, chosen: Sequence[Spoiling], every: Sequence[Spoiling]
) -> tuple[Passage, ...]:
    """The spoiled passages among about as many sound ones of the same kinds, in an order that tells nothing."""
    dice = subject.dice("gap-hunt/sheet")
    kinds = {one.kind for one in chosen}
    passages = dict.fromkeys(one.shows(copy) for one in chosen)
    headings = {heading for heading, _ in passages}
    places = {one.at for one in chosen}
    spare = [one for one in every if one.kind in kinds and one.at not in places]
    dice.shuffle(spare)
    for one in spare:
        heading, text = one.shows(copy)
        if len(passages) < 2 * len(chosen) and heading not in headings and text:
            headings.add(heading)
            passages[heading, text] = None
    shown = list(passages)
    dice.shuffle(shown)
    return tuple(shown)
