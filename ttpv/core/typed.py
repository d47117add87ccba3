"""Days and decimals as people type them."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

_VIETNAMESE_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_day(text: str) -> date | None:
    """31/12/2026 or 2026-12-31; None for anything else."""
    try:
        if found := _VIETNAMESE_DAY.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def parse_value(text: str) -> Decimal | None:
    """50 · 66,5 · 66.5 · 50 %; None for anything else."""
    plain = text.removesuffix("%").strip().replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and re.fullmatch(r"-?[0-9.]{1,12}", plain) else None
