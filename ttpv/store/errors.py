"""What a store refuses, said to people, and what it tells those who publish at once."""

import errno

from ttpv.store.manifest import Manifest

_REASONS = {
    errno.ENOSPC: "ổ đĩa đã hết chỗ",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EACCES: "không có quyền đọc hoặc ghi ở đó",
    errno.EPERM: "không có quyền đọc hoặc ghi ở đó",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EIO: "ổ đĩa báo lỗi đọc ghi",
    errno.ENOENT: "tệp hoặc thư mục không còn ở đó",
    errno.EMFILE: "máy đang mở quá nhiều tệp",
    errno.ENFILE: "máy đang mở quá nhiều tệp",
    errno.EBUSY: "tệp đang bị chương trình khác giữ",
    errno.EXDEV: "thư mục nằm trên hai ổ đĩa khác nhau",
    errno.ESTALE: "mất kết nối tới ổ đĩa mạng",
    errno.ETIMEDOUT: "mất kết nối tới ổ đĩa mạng",
    errno.EHOSTDOWN: "mất kết nối tới ổ đĩa mạng",
    errno.EHOSTUNREACH: "mất kết nối tới ổ đĩa mạng",
    errno.ENETDOWN: "mất kết nối tới ổ đĩa mạng",
    errno.ENETUNREACH: "mất kết nối tới ổ đĩa mạng",
    errno.ENOTCONN: "mất kết nối tới ổ đĩa mạng",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
}


def name_reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese alone: for people at the command line."""
    return _REASONS.get(error.errno or 0, "hệ thống báo lỗi")


def explain(error: OSError) -> str:
    """Why the system refused, in Vietnamese, with its own words and the file in brackets."""
    reason = name_reason(error)
    words = error.strerror or type(error).__name__
    return f"{reason} ({words}{f': {error.filename}' if error.filename else ''})"


class StoreError(Exception):
    """The store cannot be used, or not like this; the message is for people."""


class NotCertain(StoreError):
    """The state has its number, and the system failed to say that it will survive a power cut."""

    def __init__(self, snapshot: str, error: OSError) -> None:
        super().__init__(
            f"Lần công bố {snapshot} đã được ghi, nhưng chưa chắc còn nếu máy mất điện: "
            f"{explain(error)}. Hãy xem Lịch sử công bố: có lần {snapshot} thì việc đã xong, chỉ "
            "cần báo người quản trị kiểm tra ổ đĩa; không có thì hãy làm lại."
        )


class SnapshotNotFound(StoreError, KeyError):
    """No published state has that number or that date; the message is for people."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show its quotes


class StateChanged(Exception):
    """Somebody published in between; nothing was written."""

    def __init__(self, current: Manifest | None) -> None:
        super().__init__(f"current snapshot is {current.id if current else None}")
        self.current = current
