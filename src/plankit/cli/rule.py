"""`plankit rule`: what a rule checks, and why."""

from __future__ import annotations

import inspect
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from plankit.cli.options import CallError, Command, language_option
from plankit.cli.report import severity_word
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.rules.base import Rule

_HEADINGS = (N_("What it checks"), N_("Why it matters"), N_("Bad"), N_("Good"))
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


def rule_text(one: Rule) -> dict[str, str]:
    """The sections of a rule's text, by heading: the docstring of the file that declares it."""
    suffix = one.name.replace("-", "_")
    text = inspect.cleandoc(sys.modules[f"plankit.rules.{suffix}"].__doc__ or "")
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        if line in _HEADINGS:
            lines = sections.setdefault(line, [])
        else:
            lines.append(line)
    return {heading: inspect.cleandoc("\n".join(["", *body])) for heading, body in sections.items()}


def _listed(one: Rule, language: str) -> str:
    summary = translate(" ".join(rule_text(one).get(_HEADINGS[0], "").split()), language)
    return f"{one.code}  {severity_word(one.severity, language):<8} {one.name:<24} {summary}"


def _described(one: Rule, language: str) -> str:
    parts = [f"{one.code} {one.name} ({severity_word(one.severity, language)})"]
    for heading, body in rule_text(one).items():
        if heading in _HEADINGS[:2]:
            body = textwrap.fill(translate(" ".join(body.split()), language), _WIDTH)
        indented = "\n".join(f"    {line}" if line else "" for line in body.split("\n"))
        parts.append(f"{translate(heading, language)}\n{indented}")
    return "\n\n".join(parts)
