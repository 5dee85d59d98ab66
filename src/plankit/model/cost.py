"""What something costs: the words of the plan beside what they mean.

A proposal, a grant not yet given and a pot shared by several measures are not money in hand; they are
kinds of their own so that nobody adds them up.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from plankit.model.base import Entity, Id, Ids, Text, checked

CURRENCIES = {
    "kr": None,
    "kroner": None,
    "nok": "NOK",
    "sek": "SEK",
    "dkk": "DKK",
    "eur": "EUR",
    "euro": "EUR",
}


MAX_DIGITS = 30
"""Most digits of a number before or after the point. Written out, `1e999999999` would fill the memory."""


class CostKind(StrEnum):
    """The kinds of cost met in real plans."""

    AMOUNT = "amount"
    AMOUNT_PER_YEAR = "amount-per-year"
    SHARED_POT = "shared-pot"
    WITHIN_BUDGET = "within-budget"
    PROPOSAL = "proposal"
    DEPENDS_ON_GRANT = "depends-on-grant"
    GRANT = "grant"
    PRIZE = "prize"
    NO_COST = "no-cost"
    NOT_COSTED = "not-costed"
    NOT_APPLICABLE = "not-applicable"
    UNREAD = "unread"


SUMMABLE = frozenset({CostKind.AMOUNT, CostKind.GRANT, CostKind.PRIZE})
"""Kinds whose amounts may be added: money that is there, once."""

_GAP = "[ \u00a0\u2009\u202f.]"
_NUMBER = rf"[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+|[0-9]+(?:,[0-9]+)?"
_AMOUNT = re.compile(
    rf"(?:(?:kr|nok|sek|eur)\.?\s*)?({_NUMBER})(?:\s*(mill\.?|millioner|miljoner|million))?\s*"
    r"(kroner|kr|nok|sek|dkk|eur|euro)?\.?(?:,-)?(?:\s+(per år|pr\.? år|årlig|årleg|årligen|per year|i året))?",
    re.IGNORECASE,
)
_KINDS = (
    (CostKind.NOT_APPLICABLE, r"n/?a|ikke aktuelt|ikkje aktuelt|ej aktuellt|not applicable"),
    (
        CostKind.NO_COST,
        r"(?:ingen (?:ekstra )?kostnad(?:er)?|gratis|kostnadsfri(?:tt)?|inga kostnad|no cost|utan kostnad|uten kostnad)",
    ),
    (
        CostKind.WITHIN_BUDGET,
        r"(?:dekkes |dekkast |ryms )?(?:innenfor|innanfor|inom|within)\s.*(?:ramme|rammer|rammene|ramma|budsjett|budget|ram|existing budget).*|"
        r"egen ramme|eksisterende ramme|ordinær drift|ordinarie budget",
    ),
    (
        CostKind.PROPOSAL,
        r".*(?:forslag til|framlegg til|foreslås|føreslås|innspill til|proposal to|förslag till).*",
    ),
    (
        CostKind.DEPENDS_ON_GRANT,
        r".*(?:søke(?:r|s)? (?:om )?(?:tilskudd|midler)|søkje midlar|avhengig av tilskudd|avhengig av tilskot|seek funding|söka bidrag).*",
    ),
    (
        CostKind.NOT_COSTED,
        r"(?:ikke|ikkje|ej|inte|not) (?:kostnadsberegnet|kostnadsbereknet|beregnet|kostnadsrekna|kostnadsberäknad|kostnadsberäknat|costed)",
    ),
)
_KIND_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE | re.DOTALL)) for kind, words in _KINDS)


class Sum(NamedTuple):
    """What a `Cost` means: its kind, the amount and its currency."""

    kind: CostKind
    amount: Decimal | None = None
    currency: str | None = None


def _decimal(text: str) -> Decimal:
    return Decimal(re.sub(_GAP, "", text).replace(",", "."))


def read_amount(text: str) -> Sum:
    """What the words say of money; kind `unread` when nothing is recognised."""
    words = text.strip().rstrip(".")
    if len(words) > 300:
        return Sum(CostKind.UNREAD)
    match = _AMOUNT.fullmatch(words)
    if match and (match[3] or words.lower().startswith(("kr", "nok", "sek", "eur"))):
        amount = _decimal(match[1]) * (1_000_000 if match[2] else 1)
        currency = CURRENCIES.get((match[3] or words[:3]).lower().strip(". "))
        return Sum(CostKind.AMOUNT_PER_YEAR if match[4] else CostKind.AMOUNT, amount, currency)
    for kind, pattern in _KIND_PATTERNS:
        if pattern.fullmatch(words):
            return Sum(kind)
    return Sum(CostKind.UNREAD)


def _check_amount(value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise PydanticCustomError("number", "not a number: {value}", {"value": value})
    return value


Number = Annotated[str, checked(_check_amount)]
"""A number, kept as it is written."""


class Cost(Entity):
    """A cost, as written and as understood.

    Written as plain words (`50 000 kr`, `innenfor ramme`) or as a mapping with `text` and the parts
    that the words alone do not tell.
    """

    text: str
    kind: CostKind | None = None
    amount: Number | None = None
    currency: str | None = None
    period: str | None = None
    """ISO 8601 duration that the amount is for: `P1Y`."""
    funder: Text | None = None
    original_purpose: Text | None = None
    """What a grant was first given for."""
    used_for: Text | None = None
    """What it went to in the end."""
    covers: Ids = ()
    """Measures that share the pot."""
    decision: Id | None = None
    """The decision that gives the money."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _to_words(self, handler: SerializerFunctionWrapHandler) -> str | dict[str, Any]:
        given = {key: value for key, value in handler(self).items() if value not in (None, (), [])}
        given["text"] = self.text
        return self.text if given.keys() == {"text"} else given

    @cached_property
    def reading(self) -> Sum:
        """What it means. Parts that the file gives win over what the words say."""
        said = read_amount(self.text)
        kind, amount, currency = said
        if self.amount:
            amount = Decimal(self.amount)
            kind = CostKind.AMOUNT_PER_YEAR if self.period == "P1Y" else CostKind.AMOUNT
        if self.covers:
            kind = CostKind.SHARED_POT
        return Sum(self.kind or kind, amount, self.currency or currency)

    def is_less_than(self, other: Cost) -> bool | None:
        """Whether it is less money than `other`; `None` where the two are not amounts of one kind and currency."""
        mine, theirs = self.reading, other.reading
        same = mine.kind == theirs.kind and mine.currency == theirs.currency
        if not same or mine.amount is None or theirs.amount is None:
            return None
        return mine.amount < theirs.amount

    def is_summable(self) -> bool:
        """Whether its amount may be added to others."""
        return self.reading.kind in SUMMABLE and self.reading.amount is not None
