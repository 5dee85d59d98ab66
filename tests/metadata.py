"""Looks into a finished file for what tells who made it, on which machine and from which folder."""

from __future__ import annotations

import getpass
import io
import re
import socket
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
from PIL import Image

OWN = "plankit"
"""The one name that may stand as author, creator or program; a version may follow."""
_GENERIC = frozenset(
    {"root", "user", "runner", "admin", "build", "test", "ubuntu", "localhost", "main", "vm"}
)
"""Names of users and machines that are everyday words: looking for them would find text."""
_WHO = re.compile(
    r"author|creator|producer|company|manager|lastmodifiedby|generator|artist|copyright|by-?line|template",
    re.I,
)
_PATHS = re.compile(
    r"(?:/(?:home|Users|root|tmp|var/folders)/|[A-Z]:\\(?:Users|Documents|Temp))[\w.@-]+", re.I
)
_ZIPPED = frozenset({".zip", ".docx", ".dotx", ".xlsx"})
_TEXTS = frozenset(
    {".html", ".json", ".csv", ".txt", ".xml", ".rels", ".yaml", ".md", ".js", ".css", ".svg", ".ics", ".map"}
)
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
_SAID_OF_PICTURES = frozenset(
    {
        "dpi",
        "gamma",
        "icc_profile",
        "transparency",
        "background",
        "version",
        "duration",
        "loop",
        "interlace",
        "chromaticity",
        "srgb",
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "adobe",
        "adobe_transform",
        "progressive",
        "progression",
        "extension",
        "timestamp",
        "exif",
        "aspect",
        "default_image",
        "bbox",
    }
)
_ORIENTATION = 0x0112


def assert_no_traces(path: Path, *, extra: tuple[str, ...] = ()) -> None:
    """Fails where `path`, a file or a folder with files, tells who or what made it. `extra` are words to look for too."""
    found = [line for one in _files(path) for line in traces(one.name, one.read_bytes(), extra)]
    assert found == []


def _files(path: Path) -> list[Path]:
    return sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def traces(name: str, data: bytes, extra: tuple[str, ...] = ()) -> Iterator[str]:
    """Each trace in a file, in words: where it stands and what it is."""
    ending = Path(name).suffix.lower()
    for word in (*_own_names(), *extra):
        if re.search(rb"(?<![\w-])" + re.escape(word.encode()) + rb"(?![\w-])", data):
            yield f"{name}: holds the word {word}"
    if ending in _ZIPPED:
        yield from _in_zip(name, data, extra)
    elif ending == ".pdf":
        yield from _in_pdf(name, data)
    elif ending in _PICTURES:
        yield from _in_picture(name, data)
    elif ending in _TEXTS:
        yield from _in_text(name, data)


def _own_names() -> tuple[str, ...]:
    names = {getpass.getuser(), socket.gethostname(), Path.home().name}
    return tuple(sorted(one for one in names if len(one) > 2 and one.casefold() not in _GENERIC))


def _in_text(name: str, data: bytes) -> Iterator[str]:
    text = data.decode("utf-8", "replace")
    for match in _PATHS.finditer(text):
        yield f"{name}: holds a path: {match[0]}"
    if name.endswith(".html"):
        reader = _Html()
        reader.feed(text)
        yield from (f"{name}: {one}" for one in reader.found)
    elif name.endswith(".svg"):
        yield from _in_svg(name, text)


class _Html(HTMLParser):
    """Gathers what a page says of its making: names of people and programs, and comments."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        said = given.get("content") or ""
        if (
            tag == "meta"
            and _WHO.search(given.get("name") or given.get("property") or "")
            and not _is_own(said)
        ):
            self.found.append(f"meta {given.get('name')}: {said}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment: {data.strip()[:60]}")


def _in_svg(name: str, text: str) -> Iterator[str]:
    if "<!--" in text:
        yield f"{name}: a comment"
    for element in ET.fromstring(text).iter():
        names = [element.tag, *element.attrib]
        for one in names:
            space = one[1:].partition("}")[0] if one.startswith("{") else ""
            if space not in (
                "",
                "http://www.w3.org/2000/svg",
                "http://www.w3.org/1999/xlink",
                "http://www.w3.org/XML/1998/namespace",
                "http://www.w3.org/1999/xhtml",
            ):
                yield f"{name}: {one}"
        if element.tag.endswith("}metadata"):
            yield f"{name}: metadata"


def _in_picture(name: str, data: bytes) -> Iterator[str]:
    with Image.open(io.BytesIO(data)) as picture:
        for key in picture.info:
            if str(key).casefold() not in _SAID_OF_PICTURES:
                yield f"{name}: {key}"
        for tag in picture.getexif():
            if tag != _ORIENTATION:
                yield f"{name}: Exif {tag:#06x}"


def _in_pdf(name: str, data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as paper:
        for key, value in (paper.docinfo or {}).items():
            if _WHO.search(str(key)) and not _is_own(str(value)):
                yield f"{name}: {key}: {value}"
        with paper.open_metadata(set_pikepdf_as_editor=False) as said:
            for key, told in said.items():
                who = " ".join(map(str, told)) if isinstance(told, list | set | tuple) else str(told)
                if _WHO.search(str(key)) and not _is_own(who):
                    yield f"{name}: {key}: {who}"
        for inner, attached in paper.attachments.items():
            yield from (f"{name}: {one}" for one in traces(inner, attached.get_file().read_bytes()))
        for match in _PATHS.finditer(data.decode("latin-1")):
            yield f"{name}: holds a path: {match[0]}"


def _in_zip(name: str, data: bytes, extra: tuple[str, ...]) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.comment:
            yield f"{name}: a comment: {archive.comment!r}"
        for inner in archive.namelist():
            content = archive.read(inner)
            if inner in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
                for element in ET.fromstring(content).iter():
                    key = element.tag.rpartition("}")[2]
                    if _WHO.fullmatch(key) and not _is_own(element.text or ""):
                        yield f"{name}: {inner}: {key}: {element.text}"
            if inner.startswith("word/") and b"w:author=" in content:
                yield f"{name}: {inner}: a comment or change with an author"
            yield from (f"{name}: {one}" for one in traces(inner, content, extra))


def _is_own(said: str) -> bool:
    """Whether nobody is named but plankit: nothing, its name with a version, or the program that it uses to write."""
    words = said.strip()
    # Word's own name for its standard template is no trace of anybody.
    return words in ("", "Normal.dotm", "Normal") or re.fullmatch(rf"{OWN}(?: [\w.]+)?", words) is not None
