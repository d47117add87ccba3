"""python -m ttpv other list, import, export, undo: the register of other figures."""

import argparse
from datetime import date
from decimal import Decimal
from typing import Any

from ttpv.cli.output import print_json, say
from ttpv.cli.register_output import (
    change_register,
    command_publisher,
    undo_last,
    write_file,
)
from ttpv.other_files import read_others
from ttpv.other_items import list_items
from ttpv.other_register import OTHERS, compare_entries, publish_others
from ttpv.publishing import Outcome
from ttpv.reference import Entered, OtherEntry, PeriodEntry, Reference, build_others_toml
from ttpv.store import Store
from ttpv.views.other_csv import build_others_csv
from ttpv.views.others import describe_entry, describe_other_changes

_IMPORT_HEADS = {
    "published": "Đã ghi các số liệu khác; lần công bố mới là {snapshot}.",
    "unchanged": "Số liệu trong tệp giống hệt số liệu đã ghi; không có gì thay đổi.",
    "valid": "Tệp hợp lệ; chưa ghi gì. Nếu ghi, số liệu sẽ đổi như sau:",
    "rejected": "Bị từ chối; số liệu đã ghi giữ nguyên.",
    "needs_confirmation": "Chưa ghi gì: có người vừa công bố. Hãy chạy lại lệnh.",
}


def run_other_list(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    entries = reference.other_entries.entries
    if options.json:
        print_json([_entry(entry, reference) for entry in entries])
        return 0
    if not entries:
        say("Chưa có số liệu nào về phản ánh, kiến nghị, chữ ký số hay chỉ số 766.")
    for entry in entries:
        say(describe_entry(entry, reference))
    return 0


def run_other_import(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    read = read_others(options.file.read_bytes(), options.file.name, reference)

    def publish(expect: str) -> Outcome:
        return publish_others(read.entries, store, reference, command_publisher(), expect=expect)

    changes = () if read.issues else compare_entries(reference.other_entries.entries, read.entries)
    sentences = describe_other_changes(changes, reference)
    return change_register(options, store, read.issues, sentences, publish, _IMPORT_HEADS)


def run_other_export(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """By the file's ending: .csv, else .toml. A file that is there is not written over."""
    register = reference.other_entries
    if options.file.suffix.lower() == ".csv":
        content = build_others_csv(register.entries, reference)
    else:
        content = build_others_toml(register).encode()
    counts = {"periods": len(register.periods), "indexes": len(register.indexes)}
    code = write_file(options, content, counts)
    if not code and not options.json:
        words = f"số liệu của {counts['periods']} kỳ và chỉ số 766 của {counts['indexes']} ngày"
        say(f"Đã ghi {words} vào {options.file}.")
    return code


def run_other_undo(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    return undo_last(options, store, OTHERS, "Không có lần sửa số liệu khác nào để hoàn tác.")


def _entry(entry: OtherEntry, reference: Reference) -> dict[str, Any]:
    said = {name: _value(v) for name, v in list_items(entry, reference.others).items()}
    if isinstance(entry, PeriodEntry):
        days = {"from": entry.first.isoformat(), "to": entry.last.isoformat()}
        return {"kind": "period", **days, "figures": said, "source": entry.source}
    return {"kind": "index", "day": entry.day.isoformat(), **said, "source": entry.source}


def _value(value: Entered | Decimal | str) -> Any:
    if isinstance(value, Entered):
        return {
            "value": value.value,
            "qualifier": value.qualifier,
            "since": _iso(value.since),
        }
    return f"{value:f}" if isinstance(value, Decimal) else value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
