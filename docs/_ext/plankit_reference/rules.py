"""The rules, family by family, in the words of their own docstrings."""

from __future__ import annotations

from plankit.fixing.catalogue import FIXES
from plankit.rules.base import Rule
from plankit.rules.catalogue import FAMILIES, RULES
from plankit.rules.texts import rule_text
from plankit_reference.markdown import block, plain


def rules() -> str:
    """A section for each family of codes, and in it one for each rule."""
    parts = []
    for digit, family in FAMILIES.items():
        ones = [one for one in RULES if one.code[2] == digit]
        parts.append(f"## PK{digit}xx: {family}\n")
        parts += [_rule(one) for one in ones] or ["There is no rule with such a code yet.\n"]
    return "\n".join(parts)


def _rule(one: Rule) -> str:
    text = rule_text(one)
    lines = [
        f"(rule-{one.code.lower()})=\n### {one.code} {one.name}\n",
        f"*{one.severity.word.capitalize()}.* {_paragraph(text['What it checks'])}\n",
        f"**Why it matters:** {_paragraph(text['Why it matters'])}\n",
        f"**Bad**\n\n{block(text['Bad'])}",
        f"**Good**\n\n{block(text['Good'])}",
        f"**What it says:** {plain(one.message)}" + (f"\n{plain(one.hint)}" if one.hint else "") + "\n",
        *_mended(one),
    ]
    return "\n".join(lines)


def _mended(one: Rule) -> list[str]:
    found = FIXES.get(one.code)
    if found is None:
        return []
    when = " after asking" if found.asks else ""
    return [f"**Mended by** [`check --fix`](../how-to/mend-findings.md){when}, where it is safe.\n"]


def _paragraph(text: str) -> str:
    return " ".join(text.split())
