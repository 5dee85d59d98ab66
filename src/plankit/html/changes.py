"""What changed between two texts of a plan, as a piece of a page."""

from __future__ import annotations

from plankit.html.markup import NOTHING, Html, bullets, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.views.change_list import FieldChange
from plankit.views.changes_told import Told, ToldGroup, is_long, summary, told
from plankit.views.reading import Reading


def changes(reading: Reading, groups: tuple[ToldGroup, ...]) -> Html:
    """The changes in groups, each with its heading; inside a group by kind."""
    return join(_group(reading, one) for one in groups)


def changes_piece(page: Page) -> Html:
    """What is changed in a draft beside the adopted text, in groups for those who decide on it."""
    found = page.site.changes
    if found is None:
        return Html(f"<p>{esc(page.t(N_('This text is not compared with an adopted one.')))}</p>\n")
    groups = told(page.reading, found)
    parts = [Html(f"<p>{esc(summary(page.reading, found))}</p>\n")]
    for group in groups:
        parts += [
            page.heading(2, f"group-{group.group}", f"{group.title} ({group.count})"),
            _kinds(page.reading, group),
        ]
    return join(parts)


def _kinds(reading: Reading, group: ToldGroup) -> Html:
    return join(
        Html(
            f"<h3>{esc(kind.title)}</h3>\n{bullets((_told(reading, one) for one in kind.changes), 'pk-changes')}"
        )
        for kind in group.kinds
    )


def _group(reading: Reading, group: ToldGroup) -> Html:
    return Html(
        f'<section class="pk-change-group" aria-labelledby="group-{group.group}">\n'
        f'<h2 id="group-{group.group}">{esc(group.title)} ({group.count})</h2>\n{_kinds(reading, group)}</section>\n'
    )


def _told(reading: Reading, one: Told) -> Html:
    note = f" – {esc(one.note)}" if one.note else ""
    about = f"<p>{esc(one.about)}</p>\n" if one.about else ""
    fields = join(_field(reading, field) for field in one.fields)
    listed = f'<dl class="pk-change">\n{fields}</dl>\n' if fields else ""
    return Html(f"<strong>{esc(one.title)}</strong>{note}\n{about}{listed}")


def _field(reading: Reading, field: FieldChange) -> Html:
    """A key with what it was and what it is; the words say which is which, not the colour alone."""
    before, now = reading.words(N_("before")), reading.words(N_("now"))
    parts = [
        Html(f'<dd><del><span class="pk-side">{esc(before)}:</span> {_text(field.old)}</del></dd>\n')
        if field.old
        else NOTHING,
        Html(f'<dd><ins><span class="pk-side">{esc(now)}:</span> {_text(field.new)}</ins></dd>\n')
        if field.new
        else NOTHING,
    ]
    css = ' class="pk-long"' if is_long(field) else ""
    return Html(f"<div{css}><dt>{esc(field.label)}</dt>\n{join(parts)}</div>\n")


def _text(text: str) -> Html:
    return Html("<br>\n".join(esc(line) for line in text.split("\n")))


STYLE = """\
:root { color-scheme: light dark; --line: #767676; --gone: #8c1d18; --come: #0b5d2b; }
@media (prefers-color-scheme: dark) { :root { --line: #8f8f8f; --gone: #ffb4ab; --come: #8fd8a4; } }
body { font: 1.0625rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { line-height: 1.2; } h2 { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
ul { list-style: none; padding: 0; } li { border-left: 3px solid var(--line); margin: 0 0 1.1rem; padding-left: .9rem; }
p { margin: .25rem 0; } dl { margin: .3rem 0 0; } dl > div { margin-bottom: .5rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
del, ins { text-decoration: none; } del { color: var(--gone); } ins { color: var(--come); }
.pk-side { font-style: italic; }
@media print { body { max-width: none; padding: 0; } li { break-inside: avoid; } }
"""
"""How the page looks where it is a file of its own."""


def whole_page(title: str, lines: tuple[str, ...], body: Html, language: str) -> Html:
    """A page of its own that needs no other file; nothing on it runs or is fetched."""
    told = join(Html(f"<p>{esc(line)}</p>\n") for line in lines)
    return Html(
        f'<!doctype html>\n<html lang="{esc(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{esc(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{esc(title)}</h1>\n{told}{body}</main>\n</body>\n</html>\n"
    )
