"""What the next state shall say: whatever makes it (publishing, restoring, learning)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ttpv.core.periods import Period
from ttpv.store.manifest import Action, Alias, AliasChange, Entry, Manifest


@dataclass(frozen=True, slots=True)
class Proposal:
    """A state without its number, its moment and who made it.

    `register_texts` are the texts of registers, by hash, that the store does not hold yet;
    `register_bases` those of a state that comes back (else they are carried on).
    """

    action: Action
    entries: Sequence[Entry]
    aliases: Sequence[Alias]
    alias_changes: tuple[AliasChange, ...] = ()
    restored_from: str | None = None
    restored_period: Period | None = None
    reason: str = ""
    registers: Mapping[str, str] = field(kw_only=True)
    register_texts: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    register_bases: Mapping[str, str] | None = field(default=None, kw_only=True)


Build = Callable[[Manifest | None], Proposal | None]
"""Makes a proposal out of the current state, or None where that says it all already."""
