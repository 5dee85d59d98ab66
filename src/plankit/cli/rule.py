"""`plankit rule`: what a rule checks, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from plankit.cli.options import CallError, Command, language_option
from plankit.cli.report import severity_word
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.rules.base import Rule

_WIDTH = 100


@click.command(
    cls=Command,
    help=N_("Tell what a rule checks and why. Without CODE_OR_NAME: list all rules."),
    epilog=N_("Example: plankit rule unknown-key"),
)
@click.argument("wanted", metavar="[CODE_OR_NAME]", required=False)
@language_option()
def rule(wanted: str | None, language: str | None) -> None:
    """Print the text of a rule, or list them all."""
    from plankit.model.nearest import nearest
    from plankit.rules.catalogue import BY_CODE, BY_NAME, RULES

    words = chosen_language(language)
    if wanted is None:
        for one in RULES:
            click.echo(_listed(one, words))
        return
    found = BY_CODE.get(wanted.upper()) or BY_NAME.get(wanted.lower())
    if found is not None:
        click.echo(_described(found, words))
        return
    near = nearest(wanted, [*BY_NAME, *BY_CODE])
    if near:
        raise CallError(
            N_("There is no rule “{rule}”. Did you mean “{near}”?"), words, rule=wanted, near=near
        )
    raise CallError(N_("There is no rule “{rule}”. “plankit rule” lists them all."), words, rule=wanted)


def _listed(one: Rule, language: str) -> str:
    from plankit.rules.texts import CHECKS, rule_text

    summary = translate(" ".join(rule_text(one).get(CHECKS, "").split()), language)
    return f"{one.code}  {severity_word(one.severity, language):<8} {one.name:<24} {summary}"


def _described(one: Rule, language: str) -> str:
    from plankit.rules.texts import CHECKS, WHY, rule_text

    parts = [f"{one.code} {one.name} ({severity_word(one.severity, language)})"]
    for heading, body in rule_text(one).items():
        if heading in (CHECKS, WHY):
            body = textwrap.fill(translate(" ".join(body.split()), language), _WIDTH)
        indented = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
        parts.append(f"{translate(heading, language)}\n{indented}")
    mended = _mended(one)
    if mended:
        parts.append(translate(mended, language))
    asked = "\n".join(f"    {line}" for line in _asked_for(one, language))
    if asked:
        parts.append(f"{translate(N_('Asked for by'), language)}\n{asked}")
    return "\n\n".join(parts)


def _mended(one: Rule) -> str:
    from plankit.fixing.catalogue import FIXES

    found = FIXES.get(one.code)
    if found is None:
        return ""
    return (
        N_("“plankit check --fix” mends it after asking, where it is safe.")
        if found.asks
        else N_("“plankit check --fix” mends it, where it is safe.")
    )


def _asked_for(one: Rule, language: str) -> Iterator[str]:
    """The requirements of the installed guides that the rule decides: guide, id and title."""
    from plankit.guides import load_guide, pack_names
    from plankit.language import reading_order
    from plankit.model.base import Translated

    for name in pack_names():
        guide, _ = load_guide(name)
        for requirement in guide.requirements if guide else ():
            if one.code in requirement.rules:
                title = requirement.title
                words = (
                    title.in_language(*reading_order(language)) if isinstance(title, Translated) else title
                )
                yield f"{name}: {requirement.id} – {words}"
