"""What it checks
    A text or page holds a mobile number that is none of those that the plan's contacts and services or the guide's
    help lines give. Numbers that belong together in other ways, such as amounts, dates, numbers of cases and
    organisations, are told apart by their form.

Why it matters
    A mobile number is most often somebody's own. Whoever works with violence can be found and threatened through it
    (GDPR articles 5 and 6), and it leads nowhere when that person leaves.

Bad
    - {id: t1, title: T, description: Ring lederen på 412 34 567}

Good
    - {id: t1, title: T, description: Ring lederen gjennom sentralbordet}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Contact, Service
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.telephones import MOBILE, digits_of, is_mobile, to_call
from plankit.rules.written import Found, first_of_each, written


def _is_given_to_call(found: Found) -> bool:
    own = {Contact: "value", Service: "phone"}.get(type(found.entry))
    return own is not None and found.path == (own,)


def find(subject: Subject) -> Iterator[Hit]:
    """Each text with such a number. The number itself is not repeated."""
    known = to_call(subject)
    yield from first_of_each(
        found.hit()
        for found in written(subject).find(MOBILE)
        if is_mobile(found) and not _is_given_to_call(found) and digits_of(found.match[0]) not in known
    )


RULE = Rule(
    code="PK704",
    name="private-phone",
    severity=Severity.WARNING,
    message=N_("This text holds a mobile number."),
    hint=N_(
        "Give the number of a switchboard or a service. A duty phone belongs under “contacts” or in “phone” of a service."
    ),
    check=find,
)
