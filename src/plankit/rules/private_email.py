"""What it checks
    A text or page holds an e-mail address that looks like a person's: at a provider for private people, or of the form
    first name, dot, last name. Addresses of a role or a service are left alone.

Why it matters
    Such an address names whoever works with violence cases, and letters to it reach one person only, also after that
    person has left (GDPR articles 5 and 6). What is written to it can lie there for years.

Bad
    contacts:
    - {party: Barnevernstjenesten, channel: e-mail, value: kari.nordmann@eksempel.kommune.no}

Good
    contacts:
    - {party: Barnevernstjenesten, channel: e-mail, value: barnevern@eksempel.kommune.no}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.names import POSITION, known_words
from plankit.rules.written import Found, first_of_each, written

_ADDRESS = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<domain>(?:[\w-]{1,63}\.){1,8}[a-z]{2,24})\b", re.I
)
_PRIVATE = frozenset(
    [
        "gmail",
        "googlemail",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "yahoo",
        "icloud",
        "me",
        "mac",
        "aol",
        "proton",
        "protonmail",
        "pm",
        "gmx",
        "mail",
        "online",
        "getmail",
        "broadpark",
        "lyse",
        "start",
        "frisurf",
        "c2i",
        "bredband",
        "telia",
        "comhem",
        "spray",
        "home",
        "tele2",
        "passagen",
    ]
)
"""First parts of the domains of providers that people have their own address at."""
_ROLE = re.compile(
    r"post|mail|info|kontakt|contact|support|hjelp|hjälp|help|kunde|kund|kommun|vakt|jour|service|servise|registr|arkiv|"
    r"personvern|dpo|presse|press|noreply|admin|team|rvts|ks|barnehus|overgrep|tips|melding|anmäl|skjema|booking|hr",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def _is_of_role(word: str, domain: str, known: set[str]) -> bool:
    return bool(_ROLE.search(word) or POSITION.search(word)) or word in known or word in domain


def _is_private(found: Found, known: set[str]) -> bool:
    local, domain = found.match["local"].casefold(), found.match["domain"].casefold()
    words = _WORD.findall(local)
    if any(_is_of_role(word, domain, known) for word in words):
        return False
    labels = domain.split(".")
    # Of two labels only: `post.no` is a provider's or a firm's, `live.eksempel.kommune.no` is neither.
    return bool(words) and ((len(labels) == 2 and labels[0] in _PRIVATE) or (len(words) > 1 and "." in local))


def find(subject: Subject) -> Iterator[Hit]:
    """Each text with such an address. The address itself is not repeated."""
    places = list(written(subject).find(_ADDRESS))
    if places:
        known = known_words(subject)
        yield from first_of_each(found.hit() for found in places if _is_private(found, known))


RULE = Rule(
    code="PK706",
    name="private-email",
    severity=Severity.WARNING,
    message=N_("This text holds an e-mail address that looks like a person's."),
    hint=N_("Give the address of the service or of a mailbox that several read."),
    check=find,
)
