"""Elements of WordprocessingML, made by hand where python-docx has no word for them."""

from __future__ import annotations

import re
from typing import TypeAlias, cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

Element: TypeAlias = BaseOxmlElement

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def el(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element `w:tag` with these children; attributes are of the same namespace."""
    made = cast("Element", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def text(words: str) -> Element:
    """Words of a run, with white space as it is and nothing that XML cannot hold."""
    made = el("t")
    made.text = _NOT_XML.sub("", words)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def run(words: str, *properties: Element) -> Element:
    """A run of text; a line end in it is a line break."""
    made = el("r")
    if properties:
        made.append(el("rPr", *properties))
    for place, line in enumerate(words.split("\n")):
        if place:
            made.append(el("br"))
        if line:
            made.append(text(line))
    return made


def field(instruction: str, shown: list[Element], *, stale: bool = False) -> list[Element]:
    """A field as runs: what it computes, and what stands there until somebody computes it."""
    code = el("r", el("instrText"))
    code[0].text = f" {instruction} "
    code[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin = el("fldChar", fldCharType="begin", **({"dirty": "true"} if stale else {}))
    return [
        el("r", begin),
        code,
        el("r", el("fldChar", fldCharType="separate")),
        *shown,
        el("r", el("fldChar", fldCharType="end")),
    ]


def find(element: Element, path: str) -> list[Element]:
    """What `path` leads to from `element`."""
    # Elements that python-docx does not know have no prefixes of their own.
    return cast("list[Element]", etree.ElementBase.xpath(element, path, namespaces=nsmap))


def value(element: Element, name: str) -> str | None:
    """The attribute `w:name`."""
    return cast("str | None", element.get(qn(f"w:{name}")))


def put(element: Element, name: str, words: str) -> None:
    """Set the attribute `w:name`."""
    element.set(qn(f"w:{name}"), words)


def drop(element: Element) -> None:
    """Take the element out of what holds it."""
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
