"""Reference data: data/reference/*.toml, read strictly. No other room reads TOML."""

from ttpv.reference.dossiers import (
    DossierColumn,
    DossierLayout,
    DossierRule,
    DossierStatus,
    DossierValue,
)
from ttpv.reference.load import REFERENCE_DIR, ReferenceDataError, read_reference
from ttpv.reference.model import (
    Centre,
    Column,
    Department,
    Derived,
    Identity,
    Layout,
    Measure,
    Rate,
    Reference,
    Target,
)
from ttpv.reference.names import DepartmentNames

__all__ = [
    "REFERENCE_DIR",
    "Centre",
    "Column",
    "Department",
    "DepartmentNames",
    "Derived",
    "DossierColumn",
    "DossierLayout",
    "DossierRule",
    "DossierStatus",
    "DossierValue",
    "Identity",
    "Layout",
    "Measure",
    "Rate",
    "Reference",
    "ReferenceDataError",
    "Target",
    "read_reference",
]
