"""Findings as SARIF 2.1.0 (OASIS, errata 01), which code hosts and editors show beside the lines that they are about.

A finding is a result of kind `fail`. What the guide asks for and only a person can judge is of kind `review`. What is
waived is a finding with a suppression that carries the waiver's reason. Provisions of law are a taxonomy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import plankit
from plankit.findings import Finding, Severity
from plankit.language import translate
from plankit.model.guide import Guide
from plankit.reports.identity import Judged, fingerprints, shown_name
from plankit.rules.base import Rule
from plankit.rules.catalogue import BY_CODE
from plankit.rules.texts import CHECKS, rule_text
from plankit.views.coverage import Answered, State, coverage
from plankit.views.reading import Reading

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "plankitFinding/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_TAXONOMY = "law"

Json = dict[str, Any]


def sarif_log(judged: Sequence[Judged], language: str) -> Json:
    """One log with a run for each plan, in the order given. The same plans give the same log."""
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(one, language) for one in judged]}


def _run(judged: Judged, language: str) -> Json:
    loaded = judged.loaded
    findings = loaded.findings
    asked = _asked(judged, language)
    waived = tuple(one.finding for one in loaded.waived)
    marks = fingerprints(judged.name, (*findings, *waived))
    results = [
        {**_result(judged, finding), "partialFingerprints": {FINGERPRINT: mark}}
        for finding, mark in zip((*findings, *waived), marks, strict=True)
    ]
    for result, one in zip(results[len(findings) :], loaded.waived, strict=True):
        reason = one.waiver.reason if isinstance(one.waiver.reason, str) else str(one.waiver.reason)
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    results += [_review(judged, one, language) for one in asked]
    rules = _rules((*findings, *waived), language) + [_requirement(one, judged, language) for one in asked]
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    for result in results:
        result["ruleIndex"] = places[result["ruleId"]]
    run: Json = {
        "tool": {"driver": {"name": "plankit", "version": plankit.__version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "language": language,
        "automationDetails": {"id": f"plankit/{judged.name}"},
        "results": results,
    }
    if loaded.guide:
        run["taxonomies"] = [_taxonomy(loaded.guide, Reading(_plan(judged), loaded.guide, language))]
    return run


def _plan(judged: Judged) -> Any:
    return judged.loaded.plan


def _asked(judged: Judged, language: str) -> tuple[Answered, ...]:
    """What a person must judge."""
    loaded = judged.loaded
    if loaded.plan is None or loaded.guide is None:
        return ()
    answers = coverage(Reading(loaded.plan, loaded.guide, language, loaded.findings))
    return tuple(one for one in answers if one.state is State.NEEDS_A_PERSON)


def _rules(findings: Sequence[Finding], language: str) -> list[Json]:
    made = []
    for code in sorted({one.code for one in findings}):
        rule = BY_CODE[code]
        made.append(
            {
                "id": code,
                "name": rule.name,
                "shortDescription": {"text": _checks(rule, language)},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
        )
    return made


def _checks(rule: Rule, language: str) -> str:
    return translate(" ".join(rule_text(rule).get(CHECKS, rule.name).split()), language)


def _requirement(one: Answered, judged: Judged, language: str) -> Json:
    reading = Reading(_plan(judged), judged.loaded.guide, language)
    return {
        "id": one.requirement.id,
        "name": one.requirement.id,
        "shortDescription": {"text": reading.text(one.requirement.title)},
        "defaultConfiguration": {"level": "none"},
    }


def _result(judged: Judged, finding: Finding) -> Json:
    words = "\n".join(filter(None, (finding.message, finding.hint)))
    result: Json = {
        "ruleId": finding.code,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": words},
        "locations": [_location(judged, finding)],
    }
    taxa = _taxa(judged.loaded.guide, finding.requirement)
    if taxa:
        result["taxa"] = taxa
    return result


def _location(judged: Judged, finding: Finding) -> Json:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    location: Json = {
        "physicalLocation": {"artifactLocation": _artifact(judged, place.file), "region": region}
    }
    if finding.subject:
        location["logicalLocations"] = [
            {"name": finding.subject, "fullyQualifiedName": f"{judged.name}/{finding.subject}"}
        ]
    return location


def _artifact(judged: Judged, file: str) -> Json:
    return {"uri": quote(shown_name(judged.path, file))}


def _review(judged: Judged, one: Answered, language: str) -> Json:
    reading = Reading(_plan(judged), judged.loaded.guide, language)
    result: Json = {
        "ruleId": one.requirement.id,
        "kind": "review",
        "level": "none",
        "message": {"text": reading.text(one.requirement.question) or reading.text(one.requirement.title)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(judged, "plan.yaml")}}],
        "partialFingerprints": {FINGERPRINT: f"{judged.name}:{one.requirement.id}"},
    }
    if one.where:
        result["locations"][0]["logicalLocations"] = [
            {"name": name, "fullyQualifiedName": f"{judged.name}/{name}"} for name in one.where
        ]
    taxa = _taxa(judged.loaded.guide, one.requirement.id)
    if taxa:
        result["taxa"] = taxa
    return result


def _taxonomy(guide: Guide, reading: Reading) -> Json:
    taxa = []
    for law in guide.laws:
        taxon: Json = {"id": law.id, "name": reading.law_name(law.id)}
        words = reading.text(law.obliges)
        if words:
            taxon["shortDescription"] = {"text": words}
        if law.official or law.address:
            taxon["helpUri"] = law.official or law.address
        taxa.append(taxon)
    return {
        "name": _TAXONOMY,
        "version": guide.guide.edition,
        "organization": guide.guide.id,
        "shortDescription": {"text": reading.text(guide.guide.title)},
        "taxa": taxa,
    }


def _taxa(guide: Guide | None, requirement: str | None) -> list[Json]:
    if guide is None or requirement is None:
        return []
    asked = next((one for one in guide.requirements if one.id == requirement), None)
    numbers = {law.id: number for number, law in enumerate(guide.laws)}
    component = {"name": _TAXONOMY, "index": 0}
    return [
        {"id": name, "index": numbers[name], "toolComponent": component}
        for name in (asked.laws if asked else ())
        if name in numbers
    ]
