"""The import contracts of the package, from the settings of the program that checks them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from plankit_reference.markdown import plain

_PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def layers() -> str:
    """The layers of the package, the outermost first, as a numbered list."""
    rows = next(one["layers"] for one in _contracts() if one["type"] == "layers")
    return "\n".join(f"{number}. {_modules(row)}" for number, row in enumerate(rows, start=1)) + "\n"


def contracts() -> str:
    """What each contract says."""
    return "\n".join(f"- {plain(one['name'])}." for one in _contracts()) + "\n"


def _modules(row: str) -> str:
    return ", ".join(f"`{name.strip()}`" for name in row.replace("|", ",").replace(":", ",").split(","))
