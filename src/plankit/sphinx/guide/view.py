"""One page of a guide's site while it is drawn: links, texts of other languages, and what is not confirmed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plankit.html.markup import NOTHING, Html, anchor, esc, join, prose
from plankit.html.page import Page, Site
from plankit.model.base import Translated
from plankit.model.guide import Guide
from plankit.views.guide_addresses import guide_kinds, guide_places
from plankit.views.guide_pages import GuideDocument, guide_chapters
from plankit.views.guide_reading import Told, cited_by, entry_title, is_unconfirmed, told
from plankit.views.outline import Chapter

LANGUAGE_NAMES = {"en": "English", "nb": "Bokmål", "nn": "Nynorsk", "sv": "Svenska"}
"""What each language calls itself."""

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass
class GuideSite(Site):
    """A guide as read in one language, with the pages of its site."""

    documents: Mapping[str, GuideDocument] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    """Languages that the site is built in side by side."""
    today: date = date.min

    def __post_init__(self) -> None:
        self.addresses = guide_places(self.guide)

    @property
    def guide(self) -> Guide:
        """The guide."""
        guide = self.reading.guide
        assert guide is not None
        return guide

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each entry by its id."""
        return guide_kinds(self.guide)

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The way around the site."""
        return guide_chapters(self.reading, tuple(self.documents.values()))

    @cached_property
    def rests_on(self) -> dict[str, tuple[str, ...]]:
        """For each provision, what rests on it."""
        return cited_by(self.guide)


@dataclass
class GuideView(Page):
    """One page of the site while its parts are drawn."""

    fallen: set[str] = field(default_factory=set)
    """Languages of texts that do not exist in the reader's."""

    @property
    def own_site(self) -> GuideSite:
        """The site that the page belongs to."""
        assert isinstance(self.site, GuideSite)
        return self.site

    @property
    def guide(self) -> Guide:
        """The guide."""
        return self.own_site.guide

    def label(self, field: str, code: str | None) -> str:
        """The word for a code of a list."""
        return self.reading.label(field, code)

    def _in_language(self, found: Told, tag: str, markup: Html) -> Html:
        if found.language is None or not found.text:
            return markup
        self.fallen.add(found.language)
        return Html(f'<{tag} lang="{esc(found.language)}">{markup}</{tag}>')

    def line(self, value: object) -> Html:
        """A text of the guide inside a line; one in another language says so to screen readers."""
        assert value is None or isinstance(value, str | Translated)
        found = told(self.reading, value)
        return self._in_language(found, "span", esc(found.text))

    def prose(self, value: object) -> Html:
        """A text of the guide as paragraphs."""
        assert value is None or isinstance(value, str | Translated)
        found = told(self.reading, value)
        markup = prose(found.text, self.href) if found.text else NOTHING
        return self._in_language(found, "div", markup)

    def title(self, name: str) -> Html:
        """The title of an entry, marked where it is not confirmed."""
        found = entry_title(self.reading, name)
        return join([self._in_language(found, "span", esc(found.text)), self.mark(name)])

    def link(self, item_id: str, words: str = "") -> Html:
        """A link to an entry, marked where the entry is not confirmed; plain words where there is none."""
        found = Told(words) if words else entry_title(self.reading, item_id)
        href = self.href(item_id)
        shown = anchor(href, found.text) if href else esc(found.text)
        return join([self._in_language(found, "span", shown), self.mark(item_id)])

    def links(self, ids: Iterable[str]) -> Html:
        """Several links, with commas."""
        return join((self.link(one) for one in ids), ", ")

    def mark(self, name: str) -> Html:
        """The word that an entry is not confirmed, after its name; nothing where it is."""
        entry = self.guide.by_id.get(name)
        return self.unsure() if entry is not None and is_unconfirmed(entry) else NOTHING

    def unsure(self) -> Html:
        """The word that something is not confirmed."""
        return Html(f' <em class="pk-unconfirmed">{esc(self.label("confidence", "unconfirmed"))}</em>')

    def place(self, name: str) -> str:
        """The anchor of an entry on this page."""
        document, place = self.site.addresses.get(name, ("", ""))
        return place if document == self.name else ""

    def entry_heading(self, level: int, name: str, extra: Html = NOTHING) -> Html:
        """A heading for an entry that stands on this page, at the anchor that its address has."""
        found = entry_title(self.reading, name)
        place = self.place(name) or f"pk-{name}"
        return self.heading(level, place, found.text, join([self.title(name), extra]))

    def heading(self, level: int, place: str, words: str, markup: Html | None = None) -> Html:
        """A heading. Its place may come from a word of the guide; of that, only what an address can hold is kept."""
        return super().heading(level, _UNSAFE.sub("-", place), words, markup)

    def part(self, name: str, words: str) -> Html:
        """A heading over a part of the page, in plankit's own words."""
        # Anchors of prose come from its headings and never start so.
        return self.heading(2, f"pk-{name}", words)


def fallen_notice(page: GuideView, languages: Collection[str]) -> Html:
    """A sentence that texts of the page are in another language; nothing where none are."""
    if not languages:
        return NOTHING
    names = ", ".join(LANGUAGE_NAMES.get(tag, tag) for tag in sorted(languages))
    words = page.t("Some texts on this page do not exist in {language}. They are shown in {others}.")
    own = LANGUAGE_NAMES.get(page.reading.language, page.reading.language)
    return Html(f'<p class="pk-notice pk-fallen">{esc(words.format(language=own, others=names))}</p>\n')


def prose_notice(page: GuideView, language: str) -> Html:
    """A sentence that the prose which follows is in another language."""
    words = page.t("This text does not exist in {language}. It is shown in {others}.")
    own = LANGUAGE_NAMES.get(page.reading.language, page.reading.language)
    told_words = words.format(language=own, others=LANGUAGE_NAMES.get(language, language))
    return Html(f'<p class="pk-notice pk-fallen">{esc(told_words)}</p>\n')
