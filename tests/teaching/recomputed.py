"""What a question must be, and whether its answers hold, worked out anew from the plan and the guide.

Nothing here asks a generator: it is told what a question says and looks into the plan for itself. Subjects are English,
so that the sentences can be read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from plankit.model.durations import read_duration
from plankit.model.guide import GuideTask
from plankit.model.guide_law import LegalDuty
from plankit.model.parties import Agency, OpeningHours, Service
from plankit.model.procedure import Procedure, Step
from plankit.teaching.exercise import QUESTION_KINDS, Question
from plankit.teaching.subject import Subject

_OWNERS = (None, "owner", "co-owner", "lead-agency", "lead-officer", "coordinates", "decides")
_SECONDS = {"days": 86_400, "hours": 3_600, "minutes": 60}
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAID = {
    "It rests on each person, and no leader can take it over.": ("personal", True),
    "A leader can take it over, so that the employee no longer has it.": ("personal", False),
    "It rests on everybody, also outside work.": ("everyone", True),
    "It rests on certain services or professions, not on everybody.": ("everyone", False),
    "One acts without being asked.": ("own_initiative", True),
    "One waits until somebody asks.": ("own_initiative", False),
    "It must be done at once.": ("at_once", True),
    "It need not be done at once.": ("at_once", False),
    "It goes before the duty of confidentiality.": ("overrides_confidentiality", True),
    "It does not go before the duty of confidentiality.": ("overrides_confidentiality", False),
    "It holds without any exception.": ("without_exception", True),
    "There are exceptions from it.": ("without_exception", False),
    "One may choose whether to do it.": ("leaves_choice", True),
    "When its conditions are met, one may not choose whether to do it.": ("leaves_choice", False),
    "It always takes the consent of the person it is about.": ("needs_consent", True),
    "It does not always take the consent of the person it is about.": ("needs_consent", False),
    "It applies only when there is a suspicion.": ("needs_suspicion", True),
    "It applies also when there is no suspicion.": ("needs_suspicion", False),
    "It covers what is over too.": ("covers_past", True),
    "It does not cover what is over.": ("covers_past", False),
    "It is only about children.": ("children_only", True),
    "It is about adults too.": ("children_only", False),
}


def is_well_formed(questions: Iterable[Question]) -> None:
    """Each claims what its kind claims, says what decides, and stands once."""
    told = tuple(questions)
    assert len({one.id for one in told}) == len(told)
    for one in told:
        assert one.kind in QUESTION_KINDS
        assert one.text.strip()
        assert one.pointers
        assert not any(pointer.unsure and pointer.kind != "guide" for pointer in one.pointers)
        assert one.exercise in ("responsible", "order", "duty", "help")
        _has_the_right_number(one)


def _has_the_right_number(one: Question) -> None:
    texts = [choice.text.casefold().strip() for choice in one.choices]
    assert len(set(texts)) == len(texts)
    assert all(texts)
    if one.kind in ("one", "gap"):
        assert one.right == 1
        assert len(texts) == 4
        assert one.text.count("____") == (one.kind == "gap")
    elif one.kind == "several":
        assert 2 <= one.right <= 4
        assert len(texts) - one.right >= 2
    elif one.kind == "true-false":
        assert (one.right, len(texts)) == (1, 2)
    elif one.kind in ("order", "match"):
        assert not texts
        row = one.steps or tuple(left for left, _ in one.pairs)
        assert sorted(one.shown) == list(range(len(row))) != list(one.shown)
        assert len({text.casefold() for text in row}) == len(row)
        assert len({right.casefold() for _, right in one.pairs}) == len(one.pairs)
        assert 3 <= len(row) <= 7
    else:
        assert one.answers
        assert not texts


def holds(subject: Subject, question: Question) -> None:
    """Every answer of the question is the one that the plan or guide gives, and no other is."""
    assert subject.language == "en"
    kind = question.id.split("-")[0]
    check = {
        "responsible": _responsible,
        "order": _ordered,
        "limit": _limit,
        "gap": _gap,
        "number": _number,
        "about": _about,
        "help": _helps,
    }
    check[kind](subject, question)


def _name(subject: Subject, agency: str) -> str:
    return subject.reading.party(agency).name


def _holders(subject: Subject, task: str, letters: str) -> set[str]:
    """Names of everybody whom plan or law gives one of these letters; without letters, of everybody with a part."""
    found = {
        _name(subject, one.agency)
        for one in subject.reading.plan.responsibilities
        if one.task == task and (not letters or (one.role or "") in tuple(letters))
    }
    entry = subject.guide.by_id.get(task)
    for cell in entry.settled if isinstance(entry, GuideTask) else ():
        own = [one.id for one in subject.reading.plan.agencies if (one.guide_agency or one.id) == cell.agency]
        in_force = [law for law in cell.laws if subject.in_force(law)]
        certain = letters and (len(own) > 1 or not in_force)
        if not certain and (not letters or set(letters) & set(cell.role)):
            found |= {_name(subject, one) for one in own or [cell.agency]}
    return found


def _responsible(subject: Subject, question: Question) -> None:
    place = question.pointers[0].id
    told = {choice.text: choice.right for choice in question.choices}
    if question.kind == "match":
        tasks = {subject.reading.title(one.id): one.id for one in question.pointers if one.kind != "law"}
        for task, agency in question.pairs:
            assert _holders(subject, tasks[task], "A") == {agency}
            assert not getattr(subject.guide.by_id.get(tasks[task]), "personal_duty", None)
    elif question.id.startswith("responsible-measure-"):
        measure = subject.reading.measures[place]
        code = subject.reading.vocabulary.code
        owners = {
            one.agency
            for one in measure.responsible
            if (code("function", one.function) if one.function else None) in _OWNERS
        }
        everybody = {one.agency for one in (*measure.responsible, *measure.contributors) if one.agency}
        assert {text for text, right in told.items() if right} == {
            _name(subject, one or "") for one in owners
        }
        assert not {text for text, right in told.items() if not right} & {
            _name(subject, one) for one in everybody
        }
    else:
        right = {text for text, is_right in told.items() if is_right}
        if question.kind == "one":
            assert _holders(subject, place, "A") == right
        assert right <= _holders(subject, place, "RAS")
        assert not (set(told) - right) & _holders(subject, place, "")


def _place(subject: Subject, question: Question) -> tuple[Procedure, Step | None]:
    place = question.pointers[0].id
    for procedure in subject.reading.plan.procedures:
        if place == procedure.id:
            return procedure, None
        for step in procedure.all_steps():
            if place == f"{procedure.id}.{step.id}":
                return procedure, step
    raise AssertionError(f"{place} is no place of the plan")


def _line(subject: Subject, text: object) -> str:
    return " ".join(subject.reading.text(text).split())  # type: ignore[arg-type]


def _ordered(subject: Subject, question: Question) -> None:
    if question.id.startswith("order-guide-"):
        entries = [subject.guide.by_id[one.id] for one in question.pointers]
        numbers = [tuple(map(int, re.findall(r"\d+", getattr(one, "number", "")))) for one in entries]
        assert numbers == sorted(set(numbers))
        assert question.steps == tuple(_line(subject, getattr(one, "title", "")) for one in entries)
        return
    procedure, _ = _place(subject, question)
    for steps in (procedure.steps, *(branch.steps for branch in procedure.branches)):
        words = [_line(subject, step.what) for step in steps]
        if set(question.steps) <= set(words):
            row = [steps[words.index(one)] for one in question.steps]
            for here, after in pairwise(row):
                if here.next:
                    assert [one.step for one in here.next] == [after.id]
                    assert not here.next[0].condition
                    assert not here.next[0].when
                else:
                    assert steps.index(after) == steps.index(here) + 1
                assert not here.end
            return
    raise AssertionError(f"{question.id}: these are no steps of one stretch")


def _limit(subject: Subject, question: Question) -> None:
    place = question.pointers[0].id
    entry = subject.reading.plan.by_id.get(place) or subject.guide.by_id.get(place)
    written = getattr(entry, "within", None)
    if written is None:
        _, step = _place(subject, question)
        written = step.deadline if step else None
    read = read_duration(written)
    assert read is not None
    count = int(question.answers[0])
    assert question.answers == (str(count),)
    if question.unit == "months":
        assert (read.months, read.seconds) == (count, 0)
    else:
        assert (read.months, read.seconds) == (0, count * _SECONDS[question.unit])


def _gap(subject: Subject, question: Question) -> None:
    _, step = _place(subject, question)
    assert step is not None
    what = _line(subject, step.what)
    for choice in question.choices:
        assert (question.text.replace("____", choice.text) == what) is choice.right
    right = next(one.text for one in question.choices if one.right)
    party = subject.reading.party(step.agency or "")
    assert right.casefold() in (party.name.casefold(), party.short_name.casefold())


def _number(subject: Subject, question: Question) -> None:
    _, step = _place(subject, question)
    assert step is not None
    digits = "".join((step.contact or "").split())
    assert {"".join(one.split()) for one in question.answers} == {digits}
    assert digits in question.answers
    known = [one.value for one in subject.reading.plan.contacts if one.verified_on]
    known += [one.phone or "" for one in subject.reading.plan.services if one.verified_on]
    known += [one.number or "" for one in subject.guide.help_lines if one.confidence == "read"]
    assert digits in {"".join(one.split()) for one in known}
    assert digits not in "".join(question.text.split())


def _about(subject: Subject, question: Question) -> None:
    statement = question.text.partition(": ")[2]
    is_true = question.choices[0].right
    if question.id.startswith("about-plan-"):
        entry = next(one for one in subject.reading.plan.duties if one.id == question.pointers[0].id)
        law = question.text.rpartition(" rests on ")[2].removesuffix(".")
        section = (entry.section or "").replace(" ", "")
        assert law.replace(" ", "").endswith(section) is is_true
        return
    duty = subject.guide.by_id[question.pointers[-1].id]
    assert isinstance(duty, LegalDuty)
    assert any(subject.in_force(law) for law in duty.laws)
    assert duty.confidence != "unconfirmed"
    assert _is_so(subject, duty, statement) is is_true, question.text


def _is_so(subject: Subject, duty: LegalDuty, statement: str) -> bool:
    if statement in _SAID:
        key, value = _SAID[statement]
        flag: bool | None = getattr(duty, key)
        assert flag is not None
        return flag is value
    if match := re.fullmatch(r"It rests on (.*)\.", statement):
        return match[1] in {subject.reading.law_name(law) for law in duty.laws}
    if match := re.fullmatch(r"The agency that is told is: (.*)\.", statement):
        return match[1] == subject.reading.title(duty.receiver or "")
    if match := re.fullmatch(r"“(.*)” goes before it\.", statement):
        return match[1] in {subject.reading.title(one) for one in duty.yields_to}
    if match := re.fullmatch(r"“(.*)” does not go before it\.", statement):
        return match[1] not in {subject.reading.title(one) for one in duty.yields_to}
    if statement.startswith("It can be met in other ways than by telling"):
        return bool(duty.other_ways)
    assert statement.startswith("It can only be met by telling"), statement
    return not duty.other_ways


def is_open(hours: Iterable[OpeningHours], day: int, minute: int) -> bool:
    """Whether a door is open at that minute of an ordinary day of the week, by plain arithmetic."""
    for one in hours:
        opens, closes = _minute(one.opens or "00:00"), _minute(one.closes or "24:00")
        closes += 1440 if closes <= opens else 0
        for back in (0, 1):
            name, at = _WEEK[(day - back) % 7], minute + 1440 * back
            if (not one.days or name in one.days) and opens <= at < closes:
                return True
    return False


def _minute(clock: str) -> int:
    hour, minute = clock.replace(".", ":").split(":")
    return int(hour) * 60 + int(minute)


def _found(subject: Subject, name: str) -> Agency | Service | None:
    """The service, else the agency, that is called so."""
    both: list[Agency | Service] = [*subject.reading.plan.services, *subject.reading.plan.agencies]
    return next((one for one in both if _line(subject, one.name) == name), None)


def _helps(subject: Subject, question: Question) -> None:
    if question.kind == "match":
        _matches(subject, question)
        return
    sort = question.id.split("-")
    for choice in question.choices:
        entry = _found(subject, choice.text)
        line = next(
            (one for one in subject.guide.help_lines if _line(subject, one.name) == choice.text), None
        )
        assert entry or (line and line.confidence == "read")
        always = bool(entry.around_the_clock if entry else line and line.around_the_clock)
        if sort[1] == "now":
            day, clock = _WEEK.index(sort[2]), sort[3]
            hours = entry.opening_hours if entry else ()
            now = always or is_open(hours, day, int(clock[:2]) * 60 + int(clock[2:]))
            assert now is choice.right, (question.text, choice.text)
        elif sort[1] == "around":
            assert always is choice.right
        elif sort[1] == "age":
            assert _takes(entry.age_limits if entry else None, int(sort[2])) is choice.right
        else:
            assert isinstance(entry, Service)
            access = subject.reading.vocabulary.code("access", entry.access or "")
            assert (access in ("self-referral", "emergency")) is choice.right


def _takes(limits: str | None, age: int) -> bool:
    numbers = list(map(int, re.findall(r"\d+", limits or "")))
    assert numbers, limits
    if len(numbers) == 2:
        return numbers[0] <= age <= numbers[1]
    return age < numbers[0] if (limits or "").casefold().startswith("under") else age >= numbers[0]


def _matches(subject: Subject, question: Question) -> None:
    lines = {_line(subject, one.name): one for one in subject.guide.help_lines}
    for name, words in question.pairs:
        entry, line = _found(subject, name), lines.get(name)
        if question.id.startswith("help-match-number"):
            assert line is not None
            assert line.confidence == "read"
            assert line.number == words
        elif question.id.startswith("help-match-whom"):
            assert line is not None
            assert words == _line(subject, line.for_whom)
        elif question.id.startswith("help-match-offer"):
            assert isinstance(entry, Service)
            assert words == _line(subject, entry.offer)
        elif entry is not None:
            for one in entry.opening_hours:
                assert f"{one.opens or '00:00'}–{one.closes or '24:00'}" in words
        else:
            assert line is not None
            assert words == _line(subject, line.hours)
