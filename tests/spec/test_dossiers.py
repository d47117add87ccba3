"""A dossier list → a department's counts: the definitions of docs/IMPORT.md, case by case.

The period is December 2023. Dates are of 2023 where no year is written; an empty cell is blank.
"""

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import TODAY
from tests.dossier_lists import COLUMNS, csv_bytes
from tests.spec.tables import as_written, dates, read_table
from ttpv.readers.dossiers import DossierRead, read_dossiers
from ttpv.reference import Reference

ReadTable = Callable[..., DossierRead]

_TIMES = ("received", "due", "returned")


@pytest.fixture
def read_spec(tmp_path: Path, small_reference: Reference) -> ReadTable:
    """Reads a table's dossiers as a list of departments a, b and c."""

    def read(text: str, *, sideways: bool = False) -> DossierRead:
        lines = read_table(text, sideways=sideways)
        heads = [head for head in lines[0] if head != "who"]
        rows = [["Mã hồ sơ", "Cơ quan", *(COLUMNS[head] for head in heads)]]
        for number, line in enumerate(lines, 1):
            cells = [_date(line[head]) if head in _TIMES else line[head] for head in heads]
            code = f"000.00.16.H08-231201-{number:04d}"
            rows.append([code, f"Sở {line['who'].upper()}", *cells])
        found = read_dossiers(
            csv_bytes(rows),
            "spec",
            small_reference,
            today=TODAY,
            staging=tmp_path,
            period=dates("2023-12"),
        )
        assert found is not None
        return found

    return read


def _date(cell: str) -> str:
    """ "05/12 08:00" → "05/12/2023 08:00"."""
    day, _, clock = cell.partition(" ")
    return f"{day}/2023 {clock}".strip() if day.count("/") == 1 else cell


def check(found: DossierRead, text: str) -> None:
    """Each row is one department's measures, as far as they are written; `null` is no figure."""
    assert found.table is not None, found.issues
    figures = {row.department: row.figures for row in found.table.rows}
    expected = read_table(text)
    assert [
        {"who": row["who"]}
        | {
            head: as_written(cell, figures[row["who"]].get(head))
            for head, cell in row.items()
            if head != "who"
        }
        for row in expected
    ] == expected


def states(found: DossierRead) -> list[str]:
    """Each dossier's state, in the order of the list."""
    lines = pq.read_table(found.extras["dossiers"]).to_pylist()
    return [line["state"] for line in sorted(lines, key=lambda line: line["row"])]


def codes(found: DossierRead) -> set[str]:
    return {issue.code for issue in found.issues} - {"dossier_column_absent"}


def test_a_dozen_dossiers(read_spec: ReadTable):
    """3 = 4 + 6 = 7 + 10: whoever is there at the start or comes is done or still there."""
    found = read_spec(
        """
        who | received    | due         | returned    | status
        a   | 04/12 08:00 | 08/12 17:00 | 07/12 10:00 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12 17:00 | 11/12 10:00 | Đã trả kết quả
        a   | 05/12 08:00 | 20/12 17:00 |             | Đang xử lý
        a   | 05/12 08:00 | 10/01/2024  |             | Đang xử lý
        a   | 06/12 08:00 | 10/01/2024  |             | Được tiếp nhận
        a   | 20/11 08:00 | 05/12 17:00 | 04/12 15:00 | Đã xử lý xong
        a   | 20/11 08:00 | 05/12 17:00 | 06/12 15:00 | Đã xử lý xong
        a   | 20/11 08:00 | 05/12 17:00 |             | Đang xử lý
        a   | 07/12 08:00 | 15/12 17:00 |             | Yêu cầu bổ sung
        a   | 07/12 08:00 | 15/12 17:00 |             | Công dân rút
        a   | 07/12 08:00 | 15/12 17:00 |             | Không được tiếp nhận
        b   | 07/12 08:00 | 15/12 17:00 | 15/12 17:00 | Đã trả kết quả
        """
    )
    check(
        found,
        """
        who | received_new | carried_over | received  | resolved_on_time | resolved_late | resolved
        a   |            6 |            3 | 6 + 3 = 9 |                2 |             2 | 2 + 2 = 4
        b   |            1 |            0 | 1 + 0 = 1 |                1 |             0 | 1 + 0 = 1
        """,
    )
    check(
        found,
        """
        who | pending_in_time | suspended | pending_overdue | pending
        a   |       2 + 1 = 3 |         1 |               2 | 9 − 4 = 5
        b   |               0 |         0 |               0 | 1 − 1 = 0
        """,
    )


def test_on_time_is_to_the_second(read_spec: ReadTable):
    """A deadline without a time is the end of its day."""
    found = read_spec(
        """
        who | received    | due            | returned       | status
        a   | 04/12 08:00 | 08/12 17:00:00 | 08/12 16:59:59 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12 17:00:00 | 08/12 17:00:00 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12 17:00:00 | 08/12 17:00:01 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12          | 08/12 23:59:59 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12          | 09/12 00:00:00 | Đã trả kết quả
        a   | 04/12 08:00 | 08/12 00:00:00 | 08/12 00:00:01 | Đã trả kết quả
        """
    )
    on_time, late = "resolved_on_time", "resolved_late"
    assert states(found) == [on_time, on_time, late, on_time, late, late]
    assert codes(found) == {"dossier_due_midnight"}


def test_the_period_begins_with_its_first_second_and_ends_before_the_next(read_spec: ReadTable):
    found = read_spec(
        """
        who | received            | due        | returned            | status
        a   | 30/11 23:59:59      | 31/12      | 01/12 00:00:00      | Đã trả kết quả
        a   | 30/11 08:00:00      | 31/12      | 30/11 23:59:59      | Đã trả kết quả
        a   | 01/12 00:00:00      | 31/12      | 31/12 23:59:59      | Đã trả kết quả
        a   | 31/12 23:59:59      | 10/01/2024 | 01/01/2024 00:00:00 | Đã trả kết quả
        a   | 01/01/2024 00:00:00 | 10/01/2024 |                     | Đang xử lý
        """
    )
    assert states(found) == [
        "resolved_on_time",
        "outside",
        "resolved_on_time",
        "pending_in_time",
        "outside",
    ]
    check(
        found,
        """
        who | carried_over | received_new | received  | resolved | pending
        a   |            1 |            2 | 1 + 2 = 3 |        2 | 3 − 2 = 1
        """,
    )
    (outside,) = (i for i in found.issues if i.code == "dossier_outside_period")
    assert "2 hồ sơ" in outside.message


def test_open_ones_are_overdue_when_the_deadline_lies_before_the_period_s_end(
    read_spec: ReadTable,
):
    found = read_spec(
        """
        who | received    | due                 | returned         | status
        a   | 04/12 08:00 | 31/12 23:59:59      |                  | Đang xử lý
        a   | 04/12 08:00 | 01/01/2024 00:00:00 |                  | Đang xử lý
        a   | 04/12 08:00 | 20/12 17:00         | 02/01/2024 08:00 | Đã trả kết quả
        """
    )
    assert states(found) == ["pending_overdue", "pending_in_time", "pending_overdue"]


def test_a_suspended_dossier_is_open_and_in_time_and_listed_apart(read_spec: ReadTable):
    """Its deadline does not run (Decree 61/2018/NĐ-CP); that it has passed is said."""
    found = read_spec(
        """
        who | received    | due         | returned    | status
        a   | 04/12 08:00 | 10/01/2024  |             | Yêu cầu bổ sung
        a   | 04/12 08:00 | 08/12 17:00 |             | Yêu cầu thực hiện nghĩa vụ tài chính
        a   | 04/11 08:00 | 08/11 17:00 |             | Dừng xử lý
        a   | 04/12 08:00 | 08/12 17:00 | 09/12 17:00 | Dừng xử lý
        """
    )
    assert states(found) == [*["suspended"] * 3, "resolved_late"]
    check(
        found,
        """
        who | pending_in_time | suspended | pending_overdue | pending | carried_over
        a   |               3 |         3 |               0 |       3 |            1
        """,
    )
    assert codes(found) == {"dossier_suspended_overdue", "dossier_returned_open"}


def test_withdrawn_and_never_accepted_ones_are_nobody_s(read_spec: ReadTable):
    """They count nowhere, not even as received; with dates or without."""
    found = read_spec(
        """
        who | received    | due         | returned    | status
        a   | 04/12 08:00 | 08/12 17:00 |             | Công dân rút
        a   | 04/12 08:00 | 08/12 17:00 | 09/12 08:00 | Công dân rút
        a   | 04/12 08:00 |             |             | Mới đăng ký
        a   | 04/12 08:00 |             |             | Không được tiếp nhận
        a   | 04/12 08:00 | 08/12 17:00 |             | Đang xử lý
        """
    )
    check(
        found,
        """
        who | received_new | received | resolved | pending
        a   |            1 |        1 |        0 |       1
        """,
    )
    assert codes(found) == set()


def test_without_a_deadline_nothing_is_late(read_spec: ReadTable):
    """No day was promised; that it lacks is said."""
    found = read_spec(
        """
        who | received    | due | returned    | status
        a   | 04/12 08:00 |     | 29/12 08:00 | Đã trả kết quả
        a   | 04/11 08:00 |     |             | Đang xử lý
        """
    )
    assert states(found) == ["resolved_on_time", "pending_in_time"]
    assert codes(found) == {"dossier_due_missing"}


def test_dates_decide_where_a_status_contradicts_them(read_spec: ReadTable):
    found = read_spec(
        """
        who | received    | due         | returned    | status
        a   | 04/12 08:00 | 08/12 17:00 |             | Đã xử lý xong
        a   | 04/12 08:00 | 08/12 17:00 | 07/12 08:00 | Đang xử lý
        """
    )
    assert states(found) == ["pending_overdue", "resolved_on_time"]
    assert codes(found) == {"dossier_not_returned", "dossier_returned_open"}


def test_the_parts_of_the_five_rates(read_spec: ReadTable):
    """Received ones by the day of receiving, results by the day of returning; the second dossier of
    a was received in November, so only its result is of December."""
    found = read_spec(
        """
        who       | a      | a      | a         | a         | a          | b         | b
        received  | 04/12  | 04/11  | 04/12     | 05/12     | 05/12      | 05/12     | 05/12
        due       | 08/12  | 08/12  | 08/12     | 31/12     | 31/12      | 31/12     | 31/12
        returned  | 07/12  | 07/12  | 07/12     | 31/12     |            | 31/12     |
        status    | Đã trả | Đã trả | Đã trả    | Đã trả    | Đang xử lý | Rút hồ sơ | Đang xử lý
        channel   | Online | Online | Trực tiếp | Trực tiếp | Bưu chính  | Online    | Trực tiếp
        fee       | 50.000 | 50.000 | 20000     | 0         |            | 50.000    | 0
        payment   | Online | Online | Tiền mặt  | Miễn phí  |            | Online    |
        eid       | Có     | Có     | Không     |           | Có         | Có        |
        digitised | x      | x      | 1         | 0         |            | Có        | Không
        e_result  | Có     | Không  |           | Có        |            | Có        |
        """,
        sideways=True,
    )
    check(
        found,
        """
        who | received_new | received_online | fee_dossiers | paid_online | eid_applicable
        a   |            4 |               1 |            2 |           1 |              3
        b   |            1 |               0 |            0 |           0 |              0
        """,
    )
    check(
        found,
        """
        who | eid_checked | digitised | result_dossiers | e_results
        a   |           2 |         2 |               3 |         2
        b   |           0 |         0 |               0 |         0
        """,
    )


def test_an_absent_flag_leaves_its_numerator_unknown_and_never_0(read_spec: ReadTable):
    found = read_spec(
        """
        who | received | due   | returned | status         | channel    | fee    | e_result
        a   | 04/12    | 08/12 | 07/12    | Đã trả kết quả | Trực tuyến | 50.000 | Có
        """
    )
    check(
        found,
        """
        who | received_online | fee_dossiers | paid_online | eid_applicable | eid_checked
        a   |               1 |            1 |        null |           null |        null
        """,
    )
    (absent,) = (i for i in found.issues if i.code == "dossier_column_absent")
    assert "“Số hóa thành phần hồ sơ”" in absent.message


def test_the_days_of_a_department(read_spec: ReadTable):
    """Flows on their own day; stocks at the day's start and end. The first is overdue from the end
    of the 5th and done on the 7th, the second is never overdue, the third was it before."""
    found = read_spec(
        """
        who | received    | due         | returned    | status
        a   | 04/12 08:00 | 05/12 17:00 | 07/12 08:00 | Đã trả kết quả
        a   | 04/12 08:00 | 05/12 17:00 | 05/12 18:00 | Đã trả kết quả
        a   | 04/11 08:00 | 05/11 17:00 | 06/12 08:00 | Đã trả kết quả
        """
    )
    expected = read_table(
        """
        day | carried_over | received_new | resolved_late | pending_in_time | pending_overdue
         1  |            1 |            0 |             0 |               0 |               1
         3  |            1 |            0 |             0 |               0 |               1
         4  |            1 |            2 |             0 |               2 |               1
         5  |            3 |            0 |             1 |               0 |               2
         6  |            2 |            0 |             1 |               0 |               1
         7  |            1 |            0 |             1 |               0 |               0
        31  |            0 |            0 |             0 |               0 |               0
        """
    )
    lines = {line["day"].day: line for line in pq.read_table(found.extras["days"]).to_pylist()}
    assert [
        {"day": row["day"]} | {head: str(lines[int(row["day"])][head]) for head in list(row)[1:]}
        for row in expected
    ] == expected
