"""A small plan and its workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.excel.workbooks import export, write_plan


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan of three files."""
    return write_plan(tmp_path / "plan")


@pytest.fixture
def workbook(plan: Path, tmp_path: Path) -> Path:
    """The workbook of that plan."""
    return export(plan, tmp_path / "plan.xlsx")
