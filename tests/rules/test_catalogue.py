"""The table of rules, against the files in the folder, their words and their cases."""

from __future__ import annotations

import ast
import importlib
import re
import string
from pathlib import Path

import pytest
from tests.rules.case_files import CASES, KINDS, cases_of

from plankit import rules
from plankit.rules.base import Rule
from plankit.rules.catalogue import BY_CODE, BY_NAME, FAMILIES, RULES

FOLDER = Path(str(rules.__file__)).parent
NO_RULES = {
    "__init__",
    "base",
    "bodies",
    "catalogue",
    "cells",
    "combinations",
    "dates",
    "durations",
    "guide_references",
    "guide_texts",
    "levels",
    "names",
    "opening",
    "parts",
    "rows",
    "standing",
    "taught",
    "telephones",
    "texts",
    "ways",
    "written",
}
"""Files in the folder that declare no rule: the table, what a rule is, and what several rules look up."""

FILES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in NO_RULES)
HEADS = ("What it checks", "Why it matters", "Bad", "Good")
OF_WORKBOOKS = [one.name for one in RULES if "PK050" <= one.code < "PK063"]
OF_TABLES = [one.name for one in RULES if "PK063" <= one.code < "PK070"]
OF_REGISTRIES = [one.name for one in RULES if "PK090" <= one.code < "PK100"]
OWN_TESTS = (
    {"rule-crashed": "test_rule_crashed.py"}
    | dict.fromkeys(OF_WORKBOOKS, "../excel/test_findings.py")
    | {
        "forms-disagree": "../cli/test_cli_forms.py",
        "row-without-action": "../cli/test_cli_import_after_action.py",
    }
    | dict.fromkeys(OF_TABLES, "../data_files/test_table_findings.py")
    | dict.fromkeys(OF_REGISTRIES, "../registry/test_collecting.py")
)
"""Rules that no plan can make fire; they have a test file instead of cases."""


def _rule(file: str) -> Rule:
    found = importlib.import_module(f"plankit.rules.{file}").RULE
    assert isinstance(found, Rule)
    return found


def _sections(file: str) -> dict[str, str]:
    doc = ast.get_docstring(ast.parse((FOLDER / f"{file}.py").read_text(encoding="utf-8")), clean=False) or ""
    parts = re.split(rf"^({'|'.join(HEADS)})\n", doc, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_codes_are_unique_and_in_order() -> None:
    """The table is sorted by codes and holds none twice."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len(BY_NAME) == len(RULES) == len(BY_CODE)


def test_every_file_of_a_rule_is_in_the_table() -> None:
    """A rule whose file was forgotten in the table would never run."""
    assert {file.replace("_", "-") for file in FILES} == set(BY_NAME)


@pytest.mark.parametrize("file", FILES)
def test_rule_has_the_name_of_its_file_and_a_code_of_a_family(file: str) -> None:
    """Names are small letters, digits and hyphens; the first digit of a code is a family that is listed."""
    rule = _rule(file)
    assert rule.name == file.replace("_", "-")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"PK\d{3}", rule.code)
    assert rule.code[2] in FAMILIES
    assert BY_CODE[rule.code] is rule


@pytest.mark.parametrize("file", FILES)
def test_docstring_has_the_four_heads_with_content(file: str) -> None:
    """What `plankit rule` prints is there: what, why, a bad and a good example, each indented under its head."""
    sections = _sections(file)
    assert tuple(sections) == HEADS
    for text in sections.values():
        lines = [line for line in text.splitlines() if line]
        assert lines
        assert all(line.startswith("    ") for line in lines)
    assert sections["Bad"].strip() != sections["Good"].strip()


@pytest.mark.parametrize("file", [file for file in FILES if _rule(file).code >= "PK100"])
def test_reason_of_a_rule_about_content_names_its_ground(file: str) -> None:
    """A rule that judges what a plan says tells which part of the guide, which form or which law it rests on."""
    assert re.search(r"\(guide|guide asks|KOSTRA|§|GDPR", _sections(file)["Why it matters"])


@pytest.mark.parametrize("file", FILES)
def test_rule_imports_no_other_rule_and_only_the_inner_layers(file: str) -> None:
    """Rules stand alone: they see the model, what is looked up in it, and the words they write."""
    tree = ast.parse((FOLDER / f"{file}.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    own = {name for name in imported if name.startswith("plankit.")}
    shared = {f"plankit.rules.{name}" for name in NO_RULES - {"__init__", "catalogue"}}
    allowed = ("plankit.model.", "plankit.places.", "plankit.teaching.", "plankit.views.", "plankit.walks.")
    assert {name for name in own if not name.startswith(allowed)} <= {
        "plankit.findings",
        "plankit.language",
        *shared,
    }


@pytest.mark.parametrize("file", FILES)
def test_rule_has_cases_of_both_kinds(file: str) -> None:
    """Each rule is shown to keep silent and shown to speak."""
    name = file.replace("_", "-")
    if name in OWN_TESTS:
        assert (CASES.parent / OWN_TESTS[name]).is_file()
        return
    cases = cases_of(CASES / f"{name}.yaml")
    assert tuple(cases) == KINDS
    assert all(cases.values())
    assert all(case.get("expect") for case in cases["fires"])
    assert not any(case.get("expect") for case in cases["must_not_fire"])


@pytest.mark.parametrize("file", FILES)
def test_words_of_a_rule_are_sentences_whose_placeholders_have_names(file: str) -> None:
    """A message ends like a sentence, and no placeholder is empty or numbered."""
    rule = _rule(file)
    assert rule.message.endswith((".", "?"))
    for text in filter(None, (rule.message, rule.hint)):
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names)
