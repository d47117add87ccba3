"""Words for states: the same thing always has the same word, mark and place."""

from ttpv.metrics import Status

STATUS_WORDS: dict[Status, str] = {
    "met": "Đạt",
    "near": "Gần đạt",
    "missed": "Chưa đạt",
    "no_target": "Chưa có chỉ tiêu",
    "not_applicable": "Không phát sinh",
    "unavailable": "Không tính được",
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

ROLE_WORDS = {
    "published": "Đã công bố",
    "unchanged": "Không thay đổi",
    "valid": "Hợp lệ",
    "needs_confirmation": "Cần xác nhận lại",
    "rejected": "Bị từ chối",
}
