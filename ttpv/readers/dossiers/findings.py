"""What is wrong with the rows, as issues: the first of each kind by row, the rest as a number.

Never a value: nobody knows whose name stands in a shifted cell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.messages import MESSAGES
from ttpv.core.text import format_number
from ttpv.readers.dossiers.raw import Numbers

LISTED = 20
"""So many rows of one error are listed."""

_EXAMPLES = 5


@dataclass
class Kind:
    """One code in one column: how many rows, and the first of them."""

    count: int = 0
    rows: list[int] = field(default_factory=list)


@dataclass
class Findings:
    """Collects while the list is read. `letters` and `titles` by column id."""

    place: Place
    letters: Mapping[str, str]
    titles: Mapping[str, str]
    kinds: dict[tuple[str, str], Kind] = field(default_factory=dict)
    names: dict[str, Kind] = field(default_factory=dict)

    def report(self, code: str, column: str, rows: Numbers) -> None:
        """Rows (in order) with that issue in that column; none is none."""
        if len(rows):
            _count(self.kinds.setdefault((code, column), Kind()), rows)

    def report_name(self, name: str, rows: Numbers) -> None:
        """An unknown agency."""
        if len(rows):
            _count(self.names.setdefault(name, Kind()), rows)

    @property
    def has_errors(self) -> bool:
        """Whether the list will be refused."""
        return bool(self.names) or any(MESSAGES[code][0] == "error" for code, _ in self.kinds)

    def name_places(self) -> list[tuple[str, Place]]:
        """The unknown agencies, each with the first cell where it stands."""
        letter = self.letters["department"]
        return [(name, self.place.at(kind.rows[0], letter)) for name, kind in self.names.items()]

    def issues(self) -> list[Issue]:
        """All but the unknown agencies, which are asked about."""
        issues = []
        for (code, column), kind in self.kinds.items():
            severity, _ = MESSAGES[code]
            issues += (
                self._errors(code, column, kind)
                if severity == "error"
                else [self._warning(code, column, kind)]
            )
        return issues

    def _errors(self, code: str, column: str, kind: Kind) -> list[Issue]:
        letter, title = self.letters.get(column), self.titles.get(column)
        issues = [
            make_issue(code, self.place.at(row, letter), title=title) for row in kind.rows[:LISTED]
        ]
        if kind.count > LISTED:
            at = self.place.at(kind.rows[LISTED - 1], letter)
            more = format_number(kind.count - LISTED)
            issues.append(make_issue("dossier_more", at, count=more))
        return issues

    def _warning(self, code: str, column: str, kind: Kind) -> Issue:
        at = self.place.at(kind.rows[0], self.letters.get(column))
        words = {"count": format_number(kind.count), "rows": list_rows(kind.rows, kind.count)}
        return make_issue(code, at, title=self.titles.get(column), **words)


def list_rows(rows: Sequence[int], count: int) -> str:
    """ "dòng 3, 5, 8…": the first few."""
    shown = ", ".join(str(row) for row in rows[:_EXAMPLES])
    return f"dòng {shown}{'…' if count > min(len(rows), _EXAMPLES) else ''}"


def _count(kind: Kind, rows: Numbers) -> None:
    room = LISTED - len(kind.rows)
    kind.rows += [int(row) for row in rows[:room]]
    kind.count += len(rows)
