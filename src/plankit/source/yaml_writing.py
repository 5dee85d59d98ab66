"""Values as YAML, in the manner of what stood there before."""

from __future__ import annotations

import datetime
import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

Value = str | bool | datetime.date | None | Sequence["Value"] | Mapping[str, "Value"]
"""What may be written. `None` is a key with nothing after it; a truth value or a day is never quoted."""

WIDTH = 110
"""How long a folded line may become."""

_resolver: Any = yaml.resolver.Resolver()
_PLAIN_TYPES = ("timestamp", "int", "float")
_ODD_NUMBER = re.compile(r"[+-]?0\d|.*[_:]")


def raw_of(value: Value) -> object:
    """What the reader makes of `value` once it is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: raw_of(one) for key, one in value.items()}
    return [raw_of(one) for one in value]


def _type(text: str) -> str:
    kind: str = _resolver.resolve(yaml.ScalarNode, text, (True, False))
    return kind.rpartition(":")[2]


def _plain_is_safe(text: str, before: str | None) -> bool:
    """Whether every reader sees in the bare text what it saw in the one before it: `no` and `0301` are quoted."""
    kind = _type(text)
    if kind == "str":
        return True
    alike = before is not None and kind == _type(before) and kind in _PLAIN_TYPES
    return alike and not _ODD_NUMBER.match(text)


_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""What YAML does not take as it is, or takes for the end of a line, and JSON does."""


def _double(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _block(text: str, sign: str, indent: int, end_of_line: str) -> str:
    """A block scalar whose lines stand `indent` characters in."""
    body = text.removesuffix("\n")
    chomp = "" if text.endswith("\n") else "-"
    margin = " " * indent
    if sign == ">":
        width = max(40, WIDTH - indent)
        lines = []
        for part in re.split(r"(\n+)", body):
            # Of the line ends between two paragraphs, a reader takes one away.
            lines += [""] * len(part) if part.startswith("\n") else _wrapped(part, width)
    else:
        lines = body.split("\n")
    return end_of_line.join([sign + chomp, *(margin + line if line else "" for line in lines)])


def scalar_forms(
    text: str, style: str | None, before: str | None, indent: int, end_of_line: str
) -> Iterator[str]:
    """Ways to write `text`, the one that is most like `style` first. The last is always right."""
    double = _double(text)
    if indent and (style in ("|", ">") or "\n" in text):
        signs = {">": (">", "|")}.get(style or "", ("|",))
        yield from (_block(text, sign, indent, end_of_line) for sign in signs if text.strip(" \n"))
    if "\n" not in text:
        if style == "'":
            yield _single(text)
        elif style != '"' and text and text == text.strip() and _plain_is_safe(text, before):
            yield text
            if '"' in text and "'" not in text:
                yield _single(text)
    yield double


def flow(value: Value) -> str:
    """`value` in one line, as it may stand in brackets."""
    if value is None:
        return ""
    if isinstance(value, str):
        forms = list(scalar_forms(value, None, None, 0, "\n"))
        return next(form for form in forms if form is forms[-1] or _reads_back(f"[{form}]", [value]))
    if isinstance(value, bool | datetime.date):
        return str(raw_of(value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}".rstrip() for key, one in value.items()) + "}"
    return "[" + ", ".join(flow(one) for one in value) + "]"


def _reads_back(text: str, value: object) -> bool:
    try:
        return bool(yaml.load(text, Loader=yaml.BaseLoader) == value)  # noqa: S506  # makes texts only
    except yaml.YAMLError:
        return False


def block_lines(value: Mapping[str, Value]) -> list[str]:
    """A map as lines, a key each."""
    return [f"{key}: {flow(one)}".rstrip() for key, one in value.items()]
