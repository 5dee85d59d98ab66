"""A Word file without traces: no author, no company, no path, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import cast
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from plankit.word.elements import Element, drop, el, find

MADE_BY = "plankit"
"""What a file says of the program that wrote it; a file that somebody saved in Word says something else."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = re.compile(r'((?:w|w15|w16cid):(?:author|initials|userId|providerId))="[^"]*"')
_TELLING = (
    "/custom-properties",
    "/thumbnail",
    "/people",
    "/comments",
    "/attachedTemplate",
    "/commentsExtended",
)
"""Ends of the names of relations to parts that tell of persons or machines."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell of."""


def saved(document: Document, *, title: str, today: date) -> bytes:
    """The document as the bytes of a file. Same document, same day: same bytes."""
    _forget(document)
    _set_to_update(document)
    _sign(document)
    properties = document.core_properties
    properties.title = title
    raw = io.BytesIO()
    document.save(raw)
    return _packed(raw.getvalue(), title, today)


def _forget(document: Document) -> None:
    """Take out of the package what tells of persons, machines or paths."""
    settings = document.settings.element
    own = document.part.rels
    holders = [document.part.package.rels, own]
    holders += [one.target_part.rels for one in own.values() if one.reltype == RELATIONSHIP_TYPE.SETTINGS]
    for rels in holders:
        for name in [name for name, one in rels.items() if one.reltype.endswith(_TELLING)]:
            del rels[name]
    root = cast("Element", settings)
    for path in ("w:attachedTemplate", "w:rsids", "w:mailMerge"):
        for one in find(root, path):
            root.remove(one)
    body = cast("Element", document.element)
    for path in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for one in find(body, f".//w:{path}"):
            drop(one)


def _sign(document: Document) -> None:
    """Let the file have a place that says which program wrote it."""
    package = document.part.package
    if not any(one.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES for one in package.rels.values()):
        kind = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
        made = Part(PackURI("/docProps/app.xml"), kind, _app(), package)
        package.relate_to(made, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def _set_to_update(document: Document) -> None:
    """Let Word work out contents and page numbers when it opens the file."""
    root = cast("Element", document.settings.element)
    if not find(root, "w:updateFields"):
        before = find(root, "w:zoom | w:view | w:writeProtection | w:removePersonalInformation")
        made = el("updateFields", val="true")
        # The schema wants it late; programs take it anywhere, yet it never comes before these.
        anchors = find(
            root, "w:hdrShapeDefaults | w:footnotePr | w:endnotePr | w:compat | w:docVars | w:rsids"
        )
        if anchors:
            anchors[0].addprevious(made)
        elif before:
            before[-1].addnext(made)
        else:
            root.append(made)


def _packed(raw: bytes, title: str, today: date) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            content = _without_names(name, old.read(name), title, today)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return made.getvalue()


def _without_names(name: str, content: bytes, title: str, today: date) -> bytes:
    if name == "docProps/core.xml":
        return _core(title, today)
    if name == "docProps/app.xml":
        return _app()
    if name.endswith(".xml") and b"author=" in content:
        return _NAMES.sub(r'\1=""', content.decode("utf-8")).encode("utf-8")
    return content


def _core(title: str, today: date) -> bytes:
    moment = f"{today.isoformat()}T00:00:00Z"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    ).encode()


def _app() -> bytes:
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{MADE_BY}</Application></Properties>"
    ).encode()


def is_ours(data: bytes) -> bool:
    """Whether the file is as plankit wrote it. Word, LibreOffice and others put their own name when they save."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return f"<Application>{MADE_BY}</Application>".encode() in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError):
        return False
