"""What an exercise is, whatever it was made from: text in the reader's language, the right answers, and what decides them.

Sites, slides, sheets and question banks all render these values, so that no two of them can disagree on an answer.
"""

from __future__ import annotations

from dataclasses import dataclass

QUESTION_KINDS = ("one", "several", "true-false", "order", "match", "text", "number", "gap", "open")
"""`one` of several is right; any number of `several` are; a statement is true or false; steps stand in an order; each of
one list belongs to one of another; a short text; a number; a word is chosen inside a sentence; anything may be answered."""


@dataclass(frozen=True, kw_only=True)
class Pointer:
    """What decides an answer."""

    kind: str
    """`plan`, `guide` or `law`."""
    id: str
    """Id of the entry of the plan or guide, `procedure.step` of a step, id of the guide's provision."""
    words: str
    """What it is called, in the reader's language: `krisesenterlova § 2`, `Prosedyre «Akutt fare», steg 2`."""
    key: str = ""
    """The key of the entry that decides, where one does: `deadline`."""
    address: str = ""
    """Where the law is published, or the guide is."""
    unsure: bool = False
    """Whether the guide marks it as unconfirmed; readers are told."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An alternative of a question."""

    text: str
    right: bool
    feedback: str = ""
    """Why it is right or not, as the plan or law says it."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with its answers. Exactly what its kind uses is filled in."""

    id: str
    """Made from what it asks about: the same place in the plan gives the same id, whatever the answer."""
    kind: str
    """One of `QUESTION_KINDS`."""
    exercise: str
    """Which generator made it: a code of the list `exercise`."""
    text: str
    """The question, in whole sentences. For `gap` it holds `____` where the word goes."""
    choices: tuple[Choice, ...] = ()
    """For `one`, `several`, `true-false` and `gap`, in the order that they are shown in. For `true-false`: True, False."""
    steps: tuple[str, ...] = ()
    """For `order`: in the right order. No two are the same."""
    shown: tuple[int, ...] = ()
    """For `order`: places in `steps` in the order that they are shown in, never the right one; for `match` the same of
    the right-hand sides."""
    pairs: tuple[tuple[str, str], ...] = ()
    """For `match`: what belongs together. No two left sides are the same."""
    answers: tuple[str, ...] = ()
    """For `text` and `number`: every answer that counts as right."""
    unit: str = ""
    """For `number`: what it counts, in words."""
    feedback: str = ""
    """Said after any answer: what decides, in a sentence or two."""
    pointers: tuple[Pointer, ...] = ()
    objectives: tuple[str, ...] = ()
    """Ids of the objectives that it serves."""
    audiences: tuple[str, ...] = ()
    """Ids of the audiences that it is for; empty is all."""
    minutes: int = 1

    @property
    def right(self) -> int:
        """How many choices are right."""
        return sum(one.right for one in self.choices)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One way to go at a point of a branching case."""

    text: str
    follows_plan: bool
    """Whether the plan says to do this here."""
    feedback: str
    """What the plan says of it, and on what ground."""
    leads: str | None
    """Id of the point that follows; `None` at the end. A way that the plan does not tell leads back to what it does."""
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point of a branching case: what the clock shows, what has happened, what to choose between."""

    id: str
    clock: str
    """Day and time in words."""
    text: str
    turns: tuple[Turn, ...] = ()
    """None at the end."""
    pointers: tuple[Pointer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BranchingCase:
    """A case played step by step. Every point can be reached from the first, and the end from every point."""

    id: str
    case: str
    """Id of the case."""
    title: str
    story: str
    start: str
    """Id of the first point."""
    points: tuple[Point, ...]
    gaps: tuple[str, ...] = ()
    """What the plan does not answer in this case, in words, the gravest first."""
    objectives: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    minutes: int = 15
    warning: str = ""
    """What is said before, so that somebody may leave."""


@dataclass(frozen=True, kw_only=True)
class CaseTold:
    """A case to talk about: as the guide tells it, with what a group needs."""

    id: str
    """Id of the case."""
    title: str
    story: str
    facts: tuple[tuple[str, str], ...]
    """Who is exposed, who discovers it, when …: name and words."""
    warning: str
    questions: tuple[str, ...]
    mistakes: tuple[str, ...]
    facilitator: str
    way: tuple[str, ...]
    """What happens under this plan, a sentence an event, from the walk; empty where there is no plan."""
    gaps: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    """What law or guide asks for in the case, each a sentence."""
    pointers: tuple[Pointer, ...] = ()
    minutes: int = 20
    objectives: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DilemmaCard:
    """Two duties or goods that pull apart. Nothing in it tells a right answer."""

    id: str
    title: str
    text: str
    sides: tuple[str, ...]
    questions: tuple[str, ...]
    facilitator: str
    pointers: tuple[Pointer, ...] = ()
    minutes: int = 15
    objectives: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One place at which a copy of the plan was spoiled."""

    number: int
    what: str
    """What is wrong, in a sentence."""
    was: str
    """What stands there in the plan itself."""
    now: str
    """What stands in the copy; empty where it was taken out."""
    hint: str
    """Where to look, for a group that is stuck."""
    pointers: tuple[Pointer, ...] = ()
    codes: tuple[str, ...] = ()
    """Rules that find it in the copy and nothing in the plan itself."""


@dataclass(frozen=True, kw_only=True)
class Hunt:
    """A gap hunt: a spoiled copy of the plan, and apart from it the key."""

    id: str
    title: str
    text: str
    """What the group does."""
    files: tuple[tuple[str, str], ...]
    """The copy, as names and texts of files; it says of itself, first, that it is spoiled on purpose."""
    sheet: tuple[tuple[str, str], ...]
    """What is searched, for print: headings and texts of the spoiled passages among sound ones."""
    planted: tuple[Planted, ...]
    minutes: int = 30
    objectives: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Inject:
    """A piece of news in a table-top exercise, given to one agency at its time."""

    number: int
    clock: str
    after: int
    """Minutes of the exercise after which it is given."""
    agency: str
    """Name of whom it is given to."""
    text: str
    expected: tuple[str, ...]
    """What the plan, else law or guide, says that they do."""
    pointers: tuple[Pointer, ...] = ()
    gaps: tuple[str, ...] = ()
    """What the plan does not answer here; it is not told beforehand."""


@dataclass(frozen=True, kw_only=True)
class TableTop:
    """A table-top exercise: a case as timed injects."""

    id: str
    case: str
    title: str
    story: str
    warning: str
    agencies: tuple[str, ...]
    """Names of who takes part."""
    injects: tuple[Inject, ...]
    debrief: tuple[str, ...]
    """Questions for the talk afterwards."""
    minutes: int
    objectives: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
