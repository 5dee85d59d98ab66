"""The guide's questions of an evaluation, each with what the plan's data tell. What they cannot tell stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plankit.language import N_
from plankit.model.guide import EvaluationQuestion
from plankit.views.evaluation_figures import (
    Grid,
    areas,
    begun,
    indicators,
    law,
    not_done,
    not_reported,
    outcomes,
    procedures,
    training,
)
from plankit.views.reading import Reading
from plankit.views.report_lines import Line, lines
from plankit.views.reporting import Span, spans

Figures = Callable[[Reading, tuple[Line, ...]], Grid]

FIGURES: Mapping[str, Figures] = {
    "measures-begun": begun,
    "measures-by-area": areas,
    "not-done": not_done,
    "not-reported": not_reported,
    "outcomes": outcomes,
    "training": training,
    "procedures": procedures,
    "indicators": indicators,
    "law": law,
}
"""What tells something, by the word that a guide names it by."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question, and what the data tell."""

    title: str
    helps: str = ""
    guide_entry: EvaluationQuestion | None = None
    """The question in the guide; `None` for one that the plan asks itself."""
    inside: str = ""
    """For a question of the plan's own, the evaluation that asks it."""
    grids: tuple[Grid, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether the data tell anything of it."""
        return any(one.rows for one in self.grids)


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What an evaluation asks, as the data stand."""

    span: Span
    """From the beginning of the plan's period to the day before, or to its end."""
    asked: tuple[Asked, ...]


def evaluation(reading: Reading, today: date) -> Evaluation:
    """The guide's questions in its order, then those that the plan asks itself. Reports from `today` on do not count."""
    span = evaluated(reading, today)
    found = lines(reading, span, today)
    questions = reading.guide.evaluation_questions if reading.guide else ()
    return Evaluation(
        span=span,
        asked=(
            *(_of_guide(reading, one, found) for one in questions),
            *(
                Asked(
                    title=reading.text(text),
                    inside=reading.text(one.title) or reading.words(N_("Evaluation")),
                )
                for one in reading.plan.evaluation
                for text in one.questions
            ),
        ),
    )


def evaluated(reading: Reading, today: date) -> Span:
    """What has passed of the plan's period; its first day where nothing has."""
    known = spans(reading, today)
    start, end = known[0].start, min(known[-1].end, today - timedelta(days=1))
    return Span(start=start, end=max(start, end))


def _of_guide(reading: Reading, one: EvaluationQuestion, found: tuple[Line, ...]) -> Asked:
    codes = [reading.vocabulary.code("evaluation-figure", word) or "" for word in one.answered_by]
    return Asked(
        title=reading.text(one.title),
        helps=reading.text(one.helps),
        guide_entry=one,
        grids=tuple(FIGURES[code](reading, found) for code in codes if code in FIGURES),
    )
