"""Words that more than one page says, and those of pages with few of their own; the others stand in
modules beside, a page each. Words of states and numbers are in ttpv/views."""

APP = "Theo dõi chỉ tiêu TTPVHCC"

# Pages: (title in the menu, address)
OVERVIEW = ("Tổng quan", "tong-quan")
DEPARTMENTS = ("Sở, ban, ngành", "so-ban-nganh")
TRENDS = ("Xu hướng", "xu-huong")
DEPARTMENT = ("Chi tiết đơn vị", "chi-tiet")
DOSSIERS = ("Hồ sơ", "ho-so")
FEES = ("Phí, lệ phí", "phi-le-phi")
IMPORT = ("Nhập dữ liệu", "nhap-du-lieu")
TARGETS_PAGE = ("Chỉ tiêu", "chi-tieu")
HISTORY_PAGE = ("Lịch sử công bố", "lich-su")
REGISTRY = ("Danh bạ đơn vị", "danh-ba-don-vi")
HELP = ("Trợ giúp", "tro-giup")

# Sidebar
PERIOD_KIND = "Loại kỳ"
PERIOD_KIND_HELP = (
    "Chỉ có các loại kỳ mà số liệu đã công bố trả lời được: kỳ dài được cộng từ các kỳ ngắn, "
    "kỳ ngắn được tính bằng hiệu của hai số liệu lũy kế."
)
PERIOD_KINDS = {
    "month": "Tháng",
    "quarter": "Quý",
    "half": "6 tháng",
    "nine_months": "9 tháng",
    "year": "Năm",
    "to_date": "Lũy kế từ đầu năm",
    "published": "Kỳ như trong tệp đã nhập",
}
OWN_RANGE = "Khoảng ngày tự chọn"
PERIOD = "Kỳ báo cáo"
PERIOD_HELP = "Các kỳ có đủ số liệu đã công bố, kỳ mới nhất ở trên."
STRUCTURE = "Cơ cấu tổ chức"
STRUCTURES = {"then": "Lúc đó", "now": "Hiện nay"}
STRUCTURE_HELP = (
    "“Lúc đó”: các đơn vị như trong kỳ báo cáo. “Hiện nay”: số liệu của các đơn vị đã sáp nhập "
    "được cộng vào đơn vị kế thừa. Số chung của Trung tâm như nhau trong cả hai cách."
)
NOT_COVERED_TITLE = "Chưa đủ số liệu cho kỳ {period}"
NOT_COVERED = (
    "Số liệu đã công bố không ghép được thành đúng khoảng ngày này, nên không hiện một phần "
    "thay cho cả kỳ."
)
NOT_COVERED_DAYS = "Còn thiếu các ngày: {days}."
NOT_COVERED_OVERLAP = (
    "Không thiếu ngày nào, nhưng các kỳ đã công bố trùng lên nhau nên không cộng được."
)
NOT_COVERED_NEAREST = "Các kỳ gần nhất có số liệu (bấm để mở):"
NO_DATES = "Hãy chọn ngày đầu và ngày cuối của kỳ ở thanh bên."
NEWER_PERIOD = "Đã có kỳ mới hơn: {period}."
SCOPE = "Cơ quan, đơn vị"
SCOPE_ALL = "Tất cả"
SCOPE_HELP = "Không chọn đơn vị nào nghĩa là toàn Trung tâm."
LINK_DEPARTMENTS_UNKNOWN = (
    "Liên kết đã mở ghi đơn vị {names} nhưng kỳ này không có đơn vị đó, nên không được tính."
)
LINK_DEPARTMENT_UNKNOWN = (
    "Liên kết đã mở ghi đơn vị “{name}” nhưng kỳ này không có đơn vị đó. "
    "Trang đang hiện đơn vị đầu tiên; hãy chọn đơn vị khác ở ô bên dưới nếu cần."
)
LINK_DEPARTMENT_EXCLUDED = (
    "Liên kết đã mở ghi đơn vị “{name}” nhưng đơn vị này không nằm trong các đơn vị đã chọn ở "
    "thanh bên. Hãy bỏ chọn ở thanh bên để xem đơn vị đó."
)
LINK_PERIOD_UNKNOWN = (
    "Liên kết đã mở ghi kỳ “{period}” nhưng kỳ này chưa có số liệu. "
    "Trang đang hiện kỳ mới nhất; hãy chọn kỳ khác ở thanh bên nếu cần."
)
LINK_CHOICE_UNKNOWN = (
    "Liên kết đã mở ghi {label} “{name}” nhưng số liệu đang xem không có lựa chọn đó. "
    "Trang đang hiện “{shown}”."
)
LINK_DATES_LACKING = (
    "Liên kết đã mở chỉ ghi một trong hai ngày của kỳ nên không biết kỳ nào. "
    "Trang đang hiện “{shown}”; hãy chọn kỳ khác ở thanh bên nếu cần."
)
LINK_MORE = "{names} và {count} tên khác"

# Empty states
NO_DATA_TITLE = "Chưa có số liệu"
NO_DATA = (
    "Chưa có kỳ báo cáo nào được công bố. Hãy mở trang “Nhập dữ liệu” và tải lên tệp xuất "
    "của kỳ đầu tiên."
)
NO_FEES = (
    "Kỳ này chưa có Phụ lục II (thanh toán phí, lệ phí). Hãy mở trang “Nhập dữ liệu” và tải lên "
    "tệp có Phụ lục II của kỳ này."
)
NO_DEPARTMENT_DATA = "Đơn vị này không có số liệu trong kỳ đã chọn."

# Banner
BANNER_PERIOD = "Kỳ báo cáo"
BANNER_SCOPE = "Phạm vi"
BANNER_SOURCE = "Nguồn"
BANNER_PUBLISHED = "Công bố"
CHECKS_PASSED = "Số liệu cân khớp"
CHECKS_WARNED = "{count} cảnh báo"

# Overview
FARTHEST = "Đơn vị còn xa chỉ tiêu nhất"
MET_OF = "{met}/{judged} đơn vị đạt"
COUNTS = "Tình hình hồ sơ"
COUNTS_SINCE = "(dòng cuối: tăng, giảm so với {since})"

ATTENTION_LIST = "Cần chú ý"
ATTENTION_ALL = "Xem tất cả {count} điều cần chú ý"
SEE = {
    "trend": "Xem xu hướng",
    "department": "Xem đơn vị",
    "dossiers": "Xem hồ sơ",
    "fees": "Xem phí, lệ phí",
}
SENTENCES = "Vì sao thay đổi, còn thiếu bao nhiêu, phần còn lại của năm cần đạt bao nhiêu"

# Departments
TABLE_HINT = "Bấm tiêu đề cột để sắp xếp, bấm một dòng để mở chi tiết đơn vị."
TABLE_NAME = "Cơ quan, đơn vị"
TABLE_RECEIVED = "Tiếp nhận mới"
TABLE_MET = "Số đơn vị đạt"
LEGEND = "Vạch đứng trong ô là chỉ tiêu."

# Department
CHOOSE_DEPARTMENT = "Đơn vị"
DEPARTMENT_FEES = "Phí, lệ phí"

DRILLDOWN = "Theo lĩnh vực và thủ tục (từ danh sách hồ sơ)"
FIELD = "Lĩnh vực"
PROCEDURE = "Thủ tục"
ATTENTION = "Hồ sơ cần chú ý"

# Dossiers and fees
DOSSIERS_TABLE = "Số hồ sơ theo đơn vị"
SOURCE_LINE = "Nguồn: {source}; kỳ {period}; lần công bố {snapshot}."
FEES_TABLE = "Giao dịch và số tiền theo đơn vị"
FEES_MEASURE = "Xem theo"
TRANSACTIONS = "Số giao dịch"
AMOUNTS = "Số tiền"
FEES_SHARE_NOTE = (
    "Tỷ trọng giao dịch trực tuyến không phải là tỷ lệ thanh toán trực tuyến: "
    "chỉ tiêu tính theo hồ sơ, bảng này tính theo giao dịch."
)

# Help
HELP_PLACEHOLDERS = "Chỗ điền của mẫu Word"
HELP_ISSUES = "Từng lỗi và cảnh báo, theo mã"
HELP_CODE = "(mã {code})"

# Two dates, and states of earlier days
FIRST_DAY = "Từ ngày"
LAST_DAY = "Đến ngày"
SNAPSHOT = "Xem như đã công bố ở"
SNAPSHOT_NOW = "Hiện tại"
SNAPSHOT_HELP = (
    "Mọi trang hiện số liệu đúng như lúc đó, kể cả khi sau này đã sửa. Bỏ chọn để về hiện tại."
)
SNAPSHOT_LOST = "{reason} Trang đang hiện số liệu hiện tại, không phải của lần đã chọn."
LINK_SNAPSHOT_UNKNOWN = (
    "Liên kết nêu lần công bố “{snapshot}” không có trong kho (có thể đã được dọn). "
    "Trang đang hiện số liệu hiện tại; hãy chọn lần công bố khác ở “Xem như đã công bố ở”."
)
AS_REPORTED = "Đang xem số liệu như đã công bố ở lần {snapshot} ({moment}), không phải hiện tại."
