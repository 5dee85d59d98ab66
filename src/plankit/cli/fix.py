"""`plankit check --fix`: mends what is safe to mend, and shows what it changes."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plankit.cli.options import CallError, Option
from plankit.cli.report import one_line
from plankit.language import N_, N_count, translate, translate_count
from plankit.reports.identity import shown_name

if TYPE_CHECKING:
    from plankit.fixing.mending import Mended, Offer

F = TypeVar("F", bound=Callable[..., Any])

_WRITTEN = N_count("Mended {count} finding.", "Mended {count} findings.")
_NOT_WRITTEN = N_count(
    "{count} finding would be mended; nothing was written.",
    "{count} findings would be mended; nothing was written.",
)
_REFUSED = N_count(
    "{count} more can be mended after a yes: run in a terminal, or with “--yes”.",
    "{count} more can be mended after a yes: run in a terminal, or with “--yes”.",
)
_HARMFUL = N_(
    "Not mended, because the plan would have another error or the place cannot be changed alone: {what}"
)
_NOTHING = N_("Nothing that can be mended was found in “{path}”.")


def fix_options(function: F) -> F:
    """`--fix`, `--yes` and `--dry-run`."""
    for option in (
        click.option(
            "--dry-run",
            cls=Option,
            is_flag=True,
            help=N_("With --fix: show what would change and write nothing."),
        ),
        click.option(
            "--yes",
            cls=Option,
            is_flag=True,
            help=N_("With --fix: take what would be asked about, and do not ask."),
        ),
        click.option(
            "--fix",
            cls=Option,
            is_flag=True,
            help=N_("Mend first what is safe to mend, and show what changes in the files."),
        ),
    ):
        function = option(function)
    return function


def mend_first(
    paths: Sequence[str],
    language: str,
    *,
    fix: bool,
    yes: bool,
    dry_run: bool,
    today: date | None,
    to_stderr: bool,
) -> None:
    """Mend the plans if that was asked for. What changes is shown before it is written."""
    if not fix:
        if yes or dry_run:
            raise CallError(N_("“--yes” and “--dry-run” belong to “--fix”."), language)
        return
    asked = sys.stdin.isatty() and sys.stdout.isatty() and not yes
    for path in paths:
        found = _mended(path, language, yes=yes, asked=asked, today=today or date.today())
        for line in _diff(path, found):
            click.echo(line, err=to_stderr)
        if found.after and not dry_run and (not asked or _is_confirmed(language)):
            _write(path, found, language)
            click.echo(translate_count(*_WRITTEN, len(found.taken), language), err=True)
        elif found.after:
            click.echo(translate_count(*_NOT_WRITTEN, len(found.taken), language), err=True)
        else:
            click.echo(translate(_NOTHING, language).format(path=path), err=True)
        _tell_the_rest(path, found, language, asked=asked)


def _mended(path: str, language: str, *, yes: bool, asked: bool, today: date) -> Mended:
    from plankit.fixing.mending import mended
    from plankit.source.all_or_nothing import finish

    def accept(offer: Offer) -> bool:
        return yes or (asked and click.confirm(_question(path, offer, language)))

    try:
        finish(Path(path))
        return mended(Path(path), accept=accept, today=today, language=language)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=path, reason=reason
        ) from error


def _question(path: str, offer: Offer, language: str) -> str:
    swap = translate(N_("Write “{new}” in place of “{old}”?"), language)
    return f"{_told(path, offer)}\n{one_line(swap.format(old=offer.mend.old, new=offer.mend.new))}"


def _told(path: str, offer: Offer) -> str:
    found = offer.finding
    return one_line(f"{shown_name(path, found.place.file)}:{found.place.line}: {found.code} {found.message}")


def _is_confirmed(language: str) -> bool:
    return click.confirm(translate(N_("Write these changes?"), language))


def _diff(path: str, found: Mended) -> Iterator[str]:
    """What changes, as programs that compare files show it."""
    for name, after in found.after.items():
        shown = shown_name(path, name)
        old, new = (data.decode("utf-8").splitlines() for data in (found.before[name], after))
        for line in unified_diff(old, new, fromfile=shown, tofile=shown, lineterm=""):
            yield _printable(line)


def _printable(line: str) -> str:
    """A line of a file without signs that steer a terminal; its blanks are kept."""
    return "".join(
        "\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\t" else sign for sign in line
    )


def _write(path: str, found: Mended, language: str) -> None:
    from plankit.source.all_or_nothing import ChangedMeanwhile, clean, write_files

    try:
        clean(Path(path))
        write_files(Path(path), found.after, found.before)
    except ChangedMeanwhile as error:
        message = N_("“{file}” was changed while the changes were worked out. Nothing was written.")
        raise CallError(message, language, file=error) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be written: {reason}"), language, path=path, reason=reason
        ) from error


def _tell_the_rest(path: str, found: Mended, language: str, *, asked: bool) -> None:
    """Say what was not mended, and why."""
    if found.refused and not asked:
        click.echo(translate_count(*_REFUSED, len(found.refused), language), err=True)
        for offer in found.refused:
            swap = f"“{offer.mend.old}” → “{offer.mend.new}”"
            click.echo(f"  {_told(path, offer)} ({one_line(swap)})", err=True)
    for offer in found.harmful:
        click.echo(translate(_HARMFUL, language).format(what=_told(path, offer)), err=True)
