"""What a style sheet or a picture in SVG would ask of others, or run, when somebody opens a page with it."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\r\n\f]?|\\([^\r\n\f])")
_STYLE = (
    re.compile(r"@import[^;]*", re.IGNORECASE),
    re.compile(r"url\(\s*(?!['\"]?(?:#|data:))[^)]*\)?", re.IGNORECASE),
    re.compile(r"\b(?:-webkit-)?(?:image-set|image|src)\([^)]*\)?", re.IGNORECASE),
)
_PICTURE = (
    re.compile(r"<script\b[^>]*>?", re.IGNORECASE),
    re.compile(r"<foreignObject\b[^>]*>?", re.IGNORECASE),
    re.compile(r"<!ENTITY[^>]*>?", re.IGNORECASE),
    re.compile(r"<\?xml-stylesheet[^>]*>?", re.IGNORECASE),
    re.compile(r"[\s\"'/]on[a-z]+\s*=\s*[\"'][^\"']*", re.IGNORECASE),
    re.compile(r"[\s\"'/](?:[a-z]+:)?(?:href|src)\s*=\s*[\"'](?!\s*(?:#|data:image/))[^\"']*", re.IGNORECASE),
)
_LONGEST = 80


def reaches_out(text: str, *, picture: bool) -> str:
    """The first thing in a style sheet, or a picture, that asks something of others or runs; empty where there is none.

    Strict rather than clever: a sheet with tokens, or a drawn coat of arms, needs none of it.
    """
    plain = _ESCAPE.sub(_character, _COMMENT.sub(" ", text))
    for pattern in (*_PICTURE, *_STYLE) if picture else _STYLE:
        found = pattern.search(plain)
        if found:
            return " ".join(found[0].split())[:_LONGEST]
    return ""


def _character(match: re.Match[str]) -> str:
    """The character that an escape in a style sheet stands for."""
    if match[1] is None:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else " "
