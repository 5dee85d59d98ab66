"""The matrix as HTML: one table for all screens, which a small screen shows row by row.

Each cell holds its letters for the eye and its whole sentence for whoever listens; on a small screen the
sentence is what everybody reads. So a link to a task leads to the same place on all screens.
"""

from __future__ import annotations

from dataclasses import dataclass

from plankit.html.anchors import free_anchor
from plankit.html.markup import NOTHING, Html, anchor, anchor_name, bullets, esc, facts, join
from plankit.html.matrix_words import (
    basis,
    grounds,
    in_force,
    is_local,
    legend,
    level_words,
    sentence,
    what,
)
from plankit.html.page import Page
from plankit.html.procedure_words import duration
from plankit.model.guide import GuideTask
from plankit.model.parties import Responsibility, Task
from plankit.views.levels import LevelMatrix, level_matrices
from plankit.views.matrix import (
    Cell,
    Cut,
    Matrix,
    Row,
    level_order,
    responsibility_matrix,
    role_parts,
    tasks_of,
)
from plankit.views.reading import Party


@dataclass(frozen=True, kw_only=True)
class _Part:
    """One table: some rows of a matrix under a heading."""

    name: str
    title: str
    caption: str
    rows: tuple[Row, ...]
    columns: tuple[Party, ...]


def _mark(page: Page, cell: Cell) -> str:
    """What stands in the cell for the eye."""
    order = level_order(page.reading)
    shown = "".join(cell.letters) or " ".join(str(order.get(one, one)) for one in cell.levels)
    local = "*" if is_local(page, cell) else ""
    return f"{shown}{local}" if in_force(page, cell) else f"({shown}{local})"


def _css(page: Page, cell: Cell) -> str:
    of = grounds(page, cell)
    css = f"pk-cell pk-cell-{cell.letters[0] if cell.letters else 'level'}"
    ground = "law" if "law" in of else "agreement" if "agreement" in of else ""
    return css + (f" pk-by-{ground}" if ground else "") + ("" if in_force(page, cell) else " pk-not-now")


def _cell(page: Page, party: Party, cell: Cell | None, task: str) -> str:
    if cell is None:
        return "<td></td>\n"
    return (
        f'<td class="{_css(page, cell)}"><span class="pk-mark" aria-hidden="true">{esc(_mark(page, cell))}</span>'
        f'<span class="pk-say">{esc(sentence(page, party, cell))}<span class="pk-of">: {task}</span></span></td>\n'
    )


def _row(page: Page, columns: tuple[Party, ...], row: Row) -> str:
    title = esc(row.title)
    cells = "".join(_cell(page, party, row.cells.get(party.id), title) for party in columns)
    return f'<tr><th scope="row"{page.anchor_id(f"task-{row.task}")}>{title}</th>\n{cells}</tr>\n'


def _table(page: Page, part: _Part) -> Html:
    heads = "".join(
        f'<th scope="col" class="pk-turned"><span>{page.link(party.id, party.short_name)}</span></th>\n'
        for party in part.columns
    )
    body = "".join(_row(page, part.columns, row) for row in part.rows)
    after = free_anchor(page, f"after-{part.name}")
    return Html(
        f'<a class="pk-skip" href="#{after}">{esc(page.t("Skip the table"))}</a>\n'
        f'<div class="pk-scroll pk-scroll-both" role="region" tabindex="0" aria-label="{esc(part.caption)}">\n'
        f'<table class="docutils pk-matrix">\n<caption>{esc(part.caption)}</caption>\n<thead><tr>'
        f'<th scope="col">{esc(page.t("Task"))}</th>\n{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n'
        f'<div id="{after}" tabindex="-1"></div>\n'
    )


def _rests_on(page: Page, part: _Part) -> Html:
    """What the cells rest on, row by row: each ground with the agencies whose cells rest on it."""
    items = []
    for row in part.rows:
        found: dict[Html, list[Party]] = {}
        for party in part.columns:
            for entry in row.cells[party.id].entries if party.id in row.cells else ():
                holders = found.setdefault(basis(page, entry), [])
                if party not in holders:
                    holders.append(party)
        told = [
            Html(f"{ground}: {join((esc(one.short_name) for one in parties), ', ')}")
            for ground, parties in found.items()
            if ground
        ]
        if told:
            items.append(Html(f"<strong>{esc(row.title)}</strong>{bullets(told, 'pk-plain')}"))
    if not items:
        return NOTHING
    words = esc(page.t("What it rests on: {part}").format(part=part.title))
    return Html(
        f'<details class="pk-grounds"><summary>{words}</summary>\n{bullets(items, "pk-plain")}</details>\n'
    )


def _signs(page: Page, matrix: Matrix) -> Html:
    """What the signs of cells mean, as far as there are such cells."""
    cells = [cell for row in matrix.rows for cell in row.cells.values()]
    used = {ground for cell in cells for ground in grounds(page, cell)}
    told = []
    if "law" in used:
        told.append(Html(f'<span class="pk-sign pk-by-law">A</span> {esc(page.t("rests on law"))}'))
    if "agreement" in used:
        words = esc(page.t("rests on an agreement"))
        told.append(Html(f'<span class="pk-sign pk-by-agreement">A</span> {words}'))
    if not all(in_force(page, cell) for cell in cells):
        told.append(Html(f'<span class="pk-sign">( )</span> {esc(page.t("not in force today"))}'))
    if any(is_local(page, cell) for cell in cells):
        told.append(Html(f'<span class="pk-sign">*</span> {esc(page.t("not in all municipalities"))}'))
    return bullets(told, "pk-signs")


def _part(page: Page, part: _Part) -> Html:
    heading = page.heading(2, part.name, part.title)
    return Html(f'<div class="pk-phase">\n{heading}{_table(page, part)}{_rests_on(page, part)}</div>\n')


def _parts(page: Page, view: Matrix) -> list[Html]:
    parts = []
    for code, name in view.phases:
        rows = view.rows_in(code)
        title = name or page.t("Tasks")
        caption = f"{page.t('Who does what')}: {title}"
        made = _Part(
            name=anchor_name(f"phase-{code or 'other'}"),
            title=title,
            caption=caption,
            rows=rows,
            columns=view.columns_of(rows),
        )
        parts.append(_part(page, made))
    return parts


def matrix(page: Page, cut: Cut) -> Html:
    """The whole matrix, or the rows of one agency, phase or municipality: a table for each phase."""
    view = responsibility_matrix(page.reading, cut)
    if not view.rows:
        return NOTHING
    shown = {row.task for row in view.rows}
    own = tuple(task for task in page.reading.plan.tasks if task.id in shown)
    return join([legend(page), _signs(page, view), *_parts(page, view), _explained(page, own)])


def _explained(page: Page, tasks: tuple[Task, ...]) -> Html:
    """What the plan's own tasks are about."""
    items = []
    for task in tasks:
        told = facts(_about(page, task))
        if told:
            items.append(Html(f"<strong>{page.line(task.title)}</strong>{told}"))
    words = page.t("The plan's own tasks")
    return join([page.heading(2, "own-tasks", words), bullets(items, "pk-plain")]) if items else NOTHING


def _about(page: Page, task: Task | GuideTask) -> list[tuple[str, Html]]:
    t = page.t
    if isinstance(task, Task):
        law = page.law(*(one.text for one in task.legal_basis))
    else:
        law = page.law(*(page.reading.law_name(one) for one in task.laws))
    asked = [
        t("exercises public authority") if task.public_authority else "",
        t("rests on each employee and cannot be passed on") if task.personal_duty else "",
        t("somebody must be there at all hours") if task.around_the_clock else "",
    ]
    return [
        (t("About"), page.line(task.text)),
        (t("Legal basis"), law),
        (t("Time limit"), esc(duration(page, task.within)) if task.within else NOTHING),
        (t("Asks for"), esc(", ".join(one for one in asked if one))),
        (t("Remark"), page.line(task.notes)),
    ]


def task(page: Page, task_id: str) -> Html:
    """One task: what it is about, and who is what to it, each with role and ground."""
    known = tasks_of(page.reading).get(task_id)
    if known is None:
        return NOTHING
    cut = Cut(task=task_id, matrix=getattr(known, "matrix", None) or "")
    rows = responsibility_matrix(page.reading, cut).rows
    items = [
        Html(
            f'<span class="pk-letter">{esc(_mark(page, Cell(letters=one.letters, entries=one.entries, levels=one.levels)))}'
            f"</span> {page.link(agency)}{f', {esc(one.role)}' if one.role else ''}{_grounds_of(page, one.entries)}"
        )
        for row in rows
        for agency, cell in row.cells.items()
        for one in role_parts(page.reading, cell)
    ]
    none = Html(f'<p class="pk-none">{esc(page.t("No agency has a part in it."))}</p>\n')
    return join([facts(_about(page, known)), bullets(items, "pk-plain") or none])


def _grounds_of(page: Page, entries: tuple[Responsibility, ...]) -> str:
    told = join(dict.fromkeys(filter(None, (basis(page, one) for one in entries))), "; ")
    return f' <span class="pk-note">({told})</span>' if told else ""


def levels(page: Page, matrix_id: str = "") -> Html:
    """The guide's further matrices as the plan fills them: who holds which task at which level."""
    return join(_level_matrix(page, one) for one in level_matrices(page.reading, matrix_id))


def _level_matrix(page: Page, view: LevelMatrix) -> Html:
    rows = view.matrix.rows
    part = _Part(
        name=f"matrix-{view.id}",
        title=view.title,
        caption=view.title,
        rows=rows,
        columns=view.matrix.columns_of(rows),
    )
    order = level_order(page.reading)
    marks = "".join(f"<div><dt>{order[code]}</dt><dd>{esc(name)}</dd></div>\n" for code, name in view.levels)
    lacking = bullets(
        (
            Html(f"{page.link(one.party.id)} ({esc(level_words(page, one.level))}): {esc(one.title)}")
            for one in view.lacking
        ),
        "pk-plain",
    )
    unfilled = bullets((page.line(one.title) for one in view.unfilled), "pk-plain")
    told = facts(
        [
            (page.t("Nobody holds"), unfilled),
            (page.t("Belongs to the level, but is not given"), lacking),
        ]
    )
    legend_ = Html(f'<dl class="pk-legend">\n{marks}</dl>\n') if marks else NOTHING
    return join([page.prose(view.text), legend_, _part(page, part), told])


def rows_of_agency(page: Page, agency: str, rows: tuple[Row, ...]) -> Html:
    """One agency's rows as sentences: the task, and what the agency is to it."""
    items = []
    for row in rows:
        cell = row.cells[agency]
        href = page.href(f"task:{row.task}")
        title = anchor(href, row.title) if href else esc(row.title)
        parts = _grounds_of(page, cell.entries)
        items.append(
            Html(
                f'<span class="pk-letter">{esc(_mark(page, cell))}</span> {title}: {esc(what(page, cell, with_grounds=False))}{parts}'
            )
        )
    return bullets(items, "pk-plain")
