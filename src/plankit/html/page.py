"""What a piece of HTML needs to know of the page that it stands on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import count

from plankit.html.law_refs import law_state, with_law
from plankit.html.markup import NOTHING, Html, anchor, esc, join, prose
from plankit.language import translate_count
from plankit.views.change_list import PlanChanges
from plankit.views.discretion import Discretion, discretion, exit_address
from plankit.views.paragraphs import chapter_numbers, prose_counts
from plankit.views.reading import Reading
from plankit.views.years import Outcome, outcomes

_PARAGRAPH = re.compile("<p>")

Address = tuple[str, str]
"""Document and anchor that an entry is shown at."""


def relative_address(start: str, document: str) -> str:
    """The address of one page as seen from another, for pages that are files ending in `.html`."""
    return posixpath.relpath(f"{document}.html", posixpath.dirname(start) or ".")


@dataclass
class Site:
    """A plan as read in one language, and the address of each entry in the site that shows it."""

    reading: Reading
    addresses: Mapping[str, Address] = field(default_factory=dict)
    uri: Callable[[str, str], str] = relative_address
    """The address of a document as seen from another."""
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each page, the anchors that its own text has already."""

    is_discreet: bool = True
    """Whether readers get the exit link, and names that do not tell the theme, where the guide asks for them."""
    today: date = field(default_factory=date.today)
    """The day that law is judged on, where the plan's period holds it."""
    changes: PlanChanges | None = None
    """For a draft, in what it differs from the adopted text."""
    calendars: Mapping[str, str] = field(default_factory=dict)
    """The calendars beside the site: the file of each agency by its id, that of everything by an empty one."""
    _law: dict[str, Html] = field(default_factory=dict, init=False, repr=False)

    def law(self, text: str) -> Html:
        """A text in which references to law are links to who publishes it; those that do not hold are marked."""
        made = self._law.get(text)
        if made is None:
            made = self._law[text] = with_law(self.reading, text, self.today)
        return made

    @cached_property
    def discretion(self) -> Discretion:
        """Which names of pages and anchors tell the theme, and what stands in their place."""
        return discretion(self.reading.guide) if self.is_discreet else Discretion()

    @cached_property
    def way_out(self) -> str | None:
        """Where the exit link leads; `None` where there is none."""
        return exit_address(self.reading.plan, self.reading.guide) if self.is_discreet else None

    @cached_property
    def chapter_numbers(self) -> Mapping[str, str]:
        """While the plan is on hearing, the number of each page for the numbers of its paragraphs."""
        return chapter_numbers(self.reading)

    @cached_property
    def prose_counts(self) -> Mapping[str, int]:
        """How many numbered paragraphs the own text of each page has."""
        return prose_counts(self.reading)

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """How each activity of the plan went, by its id."""
        return outcomes(self.reading.plan, self.reading.vocabulary, self.today)

    @cached_property
    def law_state(self) -> str:
        """A checksum over all that links and notes on law depend on."""
        return law_state(self.reading, self.today)

    @cached_property
    def cited(self) -> Mapping[str, tuple[str, ...]]:
        """For each id, the entries that refer to it, by id, in the plan's order."""
        found: dict[str, list[str]] = {}
        for target, references in self.reading.uses.items():
            names = [name for one in references if isinstance(name := getattr(one.entry, "id", None), str)]
            found[target] = list(dict.fromkeys(name for name in names if name != target))
        return {target: tuple(names) for target, names in found.items()}


@dataclass
class Page:
    """One page while its pieces are made: remembers its anchors and headings, so that no anchor stands twice."""

    site: Site
    name: str
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, anchor and words of each heading, in order; they become the page's own contents."""
    taken: set[str] = field(default_factory=set)
    _paths: dict[str, str] = field(default_factory=dict)
    _links: dict[tuple[str, str], Html] = field(default_factory=dict)

    @cached_property
    def _places(self) -> Iterator[int]:
        """The places of paragraphs of entries, after those of the page's own text."""
        return count(self.site.prose_counts.get(self.name, 0) + 1)

    def __post_init__(self) -> None:
        self.taken |= self.site.anchors.get(self.name, frozenset())

    @property
    def reading(self) -> Reading:
        """The plan as read in the language of the page."""
        return self.site.reading

    def t(self, english: str) -> str:
        """A word or sentence of plankit's own in the language of the page."""
        return self.reading.words(english)

    def count(self, one: str, many: str, count: int) -> str:
        """`one` or `many` in the language of the page."""
        return translate_count(one, many, count, self.reading.language)

    def href(self, item_id: str) -> str | None:
        """Where the entry is shown, as seen from this page; `None` where it is shown nowhere."""
        address = self.site.addresses.get(item_id)
        if address is None:
            return None
        document, place = address
        fragment = f"#{place}" if place else ""
        if document == self.name:
            return fragment or "#"
        return self.path_to(document) + fragment

    def path_to(self, document: str) -> str:
        """The address of another page as seen from this one."""
        path = self._paths.get(document)
        if path is None:
            path = self._paths[document] = self.site.uri(self.name, document)
        return path

    def link(self, item_id: str, words: str = "") -> Html:
        """The entry's title as a link to where it is shown; plain words where it is shown nowhere."""
        made = self._links.get((item_id, words))
        if made is None:
            shown = words or self.reading.numbered_title(item_id)
            href = self.href(item_id)
            made = self._links[item_id, words] = anchor(href, shown) if href else esc(shown)
        return made

    def links(self, ids: Iterable[str]) -> Html:
        """Several links, with commas."""
        return join((self.link(one) for one in ids), ", ")

    def prose(self, value: object) -> Html:
        """A text of the plan as paragraphs."""
        text = self.reading.text(value)  # type: ignore[arg-type]
        return self._numbered(prose(text, self.href)) if text else NOTHING

    def _numbered(self, markup: Html) -> Html:
        """While the plan is on hearing: the number of each paragraph before it."""
        chapter = self.site.chapter_numbers.get(self.name)
        if not chapter:
            return markup

        def number(match: re.Match[str]) -> str:
            return f"{match[0]}<strong>{chapter}-{next(self._places)}</strong> "

        return Html(_PARAGRAPH.sub(number, markup))

    def line(self, value: object) -> Html:
        """A text of the plan inside a line."""
        return esc(self.reading.text(value))  # type: ignore[arg-type]

    def law(self, *texts: str) -> Html:
        """References to law as links to who publishes it, with semicolons; those that do not hold are marked."""
        return join((self.site.law(text) for text in texts), "; ")

    def anchor_id(self, wanted: str) -> str:
        """` id="…"` the first time that an anchor is wanted on this page, then nothing.

        An anchor that tells the theme becomes a code: what is clicked stands in the history.
        """
        wanted = self.site.discretion.anchor(wanted)
        if wanted in self.taken:
            return ""
        self.taken.add(wanted)
        return f' id="{esc(wanted)}"'

    def heading(self, level: int, place: str, words: str, markup: Html | None = None) -> Html:
        """A heading with a link to itself; it joins the page's contents."""
        place = self.site.discretion.anchor(place)
        attribute = self.anchor_id(place)
        if attribute:
            self.headings.append((level, place, words))
        title = esc(self.t("Link to this place"))
        return Html(
            f"<h{level}{attribute}>{markup or esc(words)}"
            f'<a class="headerlink" href="#{esc(place)}" title="{title}"><span aria-hidden="true">#</span>'
            f'<span class="pk-hidden">{title}: {esc(words)}</span></a></h{level}>\n'
        )
