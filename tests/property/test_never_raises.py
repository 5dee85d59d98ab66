"""Whatever the files hold, loading gives findings at places that exist; it never raises."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import FORMAT_RULES
from tests.property.strategies import ids, plans, texts

from plankit import load
from plankit.loading import Loaded
from plankit.model.plan import KINDS, SINGLE
from plankit.source.dump import dump, to_yaml
from plankit.source.reader import ENTRY, read_plan
from plankit.source.yaml_events import read_yaml

FRAME = b"plan: {id: p, title: T}\n"
TODAY = date(2027, 6, 30)

_TOKENS = (
    *(
        "\n",
        "\n  ",
        "\n- ",
        "  - ",
        ": ",
        ":",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        '"',
        "#",
        "|\n  ",
        ">-\n ",
    ),
    *(
        "&a ",
        "*a",
        "!!int ",
        "!x ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\t",
        "\r\n",
        "\r",
        "<<: ",
        "~",
        "\\",
        "\\ud800",
    ),
    *(
        "plan:",
        "  id: ",
        "title: ",
        "measures:\n",
        "empty: ",
        "language: ",
        "å",
        "😀",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x00",
    ),
    *("no", "0301", "22:30", "2027-13", "1e999", "{x}", "%", "@", "`"),
)
yamlish = st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join)
contents = st.one_of(
    st.binary(max_size=60),
    yamlish.map(str.encode),
    yamlish.map(lambda text: FRAME + text.encode()),
    st.tuples(yamlish, st.binary(max_size=3), yamlish).map(lambda p: p[0].encode() + p[1] + p[2].encode()),
)
heads = yamlish.map(lambda text: b"---\n" + text.encode() + b"\n---\nText\n")

_FIELDS = sorted({field for cls in ENTRY.values() for field in cls.model_fields} | set(SINGLE) | set(KINDS))
_VALUES = st.one_of(
    texts, ids, st.sampled_from(("2027-13-45", "innen 2026", "løpende", "5 kr", "met", "true", "R", "p", "a"))
)
nested = st.recursive(
    st.none() | _VALUES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(_FIELDS) | st.sampled_from(("nb", "text", "start", "agency")) | texts,
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


def _entry(kind: str) -> st.SearchStrategy[Any]:
    keys = st.sampled_from(sorted(ENTRY[kind].model_fields))
    return st.dictionaries(keys, nested, max_size=6) | nested


raw_files = st.one_of(
    nested,
    st.dictionaries(st.sampled_from((*KINDS, *SINGLE, "format", "empty", "notes")), nested, max_size=5),
    st.sampled_from(KINDS).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"plan": st.just({"id": "p", "title": "T"}), kind: st.lists(_entry(kind), max_size=4)}
        )
    ),
)


def load_files(files: dict[str, bytes], **options: Any) -> Loaded:
    """What loading a folder with these files gives."""
    with tempfile.TemporaryDirectory() as name:
        for file, data in files.items():
            Path(name, file).write_bytes(data)
        return load(name, today=TODAY, **options)


def check(files: dict[str, bytes]) -> Loaded:
    """Load `files`, and hold every law about findings against what comes out."""
    loaded = load_files(files)
    assert list(loaded.findings) == sorted(loaded.findings, key=lambda finding: finding.sort_key())
    for finding in loaded.findings:
        assert finding.code != "PK000", finding.message
        assert finding.message
        place = finding.place
        data = files.get(place.file, b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.split(b"\n")
        assert 1 <= place.line <= len(lines), finding
        assert 1 <= place.column <= len(lines[place.line - 1].decode("utf-8", "replace")) + 1, finding
    assert load_files(files).findings == loaded.findings
    return loaded


@given(contents, contents, st.one_of(contents, heads))
@example(b"", b"", b"---")
@example(b"---", b"---\n---\n", b"---\n---")
@example(
    b"a: &x 1\nb: &x 2\nc: *x\nplan: {id: p, title: *x}", b"\xef\xbb\xbf\xef\xbb\xbfa: [", b"---\n\xff\n---"
)
def test_bytes_of_any_kind_never_raise(main: bytes, other: bytes, page: bytes) -> None:
    """Files of other programs, half-written files, files of another encoding."""
    check({"plan.yaml": main, "other.yaml": other, "page.md": page})


@given(raw_files, raw_files, nested)
def test_structure_of_any_kind_never_raises(main: Any, other: Any, head: Any) -> None:
    """Well-formed YAML that holds the wrong things in the wrong places."""
    page = f"---\n{to_yaml(head)}---\nText\n"
    check(
        {"plan.yaml": to_yaml(main).encode(), "other.yaml": to_yaml(other).encode(), "page.md": page.encode()}
    )


@given(plans())
def test_plan_that_fits_the_format_never_raises(plan: Any) -> None:
    """Every rule can cope with every plan that the format allows."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in dump(plan).items():
            path = Path(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert "PK000" not in {finding.code for finding in load(name, today=TODAY).findings}


@given(raw_files)
def test_slip_in_an_entry_never_hides_an_entry_with_an_id(main: Any) -> None:
    """Every entry with a good id is kept or known to be lost; none vanishes without a trace."""
    with tempfile.TemporaryDirectory() as name:
        Path(name, "plan.yaml").write_bytes(to_yaml(main).encode())
        read = read_plan(Path(name))
    if read.plan is None or not isinstance(main, dict):
        return
    for kind in KINDS:
        entries = main.get(kind)
        for raw in entries if isinstance(entries, list) else ():
            name_of = raw.get("id") if isinstance(raw, dict) else None
            if isinstance(name_of, str):
                assert (
                    name_of in read.lost_ids | {entry.id for entry in getattr(read.plan, kind)}
                    or read.problems
                )


def _shuffled(raw: Any, order: random.Random) -> Any:
    if isinstance(raw, dict):
        keys = list(raw)
        if not set(keys) <= {"nb", "nn", "en", "sv"}:  # the first language is the plan's own
            order.shuffle(keys)
        return {key: _shuffled(raw[key], order) for key in keys}
    return [_shuffled(value, order) for value in raw] if isinstance(raw, list) else raw


def _said(loaded: Loaded, without: Iterable[str]) -> set[tuple[str, str]]:
    return {(finding.code, finding.message) for finding in loaded.findings if finding.code not in without}


@given(raw_files, st.randoms(use_true_random=False))
def test_order_of_keys_and_files_does_not_change_what_is_found(main: Any, order: random.Random) -> None:
    """The same content in another order gives the same findings; only their places differ."""
    if not isinstance(main, dict):
        return
    # These name a place in their message, or which of two was first.
    placed = ("PK008", "PK019", "PK020")
    first = load_files({"plan.yaml": to_yaml(main).encode()}, rules=FORMAT_RULES)
    shuffled = _shuffled(main, order)
    assert read_yaml(to_yaml(shuffled), "f")[0] == read_yaml(to_yaml(main), "f")[0]
    moved = {key for key in shuffled if key in KINDS and order.random() < 0.5}
    files = {
        "plan.yaml": {key: value for key, value in shuffled.items() if key not in moved},
        "z.yaml": {key: value for key, value in shuffled.items() if key in moved},
    }
    second = load_files(
        {name: to_yaml(content).encode() for name, content in files.items()}, rules=FORMAT_RULES
    )
    assert _said(second, placed) == _said(first, placed)
