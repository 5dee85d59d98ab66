"""Papers of a plan: all of it, one agency's part, or one procedure as a card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plankit.html.page import Page, Site
from plankit.html.pieces import BY_NAME, VIEW_PIECES, Options, draw
from plankit.language import N_
from plankit.papers.blocks import Block, Chapter, Document, Facts, Figure, Group, Heading, Paragraph, Table
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import INSIDE, Place
from plankit.papers.names import running_head
from plankit.papers.prose import pieces_in, prose_blocks, without_heading
from plankit.papers.settle import inside, settled, with_picture
from plankit.papers.sheets import on_sheets
from plankit.views.discretion import discretion
from plankit.views.outline import Chapter as Outlined
from plankit.views.outline import outline, page_heading, section_pages
from plankit.views.paragraphs import chapter_numbers, numbered_text
from plankit.views.reading import Reading

LEFT_OUT: Mapping[str, str] = {
    "action-cards": "Each card is a paper of its own; the procedures stand in the plan in full.",
    "cases": "It plays the plan through on a screen, and changes with every edit.",
    "due": "It tells of one day, and a paper is read on another.",
    "coverage": "It tells the authors what is left to do; it is no part of what a council adopts.",
    "groups": "It sorts the same measures once more.",
    "safety": "It tells how to use the website.",
    "score": "It tells the authors and those who judge; it is no part of what a council adopts.",
    "status": "It sorts the same measures once more; each has its status on its card.",
    "yearly-reports": "Each yearly report is a paper of its own.",
    "matrix-gaps": "It tells the authors what is left to do.",
}
"""Chapters of the site that are on no paper, and why."""

WIDE = 9
"""Columns of a table from which on its chapter needs the page on its side."""


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A chapter before it is drawn: a text of its authors' or a piece."""

    name: str
    title: str
    level: int
    text: str = ""
    piece: str = ""
    options: Options

    def pieces(self) -> Iterator[tuple[str, Options]]:
        """The pieces in it."""
        if self.piece:
            yield self.piece, self.options
        yield from pieces_in(self.text)


def plan_document(
    reading: Reading, *, today: date, stamp: tuple[str, ...] = (), pictures: Mapping[str, bytes] | None = None
) -> Document:
    """The whole plan: its front, then the chapters of the site in their order, without those in `LEFT_OUT`.

    `pictures` are the files that its pages may show, by their names in the plan folder.
    """
    parts = tuple(_parts(reading, outline(reading)))
    site = _site(reading, parts, today)
    frame = reading.plan.plan
    return Document(
        title=reading.text(frame.title),
        subtitle=reading.text(frame.subtitle),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        arms=_arms(reading, pictures or {}),
        front=_front(site),
        chapters=settled((_drawn(site, part) for part in parts), pictures or {}),
        words=words(reading),
    )


def agency_document(
    reading: Reading, agency_id: str, *, today: date, stamp: tuple[str, ...] = ()
) -> Document:
    """One agency's part: what it is to the plan, then the measures that it answers for or helps with, in full."""
    party = reading.party(agency_id)
    measures = _Part(
        name="measures",
        title=reading.words(N_("The measures in full")),
        level=1,
        piece="measures",
        options={"agency": agency_id},
    )
    own = _Part(name="agency", title=party.name, level=1, piece="agency", options={"agency": agency_id})
    site = _site(reading, (own, measures), today)
    drawn = (_drawn(site, own), _drawn(site, measures))
    return Document(
        title=party.name,
        subtitle=reading.text(reading.plan.plan.title),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind="agency",
        front=_front(site),
        chapters=settled((one for one in drawn if one.blocks), {}),
        words=words(reading),
    )


def card_document(
    reading: Reading, procedure_id: str, *, today: date, stamp: tuple[str, ...] = ()
) -> Document:
    """One procedure as a card for the wall."""
    options = {"procedure": procedure_id}
    title = reading.numbered_title(procedure_id)
    part = _Part(name="card", title=title, level=1, piece="action-card", options=options)
    site = _site(reading, (part,), today)
    return Document(
        title=title,
        subtitle=reading.text(reading.plan.plan.title),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind="card",
        size="a5",
        chapters=settled((_headless(_drawn(site, part)),), {}),
        words=words(reading),
    )


def year_document(reading: Reading, plan_id: str, *, today: date, stamp: tuple[str, ...] = ()) -> Document:
    """One activity plan by itself: its stage and decision, its activities, their costs, and what is left out."""
    title = reading.numbered_title(plan_id)
    part = _Part(name="year", title=title, level=1, piece="year", options={"year": plan_id})
    site = _site(reading, (part,), today)
    return Document(
        title=title,
        subtitle=reading.text(reading.plan.plan.title),
        language=reading.language,
        running=running_head(reading),
        stamp=stamp,
        kind="year",
        front=tuple(one for one in _front(site) if not isinstance(one, Facts)),
        chapters=settled((_drawn(site, part),), {}),
        words=words(reading),
    )


SINGLE: Mapping[str, Callable[..., Document]] = {
    "agency": agency_document,
    "card": card_document,
    "year": year_document,
}
"""What makes the paper of one entry, by the kind of paper."""


def single_papers(reading: Reading) -> Mapping[str, str]:
    """Each id that a paper of its own can be made of, and the kind of paper."""
    return {
        **{party.id: "agency" for party in reading.named_parties},
        **{one.id: "card" for one in reading.plan.procedures},
        **{one.id: "year" for one in reading.plan.activity_plans},
    }


def _headless(chapter: Chapter) -> Chapter:
    """The chapter of a card without the heading of the card: it is that of the chapter."""
    blocks = tuple(
        replace(one, blocks=tuple(inner for inner in one.blocks if not isinstance(inner, Heading)))
        if isinstance(one, Group)
        else one
        for one in chapter.blocks
    )
    return replace(chapter, blocks=blocks)


def words(reading: Reading) -> tuple[tuple[str, str], ...]:
    """What the form of any paper says, in the language of the paper."""
    return (
        ("contents", reading.words(N_("Contents"))),
        ("page", reading.words(N_("{page} of {pages}"))),
        ("source", reading.words(N_("The files that the plan was made from"))),
    )


def _parts(reading: Reading, chapters: Iterable[Outlined]) -> Iterator[_Part]:
    texts = {page.path: page.text for page in reading.plan.pages}
    if "index.md" in texts:
        text = texts["index.md"]
        title = page_heading(text) or reading.text(reading.plan.plan.title)
        yield _Part(name="index", title=title, level=1, text=without_heading(text), options={})
    numbers = chapter_numbers(reading)
    yield from _below(chapters, lambda one: _text(one, texts, numbers), 1)


def _text(chapter: Outlined, texts: Mapping[str, str], numbers: Mapping[str, str]) -> str:
    """The chapter's own text; on hearing, with the numbers of its paragraphs."""
    text = without_heading(texts.get(chapter.page, "")) if chapter.page else chapter.text
    return numbered_text(text, numbers.get(chapter.name, ""))[0]


def _below(chapters: Iterable[Outlined], text: Callable[[Outlined], str], level: int) -> Iterator[_Part]:
    for one in chapters:
        if one.view in LEFT_OUT:
            continue
        piece = VIEW_PIECES.get(one.view, one.view)
        argument = BY_NAME[piece].argument if piece else ""
        yield _Part(
            name=one.name,
            title=one.title,
            level=level,
            text=text(one),
            piece=piece,
            options={argument: one.argument} if argument else {},
        )
        yield from _below(one.children, text, level + 1)


def _site(reading: Reading, parts: tuple[_Part, ...], today: date) -> Site:
    return Site(
        reading,
        addresses=dict(_addresses(reading, parts)),
        uri=lambda start, document: f"{INSIDE}{document}",
        today=today,
    )


def _addresses(reading: Reading, parts: tuple[_Part, ...]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Where the paper shows each entry: of two places, the one that shows it in full, else the first."""
    # The pieces draw their anchors as the site needs them: those that tell the theme are codes.
    quiet = discretion(reading.guide)
    best: dict[str, tuple[int, str, str]] = {}
    for part in parts:
        best.setdefault(f"chapter:{part.name}", (0, part.name, ""))
        for piece, options in part.pieces():
            best.setdefault(f"chapter:{piece}", (0, part.name, ""))
            for shown in BY_NAME[piece].shows(reading, options):
                known = best.get(shown.key)
                if known is None or shown.rank < known[0]:
                    best[shown.key] = (shown.rank, part.name, quiet.anchor(shown.anchor))
    names = {part.name for part in parts}
    for entry, chapter in section_pages(reading.plan):
        if chapter in names:
            best.setdefault(entry, (0, chapter, ""))
    for key, (_, chapter, place) in best.items():
        yield key, (chapter, place)


def _drawn(site: Site, part: _Part) -> Chapter:
    page = Page(site, part.name)
    place = Place(chapter=part.name, level=part.level)
    made = prose_blocks(part.text, page, place) if part.text else ()
    if part.piece:
        made += blocks_of(draw(page, part.piece, part.options), place)
    made = tuple(on_sheets(site.reading, made))
    return Chapter(name=part.name, title=part.title, level=part.level, blocks=made, landscape=_is_wide(made))


def _is_wide(blocks: Iterable[Block]) -> bool:
    return any(
        (isinstance(one, Table) and one.columns >= WIDE) or any(map(_is_wide, inside(one))) for one in blocks
    )


def _arms(reading: Reading, pictures: Mapping[str, bytes]) -> Figure | None:
    """The arms of the municipality; `None` where the plan has none or says not what they show."""
    site = reading.plan.plan.site
    if site is None or not site.arms or site.arms not in pictures:
        return None
    shown = with_picture(Figure(svg="", title=reading.text(site.arms_text), source=site.arms), pictures)
    return shown if isinstance(shown, Figure) and shown.title else None


def _front(site: Site) -> tuple[Block, ...]:
    """What the front must say: notice, municipality, period, who adopted it and when."""
    page = Page(site, "index")
    drawn = blocks_of(draw(page, "front", {}), Place(chapter="index"))
    # The subtitle stands beneath the title already.
    kept = tuple(one for one in drawn if not (isinstance(one, Paragraph) and one.style == "subtitle"))
    made = settled((Chapter(name="index", title="", level=1, blocks=kept),), {})
    return made[0].blocks
