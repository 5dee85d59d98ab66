"""By what a finding is known again when the plan around it has changed."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plankit.findings import Finding

if TYPE_CHECKING:
    from plankit.loading import Loaded


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A plan folder as it was named, and what loading it gave."""

    path: str
    loaded: Loaded

    @property
    def name(self) -> str:
        """What the plan is called in fingerprints: its id, which stays when the folder moves; else the folder's name."""
        plan = self.loaded.plan
        return plan.plan.id if plan else Path(self.path).resolve().name


def shown_name(path: str, file: str) -> str:
    """The name of `file` of the plan at `path`, seen from the current directory where it lies under that."""
    name = os.path.normpath(Path(path, file))
    if Path(name).is_absolute() and Path(name).is_relative_to(Path.cwd()):
        name = str(Path(name).relative_to(Path.cwd()))
    return name.replace(os.sep, "/")


def fingerprints(plan: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """One fingerprint for each finding of the plan called `plan`, in order.

    It is made of the rule and the entry that the finding is about, so that it stays the same when lines move,
    files are split and words are translated. Where there is no entry, it is made of file and rule. Of several that
    would be alike, the second and later ones are numbered.
    """
    seen: Counter[str] = Counter()
    made = []
    for one in findings:
        about = one.subject or one.place.file
        words = "\0".join((plan, one.code, about))
        seen[words] += 1
        made.append(hashlib.sha256(f"{words}\0{seen[words]}".encode()).hexdigest()[:32])
    return tuple(made)
