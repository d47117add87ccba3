"""Options that several commands have, and how what is typed there is read.

What `read_…` refuse is said by argparse.ArgumentTypeError, in a sentence.
"""

import argparse
from datetime import date

from ttpv.core.periods import Period, YearToDate, parse_period
from ttpv.store import parse_as_of


def add_period(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--period",
        type=read_period,
        metavar="KỲ",
        help="A..B, 2023, 2023-12, 2023-Q4, 2023-H2, 2023-9M, 2023-YTD; không có: kỳ mới nhất",
    )


def add_departments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--department", action="append", default=[], metavar="MÃ", dest="departments"
    )


def add_structure(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--structure",
        choices=("then", "now"),
        default="then",
        help="then: các cơ quan như trong kỳ; now: cơ quan đã sáp nhập cộng vào cơ quan kế thừa",
    )


def add_as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of",
        type=read_as_of,
        metavar="LẦN|NGÀY",
        help="như ở lần công bố đó, hoặc như đã công bố đến hết ngày đó",
    )


def add_expect(command: argparse.ArgumentParser, word: str) -> None:
    command.add_argument(
        "--expect",
        metavar="LẦN",
        help=f"chỉ {word} nếu lần công bố hiện tại là LẦN (rỗng: chưa có)",
    )


def add_yes(command: argparse.ArgumentParser, help_: str) -> None:
    command.add_argument("--yes", action="store_true", help=help_)


def read_period(text: str) -> Period | YearToDate:
    try:
        return parse_period(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” không phải là kỳ báo cáo; hãy viết như 2023-01-01..2023-12-25, 2023-12 "
            "hoặc 2023-Q4."
        ) from None


def read_dates(text: str) -> Period:
    period = read_period(text)
    if not isinstance(period, Period):
        raise argparse.ArgumentTypeError("kỳ phải có ngày đầu và ngày cuối rõ ràng.")
    return period


def read_as_of(text: str) -> str:
    try:
        parse_as_of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” không phải là số của một lần công bố (000012) hay một ngày (2023-12-25)."
        ) from None
    return text


def read_day(text: str) -> date:
    try:
        day = parse_as_of(text)
    except ValueError:
        day = 0
    if not isinstance(day, date):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là một ngày; hãy viết 2023-12-25.")
    return day


def read_count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) >= 1):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là số từ 1 trở lên.")
    return int(text)
