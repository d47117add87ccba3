"""Why a file is not read, raised inside the readers; sheets.py makes the issue of it."""


class Refused(Exception):
    """`code` and `words` of the issue that the file deserves (ttpv/core/messages.py)."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


# What file_damaged says of it.
CUT_OFF = "tệp bị cắt cụt hoặc sai mã kiểm tra"
PART_MISSING = "thiếu một phần bắt buộc bên trong tệp"
PART_BROKEN = "một phần bên trong tệp không đọc được"
ENTITIES = "có khai báo thực thể XML, thứ mà phần mềm văn phòng không bao giờ ghi"
PACKED_ODDLY = "nén bằng cách mà phần mềm văn phòng không dùng"
TOO_MANY_PARTS = "có quá nhiều phần bên trong tệp"
"""Wordings of `detail`: what a clerk can make of it, never an exception's name."""
