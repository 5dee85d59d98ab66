"""What a page's HTML depends on, as a checksum. A page is written anew when its checksum changes.

The HTML of the plan's pieces is drawn in every build and goes into the checksum as it is: what is drawn
anyway cannot be out of date. For the rest of a page (its text, links, neighbours, place in the contents)
the checksum holds the values that Sphinx would read while writing it.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes

from plankit.html import help as help_html
from plankit.html.answers import page_answers
from plankit.html.page import Page, Site
from plankit.html.safety import exit_bar
from plankit.sphinx.discreet_names import plain_titles
from plankit.sphinx.domain import PlanDomain
from plankit.sphinx.editions import edition_digest
from plankit.sphinx.law_links import cited_law
from plankit.sphinx.look import look_digest
from plankit.sphinx.navigation import navigation

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Link = tuple[str, str, str]
"""Domain, kind and target of a link, as the page writes it."""
KNOWN_DOMAINS = frozenset({"", "std", "plan", "doc", "myst"})


def links_of(doctree: nodes.document) -> tuple[Link, ...]:
    """The links of a document that Sphinx resolves when it writes."""
    found = [
        (node.get("refdomain") or "", node.get("reftype") or "", node.get("reftarget") or "")
        for node in doctree.findall(addnodes.pending_xref)
    ]
    return tuple(dict.fromkeys(found))


def shows_contents(doctree: nodes.document) -> bool:
    """Whether the document shows a table of contents of other pages."""
    return any(not node.get("hidden") for node in doctree.findall(addnodes.toctree))


def linked_documents(docname: str, target: str) -> tuple[str, ...]:
    """The pages that a link on the page `docname` may mean, read as a path in either way."""
    path = target.partition("#")[0].removesuffix(".md")
    if not path:
        return (docname,)
    here = (
        path.removeprefix("/") if path.startswith("/") else posixpath.join(posixpath.dirname(docname), path)
    )
    return tuple(dict.fromkeys((posixpath.normpath(here), path)))


class Digests:
    """Checksums of the pages of one build."""

    def __init__(self, app: Sphinx, common: str) -> None:
        self._app = app
        self._env: BuildEnvironment = app.env
        self._domain = cast("PlanDomain", app.env.domains["plan"])
        self._common = common
        self._relations = app.env.collect_relations()
        self._plain_titles = plain_titles(app)
        self._files: dict[str, str] = {}

    @cached_property
    def _of_all_pages(self) -> str:
        """What stands on every page: how the site looks, and which text of the plan it is."""
        return f"{look_digest(self._app)}\0{edition_digest(self._app)}"

    def of_page(self, docname: str, links: tuple[Link, ...], shows_toc: bool) -> str:
        """The checksum of a page whose document has `links`, and shows contents of other pages or not."""
        digest = hashlib.sha256(self._common.encode())
        for part in self._parts(docname, links, shows_toc):
            digest.update(part.encode())
            digest.update(b"\0")
        return digest.hexdigest()

    def _parts(self, docname: str, links: tuple[Link, ...], shows_toc: bool) -> Iterator[str]:
        env = self._env
        yield self._file(Path(env.doc2path(docname)))
        for name in sorted(map(str, env.dependencies.get(docname, ()))):
            yield self._file(Path(env.srcdir, name))
        if self._domain.site is not None:
            yield self._domain.digest(docname)
            page = Page(self._domain.site, docname)
            yield page_answers(page)
            yield exit_bar(page, page.href("chapter:safety")) + help_html.box(page)
            yield self._law(docname, self._domain.site)
        yield self._of_all_pages
        yield repr(self._neighbours(docname))
        yield self._navigation(docname)
        yield self._plain_titles.get(docname, "")
        yield repr((env.toc_secnumbers.get(docname), env.toc_fignumbers.get(docname)))
        yield repr(sorted((name, value[1]) for name, value in env.images.items() if docname in value[0]))
        for link in links:
            yield repr(self._target(docname, link))
        if shows_toc:
            yield repr([self._contents(name, set()) for name in env.toctree_includes.get(docname, ())])

    def _law(self, docname: str, site: Site) -> str:
        """What the references to law in a page depend on; empty for a page that has none."""
        names = map(str, self._env.dependencies.get(docname, ()))
        paths = [self._env.doc2path(docname), *(Path(self._env.srcdir, name) for name in names)]
        texts = (
            Path(path).read_bytes() for path in paths if Path(path).suffix == ".md" and Path(path).is_file()
        )
        return max((cited_law(site, text.decode("utf-8", "replace")) for text in texts), default="")

    def _file(self, path: Path) -> str:
        key = str(path)
        if key not in self._files:
            try:
                self._files[key] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._files[key] = "missing"
        return self._files[key]

    def _title(self, docname: str | None) -> str:
        title = self._env.titles.get(docname) if docname else None
        return title.astext() if title is not None else ""

    def _neighbours(self, docname: str) -> list[tuple[str | None, str]]:
        found = []
        here: Any = self._relations.get(docname)
        for name in (here or (None, None, None))[1:]:
            found.append((name, self._title(name)))
        while here and here[0]:
            found.append((here[0], self._title(here[0])))
            here = self._relations.get(here[0])
        return found

    def _navigation(self, docname: str) -> str:
        chapters = getattr(self._app, "plankit_chapters", ())
        return navigation(chapters, docname, lambda name: self._domain.uri(docname, name)) if chapters else ""

    def _contents(self, docname: str, seen: set[str]) -> Any:
        if docname in seen:
            return docname
        seen.add(docname)
        toc = self._env.tocs.get(docname)
        below = [self._contents(name, seen) for name in self._env.toctree_includes.get(docname, ())]
        return docname, toc.pformat() if toc is not None else "", self._title(docname), below

    def _target(self, docname: str, link: Link) -> Any:
        """Everything that a link could resolve to. More than needed writes a page too often, never too seldom."""
        domain, _, target = link
        if domain not in KNOWN_DOMAINS:
            return sorted(repr(entry) for one in self._env.domains.sorted() for entry in one.get_objects())
        place = target.partition("#")[2]
        found: list[Any] = [link]
        for name in linked_documents(docname, target):
            if name in self._env.all_docs:
                slugs = self._env.metadata.get(name, {}).get("myst_slugs")
                found.append((name, self._title(name), repr(slugs)))
        std: Any = self._env.domains.standard_domain
        for label in dict.fromkeys((target, target.lower(), place, place.lower())):
            found += [std.labels.get(label), std.anonlabels.get(label), std.objects.get(("term", label))]
        found.append(std._terms.get(target.lower()))  # noqa: SLF001 - what the role `term` looks up
        site = self._domain.site
        for name in (target, place, f"task:{target}", f"requirement:{target}") if site else ():
            if site and name in site.addresses:
                found.append((site.addresses[name], self._domain.address("entry", name)))
        return found
