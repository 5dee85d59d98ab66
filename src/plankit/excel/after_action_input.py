"""The input `after-action`: what the list of a table-top exercise would add to a plan as draft measures."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from plankit.excel.after_action import COLUMNS, FORMAT, MEMORY, choices
from plankit.excel.places import Findings
from plankit.findings import Severity
from plankit.inputs import Difference, InputRequest, Proposal, Written
from plankit.language import LANGUAGES, N_, translate
from plankit.model.nearest import nearest
from plankit.model.plan import Plan
from plankit.model.when import When, WhenKind
from plankit.rewriting import Rewriting
from plankit.source.edit import Addition, CannotEdit
from plankit.source.local_folders import whose_folder
from plankit.source.yaml_writing import Value
from plankit.views.reading import Reading
from plankit.workbooks import Opened, Raw, Unreadable, open_workbook

DRAFTS = "after-action.yaml"
"""The file of a plan that drafts go into, beside its measures."""
_MOST_TITLE = 90
_NOT_OURS = N_("it is no after-action list of a kit, or its hidden sheet is gone")
_NEWER = N_("it was written by a newer version of plankit")
_OTHER_PLAN = N_("it belongs to another plan")
_NOTE = N_("Draft from the after-action list of the exercise “{exercise}”.")


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A row that holds something: its cells by column."""

    cells: Mapping[str, Raw]

    @property
    def first(self) -> Raw:
        """The cell that the row is spoken of at."""
        return next(iter(self.cells.values()))


def read_after_action(request: InputRequest) -> Proposal:
    """What the list would add to the plan. One row that cannot be read, and nothing of the list is proposed."""
    findings = Findings(file=request.file.name, language=request.language)
    plan = request.loaded.plan
    opened = _opened(request, findings)
    memory = _memory(opened) if opened else None
    if plan is None or opened is None or not _is_ours(memory, plan, findings):
        return Proposal(differences=(), findings=tuple(findings.found), write=Written)
    sheet, rows = _rows(opened)
    if not sheet:
        findings.add("PK051", {"workbook": findings.file, "reason": _NOT_OURS})
    reading = Reading(plan, request.loaded.guide, request.language)
    drafts = _Drafts(reading, findings, sheet, (memory or {}).get("exercise", ""))
    made = [one for row in rows if (one := drafts.draft(row)) is not None]
    if any(one.severity is Severity.ERROR for one in findings.found):
        return Proposal(differences=(), findings=tuple(findings.found), write=Written)
    return _proposal(request, findings, made)


def _proposal(request: InputRequest, findings: Findings, made: Sequence[dict[str, Value]]) -> Proposal:
    plan = request.loaded.plan
    assert plan is not None
    files = Rewriting(request.folder, request.loaded, request.language)
    known = {(str(one.title), str(one.description or "")) for one in plan.measures}
    taken = {*plan.by_id, *request.loaded.read.lost_ids}
    taken |= set(request.loaded.guide.by_id) if request.loaded.guide else set()
    file = _file(request)
    differences: list[Difference] = []
    for one in made:
        key = (str(one["title"]), str(one["description"]))
        if key in known:
            continue
        known.add(key)
        name = _new_id(taken)
        taken.add(name)
        try:
            files.change(Addition(file=file, kind="measures", value={"id": name, **one}))
        except CannotEdit as error:
            findings.add("PK062", {"reason": str(error)})
            return Proposal(differences=(), findings=tuple(findings.found), write=Written)
        differences += _told(name, one, file)
    return Proposal(differences=tuple(differences), findings=tuple(findings.found), write=files.write)


def _new_id(taken: set[str]) -> str:
    number = 1
    while f"draft-{number}" in taken:
        number += 1
    return f"draft-{number}"


def _told(name: str, draft: Mapping[str, Value], file: str) -> Iterator[Difference]:
    for key, value in draft.items():
        words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        yield Difference(where="", subject=name, field=key, before="", after=words, file=file)


def _file(request: InputRequest) -> str:
    """A file of the drafts' own, in the folder that the joint plan's measures lie in."""
    plan = request.loaded.plan
    files = [request.loaded.read.origin(one)[0] for one in plan.measures] if plan else []
    beside = next((one for one in files if whose_folder(one) is None and one.endswith((".yaml", ".yml"))), "")
    return str(PurePosixPath(beside).parent / DRAFTS)


def _opened(request: InputRequest, findings: Findings) -> Opened | None:
    try:
        return open_workbook(request.file)
    except Unreadable as error:
        findings.add("PK050", {"workbook": request.file.name, "reason": str(error)})
        return None


def _memory(opened: Opened) -> dict[str, str] | None:
    rows = opened.sheet(MEMORY)
    pairs = [[raw.text for raw in row] for row in rows or ()]
    told = {row[0]: row[1] for row in pairs if len(row) > 1}
    return told if "after-action" in told else None


def _is_ours(memory: dict[str, str] | None, plan: Plan, findings: Findings) -> bool:
    """Whether the list is one, and of this plan; that of a guide alone belongs to every plan that follows it."""
    guide = plan.plan.guide
    if memory is None:
        reason = _NOT_OURS
    elif memory["after-action"] != FORMAT:
        reason = _NEWER
    elif memory.get("plan") not in (plan.plan.id, guide.id if guide else None):
        reason = _OTHER_PLAN
    else:
        return True
    findings.add("PK051", {"workbook": findings.file, "reason": reason})
    return False


def _rows(opened: Opened) -> tuple[str, list[_Row]]:
    """The title of the sheet that holds the list, and its rows; no title where no sheet has the columns."""
    keys = {
        translate(column.title, language).casefold(): column.key
        for column in COLUMNS
        for language in LANGUAGES
    }
    for title, rows in opened.sheets.items():
        for number, row in enumerate(rows):
            columns = {raw.column: keys[raw.text.strip().casefold()] for raw in row if _in(raw, keys)}
            if {"action", "agency"} <= set(columns.values()):
                return title, [
                    _Row(cells=cells) for one in rows[number + 1 :] if (cells := _cells(one, columns))
                ]
    return "", []


def _in(raw: Raw, keys: Mapping[str, str]) -> bool:
    return raw.text.strip().casefold() in keys


def _cells(row: Sequence[Raw], columns: Mapping[int, str]) -> dict[str, Raw]:
    return {
        columns[raw.column]: raw
        for raw in row
        if raw.column in columns and (not isinstance(raw.value, str) or raw.value.strip())
    }


class _Drafts:
    """Makes drafts of rows, and notes what cannot be read."""

    def __init__(self, reading: Reading, findings: Findings, sheet: str, exercise: str) -> None:
        self._reading = reading
        self._findings = findings
        self._sheet = sheet
        self._note = translate(_NOTE, reading.plan.plan.language).format(exercise=exercise)
        self._known = {key: _known(reading, key) for key in ("agency", "kind", "goal")}

    def draft(self, row: _Row) -> dict[str, Value] | None:
        """The measure of a row, without an id; `None` where the row cannot be read."""
        before = len(self._findings.found)
        texts = {key: self._text(raw) for key, raw in row.cells.items()}
        codes = {key: self._code(key, row, texts.get(key)) for key in self._known}
        deadline = self._deadline(row, texts.get("deadline"))
        for key in ("action", "agency"):
            if not texts.get(key) and key not in row.cells:
                self._add("PK071", {"column": self._title(key)}, row.first)
        if len(self._findings.found) > before:
            return None
        return self._made(texts, codes, deadline)

    def _made(
        self, texts: Mapping[str, str], codes: Mapping[str, str | None], deadline: str | None
    ) -> dict[str, Value]:
        label = self._own_word
        action = texts["action"]
        draft: dict[str, Value] = {"title": _title(action), "description": action}
        draft["kind"] = label("measure-kind", codes["kind"] or "possible")
        draft["status"] = label("measure-status", "not-started")
        if codes["goal"]:
            draft["goals"] = [codes["goal"]]
        draft["responsible"] = [codes["agency"]]
        if deadline:
            draft["deadline"] = deadline
        if texts.get("seen"):
            draft["local_need"] = texts["seen"]
        draft["notes"] = self._note
        return draft

    def _own_word(self, field: str, code: str) -> str:
        """The word of a code in the plan's own language."""
        return self._reading.vocabulary.label(field, code, self._reading.plan.plan.language, "en")

    def _text(self, raw: Raw) -> str:
        if raw.kind == "formula":
            self._add("PK058", {"value": raw.text or "="}, raw)
            return ""
        if raw.kind == "error":
            self._add("PK059", {"value": raw.text}, raw)
            return ""
        if isinstance(raw.value, datetime.datetime):
            return raw.value.date().isoformat()
        if isinstance(raw.value, float) and raw.value.is_integer():
            return str(int(raw.value))
        return " ".join(str(raw.value).split())

    def _code(self, key: str, row: _Row, text: str | None) -> str | None:
        if not text:
            return None
        code = self._known[key].get(text.casefold())
        if code is None:
            column = self._title(key)
            suggestion = nearest(text, list(choices(self._reading, key)))
            self._add("PK056", {"value": text, "column": column}, row.cells[key], suggestion)
        return code

    def _deadline(self, row: _Row, text: str | None) -> str | None:
        if not text:
            return None
        if When(text=text).reading.kind in (WhenKind.UNREAD, WhenKind.PLACEHOLDER):
            self._add("PK057", {"value": text}, row.cells["deadline"])
        return text

    def _title(self, key: str) -> str:
        return self._reading.words(next(one.title for one in COLUMNS if one.key == key))

    def _add(self, code: str, values: dict[str, object], raw: Raw, suggestion: str | None = None) -> None:
        self._findings.add(code, values, sheet=self._sheet, at=raw, suggestion=suggestion)


def _known(reading: Reading, key: str) -> dict[str, str]:
    """What may stand in a column, in small letters and in every language, and the id or code that it stands for."""
    found: dict[str, str] = {}
    for language in (reading.language, *LANGUAGES):
        other = Reading(reading.plan, reading.guide, language)
        for word, code in choices(other, key).items():
            found.setdefault(word.casefold(), code)
            found.setdefault(code.casefold(), code)
    if key == "agency":
        for agency in reading.plan.agencies:
            for name in (reading.text(agency.short_name), agency.guide_agency or ""):
                found.setdefault(name.casefold(), agency.id)
        for party in reading.guide.agencies if reading.guide else ():
            own = next((one.id for one in reading.plan.agencies if one.guide_agency == party.id), party.id)
            for language in LANGUAGES:
                found.setdefault(
                    Reading(reading.plan, reading.guide, language).text(party.name).casefold(), own
                )
            found.setdefault(party.id.casefold(), own)
    found.pop("", None)
    return found


def _title(action: str) -> str:
    """The first sentence, or as many whole words of it as a title takes."""
    first = action.split(". ")[0].rstrip(".")
    if len(first) <= _MOST_TITLE:
        return first
    return first[:_MOST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
