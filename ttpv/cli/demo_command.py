"""python -m ttpv demo: fills a folder of its own with invented months."""

import argparse
import sys
from pathlib import Path

from ttpv.cli.output import print_json, say, warn
from ttpv.demo import DEFAULT_FOLDER, DemoRefused, make_demo
from ttpv.reference import read_reference


def run_demo(options: argparse.Namespace, folder: Path) -> int:
    """The store in use (`folder`) is not looked at: the example is one of its own."""
    meter = _Meter()
    try:
        demo = make_demo(options.folder or DEFAULT_FOLDER, read_reference(), say=meter.show)
    except DemoRefused as error:
        warn(str(error))
        return 1
    finally:
        meter.close()
    if options.json:
        print_json({"folder": str(demo.folder), "made": demo.made})
    elif demo.made:
        say(f"Đã tạo số liệu mô phỏng trong {demo.folder}; các tệp đã nhập nằm trong exports/.")
    else:
        say(f"Số liệu mô phỏng đã có trong {demo.folder}. Muốn tạo lại, hãy xóa thư mục đó trước.")
    if not options.json:
        say(f"Để xem: make demo, hoặc đặt TTPV_DATA_DIR={demo.folder} rồi chạy lệnh khác.")
    return 0


class _Meter:
    """Says that it takes a while; on a terminal also which file is being imported."""

    def __init__(self) -> None:
        self._began = False

    def show(self, name: str) -> None:
        if not self._began:
            self._began = True
            warn("Đang tạo số liệu mô phỏng, mất khoảng mười giây…")
        if sys.stderr.isatty():
            sys.stderr.write(f"\r  {name}\033[K")
            sys.stderr.flush()

    def close(self) -> None:
        if self._began and sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
