"""python -m ttpv restore, withdraw: another state without a file, shown before it is confirmed."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ttpv.cli.confirm import confirm
from ttpv.cli.history_command import build_changes_json
from ttpv.cli.output import print_json, say, warn
from ttpv.core.user import operating_system_user
from ttpv.difference import PeriodChange, compare_states
from ttpv.lost_ranges import find_lost_ranges
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import Reference
from ttpv.register_history import compare_registers, read_register_changes
from ttpv.states import plan_restore, plan_withdrawal, restore_snapshot, withdraw_form
from ttpv.store import Entry, Manifest, Store, StoreError
from ttpv.views.changes import describe_changes
from ttpv.views.difference import build_difference
from ttpv.views.difference_json import build_difference_json
from ttpv.views.difference_text import build_difference_text
from ttpv.views.lost_ranges import describe_lost_ranges
from ttpv.views.registers import describe_registers
from ttpv.views.restoring import describe_names

Act = Callable[[str | None], Outcome]
"""Does it upon the state with that id."""


def run_restore(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    origin, only = store.open_snapshot(options.snapshot), options.period
    current = store.current()

    def act(expect: str | None) -> Outcome:
        return restore_snapshot(origin.id, store, _publisher(), period=only, expect=expect)

    after = plan_restore(origin, current, only) if current else origin.entries
    names: list[str] = []
    if current and only is None:
        names += describe_names(origin, current, reference)
        registers = compare_registers(store, current, origin)
        names += [f"{said}." for said in describe_registers(registers, reference)]
    names += _describe_lost(current, after, reference)
    work = _Work(current, after, tuple(names), act, "restored", "khôi phục")
    return _run(options, reference, store, work)


def run_withdraw(options: argparse.Namespace, reference: Reference, store: Store) -> int:
    current, period, form = store.current(), options.period, options.form
    if current is None or current.entry_of(period, form) is None:
        known = (
            "; ".join(f"{e.form} kỳ {e.period}" for e in _entries(current)) or "chưa có biểu nào"
        )
        raise StoreError(
            f"Hiện không có số liệu nào của biểu “{form}” kỳ {period.dates} để rút. "
            f"Đang công bố: {known}."
        )

    def act(expect: str | None) -> Outcome:
        return withdraw_form(
            period, form, store, _publisher(), reason=options.reason, expect=expect
        )

    after = plan_withdrawal(current, period, form)
    work = _Work(current, after, _describe_lost(current, after, reference), act, "withdrawn", "rút")
    return _run(options, reference, store, work)


def _describe_lost(
    current: Manifest | None, after: Sequence[Entry], reference: Reference
) -> tuple[str, ...]:
    lost = find_lost_ranges(_entries(current), after, reference)
    return describe_lost_ranges(lost, reference)


def _entries(state: Manifest | None) -> Sequence[Entry]:
    return state.entries if state else ()


def _publisher() -> Publisher:
    return Publisher(operating_system_user(), may_publish=True)


@dataclass(frozen=True, slots=True)
class _Work:
    """What to do upon `current`, the entries afterwards, and its two words."""

    current: Manifest | None
    after: Sequence[Entry]
    names: Sequence[str]
    act: Act
    done: str
    word: str


def _run(options: argparse.Namespace, reference: Reference, store: Store, work: _Work) -> int:
    """Shows what it changes, asks, does it upon the state that was shown, and says what became."""
    current, word = work.current, work.word
    seen = current.id if current else ""
    changes = compare_states(_entries(current), work.after, store, reference)
    if options.expect is not None and options.expect != seen:
        return _fail_changed(options, current, word)
    shown = build_difference_text(build_difference(changes, reference))
    shown = "\n".join([*([shown] if shown else []), *work.names])
    if shown and not confirm(options, shown, f"{word.capitalize()} như trên?"):
        _print_needed(options, current, changes)
        if not options.json:
            say(shown)
        warn(f"Chưa {word} gì.")
        return 1
    outcome = work.act(seen)
    if outcome.status == "needs_confirmation":
        return _fail_changed(options, outcome.snapshot, word)
    changed, snapshot = outcome.status == "published", outcome.snapshot
    assert snapshot is not None  # it was published upon a state
    if options.json:
        print_json(
            {
                "status": work.done if changed else "unchanged",
                "snapshot": snapshot.id,
                "changes": build_changes_json(snapshot) if changed else [],
                "difference": build_difference_json(changes),
            }
        )
    elif changed:
        say(f"Đã {word}; lần công bố mới là {snapshot.id}.")
        registers = read_register_changes(store, snapshot)
        for sentence in describe_changes(snapshot, reference, registers):
            say(f"  {sentence}")
    else:
        say(f"Không có gì khác để {word}; lần công bố hiện tại vẫn là {snapshot.id}.")
    return 0


def _fail_changed(options: argparse.Namespace, current: Manifest | None, word: str) -> int:
    _print_needed(options, current, [])
    now = f"lần công bố hiện tại là {current.id}" if current else "chưa có lần công bố nào"
    warn(
        f"Chưa {word} gì: {now}, khác với lần đã xem; có người đã công bố sau khi bạn xem. "
        "Hãy xem lại rồi làm lại."
    )
    return 1


def _print_needed(
    options: argparse.Namespace, current: Manifest | None, changes: Sequence[PeriodChange]
) -> None:
    if options.json:
        print_json(
            {
                "status": "needs_confirmation",
                "snapshot": current.id if current else None,
                "difference": build_difference_json(changes),
            }
        )
