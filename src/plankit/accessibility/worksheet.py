"""The Norwegian worksheet: each requirement with what programs looked at and what a person must."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plankit.accessibility.data import Requirement, requirements
from plankit.accessibility.site_checks import CHECKED, Fault
from plankit.accessibility.subject import About
from plankit.language import N_


class State(StrEnum):
    """What is known of a requirement. None of them says that it is met: that a person decides."""

    FAULT = "fault"
    NO_FAULT = "no-fault-by-program"
    PERSON = "needs-person"
    NOT_APPLICABLE = "not-applicable"


STATES = {
    State.FAULT: N_("A program found a fault on this site"),
    State.NO_FAULT: N_("No program found a fault; a person must still look"),
    State.PERSON: N_("No program can tell; a person must look"),
    State.NOT_APPLICABLE: N_("The site has nothing that it applies to"),
}
TESTS = {
    "axe": N_("axe-core in a browser, on each kind of page of an example, wide and narrow, light and dark"),
    "keyboard": N_("use with the keyboard alone in a browser, on an example"),
    "browser": N_("other tests in a browser, on an example"),
    "colours": N_("contrast worked out for the colours of this plan when it is checked and built"),
    "site": N_("the files of this site"),
}
_ABSENT = {
    "media": N_("No page holds sound, film or a frame from elsewhere."),
    "motion": N_("No page holds film or moving pictures."),
    "forms": N_("No page has a form; the search field asks nobody who they are and sends nothing."),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One requirement."""

    number: str
    level: str
    name: str
    state: State
    tests: tuple[str, ...]
    """What looked at it, in words."""
    built: str
    """How the pages are made so that it holds, or why it does not apply."""
    person: str
    faults: tuple[Fault, ...] = ()


def worksheet(about: About) -> tuple[Row, ...]:
    """All requirements in the order of WCAG."""
    return tuple(_row(about, one) for one in requirements())


def _row(about: About, one: Requirement) -> Row:
    faults = tuple(fault for fault in about.site.faults if fault.number == one.number) if about.site else ()
    looked = [test for test in one.tests if test != "site" or (about.site and one.number in CHECKED)]
    is_absent = bool(one.never) or (one.only_with != "" and one.only_with not in about.holds)
    state = State.NO_FAULT if looked else State.PERSON
    if is_absent:
        state = State.NOT_APPLICABLE
    if faults:
        state = State.FAULT
    why = about.words(one.never) or (about.t(_ABSENT[one.only_with]) if is_absent else about.words(one.built))
    return Row(
        number=one.number,
        level=one.level,
        name=about.words(one.name),
        state=state,
        tests=tuple(about.t(TESTS[test]) for test in looked),
        built=why,
        person=about.words(one.person),
        faults=faults,
    )
