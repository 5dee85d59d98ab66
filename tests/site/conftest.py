"""What the tests of the site have in common: sites built once, served to a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.site.building import FJORDVIK, build
from tests.site.guide_building import HEAT, build_guide
from tests.site.guide_building import LANGUAGES as GUIDE_LANGUAGES
from tests.site.small_plan import LANGUAGES, write_small_plan

from plankit.guides import packs_folder

HERE = Path(__file__).parent
_MYST = (
    "ignore:'myst_parser[.].*' is deprecated:DeprecationWarning",
    "ignore:'myst_parser[.].*' is deprecated:PendingDeprecationWarning",
    "ignore:'sphinx.environment.BuildEnvironment.app' is deprecated:DeprecationWarning",
    "ignore:'sphinx.environment.BuildEnvironment.app' is deprecated:PendingDeprecationWarning",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """MyST-Parser 5 uses what Sphinx 11 will take away; that is told of there, and is no fault of plankit's."""
    for item in items:
        if HERE in item.path.parents:
            for line in _MYST:
                item.add_marker(pytest.mark.filterwarnings(line))


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built example in `fjordvik`, and a small plan in the folder named for each other language."""
    folder = tmp_path_factory.mktemp("sites")
    build(FJORDVIK, folder / "fjordvik", remember=False)
    for language in LANGUAGES:
        plan = tmp_path_factory.mktemp(f"plan-{language}")
        write_small_plan(plan, language)
        build(plan, folder / language, remember=False)
    return folder


@pytest.fixture(scope="session")
def fjordvik(sites: Path) -> Path:
    """The built site of the example."""
    return sites / "fjordvik"


@pytest.fixture(scope="session")
def heat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide, in its three languages."""
    out = tmp_path_factory.mktemp("guide") / "heat"
    result = build_guide(HEAT, out, *GUIDE_LANGUAGES)
    assert result.warnings == ()
    return out


@pytest.fixture(scope="session")
def no_vold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Norwegian guide in Bokmål."""
    out = tmp_path_factory.mktemp("guide") / "no-vold"
    assert build_guide(packs_folder() / "no-vold", out, "nb").warnings == ()
    return out


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is pytest's."""


@pytest.fixture(scope="session")
def address(sites: Path) -> Iterator[str]:
    """Where the built sites are served; ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(sites)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()
