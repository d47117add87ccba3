"""The words of the page Báo cáo."""

PAGE = ("Báo cáo", "bao-cao")

KIND = "Loại báo cáo"
ABOUT = {
    "niem-yet": (
        "Một trang A4 để dán ở nơi tiếp nhận và đăng lên cổng thông tin: kết quả từng chỉ tiêu và "
        "từng đơn vị, của kỳ và các đơn vị chọn ở thanh bên."
    ),
}

DOWNLOAD = "Tải về"
FORMATS = {"pdf": "PDF (.pdf)", "png": "Ảnh (.png)"}
MAKING = "Tệp chỉ được tạo khi bấm; lượt tải được ghi lại, và lần công bố {snapshot} được giữ lại."
NOT_RECORDED = "Không ghi được lượt tải vào kho: {reason}. Hãy báo người quản trị."
UNEXPECTED = "Có lỗi ngoài dự kiến; hãy báo người quản trị: chi tiết nằm trong nhật ký của máy chủ."
FAILED = "Chưa tạo được báo cáo. {reason}"

GAPS = "Cần biết trước khi gửi"
NO_GAPS = "Không thiếu gì: mọi chỉ tiêu đều tính được và đã có mức phải đạt."

PREVIEW = "Xem trước"
DRAWING = "Đang vẽ bản xem trước…"
PREVIEW_ALT = "Bản xem trước của {kind}, {period}. {headline}"

TAKEN = "Báo cáo đã tải"
TAKEN_HEADS = ("Lúc", "Người tải", "Báo cáo", "Kỳ", "Phạm vi", "Lần công bố", "")
TAKEN_NONE = "Chưa có báo cáo nào được tải."
TAKEN_MOST = "Đang hiện {count} lượt tải gần nhất."
AGAIN = "Mở lại"
