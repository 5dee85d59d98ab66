"""A search index that an incremental build gets right.

Sphinx rebuilds its index from the file it wrote last, which has lost part of what it was made from. Here
each page's share is kept whole between builds, and the index is put together from all shares each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.search import IndexBuilder

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one page gives to the index."""

    title: str
    filename: str
    titles: tuple[tuple[str, str | None], ...]
    terms: frozenset[str]
    title_terms: frozenset[str]
    entries: tuple[tuple[str, str, str], ...]


class ShareIndex(IndexBuilder):
    """The index as a sum of shares. Pages that are not fed keep the share they have in `shares`."""

    def __init__(
        self, env: BuildEnvironment, lang: str, options: dict[str, str], shares: dict[str, Share]
    ) -> None:
        super().__init__(env, lang, options, "")
        self.shares = shares
        self.address: Callable[[str], str] = str
        """The address of a page by its name: results lead there."""
        self.headings: dict[str, tuple[tuple[str, str], ...]] = {}
        self._stems: dict[str, str] = {}
        self._clear()

    def _clear(self) -> None:
        self._titles, self._filenames, self._all_titles = {}, {}, {}
        self._mapping, self._title_mapping, self._index_entries = {}, {}, {}
        self._objtypes, self._objnames = {}, {}

    def _stem(self, word: str) -> str:
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = self.lang.stem(word).lower()
        return known

    def _terms(self, words: Iterable[str]) -> set[str]:
        keep = self.lang.word_filter
        terms = set()
        for word in set(words):
            stemmed = self._stem(word)
            if keep(stemmed):
                terms.add(stemmed)
            elif keep(word):
                terms.add(word)
        return terms

    def feed(
        self, docname: str, filename: str | os.PathLike[str], title: str, doctree: nodes.document
    ) -> None:
        """Take the share of a page from its document."""
        words = self._word_collector(doctree)
        headings = self.headings.get(docname, ())
        super_entries: list[tuple[str, str, str]] = []
        title_terms = self._terms(
            [*words.title_words, *(w for text, _ in headings for w in self.lang.split(text))]
        )
        self.shares[docname] = Share(
            title=title,
            filename=os.fspath(filename),
            titles=(*((str(text), anchor) for text, anchor in words.titles), *headings),
            terms=frozenset(self._terms(words.words) - title_terms),
            title_terms=frozenset(title_terms),
            entries=tuple(super_entries),
        )

    def freeze(self) -> dict[str, Any]:
        """The index over all shares, the same whatever order they came in."""
        self._clear()
        shares = {self.address(docname): share for docname, share in self.shares.items()}
        for docname in sorted(shares):
            share = shares[docname]
            self._titles[docname] = share.title
            self._filenames[docname] = f"{docname}{PurePath(share.filename).suffix}"
            self._all_titles[docname] = list(share.titles)
            self._index_entries[docname] = list(share.entries)
            for term in share.terms:
                self._mapping.setdefault(term, set()).add(docname)
            for term in share.title_terms:
                self._title_mapping.setdefault(term, set()).add(docname)
        return super().freeze()
