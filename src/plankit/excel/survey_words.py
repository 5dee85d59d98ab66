"""What the workbook of the survey says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plankit.language import N_
from plankit.teaching.confidence import Survey

TITLE = N_("Survey before and after")
USE = N_("How to use it")
BEFORE_AFTER = (N_("Answers before"), N_("Answers after"))
RESULT = N_("Result")
FORM = N_("Form")
EACH = N_("On average")
PERIOD = N_("Period, as the plan’s indicators write it")
LIMIT = N_("Figures that count fewer people than this are withheld")
STATEMENT = N_("Statement in the survey")
MEASURES = N_("What it measures")
FIGURES = (N_("How many answered"), N_("Mean (1–5)"), N_("Answered 4 or 5 (%)"))
CHANGE = N_("Change in mean")
ALL_TOGETHER = N_("All statements together (those who answer 4 or more on average)")
WITHHELD_WORD = N_("withheld")
ONLY_NUMBERS = (N_("Not an answer"), N_("Write a whole number from 1 to 5, or leave the cell empty."))

_WHAT = N_(
    "The survey shows whether people are surer of what to do after a training than before. It measures the training, not "
    "those who took part."
)
_STEPS = (
    N_(
        "Hand out the paper form, once before the training and once some weeks after. Answering is voluntary."
    ),
    N_("Write each form into its own row: in “{before}” those from before, in “{after}” those from after."),
    N_(
        "Write 1 to 5. Leave the cell empty where somebody did not answer. There is room for {room} forms on each sheet."
    ),
    N_("Look at “{result}”. Nothing needs to be worked out."),
)
_SAFE = (
    N_(
        "Write no names, no workplaces and no remarks. A row is a form, and the number of the row tells nothing."
    ),
    N_("The two sheets do not belong together row by row: nobody is followed from before to after."),
    N_(
        "Figures that count fewer than {below} people are withheld, and so is a share where those who agree, or the others, "
        "are that few. If the group is small, gather several groups in one file."
    ),
    N_(
        "The answers themselves stand in this file. Pass on only the result, and delete the file when it has been read."
    ),
)
_BACK = (
    N_(
        "The sheet “data” holds the figures as a table, with “:” where one is withheld. A plan that has a mapping for it "
        "reads it into the series of an indicator:"
    ),
    N_("plankit import table survey.xlsx PLAN"),
    N_(
        "Write the period in “{result}” first, and save the file in a spreadsheet program, so that it works out the figures."
    ),
)


def how_to(words: Callable[[str], str], asked: Survey, room: int) -> Iterator[tuple[str, str]]:
    """The lines of the first sheet: how each looks, and its words."""
    before, after = (words(one) for one in BEFORE_AFTER)
    values = {"before": before, "after": after, "result": words(RESULT), "room": room, "below": asked.below}
    yield "title", words(TITLE)
    yield "text", words(_WHAT)
    yield "heading", words(N_("What to do"))
    yield from (("point", words(one).format(**values)) for one in _STEPS)
    yield "heading", words(N_("What the numbers stand for"))
    yield from (("point", f"{number}: {said}") for number, said in enumerate(asked.scale, start=1))
    yield "heading", words(N_("So that nobody can be recognised"))
    yield from (("point", words(one).format(**values)) for one in _SAFE)
    yield "heading", words(N_("How it gets into the plan"))
    yield from (("text", words(one).format(**values)) for one in _BACK)
