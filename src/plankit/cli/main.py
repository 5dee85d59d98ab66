"""The command and its subcommands."""

from __future__ import annotations

import sys

import click

import plankit


@click.group()
def main() -> None:
    """Action plans as code."""


@main.command()
@click.argument("path")
@click.option("--language")
def check(path: str, language: str | None) -> None:
    """Check a plan."""
    loaded = plankit.load(path, language=language)
    for f in loaded.findings:
        click.echo(f"{f.place}: {f.severity.word} {f.code} {f.message} [{f.name}] {f.hint or ''}")
    sys.exit(1 if loaded.worst() >= 2 else 0)
