"""The words of the page Nhập dữ liệu."""

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
