"""The story's figures as files, such as the one-stop system or a clerk would hand in."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.demo.dossiers import Dossier, list_of
from ttpv.demo.figures import Month, print_rates, sum_counts
from ttpv.reference import OtherEntry, Reference
from ttpv.reports.other_sheet import build_other_workbook
from ttpv.reports.template import build_template
from ttpv.reports.workbook import Annex, build_annexes

_TIME = "%d/%m/%Y %H:%M:%S"
_MADE = (2026, 1, 5, 8, 0, 0)
# What the import leaves in the file; it stands here to show just that, and names nobody.
_PERSONAL = ("Tên cá nhân/tổ chức", "Số CCCD", "Số điện thoại", "Địa chỉ")


def build_annex_file(reference: Reference, period: Period, month: Month) -> bytes:
    """Annexes I and II, rates as published: rounded, and for those in force only."""
    rates = reference.rates_on(period.last)
    rows = {department: print_rates(counts, rates) for department, counts in month.items()}
    total = print_rates(sum_counts(month.values()), rates)
    annexes = [Annex(layout, rows, total) for layout in ("annex-1", "annex-2")]
    return build_annexes(reference, period, annexes)


def build_template_file(
    reference: Reference, period: Period, figures: Mapping[str, Mapping[str, Figure]]
) -> bytes:
    """The template, filled in."""
    return without_times(build_template(reference, period, figures))


def build_fees_file(reference: Reference, period: Period, month: Month) -> bytes:
    """Annex II alone."""
    fees = Annex("annex-2", month, sum_counts(month.values()))
    return build_annexes(reference, period, [fees])


def build_others_file(reference: Reference, period: Period, entries: Sequence[OtherEntry]) -> bytes:
    """The sheet of other figures alone, filled in."""
    return without_times(build_other_workbook(reference, period, entries))


def build_list_file(reference: Reference, period: Period, dossiers: Sequence[Dossier]) -> bytes:
    """The dossier list of the period as CSV, as it stood at the period's end."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    layout = reference.dossiers
    writer.writerow([reference.centre.name])
    writer.writerow(["DANH SÁCH HỒ SƠ (SỐ LIỆU MÔ PHỎNG)"])
    writer.writerow([f"(Từ ngày {period.start:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"])
    writer.writerow(["STT", *(column.title for column in layout.columns), *_PERSONAL])
    for ordinal, row in enumerate(_list_rows(reference, period, dossiers), 1):
        writer.writerow(
            [ordinal, *(row[column.id] for column in layout.columns), *_nobody(ordinal)]
        )
    return text.getvalue().encode("utf-8-sig")


def _list_rows(
    reference: Reference, period: Period, dossiers: Sequence[Dossier]
) -> Iterator[dict[str, str]]:
    """The layout's columns by id."""
    layout = reference.dossiers
    names = {
        kind: {value.id: value.name for value in layout.values_of(kind)}
        for kind in ("status", "channel", "payment", "flag")
    }
    places = {d.id: place for place, d in enumerate(reference.departments, 1)}
    end = datetime.combine(period.stop, time())

    def flag(value: bool | None) -> str:
        return "" if value is None else names["flag"]["yes" if value else "no"]

    for dossier in list_of(dossiers, period):
        place, is_open = places[dossier.department], dossier.is_open_at(end)
        by_post = dossier.number % 9 == 0
        channel = "online" if dossier.is_online else "post" if by_post else "direct"
        yield {
            "code": f"000.00.{place:02d}.{reference.centre.code}-{dossier.received:%y%m%d}-"
            f"{dossier.number:04d}",
            "procedure_code": f"1.{place:03d}{dossier.procedure_number:03d}",
            "procedure_name": dossier.procedure,
            "field": dossier.field,
            "department": reference.department_by_id[dossier.department].name,
            "received": dossier.received.strftime(_TIME),
            "due": dossier.due.strftime(_TIME),
            "returned": "" if is_open else dossier.returned.strftime(_TIME),
            "channel": names["channel"][channel],
            "status": names["status"][_status(dossier, is_open)],
            "fee": str(dossier.fee),
            "payment": names["payment"][_payment(dossier)],
            "eid": flag(dossier.eid),
            "digitised": flag(dossier.digitised),
            "e_result": "" if is_open else flag(dossier.e_result),
        }


def _status(dossier: Dossier, is_open: bool) -> str:
    if dossier.kind == "withdrawn":
        return "withdrawn"
    if not is_open:
        return "finished" if dossier.number % 7 == 0 else "returned"
    if dossier.kind == "suspended":
        return "incomplete"
    return "accepted" if dossier.number % 5 == 0 else "processing"


def _payment(dossier: Dossier) -> str:
    if not dossier.fee:
        return "none"
    if dossier.is_paid_online:
        return "online"
    return "transfer" if dossier.number % 6 == 0 else "cash"


def _nobody(ordinal: int) -> list[str]:
    return [f"Người nộp giả định {ordinal:05d}", f"{ordinal:012d}", "0000000000", "Không có thật"]


def without_times(workbook: bytes) -> bytes:
    """The same workbook as if made at one fixed moment, so that equal figures are equal files."""
    stamp = b"2026-01-05T08:00:00Z"
    made = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            content = old.read(name)
            if name == "docProps/core.xml":
                content = made.sub(rb"\g<1>" + stamp, content)
            new.writestr(entry, content)
    return out.getvalue()
