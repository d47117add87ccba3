"""The list of reports that were taken away, and what one lacks before it is sent."""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from tests.crash.states import report_of
from tests.spec.tables import World
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.reference.letterhead import Letterhead
from ttpv.store import Store
from ttpv.views.file_names import mark_name, name_report
from ttpv.views.formatting import format_moment
from ttpv.views.report_gaps import find_gaps
from ttpv.views.reports import build_taken


def test_a_row_says_who_took_what(reference: Reference):
    moment = datetime(2023, 12, 26, 2, tzinfo=UTC)
    many = tuple(department.id for department in reference.departments[:3])
    records = [
        report_of(12, by="an", made_at=moment),
        report_of(1, departments=("so-y-te", "gone"), format="png"),
        report_of(1, departments=many, kind="gone"),
    ]
    first, second, third = build_taken(records, reference)
    assert (first.moment, first.by, first.snapshot) == (format_moment(moment), "an", "000012")
    assert (first.kind, first.period) == ("Bảng niêm yết (.pdf)", "Tháng 01/2023")
    assert (first.scope, second.scope, third.scope) == (
        "Toàn Trung tâm",
        "Y tế, gone",
        "3 đơn vị",
    )
    assert (second.by, second.kind, third.kind) == (
        "người xem",
        "Bảng niêm yết (.png)",
        "gone (.pdf)",
    )


def test_what_a_file_is_called():
    period = report_of(1).period
    assert name_report("niem-yet", "pdf", period) == "niem-yet_20230101-20230131.pdf"
    one = name_report("don-doc", "docx", period, ("so-y-te",))
    assert one == "don-doc_20230101-20230131_so-y-te.docx"
    two = name_report("niem-yet", "png", period, ("so-y-te", "so-tu-phap"))
    assert mark_name(two, is_simulated=False) == "niem-yet_20230101-20230131_2-don-vi.png"
    assert mark_name(one, is_simulated=True) == f"mo-phong_{one}"


def test_a_whole_report_lacks_nothing(report: Callable[..., Figures], reference: Reference):
    assert find_gaps(report(), reference) == ()


def test_what_is_not_known_is_said(report: Callable[..., Figures], reference: Reference):
    (unknown,) = find_gaps(report("so-y-te", "so-xay-dung", "so-tu-phap"), reference)
    assert "xác thực định danh điện tử" in unknown
    assert "trả kết quả bản điện tử" in unknown
    assert "số hóa" not in unknown


def test_what_the_centre_has_not_said_is_told(example_store: Store, reference: Reference):
    bare = msgspec.structs.replace(reference, targets=(), letterhead=Letterhead())
    figures = World(example_store, bare).figures("2023-01-01..2023-12-25")
    targets, letterhead = find_gaps(figures, bare)
    assert "Chưa có chỉ tiêu cho: Tỷ lệ nộp hồ sơ trực tuyến, Tỷ lệ thanh toán" in targets
    assert "chưa có cơ quan chủ quản, địa danh" in letterhead


def test_who_sent_nothing_is_named(centre: World, reference: Reference):
    centre.publish("2023-01", "who | received_new\nso-y-te | 5", form="annex-1")
    first = find_gaps(centre.figures("2023-01"), reference)[0]
    assert first.startswith("Chưa có số liệu của ")
    assert "Sở Du lịch" in first
    assert "Sở Y tế" not in first
