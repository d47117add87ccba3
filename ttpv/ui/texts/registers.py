"""The words of changing a register on a page."""

CHANGES = "Thay đổi sẽ ghi"
NO_CHANGE = "Không có gì khác với hiện tại."
PREVIEW = "Xem thay đổi"
APPLY = "Ghi thay đổi"
DISCARD = "Bỏ"
SAVED = "Đã ghi thành lần công bố {snapshot}. Muốn quay lại thì hoàn tác ở bên dưới."
UNDONE = "Đã hoàn tác; lần công bố mới là {snapshot}."
CHANGED_MEANWHILE = (
    "Trong lúc bạn xem, đã có lần công bố khác ({snapshot}). Chưa có gì được ghi. Hãy xem lại rồi "
    "làm lại."
)
NOTHING_TO_UNDO = "Chưa có lần sửa nào để hoàn tác."
LAST_EDIT = "Lần sửa gần nhất: lần công bố {snapshot}, {moment}, {by}."
UNDO = "Hoàn tác lần sửa {snapshot}"
