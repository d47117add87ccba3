"""What files would publish: the shapes of a preview. It is made in `imports.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ttpv.core.issues import Issue, has_errors
from ttpv.core.periods import Period
from ttpv.core.text import fold
from ttpv.readers import UnknownName
from ttpv.reference import OtherEntry
from ttpv.store import Draft, Store, TaughtName


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What one file would publish. `forms` were recognised, `needs_period` if only that lacks.

    `unknown_names` are no department's names; the issues `department_unknown` say where they stand.
    Sums are not checked beside a row that could not be read. `others` are the entries of a sheet of
    other figures.
    """

    name: str
    drafts: tuple[Draft, ...]
    forms: tuple[str, ...]
    issues: tuple[Issue, ...]
    needs_period: bool
    unknown_names: tuple[UnknownName, ...] = ()
    sums_checked: bool = True
    others: tuple[OtherEntry, ...] = ()

    @property
    def is_valid(self) -> bool:
        return bool(self.drafts or self.others) and not has_errors(self.issues)

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(dict.fromkeys(draft.table.period for draft in self.drafts))


@dataclass(frozen=True, slots=True)
class Preview:
    """What the files would publish upon one state.

    `snapshot` is the id of the state that they were checked against, "" for an empty store.
    `aliases` are the names that were answered and found in the files; `registers` the texts that
    files change (other-figures.toml), by file, none where they would change nothing.
    """

    files: tuple[FilePreview, ...]
    snapshot: str = ""
    aliases: tuple[TaughtName, ...] = ()
    registers: Mapping[str, str] = field(default_factory=dict)

    @property
    def others(self) -> tuple[OtherEntry, ...]:
        return tuple(entry for file in self.files for entry in file.others)

    def is_published(self, store: Store) -> bool:
        """Whether publishing it would change nothing; answered names are learned by it alone."""
        same = all(store.holds(draft) for draft in self.drafts)
        return same and not self.aliases and not self.registers

    @property
    def drafts(self) -> tuple[Draft, ...]:
        return tuple(draft for file in self.files for draft in file.drafts)

    @property
    def staged(self) -> tuple[Path, ...]:
        """The files that dossier lists have staged; to be discarded once nobody needs them."""
        return tuple(path for draft in self.drafts for path in draft.extras.values())

    @property
    def has_list(self) -> bool:
        """Whether one of the files is a dossier list."""
        return bool(self.staged)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(issue for file in self.files for issue in file.issues)

    @property
    def is_valid(self) -> bool:
        return bool(self.files) and all(file.is_valid for file in self.files)

    @property
    def unknown_names(self) -> tuple[UnknownName, ...]:
        """The names to ask about, each once however it is dressed, at the first place it stands."""
        found = [name for file in self.files for name in file.unknown_names]
        return tuple({fold(name.name): name for name in reversed(found)}.values())[::-1]
