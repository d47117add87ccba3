"""The words of the pages, in one place. Words of states and numbers are in ttpv/views."""

APP = "Theo dõi chỉ tiêu TTPVHCC"

# Pages: (title in the menu, address)
OVERVIEW = ("Tổng quan", "tong-quan")
DEPARTMENTS = ("Sở, ban, ngành", "so-ban-nganh")
DEPARTMENT = ("Chi tiết đơn vị", "chi-tiet")
DOSSIERS = ("Hồ sơ", "ho-so")
FEES = ("Phí, lệ phí", "phi-le-phi")
IMPORT = ("Nhập dữ liệu", "nhap-du-lieu")
HISTORY_PAGE = ("Lịch sử công bố", "lich-su")
REGISTRY = ("Danh bạ đơn vị", "danh-ba-don-vi")
HELP = ("Trợ giúp", "tro-giup")

# Sidebar
PERIOD = "Kỳ báo cáo"
PERIOD_HELP = "Các kỳ đã có số liệu được công bố."
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
HELP_ISSUES = "Từng lỗi và cảnh báo, theo mã"
HELP_CODE = "(mã {code})"

# Import
UPLOAD = "Tệp xuất của kỳ báo cáo (Excel, OpenDocument, CSV, HTML hoặc Word)"
UPLOAD_HELP = (
    "Tệp có Phụ lục I, Phụ lục II, biểu II.06a hoặc danh sách hồ sơ, như hệ thống một cửa xuất ra. "
    "Có thể chọn nhiều tệp; tất cả được công bố cùng một lần hoặc không tệp nào."
)
TEMPLATE_OFFER = "Không có biểu nào như vậy? Tải mẫu nhập liệu"
TEMPLATE_HELP = (
    "Mẫu ghi sẵn các cơ quan, đơn vị của kỳ và có cột cho tử số, mẫu số của cả năm tỷ lệ. "
    "Chọn kỳ, tải mẫu, điền số rồi tải lên ở ô bên trên."
)
TEMPLATE_APPLY = "Dùng kỳ này"
TEMPLATE_DOWNLOAD = "Tải mẫu nhập liệu, kỳ {period} (.xlsx)"
ASK_PERIOD = (
    "Tệp không ghi rõ kỳ báo cáo: {files}. "
    "Hãy chọn ngày đầu và ngày cuối kỳ (tính cả hai ngày) rồi bấm “Dùng kỳ này”."
)
OTHER_PERIOD = "Ghi vào kỳ khác với kỳ in trong tệp"
FIRST_DAY = "Từ ngày"
LAST_DAY = "Đến ngày"
APPLY_DATES = "Dùng kỳ này"
PERIOD_REVERSED = "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."
CHECKING = "Đang đọc và kiểm tra tệp…"
CANCEL = "Hủy"
COMPLETE_LIST = "Danh sách là của toàn Trung tâm: cơ quan không có hồ sơ nào tính là 0"
COMPLETE_LIST_HELP = (
    "Bỏ trống nếu danh sách chỉ của một vài cơ quan; khi đó các cơ quan vắng mặt được ghi là thiếu "
    "số liệu chứ không phải 0."
)
FOUND = "Nội dung nhận ra trong tệp"
FOUND_FACTS = "Kỳ {period} · {departments} cơ quan, đơn vị"
FOUND_TOTALS = "Số tổng"
ISSUES = "Lỗi và cảnh báo"
ISSUES_DOWNLOAD = "Tải danh sách lỗi và cảnh báo (.csv) để gửi đơn vị"
EXPLAIN = "Giải thích"
ASK_NAMES = "Tên cơ quan chưa biết"
ANSWERED_NAMES = "Tên cơ quan đã trả lời"
ASK_NAMES_HELP = (
    "Chọn cơ quan cho từng tên. Câu trả lời được nhớ khi công bố (ghi người và lúc trả lời), "
    "các lần nhập sau không hỏi lại; bỏ được ở trang “Danh bạ đơn vị”."
)
NAMES_MORE = (
    "Còn {count} tên khác chưa biết, được hỏi sau khi trả lời các tên trên. Nếu phần lớn không "
    "phải tên cơ quan, hãy kiểm tra xem các cột của tệp có bị lệch không."
)
WHOSE_NAME = "“{name}” ({place}) là cơ quan nào?"
NAME_PLACEHOLDER = "Chọn cơ quan, đơn vị"
NAMES_APPLY = "Dùng các tên này"
NAME_ANSWERED = "“{name}” được hiểu là {department}."
NAME_UNDO = "Bỏ"
DIFFERENCE = "So với số liệu đang công bố"
EFFECT_HEADS = ("Tỷ lệ chung của Trung tâm", "Đang công bố", "Sau khi công bố", "Chênh lệch")
NOTHING_PUBLISHED = "chưa có"
SAME_RATE = "không đổi"
ADDED = "Thêm {names}."
REMOVED = "Bớt {names}."
CELLS_CHANGED = "{changed} ô thay đổi, {unchanged} ô giữ nguyên."
CHANGE_HEADS = ("Cơ quan, đơn vị", "Số liệu", "Đang công bố", "Trong tệp", "Chênh lệch")
MORE_CELLS = "Còn {count} ô thay đổi nữa, không hiện ở đây."
READ = "Bảng đã đọc: {form}"
READ_MARKED = "Bảng đã đọc: {form} – {marked} ô cần xem được đánh dấu"
NO_ISSUES = "Không có lỗi hay cảnh báo: các số liệu cân khớp với nhau."
REFUSED = (
    "Có {count} lỗi nên chưa công bố được; số liệu hiện tại giữ nguyên. Hãy sửa theo hướng dẫn ở "
    "từng dòng rồi tải lại tệp."
)
CHECKED_LATER = "Tổng và các đẳng thức (như 3 = 4 + 6) sẽ được kiểm tra sau khi sửa các lỗi trên."
REPLACED_UPLOADS = "Tệp thả sau thay cho tệp cùng tên thả trước: {names}."
KEEP_OPEN = "Rời trang này thì các tệp đã thả không được giữ lại; hãy công bố trước."
COMPLETE_LIST_HINT = (
    "Danh sách thiếu một số cơ quan. Nếu danh sách là của toàn Trung tâm, hãy đánh dấu ô "
    "“Danh sách là của toàn Trung tâm” ở trên: các cơ quan ấy khi đó được tính là 0."
)
PUBLISHED_ELSEWHERE = (
    "Số liệu này đã được công bố ở thẻ khác hoặc bởi người khác (lần {snapshot}); "
    "không còn gì để làm."
)
WARNED = "Có {count} cảnh báo. Nếu đã xem và số liệu đúng như vậy, có thể công bố."
UNCHANGED_PREVIEW = "Số liệu trong tệp giống hệt số liệu đang công bố; không có gì để thay đổi."
REPLACES = "Thay số liệu đang công bố của: {forms}."
PUBLISH = "Công bố"
PUBLISH_DESPITE = "Đã xem cảnh báo, công bố"
PUBLISHED = "Đã công bố lần {snapshot}. Các trang đang mở sẽ tự cập nhật."
UNCHANGED = "Không có gì thay đổi: số liệu này đã được công bố ở lần {snapshot}."
CHANGED_MEANWHILE = (
    "Trong lúc bạn xem, số liệu đã được công bố lần khác ({snapshot}). Chưa có gì được ghi. "
    "Hãy xem lại nội dung bên dưới rồi bấm công bố lần nữa."
)
HISTORY = "Các lần công bố"
RESTORE_OFFER = "Khôi phục một lần công bố trước"
RESTORE_WHICH = "Lần công bố"
RESTORE_PLACEHOLDER = "Chọn lần công bố muốn trở lại"
RESTORE_SAME = "Số liệu của lần {snapshot} giống hệt số liệu hiện tại; không có gì để khôi phục."
RESTORE = "Khôi phục lần {snapshot}"
RESTORE_UNCHANGED = "Không có gì thay đổi: lần {origin} giống hệt số liệu hiện tại ({snapshot})."
RESTORED = "Đã khôi phục lần {origin} thành lần công bố mới {snapshot}. Không có gì bị xóa."
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
HISTORY_MORE = "Xem cả {count} lần công bố ở trang “Lịch sử công bố”."
STORE_FAILED = (
    "Không ghi được vào kho số liệu ({reason}). Chưa có gì thay đổi; hãy báo người quản trị."
)

# Registry
REGISTRY_SEARCH = "Tìm đơn vị"
REGISTRY_SEARCH_HINT = "Tên, tên viết tắt hoặc tên gọi khác"
REGISTRY_DAY = "Tính vào ngày"
REGISTRY_NOBODY = "Không có đơn vị nào mang tên như vậy. Hãy xóa bớt chữ ở ô “Tìm đơn vị”."
REGISTRY_AS_REPORTED = (
    "Đang xem danh bạ như ở một lần công bố trước, nên không sửa được. "
    "Hãy bỏ chọn ở “Xem như đã công bố ở” để về hiện tại."
)
LEARNED = "Được thêm:"
SPLIT = "Chia tách: số liệu không được cộng sang một đơn vị nào trong số này."
TEACH_OFFER = "Thêm một tên gọi"
TEACH_NAME = "Tên trong tệp xuất"
TEACH_HELP = "Ghi tên đúng như trong tệp xuất và chọn đơn vị; việc sẽ làm được nói trước khi bấm."
TEACH = "Thêm tên gọi này"
TAUGHT = "“{name}” từ nay là {department}."
FORGET_OFFER = "Bỏ một tên gọi đã thêm"
FORGET_WHICH = "Tên gọi đã thêm"
FORGET_PLACEHOLDER = "Chọn tên gọi muốn bỏ"
FORGET = "Bỏ tên gọi này"
FORGOTTEN = "Đã bỏ tên gọi “{name}”."
RECORDED = "Việc này được ghi ở lần công bố {snapshot}."
NAMES_CHANGED = (
    "Trong lúc bạn xem, số liệu đã được công bố lần khác ({snapshot}). Chưa có gì được ghi. "
    "Hãy xem lại rồi bấm lần nữa."
)
