"""Tags in a municipality's template, such as `{{ plan_title }}`: which there are, and filling them in.

Templates come from strangers: only tags that name a value count, and `{% if name %}`; nothing can be called,
looped over or looked into.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import cast

import docx
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from plankit.language import N_
from plankit.model.nearest import nearest
from plankit.word.elements import Element, drop, find
from plankit.word.templates import TemplateUnfit
from plankit.word.values import Values

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
)
_MARK = "\ue000{name}\ue001"
"""Stands where blocks go, until they do: signs that no text has."""


def filled(data: bytes, values: Values) -> tuple[Document, frozenset[str]]:
    """The template with its words filled in and marks where blocks go, and the tags that it uses.

    Raises `TemplateUnfit` where a tag is unknown or says more than a name.
    """
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.globals.clear()
    environment.filters.clear()
    template = DocxTemplate(io.BytesIO(data))
    used = _used(template, environment, values)
    context = {**values.words, **{name: _MARK.format(name=name) for name in values.blocks}}
    try:
        template.render(context, environment, autoescape=True)
        made = io.BytesIO()
        template.save(made)
    except (TemplateError, ValueError) as error:
        raise TemplateUnfit(_BROKEN, (("reason", str(error)),)) from error
    made.seek(0)
    return docx.Document(made), used


_BROKEN = N_("A tag in the template cannot be read: {reason}")
_UNKNOWN = N_("The template has the tag “{tag}”, which is not known. {hint} Known tags: {known}.")
_TOO_MUCH = N_(
    "The template has a tag that does more than name a value ({tag}). Only names, and “if” with a name, count."
)
_ALONE = N_(
    "The tag “{tag}” stands for whole paragraphs: it needs a paragraph of its own in the text of the template."
)


def _used(template: DocxTemplate, environment: SandboxedEnvironment, values: Values) -> frozenset[str]:
    used: list[str] = []
    for source in _sources(template):
        try:
            tree = environment.parse(source)
        except TemplateError as error:
            raise TemplateUnfit(_BROKEN, (("reason", str(error)),)) from error
        for node in _all(tree):
            if not isinstance(node, _ALLOWED):
                raise TemplateUnfit(_TOO_MUCH, (("tag", type(node).__name__),))
            if isinstance(node, nodes.Name):
                used.append(node.name)
    for name in used:
        if name not in values.names:
            near = nearest(name, values.names) or ""
            raise TemplateUnfit(
                _UNKNOWN, (("tag", name), ("near", near), ("known", ", ".join(sorted(values.names))))
            )
    return frozenset(used)


def _sources(template: DocxTemplate) -> Iterator[str]:
    document = template.get_docx()
    yield template.patch_xml(template.get_xml())
    for uri in (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))
    properties = document.core_properties
    yield from (
        str(getattr(properties, name) or "")
        for name in ("author", "comments", "identifier", "subject", "title")
    )


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def put_blocks(
    document: Document, used: frozenset[str], values: Values, write: Callable[[str, Element], list[Element]]
) -> None:
    """Put what `write` makes of each tag of blocks in the place of its mark.

    Raises `TemplateUnfit` where a mark shares its paragraph with other words or stands in a head or foot.
    """
    for name in values.blocks:
        if name not in used:
            continue
        mark = _MARK.format(name=name)
        lines = [
            one
            for one in find(cast("Element", document.element.body), ".//w:p")
            if _text(one).strip() == mark
        ]
        if not lines or _count(document, mark) != len(lines):
            raise TemplateUnfit(_ALONE, (("tag", name),))
        for line in lines:
            for made in write(name, line):
                line.addprevious(made)
            holder = line.getparent()
            drop(line)
            if holder is not None and holder.tag.endswith("}tc") and not find(holder, "w:p"):
                holder.append(line)


def _count(document: Document, mark: str) -> int:
    """How often a mark stands anywhere in the file."""
    roots = [cast("Element", document.element)]
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            roots.append(cast("Element", relation.target_part.element))
    return sum(_text(root).count(mark) for root in roots)


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in find(element, ".//w:t"))
