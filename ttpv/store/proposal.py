"""What the next state shall say: whatever makes it (publishing, restoring, learning)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ttpv.core.periods import Period
from ttpv.store.manifest import Action, Alias, AliasChange, Entry, Manifest


@dataclass(frozen=True, slots=True)
class Proposal:
    """A state without its number, its moment and who made it."""

    action: Action
    entries: Sequence[Entry]
    aliases: Sequence[Alias]
    alias_changes: tuple[AliasChange, ...] = ()
    restored_from: str | None = None
    restored_period: Period | None = None
    reason: str = ""


Build = Callable[[Manifest | None], Proposal | None]
"""Makes a proposal out of the current state, or None where that says it all already."""
