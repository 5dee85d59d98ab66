"""What a page of a built site holds, as far as its file alone tells: names, headings, fields, pictures, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HIDDEN_FIELDS = frozenset({"hidden", "submit", "reset", "button", "image"})
_WITH_WORDS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "button"})
_NAMED = ("aria-label", "aria-labelledby", "title")


@dataclass(kw_only=True)
class Element:
    """An element whose name matters, with the words inside it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    words: str = ""
    is_labelled: bool = False
    """Whether it stands inside a label."""

    @property
    def name(self) -> str:
        """What assistive technology calls it, as far as the element itself tells."""
        given = next((self.attributes[key] for key in _NAMED if self.attributes.get(key)), "")
        return (given or self.words or self.attributes.get("alt", "")).strip()


@dataclass(kw_only=True)
class Facts:
    """What is told of one page."""

    language: str = ""
    title: str = ""
    headings: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)
    fields: list[Element] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    mains: list[int] = field(default_factory=list)
    ids: list[tuple[str, int]] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    """Ids of the fields that a label names."""
    holds: set[str] = field(default_factory=set)
    """`media`, `motion` and `forms`, where the page has some."""


def facts_of(text: str) -> Facts:
    """What is told of a page. Broken markup gives what could be read."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.facts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        element = Element(tag=tag, attributes=given, line=line)
        element.is_labelled = any(one.tag == "label" for one in self._open)
        if given.get("id"):
            self.facts.ids.append((given["id"], line))
        self._note(element)
        if tag in _VOID:
            self._say(given.get("alt", "") if tag == "img" else "")
        else:
            self._open.append(element)

    def _note(self, element: Element) -> None:
        facts, tag, given = self.facts, element.tag, element.attributes
        if tag == "html":
            facts.language = given.get("lang", "")
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            facts.headings.append(element)
        elif tag == "img":
            facts.pictures.append(element)
        elif (tag == "a" and "href" in given) or tag == "button":
            facts.links.append(element)
        elif tag in ("input", "select", "textarea") and given.get("type") not in _HIDDEN_FIELDS:
            facts.fields.append(element)
        elif tag == "label" and given.get("for"):
            facts.labelled.add(given["for"])
        elif tag == "main" or given.get("role") == "main":
            facts.mains.append(element.line)
        elif tag == "iframe":
            facts.frames.append(element)
        facts.holds.update(_kinds(element))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, words: str) -> None:
        for element in self._open:
            if element.tag in _WITH_WORDS:
                element.words += words
        if self._open and self._open[-1].tag == "title" and not any(one.tag == "svg" for one in self._open):
            self.facts.title += words


def _kinds(element: Element) -> Iterator[str]:
    source = element.attributes.get("src", "").partition("?")[0].lower()
    if element.tag in ("video", "audio", "iframe", "object", "embed"):
        yield from ("media", "motion")
    if element.tag in ("marquee", "blink", "animate", "animatetransform") or source.endswith(
        (".gif", ".apng")
    ):
        yield "motion"
    # The search asks nobody who they are, and sends nothing anywhere.
    if element.tag == "form" and element.attributes.get("method", "").lower() == "post":
        yield "forms"
    if element.tag == "input" and element.attributes.get("type") in ("email", "tel", "password", "date"):
        yield "forms"
