"""What states did to all registers that people edit: for the history, and for bringing one back."""

from collections.abc import Mapping, Sequence
from typing import Any

from ttpv import register_edits
from ttpv.letterhead_register import LETTERHEAD
from ttpv.other_register import OTHERS
from ttpv.register_edits import Change, Register
from ttpv.store import Manifest, Store
from ttpv.targets import TARGETS
from ttpv.template_register import TEMPLATES

REGISTERS: tuple[Register[Any], ...] = (TARGETS, OTHERS, LETTERHEAD, TEMPLATES)

RegisterChanges = Mapping[str, Sequence[Change[Any]] | None]
"""File → what became of its entries; None where this program cannot read it."""


def read_register_changes(store: Store, state: Manifest) -> RegisterChanges:
    """What a state did to each register; nothing of those that it left. Raises StoreError where a
    text is damaged."""
    return {
        register.file: register_edits.read_changes(register, store, state)
        for register in REGISTERS
        if any(change.file == register.file for change in state.register_changes)
    }


def compare_registers(store: Store, before: Manifest, after: Manifest) -> RegisterChanges:
    """What bringing `after` back upon `before` does to each register. Raises as
    `read_register_changes`."""
    return {
        register.file: register_edits.compare_states(register, store, before, after)
        for register in REGISTERS
    }
