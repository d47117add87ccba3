"""The words of the page Danh bạ đơn vị, and of names that people teach."""

REGISTRY_SEARCH = "Tìm đơn vị"
REGISTRY_SEARCH_HINT = "Tên, tên viết tắt hoặc tên gọi khác"
REGISTRY_DAY = "Tính vào ngày"
REGISTRY_NOBODY = "Không có đơn vị nào mang tên như vậy. Hãy xóa bớt chữ ở ô “Tìm đơn vị”."
REGISTRY_AS_REPORTED = (
    "Đang xem danh bạ như ở một lần công bố trước, nên không sửa được. "
    "Hãy bỏ chọn ở “Xem như đã công bố ở” để về hiện tại."
)
LEARNED = "Được thêm:"
SPLIT = "Chia tách: số liệu không được cộng sang một đơn vị nào trong số này."
TEACH_OFFER = "Thêm một tên gọi"
TEACH_NAME = "Tên trong tệp xuất"
TEACH_HELP = "Ghi tên đúng như trong tệp xuất và chọn đơn vị; việc sẽ làm được nói trước khi bấm."
TEACH = "Thêm tên gọi này"
TAUGHT = "“{name}” từ nay là {department}."
FORGET_OFFER = "Bỏ một tên gọi đã thêm"
FORGET_WHICH = "Tên gọi đã thêm"
FORGET_PLACEHOLDER = "Chọn tên gọi muốn bỏ"
FORGET = "Bỏ tên gọi này"
FORGOTTEN = "Đã bỏ tên gọi “{name}”."
RECORDED = "Việc này được ghi ở lần công bố {snapshot}."
NAMES_CHANGED = (
    "Trong lúc bạn xem, số liệu đã được công bố lần khác ({snapshot}). Chưa có gì được ghi. "
    "Hãy xem lại rồi bấm lần nữa."
)
