"""Teachers' own files: Markdown with directives in, frozen values and problems out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from plankit.findings import Problem
from plankit.language import N_
from plankit.model.base import Part
from plankit.model.lesson import OwnCase, OwnChoice, OwnExercise, OwnLesson, OwnQuiz
from plankit.source.front_matter import split_front_matter
from plankit.source.shape import shape, without_empty_keys
from plankit.source.yaml_events import read_yaml

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,}|:{3,})\{(?P<name>[a-z-]+)\}[ \t]*(?P<argument>.*?)[ \t]*")
_OPTION = re.compile(r":(?P<key>[a-z][a-z_-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")
_CHOICE = re.compile(r"[-*] \[(?P<mark>[ xX])\][ \t]+(?P<text>.+)")
_STEP = re.compile(r"\d+[.)][ \t]+(?P<text>.+)")
_PAIR = re.compile(r"[-*][ \t]+(?P<left>.+?)[ \t]+::[ \t]+(?P<right>.+)")
_TITLE = re.compile(r"# (?P<title>.+)")
_NAMES: dict[str, type[Part]] = {"plan-exercise": OwnExercise, "plan-quiz": OwnQuiz, "plan-case": OwnCase}
_ARGUMENT = {"plan-exercise": "exercise", "plan-quiz": "id", "plan-case": "id"}
_HEAD = "---"
_OPEN = N_("its directive never ends")
_NO_YAML = N_("its options are not written as they should be")
_STRANGE = N_("this is no value for it")
_REASONS = {"PK014": N_("there is no such option"), "PK015": N_("this is missing")}


@dataclass(kw_only=True)
class _Block:
    """A directive as it stands in the file."""

    name: str
    argument: str
    line: int
    lines: list[str] = field(default_factory=list)
    """What stands in it."""


def read_lesson(text: str, path: str) -> tuple[OwnLesson, list[Problem]]:
    """The lesson that `text` holds, and what is wrong with it, each at its line. What cannot be read is left out."""
    _, body, first = split_front_matter(text)
    blocks, prose, problems = _split(body, path, first)
    made: dict[str, list[Any]] = {name: [] for name in _NAMES}
    for block in blocks:
        one, bad = _read(block, path)
        problems += bad
        if one is not None:
            made[block.name].append(one)
    title = next((found["title"] for _, some in prose for found in [_TITLE.search(some)] if found), "")
    lesson = OwnLesson(
        path=path,
        title=title.strip(),
        text=body,
        first_line=first,
        exercises=tuple(made["plan-exercise"]),
        quizzes=tuple(made["plan-quiz"]),
        cases=tuple(made["plan-case"]),
        prose=tuple(prose),
    )
    return lesson, problems


def _split(body: str, path: str, first: int) -> tuple[list[_Block], list[tuple[int, str]], list[Problem]]:
    """The directives of a text, the prose between them, and the directives that never end."""
    blocks: list[_Block] = []
    prose: list[tuple[int, list[str]]] = []
    problems: list[Problem] = []
    block, fence = None, ""
    for number, line in enumerate(body.split("\n"), start=first):
        if block is not None:
            if _closes(line, fence):
                block = None
            else:
                block.lines.append(line)
            continue
        opened = _FENCE.fullmatch(line)
        if opened and opened["name"] in _NAMES:
            block, fence = (
                _Block(name=opened["name"], argument=opened["argument"], line=number),
                opened["fence"],
            )
            blocks.append(block)
            prose.append((number + 1, []))
            continue
        if not prose:
            prose.append((number, []))
        prose[-1][1].append(line)
    if block is not None:
        problems.append(_unclear(path, block.line, _OPEN, block.name))
    told = [(start, "\n".join(lines)) for start, lines in prose if any(one.strip() for one in lines)]
    return blocks, told, problems


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return bool(bare) and set(bare) == {fence[0]} and len(bare) >= len(fence)


def _read(block: _Block, path: str) -> tuple[Any, list[Problem]]:
    """What a directive holds; `None` where it lacks what it cannot do without."""
    options, body, problems = _options(block, path)
    key = _ARGUMENT[block.name]
    raw: dict[str, Any] = {**options, **({key: block.argument} if block.argument else {})}
    if block.name == "plan-quiz":
        raw |= _quiz_body(body)
    elif block.name == "plan-case" and (story := "\n".join(body).strip()):
        raw["story"] = story
    made, bad = shape(_NAMES[block.name], without_empty_keys(raw), path, ())
    problems += [
        _unclear(path, _line(block, one), _REASONS.get(one.code, _STRANGE), _key(one)) for one in bad
    ]
    return (made.model_copy(update={"line": block.line}) if made is not None else None), problems


def _unclear(path: str, line: int, reason: str, what: str) -> Problem:
    # Never an error: what a teacher writes must not keep the municipality from building its plan.
    return Problem(code="PK851", file=path, line=line, column=1, values={"reason": reason, "what": what})


def _key(problem: Problem) -> str:
    return ".".join(map(str, problem.path))


def _line(block: _Block, problem: Problem) -> int:
    """The line of the option that a problem is about; that of the directive where no option is."""
    key = str(problem.path[0]) if problem.path else ""
    wanted = re.compile(rf":?{re.escape(key).replace('_', '[_-]')}:")
    return next(
        (number for number, line in enumerate(block.lines, start=block.line + 1) if wanted.match(line)),
        block.line,
    )


def _options(block: _Block, path: str) -> tuple[dict[str, Any], list[str], list[Problem]]:
    """The options at the top of a directive, as `:key: value` or as YAML between two lines of `---`; and the rest."""
    lines = block.lines
    if lines and lines[0].strip() == _HEAD:
        end = next((n for n, line in enumerate(lines[1:], start=1) if line.strip() == _HEAD), len(lines))
        text = "".join(f"{line}\n" for line in lines[1:end])
        raw, bad, _ = read_yaml(text, path, first_line=block.line + 2)
        held = raw if isinstance(raw, dict) else {}
        lines_of = [one.line or block.line + 1 for one in bad] or ([] if held else [block.line + 1])
        problems = [_unclear(path, line, _NO_YAML, block.name) for line in dict.fromkeys(lines_of)]
        return {str(key).replace("-", "_"): value for key, value in held.items()}, lines[end + 1 :], problems
    found: dict[str, Any] = {}
    for number, line in enumerate(lines):
        option = _OPTION.fullmatch(line)
        if option is None:
            return found, lines[number:], []
        key = option["key"].replace("-", "_")
        value = option["value"] or ""
        found[key] = [one.strip() for one in value.split(",")] if key in _LISTS else value
    return found, [], []


_LISTS = frozenset({"about", "objectives", "audiences", "decided_by", "answers", "adaptations"})
"""Options of one line that hold several words, with commas between them."""


def _quiz_body(lines: list[str]) -> dict[str, Any]:
    """The question and its answers: what is no list is the question."""
    text: list[str] = []
    choices, steps, pairs = [], [], []
    for line in lines:
        if found := _CHOICE.fullmatch(line.strip()):
            said, _, why = found["text"].partition(" | ")
            right = found["mark"] != " "
            choices.append(OwnChoice(text=said.strip(), right=right, feedback=why.strip()))
        elif found := _PAIR.fullmatch(line.strip()):
            pairs.append((found["left"].strip(), found["right"].strip()))
        elif found := _STEP.fullmatch(line.strip()):
            steps.append(found["text"].strip())
        else:
            text.append(line)
    return {
        "text": "\n".join(text).strip(),
        "choices": tuple(choices),
        "steps": tuple(steps),
        "pairs": tuple(pairs),
    }
