"""A PowerPoint file without traces: no author, no machine, no moment, and the same bytes for the same slides."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from pptx.presentation import Presentation

from plankit.powerpoint.form import ACCENT, LINK
from plankit.powerpoint.text import TAGS, clean

MADE_BY = "plankit"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell of."""
_TELLING = ("/thumbnail", "/printerSettings")
_COLOURS = {"accent1": ACCENT, "hlink": LINK, "folHlink": LINK}


def saved(deck: Presentation, *, title: str, language: str, today: date) -> bytes:
    """The deck as the bytes of a file. Same deck, same day: same bytes."""
    _forget(deck)
    raw = io.BytesIO()
    deck.save(raw)
    made = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = _settled(name, old.read(name), title, language, today)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return made.getvalue()


def _forget(deck: Presentation) -> None:
    """Take out of the package what tells of a machine."""
    package: Any = deck.part.package
    for rels in (package._rels, deck.part._rels):
        for name in [name for name, one in rels.items() if one.reltype.endswith(_TELLING)]:
            rels.pop(name)


def _settled(name: str, content: bytes, title: str, language: str, today: date) -> bytes:
    if name == "docProps/core.xml":
        return _core(clean(title), language, today)
    if name == "docProps/app.xml":
        return _app()
    if not name.endswith(".xml"):
        return content
    text = content.decode("utf-8")
    if "/theme/" in name:
        for part, code in _COLOURS.items():
            text = re.sub(
                rf"<a:{part}>.*?</a:{part}>", f'<a:{part}><a:srgbClr val="{code}"/></a:{part}>', text
            )
    # The form was made in another language than ours.
    return text.replace('lang="en-US"', f'lang="{TAGS.get(language, language)}"').encode("utf-8")


def _core(title: str, language: str, today: date) -> bytes:
    moment = f"{today.isoformat()}T00:00:00Z"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{TAGS.get(language, language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    ).encode()


def _app() -> bytes:
    return (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{MADE_BY}</Application></Properties>"
    ).encode()
