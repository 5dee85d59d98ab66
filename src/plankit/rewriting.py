"""Changes of a plan's files, gathered and then written all at once: the way back for whatever was edited elsewhere."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plankit.findings import Finding, Severity
from plankit.inputs import InputRefused, Written
from plankit.language import N_
from plankit.loading import Loaded, load
from plankit.source.all_or_nothing import ChangedMeanwhile, clean, write_files
from plankit.source.edit import Addition, Append, Change, apply
from plankit.source.text_file import BOM

_CHANGED = N_("“{file}” was changed while the changes were worked out. Nothing was written.")


class Rewriting:
    """The files of the plan in `folder` with changes made, not yet written. What is told is told in `language`."""

    def __init__(self, folder: Path, loaded: Loaded, language: str) -> None:
        self._folder = folder
        self._loaded = loaded
        self._language = language
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, str] = {}

    def change(self, change: Change | Addition | Append) -> None:
        """Make one more change. Raises `CannotEdit`."""
        if change.file not in self._before:
            path = self._folder / change.file
            self._before[change.file] = path.read_bytes() if path.exists() else None
        data = self._before[change.file] or b""
        text = self._after.get(change.file)
        if text is None:
            text = data.removeprefix(BOM).decode("utf-8")
        self._after[change.file] = apply(text, change)

    def _bytes(self) -> dict[str, bytes]:
        made = {}
        for name, text in self._after.items():
            mark = BOM if (self._before[name] or b"").startswith(BOM) else b""
            made[name] = mark + text.encode("utf-8")
        return {name: data for name, data in made.items() if data != self._before[name]}

    def write(self) -> Written:
        """Write every file or none; none where the plan would have an error that it has not now."""
        files = self._bytes()
        if not files:
            return Written()
        errors = self._new_errors(files)
        if errors:
            return Written(errors=errors)
        try:
            clean(self._folder)
            write_files(self._folder, files, {name: self._before[name] for name in files})
        except ChangedMeanwhile as error:
            raise InputRefused(_CHANGED, str(error)) from error
        return Written(files=tuple(sorted(files)))

    def _new_errors(self, files: dict[str, bytes]) -> tuple[Finding, ...]:
        """The errors that the plan would have and has not now, found in a copy of it."""
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name) / "plan"
            shutil.copytree(
                self._folder,
                copy,
                ignore=shutil.ignore_patterns(".*", "_*"),
                ignore_dangling_symlinks=True,
            )
            for file, data in files.items():
                (copy / file).parent.mkdir(parents=True, exist_ok=True)
                (copy / file).write_bytes(data)
            after = load(copy, language=self._language, guide=self._loaded.guide).findings
        known = Counter(_what(one) for one in _errors(self._loaded.findings))
        new = []
        for one in _errors(after):
            known[_what(one)] -= 1
            if known[_what(one)] < 0:
                new.append(one)
        return tuple(new)


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


def _what(finding: Finding) -> tuple[str, str | None, str]:
    return finding.code, finding.subject, finding.message
