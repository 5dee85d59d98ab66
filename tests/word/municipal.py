"""A municipality's own template as Word in Norwegian makes it: styles with other ids, a logo, a foot, another page."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx.document import Document
from docx.shared import Mm, Pt
from tests.word import building as b

from plankit.word.neutral import neutral_document

LOGO = "Havn kommune, logo"
FOOT = "Postboks 1, 9999 Havn"


def municipal(*lines: str, header: str = LOGO, footer: str = FOOT) -> bytes:
    """A template with these lines of text."""
    document = neutral_document()
    section = document.sections[0]
    section.left_margin = Mm(40)
    line = section.header.paragraphs[0]
    line.add_run().add_picture(io.BytesIO(b.PNG), width=Mm(20))
    line.add_run(header)
    section.footer.paragraphs[0].text = footer
    document.styles["Heading 1"].font.size = Pt(31)
    for words in lines:
        document.add_paragraph(words)
    document.core_properties.author = "Prøve Prøvesen"
    document.core_properties.last_modified_by = "Prøve Prøvesen"
    return _in_norwegian(document)


def _in_norwegian(document: Document) -> bytes:
    """Ids of styles as a Norwegian Word gives them, and no styles but the usual ones."""
    made = io.BytesIO()
    document.save(made)
    changed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = content.replace(b'w:styleId="Heading1"', b'w:styleId="Overskrift1"')
                content = _without(content, b"ToFillIn", b"Notice", b"TableGrid", b"ListBullet", b"TOC1")
            if name == "word/settings.xml":
                content = content.replace(
                    b"<w:zoom",
                    b'<w:rsids><w:rsid w:val="00A1B2C3"/></w:rsids><w:zoom',
                )
            new.writestr(name, content)
    return changed.getvalue()


def _without(styles: bytes, *ids: bytes) -> bytes:
    for one in ids:
        at = styles.index(b'w:styleId="' + one + b'"')
        start, end = styles.rindex(b"<w:style ", 0, at), styles.index(b"</w:style>", at) + len(b"</w:style>")
        styles = styles[:start] + styles[end:]
    return styles


def saved(folder: Path, data: bytes, name: str = "mal.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def as_dotx(data: bytes) -> bytes:
    """The same as a template in Word's own form for templates."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, content)
    return made.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(name, content)
    return made.getvalue()
