"""The words of the page Xu hướng."""

TREND_RATE = "Tỷ lệ"
TREND_STEP = "Bước thời gian"
TREND_STEPS = {"month": "Tháng", "quarter": "Quý", "year": "Năm"}
TREND_STEP_FROM = "{step} (từ ngày {day})"
TREND_STRUCTURES = {"now": "Theo cơ cấu hiện nay", "then": "Theo cơ cấu lúc đó"}
TREND_CARDS_HINT = "Bấm vào một tỷ lệ để xem chi tiết bên dưới."
TREND_LOADING = "Đang tính các kỳ…"
TREND_NONE = (
    "Chưa có tháng, quý hay năm nào đủ số liệu để vẽ xu hướng. Số liệu đã công bố là của kỳ có "
    "ngày khác; hãy nhập số liệu từng tháng, hoặc các tệp lũy kế từ đầu năm, ở trang "
    "“Nhập dữ liệu”."
)
TREND_ONE = (
    "Mới có một kỳ đủ số liệu nên chưa thấy được xu hướng. Hãy nhập thêm các kỳ khác ở trang “Nhập "
    "dữ liệu”."
)
TREND_LEGEND = (
    "Nét đứt ngang là chỉ tiêu; chấm rỗng và nét chấm là số ước tính (≈); vạch dọc mảnh là khoảng "
    "chứa giá trị thật khi không tính được; dấu × ở đáy là chỗ không có giá trị, rê chuột để xem "
    "lý do."
)
TREND_TARGET = "Chỉ tiêu"
TREND_TARGET_OF = "Chỉ tiêu của {name}"
TREND_TABLE = "Xem bảng số liệu"
TREND_MULTIPLES_ALL = "Xem tất cả {count} đơn vị"
MOVEMENT = "Điều gì làm thay đổi tỷ lệ chung của Trung tâm?"
MOVEMENT_AGAINST = "So với"
MOVEMENT_CHOICES = {
    "previous": "Kỳ liền trước",
    "same": "Cùng kỳ năm trước",
    "year": "Năm trước",
}
MOVEMENT_AXIS = "tỷ lệ chung; số cạnh thanh: điểm %"
MOVEMENT_NONE = (
    "Kỳ liền trước và cùng kỳ năm trước của {period} chưa đủ số liệu, nên chưa so sánh được."
)
MOVEMENT_NONE_YEAR = "Năm liền trước {period} chưa đủ số liệu, nên chưa so sánh được."
BACKLOG = "Hồ sơ tồn, tiếp nhận và giải quyết của {whose}"
TREND_SOURCE = (
    "Nguồn: {count} kỳ có số liệu từ {first} đến {last}; lần công bố {snapshot}. {structure}."
)
BACKLOG_NONE = "Các kỳ này chưa có số hồ sơ (Phụ lục I hoặc biểu tương đương)."
