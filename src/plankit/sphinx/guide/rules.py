"""The page of a rule: what it checks, why, a bad and a good example, and which requirements it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plankit.html.markup import NOTHING, Html, bullets, esc, join
from plankit.rules.catalogue import BY_CODE
from plankit.rules.texts import BAD, CHECKS, GOOD, WHY, rule_text
from plankit.sphinx.guide.frame import force_badge

if TYPE_CHECKING:
    from plankit.sphinx.guide.view import GuideView


def rule_title(code: str) -> str:
    """What the page of a rule is called."""
    return f"{code} {BY_CODE[code].name}"


def rule_page(page: GuideView, code: str) -> Html:
    """Everything about one rule."""
    rule = BY_CODE[code]
    sections = rule_text(rule)
    parts = []
    for heading, place in ((CHECKS, "checks"), (WHY, "why")):
        words = page.t(" ".join(sections.get(heading, "").split()))
        if words:
            parts.append(join([page.part(place, page.t(heading)), Html(f"<p>{esc(words)}</p>\n")]))
    parts += [_example(page, sections.get(BAD, ""), BAD), _example(page, sections.get(GOOD, ""), GOOD)]
    decided = [one for one in page.guide.requirements if code in one.rules]
    items = bullets(join([page.link(one.id), Html(" "), force_badge(page, one.force)]) for one in decided)
    words = page.t("A finding of this rule means that these are not met:")
    parts += [
        page.part("requirements", page.t("Requirements that it decides")),
        Html(f"<p>{esc(words)}</p>\n"),
        items,
    ]
    return join(parts)


def _example(page: GuideView, text: str, heading: str) -> Html:
    if not text:
        return NOTHING
    code = f'<div class="highlight"><pre tabindex="0">{esc(text)}</pre></div>\n'
    return join([page.part(heading.lower(), page.t(heading)), Html(code)])
