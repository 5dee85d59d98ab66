"""What came of verifying something that was published, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from plankit.language import N_


class Grade(StrEnum):
    """How sure it is that what was published is the adopted text, the surest first."""

    IDENTICAL = "identical"
    SAME_CONTENT = "same-content"
    NOT_ADOPTED = "not-adopted"
    CANNOT_TELL = "cannot-tell"


class PublishedMissing(LookupError):
    """There is nothing to verify; `message` is a sentence with `{name}` in it."""

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message)
        self.message, self.name = message, name


Reason = tuple[str, Mapping[str, str]]
"""A sentence in English and what fills it in."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What came of it."""

    grade: Grade
    reasons: tuple[Reason, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Files that are not as they should be: name, and `differs`, `missing` or `extra`."""

    @property
    def is_proven(self) -> bool:
        """Whether every byte is as the adopted version gives it."""
        return self.grade is Grade.IDENTICAL


NOTHING_THERE = N_("There is no “{name}”.")
NOT_SEALED = N_("The plan in “{name}” has no sealed version that is as it was sealed.")
NO_SUCH = N_("The plan has no sealed version “{name}” that is as it was sealed.")

NO_MANIFEST = N_("It has no manifest.json that can be read, so nothing tells how it was made.")
OTHER_VERSION = N_("It says of itself that it is version “{said}”, not “{wanted}”.")
IS_DRAFT = N_("It says of itself that it is a draft, or not sealed.")
OTHER_CONTENT = N_("Its checksum of the content is {said}; that of the adopted version is {wanted}.")
TOUCHED = N_("Files were changed after it was built: they are not as its own manifest says.")
OTHER_PROGRAMS = N_(
    "It was made with {said}; here is {wanted}. Byte for byte it can be compared only with the same."
)
OTHER_LIVING = N_(
    "Reports, contacts or the like in the plan have changed since it was built, so it cannot be built again byte for"
    " byte. Fetch the plan as it was then and verify against that."
)
OWN_WORD = N_("Its manifest is whole and tells of the adopted content. That is its own word, not a proof.")
DIFFERS = N_("Built again from the sealed version, it gives other bytes.")
REBUILT = N_("It was built again from the sealed version {version} ({checksum}) and compared byte for byte.")
NOT_BUILT = N_("It could not be built again here: {reason}")
NOT_A_FORM = N_("It is no website, archive or PDF that plankit made.")
PDF_SAYS = N_(
    "The PDF names the checksum {checksum} of the adopted version. Anybody can write that; it proves nothing."
)
PDF_HOLDS = N_(
    "The source files inside the PDF are those of version {version} ({checksum}). Whether its pages say the same was not"
    " proven."
)
PDF_SILENT = N_("The PDF does not carry the checksum of the adopted version.")
