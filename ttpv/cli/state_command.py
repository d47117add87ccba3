"""python -m ttpv verify, prune, pin, unpin: looking after the published states."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ttpv.cli.output import print_json, say, warn
from ttpv.core.text import format_number
from ttpv.core.user import operating_system_user
from ttpv.reference import Reference
from ttpv.registers import find_uncomputable
from ttpv.store import Finding, Store, StoreError, join_ids, verify_folder
from ttpv.views.show_json import build_period_json


def run_verify(options: argparse.Namespace, folder: Path) -> int:
    """Needs no store that opens and no reference data: those may be what is broken."""
    findings = [*verify_folder(folder), *_find_uncomputable(folder)]
    if options.json:
        print_json(
            {
                "intact": not findings,
                "findings": [
                    {
                        "kind": finding.kind,
                        "path": finding.path,
                        "message": finding.message,
                        "snapshots": list(finding.snapshots),
                        "periods": [build_period_json(period) for period in finding.periods],
                    }
                    for finding in findings
                ],
            }
        )
    elif not findings:
        say(f"Kho {folder} nguyên vẹn: mọi lần công bố và mọi tệp đều đọc được và đúng như cũ.")
    for finding in findings if not options.json else ():
        say(finding.message)
    return 1 if findings else 0


def _find_uncomputable(folder: Path) -> Iterator[Finding]:
    try:
        yield from find_uncomputable(Store(folder))
    except StoreError:
        return  # it does not open as a store: `verify_folder` has said why


def run_prune(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    if options.keep is None and options.before is None:
        warn("Hãy cho biết giữ lại những gì: --keep N (N lần mới nhất) hoặc --before NGÀY.")
        return 2
    plan = store.prune(
        by=operating_system_user(),
        keep=options.keep,
        before=options.before,
        dry_run=not options.yes,
    )
    if options.json:
        print_json(
            {
                "done": plan.done,
                "snapshots": [snapshot.id for snapshot in plan.snapshots],
                "pinned": list(plan.pinned),
                "reported": list(plan.reported),
                "files": list(plan.files),
                "bytes": plan.size,
            }
        )
        return 0
    if plan.pinned:
        say(f"Giữ lại vì đã ghim: lần công bố {join_ids(plan.pinned)}.")
    if plan.reported:
        say(f"Giữ lại vì đã có báo cáo tải về: lần công bố {join_ids(plan.reported)}.")
    if not plan.snapshots:
        say("Không có lần công bố nào cần dọn.")
        return 0
    ids = join_ids([snapshot.id for snapshot in plan.snapshots])
    size = f"{format_number(plan.size // 1024)} KB"
    say(
        f"{'Đã' if plan.done else 'Sẽ'} dọn {len(plan.snapshots)} lần công bố ({ids}) "
        f"và {len(plan.files)} tệp không lần nào khác cần đến ({size})."
    )
    if not plan.done:
        say("Chưa dọn gì. Thêm --yes để dọn; việc này không hoàn lại được.")
    return 0


def run_pin(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    pin = store.pin(options.snapshot, by=operating_system_user(), why=options.why)
    if options.json:
        print_json({"snapshot": pin.id, "pinned": True, "why": pin.why})
    else:
        say(f"Đã ghim lần công bố {pin.id}; lệnh prune sẽ không dọn lần này.")
    return 0


def run_unpin(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    snapshot = store.open_snapshot(options.snapshot).id
    was_pinned = store.unpin(snapshot)
    if options.json:
        print_json({"snapshot": snapshot, "pinned": False})
    else:
        say(f"{'Đã bỏ ghim' if was_pinned else 'Vốn không ghim'} lần công bố {snapshot}.")
    return 0
