"""What activities cost together: like is added to like, and what is not money in hand is only counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plankit.language import N_
from plankit.model.cost import Cost, CostKind

KIND_WORDS = {
    CostKind.AMOUNT: N_("Amounts"),
    CostKind.GRANT: N_("Grants"),
    CostKind.PRIZE: N_("Prizes"),
    CostKind.AMOUNT_PER_YEAR: N_("Amounts each year"),
    CostKind.SHARED_POT: N_("From a pot that several share"),
    CostKind.WITHIN_BUDGET: N_("Within the budget"),
    CostKind.PROPOSAL: N_("Only proposed"),
    CostKind.DEPENDS_ON_GRANT: N_("Depends on a grant"),
    CostKind.NO_COST: N_("No cost"),
    CostKind.NOT_COSTED: N_("Not worked out"),
    CostKind.NOT_APPLICABLE: N_("Not applicable"),
    CostKind.UNREAD: N_("In other words"),
}
"""What each kind of cost is called."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """Costs of one kind. `amount` is their sum where they may be added, in `currency`."""

    kind: CostKind
    currency: str
    count: int
    amount: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Money:
    """The costs by kind and currency, and of how many activities no cost is stated. There is no sum over kinds."""

    lines: tuple[Line, ...]
    unstated: int


def money(costs: Iterable[Cost | None]) -> Money:
    """The costs, each kind and currency by itself."""
    found: dict[tuple[CostKind, str, bool], list[Cost]] = {}
    unstated = 0
    for one in costs:
        if one is None:
            unstated += 1
            continue
        kind, _, currency = one.reading
        found.setdefault((kind, currency or "", one.is_summable()), []).append(one)
    order = list(KIND_WORDS)
    lines = tuple(
        Line(
            kind=kind,
            currency=currency,
            count=len(ones),
            amount=sum((one.reading.amount or Decimal(0) for one in ones), Decimal(0)) if summable else None,
        )
        for (kind, currency, summable), ones in sorted(
            found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1:])
        )
    )
    return Money(lines=lines, unstated=unstated)


def amount_text(amount: Decimal) -> str:
    """The amount with thin gaps between thousands, as plans in the Nordic languages write it: `120 000`."""
    text = f"{amount:,.2f}" if amount != amount.to_integral_value() else f"{amount:,.0f}"
    return text.replace(",", "\u00a0").replace(".", ",")
