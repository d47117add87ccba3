"""The words of the pages, in one place. Words of states and numbers are in ttpv/views."""

APP = "Theo dõi chỉ tiêu TTPVHCC"

# Pages: (title in the menu, address)
OVERVIEW = ("Tổng quan", "tong-quan")
DEPARTMENTS = ("Sở, ban, ngành", "so-ban-nganh")
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
EFFECT_HEADS = ("Tỷ lệ chung của Trung tâm", "Đang công bố", "{after}", "Chênh lệch")
AFTER_PUBLISHING = "Sau khi công bố"
NOTHING_PUBLISHED = "chưa có"
SAME_RATE = "không đổi"
ADDED = "Thêm {names}."
REMOVED = "Bớt {names}."
CELLS_CHANGED = "{changed} ô thay đổi, {unchanged} ô giữ nguyên."
CHANGE_HEADS = ("Cơ quan, đơn vị", "Số liệu", "Đang công bố", "{after}", "Chênh lệch")
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

# Targets
TARGETS_NOTE = (
    "Mỗi kỳ báo cáo được xét theo chỉ tiêu áp dụng vào ngày cuối kỳ. Đơn vị không có chỉ tiêu "
    "riêng thì theo chỉ tiêu của Trung tâm; không có chỉ tiêu nào áp dụng thì ghi là chưa có "
    "chỉ tiêu."
)
TARGET_HEADS = (
    "Tỷ lệ",
    "Chỉ tiêu",
    "Phạm vi",
    "Từ ngày",
    "Đến ngày",
    "Quyết định",
    "Nguồn",
    "Tình trạng",
)
TARGETS_LACKING = "Hôm nay chưa có chỉ tiêu nào của Trung tâm áp dụng cho: {rates}."
NO_TARGETS = "Danh mục chưa có chỉ tiêu nào, nên mọi tỷ lệ đều ghi là chưa có chỉ tiêu."
TARGETS_OF_THEN = (
    "Đây là danh mục của lần công bố {snapshot}, chỉ để xem. Để sửa, hãy bỏ chọn ở ô “Xem như đã "
    "công bố ở” tại thanh bên."
)
TARGETS_CSV = "Tải danh mục để sửa và nhập lại (.csv)"
TARGETS_TOML = "Tải danh mục để sửa và nhập lại (.toml)"
TARGET_ADD = "Thêm chỉ tiêu"
TARGET_EDIT = "Sửa, kết thúc hoặc xóa"
TARGET_FILE = "Nhập cả danh mục từ tệp"
TARGET_UNDO = "Hoàn tác"
TARGET_RATE = "Tỷ lệ"
TARGET_VALUE = "Chỉ tiêu (%)"
TARGET_VALUE_HELP = "Một số từ 0 đến 100, như 50 hoặc 66,5."
TARGET_SCOPE = "Phạm vi"
TARGET_FIRST = "Từ ngày"
TARGET_LAST = "Đến ngày (nếu có)"
TARGET_DECISION = "Số quyết định (nếu có)"
TARGET_DECISION_DATE = "Ngày quyết định"
TARGET_SOURCE = "Nguồn"
TARGET_SOURCE_HELP = "Văn bản nào giao chỉ tiêu này, mục nào."
TARGET_ENDS = "Kết thúc chỉ tiêu cũ của cùng tỷ lệ, phạm vi vào hôm trước ngày bắt đầu"
TARGET_PREVIEW = "Xem thay đổi"
TARGET_WHICH = "Chỉ tiêu muốn sửa"
TARGET_WHICH_PLACEHOLDER = "Chọn một chỉ tiêu"
TARGET_EDIT_HELP = "Để kết thúc một chỉ tiêu, điền “Đến ngày”. Kỳ đã qua vẫn được xét theo nó."
TARGET_DELETE = "Xóa chỉ tiêu này"
TARGET_DELETE_HELP = (
    "Chỉ xóa khi ghi nhầm: kỳ nào từng được xét theo chỉ tiêu này sẽ ghi là chưa có chỉ tiêu."
)
TARGET_FILE_HELP = (
    "Tệp CSV hoặc TOML có toàn bộ danh mục, như tệp tải về ở trên; danh mục hiện tại được thay "
    "bằng tệp. Sửa tệp bằng Excel rồi lưu dạng CSV cũng được."
)
TARGET_UPLOAD = "Tệp danh mục chỉ tiêu (.csv, .toml)"
TARGET_CHANGES = "Thay đổi sắp ghi"
TARGET_NO_CHANGE = "Không có gì khác danh mục hiện tại."
TARGET_APPLY = "Ghi vào danh mục"
TARGET_DISCARD = "Bỏ"
TARGET_SAVED = (
    "Đã ghi thành lần công bố {snapshot}. Mọi trang xét theo danh mục này; "
    "hoàn tác được ở cuối trang."
)
TARGET_UNDONE = "Đã hoàn tác; danh mục trở lại như trước, thành lần công bố {snapshot}."
TARGET_CHANGED_MEANWHILE = (
    "Trong lúc bạn xem đã có lần công bố khác ({snapshot}). Chưa có gì được ghi; "
    "hãy xem lại danh mục rồi làm lại."
)
TARGET_LAST_EDIT = "Lần sửa gần nhất: lần công bố {snapshot}, {moment}, {by}"
TARGET_UNDO_BUTTON = "Hoàn tác lần sửa {snapshot}"
TARGET_NOTHING_TO_UNDO = "Danh mục đang như bản gốc hoặc mọi lần sửa đã được hoàn tác."


# Trends
TRENDS = ("Xu hướng", "xu-huong")
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
