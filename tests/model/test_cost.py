"""The words for money of real plans, and what they mean."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from plankit.model.cost import SUMMABLE, Cost, CostKind

AMOUNTS = [
    # written, kind, amount, currency
    ("50 000 kr", "amount", "50000", None),
    ("50\u00a0000 kr", "amount", "50000", None),
    ("50\u202f000 kr", "amount", "50000", None),
    ("50.000 kr", "amount", "50000", None),
    ("50000 kr", "amount", "50000", None),
    ("kr 50 000", "amount", "50000", None),
    ("kr 50 000,-", "amount", "50000", None),
    ("Kr. 1 500 000", "amount", "1500000", None),
    ("1,5 mill. kr", "amount", "1500000", None),
    ("2 millioner kroner", "amount", "2000000", None),
    ("2 miljoner kr", "amount", "2000000", None),
    ("NOK 20 000", "amount", "20000", "NOK"),
    ("20 000 SEK", "amount", "20000", "SEK"),
    ("300 euro", "amount", "300", "EUR"),
    ("0 kr", "amount", "0", None),
    ("50 000 kr per år", "amount-per-year", "50000", None),
    ("50 000 kr årlig", "amount-per-year", "50000", None),
    ("50 000 kr årligen", "amount-per-year", "50000", None),
    ("NOK 1 million per year", "amount-per-year", "1000000", "NOK"),
]

WORDS = [
    ("innenfor ramme", "within-budget"),
    ("Dekkes innenfor eksisterende rammer", "within-budget"),
    ("innanfor gjeldande budsjett", "within-budget"),
    ("inom befintlig ram", "within-budget"),
    ("within existing budget", "within-budget"),
    ("ordinær drift", "within-budget"),
    ("ingen kostnad", "no-cost"),
    ("ingen ekstra kostnader", "no-cost"),
    ("Gratis", "no-cost"),
    ("forslag til budsjett 2027", "proposal"),
    ("søker om tilskudd fra Bufdir", "depends-on-grant"),
    ("avhengig av tilskudd", "depends-on-grant"),
    ("ikke kostnadsberegnet", "not-costed"),
    ("ikkje kostnadsrekna", "not-costed"),
    ("n/a", "not-applicable"),
    ("ikke aktuelt", "not-applicable"),
    ("50 000", "unread"),
    ("ca. 50 000 kr", "unread"),
    ("50 000 kr eller mer", "unread"),
    ("٣ kr", "unread"),
    ("", "unread"),
    ("x" * 5_000, "unread"),
]


@pytest.mark.parametrize(("text", "kind", "amount", "currency"), AMOUNTS)
def test_words_for_an_amount_are_read(text: str, kind: str, amount: str, currency: str | None) -> None:
    """Digits are grouped by spaces of any width or by points; `kr` says nothing of which country's."""
    cost = Cost(text=text)
    assert cost.reading == (CostKind(kind), Decimal(amount), currency)
    assert cost.text == text


@pytest.mark.parametrize(("text", "kind"), WORDS)
def test_words_without_an_amount_are_read(text: str, kind: str) -> None:
    """What is not recognised stays words."""
    assert Cost(text=text).reading == (CostKind(kind), None, None)


@pytest.mark.parametrize(
    ("parts", "reading"),
    [
        ({"amount": "1000"}, ("amount", "1000", None)),
        ({"amount": "1000", "period": "P1Y"}, ("amount-per-year", "1000", None)),
        ({"amount": "0"}, ("amount", "0", None)),
        ({"currency": "NOK"}, ("amount", "5", "NOK")),
        ({"covers": ["m1", "m2"]}, ("shared-pot", "5", None)),
        ({"kind": "proposal"}, ("proposal", "5", None)),
        ({"kind": "prize", "covers": "m1"}, ("prize", "5", None)),
    ],
)
def test_parts_that_the_file_gives_win_over_the_words(
    parts: dict[str, object], reading: tuple[str, str, str | None]
) -> None:
    """The words are kept beside them."""
    cost = Cost.model_validate({"text": "5 kr", **parts})
    assert cost.reading == (CostKind(reading[0]), Decimal(reading[1]), reading[2])
    assert cost.text == "5 kr"


@pytest.mark.parametrize(
    ("cost", "summable"),
    [
        ({"text": "5 kr"}, True),
        ({"text": "5 kr", "kind": "grant"}, True),
        ({"text": "5 kr", "kind": "proposal"}, False),
        ({"text": "5 kr", "kind": "depends-on-grant"}, False),
        ({"text": "5 kr", "covers": ["m"]}, False),
        ({"text": "5 kr per år"}, False),
        ({"text": "noe", "kind": "amount"}, False),
        ({"text": "innenfor ramme"}, False),
    ],
)
def test_only_money_that_is_there_may_be_summed(cost: dict[str, object], summable: bool) -> None:
    """Proposals, shared pots and grants not yet given must never end up in a sum."""
    assert Cost.model_validate(cost).is_summable() is summable


def test_kinds_that_may_be_summed_are_three() -> None:
    """A new kind of cost is not summed until somebody has thought about it."""
    assert {str(kind) for kind in SUMMABLE} == {"amount", "grant", "prize"}


@pytest.mark.parametrize(
    "amount", ["mye", "", "NaN", "sNaN", "Infinity", "-inf", "1 000", "1,5", "1e99", "1e999999999", "1e-99"]
)
def test_amount_that_is_no_number_of_money_is_refused(amount: str) -> None:
    """Nor may a number be so large that writing it out would fill the memory."""
    with pytest.raises(ValidationError, match="not a number"):
        Cost.model_validate({"text": "x", "amount": amount})


@pytest.mark.parametrize("amount", ["0", "-5", "1.50", "007", "1e3", "9" * 30])
def test_amount_is_kept_as_it_is_written(amount: str) -> None:
    """`1.50` does not become `1.5`."""
    assert Cost.model_validate({"text": "x", "amount": amount}).amount == amount


def test_plain_words_are_written_as_plain_words() -> None:
    """A mapping appears in a file only where it says more than the words."""
    written: Any = Cost.model_validate("5 kr").model_dump(mode="json")
    assert written == "5 kr"
    assert Cost.model_validate({"text": "", "funder": "Stat"}).model_dump(mode="json") == {
        "text": "",
        "funder": "Stat",
    }


@pytest.mark.parametrize(
    "text", ["1 000" * 60, "1" * 299, "innenfor " * 33, "forslag til" * 27, "ingen " * 50, ". " * 150]
)
def test_no_words_take_long_to_read(text: str) -> None:
    """No pattern backtracks without end."""
    before = time.perf_counter()
    assert Cost(text=text).reading
    assert time.perf_counter() - before < 0.2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("50 000 kr", "60 000 kr", True),
        ("60 000 kr", "50 000 kr", False),
        ("50 000 kr", "50 000 kr per år", None),
        ("50 000 NOK", "60 000 SEK", None),
        ("innenfor ramme", "50 000 kr", None),
    ],
)
def test_is_less_than_compares_only_amounts_of_one_kind(one: str, other: str, expected: bool | None) -> None:
    """Once and every year, kroner and kronor, a sum and a promise are never compared."""
    assert Cost(text=one).is_less_than(Cost(text=other)) is expected


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [("50 000 kr.", "50000", None), ("EUR 500", "500", "EUR"), ("SEK 1 200", "1200", "SEK")],
)
def test_reading_knows_the_currency_before_and_after_the_amount(
    words: str, amount: str, currency: str | None
) -> None:
    """A full stop after the sum is no part of it."""
    assert (str(Cost(text=words).reading.amount), Cost(text=words).reading.currency) == (amount, currency)
