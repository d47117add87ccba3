"""What the operating system refuses, in words for people; its own are English."""

import errno

_WORDS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EEXIST: "tên này đã có",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết hạn mức lưu trữ",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đây là một thư mục",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "ổ đĩa báo lỗi khi đọc hoặc ghi",
}


def describe_os_error(error: OSError) -> str:
    """ "ổ đĩa đã đầy", to stand after a colon; the system's own words where we have none."""
    return _WORDS.get(error.errno or 0, error.strerror or str(error))
