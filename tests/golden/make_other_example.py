"""Makes data/examples/binh-dinh-2023-so-lieu-khac.xlsx: what the report of 2023 says of questions,
e-mails, calls, signatures (sections I.3 and II) and of the index 766 (I.8).

Run from the repository's root: python -m tests.golden.make_other_example
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from ttpv.core.periods import Period
from ttpv.demo.exports import without_times
from ttpv.reference import Entered, IndexEntry, PeriodEntry, read_reference
from ttpv.reports.other_sheet import build_other_workbook

OTHERS = Path(__file__).parents[2] / "data" / "examples" / "binh-dinh-2023-so-lieu-khac.xlsx"

PERIOD = Period.inclusive(date(2023, 1, 1), date(2023, 12, 25))
SOURCE = "Báo cáo năm 2023 của Trung tâm"
FIGURES = PeriodEntry(
    first=PERIOD.start,
    last=PERIOD.last,
    figures={
        "questions_received": Entered(value=227),
        "questions_answered": Entered(value=188),
        "questions_cancelled": Entered(value=19),
        "emails": Entered(value=110, qualifier="hơn"),
        "calls": Entered(value=1200, qualifier="hơn"),
        "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15)),
    },
    source=SOURCE,
)
INDEX = IndexEntry(
    day=PERIOD.last,
    points=Decimal("90.18"),
    band="xuất sắc",
    rank="thứ nhất toàn quốc",
    source=SOURCE,
)


def other_example() -> bytes:
    return without_times(build_other_workbook(read_reference(), PERIOD, [FIGURES, INDEX]))


if __name__ == "__main__":
    OTHERS.write_bytes(other_example())
    print(OTHERS)
