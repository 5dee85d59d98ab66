"""The Sphinx edge: `extensions = ["plankit.sphinx"]` is all that a Sphinx project needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the domain, the theme, the builder and the settings."""
    from plankit.sphinx.extension import setup as setup_extension

    return setup_extension(app)
