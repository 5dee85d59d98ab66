"""What the theme's templates get to know of a page besides what Sphinx tells them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, cast

from plankit.html import help as help_html
from plankit.html.answers import page_answers
from plankit.html.page import Page
from plankit.html.safety import exit_bar
from plankit.language import chosen_language, translate
from plankit.sphinx.discreet_names import fill_titles
from plankit.sphinx.domain import PlanDomain
from plankit.sphinx.editions import edition_context
from plankit.sphinx.look import look_context
from plankit.sphinx.navigation import navigation
from plankit.views.outline import Chapter

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_WRAPPER = re.compile(r'(<div class="table-wrapper[^>]*)>')
_HEAD_CELL = re.compile(r'<th class="head( stub)?"')
_FILTER = 'class="pk-filter"'
_CAPTION = 'class="caption" role="heading"'


def accessible(body: str, language: str) -> str:
    """The body of a page with what Sphinx and docutils leave out for screen readers and the keyboard.

    Tables that scroll sideways take the keyboard and have a name, heads of columns and rows say which
    they are, and captions of contents have a level.
    """
    count = 0

    def region(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        name = escape(translate("Table {number}, can be scrolled sideways", language).format(number=count))
        return f'{match[1]} tabindex="0" role="region" aria-label="{name}">'

    body = _WRAPPER.sub(region, body)
    body = _HEAD_CELL.sub(
        lambda match: f'<th scope="{"row" if match[1] else "col"}" class="head{match[1] or ""}"', body
    )
    body = body.replace('<th class="stub"', '<th scope="row" class="stub"')
    return levelled(body)


def levelled(markup: str) -> str:
    """Contents whose captions, which Sphinx calls headings, say of which level they are."""
    return markup.replace(_CAPTION, f'{_CAPTION} aria-level="2"')


def page_contents(page: Page) -> str:
    """The headings of the pieces on a page as a list; empty where there are fewer than two."""
    if len(page.headings) < 2:
        return ""
    rows: list[str] = []
    level = 2
    for at, place, words in page.headings:
        at = min(max(at, 2), 3)
        if rows and at > level:
            rows.append("<ul>")
        elif rows:
            rows.append("</li>" + "</ul></li>" * (level - at))
        elif at > level:
            at = level
        rows.append(f'<li><a class="reference internal" href="#{escape(place)}">{escape(words)}</a>')
        level = at
    return f"<ul>{''.join(rows)}</li>{'</ul></li>' * (level - 2)}</ul>"


def fill_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the context of one page. Depends on the page and the plan alone, never on pages before it."""
    language = chosen_language(app.config.plankit_language or app.config.language or "en")
    context["pk"] = lambda text: translate(text, language)
    if isinstance(context.get("body"), str):
        context["body"] = accessible(context["body"], language)
    if callable(context.get("toctree")):
        tree = context["toctree"]
        context["toctree"] = lambda **options: levelled(str(tree(**options)))
    domain = cast("PlanDomain", app.env.domains["plan"])
    if domain.site is None:
        return
    fill_titles(app, pagename, context)
    page = Page(domain.site, pagename)
    context["pk_look"] = look_context(app, context)
    context["pk_filter"] = _FILTER in str(context.get("body", ""))
    context["pk_exit"] = exit_bar(page, page.href("chapter:safety"))
    context["pk_help"] = help_html.box(page)
    context["pk_answers"] = page_answers(page)
    context.update(edition_context(app, page))
    chapters: tuple[Chapter, ...] | None = getattr(app, "plankit_chapters", None)
    if chapters is not None:
        context["pk_navigation"] = navigation(chapters, pagename, lambda name: domain.uri(pagename, name))
        context["toctree"] = lambda **options: ""
    if domain.markers.get(pagename):
        contents = page_contents(domain.drawn(pagename)[1])
        if contents:
            context["pk_contents"] = contents
