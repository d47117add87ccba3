"""Blank cells of a table, gathered: a column or a row that says nothing is one finding, not twenty.

A blank is no figure and never 0. A column that is blank from top to bottom is as good as absent; a
template comes back like that where a centre has no such figures. So is one in which our own words
stand for rates that nobody published (core/no_rate.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.reference import Reference


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell without a figure: whose, of which field, where; `words` are what it says instead."""

    who: str
    field: str
    place: Place
    words: str = ""


def find_blank_columns(blanks: Sequence[Blank], lines: int) -> set[str]:
    """The fields that none of the table's `lines` rows says anything of."""
    fields = [blank.field for blank in blanks]
    return {field for field in fields if lines > 1 and fields.count(field) == lines}


def report_blanks(
    blanks: Sequence[Blank], fields: Sequence[str], lines: int, form: str, reference: Reference
) -> list[Issue]:
    """The findings: of words, of columns, then of rows that hold none of `fields`, then of single
    cells."""
    issues = _report_words([blank for blank in blanks if blank.words])
    in_words = {blank.field for blank in blanks if blank.words}
    columns = find_blank_columns(blanks, lines)
    for field in columns - in_words:
        first = next(blank.place for blank in blanks if blank.field == field)
        words = {"form": form, "title": reference.title(field)}
        issues.append(make_issue("column_blank", first.at(None, first.column), **words))
    rest = [blank for blank in blanks if blank.field not in columns and not blank.words]
    rows = [blank.place.row for blank in rest]
    whole = {row for row in rows if rows.count(row) == len(fields) > 1}
    said = set()
    for blank in rest:
        if blank.place.row not in whole:
            words = {"who": blank.who, "title": reference.title(blank.field)}
            issues.append(make_issue("figure_missing", blank.place, **words))
        elif blank.place.row not in said:
            said.add(blank.place.row)
            issues.append(make_issue("row_blank", blank.place.at(blank.place.row), who=blank.who))
    return issues


def _report_words(blanks: Sequence[Blank]) -> list[Issue]:
    """One finding a column, at its first cell."""
    issues = []
    for field in dict.fromkeys(blank.field for blank in blanks):
        first, *others = (blank for blank in blanks if blank.field == field)
        more = f" và {len(others)} ô khác của cột này" if others else ""
        issues.append(make_issue("rate_in_words", first.place, first.words, others=more))
    return issues
