"""A small kit made by hand, with something of every kind, on a theme of its own: what outputs are tested with."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tests.teaching.small_guide import TARGETS, small_guide

from plankit.teaching.exercise import (
    BranchingCase,
    CaseTold,
    Choice,
    DilemmaCard,
    Hunt,
    Inject,
    Planted,
    Point,
    Pointer,
    Question,
    TableTop,
    Turn,
)
from plankit.teaching.kit import Kit
from plankit.teaching.subject import Subject
from plankit.views.guide_reading import guide_reading

DAY = date(2026, 11, 22)

LAW = Pointer(kind="law", id="law-heat-1", words="skyggeloven § 1", address="https://example.org/law/1")
UNSURE = Pointer(kind="guide", id="duty-warn", words="The duty to warn", unsure=True)
PLACE = Pointer(kind="plan", id="hot-day.tell", words="Procedure “A hot day”, step 2", key="deadline")


def small_questions() -> tuple[Question, ...]:
    """A question of every kind, with signs in it that markup and other formats read as their own."""
    return (
        Question(
            id="q-one",
            kind="one",
            exercise="responsible",
            text="Who warns of “heat” & <storm>?",
            choices=(
                Choice(text="The school", right=False, feedback="The school gives shade."),
                Choice(
                    text="The weather service", right=True, feedback="The weather service warns everybody."
                ),
                Choice(text="Nobody = ~ {x} #1: yes", right=False),
            ),
            feedback="The weather service has it as its task.",
            pointers=(LAW,),
            objectives=("obj-who",),
        ),
        Question(
            id="q-several",
            kind="several",
            exercise="help",
            text="Who can help at night?",
            choices=(
                Choice(text="The heat line", right=True, feedback="It is open around the clock."),
                Choice(text="The school", right=False, feedback="It is closed."),
                Choice(text="The neighbour", right=True),
            ),
            pointers=(PLACE, UNSURE),
            objectives=("obj-who",),
            audiences=("school",),
        ),
        Question(
            id="q-true-false",
            kind="true-false",
            exercise="duty",
            text="The school has to give shade.",
            choices=(
                Choice(text="True", right=True, feedback="§ 1 says so."),
                Choice(text="False", right=False, feedback="§ 1 says that it has to."),
            ),
            feedback="The school gives shade.",
            pointers=(LAW,),
            objectives=("obj-warn",),
        ),
        Question(
            id="q-order",
            kind="order",
            exercise="order",
            text="Put the steps in order.",
            steps=("Look", "Tell", "Help"),
            shown=(2, 0, 1),
            feedback="First look, then tell.",
            pointers=(PLACE,),
            objectives=("obj-warn",),
            minutes=2,
        ),
        Question(
            id="q-match",
            kind="match",
            exercise="responsible",
            text="Who does what?",
            pairs=(("The school", "Shade"), ("The weather service", "Warning"), ("The heat line", "Advice")),
            shown=(1, 2, 0),
            pointers=(LAW,),
            objectives=("obj-who",),
            minutes=2,
        ),
        Question(
            id="q-text",
            kind="text",
            exercise="help",
            text="Which line helps?",
            answers=("The heat line", "heat line"),
            pointers=(UNSURE,),
            objectives=("obj-who",),
        ),
        Question(
            id="q-number",
            kind="number",
            exercise="duty",
            text="Within how many hours must it be told?",
            answers=("2", "2,0"),
            unit="hours",
            pointers=(PLACE,),
            objectives=("obj-warn",),
        ),
        Question(
            id="q-gap",
            kind="gap",
            exercise="duty",
            text="The school ____ give shade.",
            choices=(
                Choice(text="must", right=True),
                Choice(text="may", right=False, feedback="It is no choice."),
            ),
            pointers=(LAW,),
            objectives=("obj-warn",),
        ),
        Question(
            id="q-open",
            kind="open",
            exercise="own",
            text="What will you do tomorrow?",
            feedback="Tell it to one colleague.",
            objectives=("obj-warn",),
            minutes=5,
        ),
    )


def small_branching() -> BranchingCase:
    """A case of three points; a wrong way leads back."""
    return BranchingCase(
        id="branch-hot-day",
        case="hot-day",
        title="A hot day, step by step",
        story="It is hot at school, and a pupil has stopped sweating.",
        start="p1",
        points=(
            Point(
                id="p1",
                clock="Friday 12:00",
                text="A pupil feels ill. What do you do?",
                turns=(
                    Turn(text="Wait", follows_plan=False, feedback="The plan says at once.", leads="p1"),
                    Turn(
                        text="Call the heat line",
                        follows_plan=True,
                        feedback="Step 2 says so.",
                        leads="p2",
                        pointers=(PLACE,),
                    ),
                ),
            ),
            Point(
                id="p2",
                clock="Friday 12:10",
                text="The line asks you to give shade.",
                turns=(
                    Turn(
                        text="Give shade",
                        follows_plan=True,
                        feedback="§ 1 says so.",
                        leads="p3",
                        pointers=(LAW,),
                    ),
                    Turn(
                        text="Go home",
                        follows_plan=False,
                        feedback="Nobody may go.",
                        leads="p2",
                        pointers=(UNSURE,),
                    ),
                ),
            ),
            Point(id="p3", clock="Friday 13:00", text="The pupil is well again."),
        ),
        gaps=("The plan does not say who calls the parents.",),
        objectives=TARGETS,
        audiences=("school",),
    )


def small_case() -> CaseTold:
    """A case to talk about."""
    return CaseTold(
        id="hot-day",
        title="A hot day",
        story="It is hot at school, and a pupil has stopped sweating.",
        facts=(("Who", "a pupil"), ("When", "Friday 12:00")),
        warning="The case is about a child who falls ill. You may go out.",
        questions=("Who does what first?", "Whom do you tell?"),
        mistakes=("To wait for the afternoon. The plan says at once.",),
        facilitator="Stop if somebody turns pale.",
        way=("Friday 12:00: the school calls the heat line.", "Friday 12:10: the school gives shade."),
        gaps=("The plan does not say who calls the parents.",),
        expected=("The school gives shade.",),
        pointers=(LAW,),
        objectives=TARGETS,
        audiences=("school",),
    )


def small_dilemma() -> DilemmaCard:
    """A dilemma."""
    return DilemmaCard(
        id="shade-or-sun",
        title="Shade or sun",
        text="Some want out, some want in.",
        sides=("Children need to move.", "Children need shade."),
        questions=("What would you do?",),
        facilitator="Let everybody speak.",
        pointers=(LAW, UNSURE),
        objectives=("obj-warn",),
    )


def small_hunt() -> Hunt:
    """A gap hunt with two places."""
    return Hunt(
        id="hunt",
        title="Gap hunt",
        text="Somebody has spoiled this copy in two places. Find them.",
        files=(
            ("plan.yaml", "# This copy is spoiled on purpose.\nplan: {id: p, title: Plan}\n"),
            ("LES-MEG.txt", "Spoiled on purpose.\n"),
        ),
        sheet=(("Step 2", "The school tells sometime."), ("Step 3", "The school gives shade.")),
        planted=(
            Planted(
                number=1,
                what="The time limit is gone.",
                was="within two hours",
                now="sometime",
                hint="Look at step 2.",
                pointers=(PLACE,),
                codes=("PK401",),
            ),
            Planted(
                number=2,
                what="A telephone number is missing.",
                was="555 01 234",
                now="",
                hint="Look at the help.",
            ),
        ),
        objectives=("obj-who",),
    )


def small_table_top() -> TableTop:
    """A table-top exercise with two injects."""
    return TableTop(
        id="table-top-hot-day",
        case="hot-day",
        title="A hot day at the table",
        story="It is hot at school, and a pupil has stopped sweating.",
        warning="The case is about a child who falls ill.",
        agencies=("The school", "The weather service"),
        injects=(
            Inject(
                number=1,
                clock="Friday 12:00",
                after=0,
                agency="The school",
                text="A pupil feels ill.",
                expected=("Call the heat line.",),
                pointers=(PLACE,),
            ),
            Inject(
                number=2,
                clock="Friday 13:00",
                after=15,
                agency="The weather service",
                text="It gets hotter.",
                expected=("Warn everybody.",),
                pointers=(LAW,),
                gaps=("The plan does not say who calls the parents.",),
            ),
        ),
        debrief=("What went well?", "What did the plan not answer?"),
        minutes=45,
        objectives=TARGETS,
    )


@lru_cache(maxsize=8)
def small_kit(language: str = "en", audience: str = "all", minutes: int = 90) -> Kit:
    """The kit. What is not in its language is English; the words around it are in its language."""
    subject = Subject(
        reading=guide_reading(small_guide(), language),
        has_plan=True,
        today=DAY,
        audience=audience,
        minutes=minutes,
    )
    return Kit(
        subject=subject,
        questions=small_questions(),
        cases=(small_case(),),
        branching=(small_branching(),),
        dilemmas=(small_dilemma(),),
        hunt=small_hunt(),
        table_top=small_table_top(),
    )
