"""Builds the site of a guide in one or several languages, by running Sphinx on sources made from it."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

from plankit.html.safety import exit_bar
from plankit.language import LANGUAGES, N_, chosen_language
from plankit.model.guide import Guide
from plankit.outputs import GuideRequest, OutputFailed, Result
from plankit.rules.catalogue import BY_CODE
from plankit.sphinx.editions import BUILT
from plankit.sphinx.guide.builder import GuideBuilder
from plankit.sphinx.guide.frame import help_numbers
from plankit.sphinx.guide.rules import rule_title
from plankit.sphinx.guide.sources import guide_sources
from plankit.sphinx.guide.view import LANGUAGE_NAMES, GuideSite, GuideView
from plankit.sphinx.hosts import PAGE_POLICY, write_host_files
from plankit.sphinx.safe_prose import lock_prose
from plankit.sphinx.site import Status, check_out, common_settings, without_work
from plankit.sphinx.work_folder import alone_in
from plankit.views.discretion import is_safe_exit
from plankit.views.guide_pages import FRONT, guide_documents, rules_named
from plankit.views.guide_reading import guide_reading

GENERIC = N_("Guide")
"""What titles of tabs, and so the browser's history, call every guide."""


class _GuideSphinx(Sphinx):
    """Sphinx with the guide already read."""

    def __init__(self, site: GuideSite, **settings: Any) -> None:
        self.plankit_guide = site
        super().__init__(**settings)
        lock_prose(self)


def guide_languages(guide: Guide) -> tuple[str, ...]:
    """The languages that a guide can be read in, its own first."""
    frame = guide.guide
    promised = (frame.language, *frame.languages, *frame.partial_languages)
    return tuple(tag for tag in dict.fromkeys(promised) if tag in LANGUAGES) or ("en",)


def build_guide(request: GuideRequest) -> Result:
    """Build the site of a guide into `request.out`; afterwards that holds this site and nothing of an earlier one.

    With one language the site lies there itself. With several, each lies in a folder of its own, and the
    first page leads to the guide's own language. Raises `OutputRefused` where something else lies there.
    """
    out = request.out.resolve()
    check_out(request.folder.resolve(), out)
    languages = tuple(map(chosen_language, request.languages)) or guide_languages(request.guide)[:1]
    languages = tuple(dict.fromkeys(languages))
    several = languages if len(languages) > 1 else ()
    warnings: list[str] = []
    pages = 0
    with tempfile.TemporaryDirectory(prefix="plankit-") as name:
        made = Path(name, "made")
        for language in languages:
            site = _site(request, language, several)
            work = Path(name, language)
            told = _build(site, work, made / language if several else made, request.progress)
            warnings += told
            pages += len(site.documents)
        if several:
            (made / f"{FRONT}.html").write_text(_doorway(request.guide, several), encoding="utf-8")
        (made / BUILT).touch()
        write_host_files(made, has_exit=is_safe_exit(request.guide.guide.exit or ""))
        with alone_in(out, request.progress):
            _replace(out, made)
    return Result(start=request.out / f"{FRONT}.html", pages=pages, written=pages, warnings=tuple(warnings))


def _site(request: GuideRequest, language: str, languages: tuple[str, ...]) -> GuideSite:
    reading = guide_reading(request.guide, language)
    codes = rules_named(request.guide, BY_CODE)
    documents = guide_documents(reading, [(code, rule_title(code)) for code in codes])
    return GuideSite(
        reading,
        documents={one.name: one for one in documents},
        languages=languages,
        today=request.today,
    )


def settings_for(site: GuideSite) -> dict[str, Any]:
    """Sphinx's settings for the site. What stands in the title of each tab does not tell the guide's theme."""
    reading = site.reading
    return {
        **common_settings(reading.text(site.guide.guide.title), reading.language),
        "extensions": ["plankit.sphinx.guide.builder"],
        "html_title": escape(reading.words(GENERIC)),
        "html_css_files": ["guide.css"],
        "html_show_search_summary": False,
        "primary_domain": "guide",
    }


@contextmanager
def _fresh_words() -> Iterator[None]:
    # Sphinx keeps its words from one build to the next and would mix the languages of both.
    translators.pop(("general", "sphinx"), None)
    with patch_docutils(), docutils_namespace():
        yield


def _build(site: GuideSite, work: Path, out: Path, tell: Callable[[str], None]) -> tuple[str, ...]:
    source = work / "source"
    for name, text in guide_sources(site.reading, tuple(site.documents.values())).items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    warnings = io.StringIO()
    try:
        with _fresh_words():
            app = _GuideSphinx(
                site,
                srcdir=source,
                confdir=None,
                outdir=out,
                doctreedir=work / "doctrees",
                buildername=GuideBuilder.name,
                confoverrides=settings_for(site),
                status=Status(tell),
                warning=warnings,
            )
            app.build(force_all=True)
    except SphinxError as error:
        raise OutputFailed(str(error)) from error
    return tuple(without_work(line, work) for line in warnings.getvalue().splitlines() if line.strip())


def _doorway(guide: Guide, languages: tuple[str, ...]) -> str:
    """A page that leads to the guide's own language, and without waiting to any other."""
    own = guide.guide.language if guide.guide.language in languages else languages[0]
    rows = "\n".join(
        f'<li><a href="{tag}/{FRONT}.html" hreflang="{tag}" lang="{tag}">{escape(LANGUAGE_NAMES.get(tag, tag))}</a></li>'
        for tag in languages
    )
    reading = guide_reading(guide, own)
    title, heading = escape(reading.words(GENERIC)), escape(reading.text(guide.guide.title))
    page = GuideView(GuideSite(reading), FRONT)
    way_out, help_now = exit_bar(page, f"{own}/safety.html"), help_numbers(page)
    script = f'<script src="{own}/_static/exit.js"></script>\n' if way_out else ""
    return (
        f'<!doctype html>\n<html lang="{own}">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta http-equiv="refresh" content="0; url={own}/{FRONT}.html">\n<title>{title}</title>\n'
        f'<link rel="icon" href="{own}/_static/icon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{own}/_static/doorway.css">\n'
        f'<link rel="stylesheet" href="{own}/_static/exit.css">\n</head>\n'
        f"<body>\n{way_out}{script}<main>\n<h1>{heading}</h1>\n<ul>\n{rows}\n</ul>\n{help_now}"
        "</main>\n</body>\n</html>\n"
    )


def _replace(out: Path, made: Path) -> None:
    """Put what was made in place of what an earlier build left."""
    out.mkdir(parents=True, exist_ok=True)
    for entry in out.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    shutil.copytree(made, out, dirs_exist_ok=True)
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
