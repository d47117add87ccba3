"""What became of the registers that people edit, in sentences."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ttpv.reference import (
    LETTERHEAD_FILE,
    OTHERS_FILE,
    TARGETS_FILE,
    TEMPLATES_FILE,
    Reference,
)
from ttpv.register_edits import Change
from ttpv.register_history import RegisterChanges
from ttpv.views.others import describe_other_changes
from ttpv.views.report_settings import describe_letterhead_changes, describe_template_changes
from ttpv.views.targets import describe_target_changes

_Describe = Callable[[Sequence[Change[Any]] | None, Reference], list[str]]

NO_CHANGES: RegisterChanges = {}
_DESCRIBE: Mapping[str, _Describe] = {
    TARGETS_FILE: describe_target_changes,
    OTHERS_FILE: describe_other_changes,
    LETTERHEAD_FILE: describe_letterhead_changes,
    TEMPLATES_FILE: describe_template_changes,
}


def describe_registers(changes: RegisterChanges, reference: Reference) -> list[str]:
    """A sentence an entry, without a full stop, register by register."""
    return [
        sentence
        for file, describe in _DESCRIBE.items()
        if file in changes
        for sentence in describe(changes[file], reference)
    ]
