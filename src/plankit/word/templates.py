"""A municipality's own Word template: what it is, and what is wrong with it where it is none."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from zipfile import BadZipFile, LargeZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from plankit.language import N_
from plankit.word.elements import Element, find

MOST_BYTES = 100_000_000
"""Most bytes that a template may hold when it is unpacked."""

_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "[Content_Types].xml"
_TAG = re.compile(r"\{\{|\{%")


@dataclass(frozen=True)
class TemplateUnfit(Exception):
    """The file cannot be used as a template. `message` says why, with places for `values`."""

    message: str
    values: tuple[tuple[str, str], ...] = ()


def read_template(path: Path) -> bytes:
    """The template as the bytes of a Word document; a `.dotx` becomes a document.

    Raises `TemplateUnfit` with a sentence where it is no Word file that can be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unfit(
            N_("The template “{name}” could not be read: {reason}"), path, error.strerror or ""
        ) from error
    if data.startswith(_COMPOUND):
        raise _unfit(_LOCKED_WORDS if _LOCKED in data else _OLD_WORDS, path)
    try:
        return _as_document(data, path)
    except (BadZipFile, LargeZipFile, KeyError, RuntimeError, NotImplementedError, EOFError) as error:
        raise _unfit(_BROKEN_WORDS, path) from error


_LOCKED_WORDS = N_("The template “{name}” is protected by a password. Save it without one and try again.")
_OLD_WORDS = N_("The template “{name}” is in the old .doc form. Open it in Word and save it as .docx.")
_BROKEN_WORDS = N_("The template “{name}” is no Word file (.docx or .dotx), or it is damaged.")
_MACRO_WORDS = N_("The template “{name}” holds macros. Save it as .docx or .dotx without them.")
_LARGE_WORDS = N_("The template “{name}” is too large when it is unpacked.")


def _unfit(message: str, path: Path, reason: str = "") -> TemplateUnfit:
    return TemplateUnfit(message, (("name", path.name), ("reason", reason)))


def _as_document(data: bytes, path: Path) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(one.file_size for one in old.infolist()) > MOST_BYTES:
            raise _unfit(_LARGE_WORDS, path)
        types = old.read(_TYPES).decode("utf-8", "replace")
        if "macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in old.namelist()):
            raise _unfit(_MACRO_WORDS, path)
        if _MAIN not in types and _TEMPLATE not in types:
            raise _unfit(_BROKEN_WORDS, path)
        for name in dict.fromkeys(old.namelist()):
            content = old.read(name)
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
                raise _unfit(_BROKEN_WORDS, path)
            new.writestr(name, types.replace(_TEMPLATE, _MAIN) if name == _TYPES else content)
    return made.getvalue()


def open_template(data: bytes, path: Path) -> Document:
    """The template as a document. Raises `TemplateUnfit` where its parts do not fit together."""
    try:
        document = docx.Document(io.BytesIO(data))
        find(cast("Element", document.styles.element), "w:style")
    except (
        PackageNotFoundError,
        BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        etree.XMLSyntaxError,
    ) as error:
        raise _unfit(_BROKEN_WORDS, path) from error
    return document


def has_tags(document: Document) -> bool:
    """Whether the text of the template, its heads or its feet hold tags to fill in."""
    roots = [cast("Element", document.element)]
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            roots.append(cast("Element", relation.target_part.element))
    return any(
        _TAG.search("".join(text.text or "" for text in find(line, ".//w:t")))
        for root in roots
        for line in find(root, ".//w:p")
    )
