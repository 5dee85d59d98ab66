"""The output `docx`: the plan, the council's case paper, an agency's part or a card, as Word files."""

from __future__ import annotations

from plankit.freezing.standing import standing_of
from plankit.language import N_, N_count, chosen_language, translate, translate_count
from plankit.model.nearest import nearest
from plankit.outputs import OutputFailed, OutputRefused, OutputUnknown, Request, Result
from plankit.papers.blocks import Document
from plankit.papers.case_paper import blanks, case_paper
from plankit.papers.council import council_names, council_paper
from plankit.papers.names import file_stem, plain
from plankit.papers.pictures import plan_pictures
from plankit.papers.whole import SINGLE, plan_document, single_papers
from plankit.source.all_or_nothing import write_files
from plankit.views.adopted import stamp
from plankit.views.case_paper import adopted_on
from plankit.views.discretion import discretion
from plankit.views.reading import Reading
from plankit.word.form import word_file
from plankit.word.saving import is_ours
from plankit.word.templates import TemplateUnfit

CASE_PAPER = "case-paper"
"""What `only` says for the council's case paper."""


def build_word(request: Request) -> Result:
    """Write a Word file into the folder `request.out`; its name tells kind and period of the plan, never its theme.

    Raises `OutputUnknown` where `only` names nothing of the plan, `OutputFailed` where the template cannot be used, and
    `OutputRefused` where `out` is a file, or where somebody has edited the file that is there.
    """
    plan = request.loaded.plan
    assert plan is not None
    language = chosen_language(request.language or plan.plan.language)
    reading = Reading(plan, request.loaded.guide, language, request.loaded.findings)
    if request.out.exists() and not request.out.is_dir():
        raise OutputRefused("not-a-folder", request.out)
    paper, name = _paper(request, reading)
    name = request.file_name or name
    place = request.out / name
    before = place.read_bytes() if place.exists() else None
    if before is not None and not is_ours(before):
        raise OutputRefused("edited", place)
    try:
        data = word_file(paper, reading, template=request.template, today=request.today)
    except TemplateUnfit as error:
        raise OutputFailed(_said(error, language)) from error
    request.out.mkdir(parents=True, exist_ok=True)
    write_files(request.out, {name: data}, {name: before})
    count = len(paper.chapters)
    return Result(start=place, pages=count, written=count, warnings=_warnings(paper, reading))


def _paper(request: Request, reading: Reading) -> tuple[Document, str]:
    """The paper that is asked for, and the name of its file."""
    only, today = request.only, request.today
    foot = stamp(standing_of(request.folder, request.loaded), reading)
    if only is None:
        pictures = plan_pictures(request.folder)
        return plan_document(
            reading, today=today, stamp=foot, pictures=pictures
        ), f"{file_stem(reading)}.docx"
    if only == CASE_PAPER:
        paper = case_paper(reading, stamp=foot)
        return paper, f"{file_stem(reading, plain(paper.title))}.docx"
    made = council_paper(only, request.folder, request.loaded, reading, today)
    if made is not None:
        return made.document, f"{made.stem}.docx"
    kinds = single_papers(reading)
    if only not in kinds:
        raise OutputUnknown(only, nearest(only, (CASE_PAPER, *council_names(reading, today), *kinds)))
    name = discretion(reading.guide).anchor(only)
    return SINGLE[kinds[only]](reading, only, today=today, stamp=foot), f"{file_stem(reading, name)}.docx"


def _said(error: TemplateUnfit, language: str) -> str:
    values = dict(error.values)
    near = values.get("near")
    values["hint"] = translate(N_("Did you mean “{near}”?"), language).format(near=near) if near else ""
    return " ".join(translate(error.message, language).format(**values).split())


def _warnings(paper: Document, reading: Reading) -> tuple[str, ...]:
    count = len(blanks(paper))
    told = []
    if count and paper.kind != CASE_PAPER:
        words = N_count("{count} blank is to be filled in.", "{count} blanks are to be filled in.")
        return (translate_count(*words, count, reading.language),)
    if paper.kind != CASE_PAPER:
        return ()
    if count:
        words = N_count(
            "{count} blank in the case paper is to be filled in.",
            "{count} blanks in the case paper are to be filled in.",
        )
        told.append(translate_count(*words, count, reading.language))
    when = adopted_on(reading)
    if when:
        words_of_adoption = N_(
            "The plan was adopted on {date}; the case paper proposes it as if it were not."
        )
        told.append(reading.words(words_of_adoption).format(date=when))
    return tuple(told)
