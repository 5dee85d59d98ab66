"""The pictures in a plan folder, for the pages that show them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plankit.source.seals import source_files

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


def plan_pictures(folder: Path) -> Mapping[str, bytes]:
    """Each picture of the plan by its name in the folder."""
    return {
        name: (folder / name).read_bytes() for name in source_files(folder) if name.lower().endswith(ENDINGS)
    }
