"""Figures as `python -m ttpv show` prints them for people: a plain table."""

from ttpv.metrics import RateFigure
from ttpv.monitor import Figures, Line
from ttpv.views.formatting import (
    format_count,
    format_interval,
    format_moment,
    format_period,
    format_rate,
    format_target,
)
from ttpv.views.names import short_name
from ttpv.views.rates import sign_of
from ttpv.views.words import CENTRE, CHOSEN, SIMULATED, SIMULATED_NOTE, STATUS_MARKS, STATUS_WORDS

_HEAD, _TARGETS = "Cơ quan, đơn vị", "Chỉ tiêu (%)"


def build_show_text(figures: Figures, *, is_simulated: bool = False) -> str:
    """The total's counts, then a table of departments × rates with the status marks; above them,
    where the store says so of itself, that nothing in it is real."""
    names = [short_name(line) for line in figures.departments]
    width = max(len(name) for name in (*names, _HEAD, _TARGETS, _total_name(figures)))
    heads = [rate.short for rate in figures.rates]
    targets = [format_target(figures.total.rates[rate.id].target) for rate in figures.rates]
    lines = [
        *([f"*** {SIMULATED}: {SIMULATED_NOTE} ***"] if is_simulated else []),
        f"Kỳ báo cáo {format_period(figures.period)}, lần công bố {figures.snapshot.id} "
        f"({format_moment(figures.snapshot.published_at)})",
        _counts(figures.total),
        "",
        "  ".join([_HEAD.ljust(width), *(head.rjust(22) for head in heads)]),
        "  ".join([_TARGETS.ljust(width), *(target.rjust(20) + "  " for target in targets)]),
    ]
    if len(figures.departments) != 1:  # one department's total is its own row
        lines.append(_row(_total_name(figures), width, figures.total, figures))
    lines += [
        _row(short_name(line), width, line, figures)
        for line in figures.departments
        if line.department
    ]
    used = {f.status for line in (figures.total, *figures.departments) for f in line.rates.values()}
    marks = (
        f"{STATUS_MARKS[status]} {STATUS_WORDS[status]}"
        for status in STATUS_WORDS
        if status in used
    )
    lines += ["", "  ".join(marks)]
    if figures.missing:
        known = {
            line.department.id: line.department.name
            for line in figures.departments
            if line.department
        }
        missing = ", ".join(known.get(department, department) for department in figures.missing)
        lines.append(f"Thiếu số liệu của: {missing}.")
    return "\n".join(lines)


def _total_name(figures: Figures) -> str:
    return CENTRE if figures.is_whole_centre else CHOSEN


def _counts(total: Line) -> str:
    counts = total.counts
    return (
        f"Tiếp nhận {format_count(counts['received'])} hồ sơ "
        f"(mới {format_count(counts['received_new'])}, "
        f"kỳ trước chuyển sang {format_count(counts['carried_over'])}); "
        f"đã giải quyết {format_count(counts['resolved'])} "
        f"(trễ hạn {format_count(counts['resolved_late'])}); "
        f"đang giải quyết {format_count(counts['pending'])} "
        f"(quá hạn {format_count(counts['pending_overdue'])})."
    )


def _row(name: str, width: int, line: Line, figures: Figures) -> str:
    cells = [_cell(line.rates[rate.id]).rjust(20) for rate in figures.rates]
    marks = [STATUS_MARKS[line.rates[rate.id].status] for rate in figures.rates]
    return "  ".join([name.ljust(width), *(f"{c} {m}" for c, m in zip(cells, marks, strict=True))])


def _cell(figure: RateFigure) -> str:
    metric = figure.metric
    if metric.basis == "not_applicable":
        return "không phát sinh"
    if metric.value is None:
        return f"trong {format_interval(metric.interval)}" if metric.interval else "không tính được"
    return sign_of(metric) + format_rate(metric.value, figure.target)
