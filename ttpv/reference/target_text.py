"""The register of targets as the text of a targets.toml."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ttpv.reference.model import Target
from ttpv.reference.toml_text import format_value

_HEAD = '# The targets, by rate and scope. scope: "province", or a department\'s id.\n'


def build_targets_toml(targets: Iterable[Target]) -> str:
    """The same targets in the same order always give the same text (`parse_targets` reads it)."""
    return _HEAD + "".join(f"\n[[target]]\n{_entry(target)}" for target in targets)


def _entry(target: Target) -> str:
    fields: dict[str, str | Decimal | date | None] = {
        "rate": target.rate,
        "value": target.value,
        "scope": target.scope,
        "effective_from": target.effective_from,
        "effective_to": target.effective_to,
        "source": target.source,
        "decision": target.decision,
        "decision_date": target.decision_date,
    }
    return "".join(f"{name} = {format_value(v)}\n" for name, v in fields.items() if v is not None)
