"""What it checks
    The address of the exit link, in the plan's site or in a guide, does not begin with https://, or holds a user
    name, a query or a fragment.

Why it matters
    Whoever leaves in haste must not land on a page that tells the network what they did, or that the browser warns
    of. What stands after a question mark may tell where they came from. No more may be told of a reader than is
    needed (GDPR art. 5). Such an address is not used.

Bad
    plan: {site: {exit: 'http://example.org/?from=plan'}}

Good
    plan: {site: {exit: 'https://www.met.no/'}}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import GuideSubject, Hit, Rule, Subject
from plankit.views.discretion import OFF, is_safe_exit


def find(subject: Subject) -> Iterator[Hit]:
    """The plan's address, if nobody can be sent there."""
    frame = subject.plan.plan
    address = frame.site.exit if frame.site else None
    if address and address.strip().casefold() != OFF and not is_safe_exit(address.strip()):
        yield Hit(at=frame, path=("site", "exit"), values={"address": address})


def find_in_guide(subject: GuideSubject) -> Iterator[Hit]:
    """The guide's address, if nobody can be sent there."""
    address = subject.guide.guide.exit
    if address and not is_safe_exit(address.strip()):
        yield Hit(at=subject.guide.guide, path=("exit",), values={"address": address})


RULE = Rule(
    code="PK712",
    name="exit-not-safe",
    severity=Severity.ERROR,
    message=N_("The exit link cannot lead to “{address}”."),
    hint=N_(
        "Write an address that begins with https:// and has neither a user name nor anything after “?” or “#”, "
        "or “off”."
    ),
    check=find,
    guide_check=find_in_guide,
)
