"""The register of targets as the text of a targets.toml."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ttpv.reference.model import Target

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
    return "".join(f"{name} = {_value(v)}\n" for name, v in fields.items() if v is not None)


def _value(value: str | Decimal | date) -> str:
    if isinstance(value, str):  # a JSON string is a TOML one, but for DEL, which JSON leaves
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"{value:f}" if isinstance(value, Decimal) else value.isoformat()
