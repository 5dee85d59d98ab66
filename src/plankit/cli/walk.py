"""`plankit walk`: a made-up case goes through a plan's procedures, hour by hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.options import CallError, Command, date_option, language_option
from plankit.cli.report import one_line
from plankit.cli.walking import format_option, print_json, ready_plan
from plankit.language import N_, N_count, chosen_language, translate_count

if TYPE_CHECKING:
    from plankit.walks.cases import CaseError
    from plankit.walks.prepared import Prepared
    from plankit.walks.result import Walk, WalkCase
    from plankit.walks.words import Names

_WRONG = {
    "no-moment": N_(
        "“{value}” is not understood as the time of a case. Write 2027-03-05T16:30, “fri 16:30” or “holiday 12:00”."
    ),
    "unknown-key": N_("“{value}” is no part of a case. A case is written with: {known}"),
    "missing-key": N_("The case does not tell “{key}”."),
    "unknown-word": N_("“{value}” is not known as “{key}”. Known are: {known}"),
    "twice": N_("The case tells “{key}” twice."),
}
_FILES = (".yaml", ".yml")
_COUNTS = N_count("{count} case walked", "{count} cases walked")


@click.command(
    cls=Command,
    help=N_(
        "Walk a made-up case through a plan's procedures. PLAN is a folder; CASE is the id of a case of the plan or its "
        "guide, a case on one line (exposed=… door=… severity=… at=…), or a file with one case. Without CASE: every "
        "case of the guide and the plan. The exit code is 1 if a gap is met."
    ),
    epilog=N_("Example: plankit walk my-plan friday-afternoon"),
)
@click.argument("plan", metavar="PLAN")
@click.argument("case", metavar="[CASE]", required=False)
@format_option()
@date_option()
@language_option()
def walk(plan: str, case: str | None, style: str, today: date | None, language: str | None) -> None:
    """Print what happens in a case, and every gap that it meets."""
    from plankit.walks.cases import CaseError
    from plankit.walks.walking import walk_prepared
    from plankit.walks.words import Names

    words = chosen_language(language)
    ready = ready_plan(plan, words, today)
    names = Names(ready, words)
    try:
        cases = _all(ready) if case is None else (_one(ready, case, words),)
    except CaseError as error:
        raise _refused(error, words) from error
    walks = [walk_prepared(ready, one) for one in cases]
    if style == "json":
        print_json(_document(names, walks, single=case is not None))
    else:
        for line in _told(names, walks[0]) if case is not None else _listed(names, walks):
            click.echo(line)
    if any(one.gaps for one in walks):
        click.get_current_context().exit(1)


def _refused(error: CaseError, language: str) -> CallError:
    return CallError(_WRONG[error.reason], language, **error.values)


def _all(ready: Prepared) -> tuple[WalkCase, ...]:
    from plankit.walks.cases import all_cases, walk_case

    return tuple(walk_case(ready, one) for one in all_cases(ready))


def _one(ready: Prepared, wanted: str, language: str) -> WalkCase:
    """The case that is meant: a line, a file, or an id. Raises `CaseError` or `CallError`."""
    from plankit.model.nearest import nearest
    from plankit.walks.cases import all_cases, read_case_text, walk_case

    if "=" in wanted:
        return read_case_text(ready, wanted)
    if wanted.endswith(_FILES):
        return _of_file(ready, Path(wanted), language)
    by_id = {str(getattr(one, "id", "")): one for one in all_cases(ready)}
    if wanted in by_id:
        return walk_case(ready, by_id[wanted])
    near = nearest(wanted, list(by_id))
    if near:
        raise CallError(
            N_("There is no case “{case}”. Did you mean “{near}”?"), language, case=wanted, near=near
        )
    raise CallError(N_("Neither the plan nor its guide has a case “{case}”."), language, case=wanted)


def _of_file(ready: Prepared, path: Path, language: str) -> WalkCase:
    from plankit.model.case import Case
    from plankit.source.shape import shape
    from plankit.source.yaml_events import read_yaml
    from plankit.walks.cases import walk_case

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=path, reason=reason
        ) from error
    raw, problems, _ = read_yaml(text, path.name)
    if isinstance(raw, dict) and isinstance(raw.get("cases"), list) and len(raw["cases"]) == 1:
        raw = raw["cases"][0]
    if isinstance(raw, dict) and not problems:
        raw = {"id": "case", "title": path.stem, **raw}
        case, problems = shape(Case, raw, path.name, ())
        if case is not None and not problems:
            return walk_case(ready, case)
    keys = "exposed, door, severity, at"
    raise CallError(
        N_("“{path}” does not hold one case. A case has at least: {keys}"), language, path=path, keys=keys
    )


def _document(names: Names, walks: list[Walk], *, single: bool) -> dict[str, Any]:
    """One walk as a document of its own, several as a list under `walks`.

    The keys of a walk are those of `plankit.walks.documents.walk_document`.
    """
    from plankit.walks.documents import walk_document

    told = [walk_document(names, one) for one in walks]
    return told[0] if single else {"walks": told}


def _listed(names: Names, walks: list[Walk]) -> Iterator[str]:
    """A line a case: whether it is answered, its id and title, and the first gap."""
    from plankit.walks.words import gap_words

    answered, not_answered = names.t(N_("answered")), names.t(N_("gap"))
    width = max(len(answered), len(not_answered))
    ids = max((len(one.case.id or "") for one in walks), default=0)
    for one in walks:
        mark = not_answered if one.gaps else answered
        first = f": {gap_words(names, one.gaps[0])}" if one.gaps else ""
        title = one_line(f"{names.text(one.case.title)}{first}")
        yield f"{mark:<{width}}  {one.case.id or '':<{ids}}  {title}"
    yield _count_line(names, walks)


def _count_line(names: Names, walks: list[Walk]) -> str:
    walked = translate_count(*_COUNTS, len(walks), names.language)
    return names.t(
        N_("{walked}: {safe} reach safety, {gaps} meet gaps."),
        walked=walked,
        safe=sum(one.reaches_safety for one in walks),
        gaps=sum(bool(one.gaps) for one in walks),
    )


def _told(names: Names, walk: Walk) -> Iterator[str]:
    """The whole way of one case, its gaps, and how it ends."""
    from plankit.walks.cases import case_text
    from plankit.walks.words import KIND_WORDS, case_words, clock, gap_words

    if walk.case.title is not None:
        yield one_line(names.text(walk.case.title))
    yield one_line(case_words(names, walk.case))
    yield case_text(walk.case)
    yield ""
    yield from _events(names, walk)
    yield ""
    safe = clock(names, walk.safe_at) if walk.safe_at else names.t(N_("never"))
    yield names.t(N_("Safe: {time}"), time=safe)
    owner = names.agency(walk.owner) if walk.owner else names.t(N_("nobody"))
    yield names.t(N_("Has the case at the end: {agency}"), agency=one_line(owner))
    if walk.held:
        yield names.t(N_("Expectations held: {held} of {all}"), held=sum(walk.held), all=len(walk.held))
    if not walk.gaps:
        yield names.t(N_("No gaps."))
        return
    yield names.t(N_("Gaps:"))
    for gap in walk.gaps:
        place = f" ({gap.place})" if gap.place else ""
        yield f"  {names.t(KIND_WORDS[gap.kind])} – {one_line(gap_words(names, gap))}{place}"


def _events(names: Names, walk: Walk) -> Iterator[str]:
    from plankit.walks.words import ASSUMPTION_WORDS, clock, event_words

    for event in walk.events:
        at = clock(names, event.at)
        yield f"{at}  {one_line(event_words(names, event))} ({event.procedure}.{event.step})"
        indent = " " * (len(at) + 2)
        if event.ground:
            yield indent + names.t(N_("Ground: {ground}"), ground=one_line("; ".join(event.ground)))
        if event.handed_to is not None:
            yield indent + names.t(N_("Handed to: {agency}"), agency=one_line(names.agency(event.handed_to)))
        for assumption in event.assumptions:
            yield indent + names.t(ASSUMPTION_WORDS[assumption])
