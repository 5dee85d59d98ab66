"""What the view of hearings promises."""

from __future__ import annotations

from tests.views.conftest import ReadPlan

from plankit.views.hearing import hearing_tables

STATEMENTS = """
hearings:
  - opens: 2026-01-01
    statements:
      - {number: "10", body: Eldrerådet, kind: råd, weight: fulgt, answer: Tatt med.}
      - {number: "2", body: Kari Prøve, kind: innbygger, summary: Mer lys., weight: ikke fulgt, answer: Nei.}
      - {body: Havn kommune, kind: kommune, weight: fulgt}
      - {number: "11", kind: organisasjon, weight: helt etter boka, answer: Ja.}
"""


def test_statements_are_ordered_by_their_numbers(read_plan: ReadPlan) -> None:
    """“2” comes before “10”, and one without a number is numbered by its place."""
    (table,) = hearing_tables(read_plan(STATEMENTS))
    assert [row.number for row in table.rows] == ["2", "3", "10", "11"]


def test_private_person_is_called_inhabitant_whatever_the_file_says(read_plan: ReadPlan) -> None:
    """A name that slipped into the file reaches no reader."""
    (table,) = hearing_tables(read_plan(STATEMENTS, language="nb"))
    assert [(row.who, row.kind) for row in table.rows] == [
        ("Innbygger", ""),
        ("Havn kommune", "kommune"),
        ("Eldrerådet", "råd"),
        ("organisasjon", ""),
    ]


def test_weights_are_counted_in_the_order_of_the_list(read_plan: ReadPlan) -> None:
    """What was followed comes first; a weight in the plan's own words comes last."""
    (table,) = hearing_tables(read_plan(STATEMENTS, language="nb"))
    assert table.weights == (("fulgt", 2), ("ikke fulgt", 1), ("helt etter boka", 1))


def test_statement_without_weight_or_answer_is_open(read_plan: ReadPlan) -> None:
    """A weight alone is no answer."""
    (table,) = hearing_tables(read_plan(STATEMENTS))
    assert [row.who for row in table.open] == ["Havn kommune"]


def test_plan_without_hearing_has_no_table(read_plan: ReadPlan) -> None:
    """Nothing is made up."""
    assert hearing_tables(read_plan("")) == ()
