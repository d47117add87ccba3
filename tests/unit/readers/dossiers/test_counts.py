"""Counts against a plain reading of the definitions: by department, procedure and day."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

import pyarrow.parquet as pq
import pytest

from tests.dossier_lists import COLUMNS, Record, make_records, rows_of
from tests.unit.readers.dossiers.conftest import DECEMBER, ReadList
from ttpv.readers.dossiers import ATTENTION, DossierRead, reading
from ttpv.reference import DepartmentNames, Reference

START, STOP = datetime(2023, 12, 1), datetime(2024, 1, 1)
NOT_COUNTED = {"Công dân rút"}
SUSPENDED = {"Yêu cầu bổ sung"}


def at(text: str) -> datetime | None:
    return datetime.strptime(text, "%d/%m/%Y %H:%M:%S") if text else None


def measures_of(record: Record, start: datetime, stop: datetime) -> set[str]:
    """What the definitions in docs/IMPORT.md say of one dossier between two moments."""
    received, due, returned = (at(record[column]) for column in ("received", "due", "returned"))
    assert received is not None
    if record["status"] in NOT_COUNTED or received >= stop or (returned and returned < start):
        return set()
    found = set()
    if received >= start:
        found |= {"received_new"}
        found |= {"received_online"} if record["channel"] == "Trực tuyến" else set()
        found |= {"digitised"} if record["digitised"] == "Có" else set()
        found |= {"eid_applicable"} if record["eid"] else set()
        found |= {"eid_checked"} if record["eid"] == "Có" else set()
        if record["fee"] != "0":
            found |= {"fee_dossiers"}
            found |= {"paid_online"} if record["payment"] == "Trực tuyến" else set()
    else:
        found |= {"carried_over"}
    if returned and returned < stop:
        late = due is not None and returned > due
        found |= {"resolved_late" if late else "resolved_on_time"}
        found |= {"result_dossiers"} if record["e_result"] else set()
        found |= {"e_results"} if record["e_result"] == "Có" else set()
    elif record["status"] in SUSPENDED:
        found |= {"suspended", "pending_in_time"}
    else:
        found |= {"pending_overdue" if due is not None and due < stop else "pending_in_time"}
    return found


def count(
    records: Sequence[Record],
    key: Callable[[Record], tuple[object, ...]],
    start: datetime = START,
    stop: datetime = STOP,
) -> Counter[tuple[object, ...]]:
    return Counter(
        (*key(record), measure)
        for record in records
        for measure in measures_of(record, start, stop)
    )


def unusual(records: list[Record]) -> list[Record]:
    """Bounds of the period, missing deadlines, and dossiers that lie outside."""
    edits = [
        {"received": "01/12/2023 00:00:00", "due": "05/12/2023 00:00:01", "returned": ""},
        {"received": "30/11/2023 23:59:59", "due": "01/12/2023 00:00:00", "returned": ""},
        {"received": "31/12/2023 23:59:59", "due": "01/01/2024 00:00:00", "returned": ""},
        {"received": "01/01/2024 00:00:00", "due": "", "returned": ""},
        {"received": "20/11/2023 08:00:00", "due": "", "returned": "30/11/2023 23:59:59"},
        {"received": "20/11/2023 08:00:00", "due": "", "returned": "01/12/2023 00:00:00"},
        {"received": "20/12/2023 08:00:00", "due": "19/12/2023 08:00:00", "returned": ""},
        {
            "received": "20/12/2023 08:00:00",
            "due": "21/12/2023 08:00:00",
            "returned": "01/01/2024 00:00:00",
        },
    ]
    for record, edit in zip(records, edits, strict=False):
        record |= edit
    return records


@pytest.fixture(params=[1, 2])
def records(request: pytest.FixtureRequest) -> list[Record]:
    return unusual(list(make_records(700, seed=request.param)))


@pytest.fixture
def counted(
    records: list[Record], read_list: ReadList, monkeypatch: pytest.MonkeyPatch
) -> DossierRead:
    monkeypatch.setattr(reading, "_COUNTED_AT_ONCE", 100)  # several chunks
    return read_list(rows_of(records))


@pytest.fixture(scope="session")
def department_of(reference: Reference) -> Callable[[Record], str]:
    names = DepartmentNames(reference.departments_on(DECEMBER.last))

    def find(record: Record) -> str:
        department = names.find(record["department"])
        assert department is not None
        return department.id

    return find


def test_by_department(
    records: list[Record], counted: DossierRead, department_of: Callable[[Record], str]
):
    assert counted.table is not None
    expected = count(records, lambda record: (department_of(record),))
    found = {
        (row.department, measure): figure
        for row in counted.table.rows
        for measure, figure in row.figures.items()
        if measure not in ("received", "resolved", "pending")
    }
    assert {key: figure for key, figure in found.items() if figure} == dict(expected)
    for row in counted.table.rows:
        received, resolved, pending = (
            row.figures[total] for total in ("received", "resolved", "pending")
        )
        assert isinstance(resolved, int)
        assert isinstance(pending, int)
        assert received == resolved + pending
    assert set(counted.table.fields) == set(counted.table.rows[0].figures)


def test_by_procedure(
    records: list[Record], counted: DossierRead, department_of: Callable[[Record], str]
):
    coordinates = ("field", "procedure_code", "procedure_name")
    expected = count(
        records, lambda r: (department_of(r), *(r[coordinate] for coordinate in coordinates))
    )
    found = Counter[tuple[object, ...]]()
    for line in pq.read_table(counted.extras["cube"]).to_pylist():
        assert line.pop("period_start") == DECEMBER.start
        assert line.pop("period_stop") == DECEMBER.stop
        key = [line.pop(coordinate) for coordinate in ("department", *coordinates)]
        found.update({(*key, measure): number for measure, number in line.items() if number})
    assert found == expected


def test_by_day(
    records: list[Record], counted: DossierRead, department_of: Callable[[Record], str]
):
    """Each day's row is what a period of that day alone would hold (a suspended dossier has been
    suspended all along: the list does not say since when)."""
    lines = pq.read_table(counted.extras["days"]).to_pylist()
    departments = {department_of(r) for r in records if measures_of(r, START, STOP)}
    days = [date(2023, 12, 1) + timedelta(days=n) for n in range(31)]
    assert [(line["day"], line["department"]) for line in lines] == sorted(
        ((day, department) for day in days for department in departments),
        key=lambda pair: (pair[0], [line["department"] for line in lines].index(pair[1])),
    )
    for day in days:
        start = datetime.combine(day, datetime.min.time())
        expected = count(records, lambda r: (department_of(r),), start, start + timedelta(days=1))
        for line in (line for line in lines if line["day"] == day):
            for measure in set(line) - {"day", "department", "period_start", "period_stop"}:
                wanted = expected[line["department"], measure]
                assert line[measure] == wanted, (day, line["department"], measure)


def test_the_dossiers(
    records: list[Record], counted: DossierRead, department_of: Callable[[Record], str]
):
    lines = pq.read_table(counted.extras["dossiers"]).to_pylist()
    assert sorted(line["row"] for line in lines) == list(range(2, len(records) + 2))
    for line in lines:
        record = records[line["row"] - 2]
        for column in ("code", "procedure_code", "procedure_name", "field"):
            assert line[column] == record[column]
        for column in ("received", "due", "returned"):
            assert line[column] == at(record[column])
        assert line["department"] == department_of(record)
        assert line["fee"] == int(record["fee"])
        assert (line["channel"] == "online") == (record["channel"] == "Trực tuyến")
        assert line["eid"] == {"Có": "yes", "Không": "no", "": None}[record["eid"]]
        measures = measures_of(record, START, STOP)
        if line["state"] in ("outside", "not_counted"):
            assert measures == set()
        else:
            assert line["state"] in measures
    assert counted.states == Counter(line["state"] for line in lines)


def test_no_applicant_among_the_columns(counted: DossierRead, reference: Reference):
    known = {column.id for column in reference.dossiers.columns}
    assert set(pq.read_schema(counted.extras["dossiers"]).names) == known | {"row", "state"}


def test_row_groups_are_of_one_state_and_near_departments(counted: DossierRead):
    file = pq.ParquetFile(counted.extras["dossiers"])
    for number in range(file.num_row_groups):
        group = file.read_row_group(number, columns=["state", "department", "due"]).to_pylist()
        (state,) = {line["state"] for line in group}
        if state in ATTENTION:
            departments = [line["department"] for line in group]
            changes = sum(a != b for a, b in pairwise(departments))
            assert changes == len(set(departments)) - 1


@pytest.mark.parametrize(
    ("column", "unknown"),
    [
        ("channel", {"received_online"}),
        ("fee", {"fee_dossiers", "paid_online"}),
        ("payment", {"paid_online"}),
        ("eid", {"eid_applicable", "eid_checked"}),
        ("digitised", {"digitised"}),
        ("e_result", {"result_dossiers", "e_results"}),
        ("field", set()),
        ("procedure_code", set()),
        ("procedure_name", set()),
    ],
)
def test_a_column_that_the_list_lacks_leaves_its_rate_unknown(
    read_list: ReadList, column: str, unknown: set[str]
):
    """Null, never 0: in the table (no field), in the cube, and on the days."""
    whole = read_list(rows_of(make_records(50)))
    lacking = read_list(rows_of(make_records(50), [name for name in COLUMNS if name != column]))
    assert whole.table is not None
    assert lacking.table is not None
    assert set(whole.table.fields) - set(lacking.table.fields) == unknown
    for extra in ("cube", "days"):
        table = pq.read_table(lacking.extras[extra])
        for measure in unknown:
            assert set(table[measure].to_pylist()) == {None}
    assert set(pq.read_table(lacking.extras["dossiers"])[column].to_pylist()) == {None}


def test_nothing_but_optional_columns_may_lack(read_list: ReadList):
    needed = ("code", "department", "received", "due", "returned", "status")
    read_ = read_list(rows_of(make_records(50), needed))
    assert read_.table is not None
    assert "received_new" in read_.table.fields
    assert pq.read_table(read_.extras["cube"])["field"].null_count > 0
