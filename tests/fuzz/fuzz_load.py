"""Feeds arbitrary bytes to `plankit.load`, guided by coverage; any exception stops it with the input saved.

Run `python tests/fuzz/fuzz_load.py SECONDS [CORPUS_FOLDER]`. Needs atheris, which is no dependency of plankit.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["plankit", "yaml"]):
    from plankit.loading import load
    from plankit.source.dump import dump

FRAME = b"plan: {id: p, title: T}\n"
TODAY = date(2027, 6, 30)
SEEDS = (
    b"\x00plan:\n  id: p\n  title: {nb: T, nn: U}\n  period: {start: 2026, end: 2029}\n",
    b"\x01measures:\n  - id: m\n    title: T\n    goals: [g]\n    deadline: innen 30. juni 2027\n    cost: 5 mill. kr\n",
    b"\x01procedures:\n  - id: r\n    title: T\n    steps:\n      - {id: s, what: W, next: [{step: s}], deadline: PT0S}\n",
    b"\x01agencies: [{id: a, name: N, roles: [{id: r, title: T}]}]\nresponsibilities: [{agency: a, role: A}]\n",
    b"\x01a: &x [*x]\nb: !!int '1'\n---\nc: |2+\n  x\n",
    b"\x02---\ntitle: T\nanswers: [r]\n---\n# Text\n",
    b"\x03# T\n```{plan-quiz} q\n:task: t\nWho?\n- [x] a | b\n- [ ] c\n```\n:::{plan-case} c\n---\ntitle: T\n---\nS.\n:::\n",
)
"""The first byte chooses the file: the plan's own, one beside it, a page, or a teacher's own."""

_folder = Path(tempfile.mkdtemp(prefix="plankit-fuzz-"))
(_folder / "teaching").mkdir()
_files = (
    _folder / "plan.yaml",
    _folder / "other.yaml",
    _folder / "page.md",
    _folder / "teaching" / "own.md",
)


def one_input(data: bytes) -> None:
    """Load a plan folder that holds `data`, and hold the laws against what comes out."""
    choice, content = (data[0] % len(_files), data[1:]) if data else (0, b"")
    for number, path in enumerate(_files):
        path.write_bytes(content if number == choice else FRAME if number == 0 else b"")
    loaded = load(_folder, today=TODAY)
    crashed = [finding.message for finding in loaded.findings if finding.code == "PK000"]
    assert not crashed, crashed
    if loaded.plan is not None:
        files = dump(loaded.plan)
        for path in _files:
            path.unlink()
        for name, text in files.items():
            Path(_folder, name).write_bytes(text.encode("utf-8"))
        again = load(_folder, today=TODAY, rules=())
        assert again.plan == loaded.plan, "written and read again, the plan is another"


def main() -> None:
    """Fuzz for as many seconds as the first argument says; a minute without it."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    corpus = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp(prefix="plankit-corpus-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        "-max_len=4096",
        "-timeout=20",
        f"-artifact_prefix={corpus.parent}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
