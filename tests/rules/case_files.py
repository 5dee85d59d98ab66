"""Reads the case files of the rules, and writes the plan of a case to a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from plankit.model.seal import SEAL_FILE, Seal, SealedDecision, content_checksum, seal_text
from plankit.source.reader import read_plan
from plankit.source.seals import file_sums

CASES = Path(__file__).parent / "cases"
KINDS = ("must_not_fire", "fires")
FRAME = "plan: {id: havn, title: Handlingsplan}\n"
"""What `plan.yaml` holds where a case does not write one."""


def cases_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The cases of one file, by kind. Every value is the text that stands there."""
    read: dict[str, list[dict[str, Any]]] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    return read


def all_cases() -> list[tuple[str, str, dict[str, Any]]]:
    """Name of the rule, kind and case, for every case there is."""
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for kind, cases in cases_of(path).items():
            found += [(path.stem, kind, case) for case in cases]
    return found


def write_plan(case: dict[str, Any], folder: Path) -> tuple[Path, Path | None]:
    """Write the files of `case` under `folder`; return the plan's folder and the folder of guides, if it has one.

    `files` are texts, `bytes` are hexadecimal, `sizes` are files of so many bytes, `links` are symbolic links;
    `guide` are the files of a guide of the name `g`; `sealed` are those of a version of the plan that is sealed as `v1`.
    """
    plan, packs = folder / "plan", folder / "packs"
    given = {name: text.encode() for name, text in case.get("files", {}).items()}
    given |= {name: bytes.fromhex(digits) for name, digits in case.get("bytes", {}).items()}
    given |= {name: b"#" * int(size) for name, size in case.get("sizes", {}).items()}
    if "plan.yaml" not in given and case.get("frame") != "none":
        given["plan.yaml"] = FRAME.encode()
    for name, data in given.items():
        _write(plan / name, data)
    for name, target in case.get("links", {}).items():
        (plan / name).symlink_to(target)
    if "sealed" in case:
        _seal(plan / "versions" / "v1", {"plan.yaml": FRAME, **case["sealed"]})
    for name, text in case.get("guide", {}).items():
        _write(packs / "g" / name, text.encode())
    return plan, packs if "guide" in case else None


def _seal(folder: Path, files: dict[str, str]) -> None:
    """A sealed version with these files, as sound as one that `plankit freeze` made."""
    for name, text in files.items():
        _write(folder / name, text.encode())
    plan = read_plan(folder).plan
    assert plan is not None
    seal = Seal(
        plan=plan.plan.id,
        title="P",
        version="v1",
        decisions=(SealedDecision(body="B", date="2026-01-01", day=date(2026, 1, 1)),),
        content=content_checksum(plan),
        files=file_sums(folder, tuple(files)),
        plankit="2026.1",
        sealed=date(2026, 1, 2),
    )
    _write(folder / SEAL_FILE, seal_text(seal).encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
