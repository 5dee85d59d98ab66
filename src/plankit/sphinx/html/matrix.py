"""The responsibility matrix as HTML. A cell says its whole sentence to a screen reader."""

from __future__ import annotations

from plankit.language import N_
from plankit.model.parties import Rasci, Responsibility, Task
from plankit.sphinx.html.markup import NOTHING, Html, bullets, esc, join, wrapped
from plankit.sphinx.html.page import Page
from plankit.views.matrix import Cell, Matrix, Row, responsibility_matrix
from plankit.views.reading import Party

WORDS = {
    Rasci.RESPONSIBLE: N_("carries it out"),
    Rasci.ACCOUNTABLE: N_("is accountable"),
    Rasci.SUPPORTS: N_("supports"),
    Rasci.CONSULTED: N_("is consulted"),
    Rasci.INFORMED: N_("is informed"),
}
"""What each letter means, as the end of a sentence that begins with the agency."""


def legend(page: Page) -> Html:
    """What the letters mean."""
    rows = "".join(f"<div><dt>{letter}</dt><dd>{esc(page.t(WORDS[letter]))}</dd></div>\n" for letter in Rasci)
    return Html(f'<dl class="pk-legend">\n{rows}</dl>\n')


def sentence(page: Page, party: Party, cell: Cell) -> str:
    """The cell as a sentence: who, and what it is to the task."""
    return f"{party.name} " + ", ".join(page.t(WORDS[letter]) for letter in cell.letters)


def _cell(page: Page, party: Party, cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>\n"
    letters = "".join(cell.letters)
    basis = (
        " pk-by-law"
        if any(page.reading.vocabulary.code("basis", one.basis or "") == "law" for one in cell.entries)
        else ""
    )
    return (
        f'<td class="pk-cell pk-cell-{letters[:1]}{basis}"><span aria-hidden="true">{letters}</span>'
        f'<span class="pk-hidden">{esc(sentence(page, party, cell))}</span></td>\n'
    )


def _row(page: Page, columns: list[Party], row: Row) -> str:
    cells = "".join(_cell(page, party, row.cells.get(party.id)) for party in columns)
    return f'<tr><th scope="row"{page.anchor_id(f"task-{row.task}")}>{esc(row.title)}</th>\n{cells}</tr>\n'


def matrix(page: Page, *, agency: str = "", phase: str = "") -> Html:
    """The whole matrix, or the rows of one agency or phase: a table a phase, and a list for narrow screens."""
    view = responsibility_matrix(page.reading, agency=agency, phase=phase)
    if not view.rows:
        return NOTHING
    parts = [legend(page)]
    for code, name in view.phases:
        rows = view.rows_in(code)
        title = name or page.t("Tasks")
        parts += [page.heading(2, f"phase-{code or 'other'}", title), _table(page, view, rows, title)]
        parts.append(_list(page, view, rows))
    shown = {row.task for row in view.rows}
    return join(
        [*parts, _explained(page, tuple(task for task in page.reading.plan.tasks if task.id in shown))]
    )


def _table(page: Page, view: Matrix, rows: tuple[Row, ...], title: str) -> Html:
    used = {party for row in rows for party in row.cells}
    columns = [party for party in view.columns if party.id in used]
    heads = "".join(
        f'<th scope="col" class="pk-turned"><span>{page.link(party.id, party.short_name)}</span></th>\n'
        for party in columns
    )
    caption = f"{page.t('Who does what')}: {title}"
    body = "".join(_row(page, columns, row) for row in rows)
    return Html(
        '<div class="pk-wide">'
        + wrapped(
            f'<table class="docutils pk-matrix">\n<caption>{esc(caption)}</caption>\n<thead><tr>'
            f'<th scope="col">{esc(page.t("Task"))}</th>\n{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n',
            caption,
        )
        + "</div>\n"
    )


def _list(page: Page, view: Matrix, rows: tuple[Row, ...]) -> Html:
    items = []
    for row in rows:
        who = "".join(
            f'<li><span class="pk-letter">{"".join(row.cells[party.id].letters)}</span> '
            f"{esc(sentence(page, party, row.cells[party.id]))}</li>\n"
            for party in view.columns
            if party.id in row.cells
        )
        items.append(
            f'<li><p class="pk-tile-title">{esc(row.title)}</p>\n<ul class="pk-plain">{who}</ul></li>\n'
        )
    return Html(f'<ul class="pk-narrow pk-rows">\n{"".join(items)}</ul>\n')


def basis(page: Page, entry: Responsibility) -> Html:
    """What a responsibility rests on, and from when to when it holds."""
    ends = (entry.valid_from, entry.valid_to)
    parts = [
        esc(page.reading.label("basis", entry.basis)),
        page.line(entry.basis_text),
        esc("; ".join(one.text for one in entry.legal_basis)),
        esc("–".join(one.text for one in ends if one)),
        page.line(entry.notes),
        page.links(entry.applies_to),
    ]
    return join((part for part in parts if part), ", ")


def _explained(page: Page, tasks: tuple[Task, ...]) -> Html:
    """What the plan's own tasks are about."""
    items = []
    for task in tasks:
        law = esc("; ".join(one.text for one in task.legal_basis))
        told = join((part for part in (page.line(task.text), law, page.line(task.notes)) if part), ". ")
        if told:
            items.append(Html(f"<strong>{page.line(task.title)}</strong>: {told}"))
    words = page.t("The plan's own tasks")
    return join([page.heading(2, "own-tasks", words), bullets(items, "pk-plain")]) if items else NOTHING


def rows_of_agency(page: Page, agency: str, rows: tuple[Row, ...]) -> Html:
    """One agency's rows as sentences: the task, and what the agency is to it."""
    items = []
    for row in rows:
        letters = row.cells[agency].letters
        words = ", ".join(page.t(WORDS[letter]) for letter in letters)
        href = page.href(f"task:{row.task}")
        title = (
            Html(f'<a class="reference internal" href="{esc(href)}">{esc(row.title)}</a>')
            if href
            else esc(row.title)
        )
        grounds = join(
            dict.fromkeys(filter(None, (basis(page, one) for one in row.cells[agency].entries))), "; "
        )
        ground = f' <span class="pk-note">({grounds})</span>' if grounds else ""
        items.append(
            f'<li><span class="pk-letter">{"".join(letters)}</span> {title}: {esc(words)}{ground}</li>\n'
        )
    return Html(f'<ul class="pk-plain">\n{"".join(items)}</ul>\n') if items else NOTHING
