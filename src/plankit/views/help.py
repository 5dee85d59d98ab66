"""Where someone can get help: the guide's numbers and the plan's own services and contacts."""

from __future__ import annotations

from plankit.model.guide_help import HelpLine
from plankit.model.parties import Contact
from plankit.views.reading import Reading


def help_box(reading: Reading) -> tuple[HelpLine, ...]:
    """The lines that belong on every page, emergencies first, else in the guide's order."""
    lines = reading.guide.help_lines if reading.guide else ()
    chosen = [line for line in lines if line.on_every_page and line.number]
    return tuple(sorted(chosen, key=lambda line: line.kind != "emergency"))


def help_lines(reading: Reading, *, kinds: tuple[str, ...] = ()) -> tuple[HelpLine, ...]:
    """The guide's help lines in its order; with `kinds` only those."""
    lines = reading.guide.help_lines if reading.guide else ()
    return tuple(line for line in lines if not kinds or line.kind in kinds)


def public_contacts(reading: Reading) -> tuple[Contact, ...]:
    """The plan's contacts that are not for professionals only."""
    code = reading.vocabulary.code
    return tuple(
        one
        for one in reading.plan.contacts
        if code("contact-audience", one.audience or "") != "professionals"
    )


def dialled(number: str) -> str:
    """A telephone number as a `tel:` address takes it: digits, with the country's sign where it has one."""
    digits = "".join(char for char in number if char.isdigit())
    return f"+{digits}" if number.strip().startswith("+") else digits
