"""Which files are read, and what is said of those that cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.conftest import FORMAT_RULES, WritePlan

from plankit import load
from plankit.source import folder as folder_module
from plankit.source import text_file

FRAME = "plan:\n  id: p\n  title: Tryggleik\n"


def places(folder: Path) -> list[tuple[str, str, int, int]]:
    """Every finding of the reader as code, file, line and column."""
    found = load(folder, rules=()).findings
    return [(f.code, f.place.file, f.place.line, f.place.column) for f in found]


def test_file_in_another_encoding_is_refused_at_the_first_bad_byte(write_plan: WritePlan) -> None:
    """A file from an old Windows program is not read wrongly: it is refused."""
    folder = write_plan({"plan.yaml": FRAME})
    (folder / "more.yaml").write_bytes("goals:\n  - id: g\n    text: Færre\n".encode("cp1252"))
    assert places(folder) == [("PK004", "more.yaml", 3, 12)]


def test_file_that_cannot_be_read_gives_no_unknown_ids_in_its_wake(write_plan: WritePlan) -> None:
    """Nothing can be said of references into a file that was not read."""
    folder = write_plan({"plan.yaml": f"{FRAME}measures:\n  - {{id: m, title: T, goals: g}}\n"})
    (folder / "more.yaml").write_bytes(b"goals:\n  - {id: g, text: \xe6}\n")
    assert {finding.code for finding in load(folder, rules=FORMAT_RULES).findings} == {"PK004"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_file_in_utf16_or_utf32_is_refused(write_plan: WritePlan, encoding: str) -> None:
    """What Windows calls Unicode is not UTF-8."""
    folder = write_plan({"plan.yaml": ""})
    (folder / "plan.yaml").write_bytes(FRAME.encode(encoding))
    assert places(folder) == [("PK004", "plan.yaml", 1, 1)]


def test_byte_order_mark_is_reported_and_dropped(write_plan: WritePlan) -> None:
    """The mark is harmless but invisible: advice, and the file is read."""
    loaded = load(
        write_plan({"plan.yaml": "\ufeff" + FRAME, "a.md": "\ufeff---\ntitle: A\n---\nB\n"}), rules=()
    )
    assert [(f.code, f.place.file, f.severity.word) for f in loaded.findings] == [
        ("PK005", "a.md", "advice"),
        ("PK005", "plan.yaml", "advice"),
    ]
    assert loaded.plan is not None
    assert (loaded.plan.plan.id, loaded.plan.pages[0].title, loaded.plan.pages[0].text) == ("p", "A", "B\n")


def test_file_over_the_limit_is_refused_unread(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of exactly the limit is read; one byte more is refused."""
    folder = write_plan({"plan.yaml": FRAME, "a.md": "x" * len(FRAME.encode()), "b.md": "x" * 100})
    monkeypatch.setattr(text_file, "MAX_FILE_BYTES", len(FRAME.encode()))
    assert places(folder) == [("PK003", "b.md", 1, 1)]


def test_folder_with_too_many_files_is_reported(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading stops at the limit."""
    folder = write_plan({"plan.yaml": FRAME, **{f"p{number}.md": "x" for number in range(5)}})
    monkeypatch.setattr(folder_module, "MAX_FILES", 3)
    assert [code for code, *_ in places(folder)].count("PK003") == 1


def test_link_to_a_file_outside_is_not_followed(write_plan: WritePlan, tmp_path: Path) -> None:
    """A plan cannot be made to publish a file from elsewhere on the machine."""
    folder = write_plan({"plan.yaml": FRAME})
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "a.md").symlink_to(tmp_path / "secret.md")
    loaded = load(folder, rules=())
    assert [(f.code, f.place.file) for f in loaded.findings] == [("PK012", "a.md")]
    assert loaded.plan is not None
    assert loaded.plan.pages == ()


def test_link_to_a_folder_outside_is_not_followed(write_plan: WritePlan, tmp_path: Path) -> None:
    """Nor a whole folder."""
    folder = write_plan({"plan.yaml": FRAME})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    loaded = load(folder, rules=())
    assert [(f.code, f.place.file) for f in loaded.findings] == [("PK012", "more")]
    assert loaded.plan is not None
    assert loaded.plan.pages == ()


def test_link_to_a_file_inside_is_followed(write_plan: WritePlan) -> None:
    """A link that stays in the folder is as good as a file."""
    folder = write_plan({"plan.yaml": FRAME, "a.md": "Text\n"})
    (folder / "b.md").symlink_to(folder / "a.md")
    loaded = load(folder, rules=())
    assert loaded.findings == ()
    assert loaded.plan is not None
    assert [page.path for page in loaded.plan.pages] == ["a.md", "b.md"]


def test_link_to_itself_is_reported(write_plan: WritePlan) -> None:
    """A link that leads round in a circle leads nowhere."""
    folder = write_plan({"plan.yaml": FRAME})
    (folder / "a.md").symlink_to(folder / "a.md")
    assert [(code, file) for code, file, *_ in places(folder)] in ([("PK012", "a.md")], [("PK002", "a.md")])


def test_link_to_nothing_is_reported(write_plan: WritePlan) -> None:
    """A link whose target is gone is a file that cannot be opened."""
    folder = write_plan({"plan.yaml": FRAME})
    (folder / "a.md").symlink_to(folder / "gone.md")
    assert places(folder) == [("PK002", "a.md", 1, 1)]


def test_file_that_may_not_be_opened_is_reported(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason that the system gives stands in the message."""
    folder = write_plan({"plan.yaml": FRAME, "a.md": "Text\n"})
    real_open = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    (finding,) = load(folder, rules=()).findings
    assert (finding.code, finding.place.file) == ("PK002", "a.md")
    assert "Permission denied" in finding.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_pipe_in_the_folder_is_reported_and_not_waited_for(write_plan: WritePlan) -> None:
    """Opening a pipe that nobody writes to would never come back."""
    folder = write_plan({"plan.yaml": FRAME})
    os.mkfifo(folder / "a.md")
    assert places(folder) == [("PK002", "a.md", 1, 1)]


@pytest.mark.skipif(os.name != "posix", reason="only here may a name be no text")
def test_file_name_that_is_no_text_is_reported(write_plan: WritePlan) -> None:
    """A name that cannot be printed could not be published either."""
    folder = write_plan({"plan.yaml": FRAME})
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xe6.md")).write_bytes(b"Text\n")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    (finding,) = load(folder, rules=()).findings
    assert finding.code == "PK002"
    assert finding.place.file.encode("utf-8") == b"?.md"


def test_folder_that_may_not_be_listed_is_reported(
    write_plan: WritePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in it is missing from the plan, and that must not go unsaid."""
    folder = write_plan({"plan.yaml": FRAME, "more/a.md": "Text\n"})
    real_scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("more"):
            raise PermissionError(13, "Permission denied", str(path))
        return real_scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert places(folder) == [("PK002", "more", 1, 1)]


def test_folder_without_main_file_is_reported(write_plan: WritePlan) -> None:
    """There is no plan without `plan.yaml`, and nothing else is said."""
    loaded = load(write_plan({"more.yaml": "goals:\n  - {id: g, text: T}\n"}), rules=FORMAT_RULES)
    assert [(f.code, f.place.file) for f in loaded.findings] == [("PK001", "plan.yaml")]
    assert loaded.plan is None


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "plan:\n", "goals:\n  - {id: g, text: T}\n", "notes: x\n"]
)
def test_main_file_without_frame_is_reported(write_plan: WritePlan, text: str) -> None:
    """A folder that holds no plan never passes in silence."""
    loaded = load(write_plan({"plan.yaml": text}), rules=FORMAT_RULES)
    assert [(f.code, f.place.file) for f in loaded.findings] == [("PK015", "plan.yaml")]
    assert loaded.plan is None


def test_path_that_is_no_folder_raises(tmp_path: Path) -> None:
    """A wrong argument is the caller's mistake, not a finding."""
    with pytest.raises(NotADirectoryError):
        load(tmp_path / "nothing")


@pytest.mark.parametrize(
    "name", [".hidden.yaml", "_draft.yaml", ".git/a.yaml", "_build/a.yaml", "a/_b/c.yaml", "a.txt"]
)
def test_file_of_programs_is_ignored(write_plan: WritePlan, name: str) -> None:
    """Names that start with a dot or an underscore belong to programs; other endings to nobody."""
    loaded = load(write_plan({"plan.yaml": FRAME, name: "\tbroken: ["}), rules=())
    assert loaded.findings == ()


def test_files_in_subfolders_contribute(write_plan: WritePlan) -> None:
    """A plan may be split over files and folders, with either ending of YAML."""
    files = {
        "plan.yaml": FRAME,
        "a/goals.yml": "goals:\n  - {id: g1, text: T}\n",
        "b/c/goals.yaml": "goals:\n  - {id: g2, text: T}\n",
        "b/page.md": "Text\n",
    }
    plan = load(write_plan(files)).plan
    assert plan is not None
    assert [goal.id for goal in plan.goals] == ["g1", "g2"]
    assert [page.path for page in plan.pages] == ["b/page.md"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read_as_line_ends(write_plan: WritePlan, ending: str) -> None:
    """Line ends differ between systems; the plan and the places of its findings do not."""
    text = f"{FRAME}  subtitle: |\n    one\n    two\ncolour: red\n"
    page = "---\ntitle: A\n---\none\ntwo\n"
    plain = load(write_plan({"plan.yaml": text, "a.md": page}), rules=())
    other = load(
        write_plan({"plan.yaml": text.replace("\n", ending), "a.md": page.replace("\n", ending)}), rules=()
    )
    assert other.plan == plain.plan
    assert other.findings == plain.findings
    assert [(f.code, f.place.line, f.place.column) for f in other.findings] == [("PK014", 7, 1)]
