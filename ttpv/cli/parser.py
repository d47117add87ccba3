"""What one can type: the commands, their options, and sentences for what was typed wrong."""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from ttpv.cli.alias_command import run_alias_add, run_alias_list, run_alias_remove
from ttpv.cli.backup_command import run_backup, run_export, run_restore_backup
from ttpv.cli.change_command import run_restore, run_withdraw
from ttpv.cli.demo_command import run_demo
from ttpv.cli.history_command import run_history
from ttpv.cli.import_command import run_import
from ttpv.cli.options import (
    add_as_of,
    add_departments,
    add_expect,
    add_period,
    add_structure,
    add_yes,
    read_count,
    read_dates,
    read_day,
)
from ttpv.cli.other_command import (
    run_other_export,
    run_other_import,
    run_other_list,
    run_other_undo,
)
from ttpv.cli.report_command import run_report
from ttpv.cli.show_command import run_show
from ttpv.cli.state_command import run_pin, run_prune, run_unpin, run_verify
from ttpv.cli.targets_command import (
    run_targets_export,
    run_targets_import,
    run_targets_list,
    run_targets_undo,
)
from ttpv.cli.template_command import (
    run_template_export,
    run_template_list,
    run_template_reset,
    run_template_set,
    run_template_undo,
)
from ttpv.reporting import FORMATS, SHIPPED

# argparse speaks English; these are the sentences that a person can meet.
_WORDS = (
    (r"the following arguments are required: (.+)", r"thiếu \1."),
    (r"unrecognized arguments: (.+)", r"không hiểu \1."),
    (r"argument (\S+): expected .+", r"\1 cần một giá trị đi kèm."),
    (
        r"argument (?:LỆNH|VIỆC): invalid choice: (\S+) \(choose from (.+)\)",
        r"không có lệnh \1; hãy dùng \2.",
    ),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.+)\)", r"\1 chỉ có thể là \3."),
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
                message = re.sub(pattern, words, message).replace("'", "")
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"Lệnh chưa đúng: {message}\nXem hướng dẫn: {self.prog} --help\n")


Run = Callable[..., int]


def build_parser() -> argparse.ArgumentParser:
    """`run` of the parsed options takes (options, reference, store); `run_on_folder`, where it is
    set instead, (options, folder). `needs_store`: without a store there is nothing to do."""
    parser = _Parser(prog="python -m ttpv", description="Theo dõi chỉ tiêu của Trung tâm PVHCC.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH", parser_class=_Parser)

    def add(
        name: str, help_: str, *, needs_store: bool = False, **runs: Run
    ) -> argparse.ArgumentParser:
        return _add_command(commands, name, help_, needs_store=needs_store, **runs)

    imports = add(
        "import", "nhập và công bố tệp xuất (Excel, OpenDocument, Word, HTML, CSV)", run=run_import
    )
    imports.add_argument("files", nargs="+", metavar="TỆP", type=Path)
    imports.add_argument(
        "--period", type=read_dates, metavar="A..B", help="kỳ báo cáo, gồm cả hai ngày"
    )
    imports.add_argument(
        "--dry-run",
        action="store_true",
        help="kiểm tra và cho biết số liệu nào sẽ đổi, không công bố",
    )
    imports.add_argument(
        "--complete",
        action="store_true",
        help="danh sách hồ sơ là của toàn Trung tâm: cơ quan không có hồ sơ nào tính là 0",
    )
    imports.add_argument("--strict", action="store_true", help="từ chối cả khi chỉ có cảnh báo")
    add_expect(imports, "công bố")
    add_yes(imports, "công bố dù có cảnh báo, không hỏi lại")

    show = add("show", "xem số liệu đã công bố", run=run_show)
    add_period(show)
    add_departments(show)
    add_structure(show)
    add_as_of(show)

    report = add("report", "ghi báo cáo của một kỳ ra tệp", run=run_report)
    add_period(report)
    report.add_argument(
        "--kind",
        choices=tuple(FORMATS),
        required=True,
        help="bao-cao: báo cáo; phu-luc: hai phụ lục và tỷ lệ; niem-yet: bảng niêm yết một trang; "
        "don-doc: văn bản đôn đốc một cơ quan",
    )
    add_departments(report)
    add_structure(report)
    add_as_of(report)
    report.add_argument(
        "--out", metavar="TỆP", type=Path, required=True, help="tệp sẽ ghi; đuôi tệp là định dạng"
    )

    add("history", "xem các lần công bố: ai, lúc nào, làm gì", run=run_history, needs_store=True)

    restore = add(
        "restore",
        "công bố lại một lần trước, hoặc một kỳ của lần đó",
        run=run_restore,
        needs_store=True,
    )
    restore.add_argument("snapshot", metavar="LẦN")
    restore.add_argument("--period", type=read_dates, metavar="KỲ", help="chỉ khôi phục kỳ này")
    add_expect(restore, "khôi phục")
    add_yes(restore, "khôi phục mà không hỏi lại")

    withdraw = add(
        "withdraw", "rút một biểu của một kỳ khỏi số liệu đang công bố", run=run_withdraw
    )
    withdraw.add_argument("--period", type=read_dates, metavar="KỲ", required=True)
    withdraw.add_argument(
        "--form",
        metavar="BIỂU",
        required=True,
        help="mã như annex-1, template",
    )
    withdraw.add_argument("--reason", default="", metavar="LÝ_DO", help="ghi lại trong lịch sử")
    add_expect(withdraw, "rút")
    add_yes(withdraw, "rút mà không hỏi lại")

    add(
        "verify",
        "kiểm tra toàn bộ kho, nói rõ tệp nào hỏng",
        run_on_folder=run_verify,
        needs_store=True,
    )

    prune = add(
        "prune",
        "dọn các lần công bố cũ; không có --yes thì chỉ nói trước",
        run=run_prune,
        needs_store=True,
    )
    prune.add_argument("--keep", type=read_count, metavar="N", help="giữ N lần mới nhất")
    prune.add_argument("--before", type=read_day, metavar="NGÀY", help="chỉ dọn lần trước ngày này")
    add_yes(prune, "dọn thật, không hoàn lại được")

    pin = add("pin", "ghim một lần công bố để prune không dọn", run=run_pin, needs_store=True)
    pin.add_argument("snapshot", metavar="LẦN")
    pin.add_argument("--why", default="", metavar="LÝ_DO")
    add("unpin", "bỏ ghim", run=run_unpin, needs_store=True).add_argument("snapshot", metavar="LẦN")

    backup = add("backup", "sao lưu toàn bộ kho vào một tệp .zip", run=run_backup, needs_store=True)
    backup.add_argument("file", metavar="TỆP", type=Path)
    back = add("restore-backup", "lập lại kho từ bản sao lưu", run_on_folder=run_restore_backup)
    back.add_argument("file", metavar="TỆP", type=Path)
    back.add_argument(
        "--into", metavar="THƯ_MỤC", type=Path, help="nơi khác thay cho kho đang dùng"
    )

    export = add(
        "export", "xuất số liệu hiện tại cho phần mềm khác", run=run_export, needs_store=True
    )
    export.add_argument("--format", choices=("delta", "parquet"), required=True)
    export.add_argument("directory", metavar="THƯ_MỤC", type=Path)

    demo = add(
        "demo", "tạo số liệu mô phỏng ba năm trong một thư mục riêng", run_on_folder=run_demo
    )
    demo.add_argument("--folder", metavar="THƯ_MỤC", type=Path, help="thay cho data/demo")

    alias = commands.add_parser("alias", help="tên gọi khác của cơ quan, đơn vị")
    tasks = alias.add_subparsers(required=True, metavar="VIỆC", parser_class=_Parser)
    learn = _add_command(tasks, "add", "thêm tên gọi", run=run_alias_add)
    learn.add_argument("name", metavar="TÊN")
    learn.add_argument("department", metavar="MÃ")
    forget = _add_command(tasks, "remove", "bỏ tên gọi", run=run_alias_remove, needs_store=True)
    forget.add_argument("name", metavar="TÊN")
    forget.add_argument("--department", metavar="MÃ", help="chỉ bỏ tên gọi của đơn vị này")
    _add_command(tasks, "list", "xem các tên gọi đã thêm", run=run_alias_list)
    _add_register(
        commands,
        "targets",
        "danh mục chỉ tiêu",
        "thay danh mục bằng tệp CSV, TOML",
        (run_targets_list, run_targets_import, run_targets_export, run_targets_undo),
    )
    _add_register(
        commands,
        "other",
        "các số liệu khác: phản ánh, kiến nghị, chữ ký số, chỉ số 766",
        "ghi các kỳ, các ngày có trong tệp CSV, TOML; giữ các kỳ khác",
        (run_other_list, run_other_import, run_other_export, run_other_undo),
    )
    _add_templates(commands)
    return parser


def _add_templates(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """The Word templates of reports."""
    work = commands.add_parser("template", help="mẫu Word của báo cáo, văn bản").add_subparsers(
        required=True, metavar="VIỆC", parser_class=_Parser
    )
    _add_command(work, "list", "xem các mẫu đang dùng", run=run_template_list)
    put = _add_command(work, "set", "dùng mẫu riêng, kiểm tra trước", run=run_template_set)
    back = _add_command(work, "reset", "dùng lại mẫu gốc", run=run_template_reset)
    give = _add_command(work, "export", "ghi mẫu đang dùng ra tệp", run=run_template_export)
    for command in (put, back, give):
        command.add_argument(
            "kind", choices=tuple(SHIPPED), metavar="LOẠI", help=" | ".join(SHIPPED)
        )
    for command in (put, give):
        command.add_argument("file", metavar="TỆP", type=Path)
    for command in (put, back):
        command.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi")
    _add_command(work, "undo", "hoàn tác lần đổi mẫu gần nhất", run=run_template_undo)


def _add_register(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_: str,
    import_help: str,
    runs: tuple[Run, Run, Run, Run],
) -> None:
    """list, import, export and undo of a register that people edit."""
    work = commands.add_parser(name, help=help_).add_subparsers(
        required=True, metavar="VIỆC", parser_class=_Parser
    )
    run_list, run_import_, run_export_, run_undo = runs
    _add_command(work, "list", "xem danh mục", run=run_list)
    take = _add_command(work, "import", import_help, run=run_import_)
    take.add_argument("file", metavar="TỆP", type=Path)
    take.add_argument("--dry-run", action="store_true", help="chỉ xem thay đổi, không ghi")
    give = _add_command(work, "export", "ghi danh mục ra tệp .csv, .toml", run=run_export_)
    give.add_argument("file", metavar="TỆP", type=Path)
    _add_command(work, "undo", "hoàn tác lần sửa gần nhất", run=run_undo)


def _add_command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_: str,
    *,
    needs_store: bool = False,
    **runs: Run,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_)
    command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    command.set_defaults(needs_store=needs_store, **runs)
    return command
