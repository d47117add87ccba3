"""The sums that our own template carries, as Excel writes them: written by reports, known again by
readers where nobody has calculated them (a template that a script filled in)."""

import re
from collections.abc import Sequence

_SUM_OF_AREA = re.compile(
    r'=IF\(COUNT\((?P<area>(?P<column>[A-Z]+)\d+:(?P=column)\d+)\)=0,"",SUM\((?P=area)\)\)'
)


def sum_of_cells(cells: Sequence[str]) -> str:
    """D7 + F7, and blank as long as one of them is: what is missing is not 0."""
    return f'=IF(COUNT({",".join(cells)})={len(cells)},{"+".join(cells)},"")'


def sum_of_area(column: str, first: int, last: int) -> str:
    """The sum of a column's rows, blank where all of them are."""
    area = f"{column}{first}:{column}{last}"
    return f'=IF(COUNT({area})=0,"",SUM({area}))'


def is_sum_of_area(formula: str, column: str) -> bool:
    """Whether it is `sum_of_area` of that column, over whatever rows: people insert some."""
    found = _SUM_OF_AREA.fullmatch(formula)
    return found is not None and found["column"] == column
