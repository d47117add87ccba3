"""Values as TOML writes them."""

import json
from datetime import date
from decimal import Decimal


def format_value(value: str | int | Decimal | date) -> str:
    if isinstance(value, str):  # a JSON string is a TOML one, but for DEL, which JSON leaves
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
