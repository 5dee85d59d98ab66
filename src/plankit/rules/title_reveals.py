"""What it checks
    The title that the plan gives its site for browsers holds a word that tells what the guide is about.

Why it matters
    The browser shows that title on the tab and keeps it in the history, for whoever looks there next. That
    somebody read such a page can tell of their private life (GDPR art. 9).

Bad
    plan: {site: {title: Handlingsplan mot vold, Fjordvik kommune}}

Good
    plan: {site: {title: 'Handlingsplan 2026–2029, Fjordvik kommune'}}
"""

from __future__ import annotations

from collections.abc import Iterator

from plankit.findings import Severity
from plankit.language import N_
from plankit.rules.base import Hit, Rule, Subject
from plankit.views.discretion import discretion


def find(subject: Subject) -> Iterator[Hit]:
    """The title, if it tells the theme in any language."""
    frame = subject.plan.plan
    title = frame.site.title if frame.site else None
    if title is None:
        return
    told = (title,) if isinstance(title, str) else tuple(text for _, text in title.values)
    quiet = discretion(subject.guide)
    for text in told:
        if quiet.reveals(text):
            yield Hit(at=frame, path=("site", "title"), values={"title": text})
            return


RULE = Rule(
    code="PK713",
    name="title-reveals",
    severity=Severity.ADVICE,
    message=N_("The site's title “{title}” tells in every browser's history what the plan is about."),
    hint=N_("Leave it out; then kind of document, period and municipality stand there."),
    check=find,
)
