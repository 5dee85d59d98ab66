"""`plankit stress`: every combination of cases through a plan's procedures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from plankit.cli.options import Command, Option, date_option, language_option
from plankit.cli.report import one_line
from plankit.cli.walking import format_option, print_json, ready_plan
from plankit.language import N_, chosen_language

if TYPE_CHECKING:
    from plankit.walks.stress import Share, Stress
    from plankit.walks.words import Names


@click.command(
    cls=Command,
    help=N_(
        "Walk every combination of the case vocabulary through a plan's procedures. PLAN is a folder. Prints the share "
        "that reaches safety and, for each gap, the smallest case that shows it."
    ),
    epilog=N_("Example: plankit stress my-plan --fail-under 0.95"),
)
@click.argument("plan", metavar="PLAN")
@format_option()
@click.option(
    "--fail-under",
    cls=Option,
    type=click.FloatRange(0, 1),
    default=None,
    metavar="SHARE",
    help=N_("End with exit code 1 if a smaller share than this reaches safety: 0.95 is 95 of 100."),
)
@date_option()
@language_option()
def stress(plan: str, style: str, fail_under: float | None, today: date | None, language: str | None) -> None:
    """Print the share that reaches safety, and the smallest case of each gap."""
    from plankit.walks.documents import stress_document
    from plankit.walks.stress import stress as stressed
    from plankit.walks.words import Names

    words = chosen_language(language)
    ready = ready_plan(plan, words, today)
    names = Names(ready, words)
    found = stressed(ready)
    if style == "json":
        print_json(stress_document(names, found))
    else:
        for line in _lines(names, found):
            click.echo(line)
    if fail_under is not None and found.safe < fail_under * found.cases:
        click.get_current_context().exit(1)


def percent(safe: int, cases: int) -> str:
    """A share of 100, with one decimal; 100 only where it is all, 0 only where it is none."""
    if safe == cases:
        return "100 %" if cases else "–"
    tenths = min(max(round(1000 * safe / cases), 1 if safe else 0), 999)
    return f"{tenths // 10}.{tenths % 10} %"


def _lines(names: Names, found: Stress) -> Iterator[str]:
    yield names.t(
        N_("{share} of {count} cases reach safety."),
        share=percent(found.safe, found.cases),
        count=found.cases,
    )
    for title, rows in _tables(names, found):
        yield ""
        yield title
        width = max(len(word) for word, _ in rows)
        for word, share in rows:
            yield f"  {word:<{width}}  {percent(share.safe, share.cases):>7}"
    yield ""
    yield from _gaps(names, found)


def _tables(names: Names, found: Stress) -> Iterator[tuple[str, list[tuple[str, Share]]]]:
    from plankit.walks.words import moment_words

    for title, field, shares in (
        (N_("By who is exposed"), "target-group", found.by_exposed),
        (N_("By who discovers it"), "door", found.by_door),
        (N_("By severity"), "severity", found.by_severity),
        (N_("By whether the leader can be reached"), "leader", found.by_leader),
    ):
        yield names.t(title), [(one_line(names.word(field, one.value)), one) for one in shares]
    yield (
        names.t(N_("By day and hour")),
        [(moment_words(names, one.value, found.times[one.value]), one) for one in found.by_moment],
    )


def _gaps(names: Names, found: Stress) -> Iterator[str]:
    """For each kind of gap, its places with the number of cases, the smallest case in words and as `walk` takes it."""
    from plankit.walks.cases import case_text
    from plankit.walks.words import KIND_WORDS, sentence

    if not found.gaps:
        yield names.t(N_("No gaps."))
        return
    yield names.t(N_("Gaps, each with its smallest case:"))
    for one in found.gaps:
        place = one.gap.place or names.t(N_("the plan as a whole"))
        share = percent(one.count, found.cases)
        yield f"  {names.t(KIND_WORDS[one.kind])} – {place} – {one.count} ({share})"
        yield f"    {one_line(sentence(names, one.case, one.gap))}"
        yield f"    {case_text(one.case)}"
