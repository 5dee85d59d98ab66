"""What the commands share: help in the user's language, common options, and errors of the call."""

from __future__ import annotations

import copy
import gc
import sys
from collections.abc import Callable
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from plankit.language import LANGUAGES, N_, chosen_language, translate

F = TypeVar("F", bound=Callable[..., Any])

SEVERITIES = ("error", "warning", "advice")
NEVER = "never"


class CallError(click.ClickException):
    """The command cannot do what it was asked for: one line on stderr, exit code 2."""

    exit_code = 2

    def __init__(self, message: str, language: str, **values: object) -> None:
        super().__init__(translate(message, language).format(**values))

    def show(self, file: Any = None) -> None:
        """Print the message."""
        click.echo(f"plankit: {self.message}", file=file, err=file is None)


def _language_of(ctx: click.Context) -> str:
    return chosen_language(ctx.params.get("language"))


class Option(click.Option):
    """An option whose help is in the user's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its line of the help."""
        words = copy.copy(self)
        words.help = translate(self.help or "", _language_of(ctx))
        return click.Option.get_help_record(words, ctx)


class Command(click.Command):
    """A command whose help is in the user's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        words = _translated(self, _language_of(ctx))
        click.Command.format_help(words, ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line that stands for it in the list of commands."""
        return click.Command.get_short_help_str(_translated(self, chosen_language()), limit)


class Group(click.Group):
    """The command itself."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        click.Group.format_help(_translated(self, chosen_language()), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line that stands for it in the list of commands."""
        return click.Group.get_short_help_str(_translated(self, chosen_language()), limit)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run. Nothing that a file holds can be impossible to print."""
        # A run makes many lasting objects and then ends: looking for rubbish every 700 of them costs a tenth of it.
        gc.set_threshold(100_000, 20, 20)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)


C = TypeVar("C", bound=click.Command)


def _translated(command: C, language: str) -> C:
    words = copy.copy(command)
    words.help = translate(command.help or "", language)
    words.epilog = (
        f"\b\n{translate(command.epilog, language)}" if command.epilog else None
    )  # \b: never rewrapped
    return words


def language_option(
    text: str = N_("Language of what is printed. Without it: PLANKIT_LANGUAGE, else English."),
) -> Callable[[F], F]:
    """`--language`. It is read before the others so that their help is in it."""
    return click.option(
        "--language", cls=Option, type=click.Choice(LANGUAGES), default=None, is_eager=True, help=text
    )


def _day(_ctx: click.Context, _option: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def template_option() -> Callable[[F], F]:
    """`--template` of what writes Word files."""
    return click.option(
        "--template",
        cls=Option,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=N_("The municipality's own Word template (.docx)."),
    )


def output_option(
    text: str, *, metavar: str = "OUT", required: bool = True, as_path: bool = False
) -> Callable[[F], F]:
    """`-o` or `--output`, the file or folder that is written; the command gets it as `out`."""
    return click.option(
        "-o",
        "--output",
        "out",
        cls=Option,
        required=required,
        type=click.Path(path_type=Path) if as_path else None,
        metavar=metavar,
        help=text,
    )


def date_option() -> Callable[[F], F]:
    """`--date`, the day that the plan is judged on."""
    return click.option(
        "--date",
        "today",
        cls=Option,
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_day,
        metavar="YYYY-MM-DD",
        help=N_("Judge deadlines as on this day. Without it: today."),
    )


def municipality_option(
    text: str = N_(
        "Of a shared plan, only what one municipality has of it: its id, name or number. Without it: all of the plan."
    ),
) -> Callable[[F], F]:
    """`--municipality`, whose own plan of a shared one is looked at."""
    return click.option("--municipality", cls=Option, metavar="NAME", default=None, help=text)


def fail_on_option() -> Callable[[F], F]:
    """`--fail-on`, the least severity that makes the exit code 1."""
    return click.option(
        "--fail-on",
        cls=Option,
        type=click.Choice([*SEVERITIES, NEVER]),
        default="warning",
        show_default=True,
        help=N_("End with exit code 1 if there is a finding that is this bad or worse."),
    )
