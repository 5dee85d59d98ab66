"""The head of a Markdown page. Read here, because MyST's own reader types values (`0301` became 193)."""

from __future__ import annotations

FENCE = "---"


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """The YAML between the first two `---` lines, the text after them, and the line that this text starts on.

    The YAML is `None` where the page has no head. A head that is never closed is taken to run to the end.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in (FENCE, "..."):
            return "".join(f"{one}\n" for one in lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return "\n".join(lines[1:]), "", len(lines) + 1
