"""Tests of the model see the code as it is now."""

from __future__ import annotations

import pytest

from plankit.model import calendar_words


@pytest.fixture(autouse=True)
def forgotten_words() -> None:
    """Readings kept from before a change in the code would hide it: mutation runs change it in a running process."""
    calendar_words.read.cache_clear()
