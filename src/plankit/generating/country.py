"""The plans of a whole country: own and shared ones, in force, out of date, on their way, and, on request, broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plankit.generating.choices import Choice, between, chance, pick, seeded
from plankit.generating.plans import plan_of
from plankit.generating.settings import Fate, Member, Setting
from plankit.generating.sizes import REAL, Size
from plankit.generating.writing import files_of
from plankit.model.guide import Guide
from plankit.places.tables import Municipality, municipalities
from plankit.source.folder import MAIN_FILE

COUNTRY = "NO"
"""The one country that there are words for."""
WITHOUT = 20
"""Of a hundred municipalities, how many have no plan at all."""
SHARED = 17
"""Of a hundred plans, how many are shared. With some five municipalities each, that is half of those with a plan."""
_FATES = (
    *([Fate.IN_FORCE] * 9),
    *([Fate.EXPIRED] * 6),
    *([Fate.UNDER_REVISION] * 2),
    *([Fate.DRAFT] * 2),
    Fate.NO_END,
)
YEARS = 4
_OLDEST = 3
"""So many plans before the present one; further rounds through the country begin with these years again."""


@dataclass(frozen=True, kw_only=True)
class Country:
    """Which plans to generate."""

    count: int
    """How many folders."""
    seed: int = 0
    year: int = 2026
    """The year in which the newest plans are looked at."""
    broken: int = 0
    """How many of the folders hold a plan that cannot be read."""
    guide: Guide | None = None
    size: Size = REAL


def generate(country: Country) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Name and files of each folder. The same country gives the same bytes.

    Each plan has chances of its own, so that it is the same however many come after it.
    """
    for place, setting in enumerate(_settings(country)):
        choice = seeded(country.seed * 1_000_003 + place)
        files: Mapping[str, bytes] = {
            name: text.encode("utf-8")
            for name, text in files_of(plan_of(choice, country.size, setting)).items()
        }
        if (place + 1) * country.broken // country.count > place * country.broken // country.count:
            files = _spoilt(files, place * country.broken // country.count)
        yield setting.id, files


def write_country(country: Country, out: Path) -> Iterator[Path]:
    """Write each plan into a folder of its own under `out`; the folders, as they are written."""
    for name, files in generate(country):
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in files.items():
            (folder / file).write_bytes(data)
        yield folder


def _settings(country: Country) -> Iterator[Setting]:
    """Whose plan each is, and how it stands with it: the present plans of the country, then those before them."""
    choice = seeded(country.seed)
    places = [one for one in municipalities(COUNTRY) if not chance(choice, WITHOUT)]
    done, turn = 0, 0
    while done < country.count:
        left: Sequence[Municipality] = places
        while left and done < country.count:
            number = _sharing(choice, left)
            members, left = left[:number], left[number:]
            done += 1
            yield _setting(choice, country, members, turn, f"{done:05d}-{members[0].number}")
        turn += 1


def _sharing(choice: Choice, left: Sequence[Municipality]) -> int:
    """How many have the next plan together: neighbours by number, of one county."""
    if not chance(choice, SHARED):
        return 1
    most = between(choice, 3, 8)
    county = left[0].county.number
    return next(
        (place for place, one in enumerate(left[:most]) if one.county.number != county), len(left[:most])
    )


def _setting(
    choice: Choice, country: Country, members: Sequence[Municipality], turn: int, name: str
) -> Setting:
    fate = pick(choice, _FATES) if turn == 0 else Fate.EXPIRED
    first = country.year - _years_ago(choice, fate) - YEARS * (turn % (_OLDEST + 1))
    return Setting(
        id=f"plan-{name}",
        members=tuple(
            Member(
                name=f"{one.name} kommune", number=one.number, adopted=place == 0 or not chance(choice, 10)
            )
            for place, one in enumerate(members)
        ),
        first_year=first,
        years=YEARS,
        fate=fate,
        guide=country.guide,
        replaces=chance(choice, 40),
    )


def _years_ago(choice: Choice, fate: Fate) -> int:
    """How long ago the first year of a plan was."""
    if fate is Fate.DRAFT:
        return -1
    if fate in (Fate.EXPIRED, Fate.UNDER_REVISION):
        return YEARS + between(choice, 0, 3)
    return between(choice, 0, YEARS - 1)


def _spoilt(files: Mapping[str, bytes], number: int) -> Mapping[str, bytes]:
    """The folder as it is when something went wrong: no main file, the beginning of one, no text, or a list."""
    main = files[MAIN_FILE]
    others = {name: data for name, data in files.items() if name != MAIN_FILE}
    ways = (None, main[: main.index(b"id:") + 6], b"\x89PNG\r\n\x00\xff" * 20, b"- plan\n- participants\n")
    way = ways[number % len(ways)]
    return others if way is None else {MAIN_FILE: way, **others}
