"""Days as plans write them, and the same day written in the manner of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from plankit.model.when import When, WhenKind

_LONG = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
ISO = "iso"
_STYLES = (ISO, "dots", "padded", *_LONG)


def written(day: date, style: str) -> str:
    """The day in a style: `iso`, `dots`, `padded`, or the language of the month."""
    if style == ISO:
        return day.isoformat()
    if style == "dots":
        return f"{day.day}.{day.month}.{day.year}"
    if style == "padded":
        return f"{day.day:02}.{day.month:02}.{day.year}"
    month = month_name(day, style)
    dot = "." if style in ("nb", "nn") else ""
    return f"{day.day}{dot} {month} {day.year}"


def month_name(day: date, language: str) -> str:
    """The month of a day in words; English where the language is not known."""
    return _LONG.get(language, _LONG["en"]).split()[day.month - 1]


def exact_day(text: str) -> date | None:
    """The day that the text is; `None` where it is anything else, also more than a day, such as “by 1 May 2027”."""
    kind, start, end, _ = When(text=text).reading
    if kind is not WhenKind.DATE or start is None or start != end or start.year < 1901:
        return None
    return start if text in {written(start, style) for style in _STYLES} else None


def style_of(text: str) -> str | None:
    """The style that a day is written in; `None` where the text is no day."""
    day = exact_day(text)
    return next((one for one in _STYLES if day and written(day, one) == text), None)


def usual_style(texts: Iterable[str], language: str) -> str:
    """The style that most of the days among `texts` are written in; ISO's where there are none."""
    found = Counter(style for text in texts if (style := style_of(text)))
    if not found:
        return ISO
    style = min(found, key=lambda one: (-found[one], _STYLES.index(one)))
    return language if style in _LONG and language in _LONG and style != language else style


def like(day: date, before: str, usual: str) -> str:
    """The day in the manner of the text that stood there, or as is usual."""
    text = written(day, style_of(before) or usual)
    return text if exact_day(text) == day else day.isoformat()
