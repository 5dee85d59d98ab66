"""Writes the reference pages from the code, so that they cannot tell of anything that is not there.

A page says where with a line `<!-- reference: rules -->`; the line becomes Markdown before the page is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from plankit_reference import api, commands, file_keys, layers, pieces, rules, vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS: Mapping[str, Callable[[], str]] = {
    "api": api.names,
    "commands": commands.commands,
    "contracts": layers.contracts,
    "guide-keys": file_keys.guide_keys,
    "layers": layers.layers,
    "pieces": pieces.pieces,
    "lesson-keys": file_keys.lesson_keys,
    "plan-keys": file_keys.plan_keys,
    "roles": pieces.roles,
    "rules": rules.rules,
    "settings": pieces.settings,
    "vocabulary": vocabulary.lists,
}
"""What a page may ask for."""

_PLACE = re.compile(r"^<!-- reference: ([a-z-]+) -->$", re.MULTILINE)


def setup(app: Sphinx) -> dict[str, Any]:
    """Fill in what is asked for whenever Sphinx reads; such pages are read anew in every build."""
    app.connect("source-read", _fill_in)
    app.connect("env-get-outdated", _always_outdated)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _fill_in(_app: Sphinx, _docname: str, source: list[str]) -> None:
    source[0] = _PLACE.sub(lambda match: PARTS[match[1]](), source[0])


def _always_outdated(_app: Sphinx, env: Any, *_changes: set[str]) -> list[str]:
    return [
        name for name in env.found_docs if name.startswith("reference/") or name == "explanation/architecture"
    ]
