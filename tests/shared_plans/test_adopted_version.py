"""One municipality's plan beside the sealed versions of the joint plan: adopted is what the joint plan sealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.shared_plans.fjords import TODAY, write_fjords

import plankit
from plankit.freezing.sealing import seal_version
from plankit.freezing.standing import standing_of
from plankit.loading import Loaded, seen_by
from plankit.outputs import OutputUnknown, Request
from plankit.sphinx.editions import editions
from plankit.views.adopted import Kind

_VERSIONS = 'versions: [{id: v1, label: "1.0", stage: adopted, date: 2025-12-18}]\n'
_DECISION = "decisions: [{id: d-all, kind: adopted, version: v1, body: The councils, date: 2025-12-18, participant: havn}]\n"


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """The shared plan with a sealed version, in the folder `plan`."""
    folder = write_fjords(tmp_path / "plan", **{"versions.yaml": _VERSIONS, "adopted.yaml": _DECISION})
    seal_version(folder, plankit.load(folder, rules=(), today=TODAY), today=TODAY)
    return folder


def own(folder: Path, name: str) -> Loaded:
    return seen_by(plankit.load(folder, rules=(), today=TODAY), folder, name, today=TODAY, rules=())


def test_own_plan_of_a_sealed_version_is_the_adopted_text(sealed: Path) -> None:
    """It is a part of what was sealed, though its own content has another checksum."""
    for name in ("havn", "vik"):
        assert standing_of(sealed, own(sealed, name)).kind is Kind.ADOPTED


def test_own_draft_lies_beside_the_own_part_of_the_adopted_version(sealed: Path, tmp_path: Path) -> None:
    """The adopted text that is built for Vik is Vik's, and the list of changes is that of Vik's plan."""
    path = sealed / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("A common line", "Another line").replace("A night bus", "A bus"), encoding="utf-8"
    )
    request = Request(folder=sealed, loaded=own(sealed, "vik"), out=tmp_path / "out", today=TODAY)
    adopted, draft = editions(request)
    assert adopted.standing.kind is Kind.ADOPTED
    assert draft.standing.kind is Kind.DRAFT
    shown = adopted.request.loaded.plan
    assert shown is not None
    assert [one.id for one in shown.participants] == ["vik"]
    assert [str(one.title) for one in shown.measures] == ["A day of training", "A common line"]
    assert draft.changes is not None
    assert [one.id for one in draft.changes.changes] == ["m3"]


def test_municipality_that_joined_later_has_its_draft_alone(sealed: Path, tmp_path: Path) -> None:
    """There is no adopted text of its own to show, and none of the others' is shown instead."""
    path = sealed / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("decisions:", "- {id: sund, name: Sund}\ndecisions:", 1), encoding="utf-8")
    request = Request(folder=sealed, loaded=own(sealed, "sund"), out=tmp_path / "out", today=TODAY)
    (alone,) = editions(request)
    assert alone.standing.kind is Kind.DRAFT
    only = Request(
        folder=sealed, loaded=own(sealed, "sund"), out=tmp_path / "out", today=TODAY, only="version:v1"
    )
    with pytest.raises(OutputUnknown):
        editions(only)
