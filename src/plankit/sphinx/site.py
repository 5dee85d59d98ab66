"""Builds a plan folder into a site, by running Sphinx on sources made from the plan."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any, NamedTuple, cast

import docutils
import furo
import myst_parser
import sphinx

# Imported here and not in the midst of a build: it fixes its words in the language of the moment.
import sphinx.domains.python
from sphinx.application import Sphinx
from sphinx.config import eval_config_file
from sphinx.errors import SphinxError
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.tags import Tags

import plankit
from plankit.outputs import OutputFailed, OutputRefused, Request, Result
from plankit.sphinx import plain_math
from plankit.sphinx.builder import PlanBuilder
from plankit.sphinx.calendars import write_calendars
from plankit.sphinx.editions import BUILT, Edition, editions, finish, with_changes
from plankit.sphinx.hosts import write_host_files
from plankit.sphinx.safe_prose import is_active_picture, lock_prose
from plankit.sphinx.sources import ROOT, site_sources
from plankit.sphinx.work_folder import alone_in, work_folder
from plankit.views.discretion import discretion, exit_address, site_title
from plankit.views.outline import Chapter, outline
from plankit.views.reading import Reading

PACKAGE = Path(__file__).parents[1]
SEARCH_LANGUAGES = {"nb": "no", "nn": "no", "sv": "sv", "en": "en"}
ASSETS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ACTIVE = "the drawing holds a program, or cannot be read, and is left out"


class _PlanSphinx(Sphinx):
    """Sphinx with the plan already loaded, so that it is not read and checked a second time."""

    def __init__(self, job: _Job, **settings: Any) -> None:
        self.plankit_edition = job.edition
        self.plankit_reading = job.reading
        self.plankit_chapters = job.chapters
        self.plankit_common = job.common
        self.plankit_remembers = job.edition.request.remember
        self.plankit_read: set[str] = set()
        super().__init__(**settings)
        lock_prose(self)
        self.connect("env-before-read-docs", self._note_read)

    def _note_read(self, app: Sphinx, env: Any, docnames: list[str]) -> None:
        self.plankit_read.update(docnames)


class Status(io.StringIO):
    """Passes on what Sphinx says of its progress, a line at a time."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._tell = tell

    def write(self, text: str) -> int:
        """Pass on each line that says something."""
        for line in text.replace("\r", "\n").split("\n"):
            if line.strip():
                self._tell(line.strip())
        return len(text)


def common_settings(title: str, language: str) -> dict[str, Any]:
    """Sphinx's settings for any site of plankit's: a plan's, or a guide's."""
    return {
        "project": title,
        # Templates place it as HTML.
        "html_title": escape(title),
        "author": "",
        "language": language,
        "html_theme": "plankit",
        "html_search_language": SEARCH_LANGUAGES.get(language, "en"),
        "html_math_renderer": plain_math.NAME,
        "html_show_copyright": False,
        "html_show_sphinx": False,
        "html_copy_source": False,
        "html_show_sourcelink": False,
        "html_use_index": False,
        "html_domain_indices": False,
        "html_permalinks_icon": "#",
        "locale_dirs": [str(PACKAGE / "sphinx" / "locale")],
        "myst_enable_extensions": ["colon_fence", "deflist"],
        "myst_disable_syntax": ["html_block", "html_inline"],
        "myst_heading_anchors": 3,
        "plankit_language": language,
        "root_doc": ROOT,
        "smartquotes": False,
        "suppress_warnings": ["toc.not_included"],
    }


def settings_for(reading: Reading, folder: Path) -> dict[str, Any]:
    """Sphinx's settings for the plan. A `conf.py` in the plan folder wins over all but what the build needs."""
    defaults = common_settings(reading.text(reading.plan.plan.title), reading.language)
    defaults["html_title"] = escape(site_title(reading))
    defaults["primary_domain"] = "plan"
    conf = folder / "conf.py"
    own = _own_settings(conf) if conf.is_file() else {}
    settings = {key: value for key, value in {**defaults, **own}.items() if key not in ("tags", "__file__")}
    extensions = [name for name in own.get("extensions", ()) if name != "plankit.sphinx"]
    settings["extensions"] = ["plankit.sphinx", *extensions]
    for key in ("language", "locale_dirs", "root_doc", "plankit_language"):
        settings[key] = defaults[key]
    return {key: value for key, value in settings.items() if not key.startswith("_")}


def _own_settings(conf: Path) -> dict[str, Any]:
    try:
        return eval_config_file(conf.resolve(), Tags())
    except SphinxError as error:
        raise OutputFailed(str(error)) from error


def build_site(request: Request) -> Result:
    """Build the site of a plan into `request.out`; afterwards it holds this site and nothing of an earlier one.

    Only what changed since the last build to the same place is written. Raises `OutputRefused` if the place
    holds something else than a site of plankit's, or lies around the plan folder.
    """
    out = request.out.resolve()
    check_out(request.folder.resolve(), out)
    with alone_in(out, request.progress):
        results = [_build_edition(one) for one in editions(request)]
    first = results[0]
    return Result(
        start=first.start,
        pages=sum(one.pages for one in results),
        written=sum(one.written for one in results),
        warnings=tuple(dict.fromkeys(line for one in results for line in one.warnings)),
    )


def _build_edition(edition: Edition) -> Result:
    """Build one text of the plan into its folder."""
    request, reading = edition.request, edition.reading
    chapters = with_changes(outline(reading), edition)
    settings = {**settings_for(reading, request.folder), "plankit_plan": str(request.folder.resolve())}
    whose = request.loaded.municipality
    job = _Job(
        edition,
        reading,
        chapters,
        site_sources(reading, chapters),
        settings,
        _common(settings, reading, whose),
    )
    out, folder = request.out.resolve(), request.folder.resolve()
    # Made first: what is remembered of places that are gone is thrown away.
    out.mkdir(parents=True, exist_ok=True)
    (out / BUILT).touch()
    with work_folder(folder, out, job.common, remember=request.remember) as work:
        result = _build_in(work, job, request)
    if not edition.is_beside:
        write_host_files(out, has_exit=exit_address(reading.plan, reading.guide) is not None)
    write_calendars(edition)
    finish(edition)
    return replace(result, warnings=(*edition.warnings, *result.warnings))


class _Job(NamedTuple):
    """What one build is made of."""

    edition: Edition
    reading: Reading
    chapters: tuple[Chapter, ...]
    texts: dict[str, str]
    settings: dict[str, Any]
    common: str


def _build_in(work: Path, job: _Job, request: Request) -> Result:
    """Build with sources and memory in `work`."""
    out = request.out.resolve()
    refused = _sync(work / "source", job.texts, job.edition.files, out)
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = _run(
            job,
            srcdir=work / "source",
            confdir=None,
            outdir=out,
            doctreedir=work / "doctrees",
            buildername=PlanBuilder.name,
            confoverrides=job.settings,
            status=Status(request.progress),
            warning=warnings,
            parallel=request.jobs,
        )
    builder = cast("PlanBuilder", app.builder)
    told = (without_work(line, work) for line in warnings.getvalue().splitlines() if line.strip())
    return Result(
        start=request.out / f"{ROOT}.html",
        pages=len(app.env.found_docs),
        written=len(builder.written),
        warnings=(*(f"{name}: WARNING: {_ACTIVE}" for name in refused), *told),
    )


def _run(job: _Job, **settings: Any) -> _PlanSphinx:
    """Run Sphinx to its end. What it gives up on becomes `OutputFailed`."""
    # Sphinx keeps its words from one build to the next and would mix the languages of both.
    translators.pop(("general", "sphinx"), None)
    try:
        app = _PlanSphinx(job, **settings)
        app.build()
    except SphinxError as error:
        raise OutputFailed(str(error)) from error
    return app


def without_work(line: str, work: Path) -> str:
    """A line that Sphinx said, without colours and without the temporary folder that it worked in."""
    return _COLOUR.sub("", line).replace(f"{work / 'source'}{os.sep}", "")


def check_out(folder: Path, out: Path) -> None:
    """Raise `OutputRefused` where `out` may not be written into: it lies around `folder` or holds something else."""
    if folder == out or folder.is_relative_to(out):
        raise OutputRefused("around-plan", out)
    if out.is_dir() and any(out.iterdir()) and not (out / BUILT).is_file():
        raise OutputRefused("not-empty", out)
    if out.exists() and not out.is_dir():
        raise OutputRefused("not-a-folder", out)


def _common(settings: dict[str, Any], reading: Reading, whose: str | None) -> str:
    """A checksum over what every page depends on: versions, settings, words that tell the theme, plankit's files."""
    digest = hashlib.sha256()
    versions = (
        sys.version,
        sphinx.__version__,
        docutils.__version__,
        myst_parser.__version__,
        furo.__version__,
    )
    stems = discretion(reading.guide).stems
    digest.update(
        repr((versions, plankit.__version__, stems, whose, sorted(settings.items(), key=str))).encode()
    )
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".html", ".css", ".js", ".mo", ".toml", ".tsv"):
            found = path.stat()
            digest.update(f"{path.relative_to(PACKAGE)}{found.st_size}{found.st_mtime_ns}".encode())
    return digest.hexdigest()


def _sync(source: Path, texts: dict[str, str], folder: Path, out: Path) -> list[str]:
    """Make `source` hold these texts and the plan's pictures, and nothing else. What is equal is not touched.

    Returns the names of drawings that hold a program; they are left out.
    """
    wanted, refused = set(), []
    for name, text in texts.items():
        path = source / name
        wanted.add(path)
        data = text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for asset in _assets(folder, out):
        if is_active_picture(asset):
            refused.append(asset.relative_to(folder).as_posix())
            continue
        path = source / asset.relative_to(folder)
        wanted.add(path)
        if not path.is_file() or path.read_bytes() != asset.read_bytes():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(asset, path)
    for path in [path for path in source.rglob("*") if path.is_file()]:
        if path not in wanted:
            path.unlink()
    return refused


def _assets(folder: Path, out: Path) -> Iterator[Path]:
    root = folder.resolve()
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        if Path(here).resolve().is_relative_to(out):
            folders[:] = []
            continue
        for name in sorted(files):
            path = Path(here, name)
            if name.lower().endswith(ASSETS) and path.resolve().is_relative_to(root):
                yield path
