"""What a page of prose may not do in a site that plankit builds: write markup, take in files, load from elsewhere.

MyST and reST can do all of this, and a page may switch MyST's own locks off for itself. So it is not the
markup that is looked at but what it became: the document, before anything of it is kept.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree  # only asked what elements there are

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from plankit.sphinx.quiet_html import is_safe_address

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

LOCKED: dict[str, bool] = {"raw_enabled": False, "file_insertion_enabled": False}
"""Settings of docutils: no raw markup, and no text from other files."""
_ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_PICTURES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
_ACTIVE_ELEMENTS = frozenset({"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"})


def lock_prose(app: Sphinx) -> None:
    """Afterwards pages that `app` reads hold words, entries of the plan, and pictures of its own folder alone."""
    app.env.settings.update(LOCKED)
    app.add_transform(SafeProse)


class SafeProse(SphinxTransform):
    """Takes out what a page of prose may not hold, with a warning each."""

    # Before Sphinx collects pictures and downloads (880), after everything that makes them.
    default_priority = 870

    def apply(self, **kwargs: Any) -> None:
        """Go through the document."""
        for raw in list(self.document.findall(nodes.raw)):
            logger.warning("raw markup is left out", location=raw, type="plankit")
            raw.parent.remove(raw)
        for image in list(self.document.findall(nodes.image)):
            self._check_image(image)
        for download in list(self.document.findall(addnodes.download_reference)):
            if not self._is_own(str(download["reftarget"])):
                self._tell("download", download["reftarget"], download)
                download.replace_self(nodes.inline("", "", *download.children))
        for tree in self.document.findall(addnodes.toctree):
            tree["entries"] = [entry for entry in tree["entries"] if is_safe_address(entry[1])]

    def _check_image(self, image: nodes.image) -> None:
        if self._is_own(str(image["uri"])):
            return
        self._tell("picture", str(image["uri"])[:80], image)
        words = nodes.Text(str(image.get("alt") or ""))
        # A link around a picture alone is gone with it.
        outer = image.parent if isinstance(image.parent, nodes.reference) else image
        inside = isinstance(outer.parent, nodes.TextElement)
        outer.replace_self(words if inside else nodes.paragraph("", "", words))

    def _is_own(self, target: str) -> bool:
        """Whether a path leads to a file among the sources, and not out of them or to another site."""
        if _ELSEWHERE.match(target):
            return False
        try:
            _, place = self.env.relfn2path(target, self.env.docname)
            return Path(place).resolve().is_relative_to(Path(self.env.srcdir).resolve())
        except (OSError, ValueError):
            return False

    def _tell(self, kind: str, target: str, node: nodes.Element) -> None:
        logger.warning(
            "a %s must be a file in the folder; %r is left out", kind, target, location=node, type="plankit"
        )


def is_active_picture(path: Path) -> bool:
    """Whether a drawing holds something that runs when it is opened by itself. What cannot be read counts as such."""
    if path.suffix.lower() != ".svg":
        return False
    try:
        root = ElementTree.fromstring(path.read_bytes())  # noqa: S314 - expat bounds what entities may grow to
    except (OSError, ElementTree.ParseError, ValueError, LookupError):
        return True
    return any(_is_active(one) for one in root.iter())


def _is_active(element: ElementTree.Element) -> bool:
    attributes = ((_local(name), value) for name, value in element.attrib.items())
    return _local(str(element.tag)) in _ACTIVE_ELEMENTS or any(_runs(*one) for one in attributes)


def _runs(name: str, value: str) -> bool:
    if name == "href":
        return not (is_safe_address(value) or value.lstrip().lower().startswith(_PICTURES))
    # An animation can set a link.
    return name.startswith("on") or (name in ("to", "from", "values", "by") and not is_safe_address(value))


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
