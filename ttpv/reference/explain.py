"""What is wrong with a reference file, for people: where and what; the English in brackets."""

import re
import tomllib

import msgspec

from ttpv.reference.files import ReferenceDataError

_STEP = re.compile(r"\.(\w+)((?:\[\d+\])*)", re.ASCII)
_INDEX = re.compile(r"\d+", re.ASCII)
_PATH = re.compile(r"(.*?)(?: - at `([^`]*)`)?", re.DOTALL)
_TOML_PLACE = re.compile(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_FAULTS = (
    (re.compile(r"Object missing required field `(\w+)`"), "thiếu khóa “{0}”"),
    (re.compile(r"Object contains unknown field `(\w+)`"), "khóa “{0}” không có trong mẫu"),
    (re.compile(r"Invalid decimal string"), "giá trị không phải là số"),
    (re.compile(r"Expected `date`.*|Invalid RFC3339.*"), "giá trị không phải là ngày"),
    (re.compile(r"Expected `str`.*"), "giá trị phải là chữ, trong dấu ngoặc kép"),
    (re.compile(r"Expected `(?:int|decimal)`.*"), "giá trị không phải là số"),
)


def explain_fault(error: ReferenceDataError) -> str:
    """ "mục thứ 1 của “target”, khóa “value”: giá trị không phải là số (Invalid decimal string)".

    Without the file's name, which is `error.file`, and without a full stop.
    """
    cause = error.__cause__
    if isinstance(cause, msgspec.ValidationError):
        return _explain_value(str(cause))
    if isinstance(cause, tomllib.TOMLDecodeError):
        return _explain_syntax(str(cause))
    if isinstance(cause, RecursionError | ValueError):
        return "có dấu ngoặc lồng quá sâu hoặc số không dùng được"
    return f"nội dung không khớp với các danh mục khác ({error.fault})"


def explain_installed(error: ReferenceDataError) -> str:
    """The whole sentence where an installed file is wrong, so that nothing can begin."""
    return (
        f"Danh mục cài cùng chương trình không đọc được (tệp {error.file}, "
        f"{explain_fault(error)}). "
        "Hãy cài lại chương trình, hoặc sửa lại tệp đó."
    )


def _explain_value(message: str) -> str:
    found = _PATH.fullmatch(message)
    fault, path = (found[1], found[2] or "") if found else (message, "")
    places = []
    for name, indexes in _STEP.findall(path):
        numbers = [str(int(index) + 1) for index in _INDEX.findall(indexes)]
        places.append(f"mục thứ {'.'.join(numbers)} của “{name}”" if numbers else f"khóa “{name}”")
    words = "giá trị không dùng được"
    for pattern, said in _FAULTS:
        if match := pattern.fullmatch(fault):
            words = said.format(*match.groups())
            break
    where = f"{', '.join(places)}: " if places else ""
    return f"{where}{words} ({fault})"


def _explain_syntax(message: str) -> str:
    found = _TOML_PLACE.fullmatch(message)
    if found is None:
        return f"không đúng cú pháp TOML ({message})"
    where = f"dòng {found[2]}, cột {found[3]}" if found[2] else "cuối tệp"
    return f"{where}: không đúng cú pháp TOML ({found[1]})"
