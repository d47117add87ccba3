"""dossiers.toml, and what rates.toml says of lists: read strictly. Each case is one edit."""

from pathlib import Path

import pytest

from tests.unit.reference.test_load import append, edit, folder, refusal
from ttpv.core.text import fold
from ttpv.reference import Reference, read_reference

__all__ = ["folder"]


def test_the_shipped_file_knows_what_the_system_prints(reference: Reference):
    layout = reference.dossiers
    statuses = {value.name: value.means for value in layout.statuses}
    assert statuses == {
        "Mới đăng ký": "not_counted",
        "Được tiếp nhận": "received",
        "Không được tiếp nhận": "not_counted",
        "Đang xử lý": "open",
        "Yêu cầu bổ sung": "suspended",
        "Yêu cầu thực hiện nghĩa vụ tài chính": "suspended",
        "Công dân rút": "not_counted",
        "Dừng xử lý": "suspended",
        "Đã xử lý xong": "resolved",
        "Đã trả kết quả": "resolved",
    }
    assert [column.title for column in layout.columns if column.required] == [
        "Mã hồ sơ",
        "Cơ quan",
        "Ngày tiếp nhận",
        "Ngày hẹn trả",
        "Ngày trả",
        "Trạng thái",
    ]
    assert reference.form("dossiers") is layout
    assert reference.form("annex-1") is reference.layouts["annex-1"]
    assert layout.rank > max(form.rank for form in reference.layouts.values())


def test_no_personal_column_is_among_those_that_are_read(reference: Reference):
    headers = {fold(text) for column in reference.dossiers.columns for text in column.headers}
    for personal in (
        "Tên cá nhân/tổ chức",
        "Người nộp",
        "Họ và tên",
        "Địa chỉ",
        "Số điện thoại",
        "Số CCCD",
        "Số CMND",
        "Email",
        "Ghi chú",
        "Ngày sinh",
    ):
        assert fold(personal) not in headers


def test_every_rate_of_2023_can_be_counted(reference: Reference):
    assert all(rate.dossiers for rate in reference.rates.values())


def test_another_status_is_an_edit_of_data(folder: Path):
    append(folder, "dossiers.toml", '[[status]]\nid = "x"\nname = "Mới"\nmeans = "open"')
    assert read_reference(folder).dossiers.statuses[-1].means == "open"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("dossiers.toml", "rank = 50", 'rank = 50\ncolour = "blue"', "colour"),
        ("dossiers.toml", 'kind = "code"', 'kind = "code"\ncolour = "blue"', "colour"),
        ("dossiers.toml", 'means = "received"', 'means = "seen"', "seen"),
        ("dossiers.toml", 'means = "received"\n', "", "means"),
        ("dossiers.toml", 'kind = "amount"', 'kind = "sum"', "kind"),
        ("dossiers.toml", 'id = "dossiers"', 'id = "annex-1"', "a layout has the id 'annex-1'"),
        ("dossiers.toml", 'id = "channel"', 'id = "field"', "column field: stands twice"),
        ("dossiers.toml", 'id = "channel"', 'id = "a b"', "column a b: no name for a column"),
        ("dossiers.toml", 'id = "fee"', 'id = "fees"', "column fee: is needed"),
        ("dossiers.toml", '"Lĩnh vực"', '"linh vuc", "Lĩnh vực"', "header 'linh vuc': stands"),
        ("dossiers.toml", '"Lĩnh vực"', '"Mã hồ sơ"', "header 'ma ho so': stands twice"),
        ("dossiers.toml", "max_values = 2_000\n", "", "column field: kind 'text' and 'max_values'"),
        ("dossiers.toml", '"Chờ bổ sung"', '"Đang xử lý"', "status 'dang xu ly': names two"),
        ("dossiers.toml", 'id = "post"', 'id = "direct"', "channel direct: stands twice"),
        ("rates.toml", 'among = "resolved"', 'among = "all"', "among"),
        ("rates.toml", 'channel = ["online"]', 'channels = ["online"]', "'channels'"),
        ("rates.toml", 'channel = ["online"]', 'channel = ["fax"]', "dossiers.channel: refers"),
        ("rates.toml", 'channel = ["online"]', 'code = ["1"]', "dossiers.code: refers"),
        ("rates.toml", 'numerator = { channel = ["online"] }', "numerator = {}", "needs 'numer"),
        (
            "rates.toml",
            'denominator = { fee = ["some"] }\n',
            "",
            "online_payment.dossiers: 'denominator' narrows",
        ),
        (
            "rates.toml",
            'among = "received_new"\nnumerator = { digitised = ["yes"] }',
            'among = "received_new"\ndenominator = { digitised = ["no"] }\n'
            'numerator = { digitised = ["yes"] }',
            "digitisation.dossiers: the list's own counts",
        ),
        (
            "rates.toml",
            'numerator = "e_results"\ndenominator = "result_dossiers"',
            'numerator = "eid_checked"\ndenominator = "result_dossiers"',
            "e_result.dossiers: 'eid_checked' means something else",
        ),
        ("measures.toml", 'id = "suspended"', 'id = "asleep"', "refers to unknown 'suspended'"),
    ],
)
def test_a_wrong_key_or_value_is_refused(folder: Path, file: str, old: str, new: str, says: str):
    edit(folder, file, old, new)
    message = refusal(folder)
    assert message.startswith(("dossiers.toml: ", "rates.toml: "))
    assert says in message


def test_without_the_file_nothing_starts(folder: Path):
    (folder / "dossiers.toml").unlink()
    assert refusal(folder).startswith("dossiers.toml: ")
