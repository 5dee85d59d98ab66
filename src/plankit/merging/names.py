"""What the entries and files of one plan are called in another that was made from it, and back."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from plankit.model.base import Entity, Part
from plankit.model.contents import Section
from plankit.model.knowledge import Annex
from plankit.model.plan import KINDS, Plan
from plankit.model.references import ANY, references, references_of, with_targets

E = TypeVar("E", bound=Entity)

PAGE = "page:"
"""What stands before the path of a page where a reference may be to anything."""
_OF_PLAN = frozenset(KINDS)
_ID_OPTIONS = "area|agency|goal|participant|procedure|task|ids"
_ROLE = re.compile(r"(\{plan:[a-z-]+\}`)([^`\n]*)(?=`)")
_ARGUMENT = re.compile(r"^([ \t]*[`:]{3,}\{plan:[a-z-]+\}[ \t]+)(\S+)", re.MULTILINE)
_OPTION = re.compile(rf"^([ \t]*:(?:{_ID_OPTIONS}):[ \t]*)(\S.*)$", re.MULTILINE)
_PATHS = (
    re.compile(r"(\]\(<?)([^()\s<>#]+)"),
    re.compile(r"^(\[[^\]\n]+\]:[ \t]*<?)([^\s<>#]+)", re.MULTILINE),
    re.compile(r"^([ \t]*[`:]{3,}\{(?:figure|image)\}[ \t]+)(\S+)", re.MULTILINE),
)
_WORD = re.compile(r"[A-Za-z0-9._-]+")

Change = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Names:
    """New names for the ids and paths of a plan; what is not there keeps its name."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    """The kind of each id that the plan has."""
    ids: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, str] = field(default_factory=dict)
    """Steps of procedures as references name them: `procedure.step`."""
    paths: Mapping[str, str] = field(default_factory=dict)

    def knows(self, target: str, kinds: tuple[str, ...]) -> bool:
        """Whether an id that is used where `kinds` may stand is one of the plan's own."""
        if target in self.kinds:
            return kinds == ANY or self.kinds[target] in kinds
        return kinds == ANY and target in self.steps

    def target(self, target: str, kinds: tuple[str, ...]) -> str:
        """The new name of an id that is used where `kinds` may stand."""
        if self.knows(target, kinds):
            return self.ids.get(target) or self.steps.get(target, target)
        if kinds == ANY and target.startswith(PAGE):
            path = target.removeprefix(PAGE)
            return PAGE + self.paths.get(path, path)
        return target

    def entry(self, entry: E) -> E:
        """The entry with the new names of all that it refers to; its own id stays."""
        return self._with_pages(with_targets(entry, self.target))

    def _with_pages(self, entry: E) -> E:
        if not self.paths or not isinstance(entry, Section | Annex):
            return entry
        update: dict[str, Any] = {}
        if entry.page in self.paths:
            update["page"] = self.paths[entry.page or ""]
        if isinstance(entry, Section) and entry.children:
            update["children"] = tuple(self._with_pages(one) for one in entry.children)
        return entry.model_copy(update=update) if update else entry

    def prose(self, text: str, page: str) -> str:
        """The Markdown of `page` with the new names in its directives, roles and links."""
        if not (self.ids or self.paths):
            return text
        return _rewritten(text, page, lambda one: self.ids.get(one) or self.steps.get(one, one), self._path)

    def _path(self, path: str) -> str:
        return self.paths.get(path, path)


def names_of(plan: Plan, ids: Mapping[str, str], paths: Mapping[str, str]) -> Names:
    """Names for the entries of `plan`; of `ids` and `paths` only those count that change."""
    changed = {old: new for old, new in ids.items() if old != new}
    steps = {
        f"{one.id}.{step.id}": f"{changed.get(one.id, one.id)}.{step.id}"
        for one in plan.procedures
        for step in one.all_steps()
    }
    moved = {old: new for old, new in paths.items() if old != new}
    return Names(kinds=plan.kind_of, ids=changed, steps=steps, paths=moved)


def _rewritten(text: str, page: str, on_id: Change, on_path: Change) -> str:
    """`text` with each id and each path of a file in it replaced by what the two functions make of it."""

    def ids(found: re.Match[str]) -> str:
        return found[1] + _WORD.sub(lambda word: on_id(word[0]), found[2])

    def role(found: re.Match[str]) -> str:
        head, angle, target = found[2].rpartition("<")
        return found[1] + head + angle + _WORD.sub(lambda word: on_id(word[0]), target)

    def path(found: re.Match[str]) -> str:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[2]))
        made = on_path(whole)
        if made == whole:
            return found[0]
        folder, _, _ = found[2].rpartition("/")
        name = posixpath.basename(made)
        return found[1] + (f"{folder}/{name}" if folder else name)

    text = _ROLE.sub(role, text)
    for pattern in (_ARGUMENT, _OPTION):
        text = pattern.sub(ids, text)
    for pattern in _PATHS:
        text = pattern.sub(path, text)
    return text


@dataclass(frozen=True, kw_only=True)
class Used:
    """What a plan's references and pages name."""

    strangers: frozenset[str]
    """Ids that are used and are no entry of the plan: of the guide, mistaken, or words that look like ids."""
    ids: frozenset[str]
    """Every id, the plan's own too."""
    paths: frozenset[str]
    """Paths of pages and files, and what links lead to; in small letters."""

    def has(self, name: str) -> bool:
        """Whether `name`, or a step of it, is used by a stranger."""
        return any(one == name or one.startswith(f"{name}.") for one in self.strangers)


def used_by(plan: Plan, files: Iterable[str] = ()) -> Used:
    """What `plan` and its pages name; `files` are its pictures and other files."""
    names = names_of(plan, {}, {})
    of_plan = references_of(Part(sources=plan.sources))
    strangers = {
        one.target
        for one in (*references(plan), *of_plan)
        if not names.knows(one.target, one.kinds) and (one.kinds == ANY or not _OF_PLAN.isdisjoint(one.kinds))
    }
    words: set[str] = set()
    paths = {*files, *(page.path for page in plan.pages)}
    for page in plan.pages:

        def on_id(word: str) -> str:
            words.add(word)
            return word

        def on_path(path: str) -> str:
            paths.add(path)
            return path

        _rewritten(page.text, page.path, on_id, on_path)
    strangers |= {word for word in words if word not in plan.by_id and word not in names.steps}
    own = {entry.id for kind in KINDS for entry in getattr(plan, kind) if entry.id}
    return Used(
        strangers=frozenset(strangers),
        ids=frozenset(own | strangers | words | set(names.steps)),
        paths=frozenset(path.casefold() for path in paths),
    )


def fresh(name: str, suffix: str, taken: Callable[[str], bool]) -> str:
    """`name` with `suffix` behind it, and a number behind that where it is taken."""
    made, number = f"{name}-{suffix}", 2
    while taken(made):
        made, number = f"{name}-{suffix}-{number}", number + 1
    return made


def fresh_path(path: str, suffix: str, taken: Callable[[str], bool]) -> str:
    """A path in the same folder, with `suffix` before the ending."""
    stem, ending = posixpath.splitext(path)
    made, number = f"{stem}-{suffix}{ending}", 2
    while taken(made.casefold()):
        made, number = f"{stem}-{suffix}-{number}{ending}", number + 1
    return made
