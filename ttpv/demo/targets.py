"""Invented targets of 2024 and 2025, as a file for the register of targets."""

from pathlib import Path

SOURCE = "Mô phỏng"

# rate → percent by the first day of a year; nothing is set for 2026.
_TARGETS = {
    "online_submission": {2024: 60, 2025: 70},
    "online_payment": {2024: 45, 2025: 55},
    "eid": {2024: 100, 2025: 100},
    "digitisation": {2024: 75, 2025: 85},
    "e_result": {2024: 100, 2025: 100},
}
# One department's own target: (rate, department, year, percent).
_OWN = [("online_payment", "so-tu-phap", 2025, 65)]


def write_targets(folder: Path) -> Path:
    """targets.toml in the demo's folder, in the form of data/reference/targets.toml."""
    path = folder / "targets.toml"
    rows = [
        (rate, "province", year, value)
        for rate, years in _TARGETS.items()
        for year, value in years.items()
    ]
    rows += [(rate, scope, year, value) for rate, scope, year, value in _OWN]
    entries = "\n".join(_entry(*row) for row in rows)
    path.write_text(f"# Chỉ tiêu mô phỏng, không có thật.\n\n{entries}", encoding="utf-8")
    return path


def _entry(rate: str, scope: str, year: int, value: int) -> str:
    return (
        f'[[target]]\nrate = "{rate}"\nvalue = {value}\nscope = "{scope}"\n'
        f'effective_from = {year}-01-01\neffective_to = {year}-12-31\nsource = "{SOURCE}"\n'
    )
