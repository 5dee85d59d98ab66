"""`plankit guide changes`: what differs between two editions of a guide, and what that asks of a plan."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.folders import require_folder
from plankit.cli.options import CallError, Command, Option, date_option, language_option
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.model.guide import Guide
    from plankit.model.guide_fact import GuideFact
    from plankit.views.guide_changes import Asked, GuideChange
    from plankit.views.reading import Reading

_WHAT = {"new": N_("new"), "changed": N_("changed"), "gone": N_("gone")}
_ASKS = {
    "answer": N_("answer it"),
    "look-again": N_("see whether it still holds"),
    "take-away": N_("take the reference away"),
}


@click.command(
    "changes",
    cls=Command,
    help=N_(
        "Tell what is new, changed and gone between two editions of a guide, and what that asks of a plan. OLD and "
        "NEW are names of guides that are installed, or folders; PLAN is the folder of a plan."
    ),
    epilog=N_("Example: plankit guide changes old/no-vold no-vold my-plan"),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("plan", metavar="[PLAN]", required=False)
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=N_("How to print it: for people or for programs."),
)
@click.option(
    "--packs", cls=Option, type=click.Path(exists=True, file_okay=False, path_type=Path), hidden=True
)
@date_option()
@language_option()
def changes(
    old: str,
    new: str,
    plan: str | None,
    style: str,
    packs: Path | None,
    today: date | None,
    language: str | None,
) -> None:
    """Print what changed between two editions, and what that asks of a plan."""
    from plankit.cli.guide_packs import readable_guide
    from plankit.views.guide_changes import asked_of, guide_changes

    words = chosen_language(language)
    before, after = readable_guide(old, words, packs), readable_guide(new, words, packs)
    found = guide_changes(before, after)
    reading = _reading(plan, after, words, today) if plan is not None else None
    asked = asked_of(reading, found) if reading is not None else None
    if style == "json":
        click.echo(_as_json(before, after, found, asked))
        return
    for line in _lines(before, after, found, words):
        click.echo(line)
    if reading is not None and asked is not None:
        click.echo()
        for line in _asked_lines(reading, asked):
            click.echo(line)


def _reading(plan: str, guide: Guide, language: str, today: date | None) -> Reading:
    """The plan in the folder `plan`, read and checked against `guide`. Raises `CallError`."""
    from plankit.loading import load
    from plankit.views.reading import Reading

    require_folder(plan, language)
    try:
        loaded = load(plan, language=language, today=today, guide=guide)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=plan, reason=reason
        ) from error
    if loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), language, path=plan)
    return Reading(loaded.plan, guide, language, loaded.findings)


def _lines(old: Guide, new: Guide, found: tuple[GuideChange, ...], language: str) -> Iterator[str]:
    yield f"{old.guide.id} {old.guide.edition} → {new.guide.id} {new.guide.edition}"
    if not found:
        yield translate(N_("Nothing has changed."), language)
    kind = None
    for change in found:
        if change.kind != kind:
            kind = change.kind
            yield f"{kind}:"
        keys = f" ({', '.join(change.keys)})" if change.keys else ""
        title = _title(change.new or change.old, language)
        yield f"  {translate(_WHAT[change.what], language)}: {change.id}{f' – {title}' if title else ''}{keys}"


def _title(entry: GuideFact | None, language: str) -> str:
    from plankit.language import reading_order
    from plankit.model.base import Translated

    words = getattr(entry, "title", None) or getattr(entry, "name", None) or ""
    shown = words.in_language(*reading_order(language)) if isinstance(words, Translated) else str(words)
    return one_line(shown)


def _asked_lines(reading: Reading, asked: tuple[Asked, ...]) -> Iterator[str]:
    title = one_line(reading.text(reading.plan.plan.title))
    if not asked:
        yield reading.words(N_("This asks nothing of the plan “{title}”.")).format(title=title)
        return
    yield reading.words(N_("What this asks of the plan “{title}”:")).format(title=title)
    for one in asked:
        name = _title(one.change.new or one.change.old, reading.language)
        where = f" ({', '.join(one.where)})" if one.where else ""
        yield f"  {one.change.id}{f' – {name}' if name else ''}: {reading.words(_ASKS[one.asks])}{where}"


def _as_json(old: Guide, new: Guide, found: tuple[GuideChange, ...], asked: tuple[Asked, ...] | None) -> str:
    document = {
        "old": {"id": old.guide.id, "edition": old.guide.edition},
        "new": {"id": new.guide.id, "edition": new.guide.edition},
        "changes": [
            {"what": one.what, "kind": one.kind, "id": one.id, "keys": list(one.keys)} for one in found
        ],
        "asked": None
        if asked is None
        else [
            {"id": one.change.id, "kind": one.change.kind, "asks": one.asks, "where": list(one.where)}
            for one in asked
        ],
    }
    only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=only_ascii, indent=2)
