"""What a host must say beside the pages: one table of headers, and the files that tell each host of them.

Every page carries the policy itself, for hosts that can say nothing; what only a header can say is in the
files. The order and the words depend on the table alone, so a built site stays the same from build to build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

SOURCES: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)
"""What a page may load and do: files of its own site, and nothing written into the page itself."""


def _policy(directives: tuple[tuple[str, str], ...]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives)


PAGE_POLICY = _policy(SOURCES)
"""The policy in each page. Browsers ignore `frame-ancestors` there and complain, so it is left to the header."""


class Header(NamedTuple):
    """A header and what it is good for, in words for the person who runs the host."""

    name: str
    value: str
    why: str


HEADERS: tuple[Header, ...] = (
    Header(
        "Content-Security-Policy",
        _policy((*SOURCES, ("frame-ancestors", "'none'"))),
        "Only files of this site are loaded, no script or style inside a page runs, and no other site may frame it.",
    ),
    Header("Referrer-Policy", "no-referrer", "Other sites are not told which page the reader came from."),
    Header(
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "microphone=(), payment=(), usb=()",
        "Camera, microphone, place and advertising topics stay closed.",
    ),
    Header("X-Content-Type-Options", "nosniff", "The browser does not guess what kind a file is of."),
    Header("X-Frame-Options", "DENY", "The same as frame-ancestors, for old browsers."),
    Header(
        "Strict-Transport-Security",
        "max-age=31536000",
        "For a year, the browser asks over an encrypted line alone. Browsers ignore it on unencrypted ones.",
    ),
    Header("Cross-Origin-Opener-Policy", "same-origin", "A site that opened this one cannot reach into it."),
    Header("Cross-Origin-Resource-Policy", "same-origin", "Other sites cannot load files from here."),
)
"""Every header that a host should send with each file."""

NO_STORE = Header(
    "Cache-Control",
    "no-store",
    "The browser keeps no copy of a page on disk. Each page is fetched anew, also with Back: slower, but no trace.",
)
"""Sent in addition where the site has an exit link."""

NETLIFY, NGINX, IIS, NO_JEKYLL = "_headers", "nginx-headers.conf", "web.config", ".nojekyll"
HOST_FILES = (NETLIFY, NGINX, IIS, NO_JEKYLL)
"""Every file that is written for a host, by its name in the site's folder."""


def headers(*, has_exit: bool) -> tuple[Header, ...]:
    """The headers of a site that has an exit link, or has none."""
    return (*HEADERS, NO_STORE) if has_exit else HEADERS


def host_files(*, has_exit: bool) -> dict[str, str]:
    """The text of each host file by its name."""
    wanted = headers(has_exit=has_exit)
    return {NETLIFY: _netlify(wanted), NGINX: _nginx(wanted), IIS: _iis(wanted), NO_JEKYLL: ""}


def write_host_files(out: Path, *, has_exit: bool) -> None:
    """Write the host files into the folder of a site. What is equal already is not touched."""
    for name, text in host_files(has_exit=has_exit).items():
        path, data = out / name, text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)


def _netlify(wanted: tuple[Header, ...]) -> str:
    # One rule for everything: a `*` elsewhere than last in a path means different things to the two hosts.
    lines = ["# Netlify and Cloudflare Pages read this file where it lies: at the top of what is published."]
    lines += ["/*", *(f"  {one.name}: {one.value}" for one in wanted)]
    return "\n".join(lines) + "\n"


def _nginx(wanted: tuple[Header, ...]) -> str:
    def lines() -> Iterator[str]:
        yield "# For nginx: write `include /path/to/nginx-headers.conf;` into the server block of the site."
        yield "#"
        yield "# A location with an add_header of its own drops all of these without a word:"
        yield "# write the include line into every such location too."
        for one in wanted:
            yield ""
            yield f"# {one.why}"
            yield f'add_header {one.name} "{one.value}" always;'

    return "\n".join(lines()) + "\n"


def _iis(wanted: tuple[Header, ...]) -> str:
    def lines() -> Iterator[str]:
        yield '<?xml version="1.0" encoding="utf-8"?>'
        yield "<configuration>"
        yield "  <system.webServer>"
        yield "    <httpProtocol>"
        yield "      <customHeaders>"
        yield "        <!-- IIS stops with an error where a header is added twice, hence each is removed first. -->"
        yield '        <remove name="X-Powered-By" />'
        for one in wanted:
            yield f"        <remove name={quoteattr(one.name)} />"
            yield f"        <add name={quoteattr(one.name)} value={quoteattr(one.value)} />"
        yield "      </customHeaders>"
        yield "    </httpProtocol>"
        yield "  </system.webServer>"
        yield "</configuration>"

    return "\n".join(lines()) + "\n"
