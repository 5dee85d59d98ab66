"""`plankit freeze`, `changes` and `verify` as a planner calls them."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.freezing.building import edit, make_plan, second_version
from tests.site.building import tree

Run = Callable[..., Result]


@pytest.fixture
def plan(here: Path) -> Path:
    """The small adopted plan, in the current directory."""
    return make_plan(here / "my-plan")


def test_freeze_prints_where_the_version_lies_and_its_checksum(run: Run, plan: Path) -> None:
    """The folder goes to standard output, the rest beside it; a second call says that nothing was written."""
    first = run("freeze", "my-plan")
    assert (first.exit_code, first.stdout) == (0, "my-plan/versions/v1\n")
    seal = json.loads((plan / "versions" / "v1" / "seal.json").read_text(encoding="utf-8"))
    assert seal["content"] in first.stderr
    assert "Sealed: Version 1.0 · Kommunestyret, 10. desember 2026, case PS 26/14" in first.stderr
    again = run("freeze", "my-plan")
    assert again.exit_code == 0
    assert "nothing was written" in again.stderr


def test_freeze_asks_for_a_missing_case_number(run: Run, plan: Path) -> None:
    """A decision without a case number is sealed, and the number is asked for."""
    edit(plan, ", case_refs: [PS 26/14]", "")
    result = run("freeze", "my-plan")
    assert result.exit_code == 0
    assert "The decision of Kommunestyret has no case number" in result.stderr


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("freeze", "nowhere"), "There is no folder"),
        (("freeze", "my-plan", "--version", "v7"), "The plan has no version “v7”. It has: v1."),
        (("changes", "v1", "my-plan"), "is no folder, no sealed version"),
        (("changes", "git:main", "my-plan"), "could not be read from git"),
        (("changes", "my-plan/pages", "my-plan"), "holds no plan.yaml"),
        (("changes", "my-plan", "my-plan", "--format", "docx"), "Name a file to write into"),
        (("changes", "my-plan", "my-plan", "--format", "html", "-o", "no/such/file"), "could not be written"),
        (("verify", "nothing", "my-plan"), "There is no “nothing”"),
        (("verify", "my-plan", "my-plan"), "has no sealed version"),
    ],
)
def test_broken_call_is_told_in_one_line(run: Run, plan: Path, call: tuple[str, ...], says: str) -> None:
    """What cannot be done is told in one line, with exit code 2, and nothing is written."""
    before = tree(plan.parent)
    result = run(*call)
    assert result.exit_code == 2
    assert result.stderr.startswith("plankit: ")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert tree(plan.parent) == before


def test_freeze_of_a_plan_with_errors_writes_nothing(run: Run, plan: Path) -> None:
    """A plan with errors is not sealed; the findings are printed."""
    edit(plan, "responsible: skole", "responsible: skolen")
    result = run("freeze", "my-plan")
    assert result.exit_code == 1
    assert "PK029" in result.stdout
    assert not (plan / "versions").exists()


def test_freeze_of_another_text_under_the_same_version_is_refused(run: Run, plan: Path) -> None:
    """What is sealed never changes; the message says what to do instead."""
    run("freeze", "my-plan")
    edit(plan, "deadline: 2028", "deadline: 2029")
    result = run("freeze", "my-plan")
    assert result.exit_code == 2
    assert "list a new version" in result.stderr


def test_changes_between_a_sealed_version_and_the_plan(run: Run, plan: Path) -> None:
    """A sealed version is named by its id; the text tells the old and the new deadline."""
    run("freeze", "my-plan")
    second_version(plan)
    result = run("changes", "v1", "my-plan", "--language", "en")
    assert result.exit_code == 0
    assert "Deadline: “2028” became “2029”" in result.stdout
    assert "Changed in substance: who, by when, money, what (1)" in result.stdout
    back = run("changes", "my-plan", "v1", "--language", "en")
    assert "Deadline: “2029” became “2028”" in back.stdout


def test_changes_as_json_are_data(run: Run, plan: Path) -> None:
    """Programs get each change with its group, ids and keys."""
    run("freeze", "my-plan")
    edit(plan, "deadline: 2028", "deadline: 2029")
    document = json.loads(run("changes", "v1", "my-plan", "--format", "json").stdout)
    (change,) = document["changes"]
    assert (change["group"], change["what"], change["kind"], change["id"]) == (
        "substance",
        "changed",
        "measures",
        "m1",
    )
    assert change["fields"] == [{"key": "deadline", "aspect": "when", "old": "2028", "new": "2029"}]


def test_changes_as_page_and_word_are_one_file_each(run: Run, plan: Path) -> None:
    """The page needs no other file and runs nothing; the Word file holds the same words."""
    run("freeze", "my-plan")
    edit(plan, "title: Undervisning på alle trinn", "title: <script>alert(1)</script>")
    for form in ("html", "docx"):
        result = run("changes", "v1", "my-plan", "--format", form, "-o", f"changes.{form}")
        assert (result.exit_code, result.stdout) == (0, f"changes.{form}\n"), result.output
    page = Path("changes.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page
    with zipfile.ZipFile(io.BytesIO(Path("changes.docx").read_bytes())) as packed:
        assert "alert(1)" in packed.read("word/document.xml").decode("utf-8")


def test_changes_follow_git_without_touching_the_working_tree(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Revisions are read from the repository that the plan lies in, also where the plan lay elsewhere then."""
    for name, value in (("NAME", "Plan"), ("EMAIL", "plan@example.org")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=plan.parent, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    git("tag", "first")
    git("mv", "my-plan", "moved")
    edit(plan.parent / "moved", "deadline: 2028", "deadline: 2029")
    git("commit", "-q", "-a", "-m", "two")
    edit(plan.parent / "moved", "deadline: 2029", "deadline: 2030")
    before = tree(plan.parent)
    calls = (
        (("git:first:my-plan", "git:main"), "2028", "2029"),
        (("first:my-plan", "moved"), "2028", "2030"),
        (("main", "moved"), "2029", "2030"),
    )
    for sides, old, new in calls:
        result = run("changes", *sides, "--plan", "moved", "--language", "en")
        assert f"Deadline: “{old}” became “{new}”" in result.stdout, result.output
    assert tree(plan.parent) == before


@pytest.mark.parametrize("revision", ["--output=x", "git:--output=x", "git:first:../.."])
def test_revision_is_never_taken_for_an_option(run: Run, plan: Path, revision: str) -> None:
    """What looks like an option of git is a revision that does not exist."""
    subprocess.run(["git", "init", "-q"], cwd=plan.parent, check=True, capture_output=True)
    result = run("changes", "--", revision, "my-plan")
    assert result.exit_code == 2
    assert result.stderr.startswith("plankit: ")
    assert not Path("x").exists()


def test_verify_proves_a_site_and_finds_a_word_that_was_changed(run: Run, plan: Path) -> None:
    """Exit code 0 is a proof; one word put right in the published page makes it 1, with the file named."""
    run("freeze", "my-plan")
    built = run("build", "my-plan", "-o", "site", "--fail-on", "never")
    assert built.exit_code == 0, built.output
    good = run("verify", "site", "my-plan")
    assert (good.exit_code, good.stdout.splitlines()[0]) == (
        0,
        "Identical: every byte is as the adopted version gives it.",
    )
    page = Path("site", "index.html")
    page.write_text(page.read_text(encoding="utf-8").replace("Vik", "Vika"), encoding="utf-8")
    bad = run("verify", "site", "my-plan")
    assert bad.exit_code == 1
    assert bad.stdout.startswith("Not the adopted text.\n")
    assert "  index.html: differs" in bad.stdout


def test_verify_of_something_else_says_that_it_cannot_tell(run: Run, plan: Path) -> None:
    """A file that plankit did not make is no proof of anything."""
    run("freeze", "my-plan")
    Path("letter.pdf").write_bytes(b"not a PDF")
    result = run("verify", "letter.pdf", "my-plan")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "Cannot tell.")


def test_verify_knows_the_pdf_of_the_adopted_version(run: Run, plan: Path) -> None:
    """A PDF of the adopted plan is built again and compared; with a byte more it is graded by what it carries."""
    run("freeze", "my-plan")
    built = run("build", "my-plan", "-o", "paper", "--format", "pdf", "--fail-on", "never")
    assert built.exit_code == 0, built.output
    (paper,) = Path("paper").glob("*.pdf")
    good = run("verify", str(paper), "my-plan")
    assert good.exit_code == 0, good.output
    other = Path("other.pdf")
    other.write_bytes(paper.read_bytes() + b"\n% more\n")
    assert run("verify", str(other), "my-plan").exit_code == 1
