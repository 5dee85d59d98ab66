"""Put the steps in order, and what else a procedure says: its time limits, whom it names and which number is called.

Only steps are put in order that follow one another whatever the case: where a way on has a condition, or two steps read
the same, nothing is asked.
"""

from __future__ import annotations

from plankit.teaching.exercise import Question
from plankit.teaching.limits import step_limits, task_limits
from plankit.teaching.missing_words import missing_agencies, missing_numbers
from plankit.teaching.parts import Agencies, all_parts
from plankit.teaching.picking import spread
from plankit.teaching.sequences import guide_orders, procedure_orders
from plankit.teaching.subject import Subject

ORDERS, LIMITS, AGENCIES, NUMBERS = 5, 3, 3, 3
"""Questions of each sort in a kit."""


def order_questions(subject: Subject) -> tuple[Question, ...]:
    """Questions on the order of steps and on what stands in them, the best spread of all that there are."""
    parts = all_parts(subject)
    return spread(
        subject,
        "order",
        ((*procedure_orders(subject), *guide_orders(subject)), ORDERS),
        ((*step_limits(subject), *task_limits(subject)), LIMITS),
        (missing_agencies(subject, Agencies(subject, parts), parts), AGENCIES),
        (missing_numbers(subject), NUMBERS),
    )
