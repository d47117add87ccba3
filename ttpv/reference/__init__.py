"""Reference data: data/reference/*.toml, read strictly. No other room reads TOML."""

from ttpv.reference.dossiers import (
    DossierColumn,
    DossierLayout,
    DossierRule,
    DossierStatus,
    DossierValue,
)
from ttpv.reference.explain import explain_fault, explain_installed
from ttpv.reference.files import (
    REFERENCE_DIR,
    ReferenceDataError,
    ReferenceFiles,
    parse_bundle,
    read_reference_files,
)
from ttpv.reference.findings import FindingRules, RuleId
from ttpv.reference.letterhead import Letterhead, Signature
from ttpv.reference.load import (
    LETTERHEAD_FILE,
    OTHERS_FILE,
    TARGETS_FILE,
    parse_others,
    parse_reference,
    parse_targets,
    read_reference,
)
from ttpv.reference.model import (
    PROVINCE,
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
from ttpv.reference.other_text import build_others_toml
from ttpv.reference.others import (
    Entered,
    IndexDefinition,
    IndexEntry,
    OtherDefinitions,
    OtherEntries,
    OtherFigure,
    PeriodEntry,
)
from ttpv.reference.target_text import build_targets_toml

__all__ = [
    "LETTERHEAD_FILE",
    "OTHERS_FILE",
    "PROVINCE",
    "REFERENCE_DIR",
    "TARGETS_FILE",
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
    "Entered",
    "FindingRules",
    "Identity",
    "IndexDefinition",
    "IndexEntry",
    "Jump",
    "Layout",
    "LearnedNames",
    "Letterhead",
    "Measure",
    "OtherDefinitions",
    "OtherEntries",
    "OtherFigure",
    "PeriodEntry",
    "Rate",
    "Reference",
    "ReferenceDataError",
    "ReferenceFiles",
    "RuleId",
    "Signature",
    "Target",
    "Thresholds",
    "build_others_toml",
    "build_targets_toml",
    "explain_fault",
    "explain_installed",
    "names_of",
    "parse_bundle",
    "parse_others",
    "parse_reference",
    "parse_targets",
    "read_reference",
    "read_reference_files",
    "registered_owner",
    "rivals_of",
]
