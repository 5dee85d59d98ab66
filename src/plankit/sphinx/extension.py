"""What plankit registers with Sphinx: a table of contents, no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx.errors import NoUri
from sphinx.util import logging

import plankit
from plankit.findings import Severity
from plankit.html.page import Site
from plankit.language import LANGUAGES, chosen_language
from plankit.loading import load
from plankit.sphinx import plain_math
from plankit.sphinx.builder import PlanBuilder
from plankit.sphinx.calendars import calendar_files
from plankit.sphinx.discreet_names import DiscreetAnchors
from plankit.sphinx.domain import PlacePieces, PlanDomain, WritePieces, plan_piece
from plankit.sphinx.editions import edition_of
from plankit.sphinx.law_links import LinkLaw, changed_pages
from plankit.sphinx.look import take_look, write_started
from plankit.sphinx.page_context import fill_context
from plankit.views.reading import Reading

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)
THEME = Path(__file__).parent / "theme"

SETTINGS: tuple[tuple[str, str, str, str], ...] = (
    ("plankit_plan", ".", "env", "Folder of the plan, relative to conf.py."),
    (
        "plankit_language",
        "",
        "env",
        "Language that plankit writes its own words in; without it, that of the project.",
    ),
    (
        "plankit_discreet",
        "yes",
        "env",
        "Whether readers get what the guide asks for them: an exit link, and names that do not tell the theme. "
        "`no` suits a site that only describes plans.",
    ),
)
"""Each setting of conf.py: name, default, what a change makes Sphinx do again, and what it is."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything. The plan itself is loaded when the build starts."""
    app.setup_extension("myst_parser")
    for name, default, rebuild, _ in SETTINGS:
        app.add_config_value(name, default, cast("Any", rebuild), types=[str])
    app.add_html_theme("plankit", str(THEME / "plankit"))
    app.add_node(plan_piece)
    app.add_domain(PlanDomain)
    app.add_transform(DiscreetAnchors)
    app.add_post_transform(PlacePieces)
    app.add_post_transform(WritePieces)
    app.add_post_transform(LinkLaw)
    app.add_builder(PlanBuilder)
    app.add_html_math_renderer(
        plain_math.NAME, inline_renderers=(plain_math.inline, None), block_renderers=(plain_math.block, None)
    )
    app.connect("builder-inited", _load_plan)
    app.connect("write-started", write_started)
    app.connect("env-get-outdated", _outdated)
    app.connect("env-updated", _settle)
    app.connect("html-page-context", fill_context, priority=100)
    return {
        "version": plankit.__version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def site_language(app: Sphinx) -> str:
    """The language that plankit writes its own words in."""
    return chosen_language(app.config.plankit_language or app.config.language or "en")


def _load_plan(app: Sphinx) -> None:
    domain = cast("PlanDomain", app.env.domains["plan"])
    given = getattr(app, "plankit_reading", None)
    if isinstance(given, Reading):
        domain.site = Site(given, uri=lambda start, document: _uri(app, start, document))
        if edition := edition_of(app):
            domain.site.today = edition.request.today
            domain.site.changes = edition.changes
            domain.site.calendars = calendar_files(edition)
        take_look(app, domain.site, Path(app.confdir, app.config.plankit_plan))
        return
    language = site_language(app)
    folder = Path(app.confdir, app.config.plankit_plan)
    if not folder.is_dir():
        logger.warning("plankit_plan: %s is no folder", folder, type="plankit")
        return
    loaded = load(folder, language=language)
    for finding in loaded.findings:
        if finding.severity >= Severity.WARNING:
            place = f"{folder / finding.place.file}:{finding.place.line}"
            logger.warning("%s", finding.message, location=place, type="plankit", subtype=finding.code)
    if loaded.plan is not None:
        shown = language if language in LANGUAGES else "en"
        reading = Reading(loaded.plan, loaded.guide, shown, loaded.findings)
        domain.site = Site(
            reading,
            uri=lambda start, document: _uri(app, start, document),
            is_discreet=app.config.plankit_discreet != "no",
        )
        take_look(app, domain.site, folder)


def _uri(app: Sphinx, start: str, document: str) -> str:
    try:
        return app.builder.get_relative_uri(start, document)
    except NoUri:
        # Formats without pages of their own, such as LaTeX, take the words of a piece and no links.
        return ""


def _outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    return app.builder.pages_to_read(added, removed) if isinstance(app.builder, PlanBuilder) else []


def _settle(app: Sphinx, env: BuildEnvironment) -> list[str]:
    domain = cast("PlanDomain", env.domains["plan"])
    domain.settle()
    if isinstance(app.builder, PlanBuilder):
        app.builder.note_read(getattr(app, "plankit_read", env.found_docs))
        return []
    if domain.site is None:
        return []
    return sorted({*domain.changed_pages(), *changed_pages(env, domain.site)})
