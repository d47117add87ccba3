"""Texts of the page Phản ánh, kiến nghị và chỉ số 766, and of other figures elsewhere."""

PAGE = ("Phản ánh, kiến nghị và chỉ số 766", "phan-anh")
CHANGES = "Số liệu khác sẽ thay đổi"
NOTE = (
    "Những số liệu không có trong biểu xuất từ hệ thống một cửa: Trung tâm tự ghi, ở đây, ở tờ “Số "
    "liệu khác” của mẫu nhập liệu, hoặc từ tệp."
)
WHOLE_CENTRE = "Đây là số liệu của cả Trung tâm; lựa chọn đơn vị ở thanh bên không làm thay đổi."
FIGURES = "Trong kỳ"
NOTHING = (
    "Chưa có số liệu nào của kỳ này. Người có quyền nhập có thể ghi ở mục “Ghi số liệu của một kỳ” "
    "bên dưới, hoặc điền tờ “Số liệu khác” của mẫu nhập liệu rồi nhập như các biểu khác."
)
INDEX = "Chỉ số 766 ngày {day}"
INDEX_MISSING = "Chưa có điểm chỉ số 766 của ngày nào trong kỳ."
GROUP_HEADS = ("Nhóm chỉ số", "Điểm", "Tối đa")
GROUPS_BLANK = "Chưa có điểm từng nhóm."
PERIODS_TABLE = "Bảng số liệu đã ghi"
INDEXES_TABLE = "Bảng điểm chỉ số 766 đã ghi"
POINTS_AXIS = "điểm"
QUESTIONS_AXIS = "câu hỏi"
SOURCE_LINE = "Nguồn: số liệu Trung tâm tự ghi, lần công bố {snapshot}."
CSV_FILE = "Tải tệp để sửa (CSV)"
EDIT_PERIOD = "Ghi số liệu của một kỳ"
EDIT_INDEX = "Ghi điểm chỉ số 766 của một ngày"
EDIT_FILE = "Ghi từ tệp"
EDIT_UNDO = "Hoàn tác lần ghi gần nhất"
OF_THEN = (
    "Đang xem lần công bố {snapshot}. Muốn sửa số liệu thì chọn xem số liệu hiện tại ở thanh bên."
)
FIRST = "Từ ngày"
LAST = "Đến ngày"
DAY = "Ngày chốt điểm"
VALUE_HELP = "Viết như 227, 1.200 hoặc hơn 110. Không có số liệu thì để trống."
SINCE = "Lũy kế từ ngày"
SINCE_HELP = "Chỉ ghi khi số chữ ký số được tính lũy kế từ một ngày khác ngày đầu kỳ."
POINTS_HELP = "Viết như 90,18. Chưa có thì để trống."
BAND = "Xếp loại"
BAND_OWN = "tự xếp theo điểm"
RANK = "Xếp hạng"
RANK_HELP = "Ghi bằng chữ, ví dụ: thứ nhất toàn quốc."
SOURCE = "Nguồn"
SOURCE_HELP = "Văn bản hoặc hệ thống mà số liệu lấy từ đó; có thể để trống."
CHOOSE_DAYS = "Hãy chọn ngày để điền số liệu."
DELETE = "Xóa số liệu của kỳ này"
DELETE_INDEX = "Xóa chỉ số của ngày này"
FILE_HELP = (
    "Tệp CSV hoặc TOML như tệp tải về từ trang này. Số liệu của các kỳ, các ngày có trong tệp được "
    "thay; các kỳ khác giữ nguyên."
)
FILE = "Chọn tệp số liệu khác"
