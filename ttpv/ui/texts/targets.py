"""The words of the page Chỉ tiêu."""

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
