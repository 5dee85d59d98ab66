"""The words on a slide: every run with its language, lists as real lists, links as real links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from plankit.powerpoint.form import BAD, GOOD, MUTED
from plankit.teaching.slide import Alternative, Alternatives, Block, Bullets, Links, Paragraph, Quote

TAGS = {"nb": "nb-NO", "nn": "nn-NO", "sv": "sv-SE", "en": "en-GB"}
"""Languages as programs for slides name them."""
_HANGING = 1.35
"""How far a list hangs in, beside its type."""
_CLEAN = {**dict.fromkeys(range(32)), 9: " ", 10: "\n", 13: None}
"""Characters that XML cannot hold."""


class Writer:
    """Writes into the text frame of one slide."""

    def __init__(self, slide: Any, frame: Any, language: str, size: int, places: Mapping[str, Any]) -> None:
        self._slide = slide
        self._frame = frame
        self._tag = TAGS.get(language, language)
        self._size = size
        self._places = places
        self._begun = False

    def write(self, blocks: Iterable[Block]) -> None:
        """Write every block but tables."""
        for block in blocks:
            match block:
                case Paragraph(text=text, style=style):
                    line = self._line("<a:buNone/>")
                    scale = {"lead": 1.08, "small": 0.85}.get(style, 1.0)
                    self._run(
                        line,
                        text,
                        scale=scale,
                        bold=style == "strong",
                        tone=MUTED if style == "small" else "",
                    )
                case Quote(text=text):
                    self._run(self._line("<a:buNone/>", indent=True), text, italic=True)
                case Bullets():
                    sign = (
                        f'<a:buAutoNum type="arabicPeriod" startAt="{block.start}"/>' if block.ordered else ""
                    )
                    for item in block.items:
                        self._run(
                            self._line(
                                sign or '<a:buFont typeface="Arial"/><a:buChar char="•"/>', hanging=True
                            ),
                            item,
                        )
                case Links(items=items):
                    for words, address in items:
                        line = self._line('<a:buFont typeface="Arial"/><a:buChar char="•"/>', hanging=True)
                        self._run(line, words, address=address)
                case Alternatives(items=choices):
                    for choice in choices:
                        self._choice(choice)

    def _choice(self, choice: Alternative) -> None:
        start = ord(choice.sign[0]) - ord("A") + 1
        line = self._line(f'<a:buAutoNum type="alphaUcPeriod" startAt="{start}"/>', hanging=True)
        self._run(line, choice.text, bold=bool(choice.right))
        if choice.mark:
            told = f"  {'✓' if choice.right else '✗'} {choice.mark}"
            self._run(line, told, bold=True, tone=GOOD if choice.right else BAD)
        if choice.said or choice.onward:
            line.add_line_break()
            self._run(line, f"{choice.said} ", scale=0.88)
        if choice.onward:
            self._run(line, choice.onward, scale=0.88, to=choice.leads)

    def _line(self, sign: str, *, indent: bool = False, hanging: bool = False) -> Any:
        line = self._frame.add_paragraph() if self._begun else self._frame.paragraphs[0]
        self._begun = True
        form = line._p.get_or_add_pPr()
        left = Pt(round(self._size * _HANGING)) if hanging else Pt(self._size // 2) if indent else 0
        form.set("marL", str(left))
        form.set("indent", str(-left if hanging else 0))
        for one in parse_xml(f"<a:pPr {nsdecls('a')}>{sign}</a:pPr>"):
            form.append(one)
        line.space_after = Pt(self._size * 0.3)
        return line

    def _run(
        self,
        line: Any,
        text: str,
        *,
        scale: float = 1.0,
        bold: bool = False,
        italic: bool = False,
        **more: str,
    ) -> None:
        for number, part in enumerate(clean(text).split("\n")):
            if number:
                line.add_line_break()
            run = line.add_run()
            run.text = part
            run.font.size = Pt(round(self._size * scale))
            run.font.bold, run.font.italic = bold or None, italic or None
            if more.get("tone"):
                run.font.color.rgb = RGBColor.from_string(more["tone"])
            run._r.get_or_add_rPr().set("lang", self._tag)
            self._link(run, more)

    def _link(self, run: Any, more: Mapping[str, str]) -> None:
        if more.get("address", "").startswith(("https://", "http://")):
            run.hyperlink.address = more["address"]
        target = self._places.get(more.get("to", ""))
        if target is not None:
            name = self._slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
            jump = f"<a:hlinkClick {nsdecls('a', 'r')} r:id='{name}' action='ppaction://hlinksldjump'/>"
            run._r.get_or_add_rPr().append(parse_xml(jump))


def clean(text: str) -> str:
    """The text without characters that no file of XML can hold."""
    return text.translate(_CLEAN).replace("\ufffe", "").replace("\uffff", "")


def put(frame: Any, lines: Iterable[str], language: str) -> None:
    """Let the frame hold these lines and nothing else, each a paragraph in the language."""
    for number, text in enumerate(lines):
        line = frame.add_paragraph() if number else frame.paragraphs[0]
        run = line.add_run()
        run.text = clean(text).replace("\n", " ")
        run._r.get_or_add_rPr().set("lang", TAGS.get(language, language))
