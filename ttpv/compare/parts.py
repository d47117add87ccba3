"""What a comparison knows of a rate: its numerator and denominator, or that it does not know."""

from dataclasses import dataclass
from fractions import Fraction

FULL = 100


@dataclass(frozen=True, slots=True)
class Parts:
    """Numerator and denominator of one rate in one period; None where no export holds them.

    Where the denominator is 0 the numerator is 0, whether it is known or not.
    """

    numerator: int | None
    denominator: int | None

    @property
    def known(self) -> tuple[int, int] | None:
        """Both, or None as soon as one is missing."""
        if self.denominator == 0:
            return 0, 0
        if self.numerator is None or self.denominator is None:
            return None
        return self.numerator, self.denominator


def exact_percent(numerator: Fraction | int, denominator: Fraction | int) -> Fraction:
    """numerator / denominator in percent, as a fraction. Raises ZeroDivisionError."""
    return Fraction(numerator * FULL) / denominator
