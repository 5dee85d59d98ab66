"""Pieces, roles and settings of the Sphinx extension, from the tables that declare them."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Mapping
from itertools import pairwise
from types import FunctionType, ModuleType

from plankit.html.pieces import PIECES, Piece
from plankit.sphinx.domain import OBJECTS
from plankit.sphinx.extension import SETTINGS
from plankit_reference.markdown import named, table

OPTIONS: Mapping[str, str] = {
    "agency": "Id of an agency; only what concerns it.",
    "area": "Id of an area, or `none` for what belongs to no area.",
    "caption": "Heading of the table.",
    "due-before": "A day, `2027-12-31`; only measures whose deadline ends before it.",
    "goal": "Id of a goal; only measures that lead to it.",
    "ids": "Ids of measures, with spaces or commas between them.",
    "kind": "Kind of measure, in the plan's word or as a code.",
    "matrix": "Id of a further matrix of the guide.",
    "participant": "Id of a participant; only what holds for it.",
    "phase": "Phase of tasks, in the plan's word or as a code.",
    "status": "Status of measures, in the plan's word or as a code.",
    "style": "`table` for a table; without it, measures in full.",
    "target-group": "Target group, in the plan's word or as a code.",
}
"""What each option asks for. A test compares the names with the pieces' own."""


def pieces() -> str:
    """A section for each piece: what it shows, its argument and its options."""
    return "\n".join(_piece(piece) for piece in PIECES)


def _piece(piece: Piece) -> str:
    argument = f" {piece.argument}" if piece.argument else ""
    lines = [f"(piece-{piece.name})=\n### plan:{piece.name}\n", f"{what_it_draws(piece)}\n"]
    lines.append(f"````markdown\n```{{plan:{piece.name}}}{argument}\n```\n````\n")
    if piece.argument:
        lines.append(f"`{piece.argument}` is the id of what to show.\n")
    if piece.options:
        rows = [(named(name, f"pieceoption-{piece.name}-{name}"), OPTIONS[name]) for name in piece.options]
        lines.append(table(("Option", "What it asks for"), rows))
    return "\n".join(lines)


def what_it_draws(piece: Piece) -> str:
    """What is said of the functions that draw the piece."""
    draw = piece.draw
    assert isinstance(draw, FunctionType)
    steps = list(dis.get_instructions(draw))
    drawers = [
        drawer
        for step, following in pairwise(steps)
        if isinstance(module := draw.__globals__.get(str(step.argval)), ModuleType)
        and isinstance(drawer := vars(module).get(str(following.argval)), FunctionType)
    ]
    return " ".join(" ".join((inspect.getdoc(one) or "").split()) for one in drawers)


def roles() -> str:
    """Every role: what its target is."""
    rows = [(named(f"plan:{name}", f"role-{name}"), _role(name, kind)) for name, kind, _ in OBJECTS]
    return table(("Role", "What its target is"), rows)


def _role(name: str, kind: str) -> str:
    special = {
        "step": "The id of a procedure, a dot, and the id of a step in it.",
        "requirement": "The id of a requirement of the guide.",
        "entry": "The id of any entry that is shown on a page.",
    }
    return f"The id of an entry under `{kind}`." if kind else special[name]


def settings() -> str:
    """Every setting of `conf.py`."""
    rows = [(named(name, f"setting-{name}"), f"`{default!r}`", about) for name, default, _, about in SETTINGS]
    return table(("Setting", "Default", "What it is"), rows)
