"""The words of the page Báo cáo."""

PAGE = ("Báo cáo", "bao-cao")

KIND = "Loại báo cáo"
ABOUT = {
    "bao-cao": (
        "Báo cáo của Trung tâm theo thể thức văn bản hành chính, tệp Word để sửa và ký: các mục có "
        "số liệu, bảng chỉ tiêu, phân tích, biểu đồ, Phụ lục I và II."
    ),
    "phu-luc": (
        "Tệp Excel: Phụ lục I và II đúng biểu mà trang Nhập dữ liệu đọc được, và trang “Tỷ lệ” với "
        "tử số, mẫu số, chỉ tiêu và công thức."
    ),
    "niem-yet": (
        "Một trang A4 để dán ở nơi tiếp nhận và đăng lên cổng thông tin: kết quả từng chỉ tiêu và "
        "từng đơn vị, của kỳ và các đơn vị chọn ở thanh bên."
    ),
    "don-doc": (
        "Công văn một trang gửi một đơn vị: chỉ tiêu chưa đạt và còn thiếu bao nhiêu, hồ sơ trễ "
        "hạn, quá hạn theo mã (không có thông tin người nộp), việc đề nghị; sẵn để ký."
    ),
}

DOWNLOAD = "Tải về"
ANNEXED = "Kèm theo: biểu đồ, Phụ lục I, Phụ lục II. Thứ tự và chữ nối theo mẫu Word đang dùng."
RATES_SHEET = "Trang tính thứ ba, “Tỷ lệ”: mỗi tỷ lệ của từng đơn vị với tử số, mẫu số, chỉ tiêu."

FORMATS = {
    "docx": "Word (.docx)",
    "xlsx": "Excel (.xlsx)",
    "pdf": "PDF (.pdf)",
    "png": "Ảnh (.png)",
}
NO_OFFICE = (
    "Chưa có PDF vì máy chủ chưa cài LibreOffice; hãy tải tệp Word rồi lưu thành PDF bằng Word."
)
MAKING = "Tệp chỉ được tạo khi bấm; lượt tải được ghi lại, và lần công bố {snapshot} được giữ lại."
NOT_RECORDED = "Không ghi được lượt tải vào kho: {reason}. Hãy báo người quản trị."
UNEXPECTED = "Có lỗi ngoài dự kiến; hãy báo người quản trị: chi tiết nằm trong nhật ký của máy chủ."
FAILED = "Chưa tạo được báo cáo. {reason}"

GAPS = "Cần biết trước khi gửi"
NO_GAPS = "Không thiếu gì."

URGING = "Đơn vị cần đôn đốc ({count}/{of})"
URGING_HINT = "Bấm một dòng để mở văn bản của đơn vị đó."
URGING_NONE = "Kỳ này không đơn vị nào có chỉ tiêu chưa đạt hay hồ sơ trễ hạn, quá hạn."
URGING_HEADS = ("Đơn vị", "Chỉ tiêu chưa đạt", "Trễ hạn", "Quá hạn")

PREVIEW = "Xem trước"
DRAWING = "Đang vẽ bản xem trước…"
PREVIEW_ALT = "Bản xem trước của {kind}, {period}. {headline}"

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = f"Số:{8 * chr(160)}/{{symbol}}"
DEAR = "Kính gửi:"
LETTER_RATES = ("STT", "Chỉ tiêu", "Kế hoạch", "Kết quả", "Còn thiếu")
LETTER_DOSSIERS = ("Mã hồ sơ", "Tiếp nhận", "Hẹn trả", "Tình trạng")
RECIPIENTS = "Nơi nhận:"

SETTINGS = "Thể thức và mẫu"
SETTINGS_OF_THEN = (
    "Thể thức và mẫu của lần công bố {snapshot} chỉ để xem. Để sửa, hãy bỏ chọn ở ô “Xem như đã "
    "công bố ở” tại thanh bên."
)
LETTERHEAD = "Thể thức văn bản: cơ quan, nơi nhận, người ký"
LETTERHEAD_HELP = (
    "Dùng cho báo cáo, văn bản đôn đốc và bảng niêm yết. Ô để trống thì trên văn bản không in gì ở "
    "đó. Báo cáo của các lần công bố trước giữ thể thức của lúc đó."
)
A_LINE_EACH = "(mỗi dòng một nơi)"
TEMPLATES = "Mẫu Word của báo cáo và văn bản đôn đốc"
TEMPLATES_HELP = (
    "Tải mẫu đang dùng về, sửa bằng Word (chữ, thứ tự, định dạng; giữ nguyên các chỗ điền trong "
    "ngoặc {{ }} và {% %}), rồi tải lên. Mẫu có chỗ sai thì bị từ chối và chỉ rõ chỗ sai. "
    "Danh sách chỗ điền có ở trang Trợ giúp."
)
TEMPLATE = "{kind}: đang dùng {source}"
TEMPLATE_TAKE = "Tải mẫu đang dùng (.docx)"
TEMPLATE_RESET = "Dùng lại mẫu gốc"
TEMPLATE_UPLOAD = "Tải lên mẫu riêng (.docx, không quá 2 MB)"

TAKEN = "Báo cáo đã tải"
TAKEN_HEADS = ("Lúc", "Người tải", "Báo cáo", "Kỳ", "Phạm vi", "Lần công bố", "")
TAKEN_NONE = "Chưa có báo cáo nào được tải."
TAKEN_MOST = "Đang hiện {count} lượt tải gần nhất."
AGAIN = "Mở lại"
