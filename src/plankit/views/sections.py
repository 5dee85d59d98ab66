"""Finds sections, chapters and articles of law in a text, as Norwegian, Swedish and treaties write them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

_S = " {0,4}"
_LETTER = r"(?:[a-hj-zæøåäö](?![\w-]|\.\w)|i(?![\w-]| {1,4}\w|\.\w))"
_NUMBER = rf"\d{{1,4}}(?:[-–]\d{{1,3}})?(?!\d)(?: ?{_LETTER})?"
_PLAIN_NUMBER = rf"\d{{1,3}}(?!\d)(?: ?{_LETTER})?"
_AND = r"(?: {0,4}(?:,|[-–]|og|och|and|eller|or|samt|till?) {0,4})"
_MANY = rf"{_NUMBER}(?:{_AND}(?:§{{1,2}}{_S})?{_NUMBER}){{0,20}}"
_SOME = rf"{_PLAIN_NUMBER}(?:{_AND}{_PLAIN_NUMBER}){{0,20}}"

PATTERN = re.compile(
    rf"(?<![\w-])(?P<chapter>{_PLAIN_NUMBER}){_S}kap(?![^\W\d_])\.?(?:{_S}(?P<swedish>{_SOME}){_S}§{{1,2}})?"
    rf"|(?<!\w)(?:artikk?el(?:en)?|artikl(?:ene|ane|ar|arna|er)|articles?|art)\.?{_S}(?P<article>{_SOME})"
    rf"|(?<!\w)(?:kap|kapit(?:te)?l(?:et|a|ene)?|kapitel|kapittel|chapters?)\.?{_S}(?P<chapters>{_SOME})"
    rf"|(?:§§|(?<!\w)(?:sections|paragrafene|paragrafane)){_S}(?P<many>{_MANY})"
    rf"|(?:§|(?<!\w)(?:section|paragraf(?:en)?)){_S}(?P<one>{_NUMBER})"
    rf"|(?<![\w§–-])(?P<bare>{_SOME}){_S}§{{1,2}}(?!{_S}\d)"
)
_SIGN = re.compile(r"§|kap|chap|art|sect|parag")
_PIECE = re.compile(rf"(?P<and>{_AND})|(?P<number>{_NUMBER})|§{{1,2}}| ")
_PARTS = re.compile(r"(?:(\d+)-)?(\d+) ?([^\W\d])?")
_LONGEST_RANGE = 60
_DASHES = {"one": "", "many": "–", "swedish": "–-", "article": "–-", "chapters": "–-", "bare": "–-"}
"""What makes a range of two numbers. In Norwegian acts a hyphen joins chapter and section: `§ 3-3`."""


class Mark(NamedTuple):
    """One stretch of a text that names sections, or several where it is a range."""

    start: int
    end: int
    names: tuple[str, ...]
    """What it names, in one spelling: `§ 3-3 a`, `kap. 24`, `13 kap. 1 §`, `13 kap.`, `1 §`, `art. 10`."""
    number_last: bool
    """Whether the sign stands after the number, as in Swedish, where the act follows at once."""


def marks(text: str, first: int = 0, last: int = sys.maxsize) -> Iterator[tuple[Mark, ...]]:
    """Each run of sections between two places of a text in its `plain` form: `§§ 3 og 4` is a run of two marks."""
    if not _SIGN.search(text, first, last):
        return
    for match in PATTERN.finditer(text, first, last):
        kind = match.lastgroup or ""
        start, end = match.span(kind) if kind else match.span()
        chapter = tidy(match["chapter"]) if match["chapter"] else ""
        if kind == "chapter":
            yield (Mark(match.start(), match.end(), (f"{chapter} kap.",), True),)
            continue
        before, after = _signs(kind, chapter)
        found = list(_numbers(text, start, end, _DASHES[kind]))
        made = []
        for place, (first, last, numbers) in enumerate(found):
            begin = match.start() if place == 0 else first
            close = match.end() if place == len(found) - 1 else last
            names = tuple(f"{before}{number}{after}" for number in numbers)
            made.append(Mark(begin, close, names, bool(after)))
        if made:
            yield tuple(made)


def _signs(kind: str, chapter: str) -> tuple[str, str]:
    if kind == "swedish":
        return f"{chapter} kap. ", " §"
    return {"article": ("art. ", ""), "chapters": ("kap. ", ""), "bare": ("", " §")}.get(kind, ("§ ", ""))


def tidy(number: str) -> str:
    """A number in one spelling: `3-3a` is `3-3 a`."""
    return re.sub(r"(?<=\d) ?([^\W\d])$", r" \1", number.replace("–", "-").strip())


def _numbers(text: str, start: int, end: int, dashes: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Each number between two places with what it stands for; a range is one stretch that stands for several."""
    held: tuple[int, int, str] | None = None
    joined = False
    for piece in _PIECE.finditer(text, start, end):
        if piece["and"]:
            joined = piece["and"].strip() in ("-", "–", "til", "till") and held is not None
        elif piece["number"]:
            number = piece["number"]
            dash = next((char for char in dashes if char in number), "")
            if dash:
                first, _, last = number.partition(dash)
                if spread := between(tidy(first), tidy(last)):
                    yield piece.start(), piece.end(), spread
                    held = None
                    continue
            if held and joined and (spread := between(held[2], tidy(number))):
                yield held[0], piece.end(), spread
                held, joined = None, False
                continue
            if held:
                yield held[0], held[1], (held[2],)
            held, joined = (piece.start(), piece.end(), tidy(number)), False
    if held:
        yield held[0], held[1], (held[2],)


def between(first: str, last: str) -> tuple[str, ...]:
    """The numbers from one to another: `4`, `7` gives four, `13`, `13 f` seven; nothing where they make no range."""
    one, other = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if not one or not other:
        return ()
    head = one[1] or ""
    if other[1] is not None and other[1] != head:
        return ()
    low, high = int(one[2]), int(other[2])
    prefix = f"{head}-" if head else ""
    if low == high and other[3] and (one[3] or "`") < other[3]:
        letters = [chr(code) for code in range(ord(one[3] or "`"), ord(other[3]) + 1)]
        if len(letters) > _LONGEST_RANGE:
            return ()
        return tuple(f"{prefix}{low} {letter}" if letter != "`" else f"{prefix}{low}" for letter in letters)
    if not low < high <= low + _LONGEST_RANGE:
        return ()
    names = [f"{prefix}{number}" for number in range(low, high + 1)]
    ends = ([first] if one[3] else []), ([tidy(f"{prefix}{high} {other[3]}")] if other[3] else [])
    return (*(ends[0] or names[:1]), *names[1:], *ends[1])
