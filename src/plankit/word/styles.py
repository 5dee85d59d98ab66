"""Styles by what they are for. A template's own come first; what it lacks is taken from the neutral document."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from plankit.word.elements import Element, drop, el, find, put, value
from plankit.word.neutral import part

LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}
"""How Word calls the languages of papers."""


class Styles:
    """The styles of a document by Word's own names for them, which are the same in every language of Word."""

    def __init__(self, document: Document) -> None:
        self._element = cast("Element", document.styles.element)
        self._ids = {
            name.casefold(): value(style, "styleId") or ""
            for style in find(self._element, "w:style")
            if (name := _name(style))
        }

    def id(self, name: str) -> str:
        """The id of the style called `name`; where the document has none, the neutral one is put in."""
        known = self._ids.get(name.casefold())
        if known is None:
            known = self._ids[name.casefold()] = self._taken_over(name)
        return known

    @cached_property
    def _neutral(self) -> dict[str, Element]:
        root = parse_xml(part("styles").encode())
        return {_name(style).casefold(): style for style in find(root, "w:style")}

    def _taken_over(self, name: str) -> str:
        made = copy.deepcopy(self._neutral[name.casefold()])
        wanted = value(made, "styleId") or name
        taken = set(self._ids.values())
        found = next(one for one in (wanted, *(f"{wanted}{n}" for n in range(2, 99))) if one not in taken)
        put(made, "styleId", found)
        for tag in ("basedOn", "next"):
            for one in find(made, f"w:{tag}"):
                self._repoint(one)
        made.attrib.pop(qn("w:default"), None)
        self._element.append(made)
        return found

    def _repoint(self, reference: Element) -> None:
        """Let a style lean on the document's own style of that name, which may have another id."""
        wanted = value(reference, "val")
        name = next(
            (name for name, one in self._neutral.items() if value(one, "styleId") == wanted), "normal"
        )
        kind = self._neutral[name]
        default = value(kind, "default") == "1"
        found = self._default(value(kind, "type") or "paragraph") if default else self.id(_name(kind))
        if found:
            put(reference, "val", found)
        else:
            drop(reference)

    def _default(self, kind: str) -> str | None:
        found = find(self._element, f'w:style[@w:type="{kind}" and @w:default="1"]')
        return value(found[0], "styleId") if found else None

    def numbering_of(self, name: str) -> str | None:
        """The list that the document's own style of that name belongs to; `None` where it belongs to none."""
        found = find(self._element, f'w:style[@w:styleId="{self.id(name)}"]/w:pPr/w:numPr/w:numId')
        return value(found[0], "val") if found else None

    def set_language(self, language: str) -> None:
        """Let every word be checked and read aloud as `language`, whatever the template was made in."""
        locale = LOCALES.get(language, language)
        for one in find(self._element, ".//w:lang"):
            drop(one)
        defaults = find(self._element, "w:docDefaults") or [el("docDefaults")]
        if defaults[0].getparent() is None:
            self._element.insert(0, defaults[0])
        _inside(_inside(defaults[0], "rPrDefault", 0), "rPr").append(el("lang", val=locale, eastAsia=locale))


def _inside(element: Element, tag: str, place: int | None = None) -> Element:
    found = find(element, f"w:{tag}")
    if found:
        return found[0]
    made = el(tag)
    element.insert(len(element) if place is None else place, made)
    return made


def _name(style: Element) -> str:
    found = find(style, "w:name")
    return (value(found[0], "val") or "") if found else ""
