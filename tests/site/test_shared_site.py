"""The site of one municipality after that of another in the same folder: nothing of the first is left."""

from __future__ import annotations

from pathlib import Path

from tests.shared_plans.fjords import TODAY, fjords

from plankit.loading import seen_by
from plankit.outputs import Request, find_output


def _text(out: Path) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(out.rglob("*")) if path.suffix in (".html", ".js")
    )


def test_site_of_a_second_municipality_holds_nothing_of_the_first(tmp_path: Path) -> None:
    """Pages, titles, search and what is remembered between builds belong to one municipality at a time."""
    loaded, out = fjords(tmp_path / "plan"), tmp_path / "out"
    texts = {}
    for name in ("havn", "vik"):
        own = seen_by(loaded, tmp_path / "plan", name, today=TODAY, language="en")
        result = find_output("html")(Request(folder=tmp_path / "plan", loaded=own, out=out, today=TODAY))
        assert result.warnings == ()
        texts[name] = _text(out)
    assert "The shelter in Havn" in texts["havn"]
    assert "The last ferry" not in texts["havn"]
    assert "The last ferry" in texts["vik"]
    assert "The plan of Vik" in texts["vik"]
    assert "Vik kommune" in texts["vik"]
    for word in ("The shelter in Havn", "55 59 00 01", "A night bus"):
        assert word not in texts["vik"]
