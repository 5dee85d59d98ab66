"""Which texts of a plan a site holds: the adopted one, and beside it the draft of the next."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plankit.freezing.manifest import MANIFEST, manifest_text, published_files, write_if_new
from plankit.freezing.standing import same_pictures
from plankit.html.stamp import banner, footer
from plankit.language import LANGUAGES, N_, chosen_language, translate
from plankit.loading import judged_as, load, seen_by
from plankit.model.seal import SEAL_FILE, Seal, seal_text, with_living
from plankit.outputs import OutputUnknown, Request
from plankit.source.seals import sealed_folder
from plankit.views.adopted import Kind, Standing, stage_line, standing
from plankit.views.change_list import PlanChanges
from plankit.views.outline import Chapter
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from plankit.html.page import Page

BUILT = ".plankit-site"
"""File that tells that a folder was built; only such a folder, or an empty one, is written into."""
DRAFT = "draft"
"""Folder of the site that holds the draft of the next version."""
CHANGES = "changes"
VERSION, BESIDE = "version:", "+draft"
"""What `only` of a request begins with that asks for one sealed version alone, and ends with where its pages are to
lead to a draft, as they do when one is built beside it. `verify` builds again what was published."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One text of a plan in a site of its own."""

    request: Request
    standing: Standing
    files: Path
    """The folder that its pictures lie in: the plan's, or that of the sealed version."""
    other: str = ""
    """The front page of the other edition, as seen from the folder of this one."""
    changes: PlanChanges | None = None
    """For a draft, in what it differs from the version that holds."""
    warnings: tuple[str, ...] = ()

    @property
    def is_beside(self) -> bool:
        """Whether it lies inside the site of the other edition."""
        return self.changes is not None

    @property
    def reading(self) -> Reading:
        """The text in the language of the site."""
        return reading_for(self.request)


def reading_for(request: Request) -> Reading:
    """The plan of a request in the language that is asked for, else its own."""
    plan = request.loaded.plan
    assert plan is not None
    language = chosen_language(request.language or plan.plan.language)
    shown = language if language in LANGUAGES else "en"
    return Reading(plan, request.loaded.guide, shown, request.loaded.findings)


def editions(request: Request) -> tuple[Edition, ...]:
    """The texts that a build of the plan gives: one, or the adopted text and the draft that lies beside it."""
    plan, seals = request.loaded.whole, request.loaded.seals
    assert plan is not None
    if request.only and request.only.startswith(VERSION):
        name = request.only.removeprefix(VERSION).removesuffix(BESIDE)
        seal = next((one for one in seals if one.version == name), None)
        if seal is None:
            raise OutputUnknown(request.only, None)
        place = sealed_folder(request.folder, name)
        return (_adopted(request, seal, place, beside=request.only.endswith(BESIDE)),)
    same = same_pictures(request.folder, seals[-1]) if seals else True
    found = standing(plan, seals, same_pictures=same)
    place = sealed_folder(request.folder, found.latest.version) if found.latest else request.folder
    if found.kind is not Kind.DRAFT or found.latest is None or not place.is_dir():
        return (Edition(request=request, standing=found, files=request.folder),)
    try:
        adopted = _adopted(request, found.latest, place, beside=True)
    except OutputUnknown:  # the municipality joined after that version
        return (Edition(request=request, standing=found, files=request.folder),)
    differs = plan_changes(adopted.reading, reading_for(request)).adopted()
    draft = Edition(
        request=replace(request, out=request.out / DRAFT),
        standing=replace(found, changes=len(differs.changes)),
        files=request.folder,
        other="../index.html",
        changes=differs,
    )
    return adopted, draft


def _adopted(request: Request, seal: Seal, place: Path, *, beside: bool) -> Edition:
    """The sealed text, with reports, contacts and the like as the plan has them now.

    Raises `OutputUnknown` where one municipality's plan is asked for that took no part in it.
    """
    working = request.loaded.whole
    assert working is not None
    loaded = load(place, language=request.language, today=request.today)
    assert loaded.plan is not None
    guide = loaded.guide or request.loaded.guide
    told = ""
    if loaded.guide is None and request.loaded.guide is not None:
        told = translate(
            N_(
                "The guide of the adopted version is not installed in its edition ({guide}); the site shows another."
            ),
            chosen_language(request.language),
        ).format(guide=seal.guide)
    plan = with_living(loaded.plan, working)
    found = replace(loaded, guide=guide, seals=request.loaded.seals)
    merged = judged_as(found, plan, today=request.today, language=request.language)
    whose = request.loaded.municipality
    if whose is not None:
        if whose not in {one.id for one in plan.participants}:
            raise OutputUnknown(whose, None)
        merged = seen_by(merged, place, whose, today=request.today, language=request.language)
    return Edition(
        request=replace(request, loaded=merged),
        standing=standing(plan, request.loaded.seals),
        files=place,
        other=f"{DRAFT}/index.html" if beside else "",
        warnings=(told,) if told else (),
    )


def with_changes(chapters: tuple[Chapter, ...], edition: Edition) -> tuple[Chapter, ...]:
    """The chapters, for a draft with one before them that tells what is changed."""
    if edition.changes is None or any(one.name == CHANGES for one in chapters):
        return chapters
    title = edition.reading.words(N_("What is changed in this draft"))
    return (Chapter(name=CHANGES, title=title, view=CHANGES), *chapters)


def finish(edition: Edition) -> None:
    """Put the seal and the list of files beside the pages; remove a draft that is no more."""
    out, plan = edition.request.out, edition.request.loaded.plan
    assert plan is not None
    seal, draft = edition.standing.seal, out / DRAFT
    if not edition.other and (draft / BUILT).is_file():
        shutil.rmtree(draft)
    if seal is not None and edition.standing.kind in (Kind.ADOPTED, Kind.FORMER):
        write_if_new(out / SEAL_FILE, seal_text(seal))
    else:
        (out / SEAL_FILE).unlink(missing_ok=True)
    names = [name for name in published_files(out, without=(DRAFT,)) if name != BUILT]
    text = manifest_text(
        out,
        names,
        plan=plan,
        standing=edition.standing,
        today=edition.request.today,
        kind="site",
        beside=bool(edition.other) and not edition.is_beside,
        language=edition.reading.language,
        **({"municipality": whose} if (whose := edition.request.loaded.municipality) else {}),
    )
    write_if_new(out / MANIFEST, text)


def edition_of(app: Sphinx) -> Edition | None:
    """The edition that a run of Sphinx builds; `None` for a plan inside somebody's own project."""
    found = getattr(app, "plankit_edition", None)
    return found if isinstance(found, Edition) else None


def edition_context(app: Sphinx, page: Page) -> dict[str, object]:
    """What the templates say of the text: above it, below it, and whether search engines should pass by."""
    edition = edition_of(app)
    if edition is None:
        return {}
    up = "../" * page.name.count("/")
    other = f"{up}{edition.other}" if edition.other else ""
    return {
        "pk_banner": banner(page, edition.standing, other),
        "pk_stamp": footer(page, edition.standing, other),
        "pk_noindex": edition.standing.kind in (Kind.DRAFT, Kind.FORMER),
    }


def edition_digest(app: Sphinx) -> str:
    """What every page depends on in the edition. A draft's own checksum is not on its pages."""
    edition = edition_of(app)
    if edition is None:
        return ""
    found = edition.standing
    seal = seal_text(found.seal) if found.seal else stage_line(edition.reading)
    latest = found.latest.version if found.latest else ""
    return repr((found.kind.value, seal, latest, edition.other, edition.changes is not None))
