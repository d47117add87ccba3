"""Of figures against each other, and against other periods."""

from ttpv.core.messages.places import CELL, ROW, SHEET, Message

CHECKS: dict[str, Message] = {
    # Checks: the figures against each other
    "form_doubtful": (
        "error",
        SHEET + "bảng được nhận là “{form}” nhưng {broken}/{count} dòng không thỏa {rule}. Có thể "
        "đây là mẫu khác hoặc các cột bị lệch. Hãy kiểm tra biểu rồi xuất lại.",
    ),
    "row_shifted": (
        "error",
        ROW + "dòng có số nằm ngoài cột cuối của bảng (ô {column}), nên các số của dòng đã bị đẩy "
        "lệch cột: dấu phân cách của tệp cũng đứng trong số. Hãy xuất lại tệp với dấu chấm phẩy, "
        "hoặc lưu thành .xlsx.",
    ),
    "rates_too_small": (
        "warning",
        CELL + "{title} của {who} là {value} %, trong khi cột khác hoặc dòng khác có số lớn hơn "
        "nhiều; có thể là phân số (0,662) chứ không phải phần trăm (66,2). Cột có {count} số như "
        "vậy. Hãy đối chiếu trước khi công bố.",
    ),
    "rates_are_fractions": (
        "error",
        SHEET + "mọi tỷ lệ trong bảng “{form}” đều từ 1 trở xuống, có thể là phân số (0,662) chứ "
        "không phải phần trăm (66,2). Hãy định dạng các ô tỷ lệ thành phần trăm rồi nhập lại.",
    ),
    "identity_broken": (
        "warning",
        CELL + "{title} của {who} là {value}, nhưng {rule} cho {expected} (lệch {difference}). "
        "Hãy đối chiếu với hệ thống một cửa.",
    ),
    "part_exceeds": (
        "error",
        CELL + "{title} của {who} là {value}, lớn hơn {whole_title} ({whole}); "
        "tỷ lệ sẽ vượt 100 %. Hãy sửa ô này hoặc xuất lại biểu rồi nhập lại.",
    ),
    "total_differs": (
        "warning",
        CELL + "dòng tổng ghi {title} là {value}, nhưng cộng các cơ quan được {expected} "
        "(lệch {difference}). Trang tổng quan dùng số cộng của các cơ quan.",
    ),
    "total_absent": (
        "warning",
        SHEET + "bảng “{form}” không có dòng tổng (Σ, Tổng số), nên tỷ lệ chung đã công bố của "
        "trung tâm không có. Nếu biểu gốc có dòng tổng, hãy xuất lại.",
    ),
    "rate_differs": (
        "warning",
        CELL + "{title} của {who} ghi {value}, nhưng tính từ số hồ sơ được {expected}. "
        "Chương trình dùng số tính được; hãy đối chiếu lại.",
    ),
    "department_missing": (
        "warning",
        SHEET + "bảng “{form}” thiếu {count} cơ quan: {names}. Số chung của trung tâm sẽ ghi là "
        "thiếu số liệu. Nếu các cơ quan này có số liệu, hãy bổ sung rồi nhập lại.",
    ),
    "figure_missing": (
        "warning",
        CELL + "ô trống: {who} không có số liệu “{title}”, nên số chung của trung tâm cũng sẽ ghi "
        "là thiếu số liệu. Nếu không phát sinh, hãy ghi 0.",
    ),
    "row_blank": (
        "warning",
        ROW + "{who} không có số liệu nào, nên số chung của trung tâm cũng sẽ ghi là thiếu số "
        "liệu. Nếu không phát sinh, hãy ghi 0 vào các ô.",
    ),
    "column_blank": (
        "warning",
        SHEET + "cột “{title}” (cột {column}) của bảng “{form}” để trống ở mọi dòng, nên được coi "
        "là không có số liệu. Nếu có số liệu, hãy điền rồi nhập lại.",
    ),
    "fees_contradict": (
        "warning",
        CELL + "{who} có tỷ lệ thanh toán trực tuyến {rate} nhưng Phụ lục II không ghi giao dịch "
        "nào. Hãy đối chiếu hai phụ lục.",
    ),
    # Checks: the figures against other periods
    "stock_differs": (
        "warning",
        CELL + "{title} của {who} là {value}, nhưng kỳ {period} ghi {other_title} là {expected} "
        "(lệch {difference}). Hai số này chỉ cùng một thời điểm nên phải bằng nhau. Hãy đối chiếu "
        "với hệ thống một cửa; nếu kỳ kia sai, hãy nhập lại kỳ đó.",
    ),
    "period_overlaps": (
        "warning",
        SHEET + "kỳ {period} của bảng “{form}” trùng một phần với kỳ khác{alike} ({others}), mà "
        "không kỳ nào nằm trọn trong kỳ kia, nên không cộng được các kỳ này với nhau. Hãy kiểm tra "
        "lại ngày đầu và ngày cuối kỳ trước khi công bố.",
    ),
    "cumulated_shrinks": (
        "warning",
        CELL + "{who} có số lũy kế {longer} nhỏ hơn số lũy kế {shorter}: {figures}. Số phát sinh "
        "tính từ cùng một ngày không thể giảm: nguồn đã sửa số của các tháng trước, hoặc một trong "
        "hai tệp sai. Hãy hỏi lại đơn vị trước khi công bố.",
    ),
    "department_gone": (
        "warning",
        SHEET + "bảng “{form}” kỳ {period} có {count} cơ quan mà tệp này không có: {names}. Kỳ đem "
        "so là kỳ{alike} gần nhất trước đó. Nếu các cơ quan này vẫn có số liệu, hãy bổ sung rồi "
        "nhập lại.",
    ),
    "figure_jumped": (
        "warning",
        CELL + "{title} của {who} là {value} trong {days} ngày, tính bình quân một ngày {change} "
        "so với kỳ {period} ({before} trong {before_days} ngày). Cảnh báo khi bình quân ngày tăng "
        "hoặc giảm từ {factor} lần trở lên so với kỳ gần nhất dài tương đương và số lớn hơn từ "
        "{minimum} {unit} trở lên. Hãy đối chiếu với hệ thống một cửa.",
    ),
    "published_unreadable": (
        "warning",
        "Không đọc được số liệu đã công bố của {periods} nên tệp “{file}” chưa được đối chiếu với "
        "các kỳ đó. Hãy báo người quản trị kiểm tra kho số liệu.",
    ),
}
