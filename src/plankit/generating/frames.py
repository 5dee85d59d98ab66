"""The frame of a generated plan: whose it is, for when, who decided it, and what was before."""

from __future__ import annotations

from typing import Any

from plankit.generating import words
from plankit.generating.choices import Choice, between, chance, pick
from plankit.generating.settings import Fate, Setting

_STAGES = {
    Fate.IN_FORCE: "gjeldende",
    Fate.NO_END: "gjeldende",
    Fate.EXPIRED: "vedtatt",
    Fate.UNDER_REVISION: "under revidering",
    Fate.DRAFT: "utkast",
}


def member_id(place: int) -> str:
    """Id of the municipality at this place among those that share the plan."""
    return f"k{place + 1}"


def frame(choice: Choice, setting: Setting) -> dict[str, Any]:
    """What stands in the main file of the plan."""
    first, last = setting.first_year, setting.first_year + setting.years - 1
    theme = str(setting.guide.guide.theme) if setting.guide and setting.guide.guide.theme else None
    subject = f"Oppdiktet handlingsplan: {theme}" if theme else "Oppdiktet handlingsplan"
    whose = setting.members[0].name if len(setting.members) == 1 else f"{setting.members[0].name} med flere"
    plan: dict[str, Any] = {
        "id": setting.id,
        "title": f"{subject}, {whose}",
        "notice": words.NOTICE,
        "document_type": "handlingsplan",
        "language": "nb",
        "country": "NO",
        "stage": _STAGES[setting.fate],
        "in_force_from": f"1. januar {first}",
    }
    if setting.fate is Fate.NO_END:
        plan["period"] = f"fra {first}"
    else:
        plan["period"] = f"{first}–{last}"
    if setting.fate is Fate.NO_END or chance(choice, 50):
        plan["evaluation_date"] = f"31. desember {last}"
    if setting.guide:
        plan["guide"] = {"id": setting.guide.guide.id, "edition": setting.guide.guide.edition}
    made: dict[str, Any] = {"format": "1", "plan": plan, "participants": _participants(setting)}
    made["decisions"] = list(_decisions(choice, setting))
    if setting.replaces:
        before = f"{first - setting.years}–{first - 1}"
        made["succession"] = [
            {
                "id": "forrige",
                "direction": "erstatter",
                "kind": "revisjon",
                "title": subject,
                "period": before,
            }
        ]
    return made


def _participants(setting: Setting) -> list[dict[str, Any]]:
    draft = setting.fate is Fate.DRAFT
    made = []
    for place, one in enumerate(setting.members):
        status = "under arbeid" if draft else "vedtatt" if one.adopted else "venter på vedtak"
        entry = {"id": member_id(place), "name": one.name, "role": "deltaker", "status": status}
        made.append(entry | ({"number": one.number} if one.number else {}))
    return made


def _decisions(choice: Choice, setting: Setting) -> list[dict[str, Any]]:
    if setting.fate is Fate.DRAFT:
        return []
    return [
        {
            "id": f"vedtak-{member_id(place)}",
            "body": "Kommunestyret",
            "kind": "vedtatt",
            "date": f"{between(choice, 1, 28)}. {pick(choice, words.MONTHS)} {setting.first_year - 1}",
            "participant": member_id(place),
            "case_refs": [f"PS {(setting.first_year - 1) % 100}/{between(choice, 1, 140)}"],
        }
        for place, one in enumerate(setting.members)
        if one.adopted
    ]
