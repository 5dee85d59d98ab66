"""What teachers write themselves becomes questions and cases like any other, as long as the plan bears it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.site.building import ROOT

from plankit.guides import load_guide
from plankit.loading import load
from plankit.model.lesson import OwnQuiz
from plankit.source.lessons import read_lesson
from plankit.teaching.kit import kit_of
from plankit.teaching.own import own_questions
from plankit.teaching.own_kinds import kind_of
from plankit.teaching.readability import is_hard, lix
from plankit.teaching.subject import Subject
from plankit.teaching_site.site import site_files
from plankit.views.reading import Reading

DAY = date(2026, 11, 22)
LESSON = """---
title: Not read
---
# For the after-school staff

Some words first.

```{plan-quiz} who-receives
:objectives: obj-report
:task: receive-child-reports
Who receives reports?
- [x] Barnevernet | The act says so.
- [ ] Rådmannen
```

More words.

```{plan-exercise} responsible
:about: receive-child-reports
:count: 1
```

:::{plan-case} own-bus
---
title: On the bus
exposed: children
door: school-assistant
severity: serious
at: fri 15:00
fictional: true
suspect: guardian
warning: The case is about violence against a child.
questions: [What do you do first?]
mistakes: [To ring home first.]
minutes: 15
objectives: [obj-report]
---
A girl says that she dares not go home.
:::
"""


def _subject(folder: Path) -> Subject:
    loaded = load(folder, language="en", today=DAY)
    assert loaded.plan is not None
    guide, _ = load_guide("no-vold", teaching=True)
    assert guide is not None
    return Subject(
        reading=Reading(loaded.plan, guide, "nb"), has_plan=True, today=DAY, lessons=loaded.read.lessons
    )


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plan with a teacher's file beside it."""
    folder = tmp_path_factory.mktemp("taught") / "plan"
    shutil.copytree(ROOT / "examples" / "fjordvik", folder)
    (folder / "teaching").mkdir(exist_ok=True)
    (folder / "teaching" / "own.md").write_text(LESSON, encoding="utf-8")
    return folder


def test_own_file_beside_a_plan_changes_nothing_of_the_plan(taught: Path) -> None:
    """What a teacher writes is no page of the plan: the plan with it says the same as without."""
    with_it, without = load(taught, today=DAY), load(ROOT / "examples" / "fjordvik", today=DAY)
    assert with_it.plan == without.plan
    assert [one for one in with_it.findings if one.place.file == "teaching/own.md"] == []


def test_own_file_read_gives_prose_and_directives_with_their_lines() -> None:
    """The title, the prose between the directives, and each directive with the line that it stands on."""
    lesson, problems = read_lesson(LESSON, "teaching/own.md")
    assert problems == []
    assert lesson.title == "For the after-school staff"
    assert [text.strip() for _, text in lesson.prose][1:] == ["More words."]
    lines = LESSON.split("\n")
    for one in lesson.everything:
        assert "{plan-" in lines[one.line - 1]
    (quiz,) = lesson.quizzes
    assert [(one.text, one.right, one.feedback) for one in quiz.choices] == [
        ("Barnevernet", True, "The act says so."),
        ("Rådmannen", False, ""),
    ]


def test_own_quiz_that_the_plan_bears_is_a_question_with_its_pointer(taught: Path) -> None:
    """It stands in the kit with the right answer that the teacher marked, and points at the task that decides."""
    question = next(one for one in own_questions(_subject(taught)) if one.id == "own-who-receives")
    assert (question.kind, question.exercise, question.right) == ("one", "own", 1)
    assert question.objectives == ("obj-report",)
    assert [one.id for one in question.pointers] == ["receive-child-reports"]


def test_own_quiz_when_the_plan_gives_the_task_to_another_is_left_out_and_told(
    taught: Path, tmp_path: Path
) -> None:
    """The task changes hands: the question leaves the kit, and the check says which line to look at."""
    folder = tmp_path / "plan"
    shutil.copytree(taught, folder)
    matrix = folder / "matrix.yaml"
    text = matrix.read_text(encoding="utf-8")
    before = "{task: receive-child-reports, agency: barnevernet, role: A, basis: lov, agency_role: barnevernsleder}"
    assert before in text
    lesson = folder / "teaching" / "own.md"
    lesson.write_text(LESSON.replace("[x] Barnevernet", "[x] Politiet"), encoding="utf-8")
    found = [one for one in load(folder, today=DAY).findings if one.code == "PK850"]
    assert [(one.place.file, one.place.line) for one in found] == [("teaching/own.md", 8)]
    assert "own-who-receives" not in {one.id for one in own_questions(_subject(folder))}


def test_own_exercise_asks_for_questions_that_the_plan_itself_gives(taught: Path) -> None:
    """At most as many as were asked for, about what was asked for, and the same as plankit makes by itself."""
    subject = _subject(taught)
    (asked,) = [one for one in own_questions(subject) if one.exercise == "responsible"]
    assert "receive-child-reports" in asked.id
    made = kit_of(replace(subject, everything=True, lessons=())).questions
    assert asked in made


def test_own_case_is_taught_and_walked_like_any_other(taught: Path) -> None:
    """It has its warning, its questions, and the way that this plan takes with it."""
    kit = kit_of(_subject(taught))
    case = next(one for one in kit.cases if one.id == "own-bus")
    assert case.warning == "The case is about violence against a child."
    assert case.questions == ("What do you do first?",)
    assert case.way
    assert case.minutes == 15
    assert "own-bus" in kit.by_objective["obj-report"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Who?\n- [x] a\n- [ ] b", "one"),
        ("Who?\n- [x] a\n- [x] b\n- [ ] c", "several"),
        ("The ____ tells.\n- [x] a\n- [ ] b", "gap"),
        ("Order.\n1. a\n2. b\n3. c", "order"),
        ("Match.\n- a :: 1\n- b :: 2\n- c :: 3", "match"),
        (":answers: 24\nHow many?", "number"),
        (":answers: police\nWho?", "text"),
        ("What will you do?", "open"),
        (":kind: true-false\nSo it is.\n- [ ] True\n- [x] False", "true-false"),
    ],
)
def test_own_quiz_of_each_kind_is_understood_from_its_body(body: str, kind: str) -> None:
    """What a question looks like tells its kind, so that teachers need no word for it."""
    lesson, problems = read_lesson(f"```{{plan-quiz}} q\n{body}\n```\n", "teaching/a.md")
    assert problems == []
    assert kind_of(lesson.quizzes[0]).kind == kind


def test_own_text_of_any_sort_read_never_raises() -> None:
    """Cut off anywhere, the file still gives what can be understood, and a finding for the rest."""
    for end in range(0, len(LESSON), 7):
        lesson, _ = read_lesson(LESSON[:end], "teaching/a.md")
        for quiz in lesson.quizzes:
            assert isinstance(quiz, OwnQuiz)
            kind_of(quiz)


def test_readability_of_a_known_text_is_its_lix() -> None:
    """Thirty words, three sentences and six long words: 30 / 3 + 100 * 6 / 30 = 30."""
    sentence = "barnehagen skolelærer " + " ".join(["ord"] * 8) + ". "
    assert lix(sentence * 3) == 30
    assert lix(sentence) is None
    assert is_hard(sentence * 3, "nb") is None
    assert is_hard("tverrfaglighet " * 40, "sv") is not None


def test_own_page_of_the_site_tells_prose_and_exercises_in_the_order_written(taught: Path) -> None:
    """The teacher's words, then the question, then more words, then links to what stands on other pages."""
    files = dict(site_files(kit_of(_subject(taught))))
    page = files["questions/own.html"].decode()
    wanted = ("For the after-school staff", "Some words first.", "Who receives reports?", "More words.")
    places = [page.index(words) for words in wanted]
    assert places == sorted(places)
    assert "plan-quiz" not in page
    assert "own-bus" in page[places[-1] :]
