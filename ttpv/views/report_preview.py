"""What will stand in a report, shown before it is taken: its texts and tables, part by part.

The template decides on order and words around them; a centre's own may leave parts out.
"""

from dataclasses import dataclass

from ttpv.monitor import Figures
from ttpv.reference import Reference
from ttpv.views.report import ReportView
from ttpv.views.report.annexes import build_annex
from ttpv.views.table_view import TableView


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """A section: its heading, its sentences, and its table with what stands below it."""

    heading: str
    sentences: tuple[str, ...]
    table: TableView | None = None
    notes: tuple[str, ...] = ()


def preview_report(view: ReportView) -> tuple[PreviewPart, ...]:
    """The sections of the report that figures fill."""
    findings = view.findings
    return (
        PreviewPart(
            "I.2. Tiếp nhận và giải quyết thủ tục hành chính",
            (view.dossiers.sentence, *view.dossiers.notes),
        ),
        PreviewPart("I.3. Phản ánh, kiến nghị", (view.feedback.questions, view.feedback.contacts)),
        PreviewPart(
            "I.4. Phí, lệ phí",
            (f"Thu trực tiếp: {view.fees.direct}", f"Thu trực tuyến: {view.fees.online}"),
        ),
        PreviewPart(
            "I.5. Chỉ tiêu dịch vụ công trực tuyến",
            (view.targets.summary,),
            view.targets.table,
            view.targets.notes,
        ),
        PreviewPart(
            "I.8. Bộ chỉ số 766 và nhiệm vụ khác",
            _fill((view.index.sentence, view.index.groups, view.signatures)),
        ),
        PreviewPart(
            "I.9. Phân tích kết quả",
            (),
            findings.below if findings.has_below else None,
            (*findings.below_notes, *findings.notes),
        ),
        PreviewPart("", (*findings.moved, *findings.needed, *findings.remarkable)),
    )


def preview_annexes(figures: Figures, reference: Reference) -> tuple[PreviewPart, ...]:
    """The annexes as the workbook and the report have them."""
    annexes = (build_annex(figures, reference, form, "") for form in ("annex-1", "annex-2"))
    return tuple(
        PreviewPart(f"{annex.name}. {annex.title}", (), annex.table, annex.notes)
        for annex in annexes
    )


def _fill(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences if sentence)
