"""Compares a PDF with the adopted version of a plan."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from plankit.freezing.verdicts import (
    DIFFERS,
    NOT_A_FORM,
    NOT_BUILT,
    PDF_HOLDS,
    PDF_SAYS,
    PDF_SILENT,
    REBUILT,
    Grade,
    Reason,
    Verdict,
)
from plankit.loading import Loaded, load
from plankit.model.seal import Seal, content_checksum, with_living
from plankit.outputs import OutputFailed, OutputMissing, OutputUnknown, Request, find_output
from plankit.source.reader import read_plan
from plankit.source.seals import sealed_folder
from plankit.views.adopted import short

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LARGEST = 100_000_000


def verify_pdf(data: bytes, folder: Path, seal: Seal, work: Path) -> Verdict:
    """How sure it is that a PDF is the sealed version: built again and compared, else by what it carries."""
    if not data.startswith(b"%PDF"):
        return Verdict(grade=Grade.CANNOT_TELL, reasons=((NOT_A_FORM, {}),))
    told: list[Reason] = []
    for number, (place, loaded, day, only) in enumerate(_ways(folder, seal)):
        made = _built(place, loaded, day, only, work / f"pdf-{number}")
        if isinstance(made, str):
            told = [(NOT_BUILT, {"reason": made})]
            break
        if data in made:
            return Verdict(grade=Grade.IDENTICAL, reasons=((REBUILT, _version(seal)),))
    told = told or [(DIFFERS, {})]
    if seal.content in _attached(data):
        return Verdict(grade=Grade.SAME_CONTENT, reasons=(*told, (PDF_HOLDS, _version(seal))))
    if any(short(seal.content).encode() in part for part in (data, *_streams(data))):
        return Verdict(grade=Grade.CANNOT_TELL, reasons=(*told, (PDF_SAYS, _version(seal))))
    return Verdict(grade=Grade.CANNOT_TELL, reasons=(*told, (PDF_SILENT, {})))


def _version(seal: Seal) -> dict[str, str]:
    return {"version": seal.name, "checksum": short(seal.content)}


def _ways(folder: Path, seal: Seal) -> Iterator[tuple[Path, Loaded, date, str | None]]:
    """The ways in which the PDF may have been made: from the plan or the sealed version, for reading or for keeping."""
    for day in dict.fromkeys((date.today(), seal.sealed)):
        place = sealed_folder(folder, seal.version)
        sealed, working = load(place, today=day), load(folder, today=day)
        yield place, sealed, day, "archive"
        yield place, sealed, day, None
        if working.plan is not None and sealed.plan is not None:
            alive = with_living(sealed.plan, working.plan)
            yield folder, replace(sealed, plan=alive, seals=working.seals), day, None


def _built(place: Path, loaded: Loaded, day: date, only: str | None, out: Path) -> tuple[bytes, ...] | str:
    request = Request(folder=place, loaded=loaded, out=out, today=day, remember=False, only=only)
    try:
        find_output("pdf")(request)
    except (OutputFailed, OutputMissing, OutputUnknown) as error:
        return str(error)
    return tuple(one.read_bytes() for one in sorted(out.rglob("*.pdf")))


def _streams(data: bytes) -> Iterator[bytes]:
    """Every stream of a PDF that can be unpacked."""
    for match in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(match[1], _LARGEST)
        except zlib.error:
            continue


def _attached(data: bytes) -> set[str]:
    """The checksums of the content of the plans whose source lies in the PDF."""
    found = set()
    for part in _streams(data):
        if part.startswith(b"PK\x03\x04"):
            with tempfile.TemporaryDirectory(prefix="plankit-") as name:
                try:
                    with zipfile.ZipFile(io.BytesIO(part)) as packed:
                        if sum(one.file_size for one in packed.infolist()) > _LARGEST:
                            continue
                        packed.extractall(name)
                except (zipfile.BadZipFile, OSError):
                    continue
                plan = read_plan(Path(name)).plan
                found |= {content_checksum(plan)} if plan else set()
    return found
