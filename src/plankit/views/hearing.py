"""Hearings of a plan: what was said, by whom, how it was weighed and what was answered."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from plankit.language import N_
from plankit.model.frame import Hearing, Statement
from plankit.model.vocabulary import built_in
from plankit.views.reading import Reading

INHABITANT = "inhabitant"
"""Code of the kind of body that stands for a private person."""

WEIGHTS = "statement-weight"
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A statement as the table shows it, in the reader's language."""

    statement: Statement
    number: str
    """The number it was given, else its place among the statements."""
    who: str
    """The body; of a private person never more than that it is an inhabitant."""
    kind: str
    """What kind of body; empty where `who` says it already."""
    weight: str
    """Empty where nothing is decided yet."""

    @property
    def is_settled(self) -> bool:
        """Whether it has both a weight and an answer."""
        return bool(self.weight and self.statement.answer)


@dataclass(frozen=True, kw_only=True)
class HearingTable:
    """One hearing: its statements in order, and how many got which weight."""

    hearing: Hearing
    rows: tuple[Row, ...]
    weights: tuple[tuple[str, int], ...]
    """Each weight that was given, in the order of the list, and how often; weights of no list come last."""

    @property
    def open(self) -> tuple[Row, ...]:
        """The statements without a weight or an answer."""
        return tuple(row for row in self.rows if not row.is_settled)


def hearing_tables(reading: Reading) -> tuple[HearingTable, ...]:
    """The hearings of the plan in its order, each with its statements by number."""
    return tuple(hearing_table(reading, one) for one in reading.plan.hearings)


def hearing_table(reading: Reading, hearing: Hearing) -> HearingTable:
    """The statements of a hearing, in the order of their numbers; those without come in the order of the file."""
    rows = [_row(reading, one, place) for place, one in enumerate(hearing.statements, start=1)]
    return HearingTable(
        hearing=hearing,
        rows=tuple(sorted(rows, key=lambda row: _key(row.number))),
        weights=_weights(reading, rows),
    )


def _row(reading: Reading, one: Statement, place: int) -> Row:
    kind = reading.label("statement-kind", one.kind)
    body = reading.text(one.body)
    if is_inhabitant(reading, one):
        # Whatever the file says: a name that slipped in stays in the file.
        body, kind = reading.words(N_("Inhabitant")), ""
    return Row(
        statement=one,
        number=one.number or str(place),
        who=body or kind or reading.words(N_("not stated")),
        kind=kind if body else "",
        weight=reading.label(WEIGHTS, one.weight),
    )


def is_inhabitant(reading: Reading, one: Statement) -> bool:
    """Whether a private person made the statement."""
    return one.kind is not None and reading.vocabulary.code("statement-kind", one.kind) == INHABITANT


def _weights(reading: Reading, rows: list[Row]) -> tuple[tuple[str, int], ...]:
    known = list(built_in()[WEIGHTS])

    def place(word: str) -> int:
        code = reading.vocabulary.code(WEIGHTS, word)
        return known.index(code) if code in known else len(known)

    counted = Counter(row.weight for row in rows if row.weight)
    return tuple(sorted(counted.items(), key=lambda one: place(one[0])))


def _key(number: str) -> tuple[tuple[int, str], ...]:
    """Orders `2` before `10` and `10a` after `10`."""
    return tuple(
        (int(part), "") if part.isdecimal() and part.isascii() else (0, part)
        for part in _DIGITS.split(number)
        if part
    )
