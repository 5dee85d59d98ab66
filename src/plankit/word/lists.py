"""Lists: real ones, so that Word counts them and screen readers tell how long they are."""

from __future__ import annotations

import copy
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from plankit.word.elements import Element, el, find, put, value
from plankit.word.neutral import part
from plankit.word.styles import Styles

_BULLETS, _NUMBERS = 0, 1
"""Which of the neutral lists is which."""


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._root = _numbering(document)
        self._styles = styles
        self._definitions: dict[int, int] = {}
        self._bullets: int | None = None

    def bullets(self) -> int:
        """The list that everything with bullets belongs to."""
        if self._bullets is None:
            own = self._styles.numbering_of("List Bullet")
            self._bullets = int(own) if own else self._new(_BULLETS)
        return self._bullets

    def numbers(self, start: int) -> int:
        """A new numbered list that begins at `start`."""
        own = self._styles.numbering_of("List Number")
        definition = self._definition_of(own) if own else None
        return self._new(_NUMBERS, start, definition)

    def _new(self, kind: int, start: int | None = None, definition: int | None = None) -> int:
        number = 1 + max((int(value(one, "numId") or 0) for one in find(self._root, "w:num")), default=0)
        of = self._definition(kind) if definition is None else definition
        made = el("num", el("abstractNumId", val=of), numId=number)
        if start is not None:
            made.append(el("lvlOverride", el("startOverride", val=start), ilvl=0))
        after = find(self._root, "w:num")
        if after:
            after[-1].addnext(made)
        else:
            find(self._root, "w:abstractNum")[-1].addnext(made)
        return number

    def _definition_of(self, number: str) -> int | None:
        found = find(self._root, f'w:num[@w:numId="{number}"]/w:abstractNumId')
        return int(value(found[0], "val") or 0) if found else None

    def _definition(self, kind: int) -> int:
        """The number that the neutral list of this kind has here; it is put in the first time."""
        if kind not in self._definitions:
            known = [int(value(one, "abstractNumId") or 0) for one in find(self._root, "w:abstractNum")]
            made = copy.deepcopy(find(_neutral(), "w:abstractNum")[kind])
            number = max(known, default=-1) + 1
            put(made, "abstractNumId", str(number))
            # Definitions come before the lists that use them.
            first = find(self._root, "w:num")
            self._root.insert(self._root.index(first[0]) if first else len(self._root), made)
            self._definitions[kind] = number
        return self._definitions[kind]


def _neutral() -> Element:
    return parse_xml(part("numbering").encode())


def _numbering(document: Document) -> Element:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return cast("Element", relation.target_part.element)
    root = el("numbering")
    made = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, document.part.package
    )
    document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return root
