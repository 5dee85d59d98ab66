"""Findings that were there before: a check can look past them and stop at what is new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from plankit.reports.identity import Judged, fingerprints
from plankit.reports.sarif import FINGERPRINT


class NotABaseline(ValueError):
    """The file is neither JSON nor SARIF as `plankit check` writes it."""


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a file that `check --format json` or `--format sarif` wrote.

    Raises `NotABaseline` for any other file, and `OSError` where it cannot be read.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise NotABaseline(str(path)) from error
    found = _of_json(document) if isinstance(document, dict) else None
    if found is None:
        raise NotABaseline(str(path))
    return frozenset(found)


def _of_json(document: dict[str, Any]) -> list[str] | None:
    if isinstance(document.get("findings"), list):
        return [
            one["fingerprint"]
            for one in document["findings"]
            if isinstance(one, dict) and isinstance(one.get("fingerprint"), str)
        ]
    if not isinstance(document.get("runs"), list):
        return None
    found = []
    for run in document["runs"]:
        for result in run.get("results", ()) if isinstance(run, dict) else ():
            marks = result.get("partialFingerprints") if isinstance(result, dict) else None
            mark = marks.get(FINGERPRINT) if isinstance(marks, dict) else None
            if isinstance(mark, str):
                found.append(mark)
    return found


def without_known(judged: Judged, known: frozenset[str]) -> Judged:
    """The same plan with only those findings whose fingerprint is not among `known`."""
    marks = fingerprints(judged.name, judged.loaded.findings)
    new = tuple(one for one, mark in zip(judged.loaded.findings, marks, strict=True) if mark not in known)
    return replace(judged, loaded=replace(judged.loaded, findings=new))
