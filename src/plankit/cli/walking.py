"""What `walk` and `stress` share: a plan made ready for walks, or a line that says why that cannot be."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plankit.cli.folders import require_folder
from plankit.cli.options import CallError, Option
from plankit.language import N_, translate

if TYPE_CHECKING:
    from plankit.walks.prepared import Prepared

F = TypeVar("F", bound=Callable[..., Any])
STYLES = ("text", "json")


def format_option() -> Callable[[F], F]:
    """`--format`, for people or for programs."""
    return click.option(
        "--format",
        "style",
        cls=Option,
        type=click.Choice(STYLES),
        default="text",
        show_default=True,
        help=N_("How to print it: for people or for programs."),
    )


def print_json(document: object) -> None:
    """Print a document for programs, in signs that stdout can write."""
    only_ascii = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(document, ensure_ascii=only_ascii, indent=2))


def ready_plan(path: str, language: str, today: date | None) -> Prepared:
    """The plan in the folder `path`, ready for walks. Raises `CallError` where there is none."""
    from plankit.loading import load
    from plankit.walks.prepared import prepare

    require_folder(path, language)
    try:
        loaded = load(path, language=language, today=today, rules=())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=path, reason=reason
        ) from error
    if loaded.plan is None:
        raise CallError(N_("“{path}” holds no plan."), language, path=path)
    if not loaded.read.complete or loaded.read.lost_ids:
        told = N_("Not everything in the plan could be read; “plankit check” tells what.")
        click.echo(translate(told, language), err=True)
    if not any(one.starts is not None for one in loaded.plan.procedures):
        told = N_("No procedure of the plan tells under “starts” which cases begin with it.")
        click.echo(translate(told, language), err=True)
    return prepare(loaded.plan, loaded.guide, today=today)
