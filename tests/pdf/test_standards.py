"""The PDFs hold what PDF/UA-1 and PDF/A ask for, by the word of the reference checker."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from tests.pdf.verapdf import verdicts


def test_example_with_its_source_is_for_everybody_and_for_long(example: Path) -> None:
    """The whole plan, with files inside, is PDF/UA-1 and PDF/A-3a."""
    for verdict in verdicts([example], ["ua1", "3a"]):
        assert verdict.failed == {}, verdict.norm
        assert verdict.checks > 1_000_000


def test_papers_are_for_everybody_and_for_long(card: Path, agency: Path, small: dict[str, Path]) -> None:
    """A card, an agency's chapter, and plans in Nynorsk and Swedish are PDF/UA-1 and PDF/A-2a in one file."""
    for verdict in verdicts([card, agency, *small.values()], ["ua1", "2a"]):
        assert verdict.failed == {}, (verdict.file, verdict.norm)
        assert verdict.checks > 1_000


@pytest.fixture
def untagged(card: Path, tmp_path: Path) -> Path:
    """A paper whose structure somebody took out."""
    with pikepdf.open(io.BytesIO(card.read_bytes())) as paper:
        del paper.Root["/StructTreeRoot"]
        paper.save(tmp_path / "untagged.pdf")
    return tmp_path / "untagged.pdf"


def test_checker_sees_what_is_missing(untagged: Path) -> None:
    """A paper without its structure does not pass: the checker is awake."""
    assert all(verdict.failed for verdict in verdicts([untagged], ["ua1", "2a"]))
