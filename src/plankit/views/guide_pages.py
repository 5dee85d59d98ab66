"""The pages that a guide's site is made of, and the way around them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from plankit.language import N_
from plankit.model.base import ID_PATTERN
from plankit.model.guide import Guide, GuidePage, GuideStep
from plankit.views.discretion import discretion, exit_address
from plankit.views.guide_addresses import SHARED_PAGE, guide_place, guide_places, rule_page
from plankit.views.guide_reading import entry_title, told
from plankit.views.outline import ABOUT_SITE, SAFETY, Chapter
from plankit.views.reading import Reading

FRONT = "index"
MORE = "pages"
"""Folder of prose pages that tell of no entry and no page of the site."""

SHARED_TITLES = {
    "requirements": N_("What is asked for"),
    "template": N_("The plan’s template"),
    "quality": N_("What makes a plan good"),
    "evaluation": N_("Questions to evaluate with"),
    "crosswalk": N_("What others ask for"),
    "agencies": N_("Agencies"),
    "tasks": N_("Tasks and who does them"),
    "cases": N_("Cases to test a plan with"),
    "teaching": N_("What is taught"),
    "lessons": N_("Cases and dilemmas to teach with"),
    "law": N_("Law"),
    "glossary": N_("Words"),
    "help": N_("Help"),
    "safety": SAFETY,
    "about": N_("About this guide"),
}
_ASKED = ("requirements", "template", "quality", "evaluation", "crosswalk", "cases")
_KINDS = {
    "requirements": ("requirements",),
    "template": ("template",),
    "quality": ("principles", "rubric", "surveys"),
    "evaluation": ("evaluation_questions",),
    "crosswalk": ("regimes", "crosswalk"),
    "agencies": ("agencies",),
    "tasks": ("tasks", "matrices"),
    "cases": ("cases",),
    "teaching": ("audiences", "objectives", "gatherings", "monthly_exercises", "confidence_items"),
    "lessons": ("case_lessons", "running_cases", "dilemmas"),
    "law": ("acts", "laws", "legal_duties"),
    "glossary": tuple(kind for kind, (page, _) in SHARED_PAGE.items() if page == "glossary"),
    "help": ("help_lines", "regional_centres"),
    "safety": (),
}
"""The kinds of entry that a page is made of; without any of them and without prose there is no such page."""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A page of prose as a reader gets it."""

    page: GuidePage
    name: str
    """Id or name that it tells of."""
    fallen: str | None = None
    """The language that it is in, where that is not the reader's."""


@dataclass(frozen=True, kw_only=True)
class GuideDocument:
    """One page of the site."""

    name: str
    title: str
    entry: str = ""
    """Id of the entry that the page tells of, or the code of the rule."""
    prose: tuple[Prose, ...] = ()
    plain: str = ""
    """What titles of tabs and the history call it; empty where that is the title."""


PLAIN = {
    "steps": N_("Step {number}"),
    "agencies": N_("Agency {number}"),
    "tasks": N_("Task {number}"),
    "rules": N_("Rule {number}"),
    MORE: N_("Page {number}"),
}
"""What the pages of each folder are called where their titles must not tell the theme."""


def guide_documents(reading: Reading, rules: Iterable[tuple[str, str]] = ()) -> tuple[GuideDocument, ...]:
    """All pages in reading order. `rules` are code and title of the rules that have a page of their own."""
    guide = reading.guide
    assert guide is not None
    prose = _prose(reading)
    places = guide_places(guide)
    titles = {FRONT: told(reading, guide.guide.title).text}
    entries: dict[str, str] = {}
    for kind in ("steps", "agencies", "tasks"):
        for entry in getattr(guide, kind):
            page, anchor = places[entry.id]
            if not anchor:
                titles.setdefault(page, entry_title(reading, entry.id).text)
                entries[page] = entry.id
    for name, words in SHARED_TITLES.items():
        always = name == "about" or (name == "safety" and exit_address(reading.plan, guide) is not None)
        if always or name in prose or any(getattr(guide, kind) for kind in _KINDS[name]):
            own = next((one.page.title for one in prose.get(name, ()) if one.name == name), None)
            titles[name] = own or reading.words(words)
    for code, title in rules:
        titles[rule_page(code)] = title
        entries[rule_page(code)] = code
    for name, ones in prose.items():
        if name not in titles:
            titles[name] = ones[0].page.title or ones[0].name
    plain = _plain_titles(reading, titles, entries) if discretion(guide).stems else {}
    return tuple(
        GuideDocument(
            name=name,
            title=title,
            entry=entries.get(name, ""),
            prose=prose.get(name, ()),
            plain=plain.get(name, ""),
        )
        for name, title in titles.items()
    )


def _plain_titles(
    reading: Reading, documents: Iterable[str], entries: Mapping[str, str]
) -> Mapping[str, str]:
    """Names of pages that tell nothing of the theme: numbers of the guide, else in the order of the pages."""
    guide = reading.guide
    assert guide is not None
    counts: dict[str, Iterator[int]] = {}
    found = {}
    for name in documents:
        folder = name.partition("/")[0]
        if folder in SHARED_TITLES and folder == name:
            found[name] = reading.words(ABOUT_SITE if name == "safety" else SHARED_TITLES[name])
        elif folder in PLAIN and folder != name:
            place = next(counts.setdefault(folder, count(1)))
            entry = entries.get(name, "")
            own = entry if folder == "rules" else getattr(guide.by_id.get(entry), "number", None)
            found[name] = reading.words(PLAIN[folder]).format(number=own or place)
    return found


def rules_named(guide: Guide, known: Collection[str]) -> tuple[str, ...]:
    """The codes of those rules in `known` that a requirement of the guide names, in their order."""
    return tuple(sorted({code for one in guide.requirements for code in one.rules} & set(known)))


def _prose(reading: Reading) -> dict[str, tuple[Prose, ...]]:
    """The prose of each page of the site, in the best language that each exists in."""
    guide = reading.guide
    assert guide is not None
    places = guide_places(guide)
    by_name: dict[str, dict[str, GuidePage]] = {}
    for page in guide.pages:
        # A page under a name that no address can hold has none.
        if not ID_PATTERN.fullmatch(page.name):
            continue
        by_name.setdefault(page.name, {})[page.language] = page
    found: dict[str, list[Prose]] = {}
    for name, pages in by_name.items():
        tag = next((one for one in reading.order if one in pages), next(iter(pages)))
        one = Prose(page=pages[tag], name=name, fallen=None if tag == reading.language else tag)
        document = (
            places[name][0]
            if name in places
            else name
            if name in SHARED_TITLES or name == FRONT
            else discretion(guide).page(f"{MORE}/{name}")
        )
        found.setdefault(document, []).append(one)
    # What tells of the page itself comes before what tells of an entry on it.
    return {name: tuple(sorted(ones, key=lambda one: one.name in places)) for name, ones in found.items()}


def guide_chapters(reading: Reading, documents: tuple[GuideDocument, ...]) -> tuple[Chapter, ...]:
    """The way around: the phases with their steps, what is asked for, who does it, and where to look things up."""
    guide = reading.guide
    assert guide is not None
    titles = {one.name: one.title for one in documents}

    def chapter(name: str, group: str, below: tuple[Chapter, ...] = ()) -> Chapter:
        return Chapter(name=name, title=titles[name], group=reading.words(group), children=below)

    def beneath(folder: str) -> tuple[Chapter, ...]:
        return tuple(
            Chapter(name=one.name, title=one.title)
            for one in documents
            if one.name.startswith(f"{folder}/") and one.name in titles
        )

    steps = N_("Step by step")
    found = [
        Chapter(
            name=f"{FRONT}#{place[1]}",
            title=entry_title(reading, phase.id).text,
            group=reading.words(steps),
            children=_steps(reading, phase.id, None),
        )
        for phase in guide.phases
        if (place := guide_place(guide, phase.id)) is not None
    ]
    for name in _ASKED:
        if name in titles:
            below = beneath("rules") if name == "requirements" else ()
            found.append(chapter(name, N_("What a plan must hold"), below))
    for name in ("agencies", "tasks"):
        if name in titles:
            found.append(chapter(name, N_("Who does what"), beneath(name)))
    for name in ("teaching", "lessons"):
        if name in titles:
            found.append(chapter(name, N_("Teach")))
    for name in ("law", "glossary", "help", "safety", "about"):
        if name in titles:
            found.append(chapter(name, N_("Look up")))
    found += [chapter(one.name, N_("Look up")) for one in beneath(MORE)]
    return tuple(found)


def _steps(reading: Reading, phase: str, parent: str | None) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(
            name=f"steps/{step.id}",
            title=entry_title(reading, step.id).text,
            children=_steps(reading, phase, step.id),
        )
        for step in steps_in(reading, phase)
        if step.parent == parent
    )


def steps_in(reading: Reading, phase: str) -> tuple[GuideStep, ...]:
    """The steps of a phase in the guide's order."""
    return tuple(step for step in (reading.guide.steps if reading.guide else ()) if step.phase == phase)
