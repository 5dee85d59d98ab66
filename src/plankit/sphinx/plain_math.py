"""Formulas as they are written. Sphinx's own renderer fetches a script from another site on every such page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

NAME = "plain"


def inline(translator: HTML5Translator, node: Any) -> None:
    """A formula inside a line."""
    translator.body.append(f'<code class="math">{escape(node.astext())}</code>')
    raise nodes.SkipNode


def block(translator: HTML5Translator, node: Any) -> None:
    """A formula on lines of its own."""
    translator.body.append(f'<pre class="math">{escape(node.astext())}</pre>\n')
    raise nodes.SkipNode
