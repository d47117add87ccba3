"""How a sentence says where: the cell, the row, the sheet. And what a message is."""

from typing import Literal

Message = tuple[Literal["error", "warning"], str]
"""Severity, and a template that the issue's place and words fill in."""

CELL = "Trang tính “{sheet}”, {cell}: "
ROW = "Trang tính “{sheet}”, dòng {row}: "
SHEET = "Trang tính “{sheet}”: "
