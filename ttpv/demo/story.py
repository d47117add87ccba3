"""All figures of the example, before any file: a function of the real annexes and a seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ttpv.core.periods import Period
from ttpv.demo.dossiers import Dossier, list_of, make_dossiers
from ttpv.demo.figures import Counts, Month
from ttpv.demo.later_months import Outlook, later_periods, look_ahead, make_months
from ttpv.demo.others import make_others
from ttpv.demo.states import begin, reorganise
from ttpv.demo.year_2023 import annex_periods, make_2023
from ttpv.imports import Upload, preview_files
from ttpv.reference import OtherEntry, Reference

EXAMPLE = Path(__file__).parents[2] / "data" / "examples" / "binh-dinh-2023.xlsx"
SEED = 2023
LISTED_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Story:
    """Period → department → counts: 2023 in annexes, then in the template; and the dossiers of the
    last months, whose counts only their lists tell; and the other figures of all."""

    year: Mapping[Period, Month]
    later: Mapping[Period, Month]
    listed: Sequence[Period]
    dossiers: Sequence[Dossier]
    others: Mapping[Period, Sequence[OtherEntry]]


def tell_story(reference: Reference, seed: int = SEED) -> Story:
    year = make_2023(read_annexes(reference), seed)
    rest = list(year)[-1]
    periods = later_periods()
    counted, listed = periods[:-LISTED_MONTHS], periods[-LISTED_MONTHS:]
    states = begin([year[period] for period in annex_periods()], year[rest])
    later: dict[Period, Month] = {}
    for period, month, after in make_months(states, counted, reference, seed):
        later[period] = month
        states = after
    outlooks: list[tuple[Period, Mapping[str, Outlook]]] = []
    ahead = states
    for period in listed:
        moved = {
            department: look_ahead(department, state, period, seed)
            for department, state in reorganise(ahead, period, reference).items()
        }
        outlooks.append((period, {name: outlook for name, (_, outlook) in moved.items()}))
        ahead = {name: state for name, (state, _) in moved.items()}
    others = make_others([*annex_periods(), *periods], reference.others, seed)
    return Story(year, later, listed, make_dossiers(states, outlooks, seed), others)


def read_annexes(reference: Reference) -> dict[str, dict[str, float]]:
    """The real report of 2023: department → its figures of both annexes, rates in percent."""
    upload = Upload(EXAMPLE.name, EXAMPLE.read_bytes())
    preview = preview_files([upload], reference, today=annex_periods()[-1].stop)
    figures: dict[str, dict[str, float]] = {}
    for draft in preview.drafts:
        for row in draft.table.rows:
            known = {name: float(f) for name, f in row.figures.items() if f is not None}
            figures.setdefault(row.department or "", {}).update(known)
    return figures


def count_fees(dossiers: Sequence[Dossier], period: Period) -> dict[str, Counts]:
    """Annex II of a listed month: transactions and amounts of what was received in it."""
    fees: dict[str, Counts] = {}
    for dossier in list_of(dossiers, period):
        received = dossier.received.date()
        row = fees.setdefault(
            dossier.department,
            {
                "online_transactions": 0,
                "online_amount": 0,
                "direct_transactions": 0,
                "direct_amount": 0,
            },
        )
        if dossier.fee and received >= period.start and dossier.kind != "withdrawn":
            way = "online" if dossier.is_paid_online else "direct"
            row[f"{way}_transactions"] += 1
            row[f"{way}_amount"] += dossier.fee
    return fees
