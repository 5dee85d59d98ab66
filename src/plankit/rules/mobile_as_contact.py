"""What it checks
    A contact is a mobile number, and nothing says that it is the telephone of an agency: it names no `agency` that
    the plan knows, and neither party nor role is that of a duty phone.

Why it matters
    Contacts are published. A duty phone that is handed on is right there; somebody's own mobile is not (GDPR
    articles 5 and 6).

Bad
    contacts:
    - {party: Tillitsvalgt, channel: phone, value: 412 34 567}

Good
    contacts:
    - {party: Barnevernvakta, agency: barnevernvakta, role: Vakttelefon, channel: phone, value: 412 34 567}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.model.parties import Contact
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.names import in_all_languages
from plankit.rules.telephones import DUTY, MOBILE, is_mobile
from plankit.rules.written import Found


def _is_of_agency(contact: Contact) -> bool:
    words = (one for text in (contact.party, contact.role) if text for one in in_all_languages(text))
    return contact.agency is not None or any(DUTY.search(one) for one in words)


def find(subject: Subject) -> Iterator[Hit]:
    """Each contact that is a mobile number of nobody that is known to be an agency."""
    for contact in subject.plan.contacts:
        found = (Found(contact, ("value",), contact.value, one) for one in MOBILE.finditer(contact.value))
        if any(is_mobile(one) for one in found) and not _is_of_agency(contact):
            yield Hit(at=contact, path=("value",), values={"party": subject.text(contact.party)})


RULE = Rule(
    code="PK705",
    name="mobile-as-contact",
    severity=Severity.ADVICE,
    message=N_("The contact “{party}” is a mobile number that no agency is named for."),
    hint=N_("Name the “agency” that it belongs to, or give a switchboard's number."),
    check=find,
)
