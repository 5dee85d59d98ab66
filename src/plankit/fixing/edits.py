"""What may be changed in the text of a file, and the text afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plankit.source.edit import NO_PLACE, CannotEdit, Change, apply
from plankit.source.folder import PAGE_ENDING
from plankit.source.front_matter import FENCE, split_front_matter
from plankit.source.renaming import Rename, rename

MARK = "\ufeff"
"""The byte order mark as a character."""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Words of a Markdown page: at `offset` of its prose stands `old`, and `new` is to stand there."""

    file: str
    offset: int
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Unmark:
    """The byte order mark at the start of the file is to go."""

    file: str


Edit = Change | Rename | Prose | Unmark


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text of one file with all `edits` made, whose order does not matter. Raises `CannotEdit`.

    `text` is the file as it is, with its byte order mark and its ends of lines.
    """
    mark = MARK if text.startswith(MARK) else ""
    body = text.removeprefix(MARK)
    # From the end, so that none moves the place of another.
    for prose in sorted((one for one in edits if isinstance(one, Prose)), key=lambda one: -one.offset):
        body = _with_prose(body, prose)
    for one in edits:
        if isinstance(one, Change | Rename):
            body = _with_value(body, one)
        elif isinstance(one, Unmark):
            mark = ""
    return mark + body


def _with_value(text: str, edit: Change | Rename) -> str:
    if not edit.file.endswith(PAGE_ENDING):
        return _in_yaml(text, edit)
    start, end = _head(text)
    return text[:start] + _in_yaml(text[start:end], edit) + text[end:]


def _in_yaml(text: str, edit: Change | Rename) -> str:
    return rename(text, edit) if isinstance(edit, Rename) else apply(text, edit)


def _head(text: str) -> tuple[int, int]:
    """Where the YAML at the head of a page begins and ends."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != FENCE:
        raise CannotEdit(NO_PLACE)
    end = start = len(lines[0])
    for line in lines[1:]:
        if line.rstrip() in (FENCE, "..."):
            return start, end
        end += len(line)
    return start, end


def _with_prose(text: str, edit: Prose) -> str:
    if "\r" in text:
        if text.count("\r") != text.count("\r\n") or text.count("\n") != text.count("\r\n"):
            raise CannotEdit(NO_PLACE)
        return _with_prose(text.replace("\r\n", "\n"), edit).replace("\n", "\r\n")
    _, body, _ = split_front_matter(text)
    at = len(text) - len(body) + edit.offset
    if text[at : at + len(edit.old)] != edit.old:
        raise CannotEdit(NO_PLACE)
    return text[:at] + edit.new + text[at + len(edit.old) :]
