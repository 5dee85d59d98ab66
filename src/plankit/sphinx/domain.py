"""Plans as a Sphinx domain: directives that put pieces of a plan on a page, and roles that link to its entries.

A directive leaves a small marker in the document. Which entries stand where is worked out from all
markers once everything is read, and the marker becomes finished HTML when the page is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from plankit.html.page import Page, Site
from plankit.html.pieces import BY_NAME, PIECES, Piece, draw, unknown_ids
from plankit.views.outline import section_pages

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import OptionSpec

logger = logging.getLogger(__name__)


class Marker(NamedTuple):
    """A piece on a page, as remembered between builds."""

    piece: str
    options: tuple[tuple[str, str], ...]


class plan_piece(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """Where a piece of the plan stands in a document."""


OBJECTS: tuple[tuple[str, str, str], ...] = (
    ("measure", "measures", ""),
    ("goal", "goals", ""),
    ("area", "areas", ""),
    ("agency", "agencies", ""),
    ("procedure", "procedures", ""),
    ("step", "", ""),
    ("service", "services", ""),
    ("arena", "arenas", ""),
    ("indicator", "indicators", ""),
    ("decision", "decisions", ""),
    ("source", "references", ""),
    ("task", "tasks", "task:"),
    ("requirement", "", "requirement:"),
    ("entry", "", ""),
)
"""Each role: its name, the kind of entry that it links to, and what stands before the id in addresses."""


def _directive(piece: Piece) -> type[SphinxDirective]:
    spec: dict[str, Callable[[str], Any]] = dict.fromkeys(piece.options, directives.unchanged)

    class PieceDirective(SphinxDirective):
        required_arguments = 1 if piece.argument else 0
        final_argument_whitespace = False
        has_content = False
        option_spec: ClassVar[OptionSpec] = spec

        def run(self) -> list[Node]:
            options = {key: value or "" for key, value in self.options.items()}
            if piece.argument:
                options[piece.argument] = self.arguments[0]
            domain = cast("PlanDomain", self.env.domains["plan"])
            number = domain.note(self.env.docname, Marker(piece.name, tuple(sorted(options.items()))))
            node = plan_piece(number=number, docname=self.env.docname)
            self.set_source_info(node)
            return [node]

    return PieceDirective


class PlanRole(XRefRole):
    """A link to an entry of the plan, by its id."""


class PlanDomain(Domain):
    """Directives and roles for plans."""

    name = "plan"
    label = "Plan"
    object_types: ClassVar[dict[str, ObjType]] = {name: ObjType(name, name) for name, _, _ in OBJECTS}
    roles: ClassVar[dict[str, Any]] = {
        name: PlanRole(warn_dangling=True, innernodeclass=nodes.inline) for name, _, _ in OBJECTS
    }
    directives: ClassVar[dict[str, Any]] = {piece.name: _directive(piece) for piece in PIECES}
    initial_data: ClassVar[dict[str, Any]] = {"markers": {}, "digests": {}, "links": {}}
    data_version = 2
    dangling_warnings: ClassVar[dict[str, str]] = {
        name: f"no page shows the {name} %(target)r" for name, _, _ in OBJECTS
    }

    site: Site | None = None
    """The plan of this build; set when the build starts, never stored."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._drawn: dict[str, tuple[tuple[str, ...], Page]] = {}

    @property
    def markers(self) -> dict[str, list[Marker]]:
        """The pieces on each page, in order."""
        return cast("dict[str, list[Marker]]", self.data["markers"])

    def note(self, docname: str, marker: Marker) -> int:
        """Remember a piece on a page; returns its number there."""
        here = self.markers.setdefault(docname, [])
        here.append(marker)
        return len(here) - 1

    def clear_doc(self, docname: str) -> None:
        """Forget the pieces of a page."""
        self.markers.pop(docname, None)
        self.data["digests"].pop(docname, None)
        self.data["links"].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for docname in docnames:
            if docname in otherdata["markers"]:
                self.markers[docname] = otherdata["markers"][docname]
            if docname in otherdata["links"]:
                self.data["links"][docname] = otherdata["links"][docname]

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Remember what a page links to: the titles of entries stand on pages that show none of them."""
        found = {
            (node["reftype"], str(node["reftarget"]).lstrip("#"))
            for node in document.findall(addnodes.pending_xref)
            if node.get("refdomain") == self.name or node["reftype"] in ("any", "myst")
        }
        if found:
            self.data["links"][docname] = tuple(sorted(found))

    def settle(self) -> None:
        """Work out where each entry is shown. Call once everything is read; what was drawn before is forgotten."""
        self._drawn.clear()
        if self.site is not None:
            self.site.addresses = dict(self._addresses(self.site))

    def _addresses(self, site: Site) -> Iterator[tuple[str, tuple[str, str]]]:
        best: dict[str, tuple[int, str, str]] = {}
        for docname in sorted(self.markers):
            for marker in self.markers[docname]:
                options = dict(marker.options)
                best.setdefault(f"chapter:{marker.piece}", (0, docname, ""))
                for shown in BY_NAME[marker.piece].shows(site.reading, options):
                    known = best.get(shown.key)
                    if known is None or shown.rank < known[0]:
                        best[shown.key] = (shown.rank, docname, shown.anchor)
        for docname in self.env.found_docs:
            best.setdefault(f"chapter:{docname}", (0, docname, ""))
        for name, docname in section_pages(site.reading.plan):
            if docname in self.env.found_docs:
                best.setdefault(name, (0, docname, ""))
        for key, (_, docname, anchor) in best.items():
            yield key, (docname, site.discretion.anchor(anchor))

    def drawn(self, docname: str) -> tuple[tuple[str, ...], Page]:
        """The pieces of a page as HTML, and the page that knows their headings. Drawn once a build."""
        if docname not in self._drawn:
            assert self.site is not None
            page = Page(self.site, docname)
            pieces = tuple(
                draw(page, marker.piece, dict(marker.options)) for marker in self.markers.get(docname, ())
            )
            self._drawn[docname] = (pieces, page)
        return self._drawn[docname]

    def digest(self, docname: str) -> str:
        """A checksum over the pieces of a page."""
        pieces, _ = self.drawn(docname)
        return hashlib.sha256("\0".join(pieces).encode()).hexdigest()

    def forget_drawn(self, docname: str) -> None:
        """Let go of a page's HTML once it is written."""
        pieces = self._drawn.get(docname)
        if pieces:
            self._drawn[docname] = ((), pieces[1])

    def changed_pages(self) -> list[str]:
        """Pages whose pieces or links differ from the last time that this was asked."""
        digests, links = self.data["digests"], self.data["links"]
        changed = []
        for docname in sorted({*self.markers, *links}):
            linked = [self.address(role, target) for role, target in links.get(docname, ())]
            digest = f"{self.digest(docname)} {linked}"
            if digests.get(docname) != digest:
                digests[docname] = digest
                changed.append(docname)
        return changed

    def uri(self, start: str, document: str) -> str:
        """The address of a page as seen from another."""
        assert self.site is not None
        return self.site.uri(start, document)

    def address(self, role: str, target: str) -> tuple[str, str, str] | None:
        """Document, anchor and title of what a role means; `None` where there is no such thing."""
        if self.site is None:
            return None
        prefix = next((before for name, _, before in OBJECTS if name == role), "")
        address = self.site.addresses.get(f"{prefix}{target}") or self.site.addresses.get(target)
        if address is None:
            return None
        reading = self.site.reading
        return (
            *address,
            reading.numbered_title(target) if "." not in target else _step_title(reading, target),
        )

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
        found = self.address(typ, target)
        if found is None:
            return None
        docname, anchor, title = found
        content: Node = (
            contnode if node["refexplicit"] else nodes.inline("", title, classes=["plan", f"plan-{typ}"])
        )
        return make_refnode(builder, fromdocname, docname, anchor, [content])

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for the role `any`."""
        found = self.resolve_xref(env, fromdocname, builder, "entry", target, node, contnode)
        return [("plan:entry", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every entry with an address, for other projects to link to.

        Priority -1 keeps them out of the search index, which has their headings already.
        """
        if self.site is None:
            return
        kinds = {kind: name for name, kind, _ in OBJECTS if kind}
        plan = self.site.reading.plan
        for key, (docname, anchor) in sorted(self.site.addresses.items()):
            kind = kinds.get(plan.kind_of.get(key, ""), "")
            if kind:
                yield key, self.site.reading.numbered_title(key), kind, docname, anchor, -1
            elif key.startswith("requirement:"):
                name = key.removeprefix("requirement:")
                yield name, self.site.reading.title(name), "requirement", docname, anchor, -1
            elif plan.kind_of.get(key.partition(".")[0]) == "procedures":
                yield key, _step_title(self.site.reading, key), "step", docname, anchor, -1


def _step_title(reading: Any, target: str) -> str:
    procedure, _, name = target.partition(".")
    entry = reading.plan.by_id.get(procedure)
    steps = entry.all_steps() if hasattr(entry, "all_steps") else ()
    step = next((one for one in steps if one.id == name), None)
    return str(reading.text(step.what)) if step else str(reading.numbered_title(target))


class _Words(HTMLParser):
    """The words of a piece of HTML, a paragraph for each block."""

    BLOCKS = frozenset({"p", "li", "dt", "dd", "tr", "h2", "h3", "caption", "summary", "figcaption"})

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


class PlacePieces(SphinxPostTransform):
    """Puts the finished HTML where the markers stand."""

    default_priority = 5
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace every marker of the document."""
        for node, markup in _placed(self.document, self.env):
            node.replace_self(nodes.raw("", markup, format="html"))


class WritePieces(SphinxPostTransform):
    """Puts the words of the pieces where markers are left, for formats that are not HTML."""

    default_priority = 6

    def run(self, **kwargs: Any) -> None:
        """Replace every marker of the document by paragraphs."""
        for node, markup in _placed(self.document, self.env):
            words = _Words()
            words.feed(markup)
            texts = (" ".join(block.split()) for block in words.blocks)
            node.replace_self([nodes.paragraph("", text) for text in texts if text])


def _placed(document: nodes.document, env: BuildEnvironment) -> Iterator[tuple[plan_piece, str]]:
    """The markers of a document with their HTML. Without a plan they are taken out, with a warning each."""
    domain = cast("PlanDomain", env.domains["plan"])
    for node in list(document.findall(plan_piece)):
        if domain.site is None:
            logger.warning("no plan is loaded", location=node, type="plankit")
            node.parent.remove(node)
        else:
            # Not `env.docname`: LaTeX puts all pages into one document before the pieces are placed.
            docname, number = node["docname"], node["number"]
            options = dict(domain.markers[docname][number].options)
            for name in unknown_ids(domain.site.reading, options):
                logger.warning("the plan has no %r", name, location=node, type="plankit")
            yield node, domain.drawn(docname)[0][number]
