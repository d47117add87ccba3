"""Of dossier lists: never with a value, since a shifted cell may hold anybody's name."""

from ttpv.core.messages.places import CELL, ROW, SHEET, Message

LISTS: dict[str, Message] = {
    "dossier_column_missing": (
        "error",
        SHEET + "danh sách hồ sơ thiếu cột bắt buộc “{title}” (tiêu đề ở dòng {row}). "
        "Hãy xuất lại danh sách có cột này.",
    ),
    "dossier_column_twice": (
        "error",
        SHEET + "cột “{title}” xuất hiện ở hai nơi (cột {column} và cột {other}). "
        "Hãy chỉ giữ lại một cột.",
    ),
    "dossier_column_absent": (
        "warning",
        SHEET + "danh sách hồ sơ không có cột {titles}, nên số liệu tính từ các cột này để trống. "
        "Nếu hệ thống một cửa có các cột này, hãy xuất lại.",
    ),
    "dossier_period_impossible": (
        "error",
        CELL + "kỳ báo cáo ghi ngày không tồn tại hoặc ngày kết thúc trước ngày bắt đầu. "
        "Hãy sửa lại, hoặc cho biết kỳ báo cáo khi nhập.",
    ),
    "dossier_empty": (
        "error",
        SHEET + "danh sách không có hồ sơ nào. Hãy kiểm tra lại tệp xuất.",
    ),
    "dossier_two_lists": (
        "error",
        "Tệp “{file}” có nhiều trang tính chứa danh sách hồ sơ. "
        "Hãy để mỗi danh sách trong một tệp, hoặc gộp vào một trang tính, rồi nhập lại.",
    ),
    "dossier_sheet_headless": (
        "error",
        "Tệp “{file}” có một trang tính chứa mã hồ sơ mà không có dòng tiêu đề của danh sách, "
        "có thể là phần tiếp theo nên sẽ bị bỏ sót. Hãy gộp vào một trang tính, hoặc xóa trang "
        "tính thừa.",
    ),
    "dossier_all_outside": (
        "error",
        SHEET + "không hồ sơ nào của danh sách thuộc kỳ {period}. Hãy kiểm tra lại kỳ báo cáo, và "
        "xem ngày trong tệp có được ghi tháng trước ngày không.",
    ),
    "dossier_none_open": (
        "warning",
        SHEET + "cả {count} hồ sơ được tính đều đã trả kết quả, không hồ sơ nào đang giải quyết. "
        "Nếu tệp chỉ xuất hồ sơ đã giải quyết thì số tồn sẽ sai; hãy xuất đủ mọi trạng thái.",
    ),
    "dossier_none_resolved": (
        "warning",
        SHEET + "không hồ sơ nào trong {count} hồ sơ được tính đã trả kết quả. Nếu tệp chỉ xuất hồ "
        "sơ đang giải quyết thì số đã giải quyết sẽ sai; hãy xuất đủ mọi trạng thái.",
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
    "dossier_rows_swallowed": (
        "error",
        "Tệp “{file}”: một dấu ngoặc kép thừa khiến nhiều hồ sơ dính vào một ô kết thúc ở dòng văn "
        "bản {line}. Hãy xuất lại, hoặc bỏ dấu ngoặc kép thừa ở các dòng phía trên dòng đó.",
    ),
    "dossier_row_shape": (
        "error",
        ROW + "số ô khác với dòng tiêu đề, nên không rõ ô nào thuộc cột nào. Hãy kiểm tra dấu phân "
        "cách và dấu ngoặc kép của dòng này rồi nhập lại.",
    ),
    "dossier_blank": (
        "error",
        CELL + "để trống nhưng cột “{title}” là bắt buộc. Hãy điền rồi nhập lại.",
    ),
    "dossier_code_unknown": (
        "error",
        CELL + "không đúng dạng mã hồ sơ, ví dụ 000.00.16.H08-231225-0001. "
        "Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_code_twice": (
        "error",
        CELL + "mã hồ sơ trùng với dòng {first}. Hãy chỉ giữ lại một dòng cho mỗi hồ sơ.",
    ),
    "dossier_date_impossible": (
        "error",
        CELL + "cột “{title}” cần ngày có thật dạng ngày/tháng/năm giờ:phút:giây, ví dụ "
        "25/12/2023 16:30:00. Hãy sửa lại ô này.",
    ),
    "dossier_dates_mixed": (
        "error",
        CELL + "ngày ở cột “{title}” được ghi khác cách với các ngày trước đó trong tệp, có thể do "
        "Excel đã tự đổi ngày thành tháng. Hãy xuất lại từ hệ thống và không mở bằng Excel.",
    ),
    "dossier_dates_reversed": (
        "error",
        CELL + "ngày trả trước ngày tiếp nhận. Hãy sửa lại hai ngày này.",
    ),
    "dossier_day_month": (
        "warning",
        SHEET + "{count} hồ sơ có ngày tiếp nhận khác ngày trong mã hồ sơ nhưng trùng nếu đổi chỗ "
        "ngày và tháng ({rows}). Hãy kiểm tra xem tệp có ghi tháng trước ngày không.",
    ),
    "dossier_cell_error": (
        "error",
        CELL + "là lỗi công thức hoặc công thức chưa được Excel tính. Hãy mở tệp bằng Excel, sửa ô "
        "này và lưu lại, hoặc xuất lại từ hệ thống.",
    ),
    "dossier_cells_merged": (
        "error",
        CELL + "bị gộp với các ô khác, nên chỉ hồ sơ đầu tiên có giá trị ở cột “{title}”. "
        "Hãy bỏ gộp ô và điền đủ từng dòng.",
    ),
    "dossier_value_unknown": (
        "error",
        CELL
        + "giá trị ở cột “{title}” không có trong danh mục. Hãy kiểm tra xem các ô của dòng có "
        "bị lệch cột không; nếu là giá trị mới, hãy bổ sung vào data/reference/dossiers.toml.",
    ),
    "dossier_text_doubtful": (
        "error",
        CELL + "không thể là nội dung của cột “{title}” (sai dạng, có xuống dòng, hoặc giống số "
        "điện thoại, số định danh). Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_texts_many": (
        "error",
        SHEET + "cột “{title}” (cột {column}) có hơn {limit} nội dung khác nhau, nên có thể là cột "
        "khác. Hãy kiểm tra lại tiêu đề của cột.",
    ),
    "dossier_fee_unreadable": (
        "error",
        CELL + "không phải là số tiền. Hãy nhập số đồng nguyên, ví dụ 50.000.",
    ),
    "dossier_department_unreadable": (
        "error",
        CELL + "không nhận ra cơ quan ở ô này (nội dung không được ghi lại vì có thể là tên công "
        "dân). Hãy kiểm tra xem các ô của dòng có bị lệch cột không.",
    ),
    "dossier_more": (
        "warning",
        SHEET + "… và {count} dòng khác có cùng lỗi, sau dòng {row}. Hãy sửa cả các dòng đó.",
    ),
    "dossier_rows_skipped": (
        "warning",
        SHEET + "{count} dòng không có mã hồ sơ, ngày tiếp nhận và trạng thái nên không được đọc "
        "({rows}). Nếu là dòng tổng hay ghi chú thì không cần sửa.",
    ),
    "dossier_outside_period": (
        "warning",
        SHEET + "{count} hồ sơ nằm ngoài kỳ báo cáo (tiếp nhận sau kỳ hoặc đã trả trước kỳ) nên "
        "không được tính ({rows}). Hãy kiểm tra lại kỳ báo cáo.",
    ),
    "dossier_not_returned": (
        "warning",
        SHEET + "{count} hồ sơ có trạng thái đã giải quyết nhưng không có ngày trả, được tính là "
        "đang giải quyết ({rows}). Hãy cập nhật ngày trả trên hệ thống một cửa.",
    ),
    "dossier_returned_open": (
        "warning",
        SHEET + "{count} hồ sơ có ngày trả nhưng trạng thái chưa giải quyết xong, được tính là đã "
        "giải quyết ({rows}). Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_due_missing": (
        "warning",
        SHEET + "{count} hồ sơ không có ngày hẹn trả, được tính là đúng hạn hoặc trong hạn "
        "({rows}). Hãy bổ sung ngày hẹn trả trên hệ thống một cửa.",
    ),
    "dossier_due_early": (
        "warning",
        SHEET + "{count} hồ sơ có ngày hẹn trả trước ngày tiếp nhận ({rows}). "
        "Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_due_midnight": (
        "warning",
        SHEET
        + "{count} hồ sơ có hạn trả đúng 00:00:00 ({rows}); hạn được so đến từng giây, nên trả "
        "trong ngày hẹn bị tính là trễ. Nếu hệ thống không ghi giờ, hãy xuất cột không kèm giờ.",
    ),
    "dossier_suspended_overdue": (
        "warning",
        SHEET
        + "{count} hồ sơ đang tạm dừng đã qua ngày hẹn trả, vẫn được tính là trong hạn vì thời "
        "gian tạm dừng không tính vào thời hạn ({rows}). Hãy kiểm tra lý do tạm dừng.",
    ),
    "dossier_fee_contradicts": (
        "warning",
        SHEET + "{count} hồ sơ có phí nhưng hình thức thanh toán là không thu phí, "
        "hoặc ngược lại ({rows}). Hãy đối chiếu trên hệ thống một cửa.",
    ),
    "dossier_sheet_large": (
        "warning",
        SHEET
        + "danh sách có {count} dòng. Từ {limit} dòng trở lên nên xuất dạng CSV: đọc nhanh hơn "
        "nhiều lần và tốn ít bộ nhớ.",
    ),
}
