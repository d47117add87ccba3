"""Exact decimal arithmetic for rates.

Vietnamese reports round half up (1.965/2.000 = 98,25 → 98,3); binary floats and Python's
`round` give 98,2. So values stay `Decimal` from the read to the display, and these are the only
functions that divide or round them.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

# 50 digits: counts have at most 19, so a comparison with a target is never decided by rounding.
_EXACT = Context(prec=50, rounding=ROUND_HALF_UP)
_HUNDRED = Decimal(100)


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """numerator / denominator to 50 digits. Raises ZeroDivisionError on a zero denominator."""
    return _EXACT.divide(numerator, denominator)


def percent(numerator: int, denominator: int) -> Decimal:
    """numerator / denominator in percent, to 50 digits."""
    return divide(Decimal(numerator) * _HUNDRED, Decimal(denominator))


def round_half_up(value: Decimal, places: int) -> Decimal:
    """value with `places` decimals, halves away from zero (98.25 → 98.3 at one place)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)


def truncate(value: Decimal, places: int) -> Decimal:
    """value cut after `places` decimals, as reports do with amounts (10,998… tỷ → 10,9)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN, context=_EXACT)


def decimal_from_cell(number: int | float) -> Decimal:
    """The decimal that a spreadsheet shows for a stored binary number (66.2, not 66.2000…0284)."""
    return Decimal(repr(number))


def decimal_from_fraction(value: Fraction) -> Decimal:
    """An exact fraction as a decimal of 50 digits, for those who round it to show it."""
    return divide(Decimal(value.numerator), Decimal(value.denominator))
