"""The list of what people must decide after plans were merged: as lines, as Markdown and as values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plankit.cli.report import one_line
from plankit.language import N_, N_count, translate, translate_count
from plankit.model.plan import KINDS, Page, Plan
from plankit.views.merge_told import Difference, ToldConflict, told_conflict
from plankit.views.reading import Reading

if TYPE_CHECKING:
    from plankit.cli.folders import Checked
    from plankit.merging import Conflict, Merged

_CONFLICTS = N_count("{count} conflict:", "{count} conflicts:")
_FOLLOW = N_count(
    "{count} more is kept twice only because of what it refers to.",
    "{count} more are kept twice only because of what they refer to.",
)
_RENAMED = N_count(
    "{count} entry was given another id, because the first plan has that id already.",
    "{count} entries were given other ids, because the first plan has those ids already.",
)

_CAPTURED = N_("In “{title}”, “{id}” was not an entry of the plan; now it means that of another plan.")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A conflict with the places of both sides."""

    conflict: Conflict
    told: ToldConflict
    places: tuple[tuple[str, str], ...]
    """For each difference, where it stands in the one and in the other."""


@dataclass(frozen=True, kw_only=True)
class Renamed:
    """An entry or page that is called something else now."""

    plan: str
    kind: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class ConflictList:
    """Everything that people must look at."""

    conflicts: tuple[Listed, ...]
    renamed: tuple[Renamed, ...]
    captured: tuple[tuple[str, str], ...] = ()
    """Title of a plan, and an id that means an entry of another plan now."""

    @property
    def own(self) -> tuple[Listed, ...]:
        """The conflicts that do not only follow from others."""
        return tuple(one for one in self.conflicts if not one.conflict.follows)

    @property
    def following(self) -> tuple[Listed, ...]:
        """Those that do."""
        return tuple(one for one in self.conflicts if one.conflict.follows)


def conflict_list(checked: Sequence[Checked], made: Merged, language: str) -> ConflictList:
    """What was found while the plans were merged, in words."""
    readings = [
        Reading(one.loaded.plan, one.loaded.guide, language) for one in checked if one.loaded.plan is not None
    ]
    listed = []
    for conflict in made.conflicts:
        first, second = conflict.parts
        told = told_conflict(conflict, readings[first], readings[second])
        places = tuple(
            (
                _place(checked[first], conflict.first, one.key, one.first),
                _place(checked[second], conflict.second, one.key, one.second),
            )
            for one in told.differences
        )
        listed.append(Listed(conflict=conflict, told=told, places=places))
    captured = tuple(
        (readings[part].text(readings[part].plan.plan.title), name) for part, name in made.captured
    )
    return ConflictList(conflicts=tuple(listed), renamed=tuple(_renamed(made.plan)), captured=captured)


def _place(checked: Checked, entry: Any, key: str, said: str) -> str:
    """Folder, file and line of what an entry says under `key`; of the entry where it says nothing there."""
    read = checked.loaded.read
    if isinstance(entry, Plan):
        entry = entry.process if key == "process" else entry.plan
    if entry is None:
        return Path(checked.path).name
    file, path = read.origin(entry)
    if isinstance(entry, Page) and key == "text" and said in read.texts[file]:
        line = read.texts[file][: read.texts[file].index(said)].count("\n") + 1
        return f"{Path(checked.path).name}/{file}:{line}"
    return f"{Path(checked.path).name}/{read.places.find(file, (*path, key), at_key=True)}"


def _renamed(plan: Plan) -> Iterator[Renamed]:
    for kind in KINDS:
        for entry in getattr(plan, kind):
            for origin in entry.origins:
                if origin.id and entry.id and origin.id != entry.id:
                    yield Renamed(plan=origin.plan, kind=kind, old=origin.id, new=entry.id)
    for page in plan.pages:
        for origin in page.origins:
            if origin.path and origin.path != page.path:
                yield Renamed(plan=origin.plan, kind="pages", old=origin.path, new=page.path)


def as_lines(listed: ConflictList, language: str) -> Iterator[str]:
    """The list for a screen."""
    if not listed.conflicts and not listed.captured:
        yield translate(N_("No conflicts."), language)
    if listed.own:
        yield translate_count(*_CONFLICTS, len(listed.own), language)
    for one in listed.own:
        yield f"  {one.told.kind}: {one_line(one.told.title)}"
        for difference, places in zip(one.told.differences, one.places, strict=True):
            yield f"    {_difference(difference, places, language)}"
        yield f"    {one.told.outcome}"
    if listed.following:
        yield translate_count(*_FOLLOW, len(listed.following), language)
    for title, name in listed.captured:
        yield translate(_CAPTURED, language).format(title=one_line(title), id=name)
    if listed.renamed:
        yield translate_count(*_RENAMED, len(listed.renamed), language)


def _difference(difference: Difference, places: tuple[str, str], language: str) -> str:
    nothing = translate(N_("nothing"), language)
    sides = [
        f"“{one_line(said)}” ({place})" if said else f"{nothing} ({place})"
        for said, place in zip((difference.first, difference.second), places, strict=True)
    ]
    return f"{difference.label}: {sides[0]} – {sides[1]}"


def as_markdown(listed: ConflictList, language: str) -> str:
    """The list as a page of its own, to tick off."""

    def t(words: str) -> str:
        return translate(words, language)

    lines = [f"# {t(N_('What to decide after the merging'))}", ""]
    lines += [
        t(N_("Both sides stand in the draft. Keep one of them, or write a new one, and take the other out.")),
        "",
    ]
    for one in listed.own:
        lines.append(f"- [ ] **{one.told.kind}: {_plain(one.told.title)}**")
        for difference, places in zip(one.told.differences, one.places, strict=True):
            lines.append(f"  - {_plain(_difference(difference, places, language))}")
        lines.append(f"  - {_plain(one.told.outcome)}")
    if listed.following:
        lines += ["", f"## {t(N_('Kept twice only because of what they refer to'))}", ""]
        for one in listed.following:
            lines.append(f"- [ ] {one.told.kind}: {_plain(one.told.title)}. {_plain(one.told.outcome)}")
    lines += [f"- [ ] {_plain(t(_CAPTURED).format(title=title, id=name))}" for title, name in listed.captured]
    if listed.renamed:
        lines += ["", f"## {t(N_('Other ids'))}", ""]
        lines += [f"- {one.plan}: `{one.old}` → `{one.new}` ({one.kind})" for one in listed.renamed]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """A text on one line in which no sign is taken for Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in one_line(text))


def as_document(listed: ConflictList) -> dict[str, Any]:
    """The list for programs."""
    return {
        "conflicts": [_conflict(one) for one in listed.conflicts],
        "captured": [{"plan": title, "id": name} for title, name in listed.captured],
        "renamed": [
            {"plan": one.plan, "kind": one.kind, "old": one.old, "new": one.new} for one in listed.renamed
        ],
    }


def _conflict(one: Listed) -> dict[str, Any]:
    return {
        "kind": one.conflict.kind,
        "title": one.told.title,
        "ids": [name or None for name in one.conflict.ids],
        "plans": list(one.conflict.parts),
        "follows": one.conflict.follows,
        "differences": [
            {
                "key": difference.key,
                "first": {"text": difference.first or None, "place": first},
                "second": {"text": difference.second or None, "place": second},
            }
            for difference, (first, second) in zip(one.told.differences, one.places, strict=True)
        ],
    }
