"""Sections I.2, I.3, I.4 and I.8 as sentences, in the wording of the report of 2023.

What is not known is said to be missing, for whoever goes over the report to add; it is never left
out, and never 0.
"""

from ttpv.metrics import compute_share
from ttpv.monitor import Figures
from ttpv.other_figures import Index766, OtherFigures, Quantity
from ttpv.reference import IndexDefinition, Reference
from ttpv.views.banner import build_banner
from ttpv.views.counts import PARTIAL
from ttpv.views.formatting import (
    format_amount,
    format_count,
    format_date,
    format_decimal,
    format_share,
    format_target,
    lower_first,
)
from ttpv.views.report.model import (
    DossiersText,
    FeedbackText,
    FeesText,
    IndexText,
    PeriodText,
)
from ttpv.views.report.wording import UNKNOWN, name_subject, say_amount, say_count

_DOSSIERS = "hồ sơ"
_TO_ADD = "cần bổ sung trước khi trình ký"


def build_dossiers(figures: Figures, reference: Reference, period: PeriodText) -> DossiersText:
    counts = figures.total.counts
    on_time = format_share(compute_share(counts["resolved_on_time"], counts["resolved"]))
    late = format_share(compute_share(counts["resolved_late"], counts["resolved"]))
    return DossiersText(
        is_known=counts["received"] is not None and counts["resolved"] is not None,
        sentence=_write_dossiers(figures, period, on_time, late),
        received=format_count(counts["received"]),
        received_new=format_count(counts["received_new"]),
        received_online=format_count(counts["received_online"]),
        carried_over=format_count(counts["carried_over"]),
        resolved=format_count(counts["resolved"]),
        resolved_on_time=format_count(counts["resolved_on_time"]),
        share_on_time=on_time,
        resolved_late=format_count(counts["resolved_late"]),
        share_late=late,
        pending=format_count(counts["pending"]),
        pending_in_time=format_count(counts["pending_in_time"]),
        pending_overdue=format_count(counts["pending_overdue"]),
        notes=(*_say_partial(figures, reference), *build_banner(figures, reference).notes),
    )


def _write_dossiers(figures: Figures, period: PeriodText, on_time: str, late: str) -> str:
    counts = figures.total.counts
    main = ("received", "resolved", "pending")
    if all(counts[measure] is None for measure in main):
        return f"Số liệu tiếp nhận, giải quyết hồ sơ {period.full}: {UNKNOWN}, {_TO_ADD}."
    said = {measure: say_count(count, _DOSSIERS) for measure, count in counts.items()}
    resolved = counts["resolved"]
    shares = (
        f"trong đó giải quyết đúng hạn {said['resolved_on_time']}{_say_share(on_time)}; "
        f"hồ sơ trễ hạn {said['resolved_late']}{_say_share(late)}; "
        if resolved != 0
        else ""
    )
    overdue = counts["pending_overdue"]
    in_time = "không có hồ sơ quá hạn" if overdue == 0 else f"quá hạn {said['pending_overdue']}"
    return (
        f"Trong {period.full}, {name_subject(figures)} tiếp nhận xử lý {said['received']} "
        f"(trong đó tiếp nhận mới {said['received_new']}, hồ sơ kỳ trước chuyển sang "
        f"{said['carried_over']}); đã giải quyết {said['resolved']}, {shares}"
        f"đang giải quyết {said['pending']}, trong đó đang giải quyết trong hạn "
        f"{said['pending_in_time']}, {in_time}."
    )


def _say_share(share: str) -> str:
    return "" if share == "–" else f", chiếm {share}"


def _say_partial(figures: Figures, reference: Reference) -> tuple[str, ...]:
    """Sums over the departments that have figures, under that name."""
    if not figures.partial:
        return ()
    listed = ", ".join(
        f"{lower_first(reference.title(measure))} {format_count(count)}"
        for measure, count in figures.partial.items()
    )
    return (f"{PARTIAL}: {listed}.",)


def build_feedback(others: OtherFigures | None, period: PeriodText) -> FeedbackText:
    def find(name: str) -> Quantity:
        return others.quantities.get(name, Quantity(None)) if others else Quantity(None)

    received, answered = find("questions_received"), find("questions_answered")
    cancelled, left = find("questions_cancelled"), find("questions_open")
    emails, calls = find("emails"), find("calls")
    is_known = received.value is not None
    questions = (
        f"Trong {period.full}, Cổng dịch vụ công của tỉnh đã tiếp nhận "
        f"{say_quantity(received, 'câu hỏi')} của tổ chức, công dân; Trung tâm đã phối hợp các đơn "
        f"vị liên quan trả lời, đăng tải kịp thời {say_quantity(answered, 'câu trả lời')}; "
        f"{_say_cancelled(cancelled)}; {_say_open(left)}."
        if is_known
        else f"Số câu hỏi, phản ánh, kiến nghị tiếp nhận trong {period.full}: {UNKNOWN}, {_TO_ADD}."
    )
    is_contact_known = emails.value is not None or calls.value is not None
    contacts = (
        f"Bên cạnh đó, qua email công vụ, Trung tâm nhận được {say_quantity(emails, 'email')} của "
        f"công dân; ngoài ra, Trung tâm nhận được {say_quantity(calls, 'cuộc gọi điện thoại')} của "
        "công dân."
        if is_contact_known
        else f"Số email, cuộc gọi điện thoại của công dân: {UNKNOWN}, {_TO_ADD}."
    )
    return FeedbackText(
        is_known=is_known,
        questions=questions,
        has_open=is_known and left.value != 0,
        is_contact_known=is_contact_known,
        contacts=contacts,
        received=_write_quantity(received),
        answered=_write_quantity(answered),
        cancelled=_write_quantity(cancelled),
        open=_write_quantity(left),
        emails=_write_quantity(emails),
        calls=_write_quantity(calls),
    )


def _say_cancelled(cancelled: Quantity) -> str:
    if cancelled.value == 0:
        return "không hủy câu hỏi nào"
    return f"hủy {say_quantity(cancelled, 'câu hỏi')}"


def _say_open(left: Quantity) -> str:
    if left.value == 0:
        return "không còn câu hỏi chưa được trả lời"
    return f"còn {say_quantity(left, 'câu hỏi')} chưa được trả lời"


def _write_quantity(quantity: Quantity) -> str:
    return f"{quantity.qualifier} {format_count(quantity.value)}".strip()


def say_quantity(quantity: Quantity, unit: str) -> str:
    """ "hơn 1.200 cuộc gọi điện thoại"."""
    return f"{quantity.qualifier} {say_count(quantity.value, unit)}".strip()


def build_signatures(others: OtherFigures | None, period: PeriodText) -> str:
    """Remote signatures; empty where nothing is known of them, for not every centre issues them."""
    found = others.quantities.get("signatures") if others else None
    if found is None or found.value is None:
        return ""
    since = f"Trong {period.short},"
    if found.since is not None:
        now = found.until is None or format_date(found.until) == period.last
        until = "đến nay" if now or not found.until else f"đến {format_date(found.until)}"
        since = f"Lũy kế, từ {format_date(found.since)} {until}"
    return f"{since} đã hỗ trợ tạo {say_quantity(found, 'chữ ký số')} cho công dân."


def build_fees(figures: Figures, period: PeriodText) -> FeesText:
    counts = figures.total.counts
    direct, online = counts["direct_transactions"], counts["online_transactions"]
    paid_direct, paid_online = counts["direct_amount"], counts["online_amount"]
    whose = "tại Trung tâm" if figures.is_whole_centre else name_subject(figures)
    where = f"Trong {period.full}, {whose}"
    return FeesText(
        is_known=None not in (direct, online, paid_direct, paid_online),
        direct=_write_fees(where, direct, paid_direct, "giao dịch có phát sinh phí"),
        online=_write_fees(where, online, paid_online, "giao dịch"),
        direct_transactions=format_count(direct),
        direct_amount=format_amount(paid_direct),
        online_transactions=format_count(online),
        online_amount=format_amount(paid_online),
    )


def _write_fees(where: str, count: int | None, amount: int | None, unit: str) -> str:
    if count == 0:
        return f"{where} không phát sinh {unit} nào."
    if count is None and amount is None:
        return f"{where}: {UNKNOWN} về số giao dịch và số tiền, {_TO_ADD}."
    money = f"({UNKNOWN})" if amount is None else say_amount(amount)
    return f"{where} có {say_count(count, unit)} với số tiền {money}."


def build_index(others: OtherFigures | None, reference: Reference, period: PeriodText) -> IndexText:
    index = others.index if others else None
    if index is None:
        missing = f"Kết quả Bộ chỉ số trong {period.full}: {UNKNOWN}, {_TO_ADD}."
        return IndexText(False, missing, "", "–", "", "", "")
    points = _write_points(index)
    band = f" ({index.band})" if index.band else ""
    rank = f", xếp {index.rank}" if index.rank else ""
    day = format_date(index.day)
    reached = f"đạt {points} điểm{band}" if index.points is not None else f"số điểm {UNKNOWN}"
    return IndexText(
        is_known=index.points is not None,
        sentence=f"Kết quả đến ngày {day}, tỉnh {reference.centre.province} {reached}{rank}.",
        groups=_write_groups(index, reference.others.index),
        points=points,
        band=index.band,
        rank=index.rank,
        day=day,
    )


def _write_points(index: Index766) -> str:
    return format_decimal(index.points, 2)


def _write_groups(index: Index766, definition: IndexDefinition) -> str:
    listed = [
        f"{lower_first(group.name)} {format_target(points)}/{format_target(group.maximum)} điểm"
        for group in definition.groups
        if (points := index.groups.get(group.id)) is not None
    ]
    return f"Trong đó: {'; '.join(listed)}." if listed else ""
