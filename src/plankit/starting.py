"""Start a plan: copy the starter plan of a guide pack into a new folder, with the municipality filled in."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from plankit.guides import load_guide, pack_names, packs_folder
from plankit.language import N_
from plankit.model.guide import GuideFrame
from plankit.model.nearest import nearest
from plankit.places.changes import Change, successors
from plankit.places.names import find, former, suggestion
from plankit.places.tables import COUNTRIES
from plankit.places.tables import Municipality as OfficialMunicipality
from plankit.schema import schema_text
from plankit.source.folder import PAGE_ENDING, YAML_ENDINGS
from plankit.source.front_matter import split_front_matter
from plankit.source.guide_reader import STARTER

SCHEMA_FILE = PurePosixPath(".plankit/plan.schema.json")
MODELINE = "# yaml-language-server: $schema="
YEARS = 4
"""How many years a plan runs for where nobody says otherwise."""
MAX_NAME = 200
_LEFT_OUT = frozenset({"__pycache__", ".DS_Store", "Thumbs.db"})
_TOKEN = re.compile(r"\{\{ ?(id|name|number|start|end|language|edition) ?\}\}")
_EMPTY_KEY = re.compile(r'\s*[\w-]+:\s*""\s*(?:#.*)?')
_MARKDOWN = re.compile(r"""[\\`*_{}\[\]<>#|~$&"'@^]""")
_LIST_START = re.compile(r"^([-+])|^(\d+)([.)])")
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"}
)

Remark = tuple[str, Mapping[str, object]]
"""An English sentence to translate, and what fills it."""


class StartError(ValueError):
    """No plan was started. `message` is an English sentence to translate, `values` what fills it."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """Whom a plan is for. `number` is the official number, a text; `None` where it is not known."""

    name: str
    number: str | None = None
    county: str | None = None
    """Name of the county."""
    country: str | None = None
    """Two letters, as in ISO 3166-1."""
    remarks: tuple[Remark, ...] = ()
    """What whoever asked for it should know."""


@dataclass(frozen=True, kw_only=True)
class Start:
    """What a plan is started from. What is `None` is chosen by `start_plan`."""

    municipality: Municipality
    template: str | None = None
    """Name of the guide pack; the first one there is where `None`."""
    period: tuple[int, int] | None = None
    """First and last year; four years from the next one where `None`."""
    language: str | None = None
    """The guide's own where `None`."""


def municipality_from(text: str, country: str | None = None, *, today: date | None = None) -> Municipality:
    """The municipality with this number or name, in `country` where one is said.

    A name that no table knows is taken as it is: the municipality may be invented. Raises `StartError` where
    `text` can be neither number nor name, several municipalities have that name, or it is no more.
    """
    words = " ".join(text.split())
    if (
        not words
        or len(words) > MAX_NAME
        or any(unicodedata.category(sign) in ("Cc", "Cs") for sign in words)
    ):
        raise StartError(
            N_("“{text}” is neither the number nor the name of a municipality."), text=words[:60]
        )
    day = today or date.today()
    known, gone = find(words, country), former(words, country)
    if not known and not gone and country in COUNTRIES:
        known = find(words)
    if len(known) == 1:
        return _known(known[0], _remarks(known[0], gone, country, day))
    if known:
        listed = "; ".join(f"{one.number} {one.name}, {one.county.name}" for one in known)
        message = N_("Several municipalities answer to “{text}”: {known}. Give the number of yours.")
        raise StartError(message, text=words, known=listed)
    if gone:
        message = N_(
            "{number} {name} has been out of use since {date}. Today it is {successors}. Give the number of today."
        )
        raise StartError(message, **_ended(gone[-1], day))
    return _unknown(words, country)


def _known(place: OfficialMunicipality, remarks: tuple[Remark, ...]) -> Municipality:
    return Municipality(
        name=place.name,
        number=place.number,
        county=place.county.name,
        country=place.country,
        remarks=remarks,
    )


def _remarks(
    place: OfficialMunicipality, gone: Sequence[Change], country: str | None, day: date
) -> tuple[Remark, ...]:
    """That `place` is not in the country of the guide, and each other municipality that once had its name."""
    remarks: list[Remark] = []
    if country and place.country != country:
        message = N_("{number} {name} is in {there}, and the guide of this template is for {here}.")
        values = {"number": place.number, "name": place.name, "there": place.country, "here": country}
        remarks.append((message, values))
    for change in gone:
        now = successors(change.country, change.old.number, day)
        if now and all(one.number != place.number for one in now):
            message = N_(
                "Another {name} ({number}) has been out of use since {date}. Today it is {successors}."
            )
            remarks.append((message, _ended(change, day)))
    return tuple(remarks)


def _ended(change: Change, day: date) -> dict[str, object]:
    now = successors(change.country, change.old.number, day) or change.new
    return {
        "number": change.old.number,
        "name": change.old.name,
        "date": change.day.isoformat(),
        "successors": ", ".join(map(str, now)),
    }


def _unknown(words: str, country: str | None) -> Municipality:
    """A municipality that is in no table. Its number is left empty; a number alone counts where there is no table."""
    if re.fullmatch(r"[0-9]+", words):
        if country in COUNTRIES:
            message = N_(
                "No municipality has the number {number}. Give the name, if it is invented; its number is then left empty."
            )
            raise StartError(message, number=words)
        return Municipality(name=f"Kommune {words}", number=words)
    message = N_("“{name}” is not in the table of municipalities. Its number is left empty.")
    remarks: list[Remark] = [(message, {"name": words})]
    near = suggestion(words, country)
    if near:
        remarks.append((N_("Did you mean “{near}”?"), {"near": near}))
    return Municipality(name=words, country=country, remarks=tuple(remarks))


def template_country(name: str | None, packs: Path | None = None) -> str | None:
    """The country of the guide `name`, or of the one that is chosen where none is named; `None` where it says none."""
    country = _template(name, packs)[1].country
    return country.upper() if country else None


def period_from(text: str) -> tuple[int, int]:
    """First and last year of a period written `2027-2030`. Raises `StartError` if it is none."""
    match = re.fullmatch(r"\s*([0-9]{4})\s*[-–]\s*([0-9]{4})\s*", text)
    if not match or int(match[1]) > int(match[2]) or int(match[1]) == 0:
        raise StartError(
            N_("“{text}” is not a period. Write the first and the last year: 2027-2030."), text=text
        )
    return int(match[1]), int(match[2])


def default_period(today: date) -> tuple[int, int]:
    """The period of a plan that is started on `today`: four years from the next one."""
    return today.year + 1, today.year + YEARS


def check_free(folder: Path) -> None:
    """Raise `StartError` if a plan cannot be put at `folder` because something is there."""
    if folder.is_dir():
        if any(folder.iterdir()):
            raise StartError(
                N_("The folder “{folder}” is not empty. Nothing was changed in it."), folder=folder
            )
    elif folder.exists() or folder.is_symlink():
        raise StartError(N_("“{folder}” is there already and is no folder."), folder=folder)


def start_plan(
    folder: Path, start: Start, *, packs: Path | None = None, today: date | None = None
) -> tuple[str, ...]:
    """Put a new plan in `folder`, which must not exist or be empty, and return the names of its files.

    The folder holds the whole plan after the call or, where it raises, nothing of it. Raises `StartError`
    where something is in the way or there is no such template, `OSError` where the disk says no.
    """
    check_free(folder)
    template, frame = _template(start.template, packs)
    first, last = start.period or default_period(today or date.today())
    values = {
        "id": plan_id(start.municipality),
        "name": start.municipality.name,
        "number": start.municipality.number or "",
        "start": f"{first:04}",
        "end": f"{last:04}",
        "language": start.language or frame.language,
        "edition": frame.edition,
    }
    files = {name: _filled(name, data, values) for name, data in _starter_files(template)}
    files[str(SCHEMA_FILE)] = schema_text().encode()
    with written_at_once(folder) as staging:
        for name, data in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return tuple(sorted(files))


def plan_id(municipality: Municipality) -> str:
    """An id made of the name: ASCII letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", municipality.name.lower().translate(_LETTERS))
    plain = folded.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "plan"


def _template(name: str | None, packs: Path | None) -> tuple[Path, GuideFrame]:
    """The starter folder of the pack `name` and the frame of its guide."""
    known = pack_names(packs)
    chosen = name or next(iter(known), "")
    guide = load_guide(chosen, packs)[0] if chosen in known else None
    starter = (packs or packs_folder()) / chosen / STARTER
    if guide is not None and starter.is_dir():
        return starter, guide.guide
    if not known:
        raise StartError(N_("No templates are installed."))
    there = ", ".join(known)
    near = nearest(chosen, known)
    if chosen in known:
        raise StartError(N_("The template “{name}” holds no plan to start from."), name=chosen)
    if near:
        message = N_("There is no template “{name}”. Did you mean “{near}”? There are: {known}.")
        raise StartError(message, name=chosen, near=near, known=there)
    raise StartError(N_("There is no template “{name}”. There are: {known}."), name=chosen, known=there)


def _starter_files(starter: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(starter.rglob("*")):
        name = path.relative_to(starter)
        if path.is_file() and not path.is_symlink() and not _LEFT_OUT.intersection(name.parts):
            yield name.as_posix(), path.read_bytes()


def _filled(name: str, data: bytes, values: Mapping[str, str]) -> bytes:
    """The content of the file `name` with its tokens filled in, as its language asks for."""
    if name.endswith(YAML_ENDINGS):
        return _with_modeline(name, fill_yaml(data.decode("utf-8"), values)).encode()
    if name.endswith(PAGE_ENDING):
        return fill_page(data.decode("utf-8"), values).encode()
    return data


def fill_yaml(text: str, values: Mapping[str, str]) -> str:
    """`text` with its tokens, which stand inside double quotes, filled in.

    A key on a line of its own whose value becomes empty is left out: an empty text says no more than no key.
    """
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        filled = _TOKEN.sub(lambda match: _in_double_quotes(values[match[1]]), line)
        if filled == line or not _EMPTY_KEY.fullmatch(filled):
            lines.append(filled)
    return "\n".join(lines)


def fill_page(text: str, values: Mapping[str, str]) -> str:
    """A page with its tokens filled in: its head as YAML, the rest as Markdown that shows the value as it is."""
    text = text.replace("\r\n", "\n")
    head, body, _ = split_front_matter(text)
    written = _TOKEN.sub(lambda match: _in_markdown(values[match[1]]), body)
    return written if head is None else f"---\n{fill_yaml(head, values)}\n---\n{written}"


def _in_double_quotes(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _in_markdown(value: str) -> str:
    escaped = _MARKDOWN.sub(lambda match: f"\\{match[0]}", value)
    # A name that stood first on its line would otherwise open a list.
    return _LIST_START.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", escaped)


def _with_modeline(name: str, text: str) -> str:
    """`text` with a first line that tells an editor where the schema lies, seen from the file `name`."""
    up = "../" * (len(PurePosixPath(name).parts) - 1)
    first, _, rest = text.partition("\n")
    if not first.startswith(MODELINE):
        rest = text
    return f"{MODELINE}{up}{SCHEMA_FILE}\n{rest}"


@contextmanager
def written_at_once(folder: Path) -> Iterator[Path]:
    """A folder to write in. What it holds is in `folder` after the block, or nothing is where the block raises."""
    target = folder.resolve()
    is_there = target.is_dir()
    target.parent.mkdir(parents=True, exist_ok=True)
    # An empty folder that is there may be where the user's shell stands: it is filled, never replaced.
    beside = Path(tempfile.mkdtemp(prefix=".plankit-new-", dir=target if is_there else target.parent))
    staging = beside / "plan"
    try:
        staging.mkdir()
        yield staging
        if is_there:
            _move_into(staging, target)
        else:
            staging.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _move_into(staging: Path, target: Path) -> None:
    moved: list[Path] = []
    try:
        for path in sorted(staging.iterdir()):
            moved.append(path.rename(target / path.name))
    except OSError:
        for path in moved:
            path.replace(staging / path.name)
        raise
