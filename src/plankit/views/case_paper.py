"""What a council must know to adopt the plan. What the plan's files do not say stays open; nothing is made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from plankit.language import N_
from plankit.model.contents import Measure
from plankit.model.cost import SUMMABLE, CostKind
from plankit.model.frame import CasePaper
from plankit.model.knowledge import Evaluation, Statistic
from plankit.views.reading import Party, Reading

MOST_FIGURES = 6
"""Most figures that a case paper shows; the rest stand in the plan."""

HOME = {"NO": "NOK", "SE": "SEK"}
"""What “kr” means in a country."""

_WITH_SUM = SUMMABLE | {CostKind.AMOUNT_PER_YEAR, CostKind.PROPOSAL, CostKind.DEPENDS_ON_GRANT}
_WAITING = frozenset({CostKind.PROPOSAL, CostKind.DEPENDS_ON_GRANT})
_ADOPTED = "adopted"
_REPORTS = ("yearly-report", "oral-report", "follow-up", "rolling")
_EVALUATIONS = ("mid-term", "final-report")
_NOTHING = CasePaper()


@dataclass(frozen=True, kw_only=True)
class Open:
    """Something that the plan does not say and somebody must fill in."""

    what: str


Words = tuple[str | Open, ...]
"""A sentence, with what is open in it."""


@dataclass(frozen=True, kw_only=True)
class Implementer:
    """An agency that carries something out, and how many measures it answers for and helps with."""

    party: Party
    owns: int
    helps: int


@dataclass(frozen=True, kw_only=True)
class CostRow:
    """The measures whose cost is of one kind; `kind` is `None` for those whose cost is not stated."""

    kind: CostKind | None
    measures: tuple[Measure, ...]
    sums: tuple[tuple[str, Decimal], ...]
    """What they add up to, where amounts of this kind may be added: by currency, which is empty for the country's own."""


def given(reading: Reading) -> CasePaper:
    """What the plan says for its case paper outright."""
    return reading.plan.plan.case_paper or _NOTHING


def sentence(words: str, **values: str | Open) -> Words:
    """`words` with its `{names}` filled in; what is open stays open."""
    made: list[str | Open] = []
    rest = words
    while rest:
        before, brace, after = rest.partition("{")
        made += [before] if before else []
        name, _, rest = after.partition("}")
        if brace:
            made.append(values[name])
    return tuple(made)


def or_open(words: str, what: str) -> str | Open:
    """The words; where there are none, what is to be filled in."""
    return words or Open(what=what)


def decided_by(reading: Reading) -> str:
    """The body that adopts the plan: as stated, else that of its adoption, else whoever ordered it.

    In a shared plan each municipality adopts by itself: then the bodies of all that nobody says will leave or merge.
    """
    stated = reading.text(given(reading).decided_by)
    plan = reading.plan
    away = {one.id for one in plan.participants if one.left or one.valid_to or one.succeeded_by}
    bodies = [
        reading.text(one.body)
        for one in plan.own_decisions
        if _is(reading, one.kind, _ADOPTED) and one.participant not in away
    ]
    shared = len(plan.participants) > 1
    client = reading.text(plan.process.client) if plan.process else ""
    return stated or ", ".join(dict.fromkeys(bodies if shared else bodies[-1:])) or client


def adopted_on(reading: Reading) -> str:
    """When the plan was adopted, in its own words; empty where it is not."""
    decisions = reading.plan.own_decisions
    dates = [one.date.text for one in decisions if one.date and _is(reading, one.kind, _ADOPTED)]
    return dates[-1] if dates else ""


def _is(reading: Reading, kind: str | None, code: str) -> bool:
    return kind is not None and reading.vocabulary.code("decision-kind", kind) == code


def proposed_decision(reading: Reading) -> tuple[Words, ...]:
    """The points that the council is asked to decide: those that are written, else those that the plan gives."""
    own = given(reading).decision
    if own:
        return tuple((reading.text(one),) for one in own)
    return (_adoption(reading), *_reporting(reading), *_evaluation(reading), *_money(reading))


def _adoption(reading: Reading) -> Words:
    t, frame = reading.words, reading.plan.plan
    title = ": ".join(part for part in (reading.text(frame.title), reading.text(frame.subtitle)) if part)
    return sentence(
        t(N_("{body} adopts “{title}” for the period {period}.")),
        body=or_open(decided_by(reading), t(N_("the body that decides"))),
        title=title,
        period=or_open(frame.period.text if frame.period else "", t(N_("the period, usually four years"))),
    )


def _reporting(reading: Reading) -> tuple[Words, ...]:
    t = reading.words
    found = _of_kinds(reading, _REPORTS)
    yearly = [one for one in found if _code(reading, one) == "yearly-report"] or found
    rows = yearly or [Evaluation()]
    return tuple(
        sentence(
            t(N_("{who} reports on the plan to {whom}. When: {when}.")),
            who=or_open(reading.text(one.by), t(N_("who reports"))),
            whom=or_open(reading.text(one.to), t(N_("the body that gets the report"))),
            when=or_open(one.when.text if one.when else "", t(N_("how often"))),
        )
        for one in rows
    )


def _evaluation(reading: Reading) -> tuple[Words, ...]:
    t, day = reading.words, reading.plan.plan.evaluation_date
    points = [
        sentence(
            t(N_("{title}: {when}. Carried out by {who}, for {whom}.")),
            title=reading.text(one.title) or reading.label("evaluation-kind", one.kind),
            when=one.when.text,
            who=or_open(reading.text(one.by), t(N_("who evaluates"))),
            whom=or_open(reading.text(one.to), t(N_("the body that gets the report"))),
        )
        for one in _of_kinds(reading, _EVALUATIONS)
        if one.when
    ]
    if day or not points:
        words = t(N_("The plan is to be evaluated by {date}."))
        open_day = t(N_("the date of the evaluation"))
        points.append(sentence(words, date=or_open(day.text if day else "", open_day)))
    return tuple(points)


def _money(reading: Reading) -> tuple[Words, ...]:
    waiting = [one for row in costs(reading) if row.kind in _WAITING for one in row.measures]
    if not waiting:
        return ()
    t = reading.words
    names = "; ".join(reading.numbered_title(one.id) for one in waiting)
    words = t(N_("These measures wait for money that is not granted: {names}. {how}"))
    return (sentence(words, names=names, how=Open(what=t(N_("when and how their money is decided")))),)


def _code(reading: Reading, one: Evaluation) -> str | None:
    return reading.vocabulary.code("evaluation-kind", one.kind) if one.kind else None


def _of_kinds(reading: Reading, kinds: tuple[str, ...]) -> list[Evaluation]:
    return [one for one in reading.plan.evaluation if _code(reading, one) in kinds]


def implementers(reading: Reading) -> tuple[Implementer, ...]:
    """The agencies that answer for or help with a measure; those that answer for most come first."""
    owns: Counter[str] = Counter()
    helps: Counter[str] = Counter()
    for measure in reading.plan.measures:
        owners = {one.agency for one in measure.responsible if one.agency and reading.is_owner(one)}
        others = {one.agency for one in (*measure.responsible, *measure.contributors) if one.agency}
        owns.update(owners)
        helps.update(others - owners)
    order = [party.id for party in reading.named_parties if owns[party.id] or helps[party.id]]
    rows = [Implementer(party=reading.party(one), owns=owns[one], helps=helps[one]) for one in order]
    return tuple(sorted(rows, key=lambda row: (-row.owns, -row.helps)))


def unowned(reading: Reading) -> tuple[Measure, ...]:
    """The measures that no agency answers for."""
    return tuple(
        one
        for one in reading.plan.measures
        if not any(who.agency and reading.is_owner(who) for who in one.responsible)
    )


def costs(reading: Reading) -> tuple[CostRow, ...]:
    """The measures by what the plan says of their cost, in the order of the kinds; those that say nothing come last."""
    found: dict[CostKind | None, list[Measure]] = {}
    for measure in reading.plan.measures:
        found.setdefault(measure.cost.reading.kind if measure.cost else None, []).append(measure)
    home = HOME.get(reading.plan.plan.country or (reading.guide.guide.country if reading.guide else "") or "")
    order: tuple[CostKind | None, ...] = (*CostKind, None)
    return tuple(
        CostRow(kind=kind, measures=tuple(found[kind]), sums=_sums(kind, found[kind], home))
        for kind in order
        if kind in found
    )


def _sums(
    kind: CostKind | None, measures: list[Measure], home: str | None
) -> tuple[tuple[str, Decimal], ...]:
    if kind not in _WITH_SUM:
        return ()
    sums: dict[str, Decimal] = {}
    for measure in measures:
        said = measure.cost.reading if measure.cost else None
        if said and said.amount is not None:
            currency = "" if said.currency in (None, home) else str(said.currency)
            sums[currency] = sums.get(currency, Decimal()) + said.amount
    return tuple(sums.items())


def figures(reading: Reading) -> tuple[Statistic, ...]:
    """The few figures that a case paper shows: local ones first, none that is withheld."""
    shown = [
        one
        for one in reading.plan.statistics
        if (one.value or one.value_text) and not reading.figures.of(one).is_withheld
    ]
    local = [
        one for one in shown if one.area and reading.vocabulary.code("statistic-area", one.area) == "local"
    ]
    return tuple([*local, *(one for one in shown if one not in local)][:MOST_FIGURES])
