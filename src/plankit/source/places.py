"""Where in a file a key or value stands. Worked out only for files that have findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from plankit.findings import Place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Places:
    """Finds lines and columns in the YAML texts of a plan folder.

    A plan without findings costs nothing: a text is composed into nodes with marks the first time
    that a place in it is asked for.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, int]] = {}
        self._nodes: dict[str, Any] = {}

    def add(self, file: str, text: str, first_line: int = 1) -> None:
        """Remember the YAML `text` of `file`, which starts on `first_line` of it."""
        self._texts[file] = (text, first_line)

    def find(self, file: str, path: Sequence[str | int], *, at_key: bool = False) -> Place:
        """The place of the value at `path`, or of its key; of what comes nearest where the path ends early."""
        if file not in self._texts:
            return Place(file)
        text, first_line = self._texts[file]
        if file not in self._nodes:
            self._nodes[file] = yaml.compose(text, Loader=_Loader)
        node = self._nodes[file]
        mark = _mark(node, path, at_key=at_key)
        return Place(file, mark.line + first_line, mark.column + 1) if mark else Place(file, first_line)


def _mark(node: Any, path: Sequence[str | int], *, at_key: bool) -> Any:
    mark = node.start_mark if node is not None else None
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if getattr(key, "value", None) == step), None)
            if pair is None:
                return mark
            key, node = pair
            empty = isinstance(node, yaml.ScalarNode) and not node.value and not node.style
            mark = key.start_mark if (last and at_key) or empty else node.start_mark
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        else:
            return mark
    return mark
