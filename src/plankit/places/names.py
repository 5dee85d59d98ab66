"""Finding a municipality by what people call it: a number, or an official name spelled as a keyboard allows."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plankit.places.changes import Change, changes
from plankit.places.tables import COUNTRIES, COUNTY_DIGITS, Municipality, by_number, municipalities

_SPELLED = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa"})
_BARE = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})
_CLOSE = 0.8
"""How alike a misspelt name must be. Lower, and an invented Fjordvik would be taken for Fjord."""
_KIND = re.compile(r"(?<=\S)\s+(?:kommune|kommun|herad|stad|suohkan|gielda|tjïelte|komuuni|kunta)$")
_WITH_COUNTY = re.compile(r"(.+?)\s*(?:\((.+)\)|,\s*(.+)|\si\s+(.+))")


def find(text: str, country: str | None = None) -> tuple[Municipality, ...]:
    """The municipalities of today with this number or official name, of `country` or of every country there is.

    Small and capital letters are one; “kommune” or “kommun” may follow; æ may be written ae, ø oe or o, and å aa or a.
    `Våler (Østfold)` and `Herøy i Nordland` are the ones of that county. Several where several have the name.
    """
    words = _plain(text)
    if words.isdigit():
        found = (by_number(one, words) for one in _countries(country))
        return tuple(one for one in found if one)
    return _called(words, country) or _of_county(words, country)


def former(text: str, country: str | None = None) -> tuple[Change, ...]:
    """What ended the municipalities that had this number or name before, oldest first."""
    words = _plain(text)
    wanted = {_spelled(form) for form in _forms(words)}
    ended = (change for one in _countries(country) for change in changes(one) if change.ends_number)
    return tuple(
        change
        for change in ended
        if len(change.old.number) > COUNTY_DIGITS
        and (change.old.number == words or _spelled(change.old.name.casefold()) in wanted)
    )


def suggestion(text: str, country: str | None = None) -> str | None:
    """The official name that `text` most likely misspells; `None` where none is that close."""
    places = (place for one in _countries(country) for place in municipalities(one))
    by_folded = {name.casefold(): name for place in places for name in place.names}
    close = difflib.get_close_matches(_KIND.sub("", _plain(text)), by_folded, n=1, cutoff=_CLOSE)
    return by_folded[close[0]] if close else None


def _called(words: str, country: str | None) -> tuple[Municipality, ...]:
    countries = _countries(country)
    for form in _forms(words):
        named = tuple(place for one in countries for place in _named(one).get(form, ()))
        # A name as it is written comes first: Habo is not Håbo without its ring.
        found = named or tuple(
            place for one in countries for place in _spelled_plainly(one).get(_spelled(form), ())
        )
        if found:
            return found
    return ()


def _of_county(words: str, country: str | None) -> tuple[Municipality, ...]:
    match = _WITH_COUNTY.fullmatch(words)
    if match is None:
        return ()
    wanted = next(group for group in match.groups()[1:] if group)
    return tuple(
        place
        for place in _called(match[1], country)
        if _spelled(place.county.name.casefold()).startswith(_spelled(wanted))
    )


def _countries(country: str | None) -> tuple[str, ...]:
    return COUNTRIES if country is None else (country.upper(),)


def _plain(text: str) -> str:
    """`text` in small letters, composed, with single spaces and hyphens for dashes."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("–", "-").split())


def _forms(words: str) -> Iterator[str]:
    """The name as written, without the word for municipality, and without the genitive that stood before it."""
    yield words
    name = _KIND.sub("", words)
    if name != words:
        yield name
        yield name.removesuffix("s")


def _spelled(name: str) -> str:
    return name.translate(_SPELLED)


@lru_cache(maxsize=None)
def _named(country: str) -> Mapping[str, tuple[Municipality, ...]]:
    """Municipalities by each name of theirs in small letters."""
    found: dict[str, list[Municipality]] = {}
    for place in municipalities(country):
        for key in dict.fromkeys(name.casefold() for name in place.names):
            found.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in found.items()}


@lru_cache(maxsize=None)
def _spelled_plainly(country: str) -> Mapping[str, tuple[Municipality, ...]]:
    """Municipalities by each way of writing a name of theirs with plain letters."""
    found: dict[str, dict[Municipality, None]] = {}
    for name, places in _named(country).items():
        for key in (_spelled(name), _without_marks(name)):
            found.setdefault(key, {}).update(dict.fromkeys(places))
    return {key: tuple(places) for key, places in found.items()}


def _without_marks(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.translate(_BARE))
    return "".join(part for part in parts if not unicodedata.combining(part))
