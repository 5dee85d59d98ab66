"""`plankit score`: what a plan documents of its guide's rubric, principle by principle."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import CallError, Command, Option, date_option, language_option, municipality_option
from plankit.cli.report import one_line
from plankit.language import N_, chosen_language, translate, translate_count

if TYPE_CHECKING:
    from plankit.loading import Loaded
    from plankit.reports.shown_places import ShownPlaces
    from plankit.views.reading import Reading
    from plankit.views.score import PrincipleScore, Score
    from plankit.views.score_items import ItemScore


@click.command(
    cls=Command,
    help=N_(
        "Tell what a plan documents of each item of its guide's rubric: 0, 1, 2 or open, with the places in the plan"
        " that show it. PATH is the folder of the plan. There is no total, and nothing here says that a plan is good."
    ),
    epilog=N_("Example: plankit score my-plan"),
)
@click.argument("path", metavar="PATH")
@click.option(
    "--format",
    "style",
    cls=Option,
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=N_("How to print: for people or for programs."),
)
@click.option(
    "--form",
    cls=Option,
    is_flag=True,
    help=N_("Print a form in YAML instead: the items that people must judge, with blank scores."),
)
@date_option()
@municipality_option()
@language_option()
def score(
    path: str, style: str, form: bool, today: date | None, municipality: str | None, language: str | None
) -> None:
    """Print the vector of a plan, or the form for those who judge."""
    words = chosen_language(language)
    require_folder(path, words)
    loaded = load_checked(path, language=words, today=today, municipality=municipality).loaded
    shown = _reading(loaded, path, language)
    from plankit.reports.shown_places import ShownPlaces
    from plankit.views.score import score as score_of

    found = score_of(shown)
    places = ShownPlaces(path, loaded)
    if form:
        from plankit.views.score_form import score_form

        click.echo(score_form(shown, found), nl=False)
    elif style == "json":
        only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
        click.echo(json.dumps(_document(shown, found, places), ensure_ascii=only_ascii, indent=2))
    else:
        for line in _lines(shown, found, places, words):
            click.echo(line)


def _reading(loaded: Loaded, path: str, language: str | None) -> Reading:
    """The plan with what was found in it. Raises `CallError` where there is nothing to score, or nothing to score by."""
    from plankit.views.reading import Reading
    from plankit.views.score import has_rubric

    words = chosen_language(language)
    if loaded.plan is None:
        raise CallError(N_("There is no plan in “{path}”."), words, path=path)
    if loaded.guide is None:
        message = N_(
            "The plan in “{path}” follows no guide that is installed, so there is nothing to score by."
        )
        raise CallError(message, words, path=path)
    shown = Reading(
        loaded.plan, loaded.guide, chosen_language(language or loaded.plan.plan.language), loaded.findings
    )
    if not has_rubric(shown):
        message = N_("The guide “{guide}” has no rubric, so there is nothing to score by.")
        raise CallError(message, words, guide=loaded.guide.guide.id)
    return shown


def _lines(reading: Reading, found: Score, places: ShownPlaces, words: str) -> Iterator[str]:
    from plankit.views.score import SAYS

    assert reading.guide is not None
    head = translate(
        N_("What the plan documents. Rubric of {guide} {guide_edition}, edition {edition} ({date})."), words
    )
    yield head.format(
        guide=reading.guide.guide.id,
        guide_edition=reading.guide.guide.edition,
        edition=found.edition or "–",
        date=found.date or "–",
    )
    yield translate(SAYS, words)
    for one in found.principles:
        yield ""
        yield from _principle(reading, one, places, words)
    yield ""
    yield from _duties(reading, found, words)


def _principle(reading: Reading, one: PrincipleScore, places: ShownPlaces, words: str) -> Iterator[str]:
    from plankit.views.score import span_words

    line = translate(N_("{principle}: {span} of 10 ({state})"), words)
    yield one_line(
        line.format(principle=one.title, span=span_words(one, words), state=", ".join(_states(one, words)))
    )
    for item in one.items:
        yield from _item(reading, item, places, words)


def _states(one: PrincipleScore, words: str) -> Iterator[str]:
    from plankit.views.score import COUNTED

    for status, forms in COUNTED.items():
        count = one.count(status)
        if count:
            yield translate_count(*forms, count, words)


def _item(reading: Reading, item: ItemScore, places: ShownPlaces, words: str) -> Iterator[str]:
    from plankit.views.score import BASIS_WORDS, DUTY_WORDS, STANDING_WORDS, STATUS_WORDS
    from plankit.views.score_items import Standing, Status

    told = str(item.score) if item.status is Status.DECIDED else translate(STATUS_WORDS[item.status], words)
    extra = []
    if item.basis and item.status is Status.DECIDED:
        extra.append(translate(BASIS_WORDS[item.basis], words))
    if item.force and item.duty:
        force = reading.vocabulary.label("force", item.force, words, "en")
        extra.append(f"{force}: {translate(DUTY_WORDS[item.duty], words)}")
    note = f" ({'; '.join(extra)})" if extra else ""
    yield "  " + one_line(f"{reading.text(item.item.title)}: {told}{note}")
    for rating in item.ratings:
        mark = "–" if rating.score is None else str(rating.score)
        why = (
            ""
            if rating.standing is Standing.COUNTS
            else f" ({translate(STANDING_WORDS[rating.standing], words)})"
        )
        reason = reading.text(rating.judgement.reason)
        yield "    " + one_line(f"{rating.by}: {mark}{why}{' – ' if reason else ''}{reason}")
    if item.where:
        yield "    " + one_line(", ".join(str(one) for one in places.of(item.where)))


def _duties(reading: Reading, found: Score, words: str) -> Iterator[str]:
    from plankit.views.score_items import Duty

    counts = {state: sum(one.duty is state for one in found.items) for state in Duty}
    line = translate(
        N_("Of what law or guide says must be there: {met} met, {not_met} not met, {open} open."), words
    )
    yield line.format(met=counts[Duty.MET], not_met=counts[Duty.NOT_MET], open=counts[Duty.OPEN])
    for one in found.items:
        if one.duty is Duty.NOT_MET:
            yield "  " + one_line(
                translate(N_("Not met: {item}"), words).format(item=reading.text(one.item.title))
            )


def _document(reading: Reading, found: Score, places: ShownPlaces) -> dict[str, Any]:
    from plankit.views.score import SAYS
    from plankit.views.score_items import Status

    assert reading.guide is not None
    frame = reading.guide.guide
    return {
        "plan": reading.plan.plan.id,
        "guide": {"id": frame.id, "edition": frame.edition},
        "rubric": {"edition": found.edition or None, "date": found.date or None},
        "says": reading.words(SAYS),
        "principles": [
            {
                "id": one.id,
                "title": one.title,
                "low": one.bounds[0] if one.bounds else None,
                "high": one.bounds[1] if one.bounds else None,
                "of_decided": one.value,
                **{status.replace("-", "_"): one.count(status) for status in Status},
                "items": [_item_document(reading, item, places) for item in one.items],
            }
            for one in found.principles
        ],
    }


def _item_document(reading: Reading, item: ItemScore, places: ShownPlaces) -> dict[str, Any]:
    low, high = item.bounds
    return {
        "id": item.item.id,
        "title": reading.text(item.item.title),
        "status": item.status,
        "score": item.score,
        "low": low,
        "high": high,
        "basis": item.basis,
        "force": item.force,
        "duty": item.duty,
        "requirements": [
            {"id": one.requirement.id, "force": one.requirement.force, "state": one.state}
            for one in item.answers
        ],
        "where": [one.to_dict() for one in places.of(item.where)],
        "judgements": [
            {
                "by": one.by,
                "date": one.judgement.date.text if one.judgement.date else None,
                "score": one.score,
                "where": list(one.judgement.where),
                "reason": reading.text(one.judgement.reason) or None,
                "edition": one.judgement.edition,
                "standing": one.standing,
            }
            for one in item.ratings
        ],
    }
