"""From a list of plans to the picture of a country: what was collected, beside what the list says of each folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from plankit.findings import Problem
from plankit.guides import load_guide, pack_names
from plankit.language import translate
from plankit.model.guide import Guide
from plankit.registry.listing import Listed, Population
from plankit.registry.outcomes import Outcome
from plankit.registry.picture import Picture, Source, Unread, picture
from plankit.rules.catalogue import BY_CODE


def each_once(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """The listed folders without those that were named before."""
    found: dict[str, Listed] = {}
    for one in listed:
        found.setdefault(os.path.abspath(one.folder), one)  # noqa: PTH100  # as it is named: links are not followed
    return tuple(found.values())


def gathered(
    listed: Sequence[Listed],
    outcomes: Iterable[Outcome],
    *,
    country: str,
    day: date,
    language: str,
    population: Population | None = None,
) -> Picture:
    """The picture of `country` on `day`. The outcomes are those of the listed folders, in their order."""
    return picture(
        _found(listed, outcomes, language),
        country=country,
        day=day,
        guide=guide_of(country),
        population=population,
    )


def guide_of(country: str, packs: Path | None = None) -> Guide | None:
    """The first guide of the country among those that come with plankit, or among `packs`."""
    found = (load_guide(name, packs)[0] for name in pack_names(packs))
    return next((one for one in found if one and (one.guide.country or "").upper() == country), None)


def _found(listed: Sequence[Listed], outcomes: Iterable[Outcome], language: str) -> Iterator[Source | Unread]:
    for one, outcome in zip(listed, outcomes, strict=True):
        if outcome.facts is None:
            yield Unread(folder=one.name, reason=_reason(outcome.error, one.name, language))
        else:
            yield Source(
                facts=replace(outcome.facts, folder=one.name),
                number=one.number,
                municipality=one.municipality,
                address=one.address,
            )


def _reason(error: Problem | None, folder: str, language: str) -> str:
    """The words of the rule that says why, about the folder as the list names it: no way into a machine is told."""
    if error is None:
        return ""
    values = {**error.values, "folder": folder}
    return translate(BY_CODE[error.code].message, language).format_map(values)
