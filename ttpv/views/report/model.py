"""The shapes of the report: each field is a placeholder of its template (docs/TEMPLATES.md)."""

from dataclasses import dataclass
from typing import Literal

from ttpv.views.report_charts import BarsView, PanelsView
from ttpv.views.table_view import TableView


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart to draw, and its title for the caption."""

    kind: Literal["targets", "departments", "trend"]
    drawn: BarsView | PanelsView
    title: str


@dataclass(frozen=True, slots=True)
class PeriodText:
    """`full` "năm 2023 (từ ngày 01/01/2023 đến ngày 25/12/2023)", `short` "năm 2023", `following`
    "năm 2024", `last` "25/12/2023", `year` "2023"."""

    full: str
    short: str
    following: str
    first: str
    last: str
    year: str


@dataclass(frozen=True, slots=True)
class DossiersText:
    """Section I.2: the sentence, and each of its figures."""

    is_known: bool
    sentence: str
    received: str
    received_new: str
    received_online: str
    carried_over: str
    resolved: str
    resolved_on_time: str
    share_on_time: str
    resolved_late: str
    share_late: str
    pending: str
    pending_in_time: str
    pending_overdue: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedbackText:
    """Section I.3: questions; e-mails and calls. `has_open`: some questions are still open."""

    is_known: bool
    questions: str
    has_open: bool
    is_contact_known: bool
    contacts: str
    received: str
    answered: str
    cancelled: str
    open: str
    emails: str
    calls: str


@dataclass(frozen=True, slots=True)
class FeesText:
    """Section I.4: at the counter and online; amounts in the sentences are truncated."""

    is_known: bool
    direct: str
    online: str
    direct_transactions: str
    direct_amount: str
    online_transactions: str
    online_amount: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A rate beside its target; `previous` and `year_before` are changes in percentage points."""

    ordinal: str
    name: str
    target: str
    result: str
    remark: str
    previous: str
    year_before: str


@dataclass(frozen=True, slots=True)
class TargetsText:
    """Section I.5."""

    summary: str
    table: TableView
    rows: tuple[TargetRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexText:
    """Section I.8: the index 766. `groups` says the points of each group, where they are known."""

    is_known: bool
    sentence: str
    groups: str
    points: str
    band: str
    rank: str
    day: str


@dataclass(frozen=True, slots=True)
class FindingsText:
    """What the figures say: departments below a target, what moved, what is needed, what is
    remarkable. `has_below`: the table has rows."""

    has_below: bool
    below: TableView
    below_notes: tuple[str, ...]
    moved: tuple[str, ...]
    needed: tuple[str, ...]
    remarkable: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnexText:
    """`name` "Phụ lục I"; `attached` says to which report it belongs."""

    name: str
    title: str
    attached: str
    period: str
    table: TableView
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartsText:
    """None where there is nothing to draw."""

    targets: ChartView | None
    departments: ChartView | None
    trend: ChartView | None


@dataclass(frozen=True, slots=True)
class SignatureText:
    """The block at the foot, right."""

    authority: str
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """All texts of the report. `simulated` and `scope` are empty where there is nothing to say;
    `gaps` are what somebody has to add before it is signed."""

    superior: str
    issuer: str
    symbol: str
    place_date: str
    province: str
    centre: str
    addressee: str
    title: str
    scope: str
    simulated: str
    period: PeriodText
    dossiers: DossiersText
    feedback: FeedbackText
    fees: FeesText
    targets: TargetsText
    index: IndexText
    signatures: str
    findings: FindingsText
    charts: ChartsText
    annex_1: AnnexText
    annex_2: AnnexText
    source: str
    recipients: tuple[str, ...]
    filed: str
    signature: SignatureText
    gaps: tuple[str, ...]
