"""What `plankit year new` does: what goes on is decided, the file is written, and what is left to do is told."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plankit.cli.export import unwritable
from plankit.cli.options import CallError
from plankit.cli.report import one_line
from plankit.language import N_, N_count, translate, translate_count

if TYPE_CHECKING:
    from plankit.views.reading import Reading
    from plankit.views.year_carrying import Judged, NewYear

_GO_ON = N_count("{count} activity goes on.", "{count} activities go on.")
_ENDED = N_count("{count} activity does not go on:", "{count} activities do not go on:")
_ASKED = N_count(
    "Nobody has reported on {count} activity. It stands in the file with a question:",
    "Nobody has reported on {count} activities. They stand in the file with a question:",
)
_DUE = N_count(
    "{count} measure is due by the end of the year and has no activity yet:",
    "{count} measures are due by the end of the year and have no activity yet:",
)
_IDLE = N_count(
    "{count} other measure has no activity yet; it stands at the end of the file.",
    "{count} other measures have no activity yet; they stand at the end of the file.",
)


@dataclass(frozen=True, kw_only=True)
class YearCall:
    """What the command was asked for."""

    year: int
    path: str
    language: str
    before: int | None
    carry: tuple[str, ...]
    carry_all: bool
    carry_none: bool
    dry_run: bool

    @property
    def answer(self) -> bool | None:
        """What the call says of everything that is asked about; `None` where it says nothing."""
        if self.carry_all and self.carry_none:
            raise CallError(N_("Give --all or --none, not both."), self.language)
        return True if self.carry_all else False if self.carry_none else None

    def require_free(self, reading: Reading) -> None:
        """Raise `CallError` where the year has an activity plan or a file already."""
        from plankit.source.year_file import year_file_name
        from plankit.views.years import covers

        if any(covers(one, self.year) for one in reading.plan.activity_plans):
            message = N_("The plan has an activity plan for {year} already.")
            raise CallError(message, self.language, year=self.year)
        place = Path(self.path) / year_file_name(self.year)
        if place.exists():
            message = N_("There is a file “{path}” already. Nothing was written.")
            raise CallError(message, self.language, path=place)

    def source(self, reading: Reading) -> int:
        """The year to carry over from; 0 where the plan has no activity plan before the new one."""
        from plankit.views.year_carrying import years_before

        years = years_before(reading, self.year)
        if self.before is None:
            return years[0] if years else 0
        if self.before not in years:
            known = ", ".join(map(str, sorted(years)))
            if not known:
                message = N_("The plan has no activity plan before {year}.")
                raise CallError(message, self.language, year=self.year)
            message = N_("No activity plan ends in {year}. Those that there are end in {known}.")
            raise CallError(message, self.language, year=self.before, known=known)
        return self.before


def decide(found: Sequence[Judged], call: YearCall, reading: Reading) -> dict[str, bool]:
    """What goes on. At a terminal each open question is asked, unless the call has answered it."""
    from plankit.views.year_carrying import Fate, choose

    known = {one.activity.id for one in found}
    for name in call.carry:
        if name not in known:
            raise _unknown(name, sorted(known), call.language)
    chosen = choose(tuple(found), call.carry, call.answer)
    if call.answer is not None or not sys.stdin.isatty():
        return chosen
    for one in found:
        if one.fate is Fate.ASK and one.activity.id not in call.carry:
            if _asked(one, reading, call):
                chosen[one.activity.id] = True
            else:
                del chosen[one.activity.id]
    # The order of the answers is no order of the plan.
    return {one.activity.id: chosen[one.activity.id] for one in found if one.activity.id in chosen}


def _unknown(name: str, known: Sequence[str], language: str) -> CallError:
    from plankit.model.nearest import nearest

    near = nearest(name, known)
    if near:
        message = N_("The old activity plan has no activity “{id}”. Did you mean “{near}”?")
        return CallError(message, language, id=name, near=near)
    return CallError(N_("The old activity plan has no activity “{id}”."), language, id=name)


def _asked(one: Judged, reading: Reading, call: YearCall) -> bool:
    question = translate(
        N_("Nobody has reported on “{title}” ({when}). Does it go on in {year}?"), call.language
    ).format(
        title=one_line(reading.text(one.activity.title)),
        when=one_line(
            one.activity.when.text if one.activity.when else translate(N_("no time stated"), call.language)
        ),
        year=call.year,
    )
    try:
        return click.confirm(question, default=True, err=True)
    except click.Abort as abort:
        click.echo(err=True)
        raise CallError(N_("Nothing was written."), call.language) from abort


def text_of(reading: Reading, made: NewYear, call: YearCall, is_carried: bool) -> str:
    """The text of the new year's file, in the language of the plan."""
    from plankit.source.year_file import year_text

    t = reading.words
    head = [t(N_("Started with “plankit year new {year}”.")).format(year=call.year)]
    if is_carried:
        head.append(
            t(N_("Above each activity stands how it was in the year before. Say when and what it costs now."))
        )
    foot = []
    for heading, measures in (
        (N_("Measures that are due by the end of {year} and have no activity here yet:"), made.due),
        (N_("Other measures that run in {year} and have no activity here yet:"), made.idle),
    ):
        if measures:
            foot.append(t(heading).format(year=call.year))
            for one in measures:
                when = f" ({one.deadline.text})" if one.deadline else ""
                foot.append(f"- {one.id}: {reading.numbered_title(one.id)}{when}")
    return year_text(head, made.plans, ((one.activity, one.remark) for one in made.activities), foot)


def write_year(folder: Path, name: str, text: str, language: str) -> None:
    """Write the file, all of it or nothing. Raises `CallError` where it is there already or cannot be written."""
    from plankit.source.all_or_nothing import ChangedMeanwhile, write_files

    try:
        write_files(folder, {name: text.encode("utf-8")}, {name: None})
    except ChangedMeanwhile as error:
        message = N_("There is a file “{path}” already. Nothing was written.")
        raise CallError(message, language, path=folder / name) from error
    except OSError as error:
        raise unwritable(Path(error.filename or folder / name), error, language) from error


def left_to_do(
    reading: Reading,
    made: NewYear,
    found: Sequence[Judged],
    going_on: Mapping[str, bool],
    language: str,
) -> list[str]:
    """What was carried over, what was not, the questions that are left, and measures without an activity."""

    def titled(ids: Sequence[str]) -> list[str]:
        return [f"  {one}: {one_line(reading.title(one))}" for one in ids]

    carried = [name for name, sure in going_on.items() if sure]
    asked = [name for name, sure in going_on.items() if not sure]
    ended = [one.activity.id for one in found if one.activity.id not in going_on]
    due = [one.id for one in made.due]
    lines = []
    for words, ids in ((_GO_ON, carried), (_ENDED, ended), (_ASKED, asked), (_DUE, due)):
        if ids:
            lines.append(translate_count(*words, len(ids), language))
            lines += titled(ids) if ids is not carried else []
    if made.idle:
        lines.append(translate_count(*_IDLE, len(made.idle), language))
    return lines
