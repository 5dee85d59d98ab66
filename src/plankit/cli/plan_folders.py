"""Plan folders that a command makes of others: all of their files, or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plankit.cli.folders import Checked, load_checked, require_folder
from plankit.cli.options import CallError
from plankit.findings import Finding, Severity
from plankit.language import N_


class Copied(NamedTuple):
    """A file to copy, and its path in the new folder."""

    source: Path
    to: str


def sound_plan(path: str, language: str) -> Checked | None:
    """The plan in the folder `path`; `None` where it cannot be read as it is meant, which is printed.

    Raises `CallError` where there is no folder or no plan.
    """
    from plankit.cli.report import print_findings

    require_folder(path, language)
    checked = load_checked(path, language=language)
    if checked.loaded.plan is not None and not any(_is_about_reading(one) for one in checked.loaded.findings):
        return checked
    print_findings([checked.source], "text", language)
    return None


def _is_about_reading(finding: Finding) -> bool:
    """Whether a file could not be read as it is meant, or an id leads nowhere or to two entries."""
    return finding.code.startswith("PK0") and finding.severity >= Severity.ERROR


def other_files(folder: Path) -> dict[str, str]:
    """The checksum of each file of the plan that is neither data nor prose, by its path."""
    from plankit.source.folder import PAGE_ENDING, YAML_ENDINGS
    from plankit.source.seals import file_sums, source_files

    names = source_files(folder)
    return file_sums(folder, tuple(one for one in names if not one.endswith((*YAML_ENDINGS, PAGE_ENDING))))


def check_free(path: Path, language: str) -> None:
    """Raise `CallError` if there is something at `path` that a new folder would have to go into."""
    from plankit.starting import StartError
    from plankit.starting import check_free as check

    try:
        check(path)
    except StartError as error:
        raise CallError(error.message, language, **error.values) from error


def write_folder(path: Path, texts: Mapping[str, str], copies: Iterable[Copied], language: str) -> None:
    """Put all of it into `path`, or nothing. Raises `CallError` where it cannot be written."""
    from plankit.starting import written_at_once

    try:
        with written_at_once(path) as staging:
            for name, text in texts.items():
                place = staging / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(text.encode("utf-8"))
            for source, to in dict.fromkeys(copies):
                place = staging / to
                place.parent.mkdir(parents=True, exist_ok=True)
                if not place.exists():
                    shutil.copyfile(source, place)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be written: {reason}"), language, path=path, reason=reason
        ) from error
