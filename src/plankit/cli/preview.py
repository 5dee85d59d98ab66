"""A web server for the preview: it serves the last good build and tells open pages when there is a newer one."""

from __future__ import annotations

import os
import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VERSION = "/__plankit__/version"
SCRIPT = "/__plankit__/reload.js"
_JAVASCRIPT = f"""\
(function () {{
  var known = document.currentScript.dataset.version;
  setInterval(function () {{
    fetch("{VERSION}", {{cache: "no-store"}})
      .then(function (answer) {{ return answer.ok ? answer.text() : known; }})
      .then(function (version) {{ if (version !== known) {{ location.reload(); }} }})
      .catch(function () {{}});
  }}, 1000);
}})();
"""
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


class Preview:
    """What is being served now. `show` swaps it for another folder in one go."""

    def __init__(self, folder: Path) -> None:
        self._now = (folder, 0)

    @property
    def folder(self) -> Path:
        """The folder that is served."""
        return self._now[0]

    @property
    def version(self) -> str:
        """Differs for each build, and for each run of the server."""
        return f"{os.getpid()}-{self._now[1]}"

    def show(self, folder: Path) -> None:
        """Serve `folder` from now on."""
        self._now = (folder, self._now[1] + 1)


class Handler(SimpleHTTPRequestHandler):
    """Serves files of the preview; pages get a script that only ever exists here."""

    def __init__(self, *args: Any, preview: Preview, hosts: frozenset[str] | None, **kwargs: Any) -> None:
        self._preview = preview
        self._version = preview.version
        self._hosts = hosts
        super().__init__(*args, directory=str(preview.folder), **kwargs)

    def do_GET(self) -> None:
        """Answer a request."""
        path = urlsplit(self.path).path
        if not self._is_for_us():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == VERSION:
            self._send(self._version.encode(), "text/plain; charset=utf-8")
        elif path == SCRIPT:
            self._send(_JAVASCRIPT.encode(), "text/javascript; charset=utf-8")
        elif (page := self._page()) is not None:
            self._send(with_script(page, self._version), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _is_for_us(self) -> bool:
        """Whether it was asked by the name we listen on: a foreign site must not read an unpublished plan."""
        if self._hosts is None:
            return True
        try:
            name = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        except ValueError:
            return False
        return name in self._hosts

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        if path.suffix.lower() not in (".html", ".htm"):
            return None
        try:
            return path.read_bytes()
        except OSError:
            return None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """End the headers, with one that keeps browsers from holding on to an old build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002  # the name is given by the base class
        """Show nothing of a folder without a page of its own."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for findings."""


def with_script(page: bytes, version: str) -> bytes:
    """`page` with the script that reloads it when there is a newer version than `version`."""
    script = f'<script src="{SCRIPT}" data-version="{version}"></script>'.encode()
    ends = list(_BODY_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + script + page[at:]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser hangs up in the middle of an answer."""


def open_server(preview: Preview, host: str, port: int) -> ThreadingHTTPServer:
    """A server of `preview`, listening. Raises `OSError` where the port is taken."""
    hosts = _LOCAL | {host} if host in _LOCAL else None
    return _Server((host, port), partial(Handler, preview=preview, hosts=hosts))
