"""python -m ttpv targets list, import, export, undo: the register of targets."""

import argparse
from datetime import datetime

from ttpv.cli.output import print_json, say, warn
from ttpv.core.user import operating_system_user
from ttpv.imports import Outcome, Publisher
from ttpv.reference import Reference, Target, build_targets_toml
from ttpv.register_edits import find_shadowed, find_undoable
from ttpv.store import Store
from ttpv.target_files import build_targets_csv, read_targets
from ttpv.targets import TARGETS, compare_targets, publish_targets, undo_targets
from ttpv.views.targets import build_target_lines, describe_shadowed, describe_target_changes


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
    current = store.current()
    read = read_targets(options.file.read_bytes(), options.file.name, reference)
    changes = compare_targets(reference.targets, read.targets)
    sentences = [] if read.issues else describe_target_changes(changes, reference)
    if read.issues:
        status, snapshot = "rejected", current.id if current else None
    elif options.dry_run:
        status, snapshot = "valid", current.id if current else None
    else:
        outcome = publish_targets(
            read.targets,
            store,
            reference,
            Publisher(operating_system_user(), may_publish=True),
            expect=current.id if current else "",
        )
        status, snapshot = outcome.status, _snapshot(outcome)
    if options.json:
        issues = [
            {"code": i.code, "message": i.message, "row": i.row, "column": i.column}
            for i in read.issues
        ]
        answer = {"status": status, "snapshot": snapshot, "changes": sentences, "issues": issues}
        print_json(answer)
    else:
        _say_import(status, snapshot, sentences)
        for issue in read.issues:
            warn(issue.message)
    return 0 if status in ("published", "unchanged", "valid") else 1


def run_targets_export(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """By the file's ending: .csv, else .toml. A file that is there is not written over."""
    targets = reference.targets
    if options.file.suffix.lower() == ".csv":
        content = build_targets_csv(targets, reference)
    else:
        content = build_targets_toml(targets).encode()
    try:
        with options.file.open("xb") as file:
            file.write(content)
    except FileExistsError:
        warn(f"Tệp {options.file} đã có. Hãy chọn tên khác.")
        return 1
    if options.json:
        print_json({"file": str(options.file), "targets": len(targets)})
    else:
        say(f"Đã ghi {len(targets)} chỉ tiêu vào {options.file}.")
    return 0


def run_targets_undo(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    edit = find_undoable(TARGETS.file, store)
    if edit is None:
        if options.json:
            print_json({"status": "unchanged", "undone": None})
        else:
            say("Không có lần sửa chỉ tiêu nào để hoàn tác.")
        return 0
    current = store.current()
    publisher = Publisher(operating_system_user(), may_publish=True)
    outcome = undo_targets(edit, store, publisher, expect=current.id if current else "")
    if options.json:
        snapshot = _snapshot(outcome)
        print_json({"status": outcome.status, "snapshot": snapshot, "undone": edit.state.id})
    elif outcome.status == "published":
        say(f"Đã hoàn tác lần sửa {edit.state.id}; lần công bố mới là {_snapshot(outcome)}.")
    else:
        warn("Chưa hoàn tác gì: có người vừa công bố. Hãy xem lại rồi làm lại.")
    return 0 if outcome.status == "published" else 1


def _say_import(status: str, snapshot: str | None, sentences: list[str]) -> None:
    heads = {
        "published": f"Đã ghi danh mục chỉ tiêu; lần công bố mới là {snapshot}.",
        "unchanged": "Danh mục trong tệp giống hệt danh mục hiện tại; không có gì thay đổi.",
        "valid": "Tệp hợp lệ; chưa ghi gì. Nếu ghi, danh mục sẽ đổi như sau:",
        "rejected": "Bị từ chối; danh mục hiện tại giữ nguyên.",
        "needs_confirmation": "Chưa ghi gì: có người vừa công bố. Hãy chạy lại lệnh.",
    }
    (say if status in ("published", "unchanged", "valid") else warn)(heads[status])
    for sentence in sentences:
        say(f"  {sentence}")


def _snapshot(outcome: Outcome) -> str | None:
    return outcome.snapshot.id if outcome.snapshot else None


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
