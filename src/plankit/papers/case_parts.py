"""The parts of a council's case paper, each as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plankit.language import N_, N_count
from plankit.model.cost import CostKind
from plankit.model.merged import of_this_plan
from plankit.papers.blocks import Block, Facts, Listing, Span
from plankit.papers.sentences import Sentences
from plankit.views.case_paper import (
    Open,
    costs,
    decided_by,
    figures,
    given,
    implementers,
    or_open,
    proposed_decision,
    unowned,
)
from plankit.views.hearing import HearingTable, hearing_tables
from plankit.views.reading import Reading

COSTS: dict[CostKind | None, str] = {
    CostKind.AMOUNT: N_("An amount is stated"),
    CostKind.AMOUNT_PER_YEAR: N_("An amount a year is stated"),
    CostKind.SHARED_POT: N_("From a pot that measures share"),
    CostKind.WITHIN_BUDGET: N_("Within existing budgets"),
    CostKind.PROPOSAL: N_("Proposed, not granted"),
    CostKind.DEPENDS_ON_GRANT: N_("Depends on a grant"),
    CostKind.GRANT: N_("A grant is given"),
    CostKind.PRIZE: N_("A prize is given"),
    CostKind.NO_COST: N_("No extra cost"),
    CostKind.NOT_COSTED: N_("Not costed"),
    CostKind.NOT_APPLICABLE: N_("Not applicable"),
    CostKind.UNREAD: N_("In words, see the plan"),
    None: N_("Unknown: the plan states nothing"),
}
"""What is said of each kind of cost."""


class CaseParts:
    """The parts of a case paper, each a function of the plan as read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._t = reading.words
        self._made = Sentences(reading)
        self._given = given(reading)

    def head(self) -> Block:
        """Case number, who handles the case, who considers and who decides it."""
        t, reading = self._t, self._reading
        cases = ", ".join(one.number for one in reading.plan.plan.case_refs)
        bodies = ", ".join(reading.text(one) for one in self._given.considered_by)
        rows = (
            (t(N_("Case number")), or_open(cases, t(N_("case number")))),
            (
                t(N_("Handled by")),
                or_open(reading.text(self._given.handled_by), t(N_("role of whoever handles it"))),
            ),
            (t(N_("Considered by")), or_open(bodies, t(N_("bodies that consider it, and when")))),
            (t(N_("Decided by")), or_open(decided_by(reading), t(N_("the body that decides")))),
        )
        return Facts(rows=tuple(((Span(text=name),), (self._made.line((value,)),)) for name, value in rows))

    def decision(self) -> Iterator[Block]:
        """The points to decide, numbered."""
        yield Listing(
            items=tuple((self._made.line(one),) for one in proposed_decision(self._reading)), ordered=True
        )

    def summary(self) -> Iterator[Block]:
        """What it is about in a few lines."""
        plan = self._reading.plan
        yield from self._made.prose(self._given.summary)
        period = plan.plan.period.text if plan.plan.period else ""
        counts = (
            (len(plan.areas), *N_count("{count} area", "{count} areas")),
            (len(plan.goals), *N_count("{count} goal", "{count} goals")),
            (len(plan.measures), *N_count("{count} measure", "{count} measures")),
            (len(self._reading.named_parties), *N_count("{count} agency", "{count} agencies")),
            (len(plan.procedures), *N_count("{count} procedure", "{count} procedures")),
        )
        holds = ", ".join(self._made.count(one, many, number) for number, one, many in counts if number)
        parts = [
            f"{self._t(N_('Period'))}: {period}." if period else "",
            f"{self._t(N_('The plan holds'))}: {holds}.",
        ]
        yield self._made.line((" ".join(part for part in parts if part),))

    def background(self) -> Iterator[Block]:
        """Why there is a plan: the need, who began, what came before, and a few figures."""
        t, plan = self._t, self._reading.plan
        need = t(N_("why the plan is needed: knowledge, national guidance and local conditions"))
        yield from self._made.prose(self._given.need, need)
        process = plan.process
        yield from self._made.prose(
            process.initiator if process else None, t(N_("who asked for the plan, and when"))
        )
        for before in of_this_plan(plan.succession):
            way = self._reading.label("succession-direction", before.direction)
            period = f" ({before.period.text})" if before.period else ""
            yield self._made.line(
                (f"{way[:1].upper()}{way[1:]}: {self._reading.text(before.title)}{period}.",)
            )
            yield from self._made.prose(before.text)
        above = [
            one for one in plan.links if self._relation(one.relation) in ("parent-plan", "national-plan")
        ]
        yield from self._made.list(self._reading.text(one.title) for one in above)
        yield from self._figures()

    def _relation(self, word: str) -> str | None:
        return self._reading.vocabulary.code("link-relation", word)

    def _figures(self) -> Iterator[Block]:
        t, reading = self._t, self._reading
        rows = [
            (
                reading.text(one.topic),
                " ".join(
                    filter(None, (reading.text(one.value_text) or one.value or "", reading.text(one.unit)))
                ),
                one.period.text if one.period else "",
                reading.text(one.source),
            )
            for one in figures(reading)
        ]
        yield from self._made.table(
            t(N_("Some figures")), (t("Topic"), t("Value"), t("Period"), t("Source")), rows
        )

    def mandate(self) -> Iterator[Block]:
        """What the council asked for."""
        process = self._reading.plan.process
        yield from self._made.prose(
            process.mandate if process else None, self._t(N_("the mandate, and who gave it"))
        )

    def process(self) -> Iterator[Block]:
        """Who made the plan, and when what happened."""
        t, reading = self._t, self._reading
        process = reading.plan.process
        if process is None or not (process.groups or process.timeline):
            yield self._made.open(t(N_("who made the plan, and how")))
            return
        groups = [
            (reading.text(one.name), ", ".join(map(reading.text, one.members)), reading.text(one.task))
            for one in process.groups
        ]
        yield from self._made.table(t(N_("Groups")), (t("Group"), t("Members"), t("Task")), groups)
        events = [
            (one.when.text if one.when else "", reading.text(one.what), reading.text(one.body))
            for one in process.timeline
        ]
        yield from self._made.table(t(N_("Course")), (t("When"), t("What"), t("Body")), events)
        yield from self._made.list(map(reading.text, process.external_help))

    def hearing(self) -> Iterator[Block]:
        """Who was asked, what they said, how it was weighed and what the answer is."""
        tables = hearing_tables(self._reading)
        if not tables:
            yield self._made.open(
                self._t(N_("whether the plan was on hearing, what came in and how it was weighed"))
            )
        for one in tables:
            yield from self._one_hearing(one)

    def _one_hearing(self, table: HearingTable) -> Iterator[Block]:
        t, one = self._t, table.hearing
        dates = " – ".join(when.text for when in (one.opens, one.closes) if when)
        yield self._made.line((f"{t(N_('On hearing'))}: ", or_open(dates, t(N_("from when to when")))))
        yield from self._made.prose(one.outcome)
        if not table.rows:
            yield self._made.open(t(N_("each statement, how it was weighed and the answer")))
            return
        weights = [f"{weight}: {count}" for weight, count in table.weights]
        undecided = len(table.rows) - sum(count for _, count in table.weights)
        weights += [f"{t('not stated')}: {undecided}"] if undecided else []
        number = self._made.count(*N_count("{count} statement", "{count} statements"), len(table.rows))
        yield self._made.line((f"{number}. {t(N_('How statements were weighed'))}: {', '.join(weights)}.",))
        heads = (t("No."), t("From"), t("Statement"), t("Weight"), t("Answer"))
        rows = [
            (
                row.number,
                row.who,
                self._reading.text(row.statement.summary),
                or_open(row.weight, t(N_("weight"))),
                or_open(self._reading.text(row.statement.answer), t(N_("answer"))),
            )
            for row in table.rows
        ]
        yield from self._made.table(t("Statements and answers"), heads, rows)

    def holds(self) -> Iterator[Block]:
        """The areas, and how many goals and measures each has."""
        t, reading = self._t, self._reading
        areas = [(reading.numbered_title(one.id), *self._numbers(one.id)) for one in reading.plan.areas]
        if "none" in reading.measures_by_area and areas:
            areas.append((t(N_("Without an area")), *self._numbers("none")))
        if not areas:
            yield self._made.open(t(N_("what the plan holds")))
        yield from self._made.table(t(N_("Areas")), (t("Area"), t("Goals"), t("Measures")), areas)

    def _numbers(self, area: str) -> tuple[str, str]:
        goals, measures = self._reading.goals_by_area, self._reading.measures_by_area
        return str(len(goals.get(area, ()))), str(len(measures.get(area, ())))

    def carried_out_by(self) -> Iterator[Block]:
        """The agencies, how much each answers for, and whether the municipality can give them orders."""
        t = self._t
        said = {True: t("yes"), False: t("no"), None: t("not stated")}
        rows = [
            (one.party.name, str(one.owns), str(one.helps), said[one.party.commandable])
            for one in implementers(self._reading)
        ]
        if not rows:
            yield self._made.open(t(N_("who carries out the measures")))
        heads = (t("Agency"), t(N_("Answers for")), t(N_("Helps with")), t(N_("Can be given orders")))
        yield from self._made.table(t(N_("Measures by agency")), heads, rows)
        lacking = unowned(self._reading)
        if lacking:
            yield self._made.line((f"{t(N_('Nobody answers for'))}: ",))
            yield from self._made.list(self._reading.numbered_title(one.id) for one in lacking)

    def cost(self) -> Iterator[Block]:
        """What the plan says of money, kind by kind; what is unknown is said to be unknown."""
        t, reading = self._t, self._reading
        rows = [
            (
                t(COSTS[row.kind]),
                str(len(row.measures)),
                ", ".join(money(number, unit) for unit, number in row.sums),
            )
            for row in costs(reading)
        ]
        if not rows:
            yield self._made.open(t(N_("what the plan costs and who pays")))
        heads = (t(N_("What the plan says")), t("Measures"), t(N_("Sum of stated amounts")))
        yield from self._made.table(t(N_("Cost of the measures")), heads, rows)
        funding = [
            (
                reading.text(one.title),
                one.cost.text if one.cost else t("not stated"),
                reading.text(one.funder),
                one.period.text if one.period else "",
            )
            for one in reading.plan.funding
        ]
        yield from self._made.table(t(N_("Money")), (t("For"), t("Cost"), t("Funder"), t("Period")), funding)

    def consequences(self) -> Iterator[Block]:
        """As the municipality asks for."""
        what = self._t(
            N_("consequences for economy, staff, children, equality and climate, where the municipality asks")
        )
        yield from self._made.prose(self._given.consequences, what)

    def follow_up(self) -> Iterator[Block]:
        """How the plan is reported on and evaluated."""
        t, reading = self._t, self._reading
        rows = [
            (
                reading.text(one.title) or reading.label("evaluation-kind", one.kind),
                one.when.text if one.when else Open(what=t(N_("when"))),
                reading.text(one.by),
                reading.text(one.to),
            )
            for one in reading.plan.evaluation
        ]
        if not rows:
            yield self._made.open(t(N_("who reports to whom, how often, and when the plan is evaluated")))
        yield from self._made.table(
            t(N_("Reporting and evaluation")), (t("What"), t("When"), t("By"), t("To")), rows
        )

    def assessment(self) -> Iterator[Block]:
        """What the administration thinks of it."""
        yield from self._made.prose(self._given.assessment, self._t(N_("the administration's assessment")))

    def next_steps(self) -> Iterator[Block]:
        """What happens after the decision."""
        steps = [self._reading.text(one) for one in self._given.next_steps]
        if not steps:
            yield self._made.open(self._t(N_("what happens after the decision, who does it and when")))
        yield from self._made.list(steps)

    def annexes(self) -> Iterator[Block]:
        """The plan itself, then what is named."""
        own = [self._reading.text(one) for one in self._given.annexes]
        yield from self._made.list([self._reading.text(self._reading.plan.plan.title), *own])


def money(number: Decimal, unit: str) -> str:
    """An amount with its currency, thousands apart."""
    whole = f"{number:,.2f}".removesuffix(".00").replace(",", "\u00a0")
    return f"{whole}\u00a0{unit or 'kr'}"
