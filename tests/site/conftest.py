"""What the tests of the site have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
_MYST = "ignore:'myst_parser[.].*' is deprecated:DeprecationWarning"
_MYST_LATER = "ignore:'myst_parser[.].*' is deprecated:PendingDeprecationWarning"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """MyST-Parser 5 uses what Sphinx 11 will take away; that is told of there, and is no fault of plankit's."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings(_MYST))
            item.add_marker(pytest.mark.filterwarnings(_MYST_LATER))
