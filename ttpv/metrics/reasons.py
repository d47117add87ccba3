"""Why a rate is what it is, or is not: the sentences beside ≈, – and "không tính được"."""

NO_DENOMINATOR = "Không phát sinh: mẫu số của tỷ lệ bằng 0."
NO_TRANSACTION = "Không phát sinh: không có giao dịch thu phí, lệ phí nào trong kỳ."
NO_FIGURE = "Số liệu của kỳ này không có tỷ lệ này và cũng không có tử số, mẫu số để tính."
PARTS_MISSING = (
    "Có đơn vị chưa có số liệu trong kỳ, nên chưa tính được tỷ lệ chung; "
    "các đơn vị khác đã có đủ tử số và mẫu số."
)
DERIVED = (
    "Kỳ này được tính bằng hiệu của hai số liệu lũy kế; tỷ lệ đã công bố thì không trừ được, "
    "nên chỉ tính được tỷ lệ có đủ tử số và mẫu số."
)
PARTS_UNKNOWN = (
    "Tệp xuất chỉ in tỷ lệ đã làm tròn của từng đơn vị, không có tử số và mẫu số, "
    "nên không tính được tỷ lệ chung."
)
RATE_MISSING = "Có đơn vị không có số liệu của tỷ lệ này trong kỳ, nên không ước tính được."
WEIGHTED = "Ước tính từ tỷ lệ đã công bố của từng đơn vị, lấy mẫu số đã biết làm trọng số."
INFERRED = (
    "Ước tính từ tỷ lệ đã công bố của từng đơn vị, lấy số hồ sơ phát sinh phí suy ra từ "
    "giao dịch trực tuyến (Phụ lục II) làm trọng số."
)
NO_TRANSACTIONS_FORM = (
    "Kỳ này chưa có số giao dịch thu phí (Phụ lục II) của mọi đơn vị đã chọn, "
    "nên không ước tính được tỷ lệ chung."
)
NOT_INFERABLE = (
    "Có đơn vị chỉ có giao dịch trực tiếp, hoặc tỷ lệ và số giao dịch không khớp nhau, "
    "nên không suy ra được số hồ sơ phát sinh phí để ước tính."
)
NOT_JUDGED = (
    "Khoảng sai số do làm tròn nằm ở cả hai phía của chỉ tiêu, nên không kết luận đạt hay chưa."
)
