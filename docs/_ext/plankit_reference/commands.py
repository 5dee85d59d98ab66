"""The commands, from what they tell `--help`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from plankit.cli.main import main
from plankit_reference.markdown import block, named, table


def commands() -> str:
    """The command itself, then each of its commands, and those of a group after the group."""
    return "\n".join(_section(command, ctx, name) for name, command, ctx in every_command())


def every_command() -> Iterator[tuple[str, click.Command, click.Context]]:
    """Each command with its words joined by hyphens, groups before what is in them."""
    root = click.Context(main, info_name="plankit")
    yield "plankit", main, root
    yield from _inside(main, root, "")


def _inside(
    group: click.Group, above: click.Context, before: str
) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        assert command is not None
        ctx = click.Context(command, info_name=name, parent=above)
        yield f"{before}{name}", command, ctx
        if isinstance(command, click.Group):
            yield from _inside(command, ctx, f"{before}{name}-")


def _section(command: click.Command, ctx: click.Context, name: str) -> str:
    usage = command.get_usage(ctx).removeprefix("Usage: ")
    rows = [_option(one, ctx, name) for one in command.get_params(ctx) if _is_shown(one)]
    example = (command.epilog or "").removeprefix("Example: ")
    return "\n".join(
        [
            f"(command-{name})=\n## {ctx.command_path}\n",
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
