"""The names of `plankit` that other programs may use."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from types import FunctionType
from typing import Any

import plankit
from plankit.model.base import Entity
from plankit_reference.markdown import block, named, table


def names() -> str:
    """A section for each public name."""
    return "\n".join(_name(name, getattr(plankit, name)) for name in plankit.__all__)


def _name(name: str, value: Any) -> str:
    lines = [f"(api-{name.lower()})=\n## plankit.{name}\n"]
    if isinstance(value, FunctionType):
        lines.append(block(_signature(value), "python"))
    lines.append(f"{inspect.cleandoc(value.__doc__ or '')}\n")
    if inspect.isclass(value):
        rows = [(named(member, f"api-{name.lower()}-{member}"), about) for member, about in members(value)]
        lines.append(table(("Member", "What it is"), rows) if rows else "")
    if inspect.isclass(value) and issubclass(value, Entity):
        lines.append(f"Its fields are the [keys of the file](#keys-{name.lower()}).\n")
    return "\n".join(lines)


def _signature(function: FunctionType) -> str:
    """The head of `function` as its file writes it: defaults by their names."""
    definition = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(definition, ast.FunctionDef)
    result = f" -> {ast.unparse(definition.returns)}" if definition.returns else ""
    return f"{definition.name}({ast.unparse(definition.args)}){result}"


def members(cls: type) -> list[tuple[str, str]]:
    """Public members that `cls` declares itself, with what is said of them; the fields of the file are left out."""
    docs = dict(_attribute_docs(cls))
    if issubclass(cls, Entity):
        fields: list[str] = []
    elif issubclass(cls, Enum):
        fields = [one.name for one in cls]
    else:
        fields = list(cls.__annotations__)
    found = [(name, docs.get(name, "")) for name in fields]
    for name, value in vars(cls).items():
        has_doc = callable(value) or isinstance(value, property | cached_property)
        about = inspect.getdoc(value) if has_doc else ""
        if about and not name.startswith(("_", "model_")) and name not in fields:
            found.append((name, " ".join(about.split())))
    return found


def _attribute_docs(cls: type) -> Iterator[tuple[str, str]]:
    """Each attribute with the string that stands right under it."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    for before, after in zip(body.body, body.body[1:], strict=False):
        if not isinstance(before, ast.AnnAssign) or not isinstance(before.target, ast.Name):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield before.target.id, " ".join(str(after.value.value).split())
