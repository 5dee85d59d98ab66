"""All files of a kit's site, and writing them: pages without Sphinx that open from any place, also from a memory stick."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from plankit.html.help import safety
from plankit.teaching.kit import Kit
from plankit.teaching_site.branching import branching_file, steps_list
from plankit.teaching_site.cases import case_file, cases_list
from plankit.teaching_site.days import trainers_file, whole_day_file
from plankit.teaching_site.front import front_file
from plankit.teaching_site.group import dilemmas_file, hunt_file, table_top_file
from plankit.teaching_site.lead import lead_files
from plankit.teaching_site.objectives import objectives_file
from plankit.teaching_site.own import own_file
from plankit.teaching_site.page import TeachingSite, whole
from plankit.teaching_site.places import EXERCISES, has_own, questions_of
from plankit.teaching_site.questions import question_file

FOLDER = "site"
_LOOK = ("plankit.css", "exit.css", "exit.js", "exit-icon.svg", "icon.svg")
"""Files of the theme of plans' sites, so that both look alike and are left in the same way."""
_OWN = ("teaching.css", "teaching.js")


def write_site(kit: Kit, folder: Path) -> None:
    """Write the site below the folder of the kit. What else lies there by now is linked to."""
    others = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    files = tuple(sorted(name for name in others if not name.startswith(f"{FOLDER}/")))
    for name, content in site_files(kit, files=files):
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def site_files(kit: Kit, *, files: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file of the site by name; `files` are those beside it. The same kit and files give the same bytes."""
    site = TeachingSite(kit=kit, files=files)
    yield front_file(site)
    yield objectives_file(site)
    for exercise in EXERCISES:
        if exercise != "own" and questions_of(kit, exercise):
            yield question_file(site, exercise)
    if has_own(kit):
        yield own_file(site)
    yield from _cases(site)
    yield from _for_groups(site)
    yield from lead_files(site)
    yield _safety(site)
    for name, source in _static():
        yield f"static/{name}", source


def _cases(site: TeachingSite) -> Iterator[tuple[str, bytes]]:
    kit = site.kit
    if kit.cases:
        yield cases_list(site)
    for number, case in enumerate(kit.cases, start=1):
        yield case_file(site, case, number)
    if kit.branching:
        yield steps_list(site)
    for number, branching in enumerate(kit.branching, start=1):
        yield branching_file(site, branching, number)


def _for_groups(site: TeachingSite) -> Iterator[tuple[str, bytes]]:
    kit, guide = site.kit, site.kit.subject.guide
    if kit.dilemmas:
        yield dilemmas_file(site)
    if kit.table_top is not None:
        yield table_top_file(site, kit.table_top)
    if kit.hunt is not None:
        yield hunt_file(site, kit.hunt)
    if guide.running_cases:
        yield whole_day_file(site)
    if guide.gatherings or guide.monthly_exercises:
        yield trainers_file(site)


def _safety(site: TeachingSite) -> tuple[str, bytes]:
    page = site.page("safety")
    return whole(site, page, page.t("How to read this site safely"), [safety(page)])


def _static() -> Iterator[tuple[str, bytes]]:
    theme = resources.files("plankit").joinpath("sphinx", "theme", "plankit", "static")
    own = resources.files(__package__).joinpath("static")
    for folder, names in ((theme, _LOOK), (own, _OWN)):
        for name in names:
            yield name, folder.joinpath(name).read_bytes()
