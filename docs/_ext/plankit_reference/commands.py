"""The commands, from what they tell `--help`."""

from __future__ import annotations

import click

from plankit.cli.main import main
from plankit_reference.markdown import block, named, table


def commands() -> str:
    """The command itself, then each of its commands."""
    root = click.Context(main, info_name="plankit")
    parts = [_command(main, root, "plankit")]
    for name, command in main.commands.items():
        parts.append(_command(command, click.Context(command, info_name=name, parent=root), name))
    return "\n".join(parts)


def _command(command: click.Command, ctx: click.Context, name: str) -> str:
    title = "plankit" if command is main else f"plankit {name}"
    usage = command.get_usage(ctx).removeprefix("Usage: ")
    rows = [_option(one, ctx, name) for one in command.get_params(ctx) if _is_shown(one)]
    example = (command.epilog or "").removeprefix("Example: ")
    return "\n".join(
        [
            f"(command-{name})=\n## {title}\n",
            f"{command.help}\n",
            block(usage),
            table(("Option", "What it does"), rows),
            f"Example: `{example}`\n",
        ]
    )


def _is_shown(one: click.Parameter) -> bool:
    return isinstance(one, click.Option) and not one.hidden


def _option(one: click.Parameter, ctx: click.Context, command: str) -> tuple[str, str]:
    record = one.get_help_record(ctx)
    assert record is not None
    written, help_text = record
    longest = max(one.opts, key=len)
    others = written.replace(longest, "", 1).replace("-o, ", "").strip()
    short = [named(name, f"option-{command}-short-{name.strip('-')}") for name in one.opts if name != longest]
    label = named(longest, f"option-{command}-{longest.strip('-')}")
    value = f" `{others}`" if others else ""
    return ", ".join([*short, label]) + value, help_text
