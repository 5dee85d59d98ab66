"""`plankit serve`: a preview that follows the files, and ends quietly."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plankit.cli.preview import SCRIPT, VERSION, Preview, open_server, with_script
from plankit.cli.watch import snapshot

GOOD = "plan: {id: fjordvik, title: First}\n"

_SERVE = """
import sys
from pathlib import Path
import plankit.outputs as outputs

def build(request):
    request.out.mkdir(parents=True, exist_ok=True)
    title = str(request.loaded.plan.plan.title)
    if title == "Crash":
        raise ValueError("crashed")
    start = request.out / "index.html"
    start.write_text(f"<html><body><h1>{title}</h1></body></html>")
    return outputs.Result(start=start, pages=1, written=1)

outputs.find_output = lambda name: build
from plankit.cli.main import main
main(["serve", "my-plan", *sys.argv[1:]])
"""


class Served:
    """A running `plankit serve`."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """Status and content of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def wait_for(self, words: str, path: str = "/") -> str:
        """The page once it holds `words`."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            page = self.get(path)[1]
            if words in page:
                return page
            time.sleep(0.1)
        raise AssertionError(f"{words!r} never came; last: {page}")


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Runs the command in the folder above the plan until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", _SERVE, "--port", "0"],
        cwd=folder.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if match := re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line):
                yield Served(process, int(match[1]))
                break
        else:
            raise AssertionError(process.communicate())
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "my-plan"
    made.mkdir()
    (made / "plan.yaml").write_text(GOOD)
    return made


def test_serve_follows_the_files_and_keeps_the_last_good_build(folder: Path) -> None:
    """A saved change is shown; a plan with errors or a build that crashes leaves the last good page in place."""
    with serving(folder) as served:
        assert "First" in served.wait_for("First")
        version = served.get(VERSION)[1]
        (folder / "plan.yaml").write_text(GOOD.replace("First", "Second"))
        served.wait_for("Second")
        assert served.get(VERSION)[1] != version
        (folder / "plan.yaml").write_text(GOOD.replace("title", "titel"))
        time.sleep(1.5)
        assert "Second" in served.get("/")[1]
        (folder / "plan.yaml").write_text(GOOD.replace("First", "Crash"))
        time.sleep(1.5)
        assert "Second" in served.get("/")[1]
        (folder / "plan.yaml").write_text(GOOD.replace("First", "Third"))
        served.wait_for("Third")
        served.process.terminate()
        out, err = served.process.communicate(timeout=20)
        assert served.process.returncode == 0
        assert "PK014" in out
        assert "crashed" in err
        assert "Traceback" not in err


def test_serve_of_plan_with_errors_waits_for_a_good_one(folder: Path) -> None:
    """A plan that starts with errors gets a page that says so, until it has none."""
    (folder / "plan.yaml").write_text("plan: {id: fjordvik}\n")
    with serving(folder) as served:
        assert "nothing to show yet" in served.get("/")[1]
        (folder / "plan.yaml").write_text(GOOD)
        served.wait_for("First")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals between processes")
@pytest.mark.parametrize("one", ["SIGINT", "SIGTERM"])
def test_serve_ends_with_zero_and_leaves_no_files(
    folder: Path, one: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C and SIGTERM are how one ends it: no traceback, no error, no rubbish."""
    room = folder.parent / "room"
    room.mkdir()
    monkeypatch.setenv("TMPDIR", str(room))
    with serving(folder) as served:
        assert list(room.iterdir())
        served.process.send_signal(getattr(signal, one))
        _, err = served.process.communicate(timeout=20)
        assert served.process.returncode == 0
        assert "Traceback" not in err
    assert list(room.iterdir()) == []


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Served, Preview]]:
    """A server of a folder with a page and a picture."""
    site = tmp_path / "site"
    (site / "sub").mkdir(parents=True)
    (site / "index.html").write_text("<body>hello</body>")
    (site / "a.svg").write_text("<svg></svg>")
    shown = Preview(site)
    server = open_server(shown, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield Served(None, server.server_address[1]), shown  # type: ignore[arg-type]
    server.shutdown()
    server.server_close()
    thread.join()


def test_preview_page_gets_the_script_and_other_files_do_not(preview: tuple[Served, Preview]) -> None:
    """The script stands in served pages only, and never in the built file."""
    served, shown = preview
    page = served.get("/")[1]
    assert page == f'<body>hello<script src="{SCRIPT}" data-version="{shown.version}"></script></body>'
    assert served.get("/a.svg")[1] == "<svg></svg>"
    assert (shown.folder / "index.html").read_text() == "<body>hello</body>"
    assert VERSION in served.get(SCRIPT)[1]


def test_preview_folder_without_page_is_not_listed(preview: tuple[Served, Preview]) -> None:
    """No list of files is shown, and nothing outside the folder is reached."""
    served, _ = preview
    assert served.get("/sub/")[0] == 404
    assert served.get("/../../etc/passwd")[0] == 404


def test_preview_refuses_a_foreign_host_name(preview: tuple[Served, Preview]) -> None:
    """A site that points its own name at this machine cannot read the plan."""
    served, _ = preview
    assert served.get("/", host="evil.example")[0] == 403
    assert served.get(VERSION, host="evil.example")[0] == 403
    assert served.get("/", host="localhost:1234")[0] == 200


def test_with_script_page_without_body_gets_it_at_the_end() -> None:
    """A page that never closes its body still reloads."""
    assert with_script(b"<p>x", "7").startswith(b"<p>x<script ")


def test_snapshot_changes_with_content_and_not_with_hidden_files(folder: Path) -> None:
    """A saved file, a new one and a removed one are seen; what programs keep beside them is not."""
    before = snapshot(folder)
    (folder / ".swap").write_text("x")
    (folder / "_site").mkdir()
    (folder / "_site" / "x.html").write_text("x")
    assert snapshot(folder) == before
    (folder / "new.yaml").write_text("x")
    assert snapshot(folder) != before
    (folder / "new.yaml").unlink()
    assert snapshot(folder) == before
    (folder / "plan.yaml").write_text(GOOD + "# more\n")
    assert snapshot(folder) != before


def test_serve_taken_port_is_broken_call(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that was asked for and is taken is told of in one line."""
    from click.testing import CliRunner

    from plankit.cli.main import main

    monkeypatch.setattr("plankit.outputs.find_output", lambda name: None)
    server = open_server(Preview(folder), "127.0.0.1", 0)
    result = CliRunner().invoke(main, ["serve", str(folder), "--port", str(server.server_address[1])])
    server.server_close()
    assert result.exit_code == 2
    assert "Cannot listen on 127.0.0.1" in result.stderr
