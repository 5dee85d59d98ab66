"""A municipality's action plan as code."""

from plankit.findings import Finding, Place, Severity
from plankit.loading import Loaded, load
from plankit.model.guide import Guide
from plankit.model.plan import Plan
from plankit.source.dump import dump

__all__ = ["Finding", "Guide", "Loaded", "Place", "Plan", "Severity", "dump", "load"]
__version__ = "2026.1"


def __dir__() -> list[str]:
    return __all__
