"""Several forms of one period may hold the same measure: which one its figures are taken from.

Never both, and never cell by cell: a sum over departments must come from one form. The finest form
wins (`rank` in its layout): a dossier list before the template, the template before an annex.
"""

from collections.abc import Iterable, Mapping

from ttpv.reference import Rate


def choose_holders(
    fields: Mapping[str, Iterable[str]], ranks: Mapping[str, int], rates: Iterable[Rate]
) -> dict[str, str]:
    """Field → form, given the fields that each form of a period holds.

    A numerator and a denominator of different forms make no ratio, so the numerator is left out
    there; the rate is then what is published of it, or unknown (tests/spec/test_several_forms.py).
    """
    ordered = sorted(fields, key=lambda form: (-ranks.get(form, 0), form))
    holders: dict[str, str] = {}
    for form in ordered:
        for field in fields[form]:
            holders.setdefault(field, form)
    for rate in rates:
        numerator, denominator = holders.get(rate.numerator), holders.get(rate.denominator)
        if numerator is not None and denominator is not None and numerator != denominator:
            del holders[rate.numerator]
    return holders
