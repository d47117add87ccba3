"""Of a file as a whole: what it is, and which forms and columns are in it."""

from ttpv.core.messages.places import SHEET, Message

FILES: dict[str, Message] = {
    # The file as a whole
    "file_empty": ("error", "Tệp “{file}” rỗng. Hãy xuất lại từ hệ thống một cửa rồi nhập lại."),
    "file_unknown": (
        "error",
        "Không nhận ra định dạng của tệp “{file}”. Hãy mở tệp bằng Excel, chọn “Lưu dưới dạng” "
        "(Save As), kiểu .xlsx rồi nhập lại.",
    ),
    "file_not_table": (
        "error",
        "Tệp “{file}” xét theo nội dung (không theo tên) {seems}, không phải bảng tính hay văn bản "
        "Word. Hãy chọn lại tệp xuất từ hệ thống một cửa.",
    ),
    "file_old_word": (
        "error",
        "Tệp “{file}” là văn bản Word kiểu cũ (.doc). "
        "Hãy mở tệp bằng Word, lưu thành .docx rồi nhập lại.",
    ),
    "file_encrypted": (
        "error",
        "Tệp “{file}” được bảo vệ bằng mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu (kể cả "
        "mật khẩu bảo vệ cấu trúc sổ tính), lưu lại rồi nhập lại.",
    ),
    "file_damaged": (
        "error",
        "Không mở được tệp “{file}” vì nội dung bị hỏng hoặc thiếu: {detail}. "
        "Hãy tải lại tệp từ hệ thống một cửa rồi nhập lại.",
    ),
    "file_too_large": (
        "error",
        "Tệp “{file}” có hơn {size} MB nội dung, vượt giới hạn {limit} MB của một biểu tổng hợp. "
        "Hãy kiểm tra xem có chọn nhầm tệp không.",
    ),
    "file_too_many_cells": (
        "error",
        "Tệp “{file}” có {cells} ô, kể cả ô trong các vùng gộp hay liên kết và các mục định dạng, "
        "vượt giới hạn {limit} của một biểu tổng hợp. Hãy kiểm tra xem có chọn nhầm tệp không, và "
        "bỏ gộp ô ở cả cột, cả trang tính rồi nhập lại.",
    ),
    "text_not_text": (
        "error",
        "Tệp “{file}” không phải là sổ tính và cũng không phải là văn bản (CSV, HTML), nên không "
        "đọc được. Hãy kiểm tra xem có chọn nhầm tệp không, hoặc xuất lại từ hệ thống một cửa.",
    ),
    "text_too_large": (
        "error",
        "Tệp văn bản “{file}” lớn {size} MB, vượt giới hạn {limit} MB của một biểu tổng hợp. "
        "Hãy kiểm tra xem có chọn nhầm tệp không.",
    ),
    "text_line_too_long": (
        "error",
        "Tệp “{file}” có một dòng hoặc một ô dài bất thường, hoặc hơn 16.384 cột, nên không phải "
        "là bảng CSV đúng quy cách (thường do thiếu dấu ngoặc kép đóng hoặc chọn nhầm tệp). "
        "Hãy xuất lại tệp rồi nhập lại.",
    ),
    "text_quote_open": (
        "error",
        "Tệp “{file}” có dấu ngoặc kép mở ở dòng {row} mà không đóng, nên các dòng sau bị dính vào "
        "một ô. Hãy sửa dòng đó hoặc xuất lại tệp.",
    ),
    "html_no_table": (
        "error",
        "Tệp “{file}” là trang HTML hoặc XML nhưng không có bảng nào (có thể số liệu nằm ở tệp "
        "khác đi kèm). Hãy mở bằng Excel, lưu thành .xlsx rồi nhập lại.",
    ),
    "file_too_many_headers": (
        "error",
        "Tệp “{file}” có trang tính lặp lại dòng đánh số cột hơn {limit} lần, không phải một biểu "
        "tổng hợp. Hãy kiểm tra xem có chọn nhầm tệp không.",
    ),
    "html_too_complex": (
        "error",
        "Tệp “{file}” có hơn {tables} bảng, bảng lồng nhau quá {depth} tầng hoặc quá nhiều thẻ "
        "HTML, không phải là một biểu tổng hợp. Hãy kiểm tra xem có chọn nhầm tệp không, hoặc lưu "
        "thành .xlsx rồi nhập lại.",
    ),
    "charset_legacy": (
        "warning",
        SHEET + "chữ được ghi bằng bảng mã cũ {charset} và đã được chuyển sang Unicode. Hãy đối "
        "chiếu tên cơ quan, đơn vị với tệp gốc trước khi công bố.",
    ),
    "file_missing": (
        "error",
        "Không tìm thấy hoặc không đọc được tệp “{file}”. Hãy kiểm tra đường dẫn và quyền đọc.",
    ),
    "form_unknown": (
        "error",
        "Trong tệp “{file}” không có bảng nào theo mẫu đã biết ({forms}). Hãy kiểm tra xem có chọn "
        "nhầm tệp không; bảng cần có dòng đánh số cột (1, 2, 3=4+6…) hoặc tiêu đề cột đúng mẫu.",
    ),
    "list_beside_form": (
        "error",
        "Tệp “{file}” chứa cả biểu tổng hợp lẫn danh sách hồ sơ hay danh sách người nộp ({where}). "
        "Tệp biểu được lưu nguyên văn nên không được có dữ liệu của người dân, và danh sách được "
        "đọc riêng. Hãy tách danh sách ra tệp riêng, bỏ hẳn khỏi tệp này, rồi nhập lại từng tệp.",
    ),
    "list_out_of_sight": (
        "error",
        "Tệp “{file}” chứa biểu tổng hợp, nhưng ngoài các ô còn lưu mã hồ sơ hay số định danh của "
        "người dân (trong nhận xét, hộp văn bản, bảng PivotTable, chữ bị gạch ngang…). Hãy chép "
        "riêng biểu sang một tệp mới, tách danh sách ra tệp riêng, rồi nhập lại.",
    ),
    "sheet_hidden": (
        "warning",
        SHEET + "trang tính này đang ẩn nhưng có bảng “{form}”, nên số liệu của bảng vẫn được "
        "đọc. Nếu đó là bản cũ, hãy xóa trang tính rồi nhập lại.",
    ),
    "rows_hidden": (
        "warning",
        SHEET + "{count} dòng đang ẩn ({listed}) có số liệu của bảng “{form}” và vẫn được tính. "
        "Nếu không muốn tính, hãy xóa hẳn các dòng đó rồi nhập lại.",
    ),
    "columns_hidden": (
        "warning",
        SHEET + "{count} cột đang ẩn ({listed}) có số liệu của bảng “{form}” và vẫn được tính. "
        "Nếu không muốn tính, hãy xóa hẳn các cột đó rồi nhập lại.",
    ),
    "text_struck": (
        "warning",
        SHEET + "bảng “{form}” có chữ bị gạch ngang ở {count} ô ({listed}). Chữ bị gạch coi như "
        "đã xóa nên không được đọc. Nếu số bị gạch vẫn đúng, hãy bỏ gạch ngang rồi nhập lại.",
    ),
    "form_twice": (
        "error",
        "Mẫu “{form}” cho kỳ {period} xuất hiện hai lần (tệp “{file}”, trang tính “{sheet}”, dòng "
        "{row} và ở nơi khác trước đó). Hãy chỉ giữ lại một bảng rồi nhập lại.",
    ),
    "column_missing": (
        "error",
        SHEET + "bảng “{form}” thiếu cột bắt buộc {number} “{title}”. "
        "Hãy xuất lại biểu đầy đủ các cột.",
    ),
    "column_absent": (
        "warning",
        SHEET + "bảng “{form}” không có cột {number} “{title}”, nên số liệu của cột này "
        "sẽ để trống. Nếu biểu gốc có cột này, hãy xuất lại.",
    ),
    "column_twice": (
        "error",
        SHEET + "cột {number} “{title}” xuất hiện ở hai nơi trong cùng bảng (cột {column} và cột "
        "{other}). Hãy chỉ giữ lại một cột.",
    ),
    "header_foreign": (
        "warning",
        SHEET + "cột {column} mang số {number} (“{title}”) trên dòng đánh số, nhưng tiêu đề bên "
        "trên lại là của cột “{other}”. Số liệu được đọc theo dòng đánh số; hãy kiểm tra xem các "
        "cột có bị đổi chỗ không trước khi công bố.",
    ),
    "table_empty": (
        "error",
        SHEET + "bảng “{form}” không có dòng số liệu nào của cơ quan, đơn vị. "
        "Hãy kiểm tra lại tệp xuất.",
    ),
}
