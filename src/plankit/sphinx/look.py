"""How a municipality's site looks: its colours as a style sheet, its arms and tokens as files beside it.

Nothing stands in the pages themselves but the name and the picture: a strict policy on content holds.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from sphinx.builders.html import StandaloneHTMLBuilder

from plankit.html.page import Site
from plankit.model.frame import SiteFrame
from plankit.pictures import without_traces
from plankit.source.site_files import read_site_files, site_file
from plankit.sphinx.safe_prose import is_active_picture
from plankit.views.colours import Shades, is_colour, shades
from plankit.views.reaching_out import reaches_out
from plankit.views.reading import Reading

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

FOLDER = "look"
"""Folder among the static files that holds what is the municipality's; nothing else lies in it."""
STYLE, TOKENS = "municipality.css", "tokens.css"
_WHERE = 'body[data-theme="auto"]'
_SHADES = {
    "--pk-own": "own",
    "--pk-brand": "text",
    "--pk-link": "text",
    "--pk-link-hover": "text",
    "--pk-mark": "mark",
    "--pk-brand-soft": "soft",
}


@dataclass(frozen=True, kw_only=True)
class Look:
    """What is the municipality's own on a site."""

    name: str = ""
    arms: Path | None = None
    arms_text: str = ""
    tokens: Path | None = None
    style: str = ""
    """The style sheet of the colours; empty where plankit's own hold."""

    @property
    def arms_file(self) -> str:
        """The name of the picture among the static files, the same whatever the file in the plan is called."""
        return f"{FOLDER}/arms{self.arms.suffix.lower()}" if self.arms else ""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The style sheets among the static files, in the order that they are read."""
        sheets = ((self.tokens, TOKENS), (self.style, STYLE))
        return tuple(f"{FOLDER}/{name}" for wanted, name in sheets if wanted)


def look_of(reading: Reading, folder: Path) -> Look:
    """The look that a plan asks for. Files that are missing or ask for something from elsewhere are left out."""
    site = reading.plan.plan.site
    if site is None:
        return Look()
    found = read_site_files(folder, site)
    fit = {key for key in found.there if not reaches_out(found.texts.get(key, ""), picture=key == "arms")}
    if site.arms and "arms" in fit and is_active_picture(site_file(folder, site.arms) or folder):
        fit.discard("arms")
    return Look(
        name=reading.text(site.name),
        arms=site_file(folder, site.arms) if site.arms and "arms" in fit else None,
        arms_text=reading.text(site.arms_text),
        tokens=site_file(folder, site.tokens) if site.tokens and "tokens" in fit else None,
        style=municipality_css(site),
    )


def municipality_css(site: SiteFrame) -> str:
    """The style sheet that sets the theme's variables; empty where the plan gives no colour.

    A colour that cannot be read is replaced by the nearest that can, and the colour for dark pages, where the
    plan gives none, is the nearest to the other that can be read there.
    """
    colour, by_night = (one if one and is_colour(one) else None for one in (site.colour, site.colour_dark))
    blocks = []
    if colour:
        blocks.append(f"@media (forced-colors: none) {{\n{_block(shades(colour, dark=False))}}}\n")
    if by_night or colour:
        made = shades(by_night or colour or "", dark=True)
        dark = "@media (forced-colors: none) and (prefers-color-scheme: dark)"
        blocks.append(f"{dark} {{\n{_block(made)}}}\n")
    return "/* Made from plan.site. */\n" + "".join(blocks) if blocks else ""


def _block(made: Shades) -> str:
    lines = "".join(f"  {name}: {getattr(made, shade)};\n" for name, shade in _SHADES.items())
    return f"{_WHERE} {{\n{lines}}}\n"


def write_look(look: Look, static: Path) -> None:
    """Put the files of the look among the static files; afterwards its folder holds these and nothing else."""
    folder = static / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    if not (look.arms or look.sheets):
        return
    folder.mkdir(parents=True)
    if look.arms:
        (static / look.arms_file).write_bytes(without_traces(look.arms.read_bytes()))
    if look.tokens:
        shutil.copyfile(look.tokens, folder / TOKENS)
    if look.style:
        (folder / STYLE).write_text(look.style, encoding="utf-8", newline="\n")


def take_look(app: Sphinx, site: Site, folder: Path) -> None:
    """Remember the look of the plan in `folder` and put its style sheets on every page."""
    look = look_of(site.reading, folder)
    app.plankit_look = look  # type: ignore[attr-defined]
    for name in look.sheets:
        # After the theme's own, and in this order.
        app.add_css_file(name, priority=900)


def write_started(app: Sphinx, builder: Builder) -> None:
    """Write the look before the pages, whose links carry checksums of the style sheets."""
    look = getattr(app, "plankit_look", None)
    if isinstance(look, Look) and isinstance(builder, StandaloneHTMLBuilder):
        write_look(look, Path(builder._static_dir))  # noqa: SLF001 - Sphinx has no other name for the place


def look_context(app: Sphinx, context: dict[str, Any]) -> dict[str, str]:
    """What the templates need: name, picture and its words. Sets the picture as icon where it is drawn or a PNG."""
    look = getattr(app, "plankit_look", None)
    if not isinstance(look, Look):
        return {}
    arms = look.arms_file
    if PurePosixPath(arms).suffix in (".svg", ".png"):
        context["favicon_url"] = arms
    return {"name": look.name, "arms": arms, "arms_text": look.arms_text}


def look_digest(app: Sphinx) -> str:
    """What pages depend on in the look, besides the style sheets."""
    look = cast("Look", getattr(app, "plankit_look", None) or Look())
    return repr((look.name, look.arms_file, look.arms_text, look.sheets))
