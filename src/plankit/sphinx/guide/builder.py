"""The builder and the settings of a guide's site."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

import plankit
from plankit.html.markup import Html, esc, join
from plankit.html.safety import exit_bar
from plankit.language import chosen_language, translate
from plankit.sphinx import plain_math
from plankit.sphinx.discreet_names import DiscreetAnchors
from plankit.sphinx.extension import THEME
from plankit.sphinx.guide.domain import GuideDomain, PlaceParts, guide_part
from plankit.sphinx.guide.frame import help_box_of, safety_address
from plankit.sphinx.guide.view import LANGUAGE_NAMES, GuideSite, GuideView
from plankit.sphinx.navigation import navigation
from plankit.sphinx.page_context import accessible, levelled, page_contents
from plankit.sphinx.quiet_html import QuietBuilder
from plankit.sphinx.search_index import ShareIndex

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MANY = 24
"""From so many headings on, the contents of a page hold the main ones alone."""


class GuideBuilder(QuietBuilder):
    """Writes every page anew; the headings of drawn parts are found by searching."""

    name = "plankit-guide"

    def get_outdated_docs(self) -> Iterator[str]:
        """Every page."""
        yield from self.env.found_docs

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Set up an index that comes out the same whatever order the pages are written in."""
        super().prepare_writing(docnames)
        lang = self.config.html_search_language or self.config.language
        self.indexer = ShareIndex(self.env, lang, self.config.html_search_options, {})

    def load_indexer(self, docnames: Set[str]) -> None:
        """Nothing: there is no earlier build."""

    def index_page(self, pagename: str, doctree: nodes.document, title: str) -> None:
        """Take the page's words; the headings of its drawn parts lead straight to them."""
        drawn = _domain(self._app).drawn.get(pagename)
        if drawn is not None:
            index = cast("ShareIndex", self.indexer)
            index.headings[pagename] = tuple((words, place) for _, place, words in drawn.of_parts)
        super().index_page(pagename, doctree, title)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register what a guide's site needs. The guide itself comes with the application."""
    app.setup_extension("myst_parser")
    app.add_config_value("plankit_language", "", "env", types=[str])
    app.add_html_theme("plankit", str(THEME / "plankit"))
    app.add_node(guide_part)
    app.add_domain(GuideDomain)
    app.add_transform(DiscreetAnchors)
    app.add_post_transform(PlaceParts)
    app.add_builder(GuideBuilder)
    app.add_html_math_renderer(
        plain_math.NAME, inline_renderers=(plain_math.inline, None), block_renderers=(plain_math.block, None)
    )
    app.connect("builder-inited", _take_guide)
    app.connect("html-page-context", _fill_context, priority=100)
    return {
        "version": plankit.__version__,
        "env_version": 1,
        "parallel_read_safe": False,
        "parallel_write_safe": False,
    }


def _domain(app: Sphinx) -> GuideDomain:
    return cast("GuideDomain", app.env.domains["guide"])


def _take_guide(app: Sphinx) -> None:
    site = getattr(app, "plankit_guide", None)
    if isinstance(site, GuideSite):
        _domain(app).site = site


def _fill_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the context of one page."""
    domain = _domain(app)
    site = domain.site
    assert site is not None
    language = chosen_language(app.config.plankit_language)
    context["pk"] = lambda text: translate(text, language)
    if isinstance(context.get("body"), str):
        context["body"] = accessible(context["body"], language)
    page = GuideView(site, pagename)
    context["toctree"] = lambda **options: levelled("")
    context["pk_brand"] = site.reading.text(site.guide.guide.title)
    context["pk_exit"] = exit_bar(page, safety_address(page))
    context["pk_help"] = help_box_of(page)
    document = site.documents.get(pagename)
    if document is not None and document.plain:
        context["title"] = esc(document.plain)
    context["pk_languages"] = _languages(page)
    context["pk_alternates"] = (
        [(tag, _other_language(page, tag)) for tag in site.languages] if page.name else []
    )
    context["pk_navigation"] = navigation(site.chapters, pagename, lambda name: _chapter_address(page, name))
    drawn = domain.drawn.get(pagename)
    if drawn is not None:
        page.headings = [one for one in drawn.headings if one[0] < 3 or len(drawn.headings) < MANY]
        context["pk_contents"] = page_contents(page)


def _chapter_address(page: GuideView, name: str) -> str:
    document, _, place = name.partition("#")
    return page.path_to(document) + (f"#{place}" if place else "")


def _other_language(page: GuideView, tag: str) -> str:
    here = "../" * page.name.count("/")
    return f"{here}../{tag}/{page.name}.html"


def _languages(page: GuideView) -> Html:
    """The same page in each language of the site."""
    site = page.own_site
    items = []
    for tag in site.languages:
        words = esc(LANGUAGE_NAMES.get(tag, tag))
        if tag == page.reading.language:
            items.append(Html(f'<li><span aria-current="true" lang="{tag}">{words}</span></li>'))
        else:
            href = esc(_other_language(page, tag))
            items.append(Html(f'<li><a href="{href}" hreflang="{tag}" lang="{tag}">{words}</a></li>'))
    return join(items) if len(items) > 1 else Html("")
