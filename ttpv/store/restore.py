"""Bringing an earlier state, or one period of it, back as a new state."""

from collections.abc import Sequence

from ttpv.core.periods import Period
from ttpv.store.aliases import alias_changes, alias_key
from ttpv.store.errors import StoreError
from ttpv.store.folders import Folders
from ttpv.store.history import History
from ttpv.store.manifest import Alias, Entry, Manifest
from ttpv.store.proposal import Build, Proposal
from ttpv.store.verify import check_entries, check_references


def propose_restored(
    folders: Folders, history: History, snapshot: str, period: Period | None
) -> Build:
    """All of state `snapshot`, its aliases and registers too, or only what it has for `period`.

    A state is everything that is published, so what that one did not have goes. Nothing is lost:
    the state before stays in the history. Raises StoreError where it is damaged or not there.
    """

    def build(current: Manifest | None) -> Proposal | None:
        origin = history.open_snapshot(snapshot)  # under the lock: it cannot be pruned from here on
        entries = _entries(origin, current, period)
        before = current.aliases if current else ()
        aliases = origin.aliases if period is None else before
        now = current.registers if current else {}
        registers = origin.registers if period is None else now
        bases = origin.register_bases if period is None else None
        same = current and list(current.entries) == entries and registers == now
        if same and _same_names(before, aliases):
            return None
        findings = (
            *check_entries(folders, origin, entries),
            *check_references(folders, origin, registers.values()),
        )
        if findings:
            raise StoreError(
                f"Không khôi phục được lần công bố {origin.id} vì kho có tệp hỏng. "
                + " ".join(finding.message for finding in findings)
            )
        return Proposal(
            "restore",
            entries,
            aliases,
            alias_changes=alias_changes(before, aliases),
            restored_from=origin.id,
            restored_period=period,
            registers=registers,
            register_bases=bases,
        )

    return build


def _entries(origin: Manifest, current: Manifest | None, period: Period | None) -> list[Entry]:
    if period is None:
        return list(origin.entries)
    rest = [entry for entry in (current.entries if current else ()) if entry.period != period]
    back = [entry for entry in origin.entries if entry.period == period]
    if not back and (current is None or len(rest) == len(current.entries)):
        raise StoreError(
            f"Lần công bố {origin.id} không có kỳ {period.dates}, hiện tại cũng không có."
        )
    return sorted([*rest, *back], key=lambda entry: entry.key)


def _same_names(one: Sequence[Alias], other: Sequence[Alias]) -> bool:
    return {*map(alias_key, one)} == {*map(alias_key, other)}
