"""The pages of a plan that its authors wrote, as blocks. What MyST understands on the site counts here too."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from plankit.html.page import Page
from plankit.html.pieces import BY_NAME, Options, draw
from plankit.language import N_
from plankit.papers.blocks import Block
from plankit.papers.from_html import blocks_of
from plankit.papers.inline import INSIDE, Place
from plankit.views.outline import page_heading

ADMONITIONS: Mapping[str, str] = {
    "attention": N_("Attention"),
    "caution": N_("Caution"),
    "danger": N_("Danger"),
    "error": N_("Error"),
    "hint": N_("Hint"),
    "important": N_("Important"),
    "note": N_("Note"),
    "seealso": N_("See also"),
    "tip": N_("Tip"),
    "warning": N_("Warning"),
}
"""Boxes that stand apart from the text, and what is written over each."""

SILENT = frozenset({"contents", "include", "meta", "toctree", "only", "raw", "index", "tableofcontents"})
"""Directives that arrange a site and say nothing themselves."""

_HEADING = re.compile(r"\s*# [^\n]*\n?")
_DIRECTIVE = re.compile(r"\{([\w:.+-]+)\}\s*(.*)", re.DOTALL)
_OPTION = re.compile(r":([\w-]+):\s*(.*)")
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)
_NAMED = re.compile(r"(.*?)\s*<([^<>]+)>", re.DOTALL)
_ENTRIES = {"plan:task": "task:", "plan:requirement": "requirement:"}
"""Roles whose entries have a word before their id in addresses."""


def without_heading(text: str) -> str:
    """A page without the heading that it begins with; the chapter has one."""
    match = _HEADING.match(text)
    return text[match.end() :] if match else text


def prose_blocks(text: str, page: Page, place: Place) -> tuple[Block, ...]:
    """A page of prose as blocks, with its pieces drawn where they stand."""
    return blocks_of(_rendered(text, page), place)


def pieces_in(text: str) -> Iterator[tuple[str, Options]]:
    """The pieces that a page of prose places, in order, with their options."""
    for token in _markdown().parse(text):
        directive = _directive(token)
        if directive is None:
            continue
        name, argument, options, body = directive
        piece = _piece(name, argument, options)
        if piece is not None:
            yield piece
        elif name not in SILENT:
            yield from pieces_in(body)


def _rendered(text: str, page: Page) -> str:
    markdown = _markdown()
    # Notes at the foot belong to the text that they stand in, also where a box holds a text of its own.
    return str(markdown.renderer.render(markdown.parse(text), markdown.options, {"page": page}))


def _directive(token: Token) -> tuple[str, str, dict[str, str], str] | None:
    """Name, argument, options and text of a directive; `None` where the token is none."""
    if token.type not in ("fence", "colon_fence"):
        return None
    match = _DIRECTIVE.match(token.info.strip())
    if match is None:
        return None
    lines = token.content.split("\n")
    options = {}
    while lines and (option := _OPTION.match(lines[0])):
        options[option[1]] = option[2].strip()
        lines.pop(0)
    return match[1], match[2].strip(), options, "\n".join(lines)


def _piece(name: str, argument: str, options: Options) -> tuple[str, Options] | None:
    """The piece that a directive places, with its options; `None` where it places none."""
    piece = BY_NAME.get(name.removeprefix("plan:")) if name.startswith("plan:") else None
    if piece is None:
        return None
    return piece.name, {**options, piece.argument: argument} if piece.argument else options


def _fence(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token, page = tokens[at], env["page"]
    directive = _directive(token)
    if directive is None:
        if token.type == "colon_fence":
            return f"<div>{_rendered(token.content, page)}</div>\n"
        return f"<pre>{escape(token.content)}</pre>\n"
    name, argument, given, _ = directive
    piece = _piece(name, argument, given)
    if piece is not None:
        return draw(page, *piece)
    if name in SILENT:
        return ""
    return _drawn_directive(page, directive)


def _drawn_directive(page: Page, directive: tuple[str, str, dict[str, str], str]) -> str:
    """A directive of MyST's: pictures, boxes and code; of any other, its words and its text."""
    name, argument, given, body = directive
    if name in ("image", "figure"):
        return _picture(page, argument, given.get("alt", "")) + _rendered(body, page)
    if name in ("code", "code-block", "sourcecode", "math", "literalinclude"):
        return f"<pre>{escape(body)}</pre>\n"
    if name == "glossary":
        return _rendered(_INDENT.sub(": ", body), page)
    title = argument or page.t(ADMONITIONS.get(name, ""))
    head = f'<p class="admonition-title">{escape(title)}</p>\n' if title else ""
    css = ' class="admonition"' if name in ADMONITIONS or name == "admonition" else ""
    return f"<div{css}>{head}{_rendered(body, page)}</div>\n"


def _picture(page: Page, source: str, alt: str) -> str:
    """A picture of the plan by its name in the plan folder; of one from elsewhere, its words."""
    if "://" in source or source.startswith("data:"):
        return f"<p>{escape(alt)}</p>\n" if alt else ""
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.name), source)).lstrip("/")
    return f'<img src="{escape(path)}" alt="{escape(alt)}">'


def _image(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token = tokens[at]
    alt = renderer.renderInlineAsText(token.children, options, env) if token.children else token.content
    return _picture(env["page"], str(token.attrGet("src") or ""), alt)


def _role(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token, page = tokens[at], env["page"]
    name = str(token.meta.get("name", ""))
    match = _NAMED.fullmatch(token.content)
    words, target = (match[1], match[2]) if match else ("", token.content)
    if name.startswith("plan:") or name == "any":
        return _entry(page, f"{_ENTRIES.get(name, '')}{target}", target, words)
    if name == "doc" and not words:
        chapter = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), target)).lstrip("/")
        return _entry(page, f"chapter:{chapter}", chapter, _page_title(page, chapter))
    return escape(words or token.content)


def _page_title(page: Page, chapter: str) -> str:
    """What the plan's page of that name is called."""
    found = next((one for one in page.reading.plan.pages if one.path == f"{chapter}.md"), None)
    return (page.reading.text(found.title) or page_heading(found.text)) if found else chapter


def _entry(page: Page, key: str, target: str, words: str) -> str:
    """A link to an entry with its title, or with the words that the author gave."""
    shown = escape(words or page.reading.numbered_title(target))
    href = page.href(key) or page.href(target)
    return f'<a href="{escape(href)}">{shown}</a>' if href else shown


def _link(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    token, page = tokens[at], env["page"]
    href = str(token.attrGet("href") or "")
    target = href.lstrip("#")
    found = _resolved(page, href)
    bare = at + 1 < len(tokens) and tokens[at + 1].type == "link_close"
    words = escape(page.reading.numbered_title(target)) if bare else ""
    return f'<a href="{escape(found)}">{words}'


def _resolved(page: Page, href: str) -> str:
    """Where a link of a page leads: an entry by its id, another page, or outside."""
    if href.startswith("#"):
        return page.href(href[1:]) or href
    path, _, place = href.partition("#")
    if path.endswith(".md") and "://" not in path:
        chapter = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.name), path[:-3])).lstrip("/")
        return f"{INSIDE}{chapter}{f'#{place}' if place else ''}"
    return href


def _target(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return f'<div id="{escape(tokens[at].content)}"></div>\n'


def _nothing(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return ""


_RULES: Mapping[str, Callable[..., str]] = {
    "fence": _fence,
    "colon_fence": _fence,
    "image": _image,
    "link_open": _link,
    "myst_role": _role,
    "myst_target": _target,
    "myst_line_comment": _nothing,
    "myst_block_break": _nothing,
    "front_matter": _nothing,
}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # Raw HTML is off, as on the site: a plan's text is never markup.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    for plugin in (
        colon_fence_plugin,
        deflist_plugin,
        footnote_plugin,
        front_matter_plugin,
        myst_block_plugin,
        myst_role_plugin,
    ):
        markdown.use(plugin)
    markdown.use(anchors_plugin, max_level=3).disable(["html_block", "html_inline"])
    for name, rule in _RULES.items():
        markdown.add_render_rule(name, rule)
    return markdown
