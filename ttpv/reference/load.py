"""data/reference/*.toml → Reference. A wrong file stops the program and says which key is wrong.

These files ship with the product and are edited by its keepers, so an error in them is a wrong
call and raises; exports from people are another matter (readers).
"""

import tomllib
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from ttpv.reference.cross_checks import check_reference, find_unique
from ttpv.reference.dossiers import DossierLayout
from ttpv.reference.files import (
    DEFINITIONS_FILE,
    LETTERHEAD_FILE,
    OTHERS_FILE,
    REFERENCE_DIR,
    TARGETS_FILE,
    TEMPLATES_FILE,
    ReferenceDataError,
    ReferenceFiles,
    read_reference_files,
)
from ttpv.reference.findings import FindingRules
from ttpv.reference.letterhead import Letterhead
from ttpv.reference.model import (
    Centre,
    Department,
    Identity,
    Layout,
    Measure,
    Rate,
    Reference,
    Target,
    Thresholds,
)
from ttpv.reference.others import (
    OtherDefinitions,
    OtherEntries,
    find_entry_faults,
)
from ttpv.reference.record import Record
from ttpv.reference.templates import Template, find_template_faults

T = TypeVar("T", bound=msgspec.Struct)
_MOST_DIGITS = 30


class _DepartmentsFile(Record, frozen=True):
    departments: tuple[Department, ...] = msgspec.field(name="department")


class _MeasuresFile(Record, frozen=True):
    measures: tuple[Measure, ...] = msgspec.field(name="measure")
    identities: tuple[Identity, ...] = msgspec.field(name="identity", default=())


class _RatesFile(Record, frozen=True):
    rates: tuple[Rate, ...] = msgspec.field(name="rate")


class _TargetsFile(Record, frozen=True):
    targets: tuple[Target, ...] = msgspec.field(name="target", default=())


class _TemplatesFile(Record, frozen=True):
    templates: tuple[Template, ...] = msgspec.field(name="template", default=())


def read_reference(folder: Path = REFERENCE_DIR) -> Reference:
    """Reads and cross-checks all of `folder`. Raises ReferenceDataError, naming file and key."""
    return parse_reference(read_reference_files(folder))


def parse_reference(files: ReferenceFiles) -> Reference:
    """The texts, cross-checked; its `digest` is theirs. Raises as `read_reference`."""
    measures_file = _parse(files, "measures.toml", _MeasuresFile)
    layouts = [
        _parse(files, name, Layout) for name in sorted(files.texts) if name.startswith("layouts/")
    ]
    rates = find_unique(_parse(files, "rates.toml", _RatesFile).rates, "rates.toml")
    reference = Reference(
        centre=_parse(files, "centre.toml", Centre),
        departments=_parse(files, "departments.toml", _DepartmentsFile).departments,
        measures={m.id: m for m in find_unique(measures_file.measures, "measures.toml")},
        identities=measures_file.identities,
        rates={rate.id: rate for rate in rates},
        targets=_parse(files, TARGETS_FILE, _TargetsFile).targets,
        layouts={layout.id: layout for layout in find_unique(layouts, "layouts")},
        dossiers=_parse(files, "dossiers.toml", DossierLayout),
        thresholds=_parse(files, "checks.toml", Thresholds),
        findings=_parse(files, "findings.toml", FindingRules),
        letterhead=_parse(files, LETTERHEAD_FILE, Letterhead),
        others=_parse(files, DEFINITIONS_FILE, OtherDefinitions),
        other_entries=_parse(files, OTHERS_FILE, OtherEntries),
        templates=_read_templates(files),
        digest=files.digest,
    )
    check_reference(reference)
    return reference


def parse_targets(text: str) -> tuple[Target, ...]:
    """The targets of one targets.toml, not held against rates and departments. Raises
    ReferenceDataError."""
    return _parse(ReferenceFiles({TARGETS_FILE: text}), TARGETS_FILE, _TargetsFile).targets


def parse_others(text: str, *, strict: bool = True) -> OtherEntries:
    """The entries of one other-figures.toml, of which each is to be read; without `strict` their
    days may be impossible, for checks to say so. Raises ReferenceDataError."""
    entries = _parse(ReferenceFiles({OTHERS_FILE: text}), OTHERS_FILE, OtherEntries)
    for fault in find_entry_faults(entries) if strict else ():
        raise ReferenceDataError(f"{OTHERS_FILE}: {fault}")
    return entries


def parse_letterhead(text: str) -> Letterhead:
    """The letterhead of one report.toml. Raises ReferenceDataError."""
    return _parse(ReferenceFiles({LETTERHEAD_FILE: text}), LETTERHEAD_FILE, Letterhead)


def parse_templates(text: str) -> tuple[Template, ...]:
    """The templates of one templates.toml. Raises ReferenceDataError."""
    return _read_templates(ReferenceFiles({TEMPLATES_FILE: text}))


def _read_templates(files: ReferenceFiles) -> tuple[Template, ...]:
    templates = _parse(files, TEMPLATES_FILE, _TemplatesFile).templates
    for fault in find_template_faults(templates):
        raise ReferenceDataError(f"{TEMPLATES_FILE}: {fault}")
    return templates


def _parse(files: ReferenceFiles, name: str, shape: type[T]) -> T:
    short = PurePosixPath(name).name
    if name not in files.texts:
        raise ReferenceDataError(f"{short}: there is no such file")
    try:
        return msgspec.convert(tomllib.loads(files.texts[name], parse_float=_parse_decimal), shape)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReferenceDataError(f"{short}: {error}") from error
    # tomllib reads brackets in brackets, and digits in a number, as far as Python lets it.
    except (RecursionError, ValueError) as error:
        raise ReferenceDataError(f"{short}: {error}") from error


def _parse_decimal(text: str) -> Decimal:
    """TOML knows nan, inf and 1e999999999, with which nothing can be reckoned or compared. Raises
    ValueError."""
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise ValueError(f"{text} is no number to reckon with")
    return number
