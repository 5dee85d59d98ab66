"""Addresses and names of tabs that tell nothing of the theme, where the guide says which words would.

Inside Sphinx every page keeps its own name, so that links in prose are written as ever. Only what leaves the
build, as the name of a file or as an address, is another.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxTransform

from plankit.html.page import Site
from plankit.views.discretion import Discretion, site_title
from plankit.views.outline import Chapter, all_chapters

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_REFERRING = ("refid", "backrefs", "headers")


def site_of(env: BuildEnvironment) -> Site | None:
    """What is built: the plan or the guide; `None` before it is loaded, or where there is none."""
    domains = cast("Mapping[str, Any]", env.domains)
    found = next((domains[name].site for name in ("plan", "guide") if name in domains), None)
    return found if isinstance(found, Site) else None


def discretion_of(env: BuildEnvironment) -> Discretion:
    """Which names tell the theme; none where nothing is loaded."""
    site = site_of(env)
    return site.discretion if site is not None else Discretion()


class DiscreetNames(StandaloneHTMLBuilder):
    """Writes pages, pictures and downloads under names that do not tell the theme."""

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The address of a page."""
        return super().get_target_uri(discretion_of(self.env).page(docname), typ)

    def get_output_path(self, page_name: str, /) -> Path:
        """The file that a page is written to."""
        return Path(super().get_output_path(discretion_of(self.env).page(page_name)))

    def settle_files(self) -> None:
        """Give pictures and downloads the names that they are published under."""
        quiet = discretion_of(self.env)
        kept: tuple[Any, ...] = (self.env.images, self.env.dlfiles)
        for known in kept:
            for name, (docs, published) in list(known.items()):
                known[name] = (docs, type(published)(quiet.file(str(published))))

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write a page; its links to downloads lead to the names that these are published under."""
        quiet = discretion_of(self.env)
        for node in doctree.findall(addnodes.download_reference):
            if "filename" in node:
                node["filename"] = quiet.file(node["filename"])
        super().write_doc(docname, doctree)


class DiscreetAnchors(SphinxTransform):
    """Renames the anchors of prose that tell the theme: headings, terms, figures."""

    # After docutils and Sphinx have made all anchors and resolved references to them by name, before Sphinx notes
    # labels (850), MyST resolves links to headings (879) and Sphinx collects contents (880).
    default_priority = 845

    def apply(self, **kwargs: Any) -> None:
        """Rename them, and what refers to them within the document."""
        quiet, document = discretion_of(self.env), self.document
        if not quiet.stems:
            return
        for node in document.findall(nodes.Element):
            if node["ids"]:
                node["ids"] = [quiet.anchor(name) for name in node["ids"]]
            for key in _REFERRING:
                value = node.get(key)
                if isinstance(value, str):
                    node[key] = quiet.anchor(value)
                elif value:
                    node[key] = [quiet.anchor(one) for one in value]
        document.ids = {quiet.anchor(name): node for name, node in document.ids.items()}
        document.nameids = {
            name: quiet.anchor(place) if place else place for name, place in document.nameids.items()
        }
        # The same dictionary is what pages that link here look headings up in.
        slugs: dict[str, tuple[Any, str, str]] = getattr(document, "myst_slugs", {})
        for slug, (line, place, words) in slugs.items():
            slugs[slug] = (line, quiet.anchor(place), words)


def plain_titles(app: Sphinx) -> Mapping[str, str]:
    """What the tab of each page is called, by the page's name, where its title must not tell the theme.

    Empty where the guide asks for no discretion, and for pages that plankit did not order itself.
    """
    chapters: tuple[Chapter, ...] = getattr(app, "plankit_chapters", ())
    if not discretion_of(app.env).stems:
        return {}
    return {one.name: one.plain for one in all_chapters(chapters) if one.plain}


def fill_titles(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """The name of the tab, and at the head of the page the plan's own title all the same."""
    site = site_of(app.env)
    if site is None or not hasattr(app, "plankit_chapters"):
        return
    if app.config.html_title == escape(site_title(site.reading)):
        context["pk_brand"] = site.reading.text(site.reading.plan.plan.title)
    plain = plain_titles(app).get(pagename)
    if plain:
        context["title"] = escape(plain)
