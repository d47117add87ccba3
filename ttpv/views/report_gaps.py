"""What a report of a selection lacks, said before it is sent."""

from collections.abc import Iterator

from ttpv.metrics import Status
from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.names import full_name
from ttpv.views.report import ReportView

_WHERE_OTHERS = (
    "Câu hỏi, email, cuộc gọi và chỉ số 766 được ghi ở trang Phản ánh, kiến nghị và chỉ số 766."
)
_BY_HAND = (
    "Các mục I.1, I.6, I.7, II, III và phần cuối mục I.8 không lập được từ số liệu: mẫu gốc để chỗ "
    "tô vàng ở đó, Trung tâm viết thêm hoặc xóa đi trước khi trình ký."
)


def find_gaps(figures: Figures, reference: Reference) -> tuple[str, ...]:
    """Whole sentences, each with what to do where something can be done; what the banner says of
    the period is not repeated."""
    return (*_find_unknown(figures, reference), *find_blanks(reference))


def find_report_gaps(view: ReportView, figures: Figures, reference: Reference) -> tuple[str, ...]:
    """The same of the report that somebody signs, whose own gaps come first."""
    blanks = find_blanks(reference, signed=True)
    known = view.feedback.is_known and view.feedback.is_contact_known and view.index.is_known
    where = () if known else (_WHERE_OTHERS,)
    return (*view.gaps, *where, *_find_unknown(figures, reference), *blanks, _BY_HAND)


def _find_unknown(figures: Figures, reference: Reference) -> Iterator[str]:
    without = [line for line in figures.departments if not line.has_data]
    if without:
        yield f"Chưa có số liệu của {', '.join(map(full_name, without))}."
    if unknown := _name_rates(figures, reference, "unavailable"):
        yield f"Không tính được hoặc không kết luận được: {unknown}; báo cáo ghi lý do ở đó."
    if targetless := _name_rates(figures, reference, "no_target"):
        yield (
            f"Chưa có chỉ tiêu cho: {targetless}; báo cáo không xét đạt hay chưa đạt ở đó. "
            "Thêm chỉ tiêu ở trang Chỉ tiêu."
        )


def _name_rates(figures: Figures, reference: Reference, status: Status) -> str:
    found = [figures.total.rates[rate.id] for rate in figures.rates]
    return ", ".join(
        reference.rates[figure.rate].name for figure in found if figure.status == status
    )


def find_blanks(reference: Reference, *, signed: bool = False) -> Iterator[str]:
    """What the letterhead does not say; of a document that is `signed`, who signs, too."""
    letterhead = reference.letterhead
    told = {"cơ quan chủ quản": letterhead.superior, "địa danh": letterhead.place}
    if signed:
        told |= {
            "tên cơ quan ban hành": letterhead.issuer,
            "chức vụ người ký": letterhead.signature.title,
            "họ tên người ký": letterhead.signature.name,
        }
    blank = [name for name, value in told.items() if not value]
    if blank:
        yield f"Thể thức văn bản chưa có {', '.join(blank)}; trên văn bản chỗ đó để trống."
