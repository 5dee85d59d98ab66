"""The output `pdf`: a plan, one agency's part, or one procedure as a card, as a PDF for everybody and for long."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plankit.freezing.standing import standing_of
from plankit.language import N_, chosen_language, translate
from plankit.model.nearest import nearest
from plankit.outputs import OutputRefused, OutputUnknown, Request, Result
from plankit.papers.blocks import Document
from plankit.papers.council import council_names, council_paper
from plankit.papers.names import file_stem
from plankit.papers.pictures import plan_pictures
from plankit.papers.whole import SINGLE, plan_document, single_papers
from plankit.pdf.setting import ACCENT, Look, set_paper
from plankit.source.all_or_nothing import write_files
from plankit.source.seals import source_files
from plankit.views.adopted import latest_version, stamp
from plankit.views.colours import LIGHT_SURFACES, is_colour, nearest_readable
from plankit.views.discretion import discretion
from plankit.views.reading import Reading

ARCHIVE = "archive"
"""What `only` says for the whole plan with its source files inside."""
_READABLE = 4.5
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def build_pdf(request: Request) -> Result:
    """Write a PDF into the folder `request.out`; its name tells kind and period of the plan, never its theme.

    Raises `OutputUnknown` where `only` names nothing of the plan, `OutputFailed` where the paper cannot be made, and
    `OutputRefused` where `out` is a file.
    """
    plan = request.loaded.plan
    assert plan is not None
    language = chosen_language(request.language or plan.plan.language)
    reading = Reading(plan, request.loaded.guide, language, request.loaded.findings)
    if request.out.exists() and not request.out.is_dir():
        raise OutputRefused("not-a-folder", request.out)
    document, name = _paper(request, reading)
    attached = source_zip(request.folder, request.out) if request.only == ARCHIVE else b""
    made = set_paper(document, _look(reading, request.today), attached=attached)
    name = request.file_name or name
    request.out.mkdir(parents=True, exist_ok=True)
    write_files(request.out, {name: made.data}, {})
    return Result(
        start=request.out / name,
        pages=made.pages,
        written=made.pages,
        warnings=tuple(_warnings(made.unknown, language)),
    )


def _paper(request: Request, reading: Reading) -> tuple[Document, str]:
    """The paper that is asked for, and the name of its file."""
    only, today = request.only, request.today
    foot = stamp(standing_of(request.folder, request.loaded), reading)
    if only is None or only == ARCHIVE:
        pictures = plan_pictures(request.folder)
        return plan_document(reading, today=today, stamp=foot, pictures=pictures), f"{file_stem(reading)}.pdf"
    paper = council_paper(only, request.folder, request.loaded, reading, today)
    if paper is not None:
        return paper.document, f"{paper.stem}.pdf"
    kinds = single_papers(reading)
    if only not in kinds:
        raise OutputUnknown(only, nearest(only, (*council_names(reading, today), *kinds)))
    made = SINGLE[kinds[only]](reading, only, today=today, stamp=foot)
    return made, f"{file_stem(reading, discretion(reading.guide).anchor(only))}.pdf"


def _look(reading: Reading, today: date) -> Look:
    site = reading.plan.plan.site
    colour = site.colour if site and site.colour and is_colour(site.colour) else ACCENT
    return Look(day=_day(reading, today), accent=nearest_readable(colour, LIGHT_SURFACES, _READABLE))


def _day(reading: Reading, today: date) -> date:
    """The day of the paper: that of the plan's version or of the plan; the day it is made where it states none."""
    version = latest_version(reading)
    stated = (version and version.revised, version and version.date, reading.plan.plan.document_date)
    return next((day for one in stated if one and (day := one.end_day or one.start_day)), today)


def _warnings(unknown: str, language: str) -> Iterator[str]:
    if unknown:
        words = N_("The PDF has no type for these characters and shows a sign in their place: {characters}")
        yield translate(words, language).format(characters=" ".join(unknown))


def source_zip(folder: Path, out: Path) -> bytes:
    """The files that the plan is made from, packed, without those in `out`: the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source_files(folder):
            if (folder / name).resolve().is_relative_to(out.resolve()) and out.resolve() != folder.resolve():
                continue
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # 3 is Unix: otherwise the system that packs it would be told.
            entry.create_system = 3
            archive.writestr(entry, (folder / name).read_bytes())
    return packed.getvalue()
