"""The words of plankit in every language: nothing is missing, nothing is left over, nothing is mixed up.

To look for new words: `python -m babel.messages.frontend extract -F babel.cfg -k pk -o plankit.pot .`
"""

from __future__ import annotations

import ast
import gettext
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import IO, Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from tests.conftest import WritePlan

from plankit import language as words
from plankit.loading import load
from plankit.model.references import ANY, TARGETS
from plankit.outputs import Request, find_output
from plankit.source.shape import _WANTED

ROOT = Path(__file__).parents[1]
SPHINX_WORDS = ROOT / "src" / "plankit" / "sphinx" / "locale"
TRANSLATED = ("nb", "nn", "sv")
MARKS = {"N_": "gettext", "t": "gettext", "translate": "gettext", "words": "gettext"}
COUNTED = ("N_count", "count", "translate_count")
RULE_TEXTS = ("What it checks", "Why it matters")
JS_CALL = re.compile(r'(?:\b_|\bgettext|\bngettext)\(\s*((?:"(?:[^"\\]|\\.)*",?\s*)+)')
JS_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
REASONS = (
    "mapping values are not allowed in this context",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unknown escape character",
    "did not find expected '-' indicator",
    "did not find expected key",
    "found character that cannot start any token",
    "found incompatible YAML document",
    "found undefined tag handle",
    "did not find expected alphabetic or numeric character",
    "did not find expected comment or line break",
    "did not find expected node content",
    "block sequence entries are not allowed in this context",
    "could not find expected ':'",
    "No such file or directory",
    "Permission denied",
)
"""What the YAML parser and the operating system say most often; plankit passes it on as the reason."""

Key = str | tuple[str, str]
Found = tuple[int, str, str | tuple[str, ...], list[str]]


def python_messages(fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Found]:
    """The messages of one Python file, for Babel. Read from the syntax tree, which sees into f-strings."""
    tree = ast.parse(fileobj.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            texts = [
                one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            if name in COUNTED and len(texts) >= 2:
                yield node.lineno, "ngettext", (texts[0], texts[1]), []
            elif (
                name in MARKS
                and texts
                and node.args[0] is not None
                and isinstance(node.args[0], ast.Constant)
            ):
                yield node.lineno, MARKS[name], texts[0], []
    text = ast.get_docstring(tree) or ""
    if text.startswith(RULE_TEXTS[0]):
        for part in re.findall(rf"^(?:{'|'.join(RULE_TEXTS)})\n((?:[ ]{{4}}.*\n?)+)", text, re.MULTILINE):
            yield 1, "gettext", " ".join(part.split()), []


def extracted() -> set[Key]:
    """Every message that the code and the templates hold."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as cfg:
        methods, options = parse_mapping_cfg(cfg)  # type: ignore[no-untyped-call]
    found = extract_from_dir(ROOT, methods, options, {**DEFAULT_KEYWORDS, "pk": None})
    return {_key(message) for _, _, message, _, _ in found} - {""}


def value_words() -> set[Key]:
    """What findings put into a sentence besides the plan's words: kinds of entries and values, and reasons."""
    kinds = {kinds[0].rpartition(".")[2] for kinds in TARGETS.values() if kinds != ANY}
    return {*kinds, "entries", *_WANTED.values(), "value", *REASONS}


def _key(message: Any) -> Key:
    return message if isinstance(message, str) else (message[0], message[1])


def written(language: str) -> dict[Key, str | tuple[str, ...]]:
    """What the .po file of `language` holds."""
    return _messages(words.CATALOGUES / language / "LC_MESSAGES" / "plankit.po", language)


def _messages(path: Path, language: str) -> dict[Key, str | tuple[str, ...]]:
    with path.open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language)
    return {_key(one.id): _text(one.string) for one in catalogue if one.id and not one.fuzzy}


def _text(value: Any) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else tuple(value)


def _all(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_message_of_the_program_is_translated(language: str) -> None:
    """Whatever plankit writes has words in the language, and every form of them."""
    have = {key for key, value in written(language).items() if all(part.strip() for part in _all(value))}
    assert extracted() | value_words() <= have, sorted(map(str, (extracted() | value_words()) - have))


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_holds_nothing_that_the_program_does_not_write(language: str) -> None:
    """A message that was reworded or taken out is taken out of the catalogue too."""
    assert set(written(language)) <= extracted() | value_words()


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_those_of_the_message(language: str) -> None:
    """A translation is filled in with the same values as the message, or it would raise."""
    wrong = {
        str(key)
        for key, value in written(language).items()
        if key not in REASONS
        for text in _all(value)
        if _fields(text) != _fields(_all(key)[0])
    }
    assert wrong == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    """Norwegian quotes «so», Swedish ”so”, and neither “so”."""
    foreign = '“”"' if language in ("nb", "nn") else '“«»"'
    assert [
        text for value in written(language).values() for text in _all(value) if set(text) & set(foreign)
    ] == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("domain", ["plankit", "sphinx"])
def test_compiled_catalogue_is_what_the_source_says(domain: str, language: str) -> None:
    """Nobody has to compile: the .mo beside the .po holds the same."""
    if domain == "plankit":
        source, folder = words.CATALOGUES / language / "LC_MESSAGES" / "plankit.po", words.CATALOGUES
    else:
        source, folder = SPHINX_WORDS / language / "sphinx.po", SPHINX_WORDS
    with (folder / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for key, value in _messages(source, language).items():
        if isinstance(key, str):
            assert compiled.gettext(key) == value
        else:
            assert tuple(compiled.ngettext(*key, count) for count in (1, 2)) == value
            assert compiled.ngettext(*key, 0) == value[1]
    assert len({key for key in vars(compiled)["_catalog"] if key}) == sum(
        len(_all(value)) for value in _messages(source, language).values()
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_of_sphinx_on_a_page_are_translated(language: str) -> None:
    """Admonitions and the links at headings, tables and pictures have words of plankit's own."""
    have = _messages(SPHINX_WORDS / language / "sphinx.po", language)
    sphinx = files("sphinx")
    sources = ("writers/html5.py", "locale/__init__.py", "domains/changeset.py")
    asked = {
        text
        for source in sources
        for text in re.findall(r"\b_\(\s*'([^']+)'\s*\)", sphinx.joinpath(source).read_text(encoding="utf-8"))
    } - {"Hello Sphinx!"}
    assert len(asked) > 15
    assert asked <= set(have)
    assert all(part.strip() for value in have.values() for part in _all(value))


def _asked_by_sphinx() -> set[tuple[str, ...]]:
    static = files("sphinx").joinpath("themes", "basic", "static")
    found = set()
    for name in ("searchtools.js", "sphinx_highlight.js", "doctools.js"):
        for match in JS_CALL.finditer(static.joinpath(name).read_text(encoding="utf-8")):
            found.add(tuple(json.loads(text) for text in JS_STRING.findall(match[1])))
    return found


def _for_browsers(language: str) -> dict[str, Any]:
    text = (SPHINX_WORDS / language / "LC_MESSAGES" / "sphinx.js").read_text(encoding="utf-8")
    match = re.fullmatch(r"Documentation\.addTranslations\((\{.*\})\);\s*", text, re.DOTALL)
    assert match is not None
    found: dict[str, Any] = json.loads(match[1])
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_for_the_browser_are_all_that_the_search_asks_for(language: str) -> None:
    """Every string of Sphinx's scripts has words, a counted one both forms, and no word is empty."""
    asked = _asked_by_sphinx()
    assert len(asked) >= 7
    messages = _for_browsers(language)["messages"]
    assert set(messages) == {texts[0] for texts in asked}
    for first, *more in asked:
        value = messages[first]
        assert isinstance(value, list) == bool(more)
        assert all(text.strip() for text in (value if more else [value]))
        assert not more or "${resultCount}" in value[1]


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_for_the_browser_is_a_number(language: str) -> None:
    """Sphinx takes the form at that place of the list; `true` is no place."""
    words_for_browsers = _for_browsers(language)
    assert words_for_browsers["plural_expr"] == "n == 1 ? 0 : 1"
    assert words_for_browsers["locale"] == language


def test_sphinx_finds_nothing_to_compile() -> None:
    """Sphinx would write a .mo into the installed package where it finds a newer .po in LC_MESSAGES."""
    assert list(SPHINX_WORDS.glob("*/LC_MESSAGES/**/*.po")) == []


def test_missing_nynorsk_is_taken_from_bokmaal_and_then_from_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Nynorsk lacks is Bokmål, what that lacks is English; Swedish takes nothing from Norwegian."""
    from babel.messages.mofile import write_mo

    for language, known in (("nn", {"Goals": "nn"}), ("nb", {"Goals": "nb", "Measures": "nb"}), ("sv", {})):
        catalogue = Catalog(locale=language)
        for english, word in known.items():
            catalogue.add(english, word)
        path = tmp_path / language / "LC_MESSAGES" / "plankit.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            write_mo(file, catalogue)
    monkeypatch.setattr(words, "CATALOGUES", tmp_path)
    words.catalogue.cache_clear()
    try:
        said = {
            tag: [words.translate(text, tag) for text in ("Goals", "Measures", "Areas")]
            for tag in words.LANGUAGES
        }
    finally:
        words.catalogue.cache_clear()
    unknown = ["Goals", "Measures", "Areas"]
    assert said == {"nn": ["nn", "nb", "Areas"], "nb": ["nb", "nb", "Areas"], "sv": unknown, "en": unknown}


def test_words_of_the_plan_are_never_translated(write_plan: WritePlan) -> None:
    """An id that happens to be a word of plankit's stays as it is; the kind beside it is translated."""
    plan = "plan: {id: plan, title: Plan}\nmeasures: [{id: m1, title: Noe, goals: [steps]}]\n"
    folder = write_plan({"plan.yaml": plan})
    said = [one.message for one in load(folder, language="nb").findings if one.code == "PK029"]
    assert said == ["«steps» finnes ikke blant målene."]


@pytest.mark.filterwarnings("ignore:'myst_parser[.].*' is deprecated")
def test_sites_built_after_each_other_keep_their_languages_apart(
    tmp_path: Path, write_plan: WritePlan
) -> None:
    """Sphinx keeps its words between builds; plankit takes care that none of them is of an earlier language."""
    folder = write_plan(
        {"plan.yaml": "plan: {id: plan, title: Plan}\n", "side.md": "# Side\n\n```{note}\nNoe.\n```\n"}
    )
    loaded = load(folder)
    titles = []
    for language in ("nb", "sv", "en"):
        out = tmp_path / language
        find_output("html")(Request(folder=folder, loaded=loaded, out=out, language=language, remember=False))
        titles += re.findall(r'admonition-title">([^<]*)', (out / "side.html").read_text(encoding="utf-8"))
    assert titles == ["Merknad", "Anmärkning", "Note"]
