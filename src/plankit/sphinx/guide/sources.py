"""The source files of a guide's site: its prose as Markdown, and a marker wherever data is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plankit.model.guide import Phase
from plankit.sphinx.guide.draw import BODY, LEAD, NOTICE, PHASE, STEPS
from plankit.sphinx.sources import escaped
from plankit.views.guide_pages import FRONT, MORE, GuideDocument, Prose
from plankit.views.reading import Reading

_HEADING = re.compile(r"\s*# [^\n]*\n?")
_SECTION = re.compile(r"^## ", re.MULTILINE)
HELP = "help"
"""Page on which the numbers stand before everything that has a heading: who needs one must not read first."""
_FENCE = re.compile(r"\s*(`{3,}|~{3,}|:{3,})")


def guide_sources(reading: Reading, documents: tuple[GuideDocument, ...]) -> dict[str, str]:
    """The text of each source file by its name."""
    return {f"{one.name}.md": _source(reading, one, documents) for one in documents}


def marker(part: str) -> str:
    """Where a part of the page is drawn."""
    return f"```{{guide:part}} {part}\n```\n"


def _source(reading: Reading, one: GuideDocument, documents: tuple[GuideDocument, ...]) -> str:
    guide = reading.guide
    assert guide is not None
    parts = [f"# {escaped(one.title)}\n", marker(LEAD)]
    if one.name == FRONT:
        of_phase = {
            prose.name: prose for prose in one.prose if isinstance(guide.by_id.get(prose.name), Phase)
        }
        for prose in one.prose:
            if prose.name not in of_phase:
                parts += _prose(prose, one)
        for phase in guide.phases:
            parts.append(marker(f"{PHASE}{phase.id}"))
            if phase.id in of_phase:
                parts += _prose(of_phase[phase.id], one, below=2)
            parts.append(marker(f"{STEPS}{phase.id}"))
        names = "\n".join(each.name for each in documents if each.name != FRONT)
        parts.append(f"```{{toctree}}\n:hidden:\n\n{names}\n```\n" if names else "")
    else:
        told = "\n".join(text for prose in one.prose for text in _prose(prose, one))
        if one.name == HELP:
            told, below = _split_at_heading(told)
            parts += [told, marker(BODY), below]
        else:
            parts += [told, marker(BODY)]
    return "\n".join(parts)


def _split_at_heading(text: str) -> tuple[str, str]:
    """What stands before the first heading, and the rest."""
    found = _SECTION.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _prose(prose: Prose, one: GuideDocument, *, below: int = 1) -> Iterator[str]:
    """A page of prose without its own heading where that is the page's; else one level further down."""
    if prose.fallen:
        yield marker(f"{NOTICE}{prose.fallen}")
    text = prose.page.text
    is_own = prose.name in (one.entry, one.name) or one.name.startswith(f"{MORE}/") or below > 1
    heading = _HEADING.match(text)
    if is_own and heading:
        text = text[heading.end() :]
    elif not is_own:
        below += 1
    yield f"{_lowered(text, below - 1)}\n"


def _lowered(text: str, levels: int) -> str:
    """The text with each heading `levels` further down; what stands in fences is left alone."""
    if not levels:
        return text
    lines, fence = [], ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif fence and line.strip().startswith(fence):
            fence = ""
        elif not fence and re.match(r"#{1,6} ", line):
            line = f"{'#' * levels}{line}"
        lines.append(line)
    return "\n".join(lines)
