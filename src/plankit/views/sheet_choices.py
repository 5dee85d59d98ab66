"""The words that a cell of a sheet may hold: the plan's own, else the usual ones in its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plankit.language import N_, reading_order
from plankit.model.contents import Measure
from plankit.model.parties import Rasci
from plankit.model.vocabulary import CODED_FIELDS, OF_GUIDE, built_in
from plankit.views.reading import Reading
from plankit.views.sheets import Choice

YES, NO = N_("yes"), N_("no")


def used_words(reading: Reading, field: str) -> Counter[str]:
    """How often the plan's measures, reports, services and other entries use each word of the list `field`."""
    kinds = ("measures", "progress", "responsibilities", "services", "contacts", "activities")
    keys = {tuple(name.split(".")) for name, words in CODED_FIELDS.items() if words == field}
    found: Counter[str] = Counter()
    for kind in kinds:
        for entry in getattr(reading.plan, kind):
            for cls, key in keys:
                if type(entry).__name__ == cls:
                    value = getattr(entry, key)
                    found.update([value] if isinstance(value, str) else value or ())
    return found


def word_choices(reading: Reading, field: str) -> tuple[Choice, ...]:
    """The words of a list: each code by the word that the plan uses most for it; then words without a code."""
    used = used_words(reading, field)
    by_code: dict[str | None, list[str]] = {}
    for word in sorted(used, key=lambda one: (-used[one], one)):
        by_code.setdefault(reading.vocabulary.code(field, word), []).append(word)
    language = reading.plan.plan.language
    found: list[Choice] = []
    for code in _codes(reading, field):
        own = by_code.get(code, [])
        usual = reading.vocabulary.label(field, code, language, *reading_order(language))
        shown = reading.label(field, code) if not own or reading.language != language else None
        value = own[0] if own else usual
        found.append(Choice(shown=shown or reading.label(field, value), value=value))
        found += [Choice(shown=reading.label(field, word), value=word) for word in own[1:]]
    found += [Choice(shown=reading.label(field, word), value=word) for word in by_code.get(None, [])]
    return _distinct(found)


def _codes(reading: Reading, field: str) -> Iterable[str]:
    if field in OF_GUIDE and reading.guide is not None:
        return [term.id for term in getattr(reading.guide, OF_GUIDE[field])]
    return built_in().get(field, {})


def _distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices, without any whose word was there before."""
    found: dict[str, Choice] = {}
    for one in choices:
        found.setdefault(one.shown.casefold(), one)
    return tuple(found.values())


def _told_apart(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Ids and their names; where several have the same name, the id stands after it."""
    known = list(pairs)
    count = Counter(name.casefold().strip() for _, name in known)
    return tuple(
        Choice(shown=name if count[name.casefold().strip()] == 1 else f"{name} ({one})", value=one)
        for one, name in known
    )


def party_choices(reading: Reading) -> tuple[Choice, ...]:
    """Every agency that the plan knows, by name."""
    return _told_apart((party.id, _line(party.name)) for party in reading.named_parties)


def measure_choices(reading: Reading, measures: Iterable[Measure]) -> tuple[Choice, ...]:
    """The measures by number and title."""
    return _told_apart(
        (one.id, _line(f"{one.number or ''} {reading.text(one.title)}").strip()) for one in measures
    )


def flag_choices(reading: Reading) -> tuple[Choice, ...]:
    """Yes and no."""
    return (Choice(shown=reading.words(YES), value=True), Choice(shown=reading.words(NO), value=False))


LETTER_CHOICES = tuple(Choice(shown=str(letter), value=str(letter)) for letter in Rasci)


def shown_of(choices: Iterable[Choice], value: str | bool) -> str | None:
    """The word that stands for a value of the plan."""
    return next((one.shown for one in choices if one.value == value), None)


def _line(text: str) -> str:
    return " ".join(text.split())
