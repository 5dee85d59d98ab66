"""`plankit teach`: material to teach with, whose answers come from the plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import load_checked
from plankit.cli.options import (
    CallError,
    Command,
    Option,
    date_option,
    language_option,
    municipality_option,
    output_option,
)
from plankit.cli.output_errors import told_as_call_errors
from plankit.cli.progress import progress
from plankit.cli.report import Source, plain_lines
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from plankit.loading import Loaded
    from plankit.model.guide import Guide
    from plankit.teaching.subject import Subject

_REFUSED = {
    "not-empty": N_("“{place}” holds something else than a teaching kit. Nothing was changed in it."),
}
_MINUTES = ("45", "90", "180")
PARTS = (
    "site",
    "slides",
    "slides-pdf",
    "slides-pptx",
    "print",
    "word",
    "questions",
    "calendar",
    "survey",
    "gap-hunt",
    "after-action",
)
"""Every part of a kit, by the name of its entry point."""


@click.command(
    cls=Command,
    help=N_(
        "Write material to teach with: a site, slides, sheets to print, what a facilitator needs, and a question bank. Its "
        "answers come from the plan. PLAN is the folder of a plan, or a guide: its name or its folder."
    ),
    epilog=N_("Example: plankit teach my-plan -o kit --audience school --minutes 45"),
)
@click.argument("plan", metavar="PLAN")
@output_option(N_("Folder to write the kit into; a name that ends in .zip gives one packed file."))
@click.option(
    "--audience",
    cls=Option,
    default="all",
    show_default=True,
    metavar="NAME",
    help=N_("Whom it is for: an audience of the guide, such as school, health, leaders or council; or all."),
)
@click.option(
    "--minutes",
    cls=Option,
    type=click.Choice(_MINUTES),
    default="90",
    show_default=True,
    help=N_("How long the session lasts."),
)
@click.option(
    "--seed",
    cls=Option,
    default="1",
    show_default=True,
    metavar="TEXT",
    help=N_("Another seed asks other questions in another order. The same seed always gives the same kit."),
)
@click.option(
    "--only",
    "parts",
    cls=Option,
    multiple=True,
    type=click.Choice(PARTS),
    help=N_("Write only this part. May be given several times."),
)
@date_option()
@municipality_option()
@language_option(
    N_("Language of the kit and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def teach(plan: str, out: str, parts: tuple[str, ...], today: date | None, **given: Any) -> None:
    """Write a kit, and print where to begin."""
    from plankit.kits import PARTS as IN_ORDER
    from plankit.kits import bench_of, write_kit
    from plankit.teaching.kit import kit_of

    words = chosen_language(given["language"])
    subject = _subject(plan, words, today or date.today(), **given)
    with progress() as show, told_as_call_errors(_REFUSED, Path(out), words, form="kit"):
        kit = kit_of(subject, bench_of(subject))
        wanted = [name for name in IN_ORDER if not parts or name in parts]
        written = write_kit(kit, Path(out), parts=wanted, progress=show)
    for name, lacks in written.missing:
        told = translate(N_("Left out: {part}. It needs “{what}”, which is not installed: {command}"), words)
        click.echo(told.format(part=name, what=lacks, command='pip install "plankit[teaching]"'), err=True)
    start = "site/index.html"
    is_folder = start in written.files and Path(out).is_dir()
    click.echo(str(Path(out) / start if is_folder else out))


def _subject(place: str, words: str, today: date, *, audience: str, **given: Any) -> Subject:
    """What the kit is made from. Raises `CallError` where there is neither plan nor guide, or no such audience."""
    from plankit.teaching.subject import ALL, Subject
    from plankit.views.guide_reading import guide_reading
    from plankit.views.reading import Reading

    guide, loaded = _found(place, words, today, given["municipality"])
    known = tuple(one.id for one in guide.audiences)
    if audience not in (ALL, *known):
        message = N_("The guide knows no audience “{audience}”. It knows: {known}")
        raise CallError(message, words, audience=audience, known=", ".join((*known, ALL)))
    if loaded is not None and loaded.plan is not None:
        language = given["language"] or loaded.plan.plan.language
        reading = Reading(loaded.plan, guide, language, loaded.findings)
    else:
        reading = guide_reading(guide, given["language"] or guide.guide.language)
    return Subject(
        reading=reading,
        has_plan=loaded is not None,
        today=today,
        audience=audience,
        minutes=int(given["minutes"]),
        seed=given["seed"],
        lessons=loaded.read.lessons if loaded is not None else (),
    )


def _found(place: str, words: str, today: date, municipality: str | None) -> tuple[Guide, Loaded | None]:
    """The guide with what it teaches, and the plan as loaded; `None` for the plan where `place` is a guide."""
    from plankit.findings import Severity
    from plankit.guides import guide_folder, load_guide
    from plankit.source.guide_reader import GUIDE_FILE, read_guide

    folder = guide_folder(place)
    if folder is not None and (folder / GUIDE_FILE).is_file():
        guide = read_guide(folder).guide
        if guide is None:
            raise CallError(N_("“{path}” holds no guide that can be read."), words, path=place)
        if municipality is not None:
            raise CallError(N_("A guide has no municipalities: leave out --municipality."), words)
        return guide, None
    if not Path(place).is_dir():
        raise CallError(N_("“{path}” is neither a folder nor the name of a guide."), words, path=place)
    loaded = load_checked(place, language=words, today=today, municipality=municipality).loaded
    if loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), words, path=place)
    _tell_of_lessons(place, loaded, words)
    if loaded.worst() >= Severity.ERROR:
        message = N_("Nothing was made, because the plan has errors. “plankit check {path}” tells which.")
        raise CallError(message, words, path=place)
    if loaded.guide is None:
        raise CallError(
            N_("The plan follows no guide that is installed, so there is nothing to teach."), words
        )
    guide, _ = load_guide(loaded.guide.guide.id, teaching=True)
    return guide or loaded.guide, loaded


def _tell_of_lessons(place: str, loaded: Loaded, words: str) -> None:
    """Print on stderr what is wrong with the teachers' own files: that is left out of the kit."""
    own = {lesson.path for lesson in loaded.read.lessons}
    found = tuple(one for one in loaded.findings if one.place.file in own)
    if found:
        told = Source(path=place, findings=found, texts=loaded.read.texts)
        click.echo("\n".join(plain_lines([told], words)), err=True)
