"""Check a guide pack: read its files, run the rules about guides, and say everything at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plankit.findings import Finding, Problem
from plankit.language import chosen_language
from plankit.loading import finding_of
from plankit.model.guide import Guide
from plankit.rules.base import GuideSubject, Rule
from plankit.rules.catalogue import RULES
from plankit.source.guide_reader import ReadGuide, read_guide


@dataclass(frozen=True, kw_only=True)
class CheckedGuide:
    """A guide and everything found while reading and checking it; `guide` is `None` where there is no frame."""

    guide: Guide | None
    findings: tuple[Finding, ...]

    def worst(self) -> int:
        """The severity of the worst finding; 0 where there is none."""
        return max((finding.severity for finding in self.findings), default=0)


def check_guide(
    folder: Path, *, language: str | None = None, today: date | None = None, rules: Sequence[Rule] = RULES
) -> CheckedGuide:
    """Read and check the guide in `folder`. Findings are sorted by place and in `language`.

    Raises `NotADirectoryError` if `folder` is none; nothing that the files hold raises.
    """
    if not folder.is_dir():
        raise NotADirectoryError(str(folder))
    read = read_guide(folder)
    problems = list(read.problems)
    if read.guide is None:
        problems.append(Problem(code="PK015", file="guide.yaml", values={"key": "guide"}))
    else:
        subject = GuideSubject(
            guide=read.guide, codes=frozenset(rule.code for rule in RULES), today=today or date.today()
        )
        problems += [problem for rule in rules for problem in _problems(rule, subject, read)]
    words = chosen_language(language)
    found = sorted((finding_of(one, read.places, words, {}) for one in problems), key=Finding.sort_key)
    return CheckedGuide(guide=read.guide, findings=tuple(found))


def _problems(rule: Rule, subject: GuideSubject, read: ReadGuide) -> list[Problem]:
    problems = []
    for hit in rule.guide_check(subject) if rule.guide_check else ():
        file, path = read.origin(hit.at) if hit.at is not None else ("guide.yaml", ())
        problems.append(
            Problem(
                code=rule.code,
                values=hit.values,
                file=file,
                path=(*path, *hit.path),
                subject=getattr(hit.at, "id", None),
                suggestion=hit.suggestion,
            )
        )
    return problems
