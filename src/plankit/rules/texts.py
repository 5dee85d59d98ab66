"""What a rule says of itself: the four sections of its file's docstring."""

from __future__ import annotations

import inspect
import sys

from plankit.language import N_
from plankit.rules.base import Rule

CHECKS, WHY, BAD, GOOD = N_("What it checks"), N_("Why it matters"), N_("Bad"), N_("Good")
HEADINGS = (CHECKS, WHY, BAD, GOOD)


def rule_text(rule: Rule) -> dict[str, str]:
    """The sections of a rule's text, by heading: the docstring of the file that declares it."""
    text = inspect.cleandoc(sys.modules[f"plankit.rules.{rule.name.replace('-', '_')}"].__doc__ or "")
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        if line in HEADINGS:
            lines = sections.setdefault(line, [])
        else:
            lines.append(line)
    return {heading: inspect.cleandoc("\n".join(["", *body])) for heading, body in sections.items()}
