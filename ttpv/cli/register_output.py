"""What the commands on registers (targets, other) have in common: saying what became of an import,
writing a file, undoing the last edit."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from ttpv.cli.out_file import new_out_file
from ttpv.cli.output import print_json, say, warn
from ttpv.core.issues import Issue
from ttpv.core.user import operating_system_user
from ttpv.imports import Outcome, Publisher
from ttpv.register_edits import Register, find_undoable, undo_edit
from ttpv.store import Store

_GOOD = ("published", "unchanged", "valid")


def command_publisher() -> Publisher:
    """Whoever runs the command; who may reach the store's folder may publish."""
    return Publisher(operating_system_user(), may_publish=True)


def snapshot_of(outcome: Outcome) -> str | None:
    return outcome.snapshot.id if outcome.snapshot else None


def report_import(
    options: argparse.Namespace,
    status: str,
    snapshot: str | None,
    sentences: Sequence[str],
    issues: Sequence[Issue],
    heads: Mapping[str, str],
) -> int:
    """Prints the outcome, what changed and what is wrong; the exit code. `heads`: a sentence for
    each status, with {snapshot}."""
    if options.json:
        found = [
            {"code": i.code, "message": i.message, "row": i.row, "column": i.column} for i in issues
        ]
        answer = {"status": status, "snapshot": snapshot, "changes": sentences, "issues": found}
        print_json(answer)
    else:
        said = "unchanged" if status == "valid" and not sentences else status
        (say if status in _GOOD else warn)(heads[said].format(snapshot=snapshot))
        for sentence in sentences:
            say(f"  {sentence}")
        for issue in issues:
            warn(issue.message)
    return 0 if status in _GOOD else 1


def write_file(options: argparse.Namespace, content: bytes, answer: Mapping[str, Any]) -> int:
    """A file that is there is not written over; the exit code. `answer`: how many of what."""
    try:
        with new_out_file(options.file, content):
            pass
    except FileExistsError:
        warn(f"Tệp {options.file} đã có. Hãy chọn tên khác.")
        return 1
    if options.json:
        print_json({"file": str(options.file), **answer})
    return 0


def undo_last(
    options: argparse.Namespace, store: Store, register: Register[Any], nothing: str
) -> int:
    """Undoes the last edit of the register that has not been undone; the exit code."""
    edit = find_undoable(register.file, store)
    if edit is None:
        if options.json:
            print_json({"status": "unchanged", "undone": None})
        else:
            say(nothing)
        return 0
    current = store.current()
    expect = current.id if current else ""
    outcome = undo_edit(edit, store, command_publisher(), register.refusal, expect=expect)
    snapshot = snapshot_of(outcome)
    if options.json:
        print_json({"status": outcome.status, "snapshot": snapshot, "undone": edit.state.id})
    elif outcome.status == "published":
        say(f"Đã hoàn tác lần sửa {edit.state.id}; lần công bố mới là {snapshot}.")
    else:
        warn("Chưa hoàn tác gì: có người vừa công bố. Hãy xem lại rồi làm lại.")
    return 0 if outcome.status == "published" else 1
