"""What a plan in a folder is beside the sealed versions of it."""

from __future__ import annotations

from pathlib import Path

from plankit.loading import Loaded
from plankit.model.plan import Plan
from plankit.model.seal import SEAL_FILE, Seal
from plankit.source.reader import read_plan
from plankit.source.seals import PICTURES, file_sums, sealed_folder, source_files
from plankit.views.adopted import Kind, Standing, standing
from plankit.views.plan_changes import plan_changes
from plankit.views.reading import Reading


def standing_of(folder: Path, loaded: Loaded) -> Standing:
    """What the plan is that was loaded from `folder`: the adopted text, an earlier one, a draft, or not sealed at all.

    For a draft it tells in how many places it differs from the version that holds.
    """
    # One municipality's plan is adopted where the joint plan that it is taken from is.
    plan = loaded.whole
    assert plan is not None
    same = same_pictures(folder, loaded.seals[-1]) if loaded.seals else True
    found = standing(plan, loaded.seals, same_pictures=same)
    if found.kind is not Kind.DRAFT or found.latest is None:
        return found
    sealed = sealed_plan(folder, found.latest)
    count = (
        adopted_changes(Reading(sealed, loaded.guide, "en"), Reading(plan, loaded.guide, "en"))
        if sealed
        else 0
    )
    return standing(plan, loaded.seals, changes=count, same_pictures=same)


def adopted_changes(old: Reading, new: Reading) -> int:
    """In how many places two plans differ, without what lives on."""
    return sum(1 for one in plan_changes(old, new).changes if one.is_adopted)


def sealed_plan(folder: Path, seal: Seal) -> Plan | None:
    """The sealed plan of that version, read anew; `None` where it is not in `folder`."""
    place = sealed_folder(folder, seal.version)
    return read_plan(place).plan if place.is_dir() else None


def same_pictures(folder: Path, seal: Seal) -> bool:
    """Whether every picture of the sealed version is in `folder` as it was sealed, and no other is."""
    names = tuple(
        name for name in source_files(folder) if name.lower().endswith(PICTURES) and name != SEAL_FILE
    )
    sealed = {name: value for name, value in seal.files.items() if name.lower().endswith(PICTURES)}
    try:
        return file_sums(folder, names) == sealed
    except OSError:
        return False
