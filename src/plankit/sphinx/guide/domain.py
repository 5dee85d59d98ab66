"""Guides as a Sphinx domain: a directive for the parts of a page that are drawn from data, and roles that link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from plankit.sphinx.guide.draw import NOTICE, draw
from plankit.sphinx.guide.view import GuideSite, GuideView, fallen_notice
from plankit.sphinx.labels import anchors_of
from plankit.views.guide_addresses import rule_page
from plankit.views.guide_reading import entry_title, is_unconfirmed

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

KIND_TYPES = {
    "phases": "phase",
    "steps": "step",
    "requirements": "requirement",
    "template": "section",
    "agencies": "agency",
    "tasks": "task",
    "acts": "law",
    "laws": "law",
    "legal_duties": "law",
    "help_lines": "help",
    "regional_centres": "help",
    "principles": "criterion",
    "rubric": "criterion",
    "surveys": "criterion",
    "evaluation_questions": "question",
    "regimes": "regime",
    "crosswalk": "regime",
    "target_groups": "term",
    "topics": "term",
    "task_phases": "term",
    "perspectives": "term",
    "doors": "term",
    "suspects": "term",
    "adaptations": "term",
    "actions": "term",
    "matrix_levels": "term",
    "glossary": "term",
    "matrices": "matrix",
    "cases": "case",
    "audiences": "term",
    "objectives": "objective",
    "case_lessons": "lesson",
    "running_cases": "lesson",
    "dilemmas": "lesson",
    "gatherings": "objective",
    "monthly_exercises": "objective",
    "confidence_items": "objective",
}
"""What an entry of each kind is called in the inventory and in roles."""
RULE, ENTRY = "rule", "entry"
TYPES = (*dict.fromkeys(KIND_TYPES.values()), RULE, ENTRY)


class guide_part(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """Where a part of a page is drawn from data."""


class PartDirective(SphinxDirective):
    """Leaves a marker; the part is drawn when the page is written."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[Node]:
        """The marker."""
        return [guide_part(part=self.arguments[0])]


@dataclass(frozen=True)
class Drawn:
    """What is known of a page once its parts are drawn."""

    headings: tuple[tuple[int, str, str], ...]
    """Level, anchor and words of every heading of the page, in order."""
    of_parts: tuple[tuple[int, str, str], ...]
    """Those of the drawn parts alone."""


class GuideDomain(Domain):
    """Parts of a guide's pages, and links to its entries."""

    name = "guide"
    label = "Guide"
    object_types: ClassVar[dict[str, ObjType]] = {name: ObjType(name, name) for name in TYPES}
    roles: ClassVar[dict[str, Any]] = {
        name: XRefRole(warn_dangling=True, innernodeclass=nodes.inline) for name in TYPES
    }
    directives: ClassVar[dict[str, Any]] = {"part": PartDirective}
    dangling_warnings: ClassVar[dict[str, str]] = {
        name: f"the guide has no {name} %(target)r" for name in TYPES
    }

    site: GuideSite | None = None
    """The guide of this build; set when the build starts."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.drawn: dict[str, Drawn] = {}

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Nothing is remembered of what was read."""

    def place(self, role: str, target: str) -> tuple[str, str, str] | None:
        """Page, anchor and title of what a role means; `None` where there is no such thing."""
        if self.site is None:
            return None
        if role in (RULE, ENTRY) and rule_page(target) in self.site.documents:
            return rule_page(target), "", self.site.documents[rule_page(target)].title
        kind = KIND_TYPES.get(self.site.kinds.get(target, ""))
        if kind is None or role not in (kind, ENTRY):
            return None
        return (*self.site.addresses[target], entry_title(self.site.reading, target).text)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """A link to the entry with its title, or with the words that the author gave."""
        found = self.place(typ, target)
        if found is None:
            return None
        docname, anchor, title = found
        content: list[Node] = [contnode if node["refexplicit"] else nodes.inline("", title)]
        if self.site is not None and is_unconfirmed(self.site.guide.by_id.get(target)):
            words = self.site.reading.label("confidence", "unconfirmed")
            content += [nodes.Text(" "), nodes.emphasis("", words, classes=["pk-unconfirmed"])]
        return make_refnode(builder, fromdocname, docname, anchor, content)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for links that do not say what they lead to, such as `[words](#id)`."""
        found = self.resolve_xref(env, fromdocname, builder, ENTRY, target, node, contnode)
        return [("guide:entry", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every entry and rule that has a place, for other projects to link to."""
        if self.site is None:
            return
        for name, (docname, anchor) in sorted(self.site.addresses.items()):
            title = entry_title(self.site.reading, name).text
            yield name, title, KIND_TYPES[self.site.kinds[name]], docname, anchor, -1
        for document in self.site.documents.values():
            if document.name == rule_page(document.entry):
                yield document.entry, document.title, RULE, document.name, "", -1


class PlaceParts(SphinxPostTransform):
    """Draws the parts of a page where their markers stand."""

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace every marker of the document, and tell of the headings that the page then has."""
        domain = cast("GuideDomain", self.env.domains["guide"])
        assert domain.site is not None
        for marker in list(self.document.findall(guide_part)):
            _lift(marker)
        view = GuideView(domain.site, self.env.docname, taken=set(anchors_of(self.document)))
        of_parts: list[tuple[int, str, str]] = []
        drawn: list[nodes.raw] = []
        fallen = ""
        for node in list(self.document.findall()):
            if isinstance(node, guide_part):
                part = str(node["part"])
                before = len(view.headings)
                drawn.append(nodes.raw("", draw(view, part), format="html"))
                node.replace_self(drawn[-1])
                of_parts += view.headings[before:]
                fallen = part.removeprefix(NOTICE) if part.startswith(NOTICE) else ""
            elif isinstance(node, nodes.title) and isinstance(node.parent, nodes.section):
                level = _level(node.parent)
                if level > 1:
                    view.headings.append((level, node.parent["ids"][0], node.astext()))
                if fallen:
                    node["classes"].append(f"language-{fallen}")
            elif fallen and _is_block(node):
                # docutils makes the attribute `lang` of it.
                node["classes"].append(f"language-{fallen}")
        notice = fallen_notice(view, view.fallen)
        if notice:
            drawn[0].insert(0, nodes.Text(notice))
        domain.drawn[self.env.docname] = Drawn(tuple(view.headings), tuple(of_parts))


def _is_block(node: Node) -> TypeGuard[Element]:
    """Whether a node is a block of text right below a heading."""
    is_element = isinstance(node, nodes.Element) and not isinstance(node, nodes.section)
    return is_element and isinstance(node.parent, nodes.section)


def _level(section: nodes.section) -> int:
    level, parent = 1, section.parent
    while isinstance(parent, nodes.section):
        level, parent = level + 1, parent.parent
    return level


def _lift(marker: guide_part) -> None:
    """Move a marker that ends a section of the prose out of it: what is drawn there is no part of that section."""
    parent = marker.parent
    while isinstance(parent.parent, nodes.section) and parent.children[-1] is marker:
        parent.remove(marker)
        above = parent.parent
        above.insert(above.index(parent) + 1, marker)
        parent = above
