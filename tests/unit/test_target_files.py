"""Files of targets: every dress gives the same register, every fault its sentence and its cell."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.messages import MESSAGES
from ttpv.reference import (
    PROVINCE,
    Reference,
    Target,
    build_targets_toml,
    parse_targets,
    read_reference,
)
from ttpv.target_files import build_targets_csv, read_targets

TARGETS = (
    Target(
        rate="online_submission",
        value=Decimal("66.5"),
        scope=PROVINCE,
        effective_from=date(2026, 1, 1),
        effective_to=date(2026, 12, 31),
        source="Kế hoạch 2026, mục II",
        decision="12/QĐ-UBND",
        decision_date=date(2026, 1, 5),
    ),
    Target(
        rate="eid",
        value=Decimal(90),
        scope="so-y-te",
        effective_from=date(2023, 7, 1),
        source="Công văn “số 5”; đoạn 2",
    ),
)
CSV = (
    "Tỷ lệ;Chỉ tiêu (%);Phạm vi;Từ ngày;Đến ngày;Số quyết định;Ngày quyết định;Nguồn\n"
    "Nộp trực tuyến;66,5 %;trung tâm;01/01/2026;31/12/2026;12/QĐ-UBND;5/1/2026;"
    "Kế hoạch 2026, mục II\n"
    ";;;;;;;\n"
    'eid;90;Sở Y tế;2023-07-01;;;;"Công văn “số 5”; đoạn 2"\n'
)
COMMAS = (
    CSV.replace(",", "·")
    .replace(";", ",")
    .replace("66·5", "66.5")
    .replace("Kế hoạch 2026· mục II", '"Kế hoạch 2026, mục II"')
    .replace("”, đoạn", "”; đoạn")
)
WINDOWS = CSV.replace("“", "'").replace("”", "'")


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        COMMAS.encode(),
        CSV.replace("\n", "\r\n").encode(),
        build_targets_toml(TARGETS).encode(),
        build_targets_toml(TARGETS).encode("utf-8-sig"),
    ],
)
def test_every_dress_is_the_same_register(content: bytes, reference: Reference):
    read = read_targets(content, "x.csv", reference)
    assert read.issues == ()
    assert read.targets == TARGETS


def test_windows_1258(reference: Reference):
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}  # the code page has these alone
    out = bytearray()
    for letter in WINDOWS:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in marks)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in marks))
            out += (base + tones).encode("cp1258")
    read = read_targets(bytes(out), "x.csv", reference)
    assert read.issues == ()
    assert [t.source for t in read.targets] == ["Kế hoạch 2026, mục II", "Công văn 'số 5'; đoạn 2"]


def test_what_is_downloaded_comes_back(reference: Reference):
    for targets in (TARGETS, reference.targets, ()):
        assert read_targets(build_targets_csv(targets, reference), "x", reference).targets == (
            targets
        )
    assert parse_targets(build_targets_toml(())) == ()


def test_a_name_of_two_departments_travels_as_an_id(reference: Reference):
    """Sở Tài chính is another department from 01/03/2025 on."""
    target = Target("online_submission", Decimal(5), "so-tai-chinh", date(2025, 6, 1), "x")
    content = build_targets_csv([target], reference)
    assert "so-tai-chinh" in content.decode("utf-8-sig")
    assert read_targets(content, "x", reference).targets == (target,)


def test_formulas_are_neutralised_and_come_back(reference: Reference):
    target = Target("eid", Decimal(5), PROVINCE, date(2026, 1, 1), "=1+1")
    content = build_targets_csv([target], reference)
    assert ";'=1+1" in content.decode("utf-8-sig")
    assert read_targets(content, "x", reference).targets == (target,)


HEAD = "Tỷ lệ;Chỉ tiêu (%);Phạm vi;Từ ngày;Đến ngày;Số quyết định;Ngày quyết định;Nguồn\n"
GOOD = "Nộp trực tuyến;50;Trung tâm;01/01/2026;;;;x\n"

# code → file, row and column of the issue, and words of its sentence
FAULTS: dict[str, tuple[str, int | None, str | None, str]] = {
    "target_file_unreadable": ("", None, None, "tệp trống"),
    "target_columns_missing": ("Tỷ lệ;Nguồn\neid;x\n", None, None, "“Từ ngày”"),
    "target_field_missing": (HEAD + "eid;50;Trung tâm;01/01/2026;;;;\n", 2, "H", "“Nguồn”"),
    "target_number_unreadable": (HEAD + GOOD.replace("50", "năm mươi"), 2, "B", "“năm mươi”"),
    "target_date_unreadable": (HEAD + GOOD.replace("01/01", "31/02"), 2, "D", "31/02/2026"),
    "target_rate_unknown": (HEAD + GOOD.replace("Nộp", "Nạp"), 2, "A", "“Nạp trực tuyến”"),
    "target_scope_unknown": (HEAD + GOOD.replace("Trung tâm", "Sở X"), 2, "C", "“Sở X”"),
    "target_value_outside": (HEAD + GOOD.replace("50", "100,1"), 2, "B", "100,1 %"),
    "target_dates_reversed": (HEAD + GOOD.replace(";;;;", ";1/1/2025;;;"), 2, "E", "01/01/2025"),
    "target_overlap": (HEAD + GOOD + GOOD.replace("01/01", "01/07"), 3, "D", "01/01/2026"),
}
CODES = FAULTS.keys()


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_says_where_and_what(code: str, reference: Reference):
    content, row, column, words = FAULTS[code]
    read = read_targets(content.encode(), "x.csv", reference)
    (issue,) = read.issues
    assert (issue.code, issue.severity, issue.row, issue.column) == (code, "error", row, column)
    assert words in issue.message
    assert issue.message.startswith(f"Dòng {row}, cột {column}: " if row else "Tệp “x.csv”")
    assert MESSAGES[code][0] == "error"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[target]]\nrate = 1\n", "rate"),
        ("[[target]]\nrate =\n", "target_file"),
        (build_targets_toml(TARGETS).replace("eid", "no"), "“no”"),
        (build_targets_toml([*TARGETS, TARGETS[1]]), "trùng thời gian"),
    ],
)
def test_faults_of_toml(text: str, words: str, reference: Reference):
    (issue,) = read_targets(text.encode(), "x.toml", reference).issues
    assert words in issue.message or issue.code.startswith(words)


_NOTHING = ("#" * 10_000, "#\n" * 10_000, "\n" * 10_000, " # \t\n\n" * 10_000)


@pytest.mark.parametrize("above", _NOTHING)
def test_many_comments_and_blank_lines_are_no_trouble(above: str, reference: Reference):
    """One expression for all of them went through every way to cut them up, without end."""
    toml = f"{above}\n{build_targets_toml(TARGETS)}"
    assert read_targets(toml.encode(), "x.toml", reference).targets == TARGETS
    assert read_targets(above.encode() + b"x", "x.csv", reference).issues != ()


def test_binary_is_said(reference: Reference):
    (issue,) = read_targets(b"PK\x03\x04\0\0\0\0\x01", "x.csv", reference).issues
    assert issue.code == "target_file_unreadable"


REFERENCE = read_reference()


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (HEAD + text).encode()))
def test_never_a_traceback(content: bytes):
    read = read_targets(content, "x.csv", REFERENCE)
    assert isinstance(read.targets, tuple)


@given(st.text(min_size=1, max_size=40))
def test_any_source_survives_toml(source: str):
    target = Target("eid", Decimal("0.1"), PROVINCE, date(2026, 1, 1), source)
    assert parse_targets(build_targets_toml([target])) == (target,)
