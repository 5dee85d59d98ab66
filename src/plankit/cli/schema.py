"""`plankit schema`: the JSON Schema of the plan file, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from plankit.cli.options import CallError, Command, language_option, output_option
from plankit.language import N_, chosen_language


@click.command(
    cls=Command,
    help=N_("Print the JSON Schema of the plan file. With it, an editor helps while you write."),
    epilog=N_("Example: plankit schema --output my-plan/.plankit/plan.schema.json"),
)
@output_option(N_("File to write it to, instead of printing it."), metavar="FILE", required=False)
@language_option()
def schema(out: str | None, language: str | None) -> None:
    """Print the schema or write it to a file."""
    from plankit.schema import schema_text  # heavy: needs the whole model

    text = schema_text().encode()
    if out is None or out == "-":
        click.echo(text, nl=False)
        return
    path = Path(out)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    except OSError as error:
        message = N_("“{path}” could not be written: {reason}")
        raise CallError(message, chosen_language(language), path=out, reason=error.strerror) from error
    click.echo(out)
