"""python -m ttpv targets list, import, export, undo: the register of targets."""

import argparse
from datetime import datetime

from ttpv.cli.output import print_json, say, warn
from ttpv.cli.register_output import (
    change_register,
    command_publisher,
    undo_last,
    write_file,
)
from ttpv.publishing import Outcome
from ttpv.reference import Reference, Target, build_targets_toml
from ttpv.register_edits import find_shadowed
from ttpv.store import Store
from ttpv.target_files import build_targets_csv, read_targets
from ttpv.targets import TARGETS, compare_targets, publish_targets
from ttpv.views.targets import build_target_lines, describe_shadowed, describe_target_changes

_IMPORT_HEADS = {
    "published": "Đã ghi danh mục chỉ tiêu; lần công bố mới là {snapshot}.",
    "unchanged": "Danh mục trong tệp giống hệt danh mục hiện tại; không có gì thay đổi.",
    "valid": "Tệp hợp lệ; chưa ghi gì. Nếu ghi, danh mục sẽ đổi như sau:",
    "rejected": "Bị từ chối; danh mục hiện tại giữ nguyên.",
    "needs_confirmation": "Chưa ghi gì: có người vừa công bố. Hãy chạy lại lệnh.",
}


def run_targets_list(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    current = store.current()
    shadowed = find_shadowed(TARGETS, store, current) if current else ()
    if sentence := describe_shadowed(shadowed, reference):
        warn(sentence)
    if options.json:
        print_json([_target(target) for target in reference.targets])
        return 0
    today = datetime.now().astimezone().date()
    lines = build_target_lines(reference.targets, reference, today)
    if not lines:
        say("Danh mục chưa có chỉ tiêu nào.")
    for line in lines:
        say(
            f"{line.rate}, {line.scope}: {line.value}, {line.first} – {line.last} "
            f"({line.state_word.lower()}); quyết định {line.decision}; nguồn: {line.source}"
        )
    return 0


def run_targets_import(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    read = read_targets(options.file.read_bytes(), options.file.name, reference)

    def publish(expect: str) -> Outcome:
        return publish_targets(read.targets, store, reference, command_publisher(), expect=expect)

    changes = () if read.issues else compare_targets(reference.targets, read.targets)
    sentences = describe_target_changes(changes, reference)
    return change_register(options, store, read.issues, sentences, publish, _IMPORT_HEADS)


def run_targets_export(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """By the file's ending: .csv, else .toml. A file that is there is not written over."""
    targets = reference.targets
    if options.file.suffix.lower() == ".csv":
        content = build_targets_csv(targets, reference)
    else:
        content = build_targets_toml(targets).encode()
    code = write_file(options, content, {"targets": len(targets)})
    if not code and not options.json:
        say(f"Đã ghi {len(targets)} chỉ tiêu vào {options.file}.")
    return code


def run_targets_undo(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    return undo_last(options, store, TARGETS, "Không có lần sửa chỉ tiêu nào để hoàn tác.")


def _target(target: Target) -> dict[str, str | None]:
    last, decided = target.effective_to, target.decision_date
    return {
        "rate": target.rate,
        "value": f"{target.value:f}",
        "scope": target.scope,
        "from": target.effective_from.isoformat(),
        "to": last.isoformat() if last else None,
        "decision": target.decision,
        "decision_date": decided.isoformat() if decided else None,
        "source": target.source,
    }
