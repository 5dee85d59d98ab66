"""References to law in the prose of a plan's pages: links to who publishes the law, or notes that it does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from plankit.html.law_refs import cut_html, law_day
from plankit.html.page import Site
from plankit.sphinx.domain import PlanDomain
from plankit.views.citations import law_book
from plankit.views.law_links import Cut, cuts

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

NOT_INSIDE = (
    nodes.reference,
    nodes.literal,
    nodes.FixedTextElement,
    nodes.math,
    nodes.title,
    nodes.subtitle,
    nodes.rubric,
    nodes.raw,
    nodes.Invisible,
)
"""Where a reference stays as it is: in links, headings, and what is shown letter by letter."""


def law_cuts(site: Site, text: str) -> tuple[Cut, ...]:
    """The stretches of a text of the site that are links or notes; empty where there is neither."""
    guide = site.reading.guide
    if guide is None:
        return ()
    found = cuts(guide, text, law_day(site.reading, site.today))
    return found if any(one.address or one.lapse for one in found) else ()


def cited_law(site: Site, source: str) -> str:
    """What the references to law in the source of a page depend on; empty where it has none."""
    guide = site.reading.guide
    # Markdown writes a backslash before signs that shall be no markup.
    return site.law_state if guide and law_book(guide).find(source.replace("\\", ""), site.today) else ""


class LinkLaw(SphinxPostTransform):
    """Makes references to law in running text links, or marks them, when a page is written."""

    default_priority = 200
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace the references in every text of the document that is neither link nor heading nor code."""
        site = cast("PlanDomain", self.env.domains["plan"]).site
        if site is None or site.reading.guide is None:
            return
        for node in list(self.document.findall(nodes.Text)):
            found = law_cuts(site, str(node)) if not _is_inside(node) else ()
            if found:
                node.parent.replace(node, [_node(site, one) for one in found])


def _is_inside(node: nodes.Text) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, NOT_INSIDE):
            return True
        parent = parent.parent
    return False


def _node(site: Site, cut: Cut) -> nodes.Node:
    if cut.address or cut.lapse:
        return nodes.raw("", cut_html(site.reading, cut), format="html")
    return nodes.Text(cut.text)


def changed_pages(env: BuildEnvironment, site: Site) -> list[str]:
    """Pages whose references to law may be other links or notes than the last time that this was asked."""
    before: dict[str, str] = getattr(env, "plankit_law", {})
    now = {}
    for docname in sorted(env.found_docs):
        source = Path(env.doc2path(docname)).read_text(encoding="utf-8", errors="replace")
        now[docname] = cited_law(site, source)
    env.plankit_law = now  # type: ignore[attr-defined]
    return [docname for docname, state in now.items() if before.get(docname, "") != state]
