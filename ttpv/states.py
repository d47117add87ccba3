"""Other ways to a new published state than a file: an earlier state, or a form less."""

from ttpv.core.periods import Period
from ttpv.core.text import printable
from ttpv.publishing import Outcome, Publisher, carry_out, require_permission
from ttpv.store import Entry, Manifest, Publication, Store


def plan_restore(origin: Manifest, current: Manifest, period: Period | None) -> tuple[Entry, ...]:
    """What is published after `restore_snapshot`."""
    if period is None:
        return tuple(origin.entries)
    stay = (entry for entry in current.entries if entry.period != period)
    return (*stay, *(entry for entry in origin.entries if entry.period == period))


def plan_withdrawal(current: Manifest, period: Period, form: str) -> tuple[Entry, ...]:
    """What is published after `withdraw_form`."""
    return tuple(entry for entry in current.entries if (entry.period, entry.form) != (period, form))


def restore_snapshot(
    snapshot: str,
    store: Store,
    publisher: Publisher,
    *,
    period: Period | None = None,
    expect: str | None = None,
) -> Outcome:
    """Makes all that state `snapshot` had published, or what it had of `period`, the current one.

    Another state than `expect` gives `needs_confirmation`, with nothing written. Raises NotAllowed,
    and StoreError where files of that state are damaged.
    """

    def restore() -> Publication:
        return store.restore(snapshot, by=publisher.name, period=period, expect=expect)

    require_permission(publisher)
    return carry_out(restore)


def withdraw_form(
    period: Period,
    form: str,
    store: Store,
    publisher: Publisher,
    *,
    reason: str = "",
    expect: str | None = None,
) -> Outcome:
    """Takes that form of that period out of what is published; the earlier states keep it.

    `expect` as in `restore_snapshot`. Raises NotAllowed, and StoreError where it is not published.
    """
    why = printable(reason).strip()

    def withdraw() -> Publication:
        return store.withdraw(period, form, by=publisher.name, reason=why, expect=expect)

    require_permission(publisher)
    return carry_out(withdraw)
