"""What can be wrong with other figures (questions, e-mails, calls, signatures, index 766): in a
file, in the template's sheet or in the form. `where` is the place and a colon, or nothing."""

from ttpv.core.messages.places import Message

OTHERS: dict[str, Message] = {
    "other_item_unknown": (
        "error",
        "{where}không có số liệu nào tên là “{value}”. Hãy dùng đúng tên như trong bảng mẫu.",
    ),
    "other_dates_reversed": (
        "error",
        "{where}ngày cuối {last} đứng trước ngày đầu {first}. Hãy sửa một trong hai ngày.",
    ),
    "other_day_outside": (
        "error",
        "{where}ngày {value} nằm ngoài khoảng {first}–{last}. Hãy sửa ngày.",
    ),
    "other_text_long": (
        "error",
        "{where}{item} “{value}…” dài hơn {most} chữ. Hãy rút ngắn.",
    ),
    "other_entry_empty": (
        "error",
        "{where}{entry} chưa có số liệu nào. Hãy điền ít nhất một mục, hoặc xóa hẳn.",
    ),
    "other_entry_twice": (
        "error",
        "{where}{entry} đã có. Hãy sửa số liệu đã ghi thay vì ghi thêm.",
    ),
    "other_period_overlaps": (
        "error",
        "{where}{entry} trùng một phần với kỳ {other} đã ghi. Hãy sửa ngày để hai kỳ nối tiếp nhau "
        "hoặc kỳ này nằm trọn trong kỳ kia.",
    ),
    "other_qualifier_unknown": (
        "error",
        "{where}không hiểu chữ “{value}” đứng trước số. Hãy dùng {known}, hoặc bỏ chữ đó.",
    ),
    "other_value_outside": (
        "error",
        "{where}{item} là {value}, ngoài khoảng 0–{most}. Hãy sửa số liệu.",
    ),
    "other_parts_exceed": (
        "error",
        "{where}{parts} cộng lại là {sum}, nhiều hơn {whole}. Hãy sửa số liệu; chỉ tính câu "
        "hỏi đã tiếp nhận trong kỳ.",
    ),
    "other_since_wrong": (
        "error",
        "{where}{item} không thể lũy kế từ ngày {value}. Hãy để trống nếu số liệu là của riêng kỳ, "
        "hoặc ghi một ngày không sau ngày cuối của kỳ.",
    ),
    "other_points_sum": (
        "error",
        "{where}tổng điểm chỉ số 766 ngày {day} là {points}, nhưng theo điểm sáu nhóm phải là "
        "{expected}. Hãy đối chiếu lại trên Cổng Dịch vụ công quốc gia.",
    ),
    "other_band_differs": (
        "error",
        "{where}chỉ số 766 ngày {day} đạt {points} điểm thì xếp loại {expected}, không phải "
        "“{value}”. Hãy sửa điểm hoặc xếp loại; để trống xếp loại thì chương trình tự ghi.",
    ),
    "other_band_unknown": (
        "error",
        "{where}không có xếp loại “{value}”. Hãy dùng một trong: {known}.",
    ),
    "other_file_unreadable": (
        "error",
        "Tệp “{file}” không phải là bảng số liệu khác dạng CSV hay TOML đọc được ({reason}). "
        "Hãy tải bảng hiện tại về làm mẫu rồi sửa trên đó.",
    ),
    "other_columns_missing": (
        "error",
        "Tệp “{file}” thiếu cột {titles}. Hãy thêm cột đó vào dòng tiêu đề, như trong tệp CSV tải "
        "về từ trang Phản ánh, kiến nghị và chỉ số 766.",
    ),
    "other_item_twice": (
        "error",
        "{where}“{value}” của cùng một kỳ hoặc một ngày đã có ở trên. Hãy bỏ một dòng.",
    ),
    "other_number_unreadable": (
        "error",
        "{where}“{value}” không phải là số đếm. Hãy viết như 227, 1.200 hoặc hơn 110.",
    ),
    "other_points_unreadable": (
        "error",
        "{where}“{value}” không phải là số điểm. Hãy viết như 90,18.",
    ),
    "other_date_unreadable": (
        "error",
        "{where}“{value}” không phải là ngày. Hãy viết như 25/12/2023.",
    ),
    "other_date_missing": (
        "error",
        "{where}thiếu ngày. Hãy ghi ngày đầu, ngày cuối của kỳ; với chỉ số 766 là ngày chốt điểm.",
    ),
}
