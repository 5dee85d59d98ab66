"""Sites of many plans in one process are those that each plan gives by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.registry.plans import TODAY, written
from tests.site.building import difference

import plankit
from plankit.outputs import OutputMissing, Request, find_output
from plankit.registry.executors import Executor, InProcess, Lost
from plankit.registry.sites import Built, SiteOrder, build_sites


def test_sites_built_one_after_the_other_are_those_built_alone(tmp_path: Path) -> None:
    """Nothing of one plan is left in the site of the next, and to remember nothing changes nothing."""
    folders = written(tmp_path / "plans", 2)
    orders = [SiteOrder(folder=one, out=tmp_path / "many" / one.name) for one in folders]
    built = dict(build_sites(orders, today=TODAY, remember=False))
    assert all(one.reason is None and one.pages == one.written > 5 for one in built.values())
    alone = tmp_path / "alone"
    loaded = plankit.load(folders[1], today=TODAY)
    find_output("html")(Request(folder=folders[1], loaded=loaded, out=alone, today=TODAY))
    assert difference(orders[1].out, alone) == ""


class _Losing(InProcess):
    def run(self, function, tasks):  # type: ignore[no-untyped-def]
        return ((number, Lost()) for number, _ in enumerate(tasks))


@pytest.mark.parametrize(
    ("executor", "reason"), [(InProcess(), "no-folder"), (_Losing(), "lost")], ids=["gone", "lost"]
)
def test_site_that_cannot_be_built_is_told(executor: Executor, reason: str, tmp_path: Path) -> None:
    """A folder that is gone and a process that died are told of, each with its plan."""
    order = SiteOrder(folder=tmp_path / "nowhere", out=tmp_path / "out")
    assert list(build_sites([order], today=TODAY, executor=executor)) == [(order, Built(reason=reason))]


def test_sites_without_what_builds_them_raise_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has no Sphinx learns it at once, not once for each plan."""
    monkeypatch.setattr("plankit.outputs._entries", lambda *_: ())
    order = SiteOrder(folder=tmp_path / "nowhere", out=tmp_path / "out")
    with pytest.raises(OutputMissing):
        list(build_sites([order], today=TODAY))
