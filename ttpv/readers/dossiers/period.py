"""Which period a dossier list is of: what the person says, else what stands above its header."""

from datetime import date

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.periods import Period
from ttpv.readers.dossiers.header import DossierHeader


def choose_period(
    header: DossierHeader, said: Period | None, today: date, place: Place
) -> tuple[Period | None, list[Issue]]:
    """The period, or None and why. Two printed ones are not ours to choose from."""
    printed = header.periods[0] if len(header.periods) == 1 else None
    issues: list[Issue] = []
    if said is not None and printed is not None and printed != said:
        words = {"found": printed.dates, "period": said.dates}
        issues.append(make_issue("period_differs", place, **words))
    period = said or printed
    if period is None:
        issues += [
            make_issue("dossier_period_impossible", place.at(row, column))
            for row, column in header.impossible
        ]
        issues += [] if issues else [make_issue("period_missing", place)]
    elif period.last > today:
        words = {"period": period.dates, "today": f"{today:%d/%m/%Y}"}
        return None, [*issues, make_issue("period_future", place, **words)]
    return period, issues
