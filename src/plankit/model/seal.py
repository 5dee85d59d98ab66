"""What was adopted of a plan, apart from what lives on, and the seal that a frozen version carries."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plankit.model.base import Entity, Item
from plankit.model.contents import Progress
from plankit.model.plan import KINDS, SINGLE, Plan

SEAL_FORMAT = "1"
SEAL_FILE = "seal.json"
VERSIONS = "versions"
"""Folder of the plan that its sealed versions lie in, each in a folder named by the version's id."""
SHOWN = 12
"""How many characters of a checksum are printed on pages and papers."""

LIVING_KINDS: Mapping[str, str] = {
    "process": "how the plan came about goes on after the decision",
    "decisions": "the decision is written into the plan after it was made; the seal keeps those that it rests on",
    "versions": "the list of versions grows with each one",
    "hearings": "a later hearing is about the next version",
    "succession": "what comes after the plan is not known when it is adopted",
    "progress": "reports are added as the work goes on",
    "activity_plans": "each is decided by itself, year by year",
    "activities": "each year's are decided with that year's activity plan",
    "contacts": "a telephone number that is wrong must be put right the same day",
    "cases": "made-up cases test the plan; they decide nothing",
    "answers": "tells where the plan answers the guide; decides nothing",
    "vocabulary": "tells plankit what the plan's words mean; decides nothing",
    "data_mappings": "tells where figures are read from, and which files were read; decides nothing",
    "judgements": "tells what people think of the text; decides nothing",
    "merged_from": "tells which plans this one was made from; the text itself is what is adopted",
    "waivers": "tells which findings are accepted; decides nothing",
}
"""Parts of a plan that live on after adoption, and why: a change in them makes no draft of the adopted text."""

LIVING_KEYS: Mapping[str, str] = {
    "plan.stage": "follows from the decision, and changes when the plan's time is over",
    "plan.case_refs": "new cases come as the plan is handled",
    "plan.case_paper": "the paper goes before the decision",
    "plan.suppress_below": "protects people in figures, and may have to change at once",
    "plan.site": "how the site looks",
    "plan.address": "where the site lies",
    "plan.guide": "the guide is what the plan is checked against; the seal names its edition",
    "participants.status": "each participant adopts in its own time",
    "participants.joined": "a participant may join later",
    "participants.left": "a participant may leave",
    "measures.status": "tells how far the work has come",
    "measures.added_by": "names the decision",
    "indicators.series": "new figures come each year",
    "indicators.status": "tells whether the figure is collected",
    "indicators.discontinued": "its source decides that, not the municipality",
    "services.phone": "must be put right the same day",
    "services.hours": "must be put right the same day",
    "services.opening_hours": "must be put right the same day",
    "services.address": "must be put right the same day",
    "services.verified_on": "tells when somebody looked",
    "agencies.address": "must be put right the same day",
    "agencies.opening_hours": "must be put right the same day",
    "references.read_on": "tells when somebody looked",
    "references.address": "pages move",
    "procedures.status": "a procedure is approved apart from the plan",
    "procedures.approved_by": "a procedure is approved apart from the plan",
    "*.origins": "tells which plan an entry came from; decides nothing",
    "*.answers": "tells where the plan answers the guide; decides nothing",
}
"""Keys of entries that live on, and why; `*` is every entry and page. A procedure with `outside_plan` lives on whole."""

UNORDERED = frozenset({"responsibilities", "references"})
"""Kinds whose order in the files no reader sees."""


@dataclass(frozen=True, kw_only=True)
class SealedReports:
    """The reports on progress that a sealed version holds, and what to call that version."""

    version: str
    reports: tuple[Progress, ...]


class SealedDecision(Entity):
    """A decision that a sealed version rests on, as it was when it was sealed."""

    body: str
    date: str
    """The date in the plan's words."""
    day: datetime.date
    participant: str | None = None
    cases: tuple[str, ...] = ()
    text: str = ""
    remarks: tuple[str, ...] = ()


class Seal(Entity):
    """What was sealed: which version, by which decision, and the checksums that prove it."""

    format: str = SEAL_FORMAT
    plan: str
    title: str
    version: str
    label: str = ""
    decisions: tuple[SealedDecision, ...]
    content: str
    """Checksum of what was adopted: of the plan's data and prose without what lives on."""
    files: dict[str, str]
    """Checksum of each sealed file, by its name."""
    guide: str = ""
    """Id and edition of the guide that the plan followed."""
    plankit: str
    """The version of plankit that sealed it."""
    sealed: datetime.date

    @property
    def name(self) -> str:
        """What to call the version: its label, else its id."""
        return self.label or self.version

    @property
    def day(self) -> datetime.date:
        """The day of the last of its decisions."""
        return max(one.day for one in self.decisions)

    def age(self) -> tuple[datetime.date, datetime.date, str]:
        """Orders seals from the oldest to the one that holds."""
        return (self.day, self.sealed, self.version)


def canonical(value: Any) -> str:
    """Plain values as text that is the same for the same values: sorted keys, no white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(data: str | bytes) -> str:
    """SHA-256 as 64 hexadecimal characters."""
    return hashlib.sha256(
        data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    ).hexdigest()


def seal_text(seal: Seal) -> str:
    """The text of a seal's file. It carries its own checksum, so that a changed seal can be told."""
    values = seal.model_dump(mode="json")
    return (
        json.dumps(
            {**values, "seal": checksum(canonical(values))}, ensure_ascii=False, sort_keys=True, indent=2
        )
        + "\n"
    )


def adopted_content(plan: Plan) -> dict[str, Any]:
    """What a decision on the plan adopts, as plain values: everything but what lives on.

    Keys that hold what would hold without them are left out, so that a key that is new in a later version of
    plankit changes nothing.
    """
    values: dict[str, Any] = plan.model_dump(mode="json", exclude_defaults=True)
    content: dict[str, Any] = {}
    for kind, value in values.items():
        if kind == "format" or kind in LIVING_KINDS:
            continue
        if kind in SINGLE:
            content[kind] = _without_living(kind, value)
        elif kind in KINDS or kind == "pages":
            entries = [_without_living(kind, entry) for entry in value if not _is_outside(kind, entry)]
            if entries:
                content[kind] = sorted(entries, key=canonical) if kind in UNORDERED else entries
        else:
            content[kind] = value
    for page in content.get("pages", ()):
        page["text"] = page["text"].strip("\n")
    return content


def _without_living(kind: str, entry: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if not is_living(kind, key)}
    return {key: value for key, value in kept.items() if value not in (None, [], {})}


def _is_outside(kind: str, entry: Mapping[str, Any]) -> bool:
    return kind == "procedures" and entry.get("outside_plan") in (True, "true")


def is_living(kind: str, key: str = "") -> bool:
    """Whether a whole kind, or one key of its entries, lives on after adoption."""
    return kind in LIVING_KINDS or f"{kind}.{key}" in LIVING_KEYS or f"*.{key}" in LIVING_KEYS


def content_checksum(plan: Plan) -> str:
    """The checksum over what was adopted: equal for plans that say the same, however their files are laid out."""
    return checksum(canonical(adopted_content(plan)))


def with_living(sealed: Plan, working: Plan) -> Plan:
    """The sealed plan with what lives on taken from the working one; its content's checksum is that of the sealed."""
    changed: dict[str, Any] = {kind: getattr(working, kind) for kind in LIVING_KINDS}
    changed["plan"] = sealed.plan.model_copy(
        update={
            key: getattr(working.plan, key)
            for key in type(sealed.plan).model_fields
            if is_living("plan", key)
        }
    )
    for kind in KINDS:
        if kind not in LIVING_KINDS:
            changed[kind] = tuple(_alive(kind, entry, working) for entry in getattr(sealed, kind))
    outside = [one for one in working.procedures if one.outside_plan]
    kept = [one for one in changed["procedures"] if not one.outside_plan]
    names = {one.id for one in kept}
    changed["procedures"] = (*kept, *(one for one in outside if one.id not in names))
    # Made anew, not copied: a copy would keep what the sealed plan has worked out of its entries.
    values = {name: changed.get(name, getattr(sealed, name)) for name in Plan.model_fields}
    return Plan.model_construct(**values)


def _alive(kind: str, entry: Item, working: Plan) -> Item:
    now = working.by_id.get(entry.id) if entry.id else None
    if now is None or working.kind_of.get(entry.id or "") != kind:
        return entry
    keys = [key for key in type(entry).model_fields if is_living(kind, key)]
    update = {key: getattr(now, key) for key in keys}
    return (
        entry.model_copy(update=update) if any(getattr(entry, key) != update[key] for key in keys) else entry
    )
