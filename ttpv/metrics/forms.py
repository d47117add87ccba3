"""Several forms of one period may hold the same measure: which one its figures are taken from.

Never both, and never cell by cell: a sum over departments must come from one form. The finest form
wins (`rank` in its layout): a dossier list before the template, the template before an annex.
"""

from collections.abc import Iterable, Mapping

from ttpv.reference import Measure, Rate


def choose_holders(
    fields: Mapping[str, Iterable[str]],
    ranks: Mapping[str, int],
    rates: Iterable[Rate],
    measures: Iterable[Measure] = (),
) -> dict[str, str]:
    """Field → form, given the fields that each form of a period holds.

    A numerator and a denominator of different forms make no ratio, so the numerator is left out
    there; the rate is then what is published of it, or unknown (tests/spec/test_several_forms.py).
    So with a total of `measures` and its parts, which pages divide too (late among resolved): what
    the lower form holds of them is left out.
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
    for measure in measures:
        _part_total(measure, holders, ranks)
    return holders


def _part_total(total: Measure, holders: dict[str, str], ranks: Mapping[str, int]) -> None:
    """Leaves out the total where a part is of a higher form, else the parts of lower ones. Forms
    of one rank never hold the same measure: they complete one another."""
    if total.id not in holders:
        return
    own = ranks.get(holders[total.id], 0)
    parts = {part: ranks.get(holders[part], 0) for part in total.parts if part in holders}
    lower = [part for part, rank in parts.items() if rank < own]
    for field in [total.id] if any(rank > own for rank in parts.values()) else lower:
        del holders[field]
