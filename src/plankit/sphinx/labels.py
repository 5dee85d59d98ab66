"""Labels and terms that stand on more than one page, settled the same way in every build.

Sphinx lets the page that was read last win, which after an edit is another one than in a cold build, and
forgets the label altogether when the winner goes. Here the last page by name wins, always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import StandardDomain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def label_names(doctree: nodes.document) -> tuple[str, ...]:
    """The labels that a document sets outright, sorted."""
    return tuple(sorted(name for name, explicit in doctree.nametypes.items() if explicit))


def anchors_of(doctree: nodes.document) -> frozenset[str]:
    """The anchors of everything in a document."""
    return frozenset(name for node in doctree.findall(nodes.Element) for name in node["ids"])


def terms_of(doctree: nodes.document) -> tuple[tuple[str, str], ...]:
    """The terms of the glossaries in a document, each with its anchor, in order."""
    glossaries = doctree.findall(addnodes.glossary)
    terms = [term for glossary in glossaries for term in glossary.findall(nodes.term)]
    return tuple((term.astext(), term["ids"][-1]) for term in terms if term["ids"])


def shared_labels(names: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The labels that more than one page sets."""
    seen: set[str] = set()
    shared: set[str] = set()
    for labels in names.values():
        for label in labels:
            (shared if label in seen else seen).add(label)
    return frozenset(shared)


def settle_labels(env: BuildEnvironment, names: Mapping[str, Iterable[str]], labels: frozenset[str]) -> None:
    """Set `labels` anew from the pages that have them, in the order of the pages' names."""
    std: Any = env.domains.standard_domain
    for label in labels:
        std.labels.pop(label, None)
        std.anonlabels.pop(label, None)
    for docname in sorted(names):
        if labels.intersection(names[docname]):
            doctree = env.get_doctree(docname)
            doctree.nametypes = {
                name: True for name in doctree.nametypes if name in labels and doctree.nametypes[name]
            }
            for name in doctree.nametypes:
                std.labels.pop(name, None)
            std.process_doc(env, docname, doctree)


def settle_terms(env: BuildEnvironment, terms: Mapping[str, Iterable[tuple[str, str]]]) -> None:
    """Set all terms anew from the pages that explain them, in the order of the pages' names."""
    std: Any = env.domains.standard_domain
    for key in [key for key in std.objects if key[0] == "term"]:
        del std.objects[key]
    known = std._terms  # noqa: SLF001 - the only place where Sphinx keeps what the role `term` looks up
    known.clear()
    for docname in sorted(terms):
        for term, anchor in terms[docname]:
            std.objects["term", term] = known[term.lower()] = (docname, anchor)


def restore_labels(env: BuildEnvironment) -> None:
    """Set again the labels that Sphinx has from the start, where a page took one over and is gone."""
    std: Any = env.domains.standard_domain
    for kind in ("labels", "anonlabels"):
        for label, place in StandardDomain.initial_data[kind].items():
            std.data[kind].setdefault(label, place)
