"""Words for states: the same thing always has the same word, mark and place."""

from ttpv.core.issues import Severity
from ttpv.core.no_rate import NOT_APPLICABLE, UNAVAILABLE
from ttpv.metrics import Basis, Status
from ttpv.publishing import Status as ImportStatus

CENTRE = "Toàn Trung tâm"
CHOSEN = "Các đơn vị đã chọn"

STATUS_WORDS: dict[Status, str] = {
    "met": "Đạt",
    "near": "Gần đạt",
    "missed": "Chưa đạt",
    "no_target": "Chưa có chỉ tiêu",
    "not_applicable": NOT_APPLICABLE.capitalize(),
    "unavailable": UNAVAILABLE.capitalize(),
}

# A shape of its own for each state, so that nothing hangs on the colour.
STATUS_MARKS: dict[Status, str] = {
    "met": "●",
    "near": "▲",
    "missed": "■",
    "no_target": "○",
    "not_applicable": "–",
    "unavailable": "–",
}

# What a value rests on, in tables that say it of every value.
BASIS_WORDS: dict[Basis, str] = {
    "computed": "tính từ tử số và mẫu số",
    "published": "theo tỷ lệ đã công bố",
    "estimated": "ước tính",
    "not_applicable": NOT_APPLICABLE,
    "unavailable": UNAVAILABLE,
}

# What a value rests on, where neither its parts nor its reason say so.
BASIS_NOTES: dict[Basis, str] = {
    "computed": "",
    "published": "theo tỷ lệ đã công bố",
    "estimated": "",
    "not_applicable": "",
    "unavailable": "",
}

OUTCOME_WORDS: dict[ImportStatus, str] = {
    "published": "Đã công bố",
    "unchanged": "Không thay đổi",
    "valid": "Hợp lệ",
    "needs_confirmation": "Cần xác nhận lại",
    "rejected": "Bị từ chối",
}

# Over every page and answer of a store whose figures are invented (Store.is_simulated).
SIMULATED = "Số liệu mô phỏng"
SIMULATED_NOTE = "dựng để dùng thử, không phải số liệu thật; không dùng để báo cáo."

SIMULATED_IMPORT = (
    "Kho này là số liệu mô phỏng; số liệu bạn nhập ở đây không vào kho thật. Để nhập số liệu thật, "
    "hãy chạy chương trình với kho của Trung tâm (make run)."
)
SIMULATED_AGREED = "Tôi hiểu: số liệu này chỉ vào kho mô phỏng, để dùng thử"

SEVERITY_WORDS: dict[Severity, str] = {"error": "Lỗi", "warning": "Cảnh báo"}

NO_REFERENCE = (
    "Lần công bố {snapshot} không lưu danh mục và chỉ tiêu của lúc đó (do phiên bản cũ ghi); "
    "tỷ lệ và kết quả đạt hay chưa đạt tính theo danh mục, chỉ tiêu hiện nay."
)
