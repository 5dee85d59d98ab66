"""What a kit holds beside its site, as links: each thing by its name, then the forms that it comes in."""

from __future__ import annotations

import re
from collections.abc import Callable

from plankit.html.markup import Html, bullets, esc, join
from plankit.html.page import Page
from plankit.language import N_
from plankit.teaching_site.page import TeachingSite, heading

FOLDERS = (
    ("slides", N_("Slides")),
    ("print", N_("To print")),
    ("questions", N_("Questions for other programs")),
    ("trainer", N_("For trainers")),
)
"""What a kit holds for everybody; keys and scripts lie apart from it."""
_LEADERS = frozenset({"slides/notes"})
"""What whoever leads gets of the folders for everybody."""
_NAMES = {
    "slides/index": N_("Slides"),
    "slides/slides": N_("Slides"),
    "slides/notes": N_("Slides with notes"),
    "print/worksheet-questions": N_("Worksheet with questions"),
    "print/branching": N_("Step by step"),
    "print/cases": N_("Made-up cases"),
    "print/day": N_("A whole day"),
    "print/dilemmas": N_("Dilemmas"),
    "print/action-cards": N_("Action cards"),
    "print/poster": N_("Poster: who does what"),
    "print/gap-hunt-sheet": N_("Gap hunt"),
    "questions/questions": N_("Questions"),
    "trainer/monthly": N_("One exercise a month"),
    "trainer/programme": N_("Programme"),
    "trainer/survey": N_("Survey before and after"),
    "facilitator/answers": N_("All answers"),
    "facilitator/day": N_("A whole day"),
    "facilitator/script": N_("Script"),
    "facilitator/table-top": N_("Table-top exercise"),
    "facilitator/gap-hunt-key": N_("Key to the gap hunt"),
    "facilitator/after-action": N_("After-action list"),
}
_PROGRAMS = {
    "pdf": "PDF",
    "docx": "Word",
    "pptx": "PowerPoint",
    "xlsx": "Excel",
    "gift": "Moodle (GIFT)",
    "json": "JSON",
    "schema.json": "JSON Schema",
}
"""Names that are the same in every language."""
_FORMS = {"html": N_("in the browser"), "ics": N_("calendar"), "txt": N_("plain text")}
_FILE = re.compile(r"(?P<what>[^./]+/[^./]+?)(?:-(?P<size>a[345]))?\.(?P<form>[a-z0-9.]+)")


def beside(site: TeachingSite, page: Page) -> Html:
    """The files of the kit for everybody, those of each folder under a heading."""
    found = []
    for folder, title in FOLDERS:
        links = bullets(_links(site, page, lambda what: what not in _LEADERS, folder))
        if links:
            found += [heading(3, page.t(title)), links]
    return join(found)


def for_leaders(site: TeachingSite, page: Page) -> list[Html]:
    """The files of the kit for whoever leads."""
    shared = (_links(site, page, lambda what: what in _LEADERS, folder) for folder, _ in FOLDERS)
    return [*(one for some in shared for one in some), *_links(site, page, lambda _: True, "facilitator")]


def _links(site: TeachingSite, page: Page, wanted: Callable[[str], bool], folder: str) -> list[Html]:
    """A line for each thing in a folder, with a link for each form of it: not for what pages are made of."""
    found: dict[str, list[Html]] = {}
    for name in site.files:
        match = _FILE.fullmatch(name)
        form = _form(page, match["form"]) if match else ""
        if match and form and name.startswith(f"{folder}/") and wanted(match["what"]):
            words = _words(page, match["what"])
            told = f"{form} {match['size'].upper()}" if match["size"] else form
            link = f'<a href="../{esc(name)}"><span class="pk-hidden">{esc(words)}: </span>{esc(told)}</a>'
            found.setdefault(words, []).append(Html(link))
    return [Html(f"{esc(words)}: {join(links, ', ')}") for words, links in found.items()]


def _words(page: Page, what: str) -> str:
    known = _NAMES.get(what)
    return page.t(known) if known else what.partition("/")[2]


def _form(page: Page, ending: str) -> str:
    """What a file is opened with; empty for what nobody opens by itself."""
    return _PROGRAMS.get(ending) or page.t(_FORMS.get(ending, ""))
