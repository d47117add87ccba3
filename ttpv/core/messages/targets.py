"""Of the register of targets, in a file or in the form. `where` is the row and column, or ""."""

from ttpv.core.messages.places import Message

TARGETS: dict[str, Message] = {
    "target_file_unreadable": (
        "error",
        "Tệp “{file}” không phải là danh mục chỉ tiêu dạng CSV hay TOML đọc được ({reason}). "
        "Hãy tải danh mục hiện tại về làm mẫu rồi sửa trên đó.",
    ),
    "target_columns_missing": (
        "error",
        "Tệp “{file}” thiếu cột {titles}. Hãy thêm cột đó vào dòng tiêu đề, như trong tệp CSV tải "
        "từ trang Chỉ tiêu.",
    ),
    "target_field_missing": ("error", "{where}thiếu {title}. Hãy điền."),
    "target_number_unreadable": (
        "error",
        "{where}giá trị “{value}” không phải là số. Hãy viết như 50 hoặc 66,5.",
    ),
    "target_date_unreadable": (
        "error",
        "{where}“{value}” không phải là ngày. Hãy viết như 31/12/2026.",
    ),
    "target_rate_unknown": (
        "error",
        "{where}không có tỷ lệ nào tên là “{value}”. Hãy dùng một trong: {known}.",
    ),
    "target_scope_unknown": (
        "error",
        "{where}không có cơ quan nào tên là “{value}” vào ngày chỉ tiêu bắt đầu. Hãy ghi “Trung "
        "tâm” hoặc tên, mã của cơ quan trong danh mục.",
    ),
    "target_value_outside": (
        "error",
        "{where}chỉ tiêu {value} % nằm ngoài 0–100 %. Hãy sửa giá trị.",
    ),
    "target_dates_reversed": (
        "error",
        "{where}ngày cuối {last} đứng trước ngày đầu {first}. Hãy sửa một trong hai ngày.",
    ),
    "target_overlap": (
        "error",
        "{where}{target} trùng thời gian với chỉ tiêu bắt đầu {other} của cùng tỷ lệ và phạm vi. "
        "Hãy đặt ngày cuối cho chỉ tiêu trước, hoặc đổi ngày đầu.",
    ),
}
