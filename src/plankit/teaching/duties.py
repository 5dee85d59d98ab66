"""True or false about duties.

What is asked stands in keys of the guide's named duties and in the plan's own duties; the answer is read from there. A
duty is left out as long as the guide marks it as unconfirmed, or no provision of it is both confirmed and in force on
the day of the kit: what nobody is sure of is not taught as true or false.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from plankit.language import N_
from plankit.model.guide_law import Law, LegalDuty
from plankit.teaching.duty_provisions import plan_duties, provisions_of_others
from plankit.teaching.exercise import Choice, Pointer, Question
from plankit.teaching.picking import Asked, on_one_line, spread
from plankit.teaching.subject import Subject
from plankit.views.duty_facts import duty_facts, receiver_words
from plankit.views.guide_reading import is_unconfirmed

SAID, RESTING, OF_PLAN = 9, 3, 2
"""Questions of each sort in a kit: what a duty is like and who is told, what it rests on, what the plan says of it."""
_MOST_LAWS = 3
_ABOUT = N_("About “{duty}”: {statement}")
_RESTS = N_("It rests on {law}.")
_PLAN_SAYS = N_("The plan’s entry “{duty}” rests on {law}.")


def duty_questions(subject: Subject) -> tuple[Question, ...]:
    """Statements about duties, about half of them true, the best spread of all that there are."""
    duties = tuple(one for one in subject.guide.legal_duties if grounds(subject, one))
    said = [
        one for duty in duties for one in (*_of_facts(subject, duty), *_of_receiver(subject, duty, duties))
    ]
    resting = [one for duty in duties for one in _of_provision(subject, duty, duties)]
    return spread(subject, "duty", (said, SAID), (resting, RESTING), (_of_plan(subject), OF_PLAN))


def grounds(subject: Subject, duty: LegalDuty) -> tuple[str, ...]:
    """The duty's provisions that are confirmed and in force; none where the duty itself is unconfirmed."""
    if is_unconfirmed(duty):
        return ()
    return tuple(name for name in duty.laws if subject.in_force(name) and not subject.law(name).unsure)


def is_told_true(name: str) -> bool:
    """Whether a question of this id makes a true statement: of all ids, about every second."""
    return crc32(f"{name}:".encode()) % 2 == 0


def _of_facts(subject: Subject, duty: LegalDuty) -> Iterator[Asked]:
    for fact in duty_facts(subject.reading, duty):
        name = f"about-{duty.id}-{fact.key}"
        told = fact.true if is_told_true(name) else fact.false
        yield _asked(subject, duty, name, told, fact.true, laws=_grounds_of_other(subject, fact.key))


def _grounds_of_other(subject: Subject, key: str) -> tuple[str, ...]:
    """Of a duty that gives way: the firm provisions of the one that goes before it, since those decide."""
    _, _, other = key.partition(".")
    found = subject.guide.by_id.get(other)
    return grounds(subject, found) if isinstance(found, LegalDuty) else ()


def _of_receiver(subject: Subject, duty: LegalDuty, duties: tuple[LegalDuty, ...]) -> Iterator[Asked]:
    """Who is told; of a duty that can be met in other ways nobody certainly is."""
    if duty.receiver is None or duty.other_ways:
        return
    name = f"about-{duty.id}-receiver"
    right = receiver_words(subject.reading, duty.receiver)
    wrong = [
        told
        for one in duties
        if one.receiver and (told := receiver_words(subject.reading, one.receiver)) != right
    ]
    if is_told_true(name) or wrong:
        yield _asked(subject, duty, name, right if is_told_true(name) else wrong[0], right)


def _of_provision(subject: Subject, duty: LegalDuty, duties: tuple[LegalDuty, ...]) -> Iterator[Asked]:
    """What it rests on: a provision of its own, or one that certainly belongs to another duty."""
    name = f"about-{duty.id}-law"
    own = [
        law
        for law in grounds(subject, duty)
        if _section(subject, law) and not _is_of_another(subject, duty, law)
    ]
    others = provisions_of_others(subject, duty, duties)
    if not own or not (others or is_told_true(name)):
        return
    told = own[0] if is_told_true(name) else others[crc32(name.encode()) % len(others)]
    words = subject.reading.words(_RESTS)
    right = words.format(law=subject.reading.law_name(own[0]))
    yield _asked(subject, duty, name, words.format(law=subject.reading.law_name(told)), right)


def _is_of_another(subject: Subject, duty: LegalDuty, law: str) -> bool:
    """Whether another duty names the provision first: whoever knows that would be right to deny it of this one."""
    return any(one.laws[:1] == (law,) for one in subject.guide.legal_duties if one.id != duty.id)


def _section(subject: Subject, law: str) -> bool:
    entry = subject.guide.by_id.get(law)
    return isinstance(entry, Law) and bool(entry.section)


def _asked(
    subject: Subject, duty: LegalDuty, name: str, statement: str, true: str, *, laws: tuple[str, ...] = ()
) -> Asked:
    laws = (laws or grounds(subject, duty))[:_MOST_LAWS]
    named = ", ".join(subject.reading.law_name(law) for law in laws)
    told = subject.reading.words(_ABOUT).format(duty=on_one_line(subject, duty.name), statement=statement)
    see = subject.reading.words(N_("See {laws}.")).format(laws=named.rstrip("."))
    feedback = " ".join(filter(None, (true, on_one_line(subject, duty.text), see)))
    pointers = (*(subject.law(law) for law in laws), subject.guide_entry(duty.id))
    question = _question(subject, name, (told, statement == true), feedback, pointers, (duty.id,))
    return Asked(about=duty.id, question=question)


def _of_plan(subject: Subject) -> Iterator[Asked]:
    """What the plan's own duties rest on."""
    words = subject.reading.words
    for one in plan_duties(subject):
        name = f"about-plan-{one.id}"
        if not (one.others or is_told_true(name)):
            continue
        told = one.law if is_told_true(name) else one.others[crc32(name.encode()) % len(one.others)]
        right = words(_RESTS).format(law=subject.reading.law_name(one.law))
        text = words(_PLAN_SAYS).format(duty=one.title, law=subject.reading.law_name(told))
        pointers = (subject.plan_entry(one.id, one.title, "section"), subject.law(one.law))
        question = _question(subject, name, (text, told == one.law), right, pointers, one.named)
        yield Asked(about=one.id, question=question)


def _question(
    subject: Subject,
    name: str,
    told: tuple[str, bool],
    feedback: str,
    pointers: tuple[Pointer, ...],
    duties: tuple[str, ...],
) -> Question:
    text, is_true = told
    words = subject.reading.words
    objectives = subject.objectives("duty", duties=duties)
    return Question(
        id=name,
        kind="true-false",
        exercise="duty",
        text=text,
        choices=(
            Choice(text=words(N_("True")), right=is_true),
            Choice(text=words(N_("False")), right=not is_true),
        ),
        feedback=feedback,
        pointers=pointers,
        objectives=objectives,
        audiences=subject.audiences(objectives),
    )
