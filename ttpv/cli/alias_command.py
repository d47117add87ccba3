"""python -m ttpv alias add, remove, list: names under which exports know a department."""

import argparse
import difflib

from ttpv.cli.output import print_json, say, warn
from ttpv.core.text import fold
from ttpv.core.user import operating_system_user
from ttpv.publishing import Publisher
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.teaching import NameTaken, forget_name, teach_name
from ttpv.views.formatting import format_moment


def run_alias_add(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    department = reference.department_by_id.get(options.department)
    if department is None:
        return _fail_unknown(options, reference)
    if not fold(options.name):
        warn("Hãy ghi tên gọi bằng chữ, như trong tệp xuất.")
        return 2
    publisher = Publisher(operating_system_user(), may_publish=True)
    try:
        outcome = teach_name(options.name, department, reference, store, publisher)
    except NameTaken as error:
        owner = error.owner
        warn(
            f"“{options.name}” là tên của {owner.name} ({owner.id}) trong danh mục, "
            f"không dùng cho {department.name} được."
        )
        return 1
    changed = outcome.status == "published"
    if options.json:
        print_json(
            {
                "status": "added" if changed else "unchanged",
                "snapshot": outcome.snapshot.id if outcome.snapshot else None,
                "name": options.name,
                "department": department.id,
            }
        )
    else:
        word = "Từ nay" if changed else "Đã biết từ trước:"
        say(f"{word} “{options.name}” là {department.name} ({department.id}).")
    return 0


def run_alias_remove(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    publisher = Publisher(operating_system_user(), may_publish=True)
    outcome = forget_name(options.name, options.department, store, publisher)
    changed = outcome.status == "published"
    if options.json:
        snapshot = outcome.snapshot.id if outcome.snapshot else None
        status = "removed" if changed else "unchanged"
        print_json({"status": status, "snapshot": snapshot, "name": options.name})
    elif changed:
        say(f"Đã bỏ tên gọi “{options.name}”.")
    else:
        say(f"Không có tên gọi “{options.name}” trong các tên đã thêm.")
    return 0


def run_alias_list(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    current = store.current()
    aliases = current.aliases if current else ()
    if options.json:
        print_json(
            [
                {
                    "name": alias.name,
                    "department": alias.department,
                    "added_at": alias.added_at.isoformat(),
                    "added_by": alias.added_by,
                }
                for alias in aliases
            ]
        )
        return 0
    if not aliases:
        say("Chưa có tên gọi nào được thêm.")
    for alias in aliases:
        say(
            f"“{alias.name}”: {alias.department}, {alias.added_by} thêm lúc "
            f"{format_moment(alias.added_at)}"
        )
    return 0


def _fail_unknown(options: argparse.Namespace, reference: Reference) -> int:
    ids = list(reference.department_by_id)
    near = difflib.get_close_matches(options.department, ids, cutoff=0.5)
    if options.json:
        print_json({"unknown": options.department, "suggestions": near})
    names = ", ".join(f"{id_} ({reference.department_by_id[id_].name})" for id_ in near)
    warn(
        f"Không có cơ quan nào có mã “{options.department}”."
        + (f" Có thể là: {names}." if near else "")
    )
    return 2
