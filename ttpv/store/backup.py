"""A whole store in one .zip, and back.

Everything in a store is written once, so a state and what it names can be copied while others
publish; clearing waits (lock.publishing). The archive is stored uncompressed, since Parquet and
.xlsx are compressed already: an archive that claims to hold more than its own size is none of ours,
and so no archive can unpack into more than it is. Every name in it must be one of a store's own.
"""

import errno
import hashlib
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ttpv.store.errors import StoreError, name_reason
from ttpv.store.files import draft_file, make_folder, new_file, new_folder
from ttpv.store.folders import (
    NUMBER_NAME,
    RECORD_NAME,
    REPORT_NAME,
    SOURCE_NAME,
    TABLE_NAME,
    Folders,
    list_names,
    list_numbers,
)
from ttpv.store.history import History
from ttpv.store.manifest import READABLE, Manifest
from ttpv.store.reports import find_lost_states
from ttpv.store.verify import collect_uses, verify_store

SUMS = "SHA256SUMS"
_CHUNK = 1 << 20
_MOST_SUMS = 1 << 26
_SUM_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_NAMES = {
    "manifests": NUMBER_NAME,
    "tables": TABLE_NAME,
    "sources": SOURCE_NAME,
    "references": SOURCE_NAME,
    "pins": NUMBER_NAME,
    "pruned": RECORD_NAME,
    "reports": REPORT_NAME,
}


@dataclass(frozen=True, slots=True)
class Backup:
    """What an archive holds: how many states, up to which one, in how many files and bytes."""

    snapshot: str
    snapshots: int
    files: int
    size: int


def write_backup(folders: Folders, history: History, file: Path) -> Backup:
    """Copies the store as it is now to `file`; needs the store held (lock.publishing).

    Raises StoreError where the store is empty or damaged, so that no good backup is followed by a
    bad one unnoticed, and where `file` is taken or cannot be written; its
    folder is made where there is none.
    """
    manifests = history.all()
    if not manifests:
        raise StoreError("Kho chưa có lần công bố nào, chưa có gì để sao lưu.")
    findings = verify_store(folders)
    if findings:
        raise StoreError(
            "Kho có tệp hỏng nên chưa sao lưu, để không ghi đè bản tốt bằng bản hỏng. "
            f"{findings[0].message} Xem đủ: python -m ttpv verify"
        )
    marks = [folders.simulated] if folders.simulated.exists() else []
    paths = [folders.format, *marks, *(folders.manifest(m.number) for m in reversed(manifests))]
    paths += sorted(collect_uses(folders, manifests))
    paths += [folders.pin(number) for number in list_numbers(folders.pins)]
    paths += [folders.pruned / name for name in list_names(folders.pruned, RECORD_NAME)]
    # Of states that were published after `manifests` were read there may be reports already.
    numbers = [manifest.number for manifest in manifests]
    late = {name for name, _ in find_lost_states(folders, numbers)}
    reports = list_names(folders.reports, REPORT_NAME)
    paths += [folders.reports / name for name in reports if name not in late]
    try:
        make_folder(file.absolute().parent)
        with new_file(file) as draft, zipfile.ZipFile(draft, "w") as archive:
            sums = [f"{_add(archive, folders, path)}  {folders.short(path)}\n" for path in paths]
            archive.writestr(SUMS, "".join(sums))
    except FileExistsError:
        if not file.exists():
            raise StoreError(f"Không lập được thư mục {file.parent}: tên này là một tệp.") from None
        raise StoreError(f"Tệp {file} đã có. Hãy chọn tên khác để không mất bản cũ.") from None
    except OSError as error:  # its own words would name the draft, which is gone
        raise StoreError(f"Không ghi được {file}: {name_reason(error)}.") from error
    return Backup(manifests[0].id, len(manifests), len(paths), file.stat().st_size)


def _add(archive: zipfile.ZipFile, folders: Folders, path: Path) -> str:
    """Copies one file into the archive; its SHA-256."""
    digest = hashlib.sha256()
    name = zipfile.ZipInfo(folders.short(path))
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def restore_backup(file: Path, folder: Path) -> Manifest:
    """Makes a store of the archive in `folder`, which must be absent or empty; its current state.

    The folder appears whole, after every hash and the whole store have been checked, or not at
    all. Raises StoreError.
    """
    if not file.is_file():
        why = "đây là một thư mục" if file.is_dir() else "chưa có tệp này"
        raise StoreError(
            f"Không khôi phục được từ {file}: {why}. "
            "Hãy ghi đường dẫn đến tệp .zip của bản sao lưu."
        )
    try:
        with zipfile.ZipFile(file) as archive, new_folder(folder) as draft:
            sums = _read_sums(archive, file)
            for member in _check_members(archive, file, sums):
                with draft_file(draft / member.filename) as target:
                    target.writelines(_unpack(archive, member, file, sums))
            current = _check_store(Folders(draft), file)
    except FileExistsError:
        raise StoreError(
            f"Thư mục {folder} không trống. Bản sao lưu chỉ được khôi phục vào thư mục trống hoặc "
            "chưa có; hãy chọn nơi khác: --into THƯ_MỤC"
        ) from None
    except (zipfile.BadZipFile, NotImplementedError, UnicodeError, EOFError) as error:
        raise _refusal(file, f"tệp hỏng hoặc không phải tệp .zip ({error})") from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # the archive's own directory points before its start
            raise _refusal(file, "tệp hỏng") from error
        if error.errno not in (errno.EBUSY, errno.EXDEV, errno.ENOTEMPTY):
            raise
        raise StoreError(
            f"Không đặt được kho vào {folder}: thư mục là một ổ đĩa gắn riêng hoặc đang được dùng. "
            "Hãy khôi phục vào một thư mục con chưa có: --into THƯ_MỤC"
        ) from error
    return current


def _check_members(
    archive: zipfile.ZipFile, file: Path, sums: dict[str, str]
) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if member.filename != SUMS]
    names = [member.filename for member in members]
    for member in members:
        if not _is_ours(member.filename):
            raise _refusal(file, f"có tệp lạ “{member.filename[:100]}”")
        if member.flag_bits & 1:
            raise _refusal(file, "tệp được bảo vệ bằng mật khẩu")
        if member.compress_type != zipfile.ZIP_STORED or member.compress_size != member.file_size:
            raise _refusal(file, f"“{member.filename}” bị nén")
    if len(set(names)) != len(names) or set(names) != set(sums):
        raise _refusal(file, f"danh sách {SUMS} không khớp với các tệp")
    if sum(member.file_size for member in members) > file.stat().st_size:
        raise _refusal(file, "các tệp ghi kích thước lớn hơn cả bản sao lưu")
    return members


def _is_ours(name: str) -> bool:
    if name in ("FORMAT", "SIMULATED"):
        return True
    folder, _, base = name.partition("/")
    return folder in _NAMES and _NAMES[folder].fullmatch(base) is not None


def _read_sums(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    try:
        member = archive.getinfo(SUMS)
    except KeyError:
        raise _refusal(file, f"thiếu danh sách {SUMS}") from None
    if member.compress_type != zipfile.ZIP_STORED or member.file_size > _MOST_SUMS:
        raise _refusal(file, f"danh sách {SUMS} không hợp lệ")
    if member.flag_bits & 1:
        raise _refusal(file, "tệp được bảo vệ bằng mật khẩu")
    lines = archive.read(member).decode().splitlines()
    found = [_SUM_LINE.fullmatch(line) for line in lines]
    if None in found:
        raise _refusal(file, f"danh sách {SUMS} không hợp lệ")
    return {line[2]: line[1] for line in found if line is not None}


def _unpack(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: Path, sums: dict[str, str]
) -> Iterator[bytes]:
    digest = hashlib.sha256()
    with archive.open(member) as source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            yield chunk
    if digest.hexdigest() != sums[member.filename]:
        raise _refusal(file, f"“{member.filename}” không còn như lúc sao lưu (sai SHA-256)")


def _check_store(folders: Folders, file: Path) -> Manifest:
    """Whether what was unpacked is a whole store, by the same eyes as `verify`."""
    if not folders.format.exists() or folders.format.read_text().strip() not in map(str, READABLE):
        raise _refusal(file, "định dạng kho trong đó không phải loại chương trình này đọc được")
    findings = verify_store(folders)
    if findings:
        raise _refusal(file, findings[0].message)
    current = History(folders).current()
    if current is None:
        raise _refusal(file, "không có lần công bố nào")
    return current


def _refusal(file: Path, why: str) -> StoreError:
    return StoreError(
        f"Không khôi phục được từ {file}: {why}. Chưa ghi gì cả; hãy dùng bản sao lưu khác."
    )
