"""What the data of a plan tell of an evaluation's questions, each as a table whose cells name the places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plankit.language import N_
from plankit.views.coverage import State, coverage
from plankit.views.indicator_series import Series, series_of
from plankit.views.reading import Reading
from plankit.views.report_lines import Fate, Line, owners

WITHHELD = ":"
"""What stands in place of a figure that may not be shown."""

_BEGUN = frozenset({Fate.DONE, Fate.UNDER_WAY})
_SILENT = frozenset({Fate.NOT_REPORTED, Fate.NOT_YET})
_OPEN = frozenset({Fate.NOT_DONE, Fate.UNDER_WAY, Fate.WITHOUT_STATUS})


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in a cell: words, or entries of the plan."""

    text: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table. Words are in the language of the reading."""

    name: str
    """The word that a guide names it by."""
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def _grid(reading: Reading, name: str, heads: Sequence[str], rows: Iterable[tuple[Cell | str, ...]]) -> Grid:
    caption = reading.label("evaluation-figure", name)
    return Grid(
        name=name,
        caption=caption[:1].upper() + caption[1:],
        heads=tuple(reading.words(one) for one in heads),
        rows=tuple(tuple(Cell(text=one) if isinstance(one, str) else one for one in row) for row in rows),
    )


def _ids(ones: Iterable[Line]) -> Cell:
    return Cell(ids=tuple(one.measure.id for one in ones))


def _count(ones: Iterable[Line], fates: frozenset[Fate]) -> str:
    return str(sum(one.fate in fates for one in ones))


_COUNTED = (
    N_("Carried out or under way"),
    N_("Not begun or not carried out"),
    N_("Reported without a known status"),
    N_("Not reported"),
)
_FATES = (_BEGUN, frozenset({Fate.NOT_DONE}), frozenset({Fate.WITHOUT_STATUS}), _SILENT)


def _counts(ones: Sequence[Line]) -> tuple[str, ...]:
    return (str(len(ones)), *(_count(ones, fates) for fates in _FATES))


def begun(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """For each agency, how many measures it answers for, what became of them, and those nobody reported on."""
    promised = [one for one in found if one.is_promised]
    rows: list[tuple[Cell | str, ...]] = []
    owned: set[str] = set()
    for party in reading.named_parties:
        own = [
            one
            for one in promised
            if any(who.agency == party.id and reading.is_owner(who) for who in one.measure.responsible)
        ]
        owned |= {one.measure.id for one in own}
        if own:
            silent = _ids(one for one in own if one.fate in _SILENT)
            rows.append((Cell(ids=(party.id,)), *_counts(own), silent))
    rest = [one for one in promised if one.measure.id not in owned]
    if rest:
        silent = _ids(one for one in rest if one.fate in _SILENT)
        rows.append((reading.words(N_("no agency named")), *_counts(rest), silent))
    heads = (N_("Agency"), N_("Answers for"), *_COUNTED, N_("Measures that nobody reported on"))
    return _grid(reading, "measures-begun", heads, rows)


def areas(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """For each area, how many goals and measures it has, and what became of the measures."""
    by_id = {one.measure.id: one for one in found}
    rows: list[tuple[Cell | str, ...]] = []
    for area, measures in reading.measures_by_area.items():
        own = [line for one in measures if (line := by_id[one.id]).is_promised]
        first = Cell(ids=(area,)) if area != "none" else Cell(text=reading.words(N_("Without an area")))
        goals = str(len(reading.goals_by_area.get(area, ())))
        rows.append((first, goals, *_counts(own)))
    heads = (N_("Area"), N_("Goals"), N_("Measures"), *_COUNTED)
    return _grid(reading, "measures-by-area", heads, rows)


def _said(reading: Reading, line: Line, key: str) -> str:
    """What reports say under a key, each once, oldest first; that they do not where they say nothing."""
    found = dict.fromkeys(filter(None, (reading.text(getattr(one, key)) for one in line.reports)))
    return " ".join(found) or reading.words(N_("not stated"))


def not_done(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """What was reported as something else than carried out, with what stood in the way."""
    rows = [
        (
            _ids([one]),
            reading.label("measure-status", one.status) or reading.words(N_("not stated")),
            _said(reading, one, "obstacles"),
            _said(reading, one, "next_step"),
        )
        for one in found
        if one.fate in _OPEN
    ]
    heads = (N_("Measure"), N_("Reported"), N_("What stood in the way"), N_("Next step"))
    return _grid(reading, "not-done", heads, rows)


def not_reported(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """What nobody reported on, and who answers for it."""
    rows = [
        (
            _ids([one]),
            owners(reading, one.measure) or reading.words(N_("nobody named")),
            one.measure.deadline.text if one.measure.deadline else reading.words(N_("not stated")),
        )
        for one in found
        if one.fate in _SILENT
    ]
    return _grid(reading, "not-reported", (N_("Measure"), N_("Responsible"), N_("Deadline")), rows)


def outcomes(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """What the reports say should become of the measures."""
    by_word: dict[str, list[Line]] = {}
    for one in found:
        if one.outcome:
            by_word.setdefault(reading.label("progress-outcome", one.outcome), []).append(one)
    rows = [(word, str(len(ones)), _ids(ones)) for word, ones in by_word.items()]
    return _grid(reading, "outcomes", (N_("Outcome"), N_("Number"), N_("Measures")), rows)


def training(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """The training that the plan promises, and what was reported on the measure that it belongs to."""
    by_id = {one.measure.id: one for one in found}
    rows = []
    for one in reading.plan.training:
        line = by_id.get(one.measure) if one.measure else None
        status = reading.label("measure-status", line.status) if line and line.status else ""
        silent = reading.words(N_("not reported") if line else N_("no measure named"))
        results = _said(reading, line, "result") if line and line.reports else ""
        audience = ", ".join(map(reading.text, one.audience))
        rows.append((reading.text(one.title), audience, status or silent, results))
    heads = (N_("Training"), N_("For whom"), N_("Reported on its measure"), N_("Result"))
    return _grid(reading, "training", heads, rows)


def procedures(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """The procedures that are written, with their state and who approved them."""
    del found
    rows = [
        (
            Cell(ids=(one.id,)),
            one.status or reading.words(N_("not stated")),
            str(len(tuple(one.all_steps()))),
            "; ".join(dict.fromkeys(reading.text(part.body) for part in one.approved_by)),
        )
        for one in reading.plan.procedures
    ]
    heads = (N_("Procedure"), N_("State"), N_("Steps"), N_("Approved by"))
    return _grid(reading, "procedures", heads, rows)


def indicators(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """The first and the last value of each indicator that has any, its target, and whether the two can be compared."""
    del found
    rows: list[tuple[Cell | str, ...]] = []
    for one in reading.plan.indicators:
        series = series_of(reading, one)
        if series.points:
            first, last = series.points[0], series.points[-1]
            ends = [
                f"{WITHHELD if point.is_withheld else point.text or reading.words(N_('no value'))} ({point.period})"
                for point in (first, last)
            ]
            rows.append(
                (Cell(ids=(one.id,)), series.unit, *ends, reading.text(one.target), _remark(reading, series))
            )
    heads = (N_("Indicator"), N_("Unit"), N_("First value"), N_("Last value"), N_("Target"), N_("Remark"))
    return _grid(reading, "indicators", heads, rows)


def _remark(reading: Reading, series: Series) -> str:
    t = reading.words
    broken = [one.period for one in series.points[1:] if one.break_before]
    found = [t(N_("break in series {periods}")).format(periods=", ".join(broken))] if broken else []
    found += [t(N_("no longer measured"))] if series.is_discontinued else []
    return "; ".join(found)


_STATES = {
    State.MET: N_("met"),
    State.PARTLY: N_("partly met"),
    State.NOT_MET: N_("not found in the plan"),
    State.NOT_APPLICABLE: N_("not applicable"),
    State.NEEDS_A_PERSON: N_("a person must judge"),
}


def law(reading: Reading, found: tuple[Line, ...]) -> Grid:
    """What the guide asks for by law, and whether the plan answers it; whether it was kept is not in the data."""
    del found
    rows = [
        (
            reading.text(one.requirement.title),
            reading.words(_STATES[one.state]),
            "; ".join(reading.law_name(name) for name in one.requirement.laws),
            one.reason,
        )
        for one in coverage(reading)
        if reading.vocabulary.code("force", one.requirement.force) == "law"
    ]
    heads = (N_("Requirement"), N_("In the plan"), N_("Provision"), N_("Remark"))
    return _grid(reading, "law", heads, rows)
