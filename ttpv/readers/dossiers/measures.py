"""The measures that a list gives, as columns of SQL: the list's own and those that rates.toml asks.

Names are ids of the reference data, values are places in dossiers.toml: integers. Nothing of a file
ever becomes part of a statement.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ttpv.reference import DossierLayout, Rate
from ttpv.reference.dossiers import COUNTED, Population

_SQL = Path(__file__).parent / "sql"
_AMONG: Mapping[Population, str] = {
    "received_new": "n_received_new = 1",
    "resolved": "n_resolved_on_time + n_resolved_late = 1",
}
_RECEIVED = ("received_new",)
_RESOLVED = ("resolved_on_time", "resolved_late")


@dataclass(frozen=True, slots=True)
class ListMeasure:
    """A measure of a rate: counts the dossiers `among` whom `condition` holds. None: the list lacks
    a column that it asks for."""

    id: str
    among: Population
    condition: str | None


def rate_measures(
    layout: DossierLayout, rates: Iterable[Rate], present: Collection[str]
) -> tuple[ListMeasure, ...]:
    """The parts of `rates` that are not the list's own counts, given the list's columns."""
    found: dict[str, ListMeasure] = {}
    for rate in rates:
        rule = rate.dossiers
        if rule is None:
            continue
        whole = _condition(layout, rule.denominator, present)
        if rule.denominator:
            found[rate.denominator] = ListMeasure(rate.denominator, rule.among, whole)
        part = _condition(layout, rule.numerator, present)
        both = None if whole is None or part is None else f"{whole} AND {part}"
        found[rate.numerator] = ListMeasure(rate.numerator, rule.among, both)
    return tuple(found.values())


def _condition(
    layout: DossierLayout, wanted: Mapping[str, tuple[str, ...]], present: Collection[str]
) -> str | None:
    if not set(wanted) <= set(present):
        return None
    tests = ["1 = 1"]
    for column, values in wanted.items():
        allowed = layout.kept_values(column)
        if layout.column_by_id[column].kind == "amount":
            some = f"COALESCE({column}, 0) > 0"
            tests += [some if value == "some" else f"NOT {some}" for value in values]
        else:
            places = ", ".join(str(allowed.index(value)) for value in values)
            tests.append(f"{column} IN ({places})")
    return " AND ".join(tests)


@dataclass(frozen=True, slots=True)
class Statements:
    """The .sql files with a list's measures and text columns in place."""

    measures: tuple[ListMeasure, ...]
    texts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The measures that the list has figures of."""
        return (*COUNTED, *(m.id for m in self.measures if m.condition is not None))

    @property
    def measured(self) -> str:
        columns = [
            f"CASE WHEN {_AMONG[m.among]} AND {m.condition} THEN 1 ELSE 0 END AS n_{m.id}"
            if m.condition is not None
            else f"CAST(NULL AS BIGINT) AS n_{m.id}"
            for m in self.measures
        ]
        return _fill("measured.sql", columns=["placed.*", *columns])

    @property
    def cube(self) -> str:
        names = [*COUNTED, *(m.id for m in self.measures)]
        return _fill("cube.sql", sums=_sums(names), keys=["department", *self.texts])

    @property
    def overdue(self) -> str:
        return _fill("overdue.sql")

    @property
    def days(self) -> str:
        names = [*_RECEIVED, *_RESOLVED, *(m.id for m in self.measures)]
        return _fill(
            "days.sql",
            sums=_sums(names),
            received=self._flows("received_new", _RECEIVED),
            resolved=self._flows("resolved", _RESOLVED),
            neither=self._flows(None, ()),
        )

    @property
    def days_total(self) -> str:
        flows = [*_RECEIVED, *_RESOLVED, *(m.id for m in self.measures)]
        absent = {m.id for m in self.measures if m.condition is None}
        sums = [
            f"CAST(NULL AS BIGINT) AS {name}"
            if name in absent
            else f"COALESCE(SUM(day_parts.{name}), 0) AS {name}"
            for name in flows
        ]
        return _fill("days_total.sql", flows=flows, sums=sums)

    def _flows(self, among: Population | None, own: Collection[str]) -> list[str]:
        """The flows of one kind of event; of the other kinds 0, of what is unknown NULL."""
        happens = [*own]
        happens += [m.id for m in self.measures if m.among == among or m.condition is None]
        names = [*_RECEIVED, *_RESOLVED, *(m.id for m in self.measures)]
        return [f"n_{name}" if name in happens else f"0 AS n_{name}" for name in names]


def _sums(names: Iterable[str]) -> list[str]:
    return [f"SUM(n_{name}) AS {name}" for name in names]


@cache
def _template(name: str) -> str:
    return (_SQL / name).read_text(encoding="utf-8")


def _fill(name: str, **columns: list[str]) -> str:
    text = _template(name)
    for key, expressions in columns.items():
        text = text.replace(f"{{{key}}}", ",\n    ".join(expressions))
    return text


def kept_sql(names: Iterable[str]) -> str:
    """kept.sql for these columns of a measured batch."""
    return _fill("kept.sql", names=list(names))


def sum_parts_sql(keys: Iterable[str], measures: Iterable[str]) -> str:
    """sum_parts.sql by `keys` for `measures`, which are ids of the reference data."""
    sums = [f"CAST(SUM({name}) AS BIGINT) AS {name}" for name in measures]
    return _fill("sum_parts.sql", keys=list(keys), sums=sums)


def duplicates_sql() -> str:
    return _template("duplicates.sql")
