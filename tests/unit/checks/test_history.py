"""Forms against other periods. Each docstring-sized table is an export's rows."""

from dataclasses import replace

import pytest

from tests.spec.tables import dates, make_counts, read_table
from ttpv.checks import History, check_history, compared_forms
from ttpv.checks.neighbours import find_neighbours
from ttpv.core.issues import Issue
from ttpv.core.tables import CountsTable
from ttpv.published import find_holders
from ttpv.reference import Reference

ONE, TWO = "annex-1", "annex-2"


def table(period: str, text: str, reference: Reference, form: str = ONE) -> CountsTable:
    made = make_counts(read_table(text), dates(period), reference, form)
    rows = tuple(
        replace(row, place=replace(row.place, row=n), columns=dict.fromkeys(made.fields, "C"))
        for n, row in enumerate(made.rows, 1)
    )
    return replace(made, rows=rows)


def check(
    new: CountsTable | list[CountsTable], reference: Reference, *published: CountsTable
) -> list[Issue]:
    tables = new if isinstance(new, list) else [new]
    holders = find_holders([*published, *tables], reference)
    return check_history(tables, History(holders, published), reference)


def codes(issues: list[Issue]) -> list[tuple[str, int | None, str | None]]:
    return [(issue.code, issue.row, issue.value) for issue in issues]


# Stocks

NOVEMBER = """
    who       | carried_over | pending | pending_in_time | pending_overdue
    so-y-te   |           10 |       7 |               5 |               2
    so-tu-phap|            4 |       3 |               3 |               0
"""
DECEMBER = """
    who       | carried_over | pending | pending_in_time | pending_overdue
    so-y-te   |            8 |       6 |               6 |               0
    so-tu-phap|            3 |       1 |               1 |               0
"""


def test_the_opening_stock_is_the_closing_stock_of_the_period_before(reference: Reference):
    before, after = table("2023-11", NOVEMBER, reference), table("2023-12", DECEMBER, reference)
    (issue,) = check(after, reference, before)
    assert codes([issue]) == [("stock_differs", 1, "8")]
    assert "“so-y-te” là 8, nhưng kỳ 01/11/2023 – 30/11/2023" in issue.message
    assert "Hồ sơ đang giải quyết là 7 (lệch 1)" in issue.message


def test_and_the_other_way_round(reference: Reference):
    before, after = table("2023-11", NOVEMBER, reference), table("2023-12", DECEMBER, reference)
    (issue,) = check(before, reference, after)
    assert codes([issue]) == [("stock_differs", 1, "7")]
    assert "kỳ 01/12/2023 – 31/12/2023 ghi Hồ sơ kỳ trước chuyển sang là 8" in issue.message


def test_two_that_come_together_say_it_once(reference: Reference):
    both = [table("2023-12", DECEMBER, reference), table("2023-11", NOVEMBER, reference)]
    assert [issue.value for issue in check(both, reference)] == ["8"]


def test_a_gap_of_a_day_is_no_continuation(reference: Reference):
    before = table("2023-11-01..2023-11-29", NOVEMBER, reference)
    assert check(table("2023-12", DECEMBER, reference), reference, before) == []


def test_a_missing_total_is_the_sum_of_its_parts(reference: Reference):
    parts = "who | pending_in_time | pending_overdue\nso-y-te | 5 | 2"
    before = table("2023-11", parts, reference)
    (issue,) = check(table("2023-12", DECEMBER, reference), reference, before)
    assert "là 7 (lệch 1)" in issue.message
    unknown = table("2023-11", "who | pending_in_time\nso-y-te | 5", reference)
    assert check(table("2023-12", DECEMBER, reference), reference, unknown) == []


def test_a_derived_measure_stands_in_no_cell(reference: Reference):
    """II.06a prints no total of some measures: then the row is named."""
    row = replace(table("2023-12", DECEMBER, reference).rows[0], columns={})
    december = replace(table("2023-12", DECEMBER, reference), rows=(row,))
    _, issue = check(december, reference, table("2023-11", NOVEMBER, reference))
    assert ", dòng 1: Hồ sơ kỳ trước chuyển sang" in issue.message
    assert issue.column is None


def test_none_is_not_0(reference: Reference):
    before = table("2023-11", "who | pending\nso-y-te |", reference)
    assert check(table("2023-12", DECEMBER, reference), reference, before) == []


def test_cumulative_exports_open_with_the_same_stock(reference: Reference):
    november = table("2023-01-01..2023-11-30", "who | carried_over\nso-y-te | 9", reference)
    december = table("2023", "who | carried_over\nso-y-te | 8", reference)
    assert codes(check(december, reference, november)) == [("stock_differs", 1, "8")]
    assert codes(check(november, reference, december)) == [("stock_differs", 1, "9")]


def test_a_year_and_its_december_close_with_the_same_stock(reference: Reference):
    year = table("2023", "who | pending\nso-y-te | 9", reference)
    december = table("2023-12", "who | pending\nso-y-te | 8", reference)
    assert codes(check(december, reference, year)) == [("stock_differs", 1, "8")]
    assert codes(check([year, december], reference)) == [("stock_differs", 1, "8")]


MERGED = """
    who                  | pending
    so-tai-chinh         |       5
    so-ke-hoach-va-dau-tu|       6
"""


@pytest.mark.parametrize(("carried", "found"), [(11, 0), (5, 1)])
def test_a_merged_department_takes_over_what_both_left(carried, found, reference: Reference):
    """Sở Tài chính of 01/03/2025 is Tài chính and Kế hoạch và Đầu tư together."""
    before = table("2025-02", MERGED, reference)
    after = table("2025-03", f"who | carried_over\nso-tai-chinh-2025 | {carried}", reference)
    assert [issue.value for issue in check(after, reference, before)] == ["5"] * found
    other_way = check(before, reference, after)
    assert [issue.value for issue in other_way] == ["11"] * found
    assert all("“so-ke-hoach-va-dau-tu”" in issue.message for issue in other_way)


def test_with_half_of_the_predecessors_nothing_is_said(reference: Reference):
    before = table("2025-02", "who | pending\nso-tai-chinh | 5", reference)
    after = table("2025-03", "who | carried_over\nso-tai-chinh-2025 | 9", reference)
    assert check(after, reference, before) == []


# Periods

FEW = "who | received_new\nso-y-te | 1"


@pytest.mark.parametrize(
    ("period", "published", "named"),
    [
        ("2023-12", ["2023-12"], 0),  # a replacement
        ("2023-12", ["2023-11", "2024-01"], 0),
        ("2023", ["2023-01", "2023-11", "2023-Q4"], 0),  # cumulative
        ("2023-11", ["2023", "2023-Q4"], 0),
        ("2023-12", ["2023-01-01..2023-12-25"], 1),
        ("2023-11-15..2023-12-14", ["2023-11", "2023-12", "2023"], 2),  # months of Decree 09
    ],
)
def test_partial_overlaps_name_the_periods(period, published, named, reference: Reference):
    known = [table(other, FEW, reference) for other in published]
    issues = check(table(period, FEW, reference), reference, *known)
    assert [issue.code for issue in issues] == ["period_overlaps"] * bool(named)
    for issue in issues:
        assert issue.message.count("–") >= 1 + named
        assert issue.row is None or issue.column is None


def test_two_that_overlap_and_come_together_say_it_once(reference: Reference):
    both = [table("2023-11-15..2023-12-14", FEW, reference), table("2023-12", FEW, reference)]
    assert [issue.code for issue in check(both, reference)] == ["period_overlaps"]


def test_other_forms_are_another_matter(reference: Reference):
    fees = table("2023-01-01..2023-12-25", "who | online_amount\nso-y-te | 1", reference, TWO)
    assert check(table("2023-12", FEW, reference), reference, fees) == []


# What is cumulated


SEVERAL = "who | received_new | resolved_late\nso-y-te | {} | {}\nso-tu-phap | 9 | 9"


def test_a_longer_export_holds_at_least_what_the_shorter_did(reference: Reference):
    november = table("2023-01-01..2023-11-30", SEVERAL.format(30, 4), reference)
    year = table("2023", SEVERAL.format(29, 3), reference)
    (issue,) = check(year, reference, november)
    assert codes([issue]) == [("cumulated_shrinks", 1, "29")]
    assert "Hồ sơ tiếp nhận mới trong kỳ 29 < 30" in issue.message
    assert "Hồ sơ giải quyết trễ hạn 3 < 4" in issue.message
    (other_way,) = check(november, reference, year)
    assert codes([other_way]) == [("cumulated_shrinks", 1, "30")]
    assert "29 < 30" in other_way.message
    assert check(table("2023", SEVERAL.format(30, 4), reference), reference, november) == []


def test_a_quarter_inside_a_year_is_not_compared(reference: Reference):
    quarter = table("2023-Q4", SEVERAL.format(50, 4), reference)
    assert check(table("2023", SEVERAL.format(29, 3), reference), reference, quarter) == []


# Departments


def test_a_department_that_was_there_before(reference: Reference):
    before = table("2023-09", "who | received_new\nso-y-te | 1\nso-tu-phap | 1", reference)
    issues = check(table("2023-12", FEW, reference), reference, before)
    assert [issue.code for issue in issues] == ["department_gone"]
    assert "1 cơ quan" in issues[0].message
    assert "Sở Tư pháp" in issues[0].message


def test_whoever_merged_is_not_missed(reference: Reference):
    before = table("2025-02", "who | received_new\nso-y-te | 1\nso-tai-chinh | 1", reference)
    assert check(table("2025-03", FEW, reference), reference, before) == []


# Jumps


def counts(period: str, count: int, reference: Reference, measure: str = "received_new"):
    form = TWO if "transactions" in measure or "amount" in measure else ONE
    return table(period, f"who | {measure}\nso-y-te | {count}", reference, form)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (100, 110, ""),
        (100, 320, "gấp 3,2 lần"),  # both months have 31 days
        (100, 299, ""),
        (300, 100, "chỉ bằng 1/3 "),
        (2, 49, ""),  # below the minimum
        (2, 50, "gấp 25 lần"),
        (0, 60, "tăng từ 0 "),
        (60, 0, "giảm về 0 "),
        (0, 0, ""),
    ],
)
def test_a_daily_average_that_jumped(before: int, now: int, found: str, reference: Reference):
    issues = check(
        counts("2023-08", now, reference), reference, counts("2023-07", before, reference)
    )
    assert [issue.code for issue in issues] == ["figure_jumped"] * bool(found)
    assert all(found in issue.message for issue in issues)
    assert all("từ 3 lần trở lên" in issue.message for issue in issues)


def test_it_is_the_average_of_a_day_that_counts(reference: Reference):
    """28 days of February against 31 of January: 271 are 3 × 100 a day (9,68 : 3,23)."""
    january = counts("2023-01", 100, reference)
    assert check(counts("2023-02", 271, reference), reference, january)
    assert not check(counts("2023-02", 270, reference), reference, january)


def test_money_has_a_threshold_of_its_own(reference: Reference):
    july = counts("2023-07", 1_000_000, reference, "online_amount")
    for amount, found in ((49_000_000, 0), (50_000_000, 1)):
        august = counts("2023-08", amount, reference, "online_amount")
        assert len(check(august, reference, july)) == found


def test_only_periods_about_as_long_are_compared(reference: Reference):
    month = counts("2023-07", 900, reference)
    assert check(month, reference, counts("2023-Q2", 100, reference)) == []
    older, newer = counts("2023-05", 100, reference), counts("2023-06", 900, reference)
    assert check(month, reference, older, newer) == []
    assert check(month, reference, older) != []


def test_the_largest_jump_comes_first(reference: Reference):
    text = "who | received_new | resolved_late | resolved_on_time\nso-y-te | {} | {} | {}"
    july = table("2023-07", text.format(100, 0, 100), reference)
    august = table("2023-08", text.format(400, 90, 900), reference)
    assert [issue.value for issue in check(august, reference, july)] == ["90", "900", "400"]


# Which periods


def test_neighbours(reference: Reference):
    known = [
        dates(text)
        for text in (
            "2022",
            "2022-12",
            "2023-01",
            "2023-01-01..2023-02-14",
            "2023-Q1",
            "2023-04",
            "2023",
        )
    ]
    near = find_neighbours(dates("2023-Q1"), known, reference.thresholds.like_length)
    assert near.before == dates("2022-12")  # the shortest of those that end there
    assert near.after == dates("2023-04")
    assert near.shorter == dates("2023-01-01..2023-02-14")
    assert near.longer == dates("2023")
    assert near.ending is None
    assert near.earlier == dates("2023-01-01..2023-02-14")
    assert near.alike is None
    assert near.overlapping == ()
    assert len(near.compared) == 4


def test_only_what_is_compared_needs_to_be_read(reference: Reference):
    """Of 108 months with two forms each: the month before, of the form that holds the measure."""
    holders = {
        dates(f"{year}-{month:02}"): {"received_new": ONE, "online_transactions": TWO}
        for year in range(2015, 2024)
        for month in range(1, 13)
    }
    new = counts("2024-01", 1, reference)
    assert compared_forms(new, holders, reference) == {(dates("2023-12"), ONE)}


def test_an_unread_neighbour_says_nothing(reference: Reference):
    holders = {dates("2023-11"): {"pending": ONE}, dates("2023-12"): {"carried_over": ONE}}
    history = History(holders, ())
    assert check_history([table("2023-12", DECEMBER, reference)], history, reference) == []


# Other forms: January's annex I, February's template, a dossier list

TEMPLATE, LIST = "template", "dossiers"
JANUARY = """
    who       | received_new | pending
    so-y-te   |          100 |       7
    so-tu-phap|           60 |       3
"""
FEBRUARY = """
    who    | received_new | carried_over | fee_dossiers
    so-y-te|          300 |            8 |           50
"""


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (ONE, ("kỳ 01/01/2023 – 31/01/2023 ghi", "so với kỳ 01/01/2023 – 31/01/2023 (100")),
        (
            TEMPLATE,
            (
                "kỳ 01/01/2023 – 31/01/2023 (theo “Phụ lục I – Kết quả tiếp nhận và giải quyết hồ "
                "sơ”) ghi",
                "so với kỳ 01/01/2023 – 31/01/2023 (theo “Phụ lục I – Kết quả tiếp nhận và giải "
                "quyết hồ sơ”) (100",
            ),
        ),
    ],
)
def test_the_other_form_is_named_where_it_is_another(form, words, reference: Reference):
    """Stock 7 → 8; Tư pháp gone; 100 in 31 days → 300 in 28 days, 300·31 / 100·28 = 3,3."""
    february = table("2023-02", FEBRUARY, reference, form)
    gone, stock, jumped = check(february, reference, table("2023-01", JANUARY, reference))
    assert codes([gone, stock, jumped]) == [
        ("department_gone", None, None),
        ("stock_differs", 1, "8"),
        ("figure_jumped", 1, "300"),
    ]
    assert words[0] in stock.message
    assert words[1] in jumped.message
    assert "bảng “Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ” kỳ 01/01/2023" in gone.message
    assert ("là kỳ cùng mẫu gần nhất" in gone.message) == (form == ONE)


def test_the_form_that_pages_believe_is_the_one(reference: Reference):
    """The template of January says 8, its annex I 7: pages show 8, and so does February open."""
    annex = table("2023-01", "who | received_new | pending\nso-y-te | 90 | 7", reference)
    template = table(
        "2023-01", "who | received_new | pending\nso-y-te | 90 | 8", reference, TEMPLATE
    )
    for form in (ONE, TEMPLATE, LIST):
        opens_with_8 = table("2023-02", "who | carried_over\nso-y-te | 8", reference, form)
        assert check(opens_with_8, reference, annex, template) == []
        opens_with_7 = table("2023-02", "who | carried_over\nso-y-te | 7", reference, form)
        assert codes(check(opens_with_7, reference, annex, template)) == [("stock_differs", 1, "7")]


def test_a_dossier_list_after_a_template(reference: Reference):
    january = table("2023-01", JANUARY, reference, TEMPLATE)
    february = table("2023-02", "who | carried_over\nso-tu-phap | 4", reference, LIST)
    (issue,) = check(february, reference, january)
    assert "(theo “Mẫu nhập liệu" in issue.message
    (other_way,) = check(january, reference, february)
    assert "(theo “Danh sách hồ sơ”) ghi Hồ sơ kỳ trước chuyển sang là 4" in other_way.message


def test_forms_that_come_together_say_it_once(reference: Reference):
    january = table("2023-01", JANUARY, reference)
    february = table("2023-02", FEBRUARY, reference, TEMPLATE)
    found = [issue.code for issue in check([january, february], reference)]
    assert found == ["department_gone", "stock_differs", "figure_jumped"]


def test_a_cumulated_template_after_an_annex(reference: Reference):
    november = table("2023-01-01..2023-11-30", SEVERAL.format(30, 4), reference)
    year = table("2023", SEVERAL.format(29, 4), reference, TEMPLATE)
    (issue,) = check(year, reference, november)
    assert "nhỏ hơn số lũy kế 01/01/2023 – 30/11/2023 (theo “Phụ lục I" in issue.message


def test_a_template_across_the_days_of_an_annex(reference: Reference):
    annex = table("2023-01-01..2023-12-25", FEW, reference)
    (issue,) = check(table("2023-12", FEW, reference, TEMPLATE), reference, annex)
    assert "với kỳ khác (01/01/2023 – 25/12/2023 (theo “Phụ lục I" in issue.message


def test_forms_that_share_nothing_are_no_neighbours(reference: Reference):
    """A template of dossiers says nothing about December's transactions."""
    template = table("2023-11", FEW, reference, TEMPLATE)
    fees = counts("2023-12", 500, reference, "online_transactions")
    assert check(fees, reference, template) == []
    assert compared_forms(fees, find_holders([template, fees], reference), reference) == frozenset()
