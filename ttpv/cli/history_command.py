"""python -m ttpv history: every published state, newest first: who, when, what; what was pruned."""

import argparse
from typing import Any

from ttpv.cli.output import print_json, say
from ttpv.core.periods import Period
from ttpv.reference import Reference
from ttpv.register_history import read_register_changes
from ttpv.store import Manifest, Pin, PruneRecord, Store, join_ids
from ttpv.views.changes import ACTION_WORDS, describe_changes
from ttpv.views.formatting import format_moment
from ttpv.views.show_json import build_period_json


def run_history(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    snapshots, prunings = store.history(), store.prunings()
    pins = {pin.id: pin for pin in store.pins()}
    if options.json:
        there = {snapshot.id for snapshot in snapshots}
        states = [_state(snapshot, pins.get(snapshot.id)) for snapshot in snapshots]
        states += [state for state in _pruned_states(prunings) if state["snapshot"] not in there]
        print_json(sorted(states, key=lambda state: int(state["snapshot"]), reverse=True))
        return 0
    if not snapshots:
        say("Chưa có lần công bố nào.")
    for snapshot in snapshots:
        changes = read_register_changes(store, snapshot)
        _print_state(
            snapshot, pins.get(snapshot.id), describe_changes(snapshot, reference, changes)
        )
    for record in reversed(prunings):
        gone = join_ids([snapshot.id for snapshot in record.snapshots])
        say(f"{format_moment(record.pruned_at)}  {record.pruned_by}  dọn lần công bố {gone}")
    return 0


def _print_state(snapshot: Manifest, pin: Pin | None, sentences: list[str]) -> None:
    mark = "" if pin is None else f"  [ghim{f': {pin.why}' if pin.why else ''}]"
    say(
        f"{snapshot.id}  {format_moment(snapshot.published_at)}  {snapshot.published_by}  "
        f"{ACTION_WORDS[snapshot.action]}{mark}"
    )
    for sentence in sentences:
        say(f"        {sentence}")


def _state(snapshot: Manifest, pin: Pin | None) -> dict[str, Any]:
    only = snapshot.restored_period
    return {
        "snapshot": snapshot.id,
        "action": snapshot.action,
        "published_at": snapshot.published_at.isoformat(),
        "published_by": snapshot.published_by,
        "changes": build_changes_json(snapshot),
        "aliases": [
            {"name": a.name, "department": a.department, "change": a.change}
            for a in snapshot.alias_changes
        ],
        "reason": snapshot.reason,
        "registers": [
            {"file": c.file, "before": c.before, "after": c.after}
            for c in snapshot.register_changes
        ],
        "restored_from": snapshot.restored_from,
        "restored_period": build_period_json(only) if only else None,
        "pinned": None
        if pin is None
        else {"by": pin.pinned_by, "at": pin.pinned_at.isoformat(), "why": pin.why},
    }


def build_changes_json(snapshot: Manifest) -> list[dict[str, Any]]:
    """What a state did to each (period, form); a removed one has no file."""
    return [
        {
            "form": change.form,
            "period": build_period_json(Period(change.start, change.stop)),
            "change": change.change,
            "file": entry.source.file if entry else None,
            "sha256": entry.source.sha256 if entry else None,
            "warnings": len(entry.issues) if entry else 0,
        }
        for change in snapshot.changes
        for entry in [snapshot.entry_of(Period(change.start, change.stop), change.form)]
    ]


def _pruned_states(prunings: list[PruneRecord]) -> list[dict[str, Any]]:
    """States that are gone, as far as is known of them."""
    return [
        {
            "snapshot": gone.id,
            "action": "pruned",
            "published_at": gone.published_at.isoformat() if gone.published_at else None,
            "published_by": gone.published_by,
            "changes": [],
            "pruned_at": record.pruned_at.isoformat(),
            "pruned_by": record.pruned_by,
        }
        for record in prunings
        for gone in record.snapshots
    ]
