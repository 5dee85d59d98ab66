"""A plan to the texts of its files. Reading them again gives an equal plan."""

from __future__ import annotations

from typing import Any

import yaml

from plankit.model.base import Entity, Part
from plankit.model.plan import KINDS, SINGLE, Page, Plan
from plankit.source.folder import MAIN_FILE
from plankit.source.local_folders import whose_folder


class _Dumper(yaml.SafeDumper):
    """Writes texts so that other readers of YAML see texts too: `"0301"`, `"no"`; never an anchor."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


_BREAKS = frozenset("\x85\u2028\u2029")
"""Characters that YAML takes for line ends and reads back as another character."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    edges = text == "" or text.strip() != text if not style else text == "\n" or text.endswith("\n\n")
    if edges or not _BREAKS.isdisjoint(text):
        # In a block, empty lines at the end would make the writer close the document with `...`.
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def plain(entity: Entity) -> Any:
    """The entity as mappings, lists and texts, without the keys that hold nothing."""
    written = entity.model_dump(mode="json", exclude_defaults=True)
    if isinstance(written, dict):
        # A word such as `language: nb` stays in the file even where it says what would hold without it.
        said = {
            name: field.default
            for name, field in type(entity).model_fields.items()
            if isinstance(field.default, str)
        }
        names = [name for name in type(entity).model_fields if name in written or name in said]
        written = {name: written.get(name, said.get(name)) for name in names}
    return _pruned(written)


def _pruned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(part) for key, part in value.items() if part is not None and part != []}
    if isinstance(value, list):
        return [_pruned(part) for part in value]
    return value


def to_yaml(content: Any) -> str:
    """YAML text of mappings, lists and texts."""
    return str(yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))


def dump(plan: Plan) -> dict[str, str]:
    """The text of each file of the plan, by its name: everything typed in one file, each page in its own."""
    content: dict[str, Any] = {"format": plan.format}
    for key in SINGLE:
        part = getattr(plan, key)
        if part is not None:
            content[key] = plain(part)
    content |= plain(Part(empty=plan.empty, notes=plan.notes, sources=plan.sources))
    for kind in KINDS:
        entries = getattr(plan, kind)
        if entries:
            content[kind] = [plain(entry) for entry in entries]
    return {MAIN_FILE: to_yaml(content), **{page.path: page_text(page) for page in plan.pages}}


def page_text(page: Page) -> str:
    """The text of a page's file, with a head where the page has more than text."""
    head = {key: value for key, value in plain(page).items() if key not in ("path", "text")}
    if whose_folder(page.path) is not None and not page.applies_to:
        # Said outright: without it the page would hold for the municipality whose folder it lies in.
        head["applies_to"] = []
    if not head and not page.text.startswith(("---", "\ufeff")):
        return page.text
    return f"---\n{to_yaml(head) if head else ''}---\n{page.text}"
