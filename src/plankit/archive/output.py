"""The output `archive`: one folder or zip with a version of a plan, for the records system."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

from plankit.freezing.manifest import MANIFEST, manifest_text, published_files
from plankit.freezing.standing import standing_of
from plankit.language import LANGUAGES, N_, chosen_language
from plankit.loading import load
from plankit.model.seal import SEAL_FILE, seal_text
from plankit.outputs import OutputFailed, OutputMissing, OutputRefused, Request, Result, find_output
from plankit.source.seals import sealed_folder, source_files
from plankit.views.adopted import Kind, Standing, said, stamp
from plankit.views.reading import Reading

SOURCE = "source"
README = "README.txt"
METADATA = "metadata.xml"
_ZIP = ".zip"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def build_archive(request: Request) -> Result:
    """Write the archive of a plan to `request.out`: a zip where its name ends in `.zip`, else a folder.

    It holds the plan as PDF/A, its source files, what it is in words and as data, and a list of all with checksums.
    Where the plan says what was adopted, the sealed version is what goes in. Same plan, same day: same bytes.
    Raises `OutputRefused` where something else lies there, `OutputFailed` where the PDF cannot be made; nothing is
    half written.
    """
    wanted, standing = _sealed(request)
    plan = wanted.loaded.plan
    assert plan is not None
    out = request.out.resolve()
    as_zip = out.suffix.lower() == _ZIP
    _check(request.folder.resolve(), out, as_zip=as_zip)
    language = chosen_language(request.language or plan.plan.language)
    reading = Reading(plan, wanted.loaded.guide, language if language in LANGUAGES else "en")
    out.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place, so that putting it there is one step.
    with tempfile.TemporaryDirectory(prefix=".plankit-", dir=out.parent) as name:
        work = Path(name, "archive")
        work.mkdir()
        pages, warnings = _fill(work, wanted, standing, reading)
        if as_zip:
            packed = Path(name, "archive.zip")
            _pack(work, packed)
            packed.replace(out)
        else:
            _put(work, out, Path(name, "before"))
    start = request.out if as_zip else request.out / README
    return Result(start=start, pages=pages, written=pages, warnings=warnings)


def _sealed(request: Request) -> tuple[Request, Standing]:
    """The request for the sealed version where that is what the plan says; else as it is."""
    standing = standing_of(request.folder, request.loaded)
    if standing.kind is not Kind.ADOPTED or standing.seal is None:
        return request, standing
    place = sealed_folder(request.folder, standing.seal.version)
    if not (place / SEAL_FILE).is_file():
        return request, standing
    loaded = load(place, language=request.language, today=request.today)
    return replace(request, folder=place, loaded=loaded), standing_of(place, loaded)


def _check(folder: Path, out: Path, *, as_zip: bool) -> None:
    if folder == out or folder.is_relative_to(out):
        raise OutputRefused("around-plan", out)
    if as_zip:
        if out.is_dir():
            raise OutputRefused("not-empty", out)
        return
    if out.exists() and not out.is_dir():
        raise OutputRefused("not-a-folder", out)
    if out.is_dir() and any(out.iterdir()) and not ((out / MANIFEST).is_file() and (out / SOURCE).is_dir()):
        raise OutputRefused("not-empty", out)


def _fill(work: Path, request: Request, standing: Standing, reading: Reading) -> tuple[int, tuple[str, ...]]:
    """Put everything into the folder; returns pages and warnings of the PDF."""
    made = _paper(work, request)
    for name in source_files(request.folder):
        target = work / SOURCE / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(request.folder / name, target)
    if standing.seal is not None:
        _write(work / SEAL_FILE, seal_text(standing.seal))
    _write(work / METADATA, metadata(reading, standing))
    _write(work / README, readme(reading, standing))
    text = manifest_text(
        work,
        published_files(work),
        plan=reading.plan,
        standing=standing,
        today=request.today,
        kind="archive",
        language=reading.language,
    )
    _write(work / MANIFEST, text)
    return made.pages, made.warnings


def _paper(work: Path, request: Request) -> Result:
    try:
        return find_output("pdf")(replace(request, out=work, only="archive", remember=False))
    except OutputMissing as error:
        # Whoever asked for the archive has not asked for a PDF by name.
        raise OutputFailed(f'pip install "plankit[pdf]" ({error})') from error


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def readme(reading: Reading, standing: Standing) -> str:
    """What lies in the archive, in the plan's language, for whoever opens it in thirty years."""
    t = reading.words
    files = (
        ("*.pdf", t(N_("The plan as a document, in the format PDF/A for long keeping."))),
        (f"{SOURCE}/", t(N_("The files that the plan is made from: plain text that any program can read."))),
        (SEAL_FILE, t(N_("The seal of the adopted version: its decisions, and a checksum of each file."))),
        (METADATA, t(N_("Title, body, date and case numbers, as Dublin Core."))),
        (MANIFEST, t(N_("Every file with its checksum (SHA-256)."))),
    )
    kept = [one for one in files if one[0] != SEAL_FILE or standing.seal is not None]
    lines = [
        reading.text(reading.plan.plan.title),
        reading.text(reading.plan.plan.subtitle),
        "",
        said(reading, standing),
        *stamp(standing, reading),
        "",
        *(f"{name}: {words}" for name, words in kept),
    ]
    return "\n".join(line for number, line in enumerate(lines) if line or number > 1) + "\n"


def metadata(reading: Reading, standing: Standing) -> str:
    """The plan in the terms of Dublin Core, which every records system can take in."""
    frame, seal = reading.plan.plan, standing.seal
    cases = [one for decision in seal.decisions for one in decision.cases] if seal else []
    cases += [ref.number for ref in frame.case_refs]
    rows: list[tuple[str, str]] = [
        ("title", reading.text(frame.title)),
        ("alternative", reading.text(frame.subtitle)),
        ("type", reading.label("document-type", frame.document_type)),
        ("language", frame.language),
        ("temporal", frame.period.text if frame.period else ""),
        *(("creator", reading.text(one.name)) for one in reading.plan.participants),
        *(("identifier", one) for one in dict.fromkeys(cases)),
    ]
    if seal:
        rows += [("hasVersion", seal.name)]
        rows += [("dateAccepted", one.day.isoformat()) for one in seal.decisions]
        rows += [("provenance", one.body) for one in seal.decisions]
    body = "".join(
        f"  <dcterms:{name}>{escape(_legal(value))}</dcterms:{name}>\n" for name, value in rows if value
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<metadata xmlns:dcterms="http://purl.org/dc/terms/">\n'
    return f"{head}{body}</metadata>\n"


def _legal(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return "".join(sign for sign in " ".join(text.split()) if sign >= " " and sign not in "\ufffe\uffff")


def _pack(work: Path, out: Path) -> None:
    """A zip with the same bytes wherever it is made: sorted, without times, and not compressed."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name in _names(work):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, (work / name).read_bytes())


def _names(work: Path) -> Iterable[str]:
    return sorted(path.relative_to(work).as_posix() for path in work.rglob("*") if path.is_file())


def _put(work: Path, out: Path, before: Path) -> None:
    """Put the finished folder in its place; an earlier archive there goes first."""
    if out.is_dir():
        os.rename(out, before)  # noqa: PTH104
    os.rename(work, out)  # noqa: PTH104
