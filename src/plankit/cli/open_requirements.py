"""What a plan still has to answer, in the order of its guide's steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from plankit.cli.report import one_line
from plankit.language import N_, N_count, translate, translate_count

if TYPE_CHECKING:
    from plankit.cli.folders import Checked
    from plankit.views.coverage import Answered
    from plankit.views.reading import Reading

_NOTHING_YET = N_("nothing in the plan yet")
_IN_PART = N_("in part")
_FINDINGS = N_count("{count} finding", "{count} findings")


def print_open(checked: Checked, language: str) -> None:
    """Print the requirements that the plan does not meet or meets in part, under the steps that ask for them."""
    from plankit.views.coverage import open_by_step
    from plankit.views.reading import Reading

    loaded = checked.loaded
    if loaded.plan is None or loaded.guide is None:
        return
    reading = Reading(loaded.plan, loaded.guide, language, loaded.findings)
    steps = open_by_step(reading)
    if steps:
        click.echo()
        click.echo(translate(N_("Still to answer, in the order of the guide:"), language))
    for title, answers in steps:
        click.echo(f"  {one_line(title)}")
        for line in _lines(reading, answers):
            click.echo(f"    - {line}")


def _lines(reading: Reading, answers: tuple[Answered, ...]) -> Iterator[str]:
    for one in answers:
        said = _said(reading, one)
        codes = ", ".join(dict.fromkeys(finding.code for finding in one.findings))
        force = reading.label("force", one.requirement.force)
        title = one_line(reading.text(one.requirement.title))
        yield f"{title} ({force}): {said}{f' ({codes})' if codes else ''}"


def _said(reading: Reading, one: Answered) -> str:
    """How far the answer goes: the number of findings, the plan's own reason, or that it is there in part or not."""
    if one.findings:
        return translate_count(*_FINDINGS, len(one.findings), reading.language)
    if one.reason:
        return one_line(one.reason)
    return reading.words(_IN_PART if one.where else _NOTHING_YET)
