"""Whatever was entered by months: any run of them adds up, and what is open is what is left."""

from collections.abc import Sequence
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.periods import Period, add_months
from ttpv.other_figures import find_other_figures
from ttpv.other_items import parse_count
from ttpv.reference import Entered, OtherEntries, PeriodEntry, Reference, read_reference
from ttpv.views.others import format_quantity

REFERENCE = read_reference()
Month = tuple[int, int, int]
MONTHS = st.lists(
    st.tuples(*[st.integers(min_value=0, max_value=10_000)] * 3), min_size=1, max_size=14
)


def month(at: int) -> Period:
    first = add_months(date(2024, 1, 21), at)
    return Period(first, add_months(first, 1))


def entered(months: Sequence[Month]) -> Reference:
    entries = []
    for at, (answered, cancelled, still_open) in enumerate(months):
        counts = {
            "questions_received": answered + cancelled + still_open,
            "questions_answered": answered,
            "questions_cancelled": cancelled,
        }
        figures = {name: Entered(value=count) for name, count in counts.items()}
        period = month(at)
        entries.append(PeriodEntry(first=period.start, last=period.last, figures=figures))
    return msgspec.structs.replace(REFERENCE, other_entries=OtherEntries(periods=tuple(entries)))


@given(MONTHS, st.data())
def test_a_run_of_months_adds_up(months: list[Month], data: st.DataObject):
    start = data.draw(st.integers(0, len(months) - 1))
    stop = data.draw(st.integers(start + 1, len(months)))
    asked = Period(month(start).start, month(stop - 1).stop)
    found = find_other_figures(entered(months), asked)
    chosen = months[start:stop]
    assert found.quantities["questions_received"].value == sum(map(sum, chosen))
    assert found.quantities["questions_open"].value == sum(still for _, _, still in chosen)
    assert "questions_open" not in found.reasons


@given(MONTHS, st.data())
def test_a_month_that_lacks_is_named_and_nothing_is_added_up(
    months: list[Month], data: st.DataObject
):
    lacking = data.draw(st.integers(0, len(months)))
    known = entered([*months, (1, 1, 1)])
    kept = [e for at, e in enumerate(known.other_entries.periods) if at != lacking]
    register = OtherEntries(periods=tuple(kept))
    asked = Period(month(0).start, month(len(months)).stop)
    found = find_other_figures(msgspec.structs.replace(known, other_entries=register), asked)
    assert found.quantities["questions_received"].value is None
    reason = found.reasons["questions_received"]
    assert (reason.code, reason.missing) == ("days_missing", (month(lacking),))


@given(
    st.integers(min_value=0, max_value=999_999_999),
    st.sampled_from(["", *(known.text for known in REFERENCE.others.qualifiers)]),
)
def test_what_is_shown_can_be_typed_again(value: int, qualifier: str):
    shown = format_quantity(Entered(value=value, qualifier=qualifier))
    assert parse_count(shown) == (value, qualifier)
