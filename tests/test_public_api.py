"""What `import plankit` promises: few names, each there, explained and typed."""

from __future__ import annotations

import inspect
import subprocess
import sys
import typing
from enum import Enum
from importlib import resources
from types import FunctionType

import pytest

import plankit

NAMES = tuple(plankit.__all__)


def _functions() -> list[tuple[str, FunctionType]]:
    """Every public function, and every public method of a public class of plankit's own."""
    found: list[tuple[str, FunctionType]] = []
    for name in NAMES:
        value = getattr(plankit, name)
        if isinstance(value, FunctionType):
            found.append((name, value))
        for key, member in vars(value).items() if inspect.isclass(value) else ():
            if (
                isinstance(member, FunctionType)
                and not key.startswith("_")
                and member.__module__ == value.__module__
            ):
                found.append((f"{name}.{key}", member))
    return found


def test_names_are_sorted_and_unique() -> None:
    """`__all__` is in order and names nothing twice."""
    assert sorted(set(NAMES)) == list(plankit.__all__)


def test_names_are_the_promised_ones() -> None:
    """A public name is added or removed on purpose: here, and in the reference."""
    assert set(NAMES) == {"Finding", "Guide", "Loaded", "Place", "Plan", "Severity", "dump", "load"}


def test_dir_and_star_import_give_the_same_names() -> None:
    """What completion in an editor offers is what `__all__` promises."""
    space: dict[str, object] = {}
    exec("from plankit import *", space)
    assert set(space) - {"__builtins__"} == set(NAMES)
    assert set(NAMES) <= set(dir(plankit))


@pytest.mark.parametrize("name", NAMES)
def test_name_in_a_fresh_interpreter_is_importable(name: str) -> None:
    """Each name can be the first that a program imports."""
    code = f"from plankit import {name}; print({name}.__name__)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == (f"{name}\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_name_has_a_docstring_of_its_own(name: str) -> None:
    """Each public name says what it is; a docstring that dataclasses or enum made does not count."""
    value = getattr(plankit, name)
    told = inspect.cleandoc(vars(value).get("__doc__") or "") if inspect.isclass(value) else value.__doc__
    assert told
    assert told.rstrip().endswith((".", "`", ")"))
    assert not told.startswith(f"{name}(")


@pytest.mark.parametrize(
    ("name", "function"), _functions(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_function_is_explained_and_annotated(name: str, function: FunctionType) -> None:
    """Each public function and method has a docstring, and a type for each parameter and for what it gives."""
    assert function.__doc__, name
    hints = typing.get_type_hints(function)
    parameters = [key for key in inspect.signature(function).parameters if key != "self"]
    assert [key for key in (*parameters, "return") if key not in hints] == []


@pytest.mark.parametrize("name", [name for name in NAMES if inspect.isclass(getattr(plankit, name))])
def test_class_has_typed_frozen_fields(name: str) -> None:
    """Public values cannot be changed after they are made, and each field has a type."""
    value = getattr(plankit, name)
    assert typing.get_type_hints(value) or issubclass(value, Enum)
    if hasattr(value, "__dataclass_params__"):
        assert value.__dataclass_params__.frozen
    elif hasattr(value, "model_config"):
        assert value.model_config["frozen"] is True


def test_unknown_name_raises_attribute_error() -> None:
    """A misspelt name is an error at once, as for any module."""
    with pytest.raises(AttributeError, match="'laod'"):
        _ = plankit.laod


def test_package_is_marked_as_typed() -> None:
    """Type checkers of those who use plankit read its annotations."""
    assert resources.files("plankit").joinpath("py.typed").is_file()


def test_version_is_a_calendar_version() -> None:
    """The version is a year and a count, both numbers."""
    year, *rest = plankit.__version__.split(".")
    assert 2025 < int(year) < 2100
    assert all(part.isdecimal() for part in rest)
