"""`extensions = ["plankit.sphinx"]` in a Sphinx project of one's own, with a theme of one's own, run as a program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.site.building import difference

_CONF = """\
project = "A project"
extensions = ["plankit.sphinx"]
html_theme = "alabaster"
plankit_plan = "plan"
plankit_language = "en"
root_doc = "index"
exclude_patterns = ["plan", "_build*"]
html_last_updated_fmt = None
"""
_PLAN = """\
plan: {id: p, title: Plan, language: en, period: 2027-2030, evaluation_date: 2029-01-01, empty: {guide: not-applicable}}
areas: [{id: area-a, name: The first area}]
goals: [{id: goal-a, text: Reach everyone, areas: [area-a]}]
agencies: [{id: school, name: The school}]
measures:
- {id: m1, title: Walk to school, description: Every day., areas: [area-a], goals: [goal-a], responsible: school, deadline: 2028}
- {id: m2, title: Read aloud, areas: [area-a], goals: [goal-a], responsible: nobody, deadline: 2028}
procedures: [{id: proc, title: Ask, owner: school, steps: [{id: one, what: Knock, end: true}]}]
"""
_INDEX = """\
# Front

```{toctree}
myst
rest
other
more-1
more-2
more-3
```
"""
_MYST = """\
# MyST

```{plan:measures}
:area: area-a
```

See {plan:measure}`m1`, {plan:goal}`the goal <goal-a>`, {plan:agency}`school`, {plan:step}`proc.one` and {any}`m2`.
"""
_REST = """\
reST
====

.. plan:measures::
   :style: table
   :caption: What we do

.. plan:procedure:: proc

.. plan:agency:: school

.. plan:goals::

See :plan:measure:`m1` and :plan:agency:`school`.
"""
_OTHER = "# Other\n\nNothing of the plan.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A Sphinx project with a plan, pages in both markup languages, and enough pages for two processes."""
    folder = tmp_path / "project"
    (folder / "plan").mkdir(parents=True)
    files = {
        "conf.py": _CONF,
        "plan/plan.yaml": _PLAN,
        "index.md": _INDEX,
        "myst.md": _MYST,
        "rest.rst": _REST,
    }
    files |= {"other.md": _OTHER} | {
        f"more-{n}.md": f"# More {n}\n\n{{plan:measure}}`m1`\n" for n in (1, 2, 3)
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def sphinx(
    project: Path, *options: str, builder: str = "html", out: str = "_build"
) -> tuple[Path, list[str]]:
    """Run sphinx-build; returns where the output is, and the warnings."""
    place = project.parent / out
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-N", "-b", builder, *options, str(project), str(place)],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return place, [line for line in done.stderr.splitlines() if "WARNING" in line or "ERROR" in line]


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_directives_and_roles_work_in_both_markup_languages(project: Path) -> None:
    """MyST and reST show the same entries, and roles link to where they are shown."""
    out, _ = sphinx(project)
    myst, rest = ((out / f"{name}.html").read_text(encoding="utf-8") for name in ("myst", "rest"))
    assert 'id="m1"' in myst
    assert "Walk to school" in myst
    assert "Every day." in myst
    assert 'href="#m1"' in myst
    assert 'href="rest.html#proc.one"' in myst
    assert ">the goal</" in myst
    assert "What we do" in rest
    assert "Knock" in rest
    assert 'href="myst.html#m1"' in rest


def test_role_for_what_is_not_there_warns_with_its_place(project: Path) -> None:
    """A role with an id that the plan does not have is told of with file and line, in both markup languages."""
    _add(project / "other.md", "\n{plan:measure}`m99`\n")
    _add(project / "rest.rst", "\n\n:plan:step:`proc.nowhere`\n")
    _, warnings = sphinx(project)
    assert any("other.md:5" in line and "'m99'" in line for line in warnings), warnings
    assert any("rest.rst:17" in line and "'proc.nowhere'" in line for line in warnings), warnings


def test_directive_with_unknown_option_warns_with_its_place(project: Path) -> None:
    """An option that a directive does not have is told of, and the build goes on."""
    _add(project / "other.md", "\n```{plan:measures}\n:aera: area-a\n```\n")
    _, warnings = sphinx(project)
    assert any("other.md:6" in line and "aera" in line for line in warnings), warnings


def test_findings_are_warnings_with_their_place_and_code(project: Path) -> None:
    """What `plankit check` finds wrong is a warning of Sphinx's at the line of the plan's file."""
    _, warnings = sphinx(project)
    found = [line for line in warnings if "“nobody”" in line]
    assert len(found) == 1, warnings
    assert "plan.yaml:7" in found[0]
    assert "[plankit.PK" in found[0]


@pytest.mark.parametrize("silenced", ["plankit", "code"])
def test_findings_in_suppress_warnings_are_silent(project: Path, silenced: str) -> None:
    """`suppress_warnings` silences all of plankit's findings, or those of one code."""
    _, warnings = sphinx(project)
    found = next(line for line in warnings if "“nobody”" in line)
    kind = found.rpartition("[")[2].rstrip("]") if silenced == "code" else "plankit"
    _add(project / "conf.py", f"suppress_warnings = [{kind!r}]\n")
    _, after = sphinx(project)
    assert not any("“nobody”" in line for line in after)
    assert silenced == "code" or not any("[plankit" in line for line in after)


def test_two_processes_give_the_same_pages_as_one(project: Path) -> None:
    """`sphinx-build -j 2` reads and writes what a single process does, and warns of the same."""
    one, warnings = sphinx(project, "-E", out="one")
    two, others = sphinx(project, "-E", "-j", "2", out="two")
    for place in (one, two):
        for remembered in [*place.rglob(".doctrees/*"), place / ".buildinfo"]:
            remembered.unlink()
    assert difference(one, two) == ""
    assert sorted(warnings) == sorted(others)


@pytest.mark.parametrize(("builder", "pattern"), [("text", "*.txt"), ("latex", "*.tex")])
def test_other_formats_hold_the_words(project: Path, builder: str, pattern: str) -> None:
    """Formats that know no HTML get the words of the plan, and nothing breaks."""
    out, _ = sphinx(project, builder=builder)
    text = "".join(path.read_text(encoding="utf-8") for path in out.glob(pattern))
    for words in ("Walk to school", "Every day.", "Read aloud", "Knock", "What we do"):
        assert words in text
    assert "<div" not in text


def test_change_of_the_plan_alone_writes_the_pages_that_show_it(project: Path) -> None:
    """Where only the plan's file changed, Sphinx writes the pages that show or name what changed, and no other."""
    out, _ = sphinx(project)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.html")}
    plan = project / "plan" / "plan.yaml"
    plan.write_text(
        _PLAN.replace("Walk to school", "Cycle to school").replace("Knock", "Ring"), encoding="utf-8"
    )
    sphinx(project)
    texts = {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.html")}
    assert "Cycle to school" in texts["myst.html"]
    assert "Cycle to school" in texts["rest.html"]
    assert "Ring" in texts["rest.html"]
    assert [name for name, text in texts.items() if "Walk to school" in text or "Knock" in text] == []
    assert (out / "other.html").stat().st_mtime_ns == before["other.html"]


def test_project_without_a_plan_warns_and_builds(project: Path) -> None:
    """A folder that is not there is one warning that names it; the pages are built without the pieces."""
    conf = project / "conf.py"
    conf.write_text(_CONF.replace('plankit_plan = "plan"', 'plankit_plan = "nowhere"'), encoding="utf-8")
    out, warnings = sphinx(project)
    assert any("plankit_plan" in line and "nowhere" in line for line in warnings)
    assert (out / "myst.html").is_file()
