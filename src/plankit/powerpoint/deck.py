"""The part `slides-pptx` of a kit: the deck as a PowerPoint file, to be changed by whoever teaches."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from plankit.powerpoint.form import (
    ACCENT,
    BOTTOM,
    INK,
    MARGIN,
    SOFT,
    TOP,
    WARM,
    WHITE,
    WIDE,
    Form,
    empty_form,
    move,
)
from plankit.powerpoint.saving import saved
from plankit.powerpoint.text import Writer, clean, put
from plankit.teaching.deck import deck
from plankit.teaching.kit import Kit
from plankit.teaching.slide import Block, Deck, Slide, Table, notes_told
from plankit.teaching.slide_fit import height, room, shares

_PLACE = "slides/slides.pptx"
_TONES = {"warning": WARM, "pause": WARM, "question": SOFT, "point": SOFT}
_LINE = 1.27
"""How high a line is beside its type."""
_TITLE_TOP = 180


def write_pptx(kit: Kit, folder: Path) -> None:
    """Write `slides/slides.pptx`. The same kit gives the same bytes."""
    made = deck(kit)
    form = empty_form(made.language)
    slides = {one.id: form.deck.slides.add_slide(_layout(form, one)) for one in made.slides}
    for slide in made.slides:
        _fill(made, slide, slides)
    data = saved(form.deck, title=made.running, language=made.language, today=kit.subject.today)
    (folder / _PLACE).parent.mkdir(parents=True, exist_ok=True)
    (folder / _PLACE).write_bytes(data)


def _layout(form: Form, slide: Slide) -> Any:
    if slide.kind == "title":
        return form.opening
    only_table = bool(slide.blocks) and all(isinstance(one, Table) for one in slide.blocks)
    return form.table if only_table else form.text


def _fill(made: Deck, slide: Slide, slides: Mapping[str, Any]) -> None:
    page = slides[slide.id]
    put(page.shapes.title.text_frame, (slide.title,), made.language)
    if slide.kind in _TONES:
        page.background.fill.solid()
        page.background.fill.fore_color.rgb = RGBColor.from_string(_TONES[slide.kind])
    _blocks(made, slide, page, slides)
    _number(page)
    told = notes_told(made, slide)
    lines = [f"{part.name}: {line}" for part in told for line in part.lines]
    if lines:
        put(page.notes_slide.notes_text_frame, lines, made.language)


def _blocks(made: Deck, slide: Slide, page: Any, slides: Mapping[str, Any]) -> None:
    """Text into the placeholder, then tables and more text below each other."""
    body = next((one for one in page.placeholders if one.placeholder_format.idx == 1), None)
    groups = [(table, tuple(blocks)) for table, blocks in groupby(slide.blocks, _is_table)]
    top = float(_TITLE_TOP if slide.kind == "title" else TOP)
    for is_table, blocks in groups:
        high = height(blocks, room(slide.size, slide.title)) * slide.size * _LINE
        if is_table:
            for block in blocks:
                assert isinstance(block, Table)
                own = height((block,), room(slide.size, slide.title)) * slide.size * _LINE
                _table(made, page, block, slide.size, (top, own))
                top += own + slide.size * 0.6
            continue
        alone = len(groups) == 1
        shape = body if body is not None else page.shapes.add_textbox(0, 0, 0, 0)
        body = None
        move(shape, top, BOTTOM - top if alone else high + slide.size * 0.4)
        shape.text_frame.word_wrap = True
        Writer(page, shape.text_frame, made.language, slide.size, slides).write(blocks)
        top += high + slide.size * 0.6
    if body is not None:
        # An empty placeholder would show as a place to fill in.
        body._element.getparent().remove(body._element)


def _is_table(block: Block) -> bool:
    return isinstance(block, Table)


def _table(made: Deck, page: Any, table: Table, size: int, place: tuple[float, float]) -> None:
    top, high = place
    wide = WIDE - 2 * MARGIN
    rows = (table.head, *table.rows)
    frame = page.shapes.add_table(
        len(rows), len(table.head), Pt(MARGIN), Pt(top), Pt(wide), Pt(min(high, BOTTOM - top))
    )
    name = frame._element.nvGraphicFramePr.cNvPr
    name.set("name", clean(table.caption))
    name.set("descr", clean(table.caption))
    frame.table.first_row, frame.table.first_col, frame.table.horz_banding = True, True, False
    for column, share in zip(frame.table.columns, shares(table), strict=True):
        column.width = Pt(wide * share)
    for at, row in enumerate(rows):
        _row(made, frame.table, at, row, size)


def _row(made: Deck, table: Any, at: int, row: Sequence[str], size: int) -> None:
    for column, text in enumerate(row):
        cell = table.cell(at, column)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(WHITE if at else ACCENT)
        cell.margin_top = cell.margin_bottom = Pt(2)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        put(cell.text_frame, (text,), made.language)
        for run in _runs(cell.text_frame):
            run.font.size = Pt(size * 0.92)
            run.font.bold = at == 0 or column == 0
            run.font.color.rgb = RGBColor.from_string(INK if at else WHITE)


def _runs(frame: Any) -> Iterator[Any]:
    for line in frame.paragraphs:
        yield from line.runs


def _number(page: Any) -> None:
    """Let the slide show its number, as its layout says."""
    for shape in page.slide_layout.placeholders:
        if shape._element.ph.get("type") == "sldNum":
            made = copy.deepcopy(shape._element)
            for style in made.txBody.findall(qn("a:lstStyle")):
                for level in list(style):
                    style.remove(level)
            made.nvSpPr.cNvPr.set("id", str(max(one.shape_id for one in page.shapes) + 1))
            page.shapes._spTree.append(made)
