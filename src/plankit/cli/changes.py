"""`plankit changes`: what differs between two texts of a plan, for a council."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.options import (
    CallError,
    Command,
    Option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.views.change_list import PlanChanges
    from plankit.views.reading import Reading

_TO_FILE = ("html", "docx")


@click.command(
    cls=Command,
    help=N_(
        "Tell what is new, taken out, changed and only moved between two texts of a plan. OLD and NEW are each a"
        " folder, the id of a sealed version, or a revision in git (git:REVISION, with :PATH where the plan lay"
        " elsewhere then)."
    ),
    epilog=N_("Example: plankit changes v1-0 my-plan"),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--plan",
    "home",
    cls=Option,
    metavar="PLAN",
    help=N_(
        "The plan that versions and revisions belong to. Without it: the one of OLD and NEW that is a folder."
    ),
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(("text", "json", "html", "docx")),
    default="text",
    show_default=True,
    help=N_("Print it for people or for programs, or write a page or a Word file."),
)
@output_option(N_("File to write into."), metavar="FILE", required=False)
@municipality_option()
@language_option(N_("Language of what is written. Without it: PLANKIT_LANGUAGE, else that of the plan."))
def changes(
    old: str,
    new: str,
    home: str | None,
    form: str,
    out: str | None,
    municipality: str | None,
    language: str | None,
) -> None:
    """Write what differs between two texts of a plan."""
    words = chosen_language(language)
    if form in _TO_FILE and out is None:
        raise CallError(N_("Name a file to write into with “-o”."), words)
    from plankit.views.plan_changes import plan_changes

    with ExitStack() as opened:
        before, after = _readings(old, new, home, language, opened)
        if municipality is not None:
            before, after = (_own(one, municipality, words) for one in (before, after))
        found = plan_changes(before, after)
        made = _made(form, before, after, found, (old, new))
    if out is None:
        click.echo(made.decode("utf-8"), nl=False)
        return
    _write(Path(out), made, words)
    click.echo(out)


def _write(path: Path, data: bytes, language: str) -> None:
    """Put the whole file in place at once."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be written: {reason}"), language, path=path, reason=reason
        ) from error


def _readings(
    old: str, new: str, home: str | None, language: str | None, opened: ExitStack
) -> tuple[Reading, Reading]:
    """Both texts, read in one language: the one asked for, else that of the new plan."""
    from plankit.freezing.texts import TextMissing, text_of
    from plankit.loading import load
    from plankit.views.reading import Reading

    words = chosen_language(language)
    folder = Path(home) if home else next((Path(one) for one in (new, old) if Path(one).is_dir()), Path())
    if not folder.is_dir():
        raise CallError(N_("There is no folder “{path}”."), words, path=folder)
    loaded = []
    for name in (old, new):
        try:
            loaded.append(load(opened.enter_context(text_of(name, folder)), language=words, rules=()))
        except TextMissing as error:
            raise CallError(error.message, words, name=error.name, reason=error.reason) from error
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise CallError(
                N_("“{path}” could not be read: {reason}"), words, path=name, reason=reason
            ) from error
        if loaded[-1].plan is None:
            raise CallError(N_("“{path}” holds no plan."), words, path=name)
    one, other = loaded
    assert one.plan is not None
    assert other.plan is not None
    _warn_of_losses(tuple(zip((old, new), (one.read.complete, other.read.complete), strict=True)), words)
    shown = _shown_language(language, other.plan.plan.language)
    return Reading(one.plan, one.guide or other.guide, shown), Reading(
        other.plan, other.guide or one.guide, shown
    )


def _own(reading: Reading, municipality: str, language: str) -> Reading:
    """The text as that municipality has it. Raises `CallError` where it takes no part in it."""
    from dataclasses import replace

    from plankit.cli.municipality import participant_named
    from plankit.views.one_municipality import as_seen_by

    name = participant_named(reading.plan, municipality, language)
    return replace(reading, plan=as_seen_by(reading.plan, name))


def _shown_language(asked: str | None, own: str) -> str:
    import os

    from plankit.language import ENVIRONMENT

    return chosen_language(asked) if asked or os.environ.get(ENVIRONMENT) else chosen_language(own)


def _warn_of_losses(sides: tuple[tuple[str, bool], ...], language: str) -> None:
    """Say on stderr where a text could not be read to its end: what is not read looks as if it were gone."""
    for name, complete in sides:
        if not complete:
            message = translate(
                N_("“{path}” could not be read to its end; run “plankit check” on it."), language
            )
            click.echo(message.format(path=name), err=True)


def _made(form: str, old: Reading, new: Reading, found: PlanChanges, names: tuple[str, str]) -> bytes:
    if form == "json":
        return _as_json(old, new, found).encode()
    title = new.words(N_("What changed in the plan"))
    sides = new.words(N_("From {old} to {new}.")).format(old=_named(old, names[0]), new=_named(new, names[1]))
    if form == "text":
        return ("\n".join(_lines(new, found, sides)) + "\n").encode()
    if form == "html":
        from plankit.html.changes import changes as drawn
        from plankit.html.changes import whole_page
        from plankit.views.changes_told import summary, told

        body = drawn(new, told(new, found))
        return whole_page(title, (sides, summary(new, found)), body, new.language).encode()
    from plankit.cli.output_errors import told_as_missing
    from plankit.outputs import find_paper_writer
    from plankit.papers.changes import changes_document

    document = changes_document(new, found, title=title, lines=(sides,))
    with told_as_missing(new.language, form):
        write = find_paper_writer(form)
    return write(document, new, template=None, today=date.today())


def _named(reading: Reading, name: str) -> str:
    """A text by the plan's title and what it was called in the call."""
    return f"“{one_line(reading.text(reading.plan.plan.title))}” ({name})"


def _lines(reading: Reading, found: PlanChanges, sides: str) -> Iterator[str]:
    from plankit.views.changes_told import field_line, summary, told

    yield sides
    yield summary(reading, found)
    for group in told(reading, found):
        yield ""
        yield f"{group.title} ({group.count})"
        for kind in group.kinds:
            yield f"  {kind.title}"
            for one in kind.changes:
                note = f" – {one.note}" if one.note else ""
                yield f"    {one_line(one.title)}{note}"
                if one.about:
                    yield f"      {one_line(one.about)}"
                for field in one.fields:
                    yield f"      {one_line(field_line(reading, field))}"


def _as_json(old: Reading, new: Reading, found: PlanChanges) -> str:
    document = {
        "old": {"plan": old.plan.plan.id},
        "new": {"plan": new.plan.plan.id},
        "changes": [
            {
                "group": one.group,
                "what": one.what,
                "kind": one.kind,
                "id": one.id,
                "old_id": one.old_id or None,
                "title": one.title,
                "inside": one.inside or None,
                "fields": [
                    {"key": field.key, "aspect": field.aspect, "old": field.old, "new": field.new}
                    for field in one.fields
                ],
            }
            for one in found.changes
        ],
    }
    only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=only_ascii, indent=2) + "\n"
