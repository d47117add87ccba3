"""python -m ttpv import: preview, publish, and say what became of each file.

Warnings are let through once somebody has seen them: asked at a terminal. A script publishes them,
as issue lists say, unless it says --strict.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ttpv.cli.confirm import confirm
from ttpv.cli.output import print_json, say, warn
from ttpv.core.issues import has_errors
from ttpv.core.user import operating_system_user
from ttpv.difference import changes_of_file, compute_difference
from ttpv.imports import FilePreview, Preview, Upload, missing_file, preview_files, publish_files
from ttpv.publishing import Outcome, Publisher
from ttpv.readers.dossiers import Progress
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.uploads import discard_staged
from ttpv.views.difference import build_difference
from ttpv.views.difference_json import build_difference_json
from ttpv.views.difference_text import build_difference_text
from ttpv.views.formatting import format_period
from ttpv.views.others import describe_entries_put
from ttpv.views.progress import describe_progress
from ttpv.views.show_json import build_period_json
from ttpv.views.words import OUTCOME_WORDS, SEVERITY_WORDS, SIMULATED_IMPORT

_STAYS_ON_DISK = 30_000_000


def run_import(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    publisher = Publisher(operating_system_user(), may_publish=True)
    if store.is_simulated:
        warn(f"*** {SIMULATED_IMPORT} ***")
    contents = [(path, _read_path(path)) for path in options.files]
    while True:
        preview = _preview(contents, reference, store, options)
        outcome = _judge(preview, store, options)
        unconfirmed = False
        if outcome.status == "valid" and not options.dry_run:
            unconfirmed = not _may_publish(preview, store, reference, options)
            if unconfirmed:
                outcome = replace(outcome, status="needs_confirmation")
                break
            outcome = publish_files(preview, store, publisher, strict=options.strict)
            if outcome.status == "needs_confirmation" and options.expect is None:
                discard_staged(preview.staged)
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
            _print_file(file, result, unconfirmed)
        for sentence in describe_entries_put(preview.others, reference):
            say(f"  {sentence}")
        if changes:
            say(build_difference_text(build_difference(changes, reference)))
    discard_staged(preview.staged)
    return 0 if outcome.status in ("published", "unchanged", "valid") else 1


def _may_publish(
    preview: Preview, store: Store, reference: Reference, options: argparse.Namespace
) -> bool:
    """Without warnings, or where nothing would change, at once; else somebody has to agree."""
    if not preview.issues or preview.is_published(store):
        return True
    changes = build_difference(compute_difference(preview, store, reference), reference)
    others = describe_entries_put(preview.others, reference)
    warnings = [f"{SEVERITY_WORDS[issue.severity]}: {issue.message}" for issue in preview.issues]
    shown = "\n".join([*warnings, build_difference_text(changes), *others])
    return confirm(options, shown, f"Có {len(warnings)} cảnh báo. Công bố như trên?")


def _preview(
    contents: Sequence[tuple[Path, bytes | Path | None]],
    reference: Reference,
    store: Store,
    options: argparse.Namespace,
) -> Preview:
    """Previews in the order given; a path that cannot be read is refused like a broken file."""
    uploads = [Upload(path.name, content) for path, content in contents if content is not None]
    today = datetime.now().astimezone().date()
    meter = _Meter()
    preview = preview_files(
        uploads,
        reference,
        store=store,
        today=today,
        period=options.period,
        is_complete=options.complete,
        look=meter.look,
    )
    meter.close()
    read = iter(preview.files)
    files = [
        missing_file(str(path)) if content is None else next(read) for path, content in contents
    ]
    return replace(preview, files=tuple(files))


def _read_path(path: Path) -> bytes | Path | None:
    """The file's bytes; a large one, which can only be a dossier list, stays where it is."""
    try:
        if path.is_file() and path.stat().st_size > _STAYS_ON_DISK:
            with path.open("rb"):
                return path
        return path.read_bytes()
    except OSError:
        return None  # becomes the issue "file_missing"


class _Meter:
    """Says on a terminal how far a long list is; nothing in a script."""

    def __init__(self) -> None:
        self._shown = False

    def look(self, name: str, progress: Progress) -> None:
        if sys.stderr.isatty():
            self._shown = True
            sys.stderr.write(f"\r{name}: {describe_progress(progress)}\033[K")
            sys.stderr.flush()

    def close(self) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")


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
    # One period is what nearly every file has; `periods` comes where there are more.
    several = [build_period_json(period) for period in file.periods]
    departments = {row.department for draft in file.drafts for row in draft.table.rows}
    return {
        "status": status,
        "snapshot": outcome.snapshot.id if outcome.snapshot else None,
        "period": several[0] if several else None,
        **({"periods": several} if len(several) > 1 else {}),
        "departments": len(departments),
        **({"others": len(file.others)} if file.others else {}),
        "issues": [{**asdict(issue), "anchor": issue.anchor} for issue in file.issues],
    }


def _print_file(file: FilePreview, result: dict[str, Any], unconfirmed: bool) -> None:
    where = f" lần công bố {result['snapshot']}" if result["snapshot"] else ""
    period = "; ".join(format_period(period) for period in file.periods)
    word = OUTCOME_WORDS[result["status"]]
    say(f"{file.name}: {word}.{f' Hiện tại:{where}.' if where else ''}")
    if period:
        say(f"  Kỳ {period}, {result['departments']} cơ quan, đơn vị.")
    if unconfirmed:
        say("  Có cảnh báo và bạn chưa đồng ý, nên chưa công bố.")
    elif result["status"] == "needs_confirmation":
        say("  Số liệu đã được công bố lần khác sau khi bạn xem. Hãy xem lại rồi nhập lại.")
    for issue in file.issues:
        say(f"  {SEVERITY_WORDS[issue.severity]}: {issue.message}")
    if file.unknown_names:
        say('  Để máy nhớ một tên gọi: python -m ttpv alias add "TÊN TRONG TỆP" MÃ')
    if result["status"] == "rejected" and not has_errors(file.issues):
        say("  Bị từ chối vì có cảnh báo và đã chọn --strict.")
