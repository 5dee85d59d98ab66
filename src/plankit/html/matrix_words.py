"""Cells of the matrix in words: what the letters mean, the sentence of a cell, and what it rests on."""

from __future__ import annotations

from plankit.html.markup import Html, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.model.parties import Rasci, Responsibility
from plankit.views.matrix import Cell, holds_on, level_code, role_title
from plankit.views.reading import Party

WORDS = {
    Rasci.RESPONSIBLE: N_("is responsible for doing it"),
    Rasci.ACCOUNTABLE: N_("is accountable for it"),
    Rasci.SUPPORTS: N_("supports it"),
    Rasci.CONSULTED: N_("is consulted on it"),
    Rasci.INFORMED: N_("is informed of it"),
}
"""What each letter means, as the end of a sentence that begins with the agency."""


def legend(page: Page) -> Html:
    """What the letters mean."""
    rows = "".join(f"<div><dt>{letter}</dt><dd>{esc(page.t(WORDS[letter]))}</dd></div>\n" for letter in Rasci)
    return Html(f'<dl class="pk-legend">\n{rows}</dl>\n')


def level_words(page: Page, code: str) -> str:
    """What a level is called."""
    return page.reading.label("matrix-level", code)


def what(page: Page, cell: Cell, *, with_grounds: bool = True) -> str:
    """What the agency is to the task, as the end of a sentence, each part with its role and what it rests on."""
    tell = _remarks if with_grounds else _role
    parts = [
        _told(page.t(WORDS[letter]), [tell(page, one) for one in cell.entries if one.role == letter])
        for letter in cell.letters
    ]
    for level in cell.levels:
        words = page.t("holds it at the level “{level}”").format(level=level_words(page, level))
        remarks = [
            tell(page, one)
            for one in cell.entries
            if one.level and not one.role and level_code(page.reading, one.level) == level
        ]
        parts.append(_told(words, remarks))
    return ", ".join(parts)


def _told(words: str, remarks: list[list[str]]) -> str:
    told = "; ".join(dict.fromkeys(part for one in remarks for part in one))
    return f"{words} ({told})" if told else words


def _role(page: Page, entry: Responsibility) -> list[str]:
    title = role_title(page.reading, entry)
    return [title] if title else []


def _remarks(page: Page, entry: Responsibility) -> list[str]:
    """Which role, on what ground, in which municipalities and when, each in a word or two."""
    reading = page.reading
    parts = [role_title(reading, entry), reading.label("basis", entry.basis)]
    if entry.agreement:
        parts.append(reading.title(entry.agreement))
    parts += [reading.title(one) for one in entry.applies_to]
    return [part for part in (*parts, validity(page, entry)) if part]


def validity(page: Page, entry: Responsibility) -> str:
    """From when to when the entry holds, in the plan's words; empty where it has no limits."""
    if entry.valid_from is None:
        return page.t("until {day}").format(day=entry.valid_to.text) if entry.valid_to else ""
    if entry.valid_to is None:
        return page.t("from {day}").format(day=entry.valid_from.text)
    return f"{entry.valid_from.text}–{entry.valid_to.text}"


def sentence(page: Page, party: Party, cell: Cell) -> str:
    """The cell as a sentence without its task: who, and what it is to the task."""
    return f"{party.name} {what(page, cell)}"


def in_force(page: Page, cell: Cell) -> bool:
    """Whether something of the cell holds on the day that the page is made for."""
    return any(holds_on(one, page.site.today) for one in cell.entries)


def is_local(page: Page, cell: Cell) -> bool:
    """Whether the cell does not hold in all municipalities of the plan."""
    several = len(page.reading.plan.participants) > 1
    return several and all(one.applies_to for one in cell.entries)


def grounds(page: Page, cell: Cell) -> set[str]:
    """Codes of what the cell rests on."""
    code = page.reading.vocabulary.code
    return {code("basis", one.basis) or "" for one in cell.entries if one.basis}


def basis(page: Page, entry: Responsibility) -> Html:
    """What a responsibility rests on, and from when to when it holds."""
    parts = [
        esc(page.reading.label("basis", entry.basis)),
        page.line(entry.basis_text),
        page.link(entry.agreement) if entry.agreement else esc(""),
        page.law(*(one.text for one in entry.legal_basis)),
        esc(validity(page, entry)),
        page.line(entry.notes),
        page.links(entry.applies_to),
    ]
    return join((part for part in parts if part), ", ")
