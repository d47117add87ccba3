"""Sections of the report in words: periods, amounts, questions and calls, the index, fees."""

import msgspec
import pytest

from tests.spec.tables import World, dates
from ttpv.monitor import Figures
from ttpv.other_figures import find_other_figures
from ttpv.reference import Reference, parse_others
from ttpv.views.report.sections import build_feedback, build_fees, build_index, build_signatures
from ttpv.views.report.wording import say_amount, say_count, write_period

YEAR = dates("2023-01-01..2023-12-25")
ENTRY = "[[period]]\nfrom = 2023-01-01\nto = 2023-12-25\n[period.figures]\n"


@pytest.mark.parametrize(
    ("period", "short", "following"),
    [
        ("2023-12", "tháng 12 năm 2023", "tháng 01 năm 2024"),
        ("2023-Q4", "quý IV năm 2023", "quý I năm 2024"),
        ("2023-H1", "6 tháng đầu năm 2023", "6 tháng cuối năm 2023"),
        ("2023-9M", "9 tháng đầu năm 2023", "thời gian tới"),
        ("2023", "năm 2023", "năm 2024"),
        ("2023-01-01..2023-12-25", "năm 2023", "năm 2024"),
        ("2023-01-01..2023-05-20", "kỳ từ ngày 01/01/2023 đến ngày 20/05/2023", "thời gian tới"),
        ("2023-11-21..2023-12-20", "kỳ từ ngày 21/11/2023 đến ngày 20/12/2023", "thời gian tới"),
    ],
)
def test_periods(period: str, short: str, following: str) -> None:
    text = write_period(dates(period))
    assert (text.short, text.following) == (short, following)
    assert text.full.startswith(text.short.split(" (")[0])
    assert f"từ ngày {text.first} đến ngày {text.last}" in text.full


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (10_998_351_456, "trên 10,9 tỷ đồng"),
        (14_206_183_957, "trên 14,2 tỷ đồng"),
        (14_200_000_000, "14,2 tỷ đồng"),
        (14_000_000_001, "trên 14,0 tỷ đồng"),
        (999_999_999, "999.999.999 đồng"),
        (0, "0 đồng"),
    ],
)
def test_amounts_are_truncated(amount: int, text: str) -> None:
    assert say_amount(amount) == text


def test_a_count_that_is_missing_is_said_so() -> None:
    assert say_count(None, "hồ sơ") == "(chưa có số liệu)"
    assert say_count(0, "hồ sơ") == "0 hồ sơ"


def others(reference: Reference, text: str) -> Reference:
    return msgspec.structs.replace(reference, other_entries=parse_others(text))


def test_questions_without_answers_are_said_as_not_known(reference: Reference) -> None:
    known = others(reference, ENTRY + "questions_received = { value = 227 }\n")
    text = build_feedback(find_other_figures(known, YEAR), write_period(YEAR))
    assert text.is_known
    assert "tiếp nhận 227 câu hỏi" in text.questions
    assert "hủy (chưa có số liệu)" in text.questions
    assert "còn (chưa có số liệu) chưa được trả lời" in text.questions
    assert not text.is_contact_known
    assert "cần bổ sung trước khi trình ký" in text.contacts


def test_with_all_answered_none_is_open(reference: Reference) -> None:
    figures = (
        "questions_received = { value = 3 }\nquestions_answered = { value = 2 }\n"
        "questions_cancelled = { value = 1 }\ncalls = { value = 7 }\n"
    )
    known = others(reference, ENTRY + figures)
    text = build_feedback(find_other_figures(known, YEAR), write_period(YEAR))
    assert not text.has_open
    assert text.questions.endswith("hủy 1 câu hỏi; không còn câu hỏi chưa được trả lời.")
    assert (
        "(chưa có số liệu) của công dân; ngoài ra, Trung tâm nhận được 7 cuộc gọi" in text.contacts
    )


def test_with_none_cancelled_no_zero_is_written(reference: Reference) -> None:
    figures = (
        "questions_received = { value = 3 }\nquestions_answered = { value = 2 }\n"
        "questions_cancelled = { value = 0 }\n"
    )
    known = others(reference, ENTRY + figures)
    text = build_feedback(find_other_figures(known, YEAR), write_period(YEAR))
    assert text.questions.endswith("không hủy câu hỏi nào; còn 1 câu hỏi chưa được trả lời.")


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        (
            "{ value = 359, qualifier = 'hơn', since = 2023-08-15 }",
            "Lũy kế, từ 15/08/2023 đến nay đã hỗ trợ tạo hơn 359 chữ ký số cho công dân.",
        ),
        ("{ value = 5 }", "Trong năm 2023, đã hỗ trợ tạo 5 chữ ký số cho công dân."),
    ],
)
def test_signatures(reference: Reference, figure: str, sentence: str) -> None:
    known = others(reference, f"{ENTRY}signatures = {figure}\n")
    assert build_signatures(find_other_figures(known, YEAR), write_period(YEAR)) == sentence
    assert build_signatures(None, write_period(YEAR)) == ""


def test_the_index_with_its_groups(reference: Reference) -> None:
    entry = (
        "[[index]]\nday = 2023-11-30\nrank = 'thứ 2 toàn quốc'\n[index.groups]\n"
        "publicity = 17.5\nprogress = 18\nonline_service = 10\nonline_payment = 9\n"
        "digitisation = 20\nsatisfaction = 17.9\n"
    )
    known = others(reference, entry)
    text = build_index(find_other_figures(known, YEAR), known, write_period(YEAR))
    assert text.sentence == (
        "Kết quả đến ngày 30/11/2023, tỉnh Bình Định đạt 92,40 điểm (xuất sắc), "
        "xếp thứ 2 toàn quốc."
    )
    assert text.groups.startswith("Trong đó: công khai, minh bạch 17,5/18 điểm; ")
    nothing = build_index(None, known, write_period(YEAR))
    assert not nothing.is_known
    assert "chưa có số liệu" in nothing.sentence


def test_no_fee_transaction_is_no_missing_one(centre: World) -> None:
    centre.publish(
        "2023-12",
        """
        who      | online_transactions | online_amount | direct_transactions | direct_amount
        so-y-te  |                   0 |             0 |                   2 |     900000000
        """,
    )
    period = dates("2023-12")
    text = build_fees(_only(centre.figures("2023-12", "so-y-te")), write_period(period))
    assert text.online.endswith(", Sở Y tế không phát sinh giao dịch nào.")
    assert text.direct.endswith(
        "Sở Y tế có 2 giao dịch có phát sinh phí với số tiền 900.000.000 đồng."
    )
    assert text.is_known


def _only(figures: Figures) -> Figures:
    assert len(figures.departments) == 1
    return figures
