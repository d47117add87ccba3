"""What reference files must hold together: ids that are there, dates in order, nothing twice.

Each file's shape is checked where it is read (load.py); here stands what one says of another. The
first fault raises ReferenceDataError, naming the file and the key.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from ttpv.reference.dossiers import COUNTED, find_faults
from ttpv.reference.files import DEFINITIONS_FILE, OTHERS_FILE, TARGETS_FILE, ReferenceDataError
from ttpv.reference.findings import find_rule_faults
from ttpv.reference.model import PROVINCE, Department, Layout, Measure, Rate, Reference
from ttpv.reference.names import DepartmentNames
from ttpv.reference.others import find_definition_faults, find_entry_faults

Named = TypeVar("Named", Department, Measure, Rate, Layout)


def check_reference(reference: Reference) -> None:
    """All of it, file by file. Raises ReferenceDataError."""
    _check_departments(reference)
    _check_measures(reference)
    _check_rates(reference)
    _check_targets(reference)
    _check_layouts(reference)
    _check_dossiers(reference)
    _check_thresholds(reference)
    _check_findings(reference)
    _check_others(reference)


def find_unique(records: Iterable[Named], file: str) -> list[Named]:
    """The records, of which no two have one id. Raises ReferenceDataError."""
    records = list(records)
    for identity, count in Counter(record.id for record in records).items():
        if count > 1:
            raise ReferenceDataError(f"{file}: id {identity!r} stands {count} times")
    return records


def _require(known: Iterable[str], wanted: Iterable[str | None], where: str) -> None:
    unknown = sorted({name for name in wanted if name is not None} - set(known))
    if unknown:
        raise ReferenceDataError(f"{where}: refers to unknown {', '.join(map(repr, unknown))}")


def _check_departments(reference: Reference) -> None:
    find_unique(reference.departments, "departments.toml")
    for department in reference.departments:
        where = f"departments.toml: {department.id}"
        _require(reference.department_by_id, department.successors, f"{where}.successors")
        if department.first and department.last and department.first > department.last:
            raise ReferenceDataError(f"{where}: 'to' lies before 'from'")
    days = {d.first or date.min for d in reference.departments}
    for day in days:  # whoever comes into being is where two names can begin to clash
        try:
            DepartmentNames(reference.departments_on(day))
        except ValueError as error:
            raise ReferenceDataError(f"departments.toml: on {day}: {error}") from error


def _check_measures(reference: Reference) -> None:
    for measure in reference.measures.values():
        where = f"measures.toml: {measure.id}"
        _require(reference.measures, (*measure.parts, measure.within), where)
        if bool(measure.parts) != (measure.kind == "total"):
            raise ReferenceDataError(f"{where}: kind 'total' and 'parts' go together")
    for identity in reference.identities:
        where = f"measures.toml: identity of {identity.total}"
        _require(reference.measures, (identity.total, *identity.parts), where)


def _check_rates(reference: Reference) -> None:
    for rate in reference.rates.values():
        where = f"rates.toml: {rate.id}"
        _require(
            reference.measures, (rate.numerator, rate.denominator, rate.online, rate.direct), where
        )
        if rate.id in reference.measures:
            raise ReferenceDataError(f"{where}: a measure has the same id")
        if rate.effective_from and rate.effective_to and rate.effective_to < rate.effective_from:
            raise ReferenceDataError(f"{where}: 'effective_to' lies before 'effective_from'")
        inferred = rate.estimate == "inferred_denominator"
        if inferred != (rate.online is not None and rate.direct is not None):
            raise ReferenceDataError(f"{where}: 'inferred_denominator' needs 'online' and 'direct'")


def _check_targets(reference: Reference) -> None:
    for index, target in enumerate(reference.targets):
        where = f"{TARGETS_FILE}: {target.rate} of {target.scope} from {target.effective_from}"
        _require(reference.rates, [target.rate], where)
        _require((*reference.department_by_id, PROVINCE), [target.scope], where)
        if not 0 <= target.value <= 100:
            raise ReferenceDataError(f"{where}: value {target.value} is not a percentage")
        if target.effective_to and target.effective_to < target.effective_from:
            raise ReferenceDataError(f"{where}: 'effective_to' lies before 'effective_from'")
        for other in reference.targets[:index]:
            if target.overlaps(other):
                raise ReferenceDataError(f"{where}: overlaps the one from {other.effective_from}")


def _check_layouts(reference: Reference) -> None:
    fields = (*reference.measures, *reference.rates)
    for layout in reference.layouts.values():
        where = f"layouts/{layout.id}.toml"
        _require(fields, layout.fields, where)
        numbers = [column.number for column in layout.columns]
        if len(set(numbers)) != len(numbers) or len(set(layout.fields)) != len(layout.fields):
            raise ReferenceDataError(f"{where}: a number or a field stands twice")
        for sum_ in layout.derived:
            _require(reference.measures, [sum_.field], where)
            _require([c.field for c in layout.columns if c.field], sum_.parts, where)
        if sum(column.role == "department" for column in layout.columns) != 1:
            raise ReferenceDataError(f"{where}: needs exactly one column with role 'department'")
        for column in layout.columns:
            if (column.role == "figure") != (column.field is not None) or not column.header:
                raise ReferenceDataError(
                    f"{where}: column {column.number}: needs 'header', and a figure its 'field'"
                )
    held: dict[tuple[str, int], str] = {}
    for layout in reference.layouts.values():
        for field in layout.fields:  # else nobody could say which of the two is believed
            other = held.setdefault((field, layout.rank), layout.id)
            if other != layout.id:
                words = f"{other} and {layout.id} of one rank hold {field!r}"
                raise ReferenceDataError(f"layouts: {words}")


def _check_dossiers(reference: Reference) -> None:
    """dossiers.toml in itself, and what rates.toml asks of it."""
    layout = reference.dossiers
    for fault in find_faults(layout):
        raise ReferenceDataError(f"dossiers.toml: {fault}")
    if layout.id in reference.layouts:
        raise ReferenceDataError(f"dossiers.toml: a layout has the id {layout.id!r}")
    _require(reference.measures, COUNTED, "dossiers.toml")
    asked = [rate for rate in reference.rates.values() if rate.dossiers is not None]
    meanings: dict[str, object] = {}
    for rate in asked:
        rule = rate.dossiers
        assert rule is not None
        where = f"rates.toml: {rate.id}.dossiers"
        for condition in (rule.numerator, rule.denominator):
            _require(layout.column_by_id, condition, where)
            for column, values in condition.items():
                _require(layout.kept_values(column), values, f"{where}.{column}")
        if not rule.numerator:
            raise ReferenceDataError(f"{where}: needs 'numerator'")
        if rate.numerator in COUNTED or (rule.denominator and rate.denominator in COUNTED):
            raise ReferenceDataError(f"{where}: the list's own counts cannot be its parts")
        if (rate.denominator == rule.among) != (not rule.denominator):
            words = "'denominator' narrows 'among' if and only if the measures differ"
            raise ReferenceDataError(f"{where}: {words}")
        whole = (rule.among, rule.denominator)
        parts = {rate.denominator: whole, rate.numerator: (*whole, rule.numerator)}
        for measure, meaning in parts.items():
            if meanings.setdefault(measure, meaning) != meaning:
                raise ReferenceDataError(f"{where}: {measure!r} means something else elsewhere")


def _check_thresholds(reference: Reference) -> None:
    thresholds = reference.thresholds
    if reference.centre.small_denominator < 0:
        raise ReferenceDataError("centre.toml: small_denominator is below 0")
    if not 0 <= thresholds.like_length < 100:
        raise ReferenceDataError("checks.toml: like_length is not a percentage below 100")
    _require(
        {measure.unit for measure in reference.measures.values()},
        [jump.unit for jump in thresholds.jumps],
        "checks.toml: jump",
    )
    for unit, count in Counter(jump.unit for jump in thresholds.jumps).items():
        if count > 1:
            raise ReferenceDataError(f"checks.toml: jump of {unit!r} stands {count} times")
    for jump in thresholds.jumps:
        if jump.factor <= 1 or jump.minimum < 1:
            raise ReferenceDataError(f"checks.toml: jump of {jump.unit!r}: needs factor > 1")


def _check_findings(reference: Reference) -> None:
    for fault in find_rule_faults(reference.findings):
        raise ReferenceDataError(f"findings.toml: {fault}")
    _require(reference.measures, reference.findings.measures, "findings.toml")


def _check_others(reference: Reference) -> None:
    for fault in find_definition_faults(reference.others):
        raise ReferenceDataError(f"{DEFINITIONS_FILE}: {fault}")
    for fault in find_entry_faults(reference.other_entries):
        raise ReferenceDataError(f"{OTHERS_FILE}: {fault}")
