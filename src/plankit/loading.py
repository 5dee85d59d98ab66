"""Load a plan: read its folder, find its guide, run the rules, and say everything at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plankit.findings import Finding, Problem
from plankit.guides import load_guide, pack_names
from plankit.language import N_, Sayable, chosen_language, translate
from plankit.model.guide import Guide
from plankit.model.knowledge import Waiver
from plankit.model.plan import Plan
from plankit.model.seal import Seal
from plankit.rules.base import Hit, Rule, Subject
from plankit.rules.catalogue import BY_CODE, BY_NAME, EVERYDAY
from plankit.rules.waiver_expired import is_in_force
from plankit.source.front_matter import split_front_matter
from plankit.source.lines import Lines
from plankit.source.places import Places
from plankit.source.reader import Read, read_plan, without_garbage_collection
from plankit.source.seals import read_seals, sealed_reports
from plankit.source.site_files import read_site_files
from plankit.views.one_municipality import own_plan


@dataclass(frozen=True, kw_only=True)
class Waived:
    """A finding that the municipality has looked at and accepts for now."""

    finding: Finding
    waiver: Waiver


class Judged(NamedTuple):
    """What the rules say of a plan, and what of it is waived by what."""

    problems: list[Problem]
    waived: list[tuple[Problem, Waiver]]


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """A plan and everything found while reading and checking it.

    `plan` is `None` only where the folder holds no frame of a plan. `guide` is the guide that the plan
    follows, where it is installed.
    """

    plan: Plan | None
    findings: tuple[Finding, ...]
    guide: Guide | None
    read: Read
    waived: tuple[Waived, ...] = ()
    """What would be findings, were they not waived; sorted by place."""
    problems: tuple[Problem, ...] = ()
    """What the findings were made from, in the same order: for those who mend, not for those who read."""
    seals: tuple[Seal, ...] = ()
    """The sealed versions of the plan that are as they were sealed, oldest first."""
    beside: tuple[Problem, ...] = ()
    """What is wrong with the plan's guide or its sealed versions, as it was found."""
    joint: Plan | None = None
    """The joint plan, where `plan` is what one municipality has of it."""
    municipality: str | None = None
    """Id of that municipality."""

    @property
    def whole(self) -> Plan | None:
        """All that the files hold: what versions of the plan are sealed and adopted from."""
        return self.joint or self.plan

    def worst(self) -> int:
        """The severity of the worst finding; 0 where there is none."""
        return max((finding.severity for finding in self.findings), default=0)


def load(
    path: str | Path,
    *,
    language: str | None = None,
    today: date | None = None,
    rules: Sequence[Rule] = EVERYDAY,
    packs: Path | None = None,
    guide: Guide | None = None,
) -> Loaded:
    """Load the plan in the folder `path` and check it.

    Findings are in `language` (`en`, `nb`, `nn`, `sv`; else what `PLANKIT_LANGUAGE` says, else English)
    and sorted by place. What depends on the day is judged on `today`. `packs` is a folder of guide packs
    to use instead of those that come with plankit; `guide` is one to check against instead of the one that the
    plan names.

    Raises `NotADirectoryError` if `path` is no folder; nothing that the files hold raises.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    with without_garbage_collection():
        read = read_plan(folder)
        found, problems = (guide, []) if guide is not None else _guide(read, packs)
        seals = read_seals(folder)
        problems += seals.problems
        read = replace(read, sealed=sealed_reports(folder, read.plan, seals.sound))
        checked = _checked(read, found, problems, rules, today=today or date.today(), language=language)
        return replace(checked, seals=seals.sound, beside=tuple(problems))


def _checked(
    read: Read,
    guide: Guide | None,
    problems: Sequence[Problem],
    rules: Sequence[Rule],
    *,
    today: date,
    language: str | None,
) -> Loaded:
    problems = [*read.problems, *problems]
    waived: list[tuple[Problem, Waiver]] = []
    if read.plan is not None:
        subject = Subject(
            plan=read.plan,
            guide=guide,
            today=today,
            complete=read.complete,
            lost_ids=read.lost_ids,
            site_files=read.site_files,
            sealed=read.sealed,
            lessons=read.lessons,
        )
        judged = run_rules(subject, rules, read)
        problems += judged.problems
        waived = judged.waived
    words = chosen_language(language)
    decided = _decided(guide)
    told = [(finding_of(problem, read.places, words, decided), problem) for problem in problems]
    told.sort(key=lambda one: one[0].sort_key())
    accepted = sorted(
        (
            Waived(finding=finding_of(problem, read.places, words, decided), waiver=waiver)
            for problem, waiver in waived
        ),
        key=lambda one: one.finding.sort_key(),
    )
    return Loaded(
        plan=read.plan,
        findings=tuple(finding for finding, _ in told),
        problems=tuple(problem for _, problem in told),
        guide=guide,
        read=read,
        waived=tuple(accepted),
    )


def judged_as(loaded: Loaded, plan: Plan, *, today: date, language: str | None = None) -> Loaded:
    """What was loaded, with `plan` in place of its own: one put together from it, whose files are the same."""
    read = replace(loaded.read, plan=plan, sealed=None)
    return replace(
        _checked(read, loaded.guide, (), EVERYDAY, today=today, language=language), seals=loaded.seals
    )


def seen_by(
    loaded: Loaded,
    folder: str | Path,
    participant: str,
    *,
    today: date,
    language: str | None = None,
    rules: Sequence[Rule] = EVERYDAY,
) -> Loaded:
    """What was loaded from `folder`, as that participant has it: its own plan, and what is found in that.

    Raises `LookupError` where the plan has no such participant.
    """
    joint = loaded.whole
    if joint is None:
        raise LookupError(participant)
    own = own_plan(joint, participant)
    origins = {**loaded.read.origins, **{new: loaded.read.origin(old) for new, old in own.made_from.items()}}
    files = read_site_files(Path(folder), own.plan.plan.site)
    read = replace(loaded.read, plan=own.plan, origins=origins, site_files=files, sealed=None)
    checked = _checked(read, loaded.guide, loaded.beside, rules, today=today, language=language)
    return replace(checked, seals=loaded.seals, beside=loaded.beside, joint=joint, municipality=participant)


def _guide(read: Read, packs: Path | None) -> tuple[Guide | None, list[Problem]]:
    asked = read.plan.plan.guide if read.plan else None
    if read.plan is None or asked is None:
        return None, []
    guide, _ = load_guide(asked.id, packs, teaching=bool(read.lessons))
    if guide is not None and guide.guide.edition == asked.edition:
        return guide, []
    file, path = read.origin(read.plan.plan)
    loaded = [load_guide(name, packs)[0] for name in pack_names(packs)]
    known = ", ".join(f"{one.guide.id} {one.guide.edition}" for one in loaded if one)
    values: dict[str, object] = {"id": asked.id, "edition": asked.edition, "known": known}
    return None, [Problem(code="PK033", file=file, path=(*path, "guide"), values=values)]


def run_rules(subject: Subject, rules: Sequence[Rule], read: Read) -> Judged:
    """What `rules` find in `subject`, less what is waived, and what is wrong with the waivers."""
    problems = [problem for rule in rules if rule.code != "PK030" for problem in _run(rule, subject, read)]
    kept, waived = _waive(problems, subject)
    used = [waiver for _, waiver in waived]
    problems = kept + _bad_waivers(subject.plan, read)
    in_force = [waiver for waiver in subject.plan.waivers if is_in_force(waiver, subject.today)]
    asked = {name for rule in rules for name in (rule.code, rule.name)}
    unused = tuple(
        waiver
        for waiver in in_force
        if waiver not in used and _can_waive(waiver) and (waiver.code in asked or not _is_on_request(waiver))
    )
    if "PK030" in asked:
        problems += _run(BY_CODE["PK030"], replace(subject, unused_waivers=unused), read)
    return Judged(problems, waived)


def _run(rule: Rule, subject: Subject, read: Read) -> list[Problem]:
    if rule.check is None:
        return []
    try:
        return [_problem(rule, hit, read) for hit in rule.check(subject)]
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # A rule that crashes must not take the other findings with it; the crash is a finding of its own.
        return [
            Problem(code="PK000", values={"rule": rule.code, "error": f"{type(error).__name__}: {error}"})
        ]


def _problem(rule: Rule, hit: Hit, read: Read) -> Problem:
    file, path = read.origin(hit.at) if hit.at is not None else ("plan.yaml", ())
    subject = getattr(hit.at, "id", None)
    line, column = (None, None) if hit.offset is None else _place_in_page(read.texts[file], hit.offset)
    return Problem(
        code=rule.code,
        values=hit.values,
        file=file,
        path=(*path, *hit.path),
        at_key=hit.at_key,
        line=line,
        column=column,
        subject=subject,
        suggestion=hit.suggestion,
    )


def _place_in_page(text: str, offset: int) -> tuple[int, int]:
    """Line and column in a Markdown file of a place in its prose, which starts after the head."""
    _, body, first_line = split_front_matter(text)
    line, column = Lines(body).place(offset)
    return line + first_line - 1, column


def _can_waive(waiver: Waiver) -> bool:
    rule = BY_CODE.get(waiver.code) or BY_NAME.get(waiver.code)
    return rule is not None and not rule.code.startswith("PK0")


def _is_on_request(waiver: Waiver) -> bool:
    rule = BY_CODE.get(waiver.code) or BY_NAME.get(waiver.code)
    return rule is not None and rule.on_request


def _waive(
    problems: Iterable[Problem], subject: Subject
) -> tuple[list[Problem], list[tuple[Problem, Waiver]]]:
    waivers = [one for one in subject.plan.waivers if _can_waive(one) and is_in_force(one, subject.today)]
    kept: list[Problem] = []
    waived: list[tuple[Problem, Waiver]] = []
    for problem in problems:
        name = BY_CODE[problem.code].name
        match = next(
            (w for w in waivers if w.code in (problem.code, name) and w.item == problem.subject), None
        )
        if match is None:
            kept.append(problem)
        else:
            waived.append((problem, match))
    return kept, waived


def _bad_waivers(plan: Plan, read: Read) -> list[Problem]:
    bad = []
    for waiver in plan.waivers:
        if not _can_waive(waiver):
            file, path = read.origin(waiver)
            bad.append(Problem(code="PK032", file=file, path=(*path, "code"), values={"value": waiver.code}))
    return bad


_OWN_WORDS = ("kind", "wanted", "reason", "standing")
"""Values that are words of plankit's own and are translated; every other one is the plan's and stays as it is."""
_NEVER = N_("never")


def _value(key: str, value: object, language: str) -> str:
    if not isinstance(value, str) and isinstance(value, Sayable):
        return value.in_words(language)
    text = str(value)
    return translate(text, language) if key in _OWN_WORDS or (key, text) == ("date", _NEVER) else text


def _decided(guide: Guide | None) -> dict[str, str]:
    """For each rule's code, the first requirement of the guide that the rule decides."""
    decided: dict[str, str] = {}
    for requirement in guide.requirements if guide else ():
        for code in requirement.rules:
            decided.setdefault(code, requirement.id)
    return decided


def finding_of(problem: Problem, places: Places, language: str, decided: Mapping[str, str]) -> Finding:
    """The problem in words, with its place in the files and the requirement that its rule decides."""
    rule = BY_CODE[problem.code]
    values = {key: _value(key, value, language) for key, value in problem.values.items()}
    if problem.other:
        values["other"] = str(places.find(*problem.other))
    if problem.suggestion:
        hint = translate("Did you mean “{suggestion}”?", language).format(suggestion=problem.suggestion)
    else:
        hint = translate(rule.hint or "", language).format_map(values)
    if problem.line is not None:
        place = replace(places.find(problem.file, ()), line=problem.line, column=problem.column or 1)
    else:
        place = places.find(problem.file, problem.path, at_key=problem.at_key)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=translate(rule.message, language).format_map(values),
        place=place,
        subject=problem.subject,
        hint=hint or None,
        requirement=decided.get(rule.code),
    )
