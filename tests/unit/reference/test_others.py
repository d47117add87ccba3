"""The register of other figures as text, and what other.toml may not say."""

from datetime import date
from decimal import Decimal

import pytest

from ttpv.reference import (
    Entered,
    IndexEntry,
    OtherEntries,
    PeriodEntry,
    ReferenceDataError,
    ReferenceFiles,
    build_others_toml,
    parse_others,
    parse_reference,
    read_reference_files,
)

YEAR = PeriodEntry(
    first=date(2023, 1, 1),
    last=date(2023, 12, 25),
    figures={
        "calls": Entered(value=1200, qualifier="hơn"),
        "questions_received": Entered(value=227),
        "signatures": Entered(value=359, qualifier="hơn", since=date(2023, 8, 15)),
    },
    source='Báo cáo "năm"\n2023',
)
MONTH = PeriodEntry(first=date(2023, 1, 1), last=date(2023, 1, 31))
INDEX = IndexEntry(
    day=date(2023, 12, 25),
    points=Decimal("90.18"),
    groups={"publicity": Decimal("17.5"), "progress": Decimal(20)},
    band="xuất sắc",
    rank="thứ nhất toàn quốc",
)


def test_the_text_says_it_all():
    entries = OtherEntries(periods=(MONTH, YEAR), indexes=(INDEX,))
    assert parse_others(build_others_toml(entries)) == entries


def test_the_order_of_entering_makes_no_other_text():
    assert build_others_toml(OtherEntries(periods=(YEAR, MONTH))) == build_others_toml(
        OtherEntries(periods=(MONTH, YEAR))
    )


def test_figures_stand_as_reports_print_them():
    assert 'figures."calls" = { value = 1200, qualifier = "hơn" }' in build_others_toml(
        OtherEntries(periods=(YEAR,))
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[period]]\nfrom = 2023-02-01\nto = 2023-01-31", "'to' lies before 'from'"),
        ("[[period]]\nfrom = 2023-01-01\nto = 2023-01-31\n" * 2, "stands twice"),
        ("[[index]]\nday = 2023-12-25\n" * 2, "index of 2023-12-25 stands twice"),
        ("[[figures]]\nfrom = 2023-02-01", "figures"),
    ],
)
def test_a_register_that_nobody_can_read_is_refused(text: str, fault: str):
    with pytest.raises(ReferenceDataError, match=r"^other-figures.toml: ") as caught:
        parse_others(text)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('id = "emails"', 'id = "calls"', "figure 'calls' stands twice"),
        ('id = "progress"', 'id = "publicity"', "group 'publicity' stands twice"),
        ('within = "questions_received"', 'within = "asked"', "refers to unknown 'asked'"),
        ("from = 80", "from = 95", "'from' does not fall from band to band"),
        ("maximum = 18", "maximum = 0", "'maximum' is not above 0"),
    ],
)
def test_definitions_that_contradict_themselves_are_refused(old: str, new: str, fault: str):
    texts = read_reference_files().texts
    assert old in texts["other.toml"]
    edited = {**texts, "other.toml": texts["other.toml"].replace(old, new, 1)}
    with pytest.raises(ReferenceDataError, match=r"^other.toml: ") as caught:
        parse_reference(ReferenceFiles(edited))
    assert fault in str(caught.value)
