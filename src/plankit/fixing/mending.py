"""Works out what mends a plan: round by round, each change tried on a copy before it is kept. Writes nothing itself."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from plankit.findings import Finding, Problem, Severity
from plankit.fixing.bench import Bench, Mend
from plankit.fixing.catalogue import FIXES
from plankit.fixing.edits import Edit, edited
from plankit.loading import Loaded, load
from plankit.model.guide import Guide
from plankit.source.edit import CannotEdit, Change
from plankit.source.renaming import Rename

ROUNDS = 20
"""How often the plan is looked at again: mending one thing may bring another to light."""


Key = tuple[str, str, tuple[str | int, ...], str, str]


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One finding, what mends it, and whether somebody must say yes first."""

    finding: Finding
    mend: Mend
    asks: bool

    @property
    def key(self) -> Key:
        """By what the offer is known again in the next round, when lines have moved."""
        path = next((one.path for one in self.mend.edits if isinstance(one, Change | Rename)), ())
        return self.finding.code, self.finding.place.file, path, self.mend.old, self.mend.new


Accept = Callable[[Offer], bool]
"""Whether an offer that asks is taken."""


@dataclass(frozen=True, kw_only=True)
class Mended:
    """What was mended, and the files before and after it; nothing is written yet."""

    taken: tuple[Offer, ...] = ()
    refused: tuple[Offer, ...] = ()
    """What could have been mended, had somebody said yes."""
    harmful: tuple[Offer, ...] = ()
    """What was not mended because the plan would have an error that it has not now."""
    before: Mapping[str, bytes] = field(default_factory=dict)
    after: Mapping[str, bytes] = field(default_factory=dict)
    """The files that change, by name."""


def mended(
    folder: Path, *, accept: Accept, today: date, language: str | None = None, guide: Guide | None = None
) -> Mended:
    """Mend what `folder` holds, in memory. The same plan and the same answers give the same bytes.

    Afterwards no further mending would be taken: to mend twice is to mend once.
    """
    with tempfile.TemporaryDirectory() as name:
        work = _Work(folder, Path(name) / "plan", accept, today, language, guide)
        for _ in range(ROUNDS):
            if not work.round():
                break
        return work.result()


class _Work:
    """A copy of the plan that is mended step by step."""

    def __init__(
        self, folder: Path, copy: Path, accept: Accept, today: date, language: str | None, guide: Guide | None
    ) -> None:
        shutil.copytree(
            folder,
            copy,
            ignore=shutil.ignore_patterns(".*", "_*"),
            ignore_dangling_symlinks=True,
            symlinks=True,
        )
        self._folder, self._copy, self._accept = folder, copy, accept
        self._today, self._language, self._guide = today, language, guide
        self._taken: list[Offer] = []
        self._answers: dict[Key, Offer] = {}
        self._harmful: dict[Key, Offer] = {}
        self._before: dict[str, bytes] = {}
        self._loaded = self._load()

    def _load(self) -> Loaded:
        return load(self._copy, language=self._language, today=self._today, guide=self._guide)

    def round(self) -> bool:
        """Mend what can be mended now. Returns whether anything was."""
        wanted = list(self._wanted())
        if not wanted or self._try(wanted):
            return bool(wanted)
        # One of them does harm: each is tried alone, and those that do none together.
        good = [one for one in wanted if self._is_harmless(one)]
        if good and not self._try(good):
            self._give_up(good)
            return False
        return bool(good)

    def _is_harmless(self, offer: Offer) -> bool:
        try:
            texts = self._texts([offer])
        except CannotEdit:
            self._give_up([offer])
            return False
        old, loaded = self._put(texts), self._load()
        self._put(old)
        if self._harm(loaded, [offer]):
            self._give_up([offer])
            return False
        return True

    def _wanted(self) -> Iterator[Offer]:
        """The offers to take in this round: none of them touches what another does."""
        places: set[tuple[object, ...]] = set()
        for offer in self._offers():
            touched = set(_places(offer.mend))
            if offer.key in self._harmful or offer.key in self._answers or touched & places:
                continue
            if offer.asks and not self._accept(offer):
                self._answers[offer.key] = offer
                continue
            places |= touched
            yield offer

    def _offers(self) -> Iterator[Offer]:
        bench = Bench(self._loaded, self._today)
        for finding, problem in zip(self._loaded.findings, self._loaded.problems, strict=True):
            found = FIXES.get(problem.code)
            mend = _mend(problem, bench)
            if found is not None and mend is not None:
                yield Offer(finding=finding, mend=mend, asks=found.asks)

    def _try(self, offers: list[Offer]) -> bool:
        """Make the changes of the offers in the copy; nothing is changed where one cannot be made or makes an error."""
        try:
            texts = self._texts(offers)
        except CannotEdit:
            return False
        old = self._put(texts)
        after = self._load()
        if self._harm(after, offers):
            self._put(old)
            return False
        self._before = {**old, **self._before}
        self._loaded = after
        self._taken += offers
        return True

    def _put(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Write the files into the copy. Returns what they held."""
        old = {name: (self._copy / name).read_bytes() for name in files}
        for name, data in files.items():
            (self._copy / name).write_bytes(data)
        return old

    def _harm(self, after: Loaded, offers: Iterable[Offer]) -> bool:
        """Whether there is an error that was not there.

        An entry that could not be read before may have errors of its own, which now come to light.
        """
        lit = {one.mend.new for one in offers if one.finding.code == "PK015"}
        new = _errors(after) - _errors(self._loaded)
        return any(subject not in lit for _, subject, _ in new)

    def _give_up(self, offers: Iterable[Offer]) -> None:
        for offer in offers:
            self._harmful[offer.key] = offer

    def _texts(self, offers: Iterable[Offer]) -> dict[str, bytes]:
        edits: dict[str, list[Edit]] = {}
        for offer in offers:
            for edit in offer.mend.edits:
                edits.setdefault(edit.file, []).append(edit)
        return {
            name: edited((self._copy / name).read_bytes().decode("utf-8"), ones).encode("utf-8")
            for name, ones in edits.items()
        }

    def result(self) -> Mended:
        """What was mended."""
        after = {name: (self._copy / name).read_bytes() for name in self._before}
        changed = sorted(name for name, data in after.items() if data != self._before[name])
        return Mended(
            taken=tuple(self._taken),
            refused=tuple(self._answers.values()),
            harmful=tuple(self._harmful.values()),
            before={name: self._before[name] for name in changed},
            after={name: after[name] for name in changed},
        )


def _mend(problem: Problem, bench: Bench) -> Mend | None:
    found = FIXES.get(problem.code)
    return found.fix(problem, bench) if found else None


def _places(mend: Mend) -> Iterator[tuple[object, ...]]:
    """What a mend touches: values and keys of files, and an id that it brings into the plan."""
    for edit in mend.edits:
        if isinstance(edit, Change) and edit.path[-1:] == ("id",):
            yield ("id", mend.new)
        if isinstance(edit, Change | Rename):
            yield (edit.file, *edit.path)
        else:
            yield (edit.file, edit)


def _errors(loaded: Loaded) -> Counter[tuple[str, str | None, str]]:
    return Counter(
        (one.code, one.subject, one.message) for one in loaded.findings if one.severity is Severity.ERROR
    )
