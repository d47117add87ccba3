"""Texts of the page Phản ánh, kiến nghị và chỉ số 766, and of other figures elsewhere."""

PAGE = ("Phản ánh, kiến nghị và chỉ số 766", "phan-anh")
CHANGES = "Số liệu khác sẽ thay đổi"
