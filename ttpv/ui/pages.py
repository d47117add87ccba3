"""The pages: file, title in the menu, address. The first is the one that opens."""

from ttpv.ui import texts
from ttpv.ui.texts import others, reports

PAGES = {
    "pages/overview.py": texts.OVERVIEW,
    "pages/departments.py": texts.DEPARTMENTS,
    "pages/trends.py": texts.TRENDS,
    "pages/department.py": texts.DEPARTMENT,
    "pages/dossiers.py": texts.DOSSIERS,
    "pages/fees.py": texts.FEES,
    "pages/others.py": others.PAGE,
    "pages/reports.py": reports.PAGE,
    "pages/import_data.py": texts.IMPORT,
    "pages/targets.py": texts.TARGETS_PAGE,
    "pages/history.py": texts.HISTORY_PAGE,
    "pages/registry.py": texts.REGISTRY,
    "pages/help.py": texts.HELP,
}
HOME = next(iter(PAGES))

ADDRESSES = frozenset({"", *(address for _, address in PAGES.values())} - {PAGES[HOME][1]})
"""What may stand behind the host: Streamlit opens the first page without an address, and knows none
for it."""
