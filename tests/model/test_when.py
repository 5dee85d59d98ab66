"""The words for time of Norwegian, Swedish and English plans, and what they mean."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from plankit.model.when import WITH_END, When, WhenKind

DAY = date

POINTS = [
    # written, kind, first day, last day
    ("2027", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("2027-H1", "half-year", DAY(2027, 1, 1), DAY(2027, 6, 30)),
    ("2027-H2", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("2027-Q3", "quarter", DAY(2027, 7, 1), DAY(2027, 9, 30)),
    ("2028-02", "month", DAY(2028, 2, 1), DAY(2028, 2, 29)),
    ("2027-06-30", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("30.06.2027", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("1. 2. 2027", "date", DAY(2027, 2, 1), DAY(2027, 2, 1)),
    ("30. juni 2027", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("30 juni 2027", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("30 June 2027", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("17. mai 2027", "date", DAY(2027, 5, 17), DAY(2027, 5, 17)),
    ("6 maj 2027", "date", DAY(2027, 5, 6), DAY(2027, 5, 6)),
    ("OKTOBER 2027", "month", DAY(2027, 10, 1), DAY(2027, 10, 31)),
    ("desember 2027", "month", DAY(2027, 12, 1), DAY(2027, 12, 31)),
    ("januari 2027", "month", DAY(2027, 1, 1), DAY(2027, 1, 31)),
    ("okt. 27", "month", DAY(2027, 10, 1), DAY(2027, 10, 31)),
    ("mai/juni 2027", "range", DAY(2027, 5, 1), DAY(2027, 6, 30)),
    ("Q3 2027", "quarter", DAY(2027, 7, 1), DAY(2027, 9, 30)),
    ("3. kvartal 2027", "quarter", DAY(2027, 7, 1), DAY(2027, 9, 30)),
    ("kvartal 3 2027", "quarter", DAY(2027, 7, 1), DAY(2027, 9, 30)),
    ("4. kv. 2027", "quarter", DAY(2027, 10, 1), DAY(2027, 12, 31)),
    ("1. halvår 2027", "half-year", DAY(2027, 1, 1), DAY(2027, 6, 30)),
    ("første halvår 2027", "half-year", DAY(2027, 1, 1), DAY(2027, 6, 30)),
    ("andre halvår 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("andra halvåret 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("second half of 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("våren 2027", "half-year", DAY(2027, 1, 1), DAY(2027, 6, 30)),
    ("Høst 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("HØSTEN 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("hausten 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("hösten 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("2026–2029", "range", DAY(2026, 1, 1), DAY(2029, 12, 31)),
    ("2026-2029", "range", DAY(2026, 1, 1), DAY(2029, 12, 31)),
    ("2026–29", "range", DAY(2026, 1, 1), DAY(2029, 12, 31)),
    ("2026 til 2029", "range", DAY(2026, 1, 1), DAY(2029, 12, 31)),
    ("2026-06-01/2027-05-31", "range", DAY(2026, 6, 1), DAY(2027, 5, 31)),
    ("2026-Q3–2027-Q1", "range", DAY(2026, 7, 1), DAY(2027, 3, 31)),
    ("innen 30. juni 2027", "date", DAY(2027, 6, 30), DAY(2027, 6, 30)),
    ("innen utgangen av 2027", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("innan hausten 2027", "half-year", DAY(2027, 7, 1), DAY(2027, 12, 31)),
    ("senast 2027", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("by the end of 2027", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("i løpet av 2027", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("2027.", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("  2027 ", "year", DAY(2027, 1, 1), DAY(2027, 12, 31)),
    ("fra 2027", "start-only", DAY(2027, 1, 1), None),
    ("frå hausten 2027", "start-only", DAY(2027, 7, 1), None),
    ("från 1 mars 2027", "start-only", DAY(2027, 3, 1), None),
    ("from June 2027", "start-only", DAY(2027, 6, 1), None),
    ("oppstart høsten 2027", "start-only", DAY(2027, 7, 1), None),
]

WORDS = [
    # written, kind, how often
    ("årlig", "recurring", "P1Y"),
    ("Årleg", "recurring", "P1Y"),
    ("årligen", "recurring", "P1Y"),
    ("annually", "recurring", "P1Y"),
    ("hvert år i mars", "recurring", "P1Y"),
    ("halvårlig", "recurring", "P6M"),
    ("to ganger i året", "recurring", "P6M"),
    ("tertialvis", "recurring", "P4M"),
    ("kvartalsvis", "recurring", "P3M"),
    ("varje kvartal", "recurring", "P3M"),
    ("kvar månad", "recurring", "P1M"),
    ("vartannat år", "recurring", "P2Y"),
    ("kvart fjerde år", "recurring", "P4Y"),
    ("weekly", "recurring", "P1W"),
    ("løpende", "continuous", None),
    ("Løpende.", "continuous", None),
    ("LØPENDE", "continuous", None),
    ("løypande", "continuous", None),
    ("löpande", "continuous", None),
    ("kontinuerlig", "continuous", None),
    ("ongoing", "continuous", None),
    ("løpende, med oppstart 2026", "continuous", None),
    ("hele planperioden", "plan-period", None),
    ("i heile planperioden", "plan-period", None),
    ("the plan period", "plan-period", None),
    ("n/a", "not-applicable", None),
    ("ikkje aktuelt", "not-applicable", None),
    ("2027-XX-XX", "placeholder", None),
    ("[20XX-XX-XX]", "placeholder", None),
    ("når midlene er på plass", "unread", None),
    ("snarest", "unread", None),
    ("", "unread", None),
    ("   ", "unread", None),
    ("x" * 5_000, "unread", None),
]

IMPOSSIBLE = [
    "2027-13",
    "2027-00",
    "2027-02-30",
    "2027-2-3",
    "0000",
    "31.02.2027",
    "31. februar 2027",
    "innen 31. februar 2027",
    "2029–2026",
    "juni/mai 2027",
    "2027-Q5",
    "2027-H3",
    "5. kvartal 2027",
    "32. mai 2027",
    "20٢٧",
    "20٢٧–20٢٩",
    "vår 20٢٧",
    "mars ٢٧",
    "1٢.10.2027",
    "auguſt 2027",
    "aprİl 2027",
    "aprıl 2027",
    "o\u212atober 2027",
]


@pytest.mark.parametrize(("text", "kind", "start", "end"), POINTS)
def test_words_for_a_point_or_stretch_are_read(text: str, kind: str, start: date, end: date | None) -> None:
    """First and last day are those that the words cover; the words themselves stay."""
    when = When(text=text)
    assert when.reading == (WhenKind(kind), start, end, None)
    assert (when.start_day, when.end_day, when.text) == (start, end, text)


@pytest.mark.parametrize(("text", "kind", "recurrence"), WORDS)
def test_words_without_days_are_read(text: str, kind: str, recurrence: str | None) -> None:
    """What comes back, goes on or is nowhere in the calendar has no day."""
    assert When(text=text).reading == (WhenKind(kind), None, None, recurrence)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_date_that_no_calendar_has_stays_unread(text: str) -> None:
    """Nothing is guessed and nothing crashes, not even on foreign digits and look-alike letters."""
    assert When(text=text).reading == (WhenKind.UNREAD, None, None, None)


@pytest.mark.parametrize(
    ("text", "day", "over"),
    [
        ("30. juni 2027", DAY(2027, 6, 30), False),
        ("30. juni 2027", DAY(2027, 7, 1), True),
        ("2027", DAY(2027, 12, 31), False),
        ("2027", DAY(2028, 1, 1), True),
        ("2026–2029", DAY(2029, 12, 31), False),
        ("2026–2029", DAY(2030, 1, 1), True),
    ],
)
def test_what_has_an_end_is_over_the_day_after(text: str, day: date, over: bool) -> None:
    """The last day still counts."""
    assert When(text=text).is_over(day) is over


@pytest.mark.parametrize(
    "text", ["løpende", "årlig", "hele planperioden", "fra 2020", "n/a", "2019-XX-XX", "snart", ""]
)
def test_what_has_no_end_is_never_over(text: str) -> None:
    """Neither late nor in time: the question makes no sense."""
    assert When(text=text).is_over(DAY(2100, 1, 1)) is None


def test_recurrence_with_an_end_is_never_over() -> None:
    """A yearly task within a period is not late when the period has passed."""
    assert When(text="årlig", start="2020", end="2021", recurrence="P1Y").is_over(DAY(2100, 1, 1)) is None


def test_kinds_with_an_end_are_those_that_can_be_late() -> None:
    """Every point of the table that has a last day is of such a kind, and no other word is."""
    assert {WhenKind(kind) for _, kind, _, end in POINTS if end} == WITH_END
    assert not {WhenKind(kind) for _, kind, _ in WORDS} & WITH_END


def test_sort_key_orders_by_end_then_start_then_words() -> None:
    """What is due first stands first; what has no day stands last, by its words."""
    order = ["2026", "1. mars 2027", "Q2 2027", "2027", "fra 2025", "fra 2026", "løpende", "årlig"]
    assert [when.text for when in sorted((When(text=t) for t in reversed(order)), key=When.sort_key)] == order


@pytest.mark.parametrize(
    ("parts", "reading"),
    [
        ({"start": "2026", "end": "2029-06"}, ("range", DAY(2026, 1, 1), DAY(2029, 6, 30), None)),
        ({"end": "2029-Q1"}, ("range", None, DAY(2029, 3, 31), None)),
        ({"start": "2026-03-02"}, ("start-only", DAY(2026, 3, 2), None, None)),
        ({"recurrence": "P2Y"}, ("recurring", DAY(2027, 1, 1), DAY(2027, 12, 31), "P2Y")),
        ({"event": "ny lov"}, ("event", DAY(2027, 1, 1), DAY(2027, 12, 31), None)),
        ({"kind": "placeholder"}, ("placeholder", DAY(2027, 1, 1), DAY(2027, 12, 31), None)),
        ({"kind": "continuous", "event": "x", "recurrence": "P1Y"}, ("continuous", DAY(2027, 1, 1), DAY(2027, 12, 31), "P1Y")),
    ],
)  # fmt: skip
def test_parts_that_the_file_gives_win_over_the_words(
    parts: dict[str, str], reading: tuple[str, date | None, date | None, str | None]
) -> None:
    """Words may be vague; whoever wrote the parts knew better."""
    when = When.model_validate({"text": "2027", **parts})
    assert when.reading == (WhenKind(reading[0]), *reading[1:])
    assert when.text == "2027"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ({"start": "2026", "end": "2029"}, "2026–2029"),
        ({"start": "2026"}, "2026"),
        ({"end": "2029-06"}, "2029-06"),
    ],
)
def test_start_and_end_without_words_make_the_words(written: dict[str, str], text: str) -> None:
    """And the file is written again as it was."""
    when = When.model_validate(written)
    assert when.text == text
    assert when.model_dump(mode="json") == written


@pytest.mark.parametrize("text", ["løpende", "2027", "", "2026–2029"])
def test_plain_words_are_written_as_plain_words(text: str) -> None:
    """A mapping appears in a file only where it says more than the words."""
    assert When.model_validate(text) == When(text=text)
    written: Any = When(text=text).model_dump(mode="json")
    assert written == text


@pytest.mark.parametrize("value", ["2027-13", "juni", "", "2027-02-30", "27", "2027-06-30T10:00", " 2027"])
def test_start_that_is_no_date_is_refused(value: str) -> None:
    """Parts are exact; what is vague belongs in the words."""
    with pytest.raises(ValidationError, match="not a date"):
        When.model_validate({"text": "x", "start": value})


def test_reading_does_not_change_what_a_when_is() -> None:
    """Two equal values stay equal, hash alike, and survive copying and pickling when one has been read."""
    read, unread = When(text="2027"), When(text="2027")
    assert read.end_day == DAY(2027, 12, 31)
    assert read == unread
    assert hash(read) == hash(unread)
    assert pickle.loads(pickle.dumps(read)) == unread
    assert copy.deepcopy(read).end_day == DAY(2027, 12, 31)
    assert read.model_dump() == unread.model_dump()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Q1 2027", "2027-06-30", True),
        ("2027-06-30", "Q1 2027", False),
        ("2027", "2027-12-31", False),
        ("løpende", "2027", None),
        ("2027", "årlig", None),
        ("i planperioden", "løpende", None),
    ],
)
def test_is_before_compares_only_what_has_an_end(one: str, other: str, expected: bool | None) -> None:
    """Two deadlines are compared by their ends; "continuously" is neither before nor after anything."""
    assert When(text=one).is_before(When(text=other)) is expected


@pytest.mark.parametrize(
    ("words", "kind", "start", "end"),
    [
        ("25.09.19", WhenKind.DATE, "2019-09-25", "2019-09-25"),
        ("1. 6. 2027", WhenKind.DATE, "2027-06-01", "2027-06-01"),
        ("2027-06-01/2027-06-01", WhenKind.RANGE, "2027-06-01", "2027-06-01"),
        ("2012–15", WhenKind.RANGE, "2012-01-01", "2015-12-31"),
        ("2012–2012", WhenKind.RANGE, "2012-01-01", "2012-12-31"),
    ],
)
def test_reading_of_short_forms_is_the_day_that_they_mean(
    words: str, kind: WhenKind, start: str, end: str
) -> None:
    """Years of two digits are of this century, and a stretch may be a single day or year."""
    reading = When(text=words).reading
    assert (reading.kind, str(reading.start), str(reading.end)) == (kind, start, end)


def test_reading_of_need_waits_for_something() -> None:
    """At need: no day, and is neither late nor done."""
    assert When(text="ved behov").reading.kind is WhenKind.EVENT
    assert When(text="ved behov").is_over(date(2099, 1, 1)) is None
