"""A municipality's action plan as code."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plankit.findings import Finding, Place, Severity
    from plankit.loading import Loaded, load
    from plankit.model.guide import Guide
    from plankit.model.plan import Plan
    from plankit.source.dump import dump

__all__ = ["Finding", "Guide", "Loaded", "Place", "Plan", "Severity", "dump", "load"]
__version__ = "2026.1"

_HOMES = {
    "Finding": "plankit.findings",
    "Guide": "plankit.model.guide",
    "Loaded": "plankit.loading",
    "Place": "plankit.findings",
    "Plan": "plankit.model.plan",
    "Severity": "plankit.findings",
    "dump": "plankit.source.dump",
    "load": "plankit.loading",
}


def __getattr__(name: str) -> Any:
    # The model is loaded when it is first asked for: `plankit --help` must not wait for it.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
