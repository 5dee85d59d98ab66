"""`plankit serve`: a live preview that is built anew when a file is saved."""

from __future__ import annotations

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plankit.cli.build import is_buildable, output_named, report_result, run_output
from plankit.cli.folders import load_checked, require_folder
from plankit.cli.options import CallError, Command, Option, language_option, municipality_option
from plankit.cli.progress import progress
from plankit.cli.report import print_findings
from plankit.cli.watch import Snapshot, snapshot
from plankit.language import N_, chosen_language, translate

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from plankit.cli.preview import Preview
    from plankit.outputs import Output

PORT = 8000
INTERVAL = 0.5
"""Seconds between two looks at the folder."""


@dataclass(kw_only=True)
class Session:
    """One run of the preview: the plan, the folder that is built in, and what is shown."""

    path: str
    output: Output
    room: Path
    preview: Preview
    language: str | None
    municipality: str | None = None
    builds: int = 0

    @property
    def words(self) -> str:
        """The language of what is printed."""
        return chosen_language(self.language)

    def rebuild(self) -> str | None:
        """Check the plan and show its website if it has no errors; else what was shown before stays.

        Returns the address of the first page, seen from the root of the server; `None` if nothing was built.
        """
        try:
            checked = load_checked(self.path, language=self.words, municipality=self.municipality)
            print_findings([checked.source], "text", self.words)
            if not is_buildable(checked):
                self._say(N_("Not built, because the plan has errors. The last good build is still shown."))
                return None
            building = self.room / "building"
            with progress() as show:
                result = run_output(
                    self.output, checked, building, language=self.language, remember=False, show=show
                )
            self._show(building)
        except CallError as error:
            error.show()
            return None
        except (LookupError, OSError, RuntimeError, TypeError, ValueError) as error:
            # A build that fails must not end the preview: the next save may mend it.
            self._say(N_("Not built: {error}"), error=f"{type(error).__name__}: {error}")
            return None
        report_result(result, self.words)
        start, root = result.start.resolve(), building.resolve()
        return start.relative_to(root).as_posix() if start.is_relative_to(root) else None

    def _show(self, built: Path) -> None:
        """Show a copy, so that the next build does not change pages while they are read."""
        self.builds += 1
        shutil.copytree(built, self.room / str(self.builds))
        self.preview.show(self.room / str(self.builds))
        if self.builds > 1:  # the one before is kept for requests on their way
            shutil.rmtree(self.room / str(self.builds - 2), ignore_errors=True)

    def _say(self, message: str, **values: object) -> None:
        click.echo(translate(message, self.words).format(**values), err=True)


@click.command(
    cls=Command,
    help=N_("Preview the website of a plan while you write. PATH is the folder of the plan; Ctrl-C ends it."),
    epilog=N_("Example: plankit serve my-plan --port 8080"),
)
@click.argument("path", metavar="PATH")
@click.option(
    "--port",
    cls=Option,
    type=click.IntRange(0, 65535),
    default=None,
    help=N_("Port to listen on. Without it: 8000, or a free one if that is taken."),
)
@click.option(
    "--host",
    cls=Option,
    default="127.0.0.1",
    show_default=True,
    help=N_("Address to listen on. Any other than this one lets others in your network read the plan."),
)
@municipality_option()
@language_option(
    N_("Language of the website and of what is printed. Without it: the plan's own, and PLANKIT_LANGUAGE.")
)
def serve(path: str, port: int | None, host: str, municipality: str | None, language: str | None) -> None:
    """Serve the website of a plan and build it anew whenever a file of the plan changes."""
    words = chosen_language(language)
    folder = require_folder(path, words)
    output = output_named("html", words)
    if municipality is not None:
        load_checked(path, language=words, municipality=municipality)  # one that is not there ends it at once
    with (
        _until_stopped() as stopped,
        tempfile.TemporaryDirectory(prefix="plankit-serve-", ignore_cleanup_errors=True) as room,
    ):
        from plankit.cli.preview import Preview  # brings a web server, which no other command needs

        preview = Preview(_waiting_page(Path(room), words))
        with _listening(preview, host, port, words) as server:
            session = Session(
                path=path,
                output=output,
                room=Path(room),
                preview=preview,
                language=language,
                municipality=municipality,
            )
            seen = snapshot(folder)
            start = session.rebuild()
            page = "" if start in (None, "index.html") else start
            click.echo(_address(server, page or ""))
            _watch(session, folder, seen, stopped)


def _watch(session: Session, folder: Path, seen: Snapshot, stopped: list[int]) -> None:
    while not stopped:
        time.sleep(INTERVAL)
        now = snapshot(folder)
        if now != seen:
            seen = now
            session.rebuild()


def _waiting_page(room: Path, language: str) -> Path:
    """The folder shown until there is a good build."""
    folder = room / "0"
    folder.mkdir()
    text = escape(translate(N_("There is nothing to show yet. See the terminal."), language))
    page = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>plankit</title><body><p>{text}</p></body></html>\n'
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


@contextmanager
def _listening(preview: Preview, host: str, port: int | None, language: str) -> Iterator[ThreadingHTTPServer]:
    """A server that answers until the block ends. Raises `CallError` where it cannot listen."""
    server = _open(preview, host, port, language)
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _open(preview: Preview, host: str, port: int | None, language: str) -> ThreadingHTTPServer:
    from plankit.cli.preview import open_server  # brings a web server, which no other command needs

    try:
        try:
            return open_server(preview, host, PORT if port is None else port)
        except OSError:
            if port is not None:
                raise
            return open_server(preview, host, 0)
    except OSError as error:
        message = N_("Cannot listen on {host}, port {port}: {reason}")
        reason = error.strerror or str(error)
        raise CallError(
            message, language, host=host, port=PORT if port is None else port, reason=reason
        ) from error


def _address(server: ThreadingHTTPServer, page: str) -> str:
    host, port = str(server.server_address[0]), server.server_address[1]
    return f"http://{host}:{port}/{page}"


@contextmanager
def _until_stopped() -> Iterator[list[int]]:
    """Run the block until Ctrl-C or SIGTERM, which end it quietly and are put in the list."""
    stopped: list[int] = []

    def stop(number: int, _frame: Any) -> None:
        stopped.append(number)  # Python drops what is raised while it tidies up an object
        for one in watched:  # a second signal must not cut the cleaning up short
            signal.signal(one, signal.SIG_IGN)
        raise KeyboardInterrupt

    watched = (signal.SIGINT, signal.SIGTERM)
    before = {one: signal.signal(one, stop) for one in watched}
    try:
        yield stopped
    except KeyboardInterrupt:
        pass
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
