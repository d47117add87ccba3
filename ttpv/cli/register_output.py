"""What the commands on registers (targets, other, template) have in common: publishing a change and
saying what became of it, writing a file, undoing the last edit."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ttpv.cli.out_file import new_out_file
from ttpv.cli.output import print_json, say, warn
from ttpv.core.issues import Issue
from ttpv.core.user import operating_system_user
from ttpv.publishing import Outcome, Publisher
from ttpv.register_edits import Register, find_undoable, undo_edit
from ttpv.store import Store

_GOOD = ("published", "unchanged", "valid")


def command_publisher() -> Publisher:
    """Whoever runs the command; who may reach the store's folder may publish."""
    return Publisher(operating_system_user(), may_publish=True)


def change_register(
    options: argparse.Namespace,
    store: Store,
    issues: Sequence[Issue],
    sentences: Sequence[str],
    publish: Callable[[str], Outcome],
    heads: Mapping[str, str],
) -> int:
    """Publishes a change of a register, unless something is wrong with it or it is only tried, and
    says what became of it; the exit code. `publish` is given the state that was seen ("": none),
    `sentences` say what changes, `heads` have one for each status, with {snapshot}."""
    current = store.current()
    snapshot = current.id if current else None
    status = "valid"
    if issues:
        status, sentences = "rejected", ()
    elif not options.dry_run:
        outcome = publish(snapshot or "")
        status, snapshot = outcome.status, _snapshot_of(outcome)
    if options.json:
        found = [
            {"code": i.code, "message": i.message, "row": i.row, "column": i.column} for i in issues
        ]
        told = {"status": status, "snapshot": snapshot, "changes": [*sentences], "issues": found}
        print_json(told)
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
    snapshot = _snapshot_of(outcome)
    if options.json:
        print_json({"status": outcome.status, "snapshot": snapshot, "undone": edit.state.id})
    elif outcome.status == "published":
        say(f"Đã hoàn tác lần sửa {edit.state.id}; lần công bố mới là {snapshot}.")
    else:
        warn("Chưa hoàn tác gì: có người vừa công bố. Hãy xem lại rồi làm lại.")
    return 0 if outcome.status == "published" else 1


def _snapshot_of(outcome: Outcome) -> str | None:
    return outcome.snapshot.id if outcome.snapshot else None
