"""The words of the page Lịch sử công bố."""

HISTORY = "Các lần công bố"
RESTORE_OFFER = "Khôi phục một lần công bố trước"
RESTORE_WHICH = "Lần công bố"
RESTORE_PLACEHOLDER = "Chọn lần công bố muốn trở lại"
RESTORE_SAME = "Số liệu của lần {snapshot} giống hệt số liệu hiện tại; không có gì để khôi phục."
RESTORE = "Khôi phục lần {snapshot}"
RESTORE_ONLY = "Chỉ khôi phục một kỳ"
RESTORE_ALL = "Cả lần công bố"
RESTORE_ONLY_HELP = (
    "Các kỳ có số liệu khác lần công bố đó. Khi chỉ khôi phục một kỳ, các kỳ khác, tên đã học và "
    "danh mục chỉ tiêu giữ như hiện nay."
)
RESTORE_PERIOD = "Khôi phục {period} của lần {snapshot}"
RESTORED_PERIOD = (
    "Đã khôi phục {period} của lần {origin} thành lần công bố mới {snapshot}. Không có gì bị xóa."
)
RESTORE_UNCHANGED = "Không có gì thay đổi: lần {origin} giống hệt số liệu hiện tại ({snapshot})."
RESTORED = "Đã khôi phục lần {origin} thành lần công bố mới {snapshot}. Không có gì bị xóa."
WITHDRAW_OFFER = "Rút một biểu đã công bố"
WITHDRAW_WHICH = "Biểu muốn rút"
WITHDRAW_PLACEHOLDER = "Chọn biểu của một kỳ"
WITHDRAW_HELP = (
    "Dùng khi một biểu không nên được công bố, hoặc đang che một biểu khác của cùng kỳ. "
    "Các lần công bố trước vẫn giữ nguyên; khôi phục một lần trước sẽ đưa biểu trở lại."
)
WITHDRAW_REASON = "Lý do (ghi lại trong lịch sử, có thể bỏ trống)"
WITHDRAW = "Rút biểu này"
WITHDRAWN = "Đã rút {form}; lần công bố mới là {snapshot}. Không có gì bị xóa."
AFTER_WITHDRAWING = "Sau khi rút"
HISTORY_MORE = "Xem cả {count} lần công bố ở trang “Lịch sử công bố”."
