"""python -m ttpv demo: fills a folder of its own with invented months."""

import argparse
from pathlib import Path

from ttpv.cli.output import print_json, say, warn
from ttpv.demo import DEFAULT_FOLDER, DemoRefused, make_demo
from ttpv.reference import read_reference


def run_demo(options: argparse.Namespace, folder: Path) -> int:
    """The store in use (`folder`) is not looked at: the example has its own."""
    target = options.folder or DEFAULT_FOLDER
    tell = (lambda _: None) if options.json else warn
    try:
        demo = make_demo(target, read_reference(), say=lambda name: tell(f"  {name}"))
    except DemoRefused as error:
        warn(str(error))
        return 1
    if options.json:
        print_json({"folder": str(demo.folder), "made": demo.made})
        return 0
    if demo.made:
        say(f"Đã tạo số liệu mô phỏng trong {demo.folder}; các tệp đã nhập nằm trong exports/.")
    else:
        say(f"Số liệu mô phỏng đã có trong {demo.folder}. Muốn tạo lại, hãy xóa thư mục đó trước.")
    say(f"Để xem: đặt TTPV_DATA_DIR={demo.folder} rồi chạy lệnh, hoặc make demo.")
    return 0
