"""The reference against the code: all that there is is told of, and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import click
import pytest
from docutils.nodes import make_id
from tests.docs.conftest import DOCS, Built

import plankit
from plankit import model
from plankit.cli.main import main
from plankit.guides import load_guide, pack_names
from plankit.html.pieces import PIECES
from plankit.model.base import Entity, Translated
from plankit.model.guide import GuidePage
from plankit.model.lesson import OwnChoice, OwnLesson
from plankit.model.vocabulary import OF_GUIDE, built_in
from plankit.rules.catalogue import RULES
from plankit.rules.texts import rule_text
from plankit.schema import plan_schema
from plankit.sphinx.domain import PlanDomain
from plankit.sphinx.extension import SETTINGS

MADE_BY_READER = {
    ("Page", "path"),
    ("Page", "text"),
    ("Plan", "pages"),
    ("Guide", "pages"),
    *(("GuidePage", name) for name in GuidePage.model_fields),
    *(("OwnLesson", name) for name in OwnLesson.model_fields),
    *(("OwnChoice", name) for name in OwnChoice.model_fields),
    *((cls, "line") for cls in ("OwnExercise", "OwnQuiz", "OwnCase")),
    *(("OwnQuiz", name) for name in ("text", "choices", "steps", "pairs")),
}
"""Fields that no file writes."""


def _named(words: dict[str, str]) -> dict[str, str]:
    """Ids as docutils writes them."""
    return {make_id(name): shown for name, shown in words.items()}


WRITTEN_BY_PLANKIT = frozenset({"seal"})
"""Files whose classes nobody writes by hand: `adopt-and-freeze` tells of them."""


def _classes() -> list[type[Entity]]:
    """Every class of the model, found by its files."""
    found = []
    for info in pkgutil.iter_modules(model.__path__):
        if info.name in WRITTEN_BY_PLANKIT:
            continue
        module = importlib.import_module(f"plankit.model.{info.name}")
        own = (
            one
            for one in vars(module).values()
            if isinstance(one, type) and one.__module__ == module.__name__
        )
        found += [one for one in own if issubclass(one, Entity) and one not in (Entity, Translated)]
    return found


def _keys(cls: type[Entity]) -> dict[str, str]:
    return {
        f"{cls.__name__}-{key}": key
        for key in cls.model_fields
        if key in cls.__annotations__ and (cls.__name__, key) not in MADE_BY_READER
    }


def test_reference_of_rules_is_every_rule(built: Built) -> None:
    """Each rule is a heading with its code and name; there is no other."""
    expected = {one.code.lower(): f"{one.code} {one.name}" for one in RULES}
    assert built.ids("reference/rules", "rule-") == expected


@pytest.mark.parametrize("heading", ["What it checks", "Why it matters", "Bad", "Good"])
def test_reference_of_rules_has_the_text_of_every_rule(heading: str) -> None:
    """No rule lacks a part of its text, which the page would show as nothing."""
    assert [one.code for one in RULES if not rule_text(one).get(heading)] == []


def _commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    """Every command under a group by its words, joined with hyphens."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name}-")


def test_reference_of_commands_is_every_command_and_option(built: Built) -> None:
    """Each command and each option that `--help` shows stands on the page, and no other."""
    commands = dict(_commands(main, "")) | {"plankit": main}
    assert set(built.ids("reference/commands", "command-")) == set(commands)
    expected = {}
    for name, command in commands.items():
        for one in command.get_params(click.Context(command)):
            if isinstance(one, click.Option) and not one.hidden:
                for option in one.opts:
                    place = (
                        f"{name}-{option.strip('-')}"
                        if option.startswith("--")
                        else f"{name}-short-{option[1:]}"
                    )
                    expected[place] = option
    assert built.ids("reference/commands", "option-") == _named(expected)


def test_reference_of_keys_is_every_key_of_every_class(built: Built) -> None:
    """Each class of the model has its own keys on one of the three pages, and there is no other key."""
    pages = ("file-keys", "guide-keys", "lesson-keys")
    shown = {key: words for page in pages for key, words in built.ids(f"reference/{page}", "key-").items()}
    expected: dict[str, str] = {}
    for cls in _classes():
        expected |= _keys(cls)
    assert shown == _named(expected)


def test_reference_of_keys_agrees_with_the_schema(built: Built) -> None:
    """What an editor completes in a plan is on the page of the plan's keys."""
    shown = set(built.ids("reference/file-keys", "key-"))
    bases = ("part", "item", "named")
    owners = {cls.__name__: [one.__name__ for one in cls.__mro__] for cls in _classes()}
    for name, definition in plan_schema()["$defs"].items():
        for key in definition.get("properties", ()):
            places = {make_id(f"{owner}-{key}") for owner in (*owners.get(name, (name,)), *bases)}
            assert places & shown, f"{name}.{key}"


def test_reference_of_pieces_is_every_directive_and_option(built: Built) -> None:
    """Each directive and each of its options stands on the page, and no other."""
    assert built.ids("reference/pieces", "piece-") == {name: f"plan:{name}" for name in PlanDomain.directives}
    expected = {
        f"{name}-{option}": option
        for name, directive in PlanDomain.directives.items()
        for option in directive.option_spec
    }
    assert built.ids("reference/pieces", "pieceoption-") == _named(expected)


def test_reference_of_pieces_says_what_each_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece has a sentence under its heading."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    pieces = importlib.import_module("plankit_reference.pieces")
    assert [piece.name for piece in PIECES if not pieces.what_it_draws(piece).endswith(".")] == []


def test_reference_of_roles_is_every_role(built: Built) -> None:
    """Each role stands on the page, and no other."""
    assert built.ids("reference/pieces", "role-") == {name: f"plan:{name}" for name in PlanDomain.roles}


def test_reference_of_settings_is_every_setting(built: Built) -> None:
    """Each setting of `conf.py` stands on the page, and no other."""
    assert built.ids("reference/pieces", "setting-") == _named({name: name for name, *_ in SETTINGS})


def test_reference_of_python_is_every_public_name(built: Built) -> None:
    """Each public name is a heading, and no other."""
    shown = built.ids("reference/api", "api-")
    headings = {words for words in shown.values() if words.startswith("plankit.")}
    assert headings == {f"plankit.{name}" for name in plankit.__all__}


def test_reference_of_vocabulary_is_every_code_of_every_list(built: Built) -> None:
    """Each code, built in or of a guide, stands on the page, and no other."""
    expected = {f"{name}-{code}": code for name, codes in built_in().items() for code in codes}
    for pack in pack_names():
        guide, _ = load_guide(pack)
        for name, kind in OF_GUIDE.items():
            expected |= {f"{name}-{term.id}": term.id for term in getattr(guide, kind)}
    assert built.ids("reference/vocabulary", "word-") == _named(expected)
