"""Synthetic dossier lists as the one-stop system exports them, personal columns and all.

Seeded: the same arguments give the same list. Every name, number and address is made up.
"""

import csv
import io
import random
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

COLUMNS: Mapping[str, str] = {
    "ordinal": "STT",
    "code": "Mã hồ sơ",
    "procedure_code": "Mã TTHC",
    "procedure_name": "Tên thủ tục hành chính",
    "field": "Lĩnh vực",
    "department": "Cơ quan giải quyết",
    "applicant": "Tên cá nhân/tổ chức",
    "identity_number": "Số CCCD",
    "address": "Địa chỉ",
    "phone": "Số điện thoại",
    "received": "Ngày tiếp nhận",
    "due": "Ngày hẹn trả",
    "returned": "Ngày trả",
    "channel": "Hình thức tiếp nhận",
    "status": "Trạng thái",
    "fee": "Phí, lệ phí",
    "payment": "Hình thức thanh toán",
    "eid": "Xác thực định danh điện tử",
    "digitised": "Số hóa thành phần hồ sơ",
    "e_result": "Kết quả điện tử",
    "email": "Thư điện tử",
    "note": "Ghi chú",
}
PERSONAL = ("applicant", "identity_number", "address", "phone", "email", "note")

_DEPARTMENTS = (
    "BQL Khu kinh tế tỉnh",
    "Sở Công Thương",
    "Sở Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Giao thông vận tải",
    "Sở Kế hoạch và Đầu tư",
    "Sở Khoa học và Công nghệ",
    "Sở Lao Động -TBXH",
    "Sở Ngoại vụ",
    "Sở Nội vụ",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Tài chính",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Tư pháp",
    "Sở Văn hóa và Thể thao",
    "Sở Xây dựng",
    "Sở Y tế",
)
_FIELDS = ("Đất đai", "Hộ tịch", "Đường bộ", "Thành lập doanh nghiệp", "Dược phẩm", "An toàn")
_PROCEDURES_A_FIELD = 20
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
_GIVEN = ("Văn An", "Thị Bình", "Quốc Cường", "Thu Dung", "Minh Đức", "Ngọc Hà", "Thanh Hải")
_STREETS = ("Trần Phú", "Lê Lợi", "Nguyễn Huệ", "Hai Bà Trưng, phường Lê Lợi")
_CHANNELS = ("Trực tuyến", "Trực tiếp", "Bưu chính công ích")
_PAYMENTS = ("Trực tuyến", "Tiền mặt", "Chuyển khoản")
_FEES = (0, 0, 0, 15_000, 50_000, 135_000, 1_200_000)
_TIME = "%d/%m/%Y %H:%M:%S"

Record = dict[str, str]


@dataclass(frozen=True)
class Title:
    """What is printed above the header."""

    period: str = "(Từ ngày 01/12/2023 đến ngày 31/12/2023)"

    def lines(self) -> list[str]:
        return ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "DANH SÁCH HỒ SƠ", self.period, ""]


def make_records(
    count: int,
    *,
    seed: int = 1,
    first: date = date(2023, 12, 1),
    last: date = date(2023, 12, 31),
) -> Iterator[Record]:
    """`count` dossiers, by COLUMNS' keys, as an export of first..last at its end holds them: most
    received in the period, some carried over, some still open, overdue, suspended or withdrawn."""
    chance = random.Random(seed)
    start = datetime.combine(first, datetime.min.time())
    stop = datetime.combine(last, datetime.min.time()) + timedelta(days=1)
    seconds = int((stop - start).total_seconds())
    for number in range(1, count + 1):
        received = start + timedelta(seconds=int(chance.random() ** 1.2 * seconds * 1.15))
        received -= timedelta(seconds=int(seconds * 0.15))
        due = received + timedelta(days=1 + int(chance.random() * 20))
        done = received + timedelta(seconds=int(chance.random() * (due - received).total_seconds()))
        if chance.random() < 0.04:
            done = due + timedelta(seconds=1 + int(chance.random() * 86_400 * 3))
        returned = done if start <= done < stop else None
        if done < start:
            received, returned = received + (start - done), start
            due = max(due, received)
        fee = chance.choice(_FEES)
        field = int(chance.random() * len(_FIELDS))
        procedure = field * _PROCEDURES_A_FIELD + int(chance.random() * _PROCEDURES_A_FIELD)
        office = int(chance.random() * len(_DEPARTMENTS))
        yield {
            "ordinal": str(number),
            "code": f"000.00.{office + 1:02d}.H08-{received:%y%m%d}-{number:04d}",
            "procedure_code": f"1.{procedure:06d}",
            "procedure_name": f"Thủ tục số {procedure}, cấp tỉnh",
            "field": _FIELDS[field],
            "department": _DEPARTMENTS[office],
            "applicant": f"{chance.choice(_FAMILY)} {chance.choice(_GIVEN)}",
            "identity_number": f"052{int(chance.random() * 10**9):09d}",
            "address": f"{number % 300} {chance.choice(_STREETS)}",
            "phone": f"09{int(chance.random() * 10**8):08d}",
            "received": received.strftime(_TIME),
            "due": due.strftime(_TIME),
            "returned": returned.strftime(_TIME) if returned else "",
            "channel": chance.choice(_CHANNELS),
            "status": _status(chance, returned is not None),
            "fee": str(fee),
            "payment": chance.choice(_PAYMENTS) if fee else "Không thu phí",
            "eid": ("Có", "Có", "Có", "Không", "")[int(chance.random() * 5)],
            "digitised": ("Có", "Có", "Không")[int(chance.random() * 3)],
            "e_result": ("Có", "Không")[int(chance.random() * 2)] if returned else "",
            "email": f"nguoidan{number}@example.vn",
            "note": "Đã gọi điện" if number % 7 == 0 else "",
        }


def _status(chance: random.Random, is_returned: bool) -> str:
    if is_returned:
        return chance.choice(("Đã trả kết quả", "Đã xử lý xong"))
    at = chance.random()
    if at < 0.05:
        return "Công dân rút"
    if at < 0.2:
        return "Yêu cầu bổ sung"
    return "Đang xử lý" if at < 0.8 else "Được tiếp nhận"


def rows_of(
    records: Iterable[Record], columns: Sequence[str] = tuple(COLUMNS)
) -> Iterator[list[str]]:
    """The header's row and one a record, in the order of `columns`."""
    yield [COLUMNS[column] for column in columns]
    for record in records:
        yield [record[column] for column in columns]


def write_csv(
    path: Path,
    rows: Iterable[Sequence[str]],
    *,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
    title: Title | None = None,
) -> Path:
    """Rows as CSV, quoted where they must be."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerows([line] for line in (title.lines() if title else ()))
        writer.writerows(rows)
    return path


def csv_bytes(rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> bytes:
    """A small list, as UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_APART = {
    unicodedata.normalize("NFC", vowel + tone): vowel + tone for vowel in _VOWELS for tone in _TONES
}


def as_windows_writes(text: str) -> str:
    """Text that Windows-1258 can hold: it has letters with their hats, and tones behind them."""
    return "".join(_APART.get(letter, letter) for letter in text)


_WORKBOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/'
    'package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship '
    'Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/></Relationships>',
    "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
    'main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>",
}
_NUMBERS = frozenset({"STT", COLUMNS["fee"]})
_DATES = frozenset({COLUMNS["received"], COLUMNS["due"], COLUMNS["returned"]})


def write_xlsx(
    path: Path,
    rows: Iterable[Sequence[str]],
    *,
    title: Title | None = None,
    dates: Literal["text", "excel"] = "text",
) -> Path:
    """Rows as .xlsx, written as streams do it (inline texts): a million rows in two minutes.

    The ordinal and the fee are numbers; with dates="excel" the three dates are real ones.
    """
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for name, xml in _WORKBOOK.items():
            archive.writestr(name, xml)
        with (
            archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as raw,
            io.TextIOWrapper(raw, encoding="utf-8") as sheet,
        ):
            sheet.write(
                '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                "<sheetData>"
            )
            above = title.lines() if title else []
            for number, line in enumerate(above, 1):
                sheet.write(f'<row r="{number}">{_text("A", number, line)}</row>')
            body = iter(rows)
            header = next(body)
            at = len(above) + 1
            sheet.write(_row(at, header, ["text"] * len(header)))
            kinds = [_kind(name, dates) for name in header]
            for number, row in enumerate(body, at + 1):
                sheet.write(_row(number, row, kinds))
            sheet.write("</sheetData></worksheet>")
    return path


def _kind(name: str, dates: str) -> str:
    if name in _NUMBERS:
        return "number"
    return "date" if name in _DATES and dates == "excel" else "text"


def _row(number: int, row: Sequence[str], kinds: Sequence[str]) -> str:
    cells = []
    for index, (value, kind) in enumerate(zip(row, kinds, strict=True)):
        letter = _LETTERS[index]
        if not value:
            continue
        if kind == "text" or (kind == "number" and not value.isdecimal()):
            cells.append(_text(letter, number, value))
        elif kind == "number":
            cells.append(f'<c r="{letter}{number}"><v>{value}</v></c>')
        else:
            days = (datetime.strptime(value, _TIME) - datetime(1899, 12, 30)).total_seconds()
            cells.append(f'<c r="{letter}{number}" s="1"><v>{days / 86_400:.10f}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(letter: str, number: int, value: str) -> str:
    return f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


_LETTERS = [get_column_letter(index) for index in range(1, 101)]
