"""What stands about an indicator beside its values: what is to be reached, and which files the values were read from."""

from __future__ import annotations

from collections.abc import Iterator

from plankit.html.markup import Html, bullets, esc, join, outside
from plankit.html.page import Page
from plankit.model.indicator import DataMapping, FileRead, Indicator

_CHECKSUM = 12
"""How much of a checksum is shown; enough to tell two files apart."""


def targets(page: Page, one: Indicator) -> Html:
    """What is to be reached: the plan's words, and each value with its day and direction."""
    unit = page.reading.text(one.unit)
    parts = [page.line(one.target)]
    for wanted in one.targets:
        direction = page.reading.label("target-direction", wanted.direction)
        day = page.t("by {date}").format(date=wanted.by.text) if wanted.by else ""
        words = " ".join(filter(None, (direction, wanted.value, unit, day)))
        parts.append(join([esc(words), page.line(wanted.notes)], " "))
    return join([part for part in parts if part], "; ")


def references(page: Page, one: Indicator) -> Html:
    """Literature and law that the indicator rests on."""
    return bullets(page.line(text) for text in one.references) if one.references else Html("")


def read_from(page: Page, one: Indicator) -> Html:
    """Where its values are fetched, and each file that was read: name, day, checksum and periods."""
    mappings = [each for each in page.reading.plan.data_mappings if each.indicator == one.id]
    return join(join(_mapping(page, each)) for each in mappings)


def _mapping(page: Page, one: DataMapping) -> Iterator[Html]:
    title = page.reading.text(one.title) or page.reading.text(one.publisher) or one.id
    publisher = page.line(one.publisher) if one.title and one.publisher else Html("")
    address = outside(one.address, one.address) if one.address else Html("")
    named = join([part for part in (esc(title), publisher, address) if part], ", ")
    yield Html(f"<span{page.anchor_id(one.id)}>{named}</span>")
    yield join([Html("<br>"), page.line(one.notes)]) if one.notes else Html("")
    if one.files:
        yield bullets(_file(page, each) for each in one.files)


def _file(page: Page, one: FileRead) -> Html:
    words = page.t("{file}, read {date}: {periods}").format(
        file=one.name, date=one.read_on.text, periods=", ".join(one.periods)
    )
    return Html(
        f"{esc(words)} "
        f'<span class="pk-checksum">(SHA-256 <code title="{esc(one.sha256)}">{esc(one.sha256[:_CHECKSUM])}…</code>)</span>'
        f"{join([Html(' '), page.line(one.notes)]) if one.notes else ''}"
    )
