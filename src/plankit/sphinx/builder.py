"""The builder of `plankit build`: Sphinx's own, with an incremental build that equals a cold one.

Sphinx 9.0 decides by the age of files what to write again, and so leaves old titles in the lists of other
pages, pages of removed files in the output, and loses words from the search index. Here a page is written
when what it depends on has changed (`digests`), the index is a sum of shares (`search_index`), and what no
page or setting asks for any more is removed.
"""

from __future__ import annotations

import hashlib
import pickle
import shutil
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx.builders.html._assets import _file_checksum_inner
from sphinx.util import logging

from plankit.pictures import without_traces
from plankit.sphinx.digests import Digests, Link, linked_documents, links_of, shows_contents
from plankit.sphinx.discreet_names import DiscreetNames
from plankit.sphinx.domain import PlanDomain
from plankit.sphinx.editions import BUILT, DRAFT
from plankit.sphinx.labels import (
    anchors_of,
    label_names,
    restore_labels,
    settle_labels,
    settle_terms,
    shared_labels,
    terms_of,
)
from plankit.sphinx.navigation import titled
from plankit.sphinx.quiet_html import QuietBuilder
from plankit.sphinx.search_index import Share, ShareIndex
from plankit.views.outline import Chapter

logger = logging.getLogger(__name__)
MEMORY = "plankit.pickle"


@dataclass(kw_only=True)
class Memory:
    """What one build tells the next."""

    common: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Size and time of each page as it was written; a page that somebody touched is written again."""
    shares: dict[str, Share] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    shows_toc: dict[str, bool] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    terms: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()


class PlanBuilder(DiscreetNames, QuietBuilder):
    """Writes what changed, and nothing else."""

    name = "plankit"
    epilog = "The site is in %(outdir)s."

    def init(self) -> None:
        """Start with what the last build remembered, unless it broke off or was made with other settings."""
        super().init()
        self.memory = _remembered(self.doctreedir / MEMORY)
        # Sphinx keeps what it has read before it writes. A build that breaks off in between must not leave
        # the memory of the one before it: that knows other links than those of the documents kept.
        (self.doctreedir / MEMORY).unlink(missing_ok=True)
        self.written: list[str] = []
        self._common = str(getattr(self._app, "plankit_common", ""))
        self._remembers = bool(getattr(self._app, "plankit_remembers", True))
        if self.memory.common != self._common:
            self.memory = Memory(common=self._common)
            shutil.rmtree(self._static_dir, ignore_errors=True)
        # Sphinx keeps checksums of scripts and styles for as long as the process lives, and so over builds.
        _file_checksum_inner.cache_clear()

    @property
    def domain(self) -> PlanDomain:
        """The domain that draws the plan."""
        return cast("PlanDomain", self.env.domains["plan"])

    def get_outdated_docs(self) -> Iterator[str]:
        """Something, so that Sphinx goes on to write; which pages is decided once all is read."""
        yield self.config.root_doc

    def pages_to_read(self, appeared: Set[str], gone: Set[str]) -> list[str]:
        """Pages with links to files that came or went: MyST decides while reading whether a link is one to a page."""
        names = {name for names in (appeared, gone) for name in names}
        if not names:
            return []
        linking = {
            docname
            for docname, links in self.memory.links.items()
            if any(names.intersection(linked_documents(docname, target)) for _, _, target in links)
        }
        # A contents directive drops what is not there while it is read, and keeps what was there then.
        listing = {
            docname for docname, below in self.env.toctree_includes.items() if names.intersection(below)
        }
        return sorted((linking | listing) & self.env.found_docs)

    def note_read(self, docnames: Set[str]) -> None:
        """Take from the documents that were read what the checksums and labels need."""
        memory, found = self.memory, self.env.found_docs
        for docname in sorted(found):
            if docname in docnames or docname not in memory.labels:
                doctree = self.env.get_doctree(docname)
                memory.links[docname] = links_of(doctree)
                memory.shows_toc[docname] = shows_contents(doctree)
                memory.labels[docname] = label_names(doctree)
                memory.anchors[docname] = anchors_of(doctree)
                memory.terms[docname] = terms_of(doctree)
        memory.links = {name: links for name, links in memory.links.items() if name in found}
        memory.shows_toc = {name: shows for name, shows in memory.shows_toc.items() if name in found}
        memory.labels = {name: labels for name, labels in memory.labels.items() if name in found}
        memory.anchors = {name: anchors for name, anchors in memory.anchors.items() if name in found}
        memory.terms = {name: terms for name, terms in memory.terms.items() if name in found}
        settle_terms(self.env, memory.terms)
        shared = shared_labels(memory.labels)
        if shared or memory.shared:
            settle_labels(self.env, memory.labels, shared | memory.shared)
        memory.shared = shared
        restore_labels(self.env)
        self._tell_of_pages()

    def _tell_of_pages(self) -> None:
        """Tell the pieces which anchors their pages have already, and the navigation what untitled pages are called."""
        if self.domain.site is not None:
            self.domain.site.anchors = self.memory.anchors
        titles = self.env.titles
        chapters: tuple[Chapter, ...] = getattr(self._app, "plankit_chapters", ())
        if chapters:
            named = titled(chapters, lambda name: titles[name].astext() if name in titles else name)
            self._app.plankit_chapters = named  # type: ignore[attr-defined]

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Set up the index from the shares of the last build."""
        self._settle_images()
        super().prepare_writing(docnames)
        shares = {name: share for name, share in self.memory.shares.items() if name in self.env.found_docs}
        lang = self.config.html_search_language or self.config.language
        self.indexer = ShareIndex(self.env, lang, self.config.html_search_options, shares)
        self.indexer.address = self.domain.site.discretion.page if self.domain.site else str

    def load_indexer(self, docnames: Set[str]) -> None:
        """Nothing: the file of the last build does not hold all that it was made from."""

    def _settle_images(self) -> None:
        # Names of copied images depend on the order in which pages were read; made anew, they do not.
        images = self.env.images
        holders = {name: images[name][0] for name in sorted(images)}
        images.clear()
        images._existing.clear()  # noqa: SLF001 - a dict that keeps its own second copy of the names
        for name, docs in holders.items():
            for docname in sorted(docs):
                images.add_file(docname, name)
        self.settle_files()

    def write_documents(self, docnames: Set[str]) -> None:
        """Write the pages whose checksum changed or whose file is not as it was left.

        Where nothing is remembered, that is all of them, and no checksum is worked out.
        """
        if not self._remembers:
            self.written = sorted(self.env.found_docs)
            super().write_documents(set(self.written))
            return
        digests = Digests(self._app, self._common + _content(Path(self._static_dir)))
        now = {
            docname: digests.of_page(docname, self.memory.links[docname], self.memory.shows_toc[docname])
            for docname in sorted(self.env.found_docs)
        }
        self.written = [name for name, digest in now.items() if self._must_write(name, digest)]
        self.memory.digests = now
        if self.written:
            super().write_documents(set(self.written))

    def _must_write(self, docname: str, digest: str) -> bool:
        return (
            self.memory.digests.get(docname) != digest
            or docname not in self.memory.shares
            or self.memory.stamps.get(docname) != _stamp(self.get_output_path(docname))
        )

    def index_page(self, pagename: str, doctree: nodes.document, title: str) -> None:
        """Take the page's share of the index; the headings of its pieces lead straight to them."""
        indexer = cast("ShareIndex", self.indexer)
        if self.domain.site is not None:
            _, page = self.domain.drawn(pagename)
            indexer.headings[pagename] = tuple((words, place) for _, place, words in page.headings)
        super().index_page(pagename, doctree, title)

    def copy_image_files(self) -> None:
        """Copy the images of all pages, also of those that were not written."""
        self.images = {name: value[1] for name, value in self.env.images.items()}
        super().copy_image_files()
        for path in sorted({self._images_dir / name for name in self.images.values()}):
            if path.is_file() and (clean := without_traces(data := path.read_bytes())) != data:
                path.write_bytes(clean)

    def finish(self) -> None:
        """Finish, remove what is left over from earlier builds, and remember this one."""
        super().finish()
        self._remove_leftovers()
        if not self._remembers:
            return
        self.memory.shares = cast("ShareIndex", self.indexer).shares
        self.memory.stamps = {
            name: _stamp(self.get_output_path(name)) for name in sorted(self.env.found_docs)
        }
        with (self.doctreedir / MEMORY).open("wb") as file:
            pickle.dump(self.memory, file, pickle.HIGHEST_PROTOCOL)

    def _remove_leftovers(self) -> None:
        wanted = {Path(self.get_output_path(name)) for name in self.env.found_docs}
        wanted |= {self._images_dir / dest for _, dest in self.env.images.values()}
        wanted |= {self._downloads_dir / dest for _, dest in self.env.dlfiles.values()}
        places = (self.outdir.rglob("*.html"), self._images_dir.rglob("*"), self._downloads_dir.rglob("*"))
        extra = {Path(self.get_output_path(name)) for name in ("search", "genindex")}
        kept = {Path(self._static_dir)}
        if (self.outdir / DRAFT / BUILT).is_file():
            # A site of its own, whose build removes what is left over in it.
            kept.add(self.outdir / DRAFT)
        for path in [path for found in places for path in found if path.is_file()]:
            if path not in wanted and path not in extra and not kept & set(path.parents):
                path.unlink()
        for folder in sorted((p for p in self.outdir.rglob("*") if p.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()


def _content(folder: Path) -> str:
    """A checksum over the scripts and styles in a folder: pages name them with their own checksums."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".css", ".js")):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return (-1, -1)
    return found.st_size, found.st_mtime_ns


def _remembered(path: Path) -> Memory:
    # Only a file that an earlier build of the same version wrote is read; anything else starts anew.
    try:
        with path.open("rb") as file:
            memory: Any = pickle.load(file)  # noqa: S301 - our own file in the user's own cache
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return Memory()
    return memory if isinstance(memory, Memory) else Memory()
