"""Who may make a new state, and what became of the attempt: the same for exports, registers, and
states that are brought back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ttpv.previews import FilePreview
from ttpv.store import Manifest, Publication, StateChanged

MAY_NOT_PUBLISH = "Bạn không có quyền công bố số liệu."

Status = Literal["published", "unchanged", "valid", "needs_confirmation", "rejected"]


class NotAllowed(Exception):
    """Whoever asks may not publish; the message is for people."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes. Made by those who know the caller (command line, ui/access)."""

    name: str
    may_publish: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files. `snapshot` is the state afterwards, None in an empty store."""

    status: Status
    snapshot: Manifest | None
    files: tuple[FilePreview, ...]


def require_permission(publisher: Publisher, refusal: str = MAY_NOT_PUBLISH) -> None:
    """Raises NotAllowed, with the publisher's reason or else `refusal`, for who may not publish."""
    if not publisher.may_publish:
        raise NotAllowed(publisher.reason or refusal)


def carry_out(act: Callable[[], Publication], files: tuple[FilePreview, ...] = ()) -> Outcome:
    """Makes a new state by `act`. Where that finds another state than its caller has seen:
    `needs_confirmation`, with nothing written. Raises what `act` raises otherwise."""
    try:
        publication = act()
    except StateChanged as error:
        return Outcome("needs_confirmation", error.current, files)
    status: Status = "published" if publication.changed else "unchanged"
    return Outcome(status, publication.snapshot, files)
