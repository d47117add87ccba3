"""Taking one form of one period out of what is published, as a new state."""

from ttpv.core.periods import Period
from ttpv.store.errors import StoreError
from ttpv.store.manifest import Manifest
from ttpv.store.proposal import Build, Proposal


def propose_withdrawn(period: Period, form: str, reason: str) -> Build:
    """All of the current state but that entry. Nothing is deleted: the states before have it, and
    restoring one of them brings it back. Raises StoreError where it is not published."""

    def build(current: Manifest | None) -> Proposal:
        entry = current.entry_of(period, form) if current else None
        if current is None or entry is None:
            raise StoreError(
                f"Hiện không có số liệu nào của biểu “{form}” kỳ {period.dates} để rút."
            )
        rest = [known for known in current.entries if known is not entry]
        registers = current.registers
        return Proposal("withdraw", rest, current.aliases, reason=reason, registers=registers)

    return build
