"""python -m ttpv template list, set, reset, export, undo: the Word templates of reports."""

import argparse

from ttpv.cli.output import print_json, say
from ttpv.cli.register_output import (
    change_register,
    command_publisher,
    undo_last,
    write_file,
)
from ttpv.publishing import Outcome
from ttpv.reference import Reference, Template
from ttpv.reporting import SHIPPED, check_document, find_template, read_template, set_template
from ttpv.store import Store
from ttpv.template_register import TEMPLATES
from ttpv.views.report_settings import build_template_rows, describe_template_changes

_HEADS = {
    "published": "Đã đổi mẫu; lần công bố mới là {snapshot}.",
    "unchanged": "Đó là mẫu đang dùng; không có gì thay đổi.",
    "valid": "Mẫu dùng được; chưa ghi gì. Nếu ghi:",
    "rejected": "Mẫu bị từ chối; mẫu đang dùng giữ nguyên.",
    "needs_confirmation": "Chưa ghi gì: có người vừa công bố. Hãy chạy lại lệnh.",
}


def run_template_list(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    rows = build_template_rows(tuple(SHIPPED), reference.templates)
    if options.json:
        print_json(
            [{"kind": r.kind, "file": r.file or None, "sha256": r.digest or None} for r in rows]
        )
        return 0
    for row in rows:
        say(f"{row.kind} ({row.name}): {row.source}")
    return 0


def run_template_set(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """Checked whole, so that no report fails on it later."""
    own = Template.of(options.kind, options.file.name, options.file.read_bytes())
    return _change(options, own, reference, store)


def run_template_reset(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    return _change(options, None, reference, store)


def run_template_export(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    """The one in use; a file that is there is not written over."""
    content = read_template(reference, options.kind)
    code = write_file(options, content, {"kind": options.kind, "bytes": len(content)})
    if code == 0 and not options.json:
        say(f"Đã ghi mẫu đang dùng vào {options.file}.")
    return code


def run_template_undo(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    return undo_last(options, store, TEMPLATES, "Không có lần đổi mẫu nào để hoàn tác.")


def _change(
    options: argparse.Namespace, own: Template | None, reference: Reference, store: Store
) -> int:
    issues = check_document(own) if own else ()

    def publish(expect: str) -> Outcome:
        publisher = command_publisher()
        return set_template(options.kind, own, store, reference, publisher, expect=expect)

    before = find_template(reference, options.kind)
    changes = TEMPLATES.compare([before] if before else [], [own] if own else [])
    sentences = describe_template_changes(changes, reference)
    return change_register(options, store, issues, sentences, publish, _HEADS)
