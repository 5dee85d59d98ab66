"""A year's activity plans as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from plankit.cli.report import one_line
from plankit.language import N_, translate
from plankit.model.year import Activity, ActivityPlan
from plankit.views.reading import Reading
from plankit.views.year_money import KIND_WORDS, Money, amount_text
from plankit.views.years import OUTCOME_WORDS, Year, year


def as_lines(reading: Reading, plans: Iterable[ActivityPlan], today: date, language: str) -> Iterator[str]:
    """Each activity plan: its stage, its activities by part and measure, money, and what has no activity."""
    for plan in plans:
        made = year(reading, plan, today)
        stage = reading.label("stage", plan.stage) or translate(N_("stage not stated"), language)
        yield one_line(f"{reading.text(plan.title)} ({plan.period.text}, {stage})")
        yield from _parts(reading, made, language)
        yield from _money(made.money, language)
        if made.idle:
            yield f"{translate(N_('Measures without an activity'), language)}:"
            yield from (f"  {one_line(reading.numbered_title(one.id))}" for one in made.idle)
        yield ", ".join(
            f"{count} {translate(OUTCOME_WORDS[one][1], language)}"
            for one, count in made.counts.items()
            if count
        ) or translate(N_("No activities."), language)


def _parts(reading: Reading, made: Year, language: str) -> Iterator[str]:
    for part in made.parts:
        if part.part is not None:
            yield one_line(f"{part.part.number or ''} {reading.text(part.part.title)}".strip())
        for group in part.groups:
            names = "; ".join(map(reading.numbered_title, group.measures))
            yield f"  {one_line(names or translate(N_('Beside the measures'), language))}"
            yield from (f"    {_line(reading, made, one, language)}" for one in group.activities)


def _line(reading: Reading, made: Year, one: Activity, language: str) -> str:
    sign, words = OUTCOME_WORDS[made.outcomes[one.id]]
    who = "; ".join(filter(None, map(reading.who, one.responsible))) or translate(
        N_("nobody named"), language
    )
    told = [
        f"{sign} {reading.text(one.title)}",
        who,
        one.when.text if one.when else "",
        translate(words, language),
    ]
    return one_line(" – ".join(filter(None, told)))


def _money(money: Money, language: str) -> Iterator[str]:
    if money.lines:
        yield f"{translate(N_('Costs, as planned'), language)}:"
    for line in money.lines:
        amount = "" if line.amount is None else f": {amount_text(line.amount)} {line.currency or 'kr'}"
        yield f"  {translate(KIND_WORDS[line.kind], language)} ({line.count}){amount}"


def as_json(reading: Reading, plans: Iterable[ActivityPlan], today: date, *, only_ascii: bool) -> str:
    """The activity plans as one JSON document."""
    document = {
        "plan": reading.plan.plan.id,
        "date": today.isoformat(),
        "activity_plans": [_plan(reading, year(reading, plan, today)) for plan in plans],
    }
    return json.dumps(document, ensure_ascii=only_ascii, indent=2)


def _plan(reading: Reading, made: Year) -> dict[str, object]:
    plan = made.plan
    return {
        "id": plan.id,
        "title": reading.text(plan.title),
        "period": plan.period.text,
        "stage": reading.vocabulary.code("stage", plan.stage) if plan.stage else None,
        "decision": plan.decision,
        "counts": {str(one): count for one, count in made.counts.items()},
        "activities": [_activity(reading, made, one) for one in made.activities],
        "measures_without_activity": [one.id for one in made.idle],
        "costs": [
            {
                "kind": str(line.kind),
                "currency": line.currency or None,
                "count": line.count,
                "sum": None if line.amount is None else format(line.amount, "f"),
            }
            for line in made.money.lines
        ],
    }


def _activity(reading: Reading, made: Year, one: Activity) -> dict[str, object]:
    return {
        "id": one.id,
        "title": reading.text(one.title),
        "part": one.part,
        "measures": list(one.measures),
        "agencies": [who.agency for who in one.responsible if who.agency],
        "when": one.when.text if one.when else None,
        "outcome": str(made.outcomes[one.id]),
        "status": one.status,
        "result": reading.text(one.result) or None,
        "reason": reading.text(one.reason) or None,
        "carried_from": one.carried_from,
    }
