"""Every issue that an import can report: its severity and its sentence, in one place.

Errors refuse the file. Warnings are shown and let through: published figures do not always
balance, and hiding that would be dishonest. A sentence says where, what, and what to do.
"""

from typing import Literal

_CELL = "Trang tính “{sheet}”, {cell}: "
_ROW = "Trang tính “{sheet}”, dòng {row}: "
_SHEET = "Trang tính “{sheet}”: "

MESSAGES: dict[str, tuple[Literal["error", "warning"], str]] = {
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
    "html_too_complex": (
        "error",
        "Tệp “{file}” có hơn {tables} bảng, bảng lồng nhau quá {depth} tầng hoặc quá nhiều thẻ "
        "HTML, không phải là một biểu tổng hợp. Hãy kiểm tra xem có chọn nhầm tệp không, hoặc lưu "
        "thành .xlsx rồi nhập lại.",
    ),
    "charset_legacy": (
        "warning",
        _SHEET + "chữ được ghi bằng bảng mã cũ {charset} và đã được chuyển sang Unicode. Hãy đối "
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
    "sheet_hidden": (
        "warning",
        _SHEET + "trang tính này đang ẩn nhưng có bảng “{form}”, nên số liệu của bảng vẫn được "
        "đọc. Nếu đó là bản cũ, hãy xóa trang tính rồi nhập lại.",
    ),
    "rows_hidden": (
        "warning",
        _SHEET + "{count} dòng đang ẩn ({listed}) có số liệu của bảng “{form}” và vẫn được tính. "
        "Nếu không muốn tính, hãy xóa hẳn các dòng đó rồi nhập lại.",
    ),
    "columns_hidden": (
        "warning",
        _SHEET + "{count} cột đang ẩn ({listed}) có số liệu của bảng “{form}” và vẫn được tính. "
        "Nếu không muốn tính, hãy xóa hẳn các cột đó rồi nhập lại.",
    ),
    "form_twice": (
        "error",
        "Mẫu “{form}” cho kỳ {period} xuất hiện hai lần (tệp “{file}”, trang tính “{sheet}”, dòng "
        "{row} và ở nơi khác trước đó). Hãy chỉ giữ lại một bảng rồi nhập lại.",
    ),
    "column_missing": (
        "error",
        _SHEET + "bảng “{form}” thiếu cột bắt buộc {number} “{title}”. "
        "Hãy xuất lại biểu đầy đủ các cột.",
    ),
    "column_absent": (
        "warning",
        _SHEET + "bảng “{form}” không có cột {number} “{title}”, nên số liệu của cột này "
        "sẽ để trống. Nếu biểu gốc có cột này, hãy xuất lại.",
    ),
    "column_twice": (
        "error",
        _SHEET + "cột {number} “{title}” xuất hiện ở hai nơi trong cùng bảng (cột {column} và cột "
        "{other}). Hãy chỉ giữ lại một cột.",
    ),
    "table_empty": (
        "error",
        _SHEET + "bảng “{form}” không có dòng số liệu nào của cơ quan, đơn vị. "
        "Hãy kiểm tra lại tệp xuất.",
    ),
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
        _CELL + "“{value}” có ngày không tồn tại. Hãy sửa lại kỳ báo cáo rồi nhập lại.",
    ),
    "period_reversed": (
        "error",
        _CELL + "“{value}” có ngày kết thúc trước ngày bắt đầu. Hãy sửa lại kỳ báo cáo.",
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
        _CELL + "không nhận ra cơ quan “{value}”{suggestion}. "
        "Hãy cho biết đây là cơ quan nào (chương trình sẽ nhớ tên này; trên dòng lệnh: "
        "alias add TÊN MÃ), hoặc sửa tên cho đúng danh mục rồi nhập lại.",
    ),
    "department_twice": (
        "error",
        _CELL + "“{value}” trùng với cơ quan ở dòng {first}. "
        "Hãy chỉ giữ lại một dòng cho mỗi cơ quan.",
    ),
    "department_blank": (
        "error",
        _ROW + "có số liệu nhưng không có tên cơ quan. Hãy điền tên cơ quan vào cột {column}.",
    ),
    "total_twice": (
        "error",
        _ROW + "có dòng tổng thứ hai (dòng tổng trước ở dòng {first}). Hãy chỉ giữ lại một dòng.",
    ),
    # Cells
    "cell_error": (
        "error",
        _CELL + "là lỗi công thức {value}. Hãy sửa công thức hoặc nhập số rồi lưu lại tệp.",
    ),
    "cell_formula": (
        "error",
        _CELL + "là công thức chưa được tính ({value}). "
        "Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
    ),
    "count_not_number": (
        "error",
        _CELL + "“{value}” không phải là số đếm. Hãy nhập số nguyên, ví dụ 30.816.",
    ),
    "count_negative": (
        "error",
        _CELL + "{value} là số âm. Số hồ sơ, giao dịch, số tiền không thể âm; hãy sửa lại.",
    ),
    "count_decimal": (
        "error",
        _CELL + "{value} có phần thập phân, nhưng cột này là số đếm. Có thể Excel đã hiểu dấu chấm "
        "phân cách hàng nghìn là dấu thập phân; hãy nhập lại đủ các chữ số.",
    ),
    "count_too_large": (
        "error",
        _CELL + "{value} lớn bất thường, không thể là số đếm. Hãy kiểm tra lại ô này.",
    ),
    "rate_not_number": (
        "error",
        _CELL + "“{value}” không phải là tỷ lệ. Hãy nhập số từ 0 đến 100, ví dụ 66,2.",
    ),
    "rate_out_of_range": (
        "error",
        _CELL + "{value} nằm ngoài khoảng 0–100 của một tỷ lệ phần trăm. Hãy sửa lại.",
    ),
    "cell_dash": (
        "warning",
        _CELL + "ghi “{value}”, được hiểu là không có số liệu (khác với 0). "
        "Nếu không phát sinh, hãy ghi 0.",
    ),
    "number_stray": (
        "warning",
        _CELL + "số {value} đứng riêng, không thuộc cơ quan nào nên không được tính. "
        "Nếu là số trang thì không cần sửa.",
    ),
    # Dossier lists: never with a value, since a shifted cell may hold anybody's name
    "dossier_column_missing": (
        "error",
        _SHEET + "danh sách hồ sơ thiếu cột bắt buộc “{title}” (tiêu đề ở dòng {row}). "
        "Hãy xuất lại danh sách có cột này.",
    ),
    "dossier_column_twice": (
        "error",
        _SHEET + "cột “{title}” xuất hiện ở hai nơi (cột {column} và cột {other}). "
        "Hãy chỉ giữ lại một cột.",
    ),
    "dossier_column_absent": (
        "warning",
        _SHEET + "danh sách hồ sơ không có cột {titles}, nên số liệu tính từ các cột này để trống. "
        "Nếu hệ thống một cửa có các cột này, hãy xuất lại.",
    ),
    "dossier_period_impossible": (
        "error",
        _CELL + "kỳ báo cáo ghi ngày không tồn tại hoặc ngày kết thúc trước ngày bắt đầu. "
        "Hãy sửa lại, hoặc cho biết kỳ báo cáo khi nhập.",
    ),
    "dossier_empty": (
        "error",
        _SHEET + "danh sách không có hồ sơ nào. Hãy kiểm tra lại tệp xuất.",
    ),
    "dossier_two_lists": (
        "error",
        "Tệp “{file}” có nhiều trang tính chứa danh sách hồ sơ. "
        "Hãy để mỗi danh sách trong một tệp, hoặc gộp vào một trang tính, rồi nhập lại.",
    ),
    "dossier_too_large": (
        "error",
        "Tệp “{file}” giải nén ra {size} MB, vượt giới hạn {limit} MB của một danh sách hồ sơ có "
        "kích thước như vậy. Hãy kiểm tra xem có chọn nhầm tệp không.",
    ),
    "dossier_reader_ended": (
        "error",
        "Không đọc được hết tệp “{file}”: tệp bị hỏng, có mật khẩu, hoặc có ô rất xa bảng nên cần "
        "quá nhiều bộ nhớ. Hãy xóa các cột và dòng thừa ngoài bảng, hoặc xuất danh sách dạng CSV.",
    ),
    "dossier_unreadable": (
        "error",
        "Không đọc được hết tệp “{file}”: tệp có ký tự sai bảng mã, dấu ngoặc kép không đóng "
        "hoặc dòng dài hơn {limit} MB. Hãy xuất lại danh sách dạng CSV UTF-8.",
    ),
    "dossier_row_shape": (
        "error",
        _ROW
        + "số ô khác với dòng tiêu đề, nên không rõ ô nào thuộc cột nào. Hãy kiểm tra dấu phân "
        "cách và dấu ngoặc kép của dòng này rồi nhập lại.",
    ),
    "dossier_blank": (
        "error",
        _CELL + "để trống nhưng cột “{title}” là bắt buộc. Hãy điền rồi nhập lại.",
    ),
    "dossier_code_unknown": (
        "error",
        _CELL + "không đúng dạng mã hồ sơ, ví dụ 000.00.16.H08-231225-0001. "
        "Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_code_twice": (
        "error",
        _CELL + "mã hồ sơ trùng với dòng {first}. Hãy chỉ giữ lại một dòng cho mỗi hồ sơ.",
    ),
    "dossier_date_impossible": (
        "error",
        _CELL + "cột “{title}” cần ngày có thật dạng ngày/tháng/năm giờ:phút:giây, ví dụ "
        "25/12/2023 16:30:00. Hãy sửa lại ô này.",
    ),
    "dossier_dates_mixed": (
        "error",
        _CELL
        + "ngày ở cột “{title}” được ghi khác cách với các ngày trước đó trong tệp, có thể do "
        "Excel đã tự đổi ngày thành tháng. Hãy xuất lại từ hệ thống và không mở bằng Excel.",
    ),
    "dossier_dates_reversed": (
        "error",
        _CELL + "ngày trả trước ngày tiếp nhận. Hãy sửa lại hai ngày này.",
    ),
    "dossier_value_unknown": (
        "error",
        _CELL
        + "giá trị ở cột “{title}” không có trong danh mục. Hãy kiểm tra xem các ô của dòng có "
        "bị lệch cột không; nếu là giá trị mới, hãy bổ sung vào data/reference/dossiers.toml.",
    ),
    "dossier_text_doubtful": (
        "error",
        _CELL + "không thể là nội dung của cột “{title}” (sai dạng, có xuống dòng, hoặc giống số "
        "điện thoại, số định danh). Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_texts_many": (
        "error",
        _SHEET
        + "cột “{title}” (cột {column}) có hơn {limit} nội dung khác nhau, nên có thể là cột "
        "khác. Hãy kiểm tra lại tiêu đề của cột.",
    ),
    "dossier_fee_unreadable": (
        "error",
        _CELL + "không phải là số tiền. Hãy nhập số đồng nguyên, ví dụ 50.000.",
    ),
    "dossier_department_unreadable": (
        "error",
        _CELL + "không nhận ra cơ quan ở ô này (nội dung không được ghi lại vì có thể là tên công "
        "dân). Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_more": (
        "warning",
        _SHEET + "… và {count} dòng khác có cùng lỗi, sau dòng {row}. Hãy sửa cả các dòng đó.",
    ),
    "dossier_rows_skipped": (
        "warning",
        _SHEET + "{count} dòng không có mã hồ sơ, ngày tiếp nhận và trạng thái nên không được đọc "
        "({rows}). Nếu là dòng tổng hay ghi chú thì không cần sửa.",
    ),
    "dossier_outside_period": (
        "warning",
        _SHEET + "{count} hồ sơ nằm ngoài kỳ báo cáo (tiếp nhận sau kỳ hoặc đã trả trước kỳ) nên "
        "không được tính ({rows}). Hãy kiểm tra lại kỳ báo cáo.",
    ),
    "dossier_not_returned": (
        "warning",
        _SHEET + "{count} hồ sơ có trạng thái đã giải quyết nhưng không có ngày trả, được tính là "
        "đang giải quyết ({rows}). Hãy cập nhật ngày trả trên hệ thống một cửa.",
    ),
    "dossier_returned_open": (
        "warning",
        _SHEET + "{count} hồ sơ có ngày trả nhưng trạng thái chưa giải quyết xong, được tính là đã "
        "giải quyết ({rows}). Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_due_missing": (
        "warning",
        _SHEET + "{count} hồ sơ không có ngày hẹn trả, được tính là đúng hạn hoặc trong hạn "
        "({rows}). Hãy bổ sung ngày hẹn trả trên hệ thống một cửa.",
    ),
    "dossier_due_early": (
        "warning",
        _SHEET + "{count} hồ sơ có ngày hẹn trả trước ngày tiếp nhận ({rows}). "
        "Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_due_midnight": (
        "warning",
        _SHEET
        + "{count} hồ sơ có hạn trả đúng 00:00:00 ({rows}); hạn được so đến từng giây, nên trả "
        "trong ngày hẹn bị tính là trễ. Nếu hệ thống không ghi giờ, hãy xuất cột không kèm giờ.",
    ),
    "dossier_suspended_overdue": (
        "warning",
        _SHEET
        + "{count} hồ sơ đang tạm dừng đã qua ngày hẹn trả, vẫn được tính là trong hạn vì thời "
        "gian tạm dừng không tính vào thời hạn ({rows}). Hãy kiểm tra lý do tạm dừng.",
    ),
    "dossier_fee_contradicts": (
        "warning",
        _SHEET + "{count} hồ sơ có phí nhưng hình thức thanh toán là không thu phí, "
        "hoặc ngược lại ({rows}). Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_sheet_large": (
        "warning",
        _SHEET
        + "danh sách có {count} dòng. Từ {limit} dòng trở lên nên xuất dạng CSV: đọc nhanh hơn "
        "nhiều lần và tốn ít bộ nhớ.",
    ),
    # Checks: the figures against each other
    "form_doubtful": (
        "error",
        _SHEET + "bảng được nhận là “{form}” nhưng {broken}/{count} dòng không thỏa {rule}. Có thể "
        "đây là mẫu khác hoặc các cột bị lệch. Hãy kiểm tra biểu rồi xuất lại.",
    ),
    "row_shifted": (
        "error",
        _ROW + "dòng có số nằm ngoài cột cuối của bảng (ô {column}), nên các số của dòng đã bị đẩy "
        "lệch cột: dấu phân cách của tệp cũng đứng trong số. Hãy xuất lại tệp với dấu chấm phẩy, "
        "hoặc lưu thành .xlsx.",
    ),
    "rates_too_small": (
        "warning",
        _CELL + "{title} của {who} là {value} %, trong khi cột khác hoặc dòng khác có số lớn hơn "
        "nhiều; có thể là phân số (0,662) chứ không phải phần trăm (66,2). Cột có {count} số như "
        "vậy. Hãy đối chiếu trước khi công bố.",
    ),
    "rates_are_fractions": (
        "error",
        _SHEET + "mọi tỷ lệ trong bảng “{form}” đều từ 1 trở xuống, có thể là phân số (0,662) chứ "
        "không phải phần trăm (66,2). Hãy định dạng các ô tỷ lệ thành phần trăm rồi nhập lại.",
    ),
    "identity_broken": (
        "warning",
        _CELL + "{title} của {who} là {value}, nhưng {rule} cho {expected} (lệch {difference}). "
        "Hãy đối chiếu với hệ thống một cửa.",
    ),
    "part_exceeds": (
        "error",
        _CELL + "{title} của {who} là {value}, lớn hơn {whole_title} ({whole}); "
        "tỷ lệ sẽ vượt 100%. Hãy sửa ô này hoặc xuất lại biểu rồi nhập lại.",
    ),
    "total_differs": (
        "warning",
        _CELL + "dòng tổng ghi {title} là {value}, nhưng cộng các cơ quan được {expected} "
        "(lệch {difference}). Trang tổng quan dùng số cộng của các cơ quan.",
    ),
    "total_absent": (
        "warning",
        _SHEET + "bảng “{form}” không có dòng tổng (Σ, Tổng số), nên tỷ lệ chung đã công bố của "
        "trung tâm không có. Nếu biểu gốc có dòng tổng, hãy xuất lại.",
    ),
    "rate_differs": (
        "warning",
        _CELL + "{title} của {who} ghi {value}, nhưng tính từ số hồ sơ được {expected}. "
        "Chương trình dùng số tính được; hãy đối chiếu lại.",
    ),
    "department_missing": (
        "warning",
        _SHEET + "bảng “{form}” thiếu {count} cơ quan: {names}. Số chung của trung tâm sẽ ghi là "
        "thiếu số liệu. Nếu các cơ quan này có số liệu, hãy bổ sung rồi nhập lại.",
    ),
    "figure_missing": (
        "warning",
        _CELL + "ô trống: {who} không có số liệu “{title}”, nên số chung của trung tâm cũng sẽ ghi "
        "là thiếu số liệu. Nếu không phát sinh, hãy ghi 0.",
    ),
    "row_blank": (
        "warning",
        _ROW + "{who} không có số liệu nào, nên số chung của trung tâm cũng sẽ ghi là thiếu số "
        "liệu. Nếu không phát sinh, hãy ghi 0 vào các ô.",
    ),
    "column_blank": (
        "warning",
        _SHEET + "cột “{title}” (cột {column}) của bảng “{form}” để trống ở mọi dòng, nên được coi "
        "là không có số liệu. Nếu có số liệu, hãy điền rồi nhập lại.",
    ),
    "fees_contradict": (
        "warning",
        _CELL + "{who} có tỷ lệ thanh toán trực tuyến {rate} nhưng Phụ lục II không ghi giao dịch "
        "nào. Hãy đối chiếu hai phụ lục.",
    ),
    # Checks: the figures against other periods of the same form
    "stock_differs": (
        "warning",
        _CELL + "{title} của {who} là {value}, nhưng kỳ {period} ghi {other_title} là {expected} "
        "(lệch {difference}). Hai số này chỉ cùng một thời điểm nên phải bằng nhau. Hãy đối chiếu "
        "với hệ thống một cửa; nếu kỳ kia sai, hãy nhập lại kỳ đó.",
    ),
    "period_overlaps": (
        "warning",
        _SHEET + "kỳ {period} của bảng “{form}” trùng một phần với kỳ khác cùng mẫu ({others}), mà "
        "không kỳ nào nằm trọn trong kỳ kia, nên không cộng được các kỳ này với nhau. Hãy kiểm tra "
        "lại ngày đầu và ngày cuối kỳ trước khi công bố.",
    ),
    "cumulated_shrinks": (
        "warning",
        _CELL + "{who} có số lũy kế {longer} nhỏ hơn số lũy kế {shorter}: {figures}. Số phát sinh "
        "tính từ cùng một ngày không thể giảm: nguồn đã sửa số của các tháng trước, hoặc một trong "
        "hai tệp sai. Hãy hỏi lại đơn vị trước khi công bố.",
    ),
    "department_gone": (
        "warning",
        _SHEET
        + "bảng “{form}” kỳ {period} có {count} cơ quan mà tệp này không có: {names}. Kỳ đem "
        "so là kỳ cùng mẫu gần nhất trước đó. Nếu các cơ quan này vẫn có số liệu, hãy bổ sung rồi "
        "nhập lại.",
    ),
    "figure_jumped": (
        "warning",
        _CELL + "{title} của {who} là {value} trong {days} ngày, tính bình quân một ngày {change} "
        "so với kỳ {period} ({before} trong {before_days} ngày). Cảnh báo khi bình quân ngày tăng "
        "hoặc giảm từ {factor} lần trở lên so với kỳ gần nhất dài tương đương và số lớn hơn từ "
        "{minimum} {unit} trở lên. Hãy đối chiếu với hệ thống một cửa.",
    ),
    "published_unreadable": (
        "warning",
        "Không đọc được số liệu đã công bố của {periods} nên tệp “{file}” chưa được đối chiếu với "
        "các kỳ đó. Hãy báo người quản trị kiểm tra kho số liệu (python -m ttpv verify).",
    ),
}
