"""Makes the example: files, and a store that they were imported into as any upload is.

The folder appears complete or not at all (store.files.new_folder), so whoever finds it finds all;
what a kill leaves lies beside it under another name and is made again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ttpv.core.periods import Period
from ttpv.core.tables import Figure
from ttpv.demo.exports import (
    build_annex_file,
    build_fees_file,
    build_list_file,
    build_others_file,
    build_template_file,
)
from ttpv.demo.figures import Month
from ttpv.demo.story import SEED, Story, count_fees, tell_story
from ttpv.demo.targets import write_targets
from ttpv.imports import Preview, Upload, preview_files, publish_files
from ttpv.publishing import Publisher
from ttpv.reference import OtherEntry, Reference
from ttpv.store import Store
from ttpv.store.files import new_folder
from ttpv.target_files import read_targets
from ttpv.targets import publish_targets
from ttpv.uploads import discard_staged

DEFAULT_FOLDER = Path(__file__).parents[2] / "data" / "demo"
EXPORTS = "exports"

# As if all of it came in one after the other; the import holds dates against it.
_TODAY = date(2026, 1, 5)
_PUBLISHER = Publisher("chương trình (số liệu mô phỏng)", may_publish=True)

# The month that was published with a slip first: a department's late dossiers counted as in time,
# and fewer digitised. The right file follows a month later.
_REVISED, _REVISED_DEPARTMENT = date(2025, 6, 1), "so-xay-dung-2025"

Say = Callable[[str], None]


class DemoRefused(Exception):
    """The folder is somebody else's; the message is for people."""


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the example lies: a store, with its exports/ and targets.toml beside the store's own
    files. `made` says whether it was made just now."""

    folder: Path
    made: bool


def make_demo(
    folder: Path, reference: Reference, *, seed: int = SEED, say: Say = lambda _: None
) -> Demo:
    """Fills `folder`, or leaves it as it is where it holds the example already.

    `say` is told which file comes next. Raises DemoRefused where the folder holds anything else.
    """
    if Store(folder).is_simulated:
        return Demo(folder, made=False)
    try:
        with new_folder(folder) as draft:
            _Maker(draft, reference, say).make(tell_story(reference, seed))
    except OSError as error:
        if Store(folder).is_simulated:
            return Demo(folder, made=False)  # somebody else made it meanwhile
        if not isinstance(error, FileExistsError):
            raise
        raise DemoRefused(
            f"Thư mục {folder} đã có nội dung khác, không phải số liệu mô phỏng, nên chưa tạo gì. "
            "Số liệu mô phỏng không bao giờ được trộn với số liệu thật; hãy chọn thư mục khác: "
            "python -m ttpv demo --folder THƯ_MỤC"
        ) from None
    return Demo(folder, made=True)


class _Maker:
    """Writes one file after the other and publishes it."""

    def __init__(self, folder: Path, reference: Reference, say: Say) -> None:
        self.folder, self.reference, self.say = folder / EXPORTS, reference, say
        self.store = Store(folder)
        self.store.mark_simulated()
        self.folder.mkdir()
        self.targets = write_targets(folder)
        self.others: Mapping[Period, Sequence[OtherEntry]] = {}

    def make(self, story: Story) -> None:
        self.others = story.others
        for period, month in story.year.items():
            name = f"{_name(period)} phu-luc.xlsx"
            annexes = (name, build_annex_file(self.reference, period, month))
            self._publish([annexes, *self._others_file(period)])
        right: Month | None = None
        for period, month in story.later.items():
            if period.start == _REVISED:
                right, revised = month, period
                month = {**month, _REVISED_DEPARTMENT: _slip(month[_REVISED_DEPARTMENT])}
            files = [self._template(period, month), self._fees(period, month)]
            self._publish([*files, *self._others_file(period)])
            if right is not None and period.start > _REVISED:
                self._publish([self._template(revised, right, " (sua lai)")])
                right = None
        for period in story.listed:
            self._make_listed(story, period)
        self._publish_targets()

    def _make_listed(self, story: Story, period: Period) -> None:
        """The list first; what the import counts in it is the month's template."""
        content = build_list_file(self.reference, period, story.dossiers)
        preview = self._publish([(f"{_name(period)} danh-sach-ho-so.csv", content)])
        (draft,) = preview.drafts
        figures: dict[str, Mapping[str, Figure]] = {
            row.department or "": row.figures for row in draft.table.rows
        }
        fees = count_fees(story.dossiers, period)
        month = {department: fees.get(department, {}) for department in figures}
        files = [self._template(period, figures), self._fees(period, month)]
        self._publish([*files, *self._others_file(period)])

    def _publish_targets(self) -> None:
        """The invented targets after those of 2023, as a person adds them."""
        read = read_targets(self.targets.read_bytes(), self.targets.name, self.reference)
        current = self.store.current()
        outcome = publish_targets(
            (*self.reference.targets, *read.targets),
            self.store,
            self.reference,
            _PUBLISHER,
            expect=current.id if current else "",
        )
        if outcome.status != "published":
            raise RuntimeError(f"targets: {outcome.status} {read.issues}")

    def _template(
        self, period: Period, month: Mapping[str, Mapping[str, Figure]], note: str = ""
    ) -> tuple[str, bytes]:
        content = build_template_file(self.reference, period, month)
        return f"{_name(period)} mau-nhap-lieu{note}.xlsx", content

    def _fees(self, period: Period, month: Month) -> tuple[str, bytes]:
        content = build_fees_file(self.reference, period, month)
        return f"{_name(period)} phu-luc-II.xlsx", content

    def _others_file(self, period: Period) -> list[tuple[str, bytes]]:
        """The workbook of other figures; none for the last days of 2023, which the report lacks."""
        if period not in self.others:
            return []
        content = build_others_file(self.reference, period, self.others[period])
        return [(f"{_name(period)} so-lieu-khac.xlsx", content)]

    def _publish(self, files: Sequence[tuple[str, bytes]]) -> Preview:
        """Writes the files, then imports them from there, as a person would."""
        self.say(files[0][0])
        for name, content in files:
            (self.folder / name).write_bytes(content)
        uploads = [Upload(name, content) for name, content in files]
        preview = preview_files(
            uploads, self.reference, store=self.store, today=_TODAY, is_complete=True
        )
        outcome = publish_files(preview, self.store, _PUBLISHER)
        discard_staged(preview.staged)
        if outcome.status != "published":
            reasons = " ".join(issue.message for issue in preview.issues)
            raise RuntimeError(f"{[name for name, _ in files]}: {outcome.status} {reasons}")
        return preview


def _name(period: Period) -> str:
    """2024-01, or 2023-12-26_31 for a part of a month."""
    if period.kind == "month":
        return f"{period.start:%Y-%m}"
    return f"{period.start:%Y-%m-%d}_{period.last:%d}"


def _slip(right: Mapping[str, int]) -> dict[str, int]:
    return {
        **right,
        "resolved_on_time": right["resolved_on_time"] + right["resolved_late"],
        "resolved_late": 0,
        "digitised": right["digitised"] * 9 // 10,
    }
