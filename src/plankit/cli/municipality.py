"""`--municipality`: of a shared plan, what one municipality has of it; or each of them in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from plankit.cli.options import CallError
from plankit.findings import Finding
from plankit.language import N_, translate
from plankit.model.base import Text, Translated

if TYPE_CHECKING:
    from plankit.loading import Loaded
    from plankit.model.frame import Participation
    from plankit.model.plan import Plan
    from plankit.rules.base import Rule

EACH = "each"
"""Instead of a municipality: check the own plan of each."""


def participant_named(plan: Plan, wanted: str, language: str) -> str:
    """Id of the participant with that id, name or number. Raises `CallError` that lists them where there is none."""
    for one in plan.participants:
        if wanted in (one.id, one.number) or wanted.casefold() in _names(one.name):
            return one.id
    if not plan.participants:
        raise CallError(N_("The plan does not say which municipalities it is of."), language)
    known = ", ".join(f"{one.id} ({one.name})" for one in plan.participants)
    message = N_("The plan has no municipality “{name}”. It has: {known}")
    raise CallError(message, language, name=wanted, known=known)


def _names(name: Text) -> set[str]:
    texts = [text for _, text in name.values] if isinstance(name, Translated) else [name]
    return {text.casefold() for text in texts}


def own(
    loaded: Loaded,
    folder: str,
    wanted: str | None,
    *,
    language: str,
    today: date | None,
    rules: Sequence[Rule],
) -> Loaded:
    """What was loaded from `folder`, as the municipality `wanted` has it; without one, as it is.

    Raises `CallError` where the plan has no such municipality.
    """
    if wanted is None or loaded.plan is None:
        return loaded
    from plankit.loading import seen_by

    name = participant_named(loaded.plan, wanted, language)
    return seen_by(loaded, folder, name, today=today or date.today(), language=language, rules=rules)


def with_each(
    loaded: Loaded, folder: str, *, language: str, today: date | None, rules: Sequence[Rule]
) -> Loaded:
    """What was loaded, with what is found only in the own plan of some municipalities added, and whose it is."""
    if loaded.plan is None:
        return loaded
    from plankit.loading import seen_by
    from plankit.model.vocabulary import Vocabulary
    from plankit.views.participation import gone

    day = today or date.today()
    away = gone(loaded.plan, Vocabulary(loaded.plan, loaded.guide), day)
    known = {_mark(one) for one in loaded.findings}
    whose: dict[tuple[str, ...], list[Participation]] = {}
    found: dict[tuple[str, ...], Finding] = {}
    for one in loaded.plan.participants:
        if one.id in away:
            continue
        view = seen_by(loaded, folder, one.id, today=day, language=language, rules=rules)
        for finding in view.findings:
            mark = _mark(finding)
            if mark not in known:
                found.setdefault(mark, finding)
                whose.setdefault(mark, []).append(one)
    findings = (*loaded.findings, *_told(found, whose, language))
    return replace(loaded, findings=tuple(sorted(findings, key=Finding.sort_key)))


def _mark(finding: Finding) -> tuple[str, ...]:
    """By what a finding in one municipality's plan is known as one of the joint plan."""
    return (finding.code, finding.subject or "", finding.place.file, finding.message)


def _told(
    found: dict[tuple[str, ...], Finding], whose: dict[tuple[str, ...], list[Participation]], language: str
) -> Iterator[Finding]:
    words = translate(N_("Only in the own plan of {names}: {message}"), language)
    for mark, finding in found.items():
        names = ", ".join(dict.fromkeys(str(one.name) for one in whose[mark]))
        yield replace(finding, message=words.format(names=names, message=finding.message))
