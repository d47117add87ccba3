"""The shapes of the reference data. One struct a TOML table; unknown keys are refused.

They read kept bundles too (ttpv/registers.py), so a key that was ever shipped stays readable with
its meaning, and one that comes later has a default: the one under which the figures of before stay
what they were (tests/unit/test_kept_references.py reads golden bundles of older programs).

Dates are inclusive as people write them; an absent one is open. "In force" always asks for one
day, and that day is the reporting period's last (DOMAIN, reporting periods).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

import msgspec

from ttpv.reference.dossiers import DossierLayout, DossierRule
from ttpv.reference.findings import FindingRules
from ttpv.reference.letterhead import Letterhead
from ttpv.reference.others import OtherDefinitions, OtherEntries
from ttpv.reference.record import Record
from ttpv.reference.templates import Template


def in_force(day: date, first: date | None, last: date | None) -> bool:
    """Whether `day` lies in first..last, both inclusive, None being open."""
    return (first is None or first <= day) and (last is None or day <= last)


class Centre(Record, frozen=True):
    """The installation: whose figures these are, and its thresholds: two in percentage points, and
    the number of dossiers below which a rate rests on small numbers."""

    name: str
    province: str
    code: str
    near_tolerance: Decimal
    rounding_half_unit: Decimal
    small_denominator: int = 0


class Jump(Record, frozen=True):
    """When a flow counted in `unit` jumped: its daily average by `factor`, from `minimum` on."""

    unit: str
    factor: Decimal
    minimum: int


class Thresholds(Record, frozen=True):
    """What the comparison with earlier periods takes for remarkable; see checks.toml."""

    like_length: Decimal
    jumps: tuple[Jump, ...] = msgspec.field(name="jump", default=())

    def jump_of(self, unit: str) -> Jump | None:
        return next((jump for jump in self.jumps if jump.unit == unit), None)


class Department(Record, frozen=True):
    """A department under its stable id; a merged one is a new id with the old as predecessors."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()
    first: date | None = msgspec.field(default=None, name="from")
    last: date | None = msgspec.field(default=None, name="to")
    successors: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        return in_force(day, self.first, self.last)

    def meets(self, other: "Department") -> bool:
        """Whether there is a day on which both exist."""
        first = max(self.first or date.min, other.first or date.min)
        return first <= min(self.last or date.max, other.last or date.max)


class Measure(Record, frozen=True):
    """A count, its behaviour over periods, and what it is the sum or a part of."""

    id: str
    name: str
    english: str
    kind: Literal["flow", "opening_stock", "closing_stock", "total"]
    unit: str
    parts: tuple[str, ...] = ()
    within: str | None = None


class Identity(Record, frozen=True):
    """total = sum of parts, in every form that holds them all."""

    total: str
    parts: tuple[str, ...]


class Rate(Record, frozen=True):
    """A rate: numerator / denominator (measure ids), and how it can be estimated without them."""

    id: str
    name: str
    short: str
    english: str
    numerator: str
    denominator: str
    noun: str
    estimate: Literal["known_denominator", "inferred_denominator", "none"]
    legal_basis: str
    online: str | None = None
    direct: str | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    dossiers: DossierRule | None = None

    def in_force_on(self, day: date) -> bool:
        return in_force(day, self.effective_from, self.effective_to)


PROVINCE = "province"
"""A target's scope: the centre as a whole, and each department that has none of its own."""


class Target(Record, frozen=True):
    """What a rate should reach, in percent. scope: PROVINCE or a department id."""

    rate: str
    value: Decimal
    scope: str
    effective_from: date
    source: str
    effective_to: date | None = None
    decision: str | None = None
    decision_date: date | None = None

    @property
    def key(self) -> tuple[str, str, date]:
        """What tells it from the others; no two of a rate and a scope begin on one day."""
        return (self.rate, self.scope, self.effective_from)

    def overlaps(self, other: "Target") -> bool:
        """Whether both set the same rate of the same scope on some day."""
        if (self.rate, self.scope) != (other.rate, other.scope):
            return False
        later = max(self.effective_from, other.effective_from)
        return in_force(later, None, self.effective_to) and other.in_force_on(later)

    def in_force_on(self, day: date) -> bool:
        return in_force(day, self.effective_from, self.effective_to)


class Column(Record, frozen=True):
    """A form's column: its printed number and formula, what it holds, and header texts, each a way
    from the top of the header down, as a second key. A text that begins with "=" is the whole
    header text, not words of it. Where another column has a header of `unless`, these texts mean
    something else, and nothing is the column. `printed` is the header as reports print it, where
    that is not the first of `header`."""

    number: int
    header: tuple[tuple[str, ...], ...]
    role: Literal["ordinal", "department", "figure"] = "figure"
    field: str | None = None
    formula: str | None = None
    required: bool = True
    unless: tuple[tuple[str, ...], ...] = ()
    printed: tuple[str, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The header to print, from top to bottom."""
        return self.printed or tuple(
            part[:1].upper() + part[1:]
            for part in (text.removeprefix("=") for text in self.header[0])
        )

    @property
    def title(self) -> str:
        return " – ".join(part.removeprefix("=") for part in self.header[0])

    @property
    def addends(self) -> tuple[int, ...]:
        """The numbers of the columns that this one adds up: "4+6" → 4, 6; none for "5/4"."""
        parts = (self.formula or "").split("+")
        is_sum = len(parts) > 1 and all(part.isdecimal() for part in parts)
        return tuple(map(int, parts)) if is_sum else ()

    @property
    def ratio(self) -> tuple[int, int] | None:
        """The numbers of the two columns that this one is the share of: "5/4" → 5, 4."""
        part, _, whole = (self.formula or "").partition("/")
        return (int(part), int(whole)) if part.isdecimal() and whole.isdecimal() else None


class Derived(Record, frozen=True):
    """A measure that the form prints only in parts (II.06a: received = online + direct)."""

    field: str
    parts: tuple[str, ...]


class Layout(Record, frozen=True):
    """A form: its columns, and the words by which its table is told from others. Of two forms
    that hold the same measure the one with the higher `rank` is believed. Where `numbered` is
    false the columns' numbers are only ours, and header texts the only key. An `expected` form is
    missed where a period's counts lack its own. A report prints it under `title`, and `total_row`
    in the first two cells of its last row."""

    id: str
    version: int
    rank: int
    name: str
    english: str
    evidence: tuple[str, ...]
    total_labels: tuple[str, ...]
    group_labels: tuple[str, ...]
    columns: tuple[Column, ...] = msgspec.field(name="column")
    derived: tuple[Derived, ...] = ()
    numbered: bool = True
    expected: bool = False
    title: str = ""
    total_row: tuple[str, str] = ("", "Tổng cộng")

    @property
    def fields(self) -> tuple[str, ...]:
        """The printed measures and rates in the order of the columns, then the derived ones."""
        printed = tuple(column.field for column in self.columns if column.field)
        return printed + tuple(sum_.field for sum_ in self.derived)


class Reference(msgspec.Struct, frozen=True, dict=True):
    """Everything in data/reference, cross-checked; see `read_reference`."""

    centre: Centre
    departments: tuple[Department, ...]
    measures: Mapping[str, Measure]
    identities: tuple[Identity, ...]
    rates: Mapping[str, Rate]
    targets: tuple[Target, ...]
    layouts: Mapping[str, Layout]
    dossiers: DossierLayout
    thresholds: Thresholds
    findings: FindingRules
    letterhead: Letterhead
    others: OtherDefinitions
    other_entries: OtherEntries
    templates: tuple[Template, ...]
    digest: str

    @cached_property
    def department_by_id(self) -> dict[str, Department]:
        return {department.id: department for department in self.departments}

    def form(self, identity: str) -> Layout | DossierLayout:
        """The form of that id: one of `layouts`, or the dossier list. Raises KeyError."""
        return self.dossiers if identity == self.dossiers.id else self.layouts[identity]

    def departments_on(self, day: date) -> tuple[Department, ...]:
        """The departments that exist on `day`, in the register's order."""
        return tuple(d for d in self.departments if d.exists_on(day))

    def rates_on(self, day: date) -> tuple[Rate, ...]:
        """The rates in force on `day`, in the report's order."""
        return tuple(rate for rate in self.rates.values() if rate.in_force_on(day))

    def target_on(self, rate: str, day: date, department: str | None = None) -> Target | None:
        """The target in force: the department's own if it has one, else the province's."""
        for scope in (department, PROVINCE):
            for target in self.targets:
                if target.rate == rate and target.scope == scope and target.in_force_on(day):
                    return target
        return None

    def form_name(self, form: str) -> str:
        """The Vietnamese name of a form. Raises KeyError on an unknown id."""
        return self.form(form).name

    def title(self, field: str) -> str:
        """The Vietnamese name of a measure or a rate. Raises KeyError on an unknown id."""
        return self.rates[field].name if field in self.rates else self.measures[field].name
