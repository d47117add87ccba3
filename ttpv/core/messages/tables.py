"""Of a table: its period, its rows, its cells."""

from ttpv.core.messages.places import CELL, ROW, SHEET, Message

TABLES: dict[str, Message] = {
    # The period
    "period_missing": (
        "error",
        "Tệp “{file}” không ghi kỳ báo cáo “Từ ngày … đến ngày …”. "
        "Hãy cho biết kỳ báo cáo: chọn ngày đầu và ngày cuối kỳ trên trang Nhập dữ liệu, "
        "hoặc thêm --period A..B trên dòng lệnh.",
    ),
    "period_ambiguous": (
        "error",
        "Tệp “{file}” ghi nhiều kỳ báo cáo khác nhau ({periods}) và không rõ bảng “{form}” thuộc "
        "kỳ nào. Hãy cho biết kỳ báo cáo rồi nhập lại.",
    ),
    "period_impossible": (
        "error",
        CELL + "“{value}” có ngày không tồn tại. Hãy sửa lại kỳ báo cáo rồi nhập lại.",
    ),
    "period_reversed": (
        "error",
        CELL + "“{value}” có ngày kết thúc trước ngày bắt đầu. Hãy sửa lại kỳ báo cáo.",
    ),
    "period_future": (
        "error",
        "Kỳ báo cáo {period} của tệp “{file}” kết thúc sau ngày hôm nay ({today}). "
        "Hãy kiểm tra lại ngày trong tệp.",
    ),
    "period_long": (
        "warning",
        "Kỳ báo cáo {period} của tệp “{file}” dài {days} ngày, hơn một năm. "
        "Hãy kiểm tra lại năm của ngày đầu và ngày cuối kỳ trước khi công bố.",
    ),
    "period_differs": (
        "warning",
        "Tệp “{file}” ghi kỳ {found} nhưng người nhập chọn kỳ {period}; số liệu sẽ được ghi vào "
        "kỳ {period}. Hãy kiểm tra lại trước khi công bố.",
    ),
    # Rows
    "department_unknown": (
        "error",
        CELL + "không nhận ra cơ quan “{value}”{suggestion}. "
        "Hãy cho biết đây là cơ quan nào (chương trình sẽ nhớ tên này; xem ở trang "
        "Danh bạ đơn vị), hoặc sửa tên cho đúng danh mục rồi nhập lại.",
    ),
    "department_twice": (
        "error",
        CELL + "“{value}” trùng với cơ quan ở dòng {first}. "
        "Hãy chỉ giữ lại một dòng cho mỗi cơ quan.",
    ),
    "department_blank": (
        "error",
        ROW + "có số liệu nhưng không có tên cơ quan. Hãy điền tên cơ quan vào cột {column}.",
    ),
    "total_twice": (
        "error",
        ROW + "có dòng tổng thứ hai (dòng tổng trước ở dòng {first}). Hãy chỉ giữ lại một dòng.",
    ),
    # Cells
    "cell_error": (
        "error",
        CELL + "là lỗi công thức {value}. Hãy sửa công thức hoặc nhập số rồi lưu lại tệp.",
    ),
    "cell_formula": (
        "error",
        CELL + "là công thức chưa được tính ({value}). "
        "Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
    ),
    "row_formulas": (
        "error",
        ROW + "{who} có {count} ô là công thức chưa được tính (cột {columns}). "
        "Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
    ),
    "count_not_number": (
        "error",
        CELL + "“{value}” không phải là số đếm. Hãy nhập số nguyên, ví dụ 30.816.",
    ),
    "count_is_rate": (
        "error",
        CELL + "“{value}” là tỷ lệ, nhưng cột “{title}” ghi {unit}, không ghi tỷ lệ %. "
        "Hãy nhập số nguyên, ví dụ 30.816.",
    ),
    "count_negative": (
        "error",
        CELL + "{value} là số âm. Số hồ sơ, giao dịch, số tiền không thể âm; hãy sửa lại.",
    ),
    "count_decimal": (
        "error",
        CELL + "{value} có phần thập phân, nhưng cột này là số đếm. Có thể Excel đã hiểu dấu chấm "
        "phân cách hàng nghìn là dấu thập phân; hãy nhập lại đủ các chữ số.",
    ),
    "count_too_large": (
        "error",
        CELL + "{value} lớn bất thường, không thể là số đếm. Hãy kiểm tra lại ô này.",
    ),
    "rate_not_number": (
        "error",
        CELL + "“{value}” không phải là tỷ lệ. Hãy nhập số từ 0 đến 100, ví dụ 66,2.",
    ),
    "rate_in_words": (
        "warning",
        CELL + "“{value}”{others} không phải là tỷ lệ đã công bố (tỷ lệ ước tính, không phát sinh "
        "hoặc không tính được), nên được hiểu là không có số liệu. "
        "Nếu có tỷ lệ đã công bố, hãy nhập số, ví dụ 66,2.",
    ),
    "rate_out_of_range": (
        "error",
        CELL + "{value} nằm ngoài khoảng 0–100 của một tỷ lệ phần trăm. Hãy sửa lại.",
    ),
    "cell_dash": (
        "warning",
        CELL + "ghi “{value}”, được hiểu là không có số liệu (khác với 0). "
        "Nếu không phát sinh, hãy ghi 0.",
    ),
    "rows_passed_over": (
        "warning",
        SHEET + "bên dưới “Nơi nhận” (dòng {end}) còn dòng có số liệu mà chương trình không đọc, "
        "vì bảng “{form}” coi như đã hết: {listed}. Nếu đó là số liệu của biểu, hãy chuyển các "
        "dòng này lên trên “Nơi nhận” rồi nhập lại.",
    ),
    "number_stray": (
        "warning",
        CELL + "số {value} đứng riêng, không thuộc cơ quan nào nên không được tính. "
        "Nếu là số trang thì không cần sửa.",
    ),
}
