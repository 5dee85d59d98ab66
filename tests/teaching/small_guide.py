"""A small guide with something to teach, on a theme of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from plankit.model.base import Translated
from plankit.model.guide import Guide, GuideTerm
from plankit.model.teaching import (
    CaseLesson,
    ConfidenceItem,
    Dilemma,
    Gathering,
    GatheringPart,
    MonthlyExercise,
    Objective,
    RunningCase,
    RunningPart,
)
from plankit.source.guide_reader import read_guide

HEAT = Path(__file__).parents[1] / "packs" / "test-heat"
EXIT = "https://www.met.no/"
TARGETS = ("obj-who", "obj-warn")


@lru_cache(maxsize=1)
def small_guide() -> Guide:
    """The guide for heat waves with something to teach, an exit link, and a word that names should not tell."""
    read = read_guide(HEAT).guide
    assert read is not None
    frame = read.guide.model_copy(update={"language": "en", "exit": EXIT, "revealing": ("heat", "hete")})
    schools = GuideTerm(id="school", name="Schools", text="Teachers and assistants.", confidence="read")
    council = GuideTerm(id="council", name="The council", confidence="read")
    return Guide(
        **{
            **{name: getattr(read, name) for name in type(read).model_fields},
            "guide": frame,
            "audiences": (schools, council),
            "objectives": _objectives(),
            "case_lessons": (_lesson(),),
            "running_cases": (_running(),),
            "dilemmas": (_dilemma(),),
            "gatherings": tuple(_gathering(number) for number in (1, 2, 3)),
            "monthly_exercises": (_monthly(1), _monthly(2)),
            "confidence_items": (
                ConfidenceItem(
                    id="dare",
                    text="I dare to warn.",
                    factor="Courage",
                    objectives=("obj-warn",),
                    confidence="read",
                ),
                ConfidenceItem(id="know", text="I know whom to call.", factor="Knowledge", confidence="read"),
            ),
        }
    )


def _objectives() -> tuple[Objective, ...]:
    return (
        Objective(
            id="obj-who",
            title=Translated(
                values=(("en", "Say who answers for what"), ("nb", "Si hvem som svarer for hva"))
            ),
            tasks=("warn",),
            steps=("step-1.1",),
            exercises=("responsible",),
            confidence="read",
        ),
        Objective(
            id="obj-warn",
            title=Translated(values=(("en", "Warn in time"), ("nb", "Varsle i tide"))),
            text="Know what the duty asks for.",
            duties=("duty-warn",),
            audiences=("school",),
            confidence="unconfirmed",
        ),
        Objective(id="obj-lead", title="Lead on a hot day", audiences=("council",), confidence="read"),
    )


def _lesson() -> CaseLesson:
    return CaseLesson(
        id="lesson-hot-day",
        case="hot-day",
        audiences=("school",),
        objectives=TARGETS,
        minutes="20",
        warning="The case is about a child who falls ill. You may go out.",
        questions=("Who does what first?", "Whom do you tell?"),
        mistakes=("To wait for the afternoon. The plan says at once.",),
        facilitator="Stop if somebody turns pale.",
        confidence="read",
    )


def _running() -> RunningCase:
    return RunningCase(
        id="long-summer",
        title="The long summer",
        text="A made-up town has had no rain since May.",
        warning="The case is about people who fall ill.",
        objectives=TARGETS,
        parts=(
            RunningPart(title="Monday", text="It gets hot.", minutes="40", case="hot-day", exercise="case"),
            RunningPart(title="Tuesday", text="It gets hotter.", minutes="30", questions=("What now?",)),
        ),
        confidence="read",
    )


def _dilemma() -> Dilemma:
    return Dilemma(
        id="shade-or-sun",
        title="Shade or sun",
        text="Some want out, some want in.",
        minutes="15",
        sides=("Children need to move.", "Children need shade."),
        questions=("What would you do?",),
        duties=("duty-warn",),
        laws=("law-heat-1",),
        objectives=("obj-warn",),
        facilitator="Let everybody speak.",
        confidence="read",
    )


def _gathering(number: int) -> Gathering:
    return Gathering(
        id=f"gathering-{number}",
        number=str(number),
        title=f"Gathering {number}",
        text="For those who will train others.",
        room="A room with tables for four.",
        materials=("Paper", "Pens"),
        parts=(
            GatheringPart(title="Welcome", minutes="15"),
            GatheringPart(
                title="Play", text="Play it.", minutes="60", exercise="branching", objectives=TARGETS
            ),
        ),
        homework=("Try it with a colleague.",),
        confidence="read",
    )


def _monthly(month: int) -> MonthlyExercise:
    return MonthlyExercise(
        id=f"month-{month}",
        month=str(month),
        title=f"Exercise {month}",
        text="Talk about it for ten minutes.",
        minutes="10",
        exercise="responsible",
        objectives=("obj-who",),
        confidence="read",
    )
