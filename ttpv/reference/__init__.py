"""Reference data: data/reference/*.toml, read strictly. No other room reads TOML."""

from ttpv.reference.dossiers import (
    DossierColumn,
    DossierLayout,
    DossierRule,
    DossierStatus,
    DossierValue,
)
from ttpv.reference.findings import FindingRules, RuleId
from ttpv.reference.load import REFERENCE_DIR, ReferenceDataError, read_reference
from ttpv.reference.model import (
    Centre,
    Column,
    Department,
    Derived,
    Identity,
    Jump,
    Layout,
    Measure,
    Rate,
    Reference,
    Target,
    Thresholds,
)
from ttpv.reference.names import (
    DepartmentNames,
    LearnedNames,
    names_of,
    registered_owner,
    rivals_of,
)

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
    "FindingRules",
    "Identity",
    "Jump",
    "Layout",
    "LearnedNames",
    "Measure",
    "Rate",
    "Reference",
    "ReferenceDataError",
    "RuleId",
    "Target",
    "Thresholds",
    "names_of",
    "read_reference",
    "registered_owner",
    "rivals_of",
]
