"""python -m ttpv import: preview, publish, and say what became of each file."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ttpv.cli.output import print_json, say
from ttpv.core.issues import has_errors
from ttpv.core.periods import Period
from ttpv.core.user import operating_system_user
from ttpv.difference import changes_of_file, compute_difference
from ttpv.imports import (
    FilePreview,
    Outcome,
    Preview,
    Publisher,
    Upload,
    missing_file,
    preview_files,
    publish_files,
)
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.difference import build_difference
from ttpv.views.difference_json import build_difference_json
from ttpv.views.difference_text import build_difference_text
from ttpv.views.formatting import format_period
from ttpv.views.show_json import build_period_json
from ttpv.views.words import OUTCOME_WORDS, SEVERITY_WORDS


def run_import(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    publisher = Publisher(operating_system_user(), may_publish=True)
    contents = [(path, _read_path(path)) for path in options.files]
    while True:
        preview = _preview(contents, reference, store, options.period)
        outcome = _judge(preview, store, options)
        if outcome.status == "valid" and not options.dry_run:
            outcome = publish_files(preview, store, publisher, strict=options.strict)
            if outcome.status == "needs_confirmation" and options.expect is None:
                continue  # somebody published in between: check again, against what is there now
        break
    results = [_file_result(file, outcome, options.strict) for file in outcome.files]
    changes = compute_difference(preview, store, reference) if options.dry_run else ()
    if options.json:
        if options.dry_run:
            for file, result in zip(outcome.files, results, strict=True):
                result["difference"] = build_difference_json(changes_of_file(file, changes))
        print_json(results[0] if len(results) == 1 else {"results": results})
    else:
        for file, result in zip(outcome.files, results, strict=True):
            _print_file(file, result)
        if changes:
            say(build_difference_text(build_difference(changes, reference)))
    return 0 if outcome.status in ("published", "unchanged", "valid") else 1


def _preview(
    contents: Sequence[tuple[Path, bytes | None]],
    reference: Reference,
    store: Store,
    period: Period | None,
) -> Preview:
    """Previews in the order given; a path that cannot be read is refused like a broken file."""
    uploads = [Upload(path.name, content) for path, content in contents if content is not None]
    today = datetime.now().astimezone().date()
    preview = preview_files(uploads, reference, store=store, today=today, period=period)
    read = iter(preview.files)
    files = [
        missing_file(str(path)) if content is None else next(read) for path, content in contents
    ]
    return replace(preview, files=tuple(files))


def _read_path(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # becomes the issue "file_missing"


def _judge(preview: Preview, store: Store, options: argparse.Namespace) -> Outcome:
    """What publishing would come to: refused, checked against another state, or valid."""
    current = store.current()
    if not preview.is_valid or (options.strict and preview.issues):
        return Outcome("rejected", current, preview.files)
    if options.expect is not None and options.expect != preview.snapshot:
        return Outcome("needs_confirmation", current, preview.files)
    return Outcome("valid", current, preview.files)


def _file_result(file: FilePreview, outcome: Outcome, strict: bool) -> dict[str, Any]:
    """One file's answer. Of several, a good one beside a refused one is "valid": not published."""
    refused = not file.is_valid or (strict and bool(file.issues))
    status = outcome.status
    if status == "rejected" and not refused:
        status = "valid"
    departments = {row.department for draft in file.drafts for row in draft.table.rows}
    return {
        "status": status,
        "snapshot": outcome.snapshot.id if outcome.snapshot else None,
        "period": build_period_json(file.periods[0]) if file.periods else None,
        "departments": len(departments),
        "issues": [{**asdict(issue), "anchor": issue.anchor} for issue in file.issues],
    }


def _print_file(file: FilePreview, result: dict[str, Any]) -> None:
    where = f" lần công bố {result['snapshot']}" if result["snapshot"] else ""
    period = "; ".join(format_period(period) for period in file.periods)
    word = OUTCOME_WORDS[result["status"]]
    say(f"{file.name}: {word}.{f' Hiện tại:{where}.' if where else ''}")
    if period:
        say(f"  Kỳ {period}, {result['departments']} cơ quan, đơn vị.")
    if result["status"] == "needs_confirmation":
        say("  Số liệu đã được công bố lần khác sau khi bạn xem. Hãy xem lại rồi nhập lại.")
    for issue in file.issues:
        say(f"  {SEVERITY_WORDS[issue.severity]}: {issue.message}")
    if result["status"] == "rejected" and not has_errors(file.issues):
        say("  Bị từ chối vì có cảnh báo và đã chọn --strict.")
