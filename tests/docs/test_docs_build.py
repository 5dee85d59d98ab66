"""The documentation as a whole."""

from __future__ import annotations

import re
import runpy

from tests.docs.conftest import DOCS, Built

import plankit

PAGES = sorted(path for path in DOCS.rglob("*.md") if not {"_ext", "_build"} & set(path.parts))


def test_docs_build_without_a_warning(built: Built) -> None:
    """Every link, role and page name in the documentation leads somewhere."""
    assert built.stderr == ""
    assert built.code == 0


def test_docs_in_any_users_language_are_english(built: Built) -> None:
    """What is generated is English, whatever the environment of whoever builds it says."""
    text = (built.out / "reference" / "commands.html").read_text(encoding="utf-8")
    assert "Start a plan in a new folder." in text
    assert '<html lang="en"' in text


def test_docs_hold_nothing_of_the_machine_that_built_them(built: Built) -> None:
    """No page tells where it was built."""
    for path in built.out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(DOCS.parent) not in text, path.name
        assert str(built.out.parent) not in text, path.name


def test_docs_pages_hold_one_sentence_a_line() -> None:
    """A line of prose ends where its sentence ends, so that changes can be read line by line."""
    for path in PAGES:
        inside = ""
        for line in path.read_text(encoding="utf-8").split("\n"):
            fence = re.match(r"(`{3,}|:{3,})", line)
            if fence and (not inside or fence[1] == inside):
                inside = "" if inside else fence[1]
            elif not inside and not line.startswith(("|", "%")):
                words = re.sub(r"`[^`]*`|\([^)]*\)", "", line)
                assert not re.search(r"[a-z][.!?] [A-Z]", words), f"{path.name}: {line}"


def test_docs_pages_are_all_in_the_contents() -> None:
    """A page that no contents names would not be found by anybody."""
    contents = (DOCS / "index.md").read_text(encoding="utf-8").split("\n")
    names = {path.relative_to(DOCS).with_suffix("").as_posix() for path in PAGES} - {"index"}
    assert names == names & set(contents)


def test_contributing_lists_every_session_of_nox() -> None:
    """The table of sessions names all that `nox -l` would list, and no other."""
    sessions = re.findall(
        r"@nox\.session[^\n]*\ndef (\w+)", (DOCS.parent / "noxfile.py").read_text(encoding="utf-8")
    )
    table = re.findall(
        r"^\| `(\w+)` \|", (DOCS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(table) == sorted(sessions)


def test_changelog_tells_of_this_version() -> None:
    """The version of the package is a heading of the changelog."""
    text = (DOCS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{plankit.__version__}]" in text


def test_docs_show_every_picture_that_the_session_takes() -> None:
    """The page of pictures shows each of them, and no picture lies there that nobody takes."""
    taker = runpy.run_path(str(DOCS / "take_pictures.py"), run_name="taker")
    taken = {f"{name}{look}.png" for name in taker["PAGES"] for look in taker["LOOKS"]}
    taken |= {f"{name}.png" for name in taker["PAPERS"]}
    page = (DOCS / "explanation" / "pictures.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(\.\./pictures/([^)]+)\)", page)) == taken
    assert {path.name for path in (DOCS / "pictures").iterdir()} == taken
