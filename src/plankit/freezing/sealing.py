"""Seals a version of a plan: an exact copy of its files with the checksums that prove it."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import plankit
from plankit.language import N_
from plankit.loading import Loaded
from plankit.model.frame import Decision, Version
from plankit.model.merged import of_this_plan
from plankit.model.seal import SEAL_FILE, VERSIONS, Seal, SealedDecision, content_checksum, seal_text
from plankit.source.seals import file_sums, read_seal, sealed_folder, source_files
from plankit.views.adopted import deciding, latest_version
from plankit.views.reading import Reading


class SealRefused(ValueError):
    """The version may not be sealed; `message` is a sentence that `values` fill in."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message, self.values = message, values


@dataclass(frozen=True, kw_only=True)
class Sealing:
    """A version that is sealed."""

    seal: Seal
    folder: Path
    is_new: bool
    """Whether it was sealed now; else it was before, and nothing was written."""


NO_VERSION = N_("The plan lists no version. Add the one that was adopted under “versions”.")
UNKNOWN = N_("The plan has no version “{version}”. It has: {known}.")
NO_DECISION = N_(
    "No decision says that version “{version}” was adopted. Add it under “decisions” with “kind: adopted”,"
    " “version: {version}”, its body and its date."
)
NO_DAY = N_("The decision of {body} on version “{version}” has no date that says the day.")
DIFFERS = N_(
    "Version “{version}” is sealed already, and the plan says something else now. A sealed version never changes:"
    " list a new version with its own decision, and seal that."
)
BROKEN = N_("Version “{version}” is sealed already, but not as it was sealed. Run “plankit check”.")
NOT_WHOLE = N_("This folder is itself a sealed version.")


def seal_version(folder: Path, loaded: Loaded, *, version: str | None = None, today: date) -> Sealing:
    """Seal the version of that id, else the one that was decided last.

    Afterwards `versions/<id>` in the plan folder holds every source file as it is now and a seal. A version that
    is sealed with the same content is left alone. Raises `SealRefused` where it may not be sealed, `OSError` where
    nothing can be written; either way nothing was changed.
    """
    assert loaded.plan is not None
    reading = Reading(loaded.plan, loaded.guide, loaded.plan.plan.language)
    if (folder / SEAL_FILE).exists():
        raise SealRefused(NOT_WHOLE)
    chosen = _version(reading, version)
    names = source_files(folder)
    seal = Seal(
        plan=loaded.plan.plan.id,
        title=reading.text(loaded.plan.plan.title),
        version=chosen.id,
        label=chosen.label or "",
        decisions=_decisions(reading, chosen),
        content=content_checksum(loaded.plan),
        files=file_sums(folder, names),
        guide=f"{asked.id} {asked.edition}" if (asked := loaded.plan.plan.guide) else "",
        plankit=plankit.__version__,
        sealed=today,
    )
    place = sealed_folder(folder, chosen.id)
    if place.exists():
        return _sealed_before(place, seal)
    _write(folder, place, seal)
    return Sealing(seal=seal, folder=place, is_new=True)


def _version(reading: Reading, wanted: str | None) -> Version:
    versions = of_this_plan(reading.plan.versions)
    if not versions:
        raise SealRefused(NO_VERSION)
    if wanted is None:
        found = latest_version(reading)
        assert found is not None
        return found
    for one in versions:
        if wanted in (one.id, one.label):
            return one
    raise SealRefused(UNKNOWN, version=wanted, known=", ".join(one.id for one in versions))


def _decisions(reading: Reading, version: Version) -> tuple[SealedDecision, ...]:
    found = deciding(reading, version.id)
    if not found:
        raise SealRefused(NO_DECISION, version=version.id)
    return tuple(_sealed(reading, one, version) for one in found)


def _sealed(reading: Reading, decision: Decision, version: Version) -> SealedDecision:
    body = reading.text(decision.body)
    day = decision.date and decision.date.start_day
    if not decision.date or not day or day != decision.date.end_day:
        raise SealRefused(NO_DAY, body=body, version=version.id)
    return SealedDecision(
        body=body,
        date=decision.date.text,
        day=day,
        participant=decision.participant,
        cases=tuple(ref.number for ref in decision.case_refs),
        text=reading.text(decision.text),
        remarks=tuple(reading.text(one) for one in decision.remarks),
    )


def _sealed_before(place: Path, seal: Seal) -> Sealing:
    before, wrong = read_seal(place)
    if before is None or wrong:
        raise SealRefused(BROKEN, version=seal.version)
    if before.content != seal.content or before.decisions != seal.decisions or before.plan != seal.plan:
        raise SealRefused(DIFFERS, version=seal.version)
    return Sealing(seal=before, folder=place, is_new=False)


def _write(folder: Path, place: Path, seal: Seal) -> None:
    """Make the folder whole beside its place, then put it there in one step."""
    parent = folder / VERSIONS
    parent.mkdir(exist_ok=True)
    # The name starts with a dot: what an interrupted run left behind is read by nobody.
    work = Path(tempfile.mkdtemp(prefix=".sealing-", dir=parent))
    try:
        work.chmod(0o755)
        for name in seal.files:
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, work / name)
        (work / SEAL_FILE).write_text(seal_text(seal), encoding="utf-8", newline="\n")
        _, wrong = read_seal(work)
        if wrong:
            # A file was saved while it was copied.
            raise OSError(wrong)
        os.rename(work, place)  # noqa: PTH104 - Path.rename would do the same; the step must be one
    finally:
        shutil.rmtree(work, ignore_errors=True)
