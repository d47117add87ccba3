"""Of the letterhead, and of a Word template that somebody changed.

`where` is the paragraph, or the table's cell."""

from ttpv.core.messages.places import Message

TEMPLATES: dict[str, Message] = {
    "letterhead_long": (
        "error",
        "“{value}” dài hơn {most} chữ. Hãy rút ngắn dòng này.",
    ),
    "letterhead_lines": (
        "error",
        "Danh sách bắt đầu bằng “{value}” có hơn {most} dòng. Hãy bớt đi.",
    ),
    "template_large": (
        "error",
        "Tệp “{file}” lớn hơn {most} MB. Hãy nén ảnh trong mẫu (Compress Pictures) rồi lưu lại.",
    ),
    "template_long": (
        "error",
        "Tệp “{file}” có hơn {most} MB chữ và định dạng, quá dài cho một mẫu. Hãy tải mẫu hiện tại "
        "về và sửa trên đó.",
    ),
    "template_crowded": (
        "error",
        "Tệp “{file}” có {tags} chỗ điền và lệnh; một mẫu có nhiều nhất {most}. Hãy tải mẫu hiện "
        "tại về và sửa trên đó.",
    ),
    "template_of_other_kind": (
        "error",
        "Tệp “{file}” là mẫu của {kind}, không phải của {wanted}. Hãy chọn mẫu khác, hoặc đặt tệp "
        "này làm mẫu của {kind}.",
    ),
    "template_not_word": (
        "error",
        "Tệp “{file}” không phải là văn bản Word (.docx) mở được. Hãy tải mẫu hiện tại về, sửa "
        "bằng Word rồi lưu dưới dạng “Word Document (*.docx)”.",
    ),
    "template_active": (
        "error",
        "Tệp “{file}” chứa {what}, thứ không được có trong mẫu. Hãy bỏ đi, hoặc tải mẫu hiện tại "
        "về và sửa trên đó.",
    ),
    "template_linked": (
        "error",
        "Tệp “{file}” lấy nội dung từ một tệp ở ngoài (“{target}”). Hãy chèn hẳn nội dung đó vào "
        "văn bản, hoặc bỏ liên kết.",
    ),
    "template_tracked": (
        "error",
        "Tệp “{file}” còn thay đổi được theo dõi (Track Changes) chưa chấp nhận. Hãy mở thẻ "
        "Review, chọn Accept All Changes, rồi lưu lại.",
    ),
    "template_placeholder_unknown": (
        "error",
        "{where}: không có chỗ điền nào tên là “{value}”. {hint}",
    ),
    "template_placeholder_kind": (
        "error",
        "{where}: “{value}” là {kind}, không dùng được ở đây. {hint}",
    ),
    "template_command_unknown": (
        "error",
        "{where}: lệnh “{value}” không dùng được trong mẫu. Mẫu chỉ hiểu chỗ điền, for … in …, "
        "if …, elif …, else, endfor, endif.",
    ),
    "template_syntax": (
        "error",
        "{where}: không hiểu “{value}”. Hãy so với mẫu hiện tại: tên viết liền không dấu, hai dấu "
        "ngoặc ở mỗi bên.",
    ),
    "template_tag_torn": (
        "error",
        "{where}: dấu ngoặc mở mà không đóng, hoặc đóng mà không mở. Một chỗ điền phải nằm trọn "
        "trong một đoạn, dạng {{{{ tên }}}} hay {{% lệnh %}}.",
    ),
    "template_tag_elsewhere": (
        "error",
        "{where}: “{value}” không điền được ở đó. Hãy đặt chỗ điền trong một đoạn văn của thân văn "
        "bản, bảng, đầu trang, chân trang hoặc chú thích cuối trang.",
    ),
    "template_command_open": (
        "error",
        "{where}: lệnh “{value}” chưa được đóng. Hãy đặt {closing} {holder}.",
    ),
    "template_command_unopened": (
        "error",
        "{where}: “{value}” đóng hoặc tiếp một lệnh chưa mở ở đó. Hãy đặt lệnh mở {holder}, hoặc "
        "xóa chỗ này.",
    ),
    "template_command_misplaced": (
        "error",
        "{where}: “{value}” phải đứng một mình trong {unit}.",
    ),
    "template_cannot_fill": (
        "error",
        "Tệp “{file}” có chỗ đặt lệnh làm hỏng cấu trúc văn bản khi điền thử. Hãy tải mẫu hiện tại "
        "về và sửa từng chỗ một, kiểm tra lại sau mỗi lần.",
    ),
}
