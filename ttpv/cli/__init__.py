"""The command line: import, show, history. People script the monthly import with it.

Exit codes: 0 done, unchanged or valid; 1 refused or not to be answered; 2 wrong usage. With --json
the answer stands on standard output, messages for people on standard error.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from ttpv.cli.import_command import run_import
from ttpv.cli.output import warn
from ttpv.cli.show_command import run_history, run_show
from ttpv.core.periods import Period, YearToDate, parse_period
from ttpv.reference import ReferenceDataError, read_reference
from ttpv.store import Store, StoreError, store_folder

# argparse speaks English; these are the sentences that a person can meet.
_WORDS = (
    (r"the following arguments are required: (.+)", r"thiếu \1."),
    (r"unrecognized arguments: (.+)", r"không hiểu \1."),
    (r"argument (\S+): expected .+", r"\1 cần một giá trị đi kèm."),
    (r"argument LỆNH: invalid choice: (\S+) .*", r"không có lệnh \1; hãy dùng {commands}."),
    (r"ambiguous option: (\S+) .*", r"\1 viết tắt cho nhiều tùy chọn; hãy viết đầy đủ."),
    (r"argument (\S+): (.+)", r"\1: \2"),
)


class _Parser(argparse.ArgumentParser):
    """argparse in Vietnamese."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self._positionals.title, self._optionals.title = "tham số", "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Cách dùng:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, words in _WORDS:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, words, message)
                break
        message = message.replace("{commands}", "import, show, history")
        self.print_usage(sys.stderr)
        self.exit(2, f"Lệnh chưa đúng: {message}\nXem hướng dẫn: {self.prog} --help\n")


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code. No traceback reaches people for bad data."""
    options = _build_parser().parse_args(arguments)
    try:
        reference = read_reference()
        store = Store(store_folder())
        return int(options.run(options, reference, store))
    except (StoreError, ReferenceDataError) as error:
        warn(str(error))
    except OSError as error:
        warn(f"Không đọc hoặc ghi được {error.filename or store_folder()}: {error.strerror}.")
    return 1


def _build_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m ttpv", description="Theo dõi chỉ tiêu của Trung tâm PVHCC.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)

    imports = commands.add_parser(
        "import", help="nhập và công bố tệp xuất (Excel, Word, HTML, CSV)"
    )
    imports.add_argument("files", nargs="+", metavar="TỆP", type=Path)
    imports.add_argument(
        "--period", type=_dates, metavar="A..B", help="kỳ báo cáo, gồm cả hai ngày"
    )
    imports.add_argument(
        "--dry-run",
        action="store_true",
        help="kiểm tra và cho biết số liệu nào sẽ đổi, không công bố",
    )
    imports.add_argument("--strict", action="store_true", help="từ chối cả khi chỉ có cảnh báo")
    imports.add_argument(
        "--expect",
        metavar="LẦN",
        help="chỉ công bố nếu lần công bố hiện tại là LẦN (rỗng: chưa có)",
    )
    imports.set_defaults(run=run_import)

    show = commands.add_parser("show", help="xem số liệu đã công bố")
    show.add_argument(
        "--period",
        type=_wish,
        metavar="KỲ",
        help="A..B, 2023, 2023-12, 2023-Q4, 2023-H2, 2023-9M, 2023-YTD",
    )
    show.add_argument("--department", action="append", default=[], metavar="MÃ", dest="departments")
    show.set_defaults(run=run_show)

    history = commands.add_parser("history", help="xem các lần công bố")
    history.set_defaults(run=run_history)

    for command in (imports, show, history):
        command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


def _wish(text: str) -> Period | YearToDate:
    try:
        return parse_period(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” không phải là kỳ báo cáo; hãy viết như 2023-01-01..2023-12-25, 2023-12 "
            "hoặc 2023-Q4."
        ) from None


def _dates(text: str) -> Period:
    period = _wish(text)
    if not isinstance(period, Period):
        raise argparse.ArgumentTypeError("khi nhập tệp, kỳ phải có ngày đầu và ngày cuối rõ ràng.")
    return period
