"""Nothing that a plan says is lost on the way to its site: every key of every kind reaches a page."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

import plankit
from plankit.model.base import Entity
from plankit.model.plan import KINDS, Plan
from plankit.model.references import TARGETS, entity_in
from plankit.model.when import When
from plankit.outputs import Request, find_output
from plankit.source.dump import to_yaml

NOT_WORDS = frozenset({"empty", "applies_to", "answers", "sources", "id", "origins"})
"""Keys that hold ids, origins or reasons for emptiness, which other tests look at."""

SHADOWED = {
    "plan.language": "steers the site",
    "plan.languages": "steers the site",
    "plan.country": "steers which guide is offered",
    "plan.site.name": "steers how the site looks and behaves",
    "plan.site.title": "steers how the site looks and behaves",
    "plan.site.exit": "steers how the site looks and behaves",
    "plan.site.arms": "steers how the site looks and behaves",
    "plan.site.arms_text": "steers how the site looks and behaves",
    "plan.site.colour": "steers how the site looks and behaves",
    "plan.site.colour_dark": "steers how the site looks and behaves",
    "plan.site.tokens": "steers how the site looks and behaves",
    "plan.case_paper.handled_by": "stands in the council's case paper",
    "plan.case_paper.considered_by": "stands in the council's case paper",
    "plan.case_paper.decided_by": "stands in the council's case paper",
    "plan.case_paper.summary": "stands in the council's case paper",
    "plan.case_paper.need": "stands in the council's case paper",
    "plan.case_paper.assessment": "stands in the council's case paper",
    "plan.case_paper.consequences": "stands in the council's case paper",
    "plan.case_paper.decision": "stands in the council's case paper",
    "plan.case_paper.next_steps": "stands in the council's case paper",
    "plan.case_paper.annexes": "stands in the council's case paper",
    "plan.case_paper.notes": "stands in the council's case paper",
    "plan.suppress_below": "steers which figures are withheld",
    "plan.guide.site": "becomes the address of links into the guide's site",
    "agencies.former_names.forms": "are looked for in texts, not shown",
    "services.former_names.forms": "are looked for in texts, not shown",
    "plan.guide.edition": "stands on the page of the guide, which this plan has not",
    "participants.role": "role_text stands in its place",
    "plan.shared.partners.role": "role_text stands in its place",
    "participants.site.name": "steers how its own site looks and behaves",
    "participants.site.title": "steers how its own site looks and behaves",
    "participants.site.exit": "steers how its own site looks and behaves",
    "participants.site.arms": "steers how its own site looks and behaves",
    "participants.site.arms_text": "steers how its own site looks and behaves",
    "participants.site.colour": "steers how its own site looks and behaves",
    "participants.site.colour_dark": "steers how its own site looks and behaves",
    "participants.site.tokens": "steers how its own site looks and behaves",
    "sections.page": "names the page that is shown",
    "annexes.page": "names the page that is shown",
    "indicators.collector": "collector_text stands in its place",
    **dict.fromkeys(
        (
            f"data_mappings.{key}"
            for key in ("sheet", "encoding", "delimiter", "decimal", "header_row", "period", "value", "base")
        ),
        "steers how a table is read",
    ),
    "data_mappings.where.column": "steers how a table is read",
    "data_mappings.where.value": "steers how a table is read",
    "data_mappings.missing": "steers how a table is read",
    "services.level": "level_text stands in its place",
    "procedures.form": "form_text stands in its place",
    "procedures.steps.kind": "is shown by how the step is drawn",
    "procedures.branches.steps.kind": "is shown by how the step is drawn",
    "procedures.steps.deadline": "deadline_text stands in its place",
    "procedures.branches.steps.deadline": "deadline_text stands in its place",
    "statistics.area": "area_text stands in its place",
    "statistics.absence_note": "stands where there is no value",
}
"""Keys whose word another key of the same entry stands for on the page, and why."""

PARSED = ("cost.amount", "cost.currency", "cost.period", ".law", ".section")
"""Ends of keys that hold what `text` beside them means; the page shows the text."""


class _Words:
    """Hands out a new word for each key and remembers whose it is."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self._numbers = itertools.count(1)

    def word(self, key: str) -> str:
        made = f"ord{next(self._numbers)}x"
        self.keys[made] = key
        return made

    def number(self, key: str) -> str:
        made = str(7_700_000 + next(self._numbers))
        self.keys[made] = key
        return made

    def name(self) -> str:
        return f"i{next(self._numbers)}"


def _holds_ids(cls: type[Entity], field: str) -> bool:
    return any(f"{base.__name__}.{field}" in TARGETS for base in cls.__mro__)


def _filled(cls: type[Entity], key: str, words: _Words) -> dict[str, Any]:
    """An entry of `cls` in which every key that holds words or numbers holds one of its own."""
    entry: dict[str, Any] = {}
    for field, info in cls.model_fields.items():
        if field in NOT_WORDS or _holds_ids(cls, field):
            continue
        where, kind, inner = f"{key}.{field}", f"{info.annotation}{info.metadata}", entity_in(info.annotation)
        value: Any = None
        if inner is cls or "Rasci" in kind or "CostKind" in kind or "_check_partial" in kind:
            continue
        if inner is When:
            value = words.word(where)
        elif inner is not None and inner.__name__ != "Translated":
            value = _filled(inner, where, words)
            value = [value] if "tuple" in kind else value
        elif "bool" in kind:
            value = "true"
        elif "_check_amount" in kind:
            value = words.number(where)
        else:
            value = [words.word(where)] if "tuple" in kind else words.word(where)
        entry[field] = value
    if "id" in cls.model_fields:
        entry["id"] = words.name()
    return entry


def _full_plan(words: _Words) -> dict[str, Any]:
    plan: dict[str, Any] = {"format": "1"}
    for key in ("plan", "process"):
        cls = entity_in(Plan.model_fields[key].annotation)
        assert cls is not None
        plan[key] = _filled(cls, key, words)
    plan["plan"] |= {"id": "p", "language": "en", "languages": ["en"]}
    del plan["plan"]["guide"]
    for kind in set(KINDS) - {"waivers", "vocabulary", "answers", "judgements", "merged_from"}:
        cls = entity_in(Plan.model_fields[kind].annotation)
        assert cls is not None
        plan[kind] = [_filled(cls, kind, words)]
    _join(plan, words)
    return plan


def _join(plan: dict[str, Any], words: _Words) -> None:
    """Set the references without which an entry could not be read or would stand on no page."""
    plan["progress"][0]["measure"] = plan["measures"][0]["id"]
    plan["data_mappings"][0]["indicator"] = plan["indicators"][0]["id"]
    plan["activities"][0]["activity_plan"] = plan["activity_plans"][0]["id"]
    agency, task = plan["agencies"][0]["id"], plan["tasks"][0]["id"]
    plan["responsibilities"][0] |= {"agency": agency, "task": task, "role": "R"}
    for step in (plan["procedures"][0]["steps"][0], plan["procedures"][0]["branches"][0]["steps"][0]):
        step["next"][0]["step"] = step["id"]
    for entry in (plan["sections"][0], plan["annexes"][0]):
        del entry["page"]
    plan["indicators"][0]["counts_people"] = "false"
    shown = {"id": words.name(), "topic": words.word("statistics.topic"), "suppressed": "false"}
    plan["statistics"].append({**plan["statistics"][0], **shown})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[_Words, str]:
    """The words of a plan with every key filled, and the text of all pages of its site."""
    words = _Words()
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan.yaml").write_text(to_yaml(_full_plan(words)), encoding="utf-8")
    loaded = plankit.load(folder, rules=())
    assert [f"{one.place} {one.message}" for one in loaded.findings] == []
    out = tmp_path_factory.mktemp("site") / "out"
    find_output("html")(Request(folder=folder, loaded=loaded, out=out, language="en", remember=False))
    return words, "\n".join(path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html")))


def test_every_key_of_every_kind_reaches_a_page(site: tuple[_Words, str]) -> None:
    """A word written under any key of any kind stands on a page, or another word stands for it by rule."""
    words, text = site
    lost = {key for word, key in words.keys.items() if word not in text}
    parsed = {key for key in lost if key.endswith(PARSED)}
    assert lost - parsed - set(SHADOWED) == set()


def test_shadowed_keys_are_keys(site: tuple[_Words, str]) -> None:
    """The list of exceptions names keys that exist, so that none outlives its key."""
    words, _ = site
    known = set(words.keys.values()) | {"plan.language", "plan.languages", "plan.guide.edition"}
    assert set(SHADOWED) - known == set()
