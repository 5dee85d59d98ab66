"""The pieces of code on the pages of the documentation, and what the page says of each.

A comment right above a fence says what is to be done with it:

- `% file: my-plan/measures.yaml`: it is the content of that file;
- `% guide file: my-guide/steps.yaml`: it is the content of that file of a guide;
- `% copy: examples/some-plan to plan`: its one command copies that folder of the repository, which the test does itself,
  into the working folder of the page;
- `% not a plan: why`: it is YAML, but no file of a plan;
- `% not run: why`: the commands are not run;
- `% exits: 1`: the last command ends so;
- `% until: words`: the last command runs until it prints these words, and is then interrupted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_FENCE = re.compile(r"(`{3,})(.*)")
_NOTE = re.compile(r"% (file|guide file|copy|not a plan|not run|exits|until): (.+)")


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """One fenced block."""

    language: str
    text: str
    line: int
    notes: dict[str, str] = field(default_factory=dict)


def snippets_of(path: Path) -> list[Snippet]:
    """The fenced blocks of a page that are no directives, in order."""
    found = []
    notes: dict[str, str] = {}
    lines = iter(enumerate(path.read_text(encoding="utf-8").split("\n"), start=1))
    for number, line in lines:
        note = _NOTE.fullmatch(line)
        fence = _FENCE.fullmatch(line)
        if fence:
            body = []
            for _, inner in lines:
                if inner == fence[1]:
                    break
                body.append(inner)
            if not fence[2].startswith("{"):
                text = "".join(f"{one}\n" for one in body)
                found.append(Snippet(language=fence[2], text=text, line=number, notes=notes))
        notes = {**notes, note[1]: note[2]} if note else {}
    return found


@dataclass(frozen=True, kw_only=True)
class Call:
    """A command of a console block, and what the page says that it prints."""

    command: str
    output: tuple[str, ...]

    def fits(self, printed: str) -> bool:
        """Whether the page tells the truth. `…` stands for any words in a line, alone for any lines; nothing for all."""
        if not self.output:
            return True
        lines = ("(?:.*\n)*?" if line == "…" else _line(line) for line in self.output)
        return re.fullmatch("".join(lines), printed) is not None


def _line(line: str) -> str:
    return ".*".join(re.escape(part) for part in line.split("…")) + "\n"


def calls_of(snippet: Snippet) -> list[Call]:
    """The commands of a console block."""
    found: list[tuple[str, list[str]]] = []
    for line in snippet.text.removesuffix("\n").split("\n"):
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return [Call(command=command, output=tuple(output)) for command, output in found]
