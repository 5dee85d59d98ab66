"""Single values in YAML texts: changed or added, and every other character left as it is.

Nothing is written out anew: the text of one value is cut out and another put in its place. Afterwards the
whole text is read again, and what it holds must be what it held, with that one value changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from plankit.language import N_
from plankit.source.shape import without_empty_keys
from plankit.source.yaml_events import read_yaml
from plankit.source.yaml_spans import Span, spans_of
from plankit.source.yaml_writing import Value, block_lines, flow, raw_of, scalar_forms

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What is to stand in one place of one file."""

    file: str
    path: Path
    value: Value
    short: str = ""
    """The key that a text alone stands for, where one may stand in place of a map: `agency`, `text`."""
    order: tuple[str, ...] = ()
    """The keys of the map that holds the value, in their usual order; says where a new key goes."""


@dataclass(frozen=True, kw_only=True)
class Addition:
    """A new entry of a list; it goes after the entry `after`, or last where that is `None`."""

    file: str
    kind: str
    value: Mapping[str, Value]
    after: int | None = None


@dataclass(frozen=True, kw_only=True)
class Append:
    """A new value at the end of a list that lies anywhere in the file and already holds something."""

    file: str
    path: Path
    value: Mapping[str, Value]


class CannotEdit(ValueError):
    """The value cannot be changed without touching something else. The message says why."""


ANCHORED = N_("it is written with an anchor, an alias or a tag in the file")
COMMENTED = N_("there is a comment inside it in the file")
UNREADABLE = N_("the file cannot be read")
NO_PLACE = N_("its place in the file was not found")


def apply(text: str, edit: Change | Addition | Append) -> str:
    """The text with the change made. Raises `CannotEdit` where that is not possible."""
    before, problems, _ = read_yaml(text, edit.file)
    root = None if any(one.code in ("PK006", "PK007") for one in problems) else spans_of(text)
    if before is None and not isinstance(edit, Addition):
        raise CannotEdit(UNREADABLE)
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    if isinstance(edit, Addition):
        wanted, forms = _added(text, root, before, edit, end_of_line)
    elif isinstance(edit, Append):
        wanted, forms = _appended(text, root, before, edit, end_of_line)
    else:
        wanted, forms = _changed(text, root, before, edit, end_of_line)
    for form in forms:
        after, _, whole = read_yaml(form, edit.file)
        if whole and without_empty_keys(after) == wanted:
            return form
    raise CannotEdit(NO_PLACE)


@dataclass(frozen=True)
class _Found:
    """The innermost value on the way to a path, what of the path is left, and what holds it."""

    span: Span
    left: Path
    key: Span | None
    holder: Span | None
    flow: bool


def _find(root: Span, path: Path) -> _Found:
    span, key, holder, in_flow = root, None, None, False
    left = list(path)
    while left:
        step = left[0]
        if span.fixed:
            raise CannotEdit(ANCHORED)
        if isinstance(step, int):
            if span.kind == "list":
                items = span.written_items()
                if step >= len(items):
                    break
                holder, key, in_flow = span, None, in_flow or span.is_flow
                span = items[step]
            elif step:
                break  # one value alone stands for a list of one
            left.pop(0)
            continue
        if span.kind != "map":
            break
        inner = span.value_of(step)
        if inner is None:
            break
        key = next(name for name, value in span.pairs if value is inner)
        holder, in_flow = span, in_flow or span.is_flow
        span = inner
        left.pop(0)
    return _Found(span, tuple(left), key, holder, in_flow)


def _changed(
    text: str, root: Span | None, before: Any, edit: Change, end_of_line: str
) -> tuple[Any, Iterator[str]]:
    if root is None:
        raise CannotEdit(NO_PLACE)
    found = _find(root, edit.path)
    if found.span.fixed:
        raise CannotEdit(ANCHORED)
    wanted = deepcopy(without_empty_keys(before))
    value = edit.value
    if found.left and (found.span.kind == "map" and not found.span.is_empty):
        if len(found.left) > 1 or not isinstance(found.left[0], str):
            raise CannotEdit(NO_PLACE)
        wanted = _put(wanted, edit.path, raw_of(value))
        return wanted, _with_key(text, found, str(found.left[0]), value, edit.order, end_of_line)
    if found.left == (edit.short,):
        wanted = _put(wanted, edit.path[:-1], raw_of(value))
    elif found.left:
        if len(found.left) > 1 or not edit.short or found.span.kind != "scalar":
            raise CannotEdit(NO_PLACE)
        value = {edit.short: found.span.text, str(found.left[0]): value}
        wanted = _put(wanted, edit.path[:-1], raw_of(value))
    else:
        wanted = _put(wanted, edit.path, raw_of(value))
    return wanted, _with_value(text, found, value, end_of_line)


def _put(raw: Any, path: Path, value: object) -> Any:
    """`raw` with `value` at `path`; `None` takes the key away."""
    holder: Any = None
    at: Any = None
    here = raw
    for step in path:
        if isinstance(step, int) and not isinstance(here, list):
            continue
        holder, at = here, step
        here = here.get(step) if isinstance(here, dict) else here[int(step)]
    if holder is None:
        raise CannotEdit(NO_PLACE)
    if value is None:
        del holder[at]
    else:
        holder[at] = without_empty_keys(value)
    return raw


def _with_value(text: str, found: _Found, value: Value, end_of_line: str) -> Iterator[str]:
    span = found.span
    _no_comment_inside(text, span)
    head, tail = text[: span.start], text[span.end :]
    for form in _forms(text, found, value, end_of_line):
        if form == "":
            yield head.rstrip(" ") + tail
            yield head.rstrip(" ") + " " + tail
        elif span.style == "block" and "\n" not in form and head.rstrip().endswith(":"):
            yield f"{head.rstrip()} {form}{tail}"
        elif head[-1:] in (":", "-"):
            yield f"{head} {form}{tail}"
        else:
            yield head + form + tail


def _no_comment_inside(text: str, span: Span) -> None:
    at = span.start
    for scalar in [] if span.kind == "scalar" else span.scalars():
        if "#" in text[at : scalar.start]:
            raise CannotEdit(COMMENTED)
        at = scalar.end
    if span.kind != "scalar" and "#" in text[at : span.end]:
        raise CannotEdit(COMMENTED)


def _forms(text: str, found: _Found, value: Value, end_of_line: str) -> Iterator[str]:
    """Ways to write `value` where `found` stands, most like what stands there first."""
    span = found.span
    if isinstance(value, str):
        before = span.text if span.kind == "scalar" and not span.is_empty else None
        style = span.style if span.kind == "scalar" else None
        indent = 0 if found.flow else _indent(text, found)
        yield from scalar_forms(value, style, before, indent, end_of_line)
    elif isinstance(value, Mapping) and span.kind == "map" and not span.is_flow:
        yield (end_of_line + " " * span.column).join(block_lines(value))
        yield flow(value)
    elif _is_list(value) and span.kind == "list" and not span.is_flow and value:
        yield (end_of_line + " " * span.column).join(f"- {flow(one)}" for one in value)  # type: ignore[union-attr]
        yield flow(value)
    else:
        yield flow(value)


def _is_list(value: Value) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _indent(text: str, found: _Found) -> int:
    """How far in the lines of a block scalar stand there: as before, else two from the key."""
    span = found.span
    if span.style in ("|", ">"):
        lines = [line for line in text[span.start : span.end].splitlines()[1:] if line.strip()]
        if lines:
            return len(lines[0]) - len(lines[0].lstrip(" "))
    column = found.key.column if found.key else (found.holder.column if found.holder else 0)
    return column + 2


def _with_key(
    text: str, found: _Found, key: str, value: Value, order: tuple[str, ...], end_of_line: str
) -> Iterator[str]:
    span = found.span
    earlier = order[: order.index(key)] if key in order else order
    before = [pair for pair in span.pairs if pair[0].text in earlier] or span.pairs[:1]
    if not before:
        raise CannotEdit(NO_PLACE)
    name, last = max(before, key=lambda pair: pair[0].start)
    if span.is_flow or found.flow:
        at = max(last.end, name.end + 1 if last.is_empty else 0)
        yield f"{text[:at]}, {key}: {flow(value)}{text[at:]}"
        return
    at = _end_of_line(text, max(last.end, name.end))
    margin = end_of_line + " " * span.pairs[0][0].column
    forms = (
        scalar_forms(value, None, None, span.pairs[0][0].column + 2, end_of_line)
        if isinstance(value, str)
        else [flow(value)]
    )
    for form in forms:
        yield f"{text[:at]}{margin}{key}: {form}{text[at:]}"


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" else end


def _added(
    text: str, root: Span | None, before: Any, edit: Addition, end_of_line: str
) -> tuple[Any, Iterator[str]]:
    wanted = without_empty_keys(deepcopy(before)) if isinstance(before, dict) else {}
    entries = wanted.setdefault(edit.kind, [])
    entries.insert(len(entries) if edit.after is None else edit.after + 1, raw_of(edit.value))
    where = root.value_of(edit.kind) if root and root.kind == "map" else None
    if root is not None and root.kind != "map":
        raise CannotEdit(NO_PLACE)
    if where is None or where.is_empty:
        return wanted, _first_entry(text, where, edit, end_of_line)
    if where.fixed or where.kind != "list":
        raise CannotEdit(ANCHORED if where.fixed else NO_PLACE)
    return wanted, _next_entry(text, where, edit.value, edit.after, end_of_line)


def _appended(
    text: str, root: Span | None, before: Any, edit: Append, end_of_line: str
) -> tuple[Any, Iterator[str]]:
    if root is None:
        raise CannotEdit(NO_PLACE)
    found = _find(root, edit.path)
    if found.span.fixed:
        raise CannotEdit(ANCHORED)
    if found.left or found.span.kind != "list" or not found.span.written_items():
        raise CannotEdit(NO_PLACE)
    wanted = without_empty_keys(deepcopy(before))
    entries = wanted
    for step in edit.path:
        entries = entries[step]
    entries.append(raw_of(edit.value))
    return wanted, _next_entry(text, found.span, edit.value, None, end_of_line)


def _first_entry(text: str, where: Span | None, edit: Addition, end_of_line: str) -> Iterator[str]:
    entry = f"{end_of_line}  - " + f"{end_of_line}    ".join(block_lines(edit.value))
    if where is not None:
        at = _end_of_line(text, where.start)
        yield text[:at] + entry + text[at:]
        return
    gap = "" if not text or text.endswith("\n") else end_of_line
    yield f"{text}{gap}{end_of_line if text else ''}{edit.kind}:{entry}{end_of_line}"


def _next_entry(
    text: str, where: Span, value: Mapping[str, Value], after: int | None, end_of_line: str
) -> Iterator[str]:
    items = where.written_items()
    if not items:
        yield f"{text[: where.start]}[{flow(value)}]{text[where.end :]}"
        return
    last = items[-1 if after is None else after]
    if where.is_flow:
        yield f"{text[: last.end]}, {flow(value)}{text[last.end :]}"
        return
    at = _end_of_line(text, last.end)
    dash = end_of_line + " " * where.column + "- "
    inner = end_of_line + " " * last.column
    body = flow(value) if last.is_flow else inner.join(block_lines(value))
    yield text[:at] + dash + body + text[at:]
