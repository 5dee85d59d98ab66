"""The neutral document: what a paper looks like where the municipality gives no template."""

from __future__ import annotations

import io
import zipfile
from importlib import resources

import docx
from docx.document import Document

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARTS = {
    "[Content_Types].xml": f"""{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_TYPES}.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_TYPES}.settings+xml"/>
</Types>""",
    "_rels/.rels": f"""{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
    "word/_rels/document.xml.rels": f"""{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_RELATIONS}/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="{_RELATIONS}/settings" Target="settings.xml"/>
</Relationships>""",
    "word/document.xml": f"""{_HEAD}<w:document {_W}><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="680" w:footer="567" w:gutter="0"/>
</w:sectPr></w:body></w:document>""",
    "word/settings.xml": f"""{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat></w:settings>""",
}
"""The parts of an empty document on A4; its styles and lists lie beside this file."""


def neutral_document() -> Document:
    """An empty document with every style that a paper uses."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(name, content)
        for name in ("styles", "numbering"):
            package.writestr(f"word/{name}.xml", part(name))
    made.seek(0)
    return docx.Document(made)


def part(name: str) -> str:
    """The neutral part of that name: `styles` or `numbering`."""
    return resources.files("plankit.word").joinpath("neutral", f"{name}.xml").read_text(encoding="utf-8")
