"""The provision that took the place of a repealed one, where the guide knows of exactly one."""

from __future__ import annotations

from plankit.findings import Problem
from plankit.fixing.bench import Bench, Mend
from plankit.fixing.texts import Swap, edits_of, is_record, passage_of, swapped
from plankit.model.guide_law import Act, Law
from plankit.rules.base import Subject
from plankit.source.edit import Change
from plankit.views.citations import Citation, LawBook
from plankit.views.lapses import Lapse, lapses, provision_name
from plankit.views.passages import Passage


def successor(problem: Problem, bench: Bench) -> Mend | None:
    """The successor in place of the provision, in the words of the plan and in the keys `law` and `section`.

    Left to a person are provisions with several successors or none, acts cited without a section, and references
    whose words do not name the act and the section together.
    """
    subject = bench.subject
    if subject is None or subject.law_book is None or is_record(problem):
        return None
    value = bench.value(problem.file, problem.path)
    if isinstance(value, dict):
        return _of_reference(problem, subject, value)
    if problem.path and problem.path[-1] == "law":
        return _of_duty(problem, bench, subject)
    passage = passage_of(problem, bench)
    return _of_text(problem, bench, subject, passage) if passage else None


def _of_text(problem: Problem, bench: Bench, subject: Subject, passage: Passage) -> Mend | None:
    found = [
        one
        for one in _told(problem, subject, passage.text)
        if not passage.is_page
        or bench.place(problem.file, passage.text, one.citation.start) == (problem.line, problem.column)
    ]
    swaps = [swap for one in found if (swap := _swap(subject, passage.text, one))]
    if not found or len(swaps) < len(found):
        return None
    return Mend(edits=edits_of(problem, passage, swaps), old=swaps[0].old, new=swaps[0].new)


def _of_reference(problem: Problem, subject: Subject, value: dict[str, object]) -> Mend | None:
    """A reference that is written in parts: words, act and section."""
    words, act, section = (str(value.get(key) or "") for key in ("text", "law", "section"))
    own = words if act.casefold() in words.casefold() else f"{words} ({act} {section})"
    found = _told(problem, subject, own)
    if len(found) != 1 or own != words:
        return None
    swap, law = _swap(subject, words, found[0]), _only(subject, found[0])
    if swap is None or law is None:
        return None
    parts = {"text": swapped(words, (swap,))}
    if act:
        parts |= {"law": _act_name(subject, law), "section": law.section or ""}
    edits = tuple(
        Change(file=problem.file, path=(*problem.path, key), value=new)
        for key, new in parts.items()
        if key in value
    )
    return Mend(edits=edits, old=swap.old, new=swap.new)


def _of_duty(problem: Problem, bench: Bench, subject: Subject) -> Mend | None:
    """A duty names act and section in two keys and nothing else."""
    entry = bench.value(problem.file, problem.path[:-1])
    if not isinstance(entry, dict) or not entry.get("section"):
        return None
    words = f"{entry['law']} {entry['section']}"
    found = _told(problem, subject, words)
    law = _only(subject, found[0]) if len(found) == 1 else None
    if law is None or found[0].citation.text != words:
        return None
    edits = (
        Change(file=problem.file, path=problem.path, value=_act_name(subject, law)),
        Change(file=problem.file, path=(*problem.path[:-1], "section"), value=law.section),
    )
    return Mend(edits=edits, old=words, new=_name(subject, law))


def _told(problem: Problem, subject: Subject, text: str) -> tuple[Lapse, ...]:
    """The references in the text that the problem is about."""
    book = subject.law_book
    assert book is not None
    wanted = problem.values.get("law")
    return tuple(
        one for one in lapses(book, text, subject.law_day) if " ".join(one.citation.text.split()) == wanted
    )


def _only(subject: Subject, found: Lapse) -> Law | None:
    """The one provision that holds instead of a provision."""
    book = subject.law_book
    if book is None or found.is_coming or found.citation.law is None or len(found.successors) != 1:
        return None
    law = book.laws.get(found.successors[0])
    return law if law is not None and law.section else None


def _name(subject: Subject, law: Law) -> str:
    assert subject.guide is not None
    return provision_name(subject.guide, law.id, subject.text)


def _act_name(subject: Subject, law: Law) -> str:
    assert subject.guide is not None
    act = subject.guide.by_id.get(law.act)
    return subject.text(act.short_name) if isinstance(act, Act) else law.act


def _swap(subject: Subject, text: str, found: Lapse) -> Swap | None:
    """The successor's name in place of the reference, if a reader then finds it there and the rest as before."""
    law, book = _only(subject, found), subject.law_book
    if law is None or book is None:
        return None
    old = found.citation
    name = _name(subject, law)
    new = name[:1].upper() + name[1:] if old.text[:1].isupper() else name
    swap = Swap(old.start, old.text, new)
    alone = book.find(old.text, subject.law_day)
    if text[old.start : old.end] != old.text or [one.law for one in alone] != [old.law]:
        # The words alone do not say which provision: “8” in “§§ 4 and 8”.
        return None
    after = book.find(swapped(text, (swap,)), subject.law_day)
    return swap if _is_only_change(book, text, subject, after, old, law) else None


def _is_only_change(
    book: LawBook, text: str, subject: Subject, after: tuple[Citation, ...], old: Citation, law: Law
) -> bool:
    before = book.find(text, subject.law_day)
    wanted = [law.id if one.start == old.start else one.law for one in before]
    return [one.law for one in after] == wanted
