"""What hosts must send beside the pages is written for each of them, holds in a real browser, and breaks nothing."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPMessage
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from tests.site.building import ROOT, build
from tests.site.guide_building import build_guide
from tests.site.small_plan import write_small_plan

from plankit.sphinx.hosts import (
    HEADERS,
    HOST_FILES,
    IIS,
    NETLIFY,
    NGINX,
    NO_STORE,
    PAGE_POLICY,
    headers,
    host_files,
)

NO_TRACE = re.compile(
    r"document\.cookie|localStorage|sessionStorage|indexedDB|serviceWorker|sendBeacon|prefetch|XMLHttpRequest"
    r"|\bfetch\(|WebSocket|EventSource|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
)
"""What no script may name: everything that keeps or sends something, and all that makes markup of words."""
STATIC = {
    "doorway.css",
    "exit-icon.svg",
    "exit.css",
    "exit.js",
    "filter.js",
    "guide.css",
    "icon.svg",
    "language_data.js",
    "plankit.css",
    "pygments.css",
    "quiet-search.js",
    "quiet.css",
    "styles/furo-extensions.css",
    "styles/furo.css",
}
VIOLATIONS = """
globalThis.violations = [];
addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
}, true);
"""
HOW_TO = ROOT / "docs" / "how-to" / "host-the-site.md"
WITH_EXIT = {one.name: one.value for one in headers(has_exit=True)}


def netlify_rules(text: str) -> dict[str, dict[str, str]]:
    """The headers by path of a `_headers` file, read as the two hosts document it."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith("/"):
            rules[line] = {}
        else:
            assert line.startswith("  "), line
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]][name] = value
    return rules


class _WithHeaders(SimpleHTTPRequestHandler):
    """A host that does what `_headers` says."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is pytest's."""

    def end_headers(self) -> None:
        """Add the headers of the one rule there is."""
        for name, value in netlify_rules(Path(self.directory, NETLIFY).read_text(encoding="utf-8"))[
            "/*"
        ].items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def _served(folder: Path, handler: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def _violations(browser: Browser, start: str, names: list[str]) -> dict[str, list[str]]:
    """What the policy forbade on each page, and what the browser complained of."""
    context = browser.new_context()
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    found: dict[str, list[str]] = {}
    for name in names:
        told.clear()
        page.goto(start + name)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        wrong = [*page.evaluate("violations"), *told]
        if wrong:
            found[name] = wrong
    context.close()
    return found


def _pages(site: Path) -> list[str]:
    """One page of each folder and kind: those of entries differ in their words alone."""
    several = (site / "nb" / "index.html").is_file()
    top = [] if several else [path.name for path in sorted(site.glob("*.html"))]
    folders = sorted(path for path in site.iterdir() if path.is_dir() and not path.name.startswith("_"))
    below = [sorted(folder.rglob("*.html"))[:2] for folder in folders]
    return top + [path.relative_to(site).as_posix() for paths in below for path in paths]


@pytest.mark.parametrize("name", ["fjordvik", "sv", "heat", "no_vold"])
def test_policy_forbids_nothing_that_a_page_needs(
    browser: Browser, sites: Path, name: str, request: pytest.FixtureRequest
) -> None:
    """With the real headers of a host and with the policy in the page, no kind of page breaks against it."""
    site: Path = sites / name if name in ("fjordvik", "sv") else request.getfixturevalue(name)
    with _served(site, _WithHeaders) as start:
        assert _violations(browser, start, _pages(site)) == {}


@pytest.mark.parametrize("name", ["fjordvik", "heat"])
def test_policy_forbids_nothing_on_pages_opened_from_disk(
    browser: Browser, sites: Path, name: str, request: pytest.FixtureRequest
) -> None:
    """Scripts, styles and pictures of the site count as its own also where there is no host at all."""
    site: Path = sites / name if name == "fjordvik" else request.getfixturevalue(name)
    assert _violations(browser, f"{site.as_uri()}/", _pages(site)) == {}


def test_first_page_of_several_languages_leads_on_under_the_policy(browser: Browser, heat: Path) -> None:
    """The page that only leads to a language has the policy too, and leads there without a complaint."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    with _served(heat, _WithHeaders) as start:
        page.goto(start)
        page.wait_for_url(f"{start}nb/index.html")
    page.close()
    assert [one for one in told if "Content Security Policy" in one] == []


def test_policy_is_really_in_force(browser: Browser, fjordvik: Path, tmp_path: Path) -> None:
    """What somebody smuggled into a page does not run, neither by the page's own policy nor by the header."""
    site = tmp_path / "site"
    shutil.copytree(fjordvik, site)
    page = site / "index.html"
    smuggled = "<script>globalThis.ran = true</script><p id=bad style='color: red' onclick='ran = true'>x</p>"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</main>", f"{smuggled}</main>"), encoding="utf-8"
    )
    for start in (f"{site.as_uri()}/", None):
        with _served(site, _WithHeaders) as served:
            found = _violations(browser, start or served, ["index.html"])
        assert {"script-src-elem inline", "script-src-attr inline", "style-src-attr inline"} <= {
            " ".join(one.split()[:2]) for one in found["index.html"]
        }


def test_no_other_site_can_frame_a_page(browser: Browser, fjordvik: Path, tmp_path: Path) -> None:
    """Only a header can say this; with it, the frame stays empty."""
    with _served(fjordvik, _WithHeaders) as start, _served(tmp_path, SimpleHTTPRequestHandler) as other:
        (tmp_path / "frame.html").write_text(f"<iframe src='{start}index.html'></iframe>", encoding="utf-8")
        page = browser.new_page()
        page.goto(f"{other}frame.html")
        page.wait_for_load_state("networkidle")
        inside = page.frames[1]
        assert inside.locator("main").count() == 0
        page.close()


@pytest.mark.parametrize("name", ["fjordvik", "nn", "heat", "no_vold"])
def test_every_page_carries_the_policy_first(sites: Path, name: str, request: pytest.FixtureRequest) -> None:
    """Before anything that could load or run, the page says what it may; also where the host sends no header."""
    site: Path = sites / name if name in ("fjordvik", "nn") else request.getfixturevalue(name)
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    meta = f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">'
    for path in pages:
        head = path.read_text(encoding="utf-8").partition("<head>")[2].partition("</head>")[0]
        assert head.lstrip().startswith(meta), path
        assert '<meta name="referrer" content="no-referrer">' in head, path


def test_policy_has_no_exception() -> None:
    """No inline script or style, no program made of text, no data address, no other site."""
    for policy in (PAGE_POLICY, WITH_EXIT["Content-Security-Policy"]):
        assert "default-src 'none'" in policy
        assert set(re.findall(r"'[^']*'|[^\s;]+", re.sub(r"[a-z]+-[a-z]+", "", policy))) == {
            "'none'",
            "'self'",
        }


@pytest.mark.parametrize("name", ["fjordvik", "sv", "en", "heat", "no_vold"])
def test_shipped_scripts_keep_and_send_nothing(
    sites: Path, name: str, request: pytest.FixtureRequest
) -> None:
    """No script names any storage, any way to send something unasked, or any way to make markup of words."""
    site: Path = sites / name if name in ("fjordvik", "sv", "en") else request.getfixturevalue(name)
    scripts = [path for path in site.rglob("*.js") if path.name != "searchindex.js"]
    assert len(scripts) >= 2
    found = {path.name: NO_TRACE.findall(path.read_text(encoding="utf-8")) for path in scripts}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("name", ["fjordvik", "en", "no_vold"])
def test_static_files_are_those_that_pages_need(
    sites: Path, name: str, request: pytest.FixtureRequest
) -> None:
    """Nothing of Sphinx or Furo lies in the site that no page asks for, and no sheet asks elsewhere."""
    site: Path = sites / name if name in ("fjordvik", "en") else request.getfixturevalue(name)
    static = site / "_static"
    there = {path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()}
    assert {one for one in there if not one.startswith("look/")} == STATIC
    for sheet in static.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(data:|https?:|//)|@import", sheet.read_text(encoding="utf-8"))


def test_headers_file_says_what_the_table_says(fjordvik: Path) -> None:
    """Netlify and Cloudflare Pages get each header once, for every path."""
    text = (fjordvik / NETLIFY).read_text(encoding="utf-8")
    assert netlify_rules(text) == {"/*": WITH_EXIT}
    assert max(map(len, text.splitlines())) < 2000


def test_web_config_is_of_the_shape_that_iis_reads(fjordvik: Path) -> None:
    """Well-formed XML in which each header is taken away before it is added, so that a parent's does no harm."""
    root = ElementTree.parse(fjordvik / IIS).getroot()
    assert root.tag == "configuration"
    assert [one.tag for one in root.iter()][:4] == [
        "configuration",
        "system.webServer",
        "httpProtocol",
        "customHeaders",
    ]
    custom = root.find("system.webServer/httpProtocol/customHeaders")
    assert custom is not None
    added: dict[str, str] = {}
    removed: set[str] = set()
    for one in custom:
        if one.tag == "remove":
            assert set(one.attrib) == {"name"}
            removed.add(one.attrib["name"])
        else:
            assert one.tag == "add"
            assert set(one.attrib) == {"name", "value"}
            assert one.attrib["name"] in removed
            added[one.attrib["name"]] = one.attrib["value"]
    assert added == WITH_EXIT


def _trapped(site: Path) -> str:
    """A server with one location that has a header of its own and no include, and one that has both."""
    include = f'include "{site / NGINX}";'
    return (
        f"server {{ listen 80; root {site}; {include}\n"
        "location /agencies/ { add_header X-Own 1; }\n"
        f"location /areas/ {{ add_header X-Own 1; {include} }} }}\n"
    )


@contextmanager
def _nginx(folder: Path, servers: str) -> Iterator[HTTPConnection]:
    """A real nginx with these servers, on a free port instead of the one for the web."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.fail("No nginx found: install it (apt-get install nginx).")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = folder / "nginx.conf"
    kept = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    conf.write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events {}\nhttp {\naccess_log off;\n"
        + "\n".join(f"{name}_temp_path {folder}/{name};" for name in kept)
        + f"\n{servers.replace('listen 80;', f'listen 127.0.0.1:{port};')}}}\n",
        encoding="utf-8",
    )
    command = [program, "-c", str(conf), "-p", str(folder)]
    checked = subprocess.run(
        [*command, "-t"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connection = _connection(port)
        yield connection
        connection.close()
    finally:
        running.terminate()
        running.wait(timeout=30)


def _connection(port: int) -> HTTPConnection:
    for _ in range(100):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.connect()
            return connection
        except ConnectionRefusedError:
            time.sleep(0.1)
    pytest.fail("nginx did not start")


def _sent(connection: HTTPConnection, path: str) -> tuple[int, HTTPMessage]:
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.headers


def test_nginx_sends_every_header_also_with_an_error(fjordvik: Path, tmp_path: Path) -> None:
    """A real nginx takes the file and sends what the table says, on pages that are there and that are not."""
    with _nginx(tmp_path, _trapped(fjordvik)) as connection:
        for path, status in (("/index.html", 200), ("/nowhere.html", 404)):
            found, sent = _sent(connection, path)
            assert found == status
            assert {name: sent[name] for name in WITH_EXIT} == WITH_EXIT


def test_nginx_drops_headers_in_a_location_with_its_own_as_the_file_warns(
    fjordvik: Path, tmp_path: Path
) -> None:
    """The trap is real, and the remedy that the comment names works."""
    agency = next((fjordvik / "agencies").glob("*.html")).name
    area = next((fjordvik / "areas").glob("*.html")).name
    with _nginx(tmp_path, _trapped(fjordvik)) as connection:
        assert "Content-Security-Policy" not in _sent(connection, f"/agencies/{agency}")[1]
        sent = _sent(connection, f"/areas/{area}")[1]
    assert sent["X-Own"] == "1"
    assert {name: sent[name] for name in WITH_EXIT} == WITH_EXIT
    assert "add_header of its own drops all of these" in (fjordvik / NGINX).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("exits", "is_kept_off_disk"), [("", False), ("https://www.met.no/", True), ("off", False)]
)
def test_pages_with_an_exit_are_not_to_be_kept(tmp_path: Path, exits: str, is_kept_off_disk: bool) -> None:
    """Where readers may have to leave in haste, browsers are asked to keep no copy; elsewhere they may."""
    plan = tmp_path / "plan"
    plan.mkdir()
    write_small_plan(plan, "en")
    text = (plan / "plan.yaml").read_text(encoding="utf-8")
    if exits:
        text = text.replace("plan: {", f"plan: {{site: {{exit: '{exits}'}}, ")
    (plan / "plan.yaml").write_text(text, encoding="utf-8")
    build(plan, tmp_path / "site")
    assert {path.name for path in (tmp_path / "site").iterdir()} >= set(HOST_FILES)
    rules = netlify_rules((tmp_path / "site" / NETLIFY).read_text(encoding="utf-8"))
    assert rules["/*"].get(NO_STORE.name) == (NO_STORE.value if is_kept_off_disk else None)
    build(plan, tmp_path / "site")
    for name, words in host_files(has_exit=is_kept_off_disk).items():
        assert (tmp_path / "site" / name).read_text(encoding="utf-8") == words


def test_guide_site_has_the_host_files_at_its_top(heat: Path, tmp_path: Path) -> None:
    """A guide in several languages is one site, so its files lie beside the first page and nowhere else."""
    for name in HOST_FILES:
        assert [path.parent for path in heat.rglob(name)] == [heat]
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "guide.yaml").write_text(
        "guide: {id: g, edition: '1', title: G, exit: 'https://www.met.no/'}\n", encoding="utf-8"
    )
    build_guide(pack, tmp_path / "site")
    assert netlify_rules((tmp_path / "site" / NETLIFY).read_text(encoding="utf-8"))["/*"] == WITH_EXIT


def test_page_on_hosts_names_every_header_and_file() -> None:
    """Who reads how to host the site finds all that is sent and all files that say so."""
    text = HOW_TO.read_text(encoding="utf-8")
    assert [one.name for one in (*HEADERS, NO_STORE) if f"`{one.name}" not in text] == []
    assert [name for name in HOST_FILES if f"`{name}`" not in text] == []


def test_nginx_takes_what_the_page_on_hosts_shows(fjordvik: Path, tmp_path: Path) -> None:
    """The example with a shortened log is one that a real nginx reads, and its log tells little."""
    found = re.search(r"```text\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    shown = found[1].replace("/srv/site", str(fjordvik)).replace("/var/log/nginx", str(tmp_path))
    with _nginx(tmp_path, shown) as connection:
        assert _sent(connection, "/help.html")[1]["Referrer-Policy"] == "no-referrer"
    log = (tmp_path / "plan.log").read_text(encoding="utf-8")
    assert log.startswith("127.0.0.0 [")
    assert "help" not in log


def test_each_header_is_in_the_table_once_and_explained() -> None:
    """The table is what all files are made of, so a slip in it would be a slip everywhere."""
    assert len({one.name for one in HEADERS}) == len(HEADERS)
    for one in (*HEADERS, NO_STORE):
        assert one.why.endswith(".")
        assert '"' not in one.value
        assert "$" not in one.value
