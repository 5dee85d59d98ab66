"""A paper set by Typst: one template, the paper as JSON beside it, and the program's own type only."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path
from typing import Literal, NamedTuple

import typst

from plankit.outputs import OutputFailed
from plankit.papers.blocks import Document
from plankit.pdf.data import Data, Pictures, paper_data

Norms = list[Literal["ua-1", "a-2a", "a-3a"]]
READABLE: Norms = ["ua-1", "a-2a"]
"""Norms of a paper to read: for everybody, and for long."""
ARCHIVAL: Norms = ["ua-1", "a-3a"]
"""The same with files inside."""

ACCENT = "#24506e"
ATTACHED = "plan-source.zip"
_TEMPLATE = "paper.typ"
_ONE_PICTURE = "picture.typ"
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_TRIES = 20
_MAKER = re.compile(rb"(/Creator ?\(|<xmp:CreatorTool>|<stEvt:softwareAgent>)(Typst [\d.]+)")
_OWN = b"plankit"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""What stands in a paper for a character that its type lacks."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a paper looks like: its colour, and its day, which is written into the file."""

    day: date
    accent: str = ACCENT


@dataclass(frozen=True, kw_only=True)
class Set:
    """A paper as PDF."""

    data: bytes
    pages: int
    unknown: str = ""
    """Characters that could not be shown."""


def set_paper(document: Document, look: Look, *, attached: bytes = b"") -> Set:
    """The paper as PDF/UA-1 and PDF/A-2a in one file; with the plan's source in it, PDF/A-3a instead.

    The same paper gives the same bytes on every machine. A character that no type of ours has is replaced and told.
    Raises `OutputFailed` where it cannot be set.
    """
    pictures = Pictures()
    data = paper_data(document, pictures)
    data |= {"accent": look.accent, "attached": ATTACHED if attached else ""}
    return set_data(_TEMPLATE, data, look.day, pictures=pictures, attached=attached)


def set_data(
    template: str, data: Data, day: date, *, pictures: Pictures | None = None, attached: bytes = b""
) -> Set:
    """What a template of ours makes of the data, which it reads from `paper.json`: a PDF as `set_paper` tells."""
    pictures = pictures or Pictures()
    files = {
        template: resources.files("plankit.pdf").joinpath(template).read_bytes(),
        **pictures.files,
        **({ATTACHED: attached} if attached else {}),
    }
    text = json.dumps(data, ensure_ascii=False)
    moment = datetime.combine(day, time(12), tzinfo=UTC)
    unknown = ""
    for _ in range(_TRIES):
        norms = ARCHIVAL if attached else READABLE
        made = _compiled({**files, "paper.json": text.encode()}, template, norms, moment)
        match made:
            case bytes():
                return Set(data=_unsigned(made), pages=len(_PAGE.findall(made)), unknown=unknown)
            case _Lacking(texts=texts):
                for one in texts:
                    text = text.replace(json.dumps(one, ensure_ascii=False)[1:-1], UNKNOWN)
                unknown += "".join(texts)
            case _BadPicture(name=name):
                raise OutputFailed(f"{pictures.sources.get(name, name)}: {made.reason}")
    raise OutputFailed(f"no type for {unknown}")


class _Lacking(NamedTuple):
    """What keeps a paper from being set: letters with their marks, each as it stands in the text."""

    texts: tuple[str, ...]


class _BadPicture(NamedTuple):
    """A picture that keeps it."""

    name: str
    reason: str


def _unsigned(data: bytes) -> bytes:
    """The PDF without the name and version of the program that set it. No byte moves: the file knows their places."""
    return _MAKER.sub(lambda match: match[1] + _OWN.ljust(len(match[2])), data)


def _compiled(
    files: Mapping[str, bytes], template: str, norms: Norms, moment: datetime
) -> bytes | _Lacking | _BadPicture:
    """The PDF, or what keeps it from being made. Raises `OutputFailed` where that cannot be told."""
    # In memory it takes text alone, no pictures.
    with tempfile.TemporaryDirectory(prefix="plankit-") as name:
        root = Path(name)
        for file, data in files.items():
            (root / file).write_bytes(data)
        try:
            return typst.compile(
                root / template,
                root=root,
                pdf_standards=[*norms],
                ignore_system_fonts=True,
                timestamp=moment,
            )
        except typst.TypstError as error:
            lacking = _UNSHOWN.findall(error.diagnostic)
            if lacking:
                return _Lacking(tuple(dict.fromkeys(map(_unescaped, lacking))))
            for file in files:
                if file.startswith("picture-") and (reason := _wrong_with(root, file)):
                    return _BadPicture(file, reason)
            raise OutputFailed("; ".join([error.message.split("\n")[0], *error.hints])) from error


def _unescaped(text: str) -> str:
    """A text as it was before the program wrote it out with escapes."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)


def _wrong_with(root: Path, file: str) -> str:
    """What is wrong with a picture; empty where it can be shown."""
    try:
        (root / _ONE_PICTURE).write_text(f'#image("{file}")', encoding="utf-8")
        typst.compile(root / _ONE_PICTURE, root=root, ignore_system_fonts=True)
    except typst.TypstError as error:
        return error.message.split("\n")[0]
    return ""
