"""What the docstrings of the model say, field by field. They are the reference of the file format."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import ModuleType

from plankit.model.base import Entity


@lru_cache(maxsize=None)
def _parsed(module: ModuleType) -> ast.Module:
    try:
        source = inspect.getsource(module)
    except OSError:  # installed without sources
        source = ""
    return ast.parse(source)


def _docs(statements: Iterable[ast.stmt]) -> Mapping[str, str]:
    """Each name that the statements declare, with the string that stands right under it."""
    found: dict[str, str] = {}
    name = None
    for statement in statements:
        if name and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            found[name] = _one_line(str(statement.value.value))
        name = None
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
    return found


def alias_docs(module: ModuleType) -> Mapping[str, str]:
    """What is said of each name that `module` declares at its top."""
    return _docs(_parsed(module).body)


@lru_cache(maxsize=None)
def field_docs(cls: type[Entity]) -> Mapping[str, str]:
    """What is said of each field of `cls`, its own or inherited; fields that nothing is said of are left out."""
    found: dict[str, str] = {}
    for part in reversed(cls.__mro__):
        if not issubclass(part, Entity):
            continue
        body = _parsed(sys.modules[part.__module__]).body
        own = (node for node in body if isinstance(node, ast.ClassDef) and node.name == part.__name__)
        found.update(_docs(next((node.body for node in own), ())))
    return found


def class_doc(cls: type[Entity]) -> str:
    """What is said of `cls`, on one line."""
    return _one_line(cls.__doc__ or "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
