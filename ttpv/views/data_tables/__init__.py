"""The tables of the pages as data, one function a table. docs/TABLES.md lists their columns."""

from ttpv.views.data_tables.counts import table_of_dossiers, table_of_fees
from ttpv.views.data_tables.imports import (
    table_of_changes,
    table_of_effects,
    table_of_issues,
    table_of_read,
)
from ttpv.views.data_tables.lists import table_of_dossier_list, table_of_groups
from ttpv.views.data_tables.rates import table_of_departments, table_of_laggards
from ttpv.views.data_tables.registers import (
    table_of_history,
    table_of_registry,
    table_of_reports,
    table_of_targets,
)
from ttpv.views.data_tables.trends import (
    table_of_backlog,
    table_of_contributions,
    table_of_multiples,
    table_of_trend,
)

__all__ = [
    "table_of_backlog",
    "table_of_changes",
    "table_of_contributions",
    "table_of_departments",
    "table_of_dossier_list",
    "table_of_dossiers",
    "table_of_effects",
    "table_of_fees",
    "table_of_groups",
    "table_of_history",
    "table_of_issues",
    "table_of_laggards",
    "table_of_multiples",
    "table_of_read",
    "table_of_registry",
    "table_of_reports",
    "table_of_targets",
    "table_of_trend",
]
