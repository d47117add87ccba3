"""Taking tables along (ui/table_downloads.py)."""

CSV = "Tải bảng (CSV)"
CSV_HELP = "Mở bằng Excel: dấu phẩy thập phân, tiếng Việt có dấu."
PARQUET = "Parquet"
PARQUET_HELP = "Cho người phân tích dữ liệu: số chưa làm tròn, mỗi cột có kiểu."
CHANGES_CSV = "Tải từng số liệu thay đổi (CSV)"
EFFECTS_CSV = "Tải tỷ lệ trước và sau (CSV)"
ISSUES_CSV = "Tải danh sách lỗi và cảnh báo (CSV) để gửi đơn vị"
STEP_SLUGS = {"month": "thang", "quarter": "quy", "year": "nam"}
