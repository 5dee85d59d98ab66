"""Find and read the guide that a call names, or say in one line why that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plankit.cli.options import CallError
from plankit.language import N_

if TYPE_CHECKING:
    from plankit.guide_checking import CheckedGuide
    from plankit.model.guide import Guide


def pack_folder(name_or_path: str, language: str, packs: Path | None = None) -> Path:
    """The folder of the guide that is installed under this name or lies at this path. Raises `CallError`."""
    from plankit.guides import guide_folder, pack_names
    from plankit.model.nearest import nearest

    folder = guide_folder(name_or_path, packs)
    if folder is not None:
        return folder
    known = pack_names(packs)
    near = nearest(name_or_path, known)
    values = {"name": name_or_path, "known": ", ".join(known)}
    if near:
        message = N_("There is no guide “{name}”. Did you mean “{near}”? There are: {known}.")
        raise CallError(message, language, near=near, **values)
    raise CallError(
        N_("“{name}” is neither a guide that is installed nor a folder. There are: {known}."),
        language,
        **values,
    )


def checked_pack(name_or_path: str, language: str, packs: Path | None = None) -> tuple[Path, CheckedGuide]:
    """The folder of a guide, and the guide with what is wrong with it. Raises `CallError`."""
    from plankit.guide_checking import check_guide

    folder = pack_folder(name_or_path, language, packs)
    try:
        return folder, check_guide(folder, language=language)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CallError(
            N_("“{path}” could not be read: {reason}"), language, path=folder, reason=reason
        ) from error


def readable_guide(name_or_path: str, language: str, packs: Path | None = None) -> Guide:
    """The guide with this name or at this path. Raises `CallError` where there is no guide in the folder."""
    folder, checked = checked_pack(name_or_path, language, packs)
    if checked.guide is None:
        raise CallError(N_("“{path}” holds no guide: there is no guide.yaml."), language, path=folder)
    return checked.guide
