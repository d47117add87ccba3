"""The letterhead as people keep it, a field an entry: the mechanics are `register_edits`."""

from collections.abc import Iterable, Iterator

from ttpv.core.issues import Issue, make_issue
from ttpv.reference import (
    LETTERHEAD_FILE,
    LetterheadEntry,
    Reference,
    build_letterhead_toml,
    join_letterhead,
    parse_letterhead,
    split_letterhead,
)
from ttpv.register_edits import Change, Register

LetterheadChange = Change[LetterheadEntry]

MOST_LETTERS = 200
"""Of one line: no name is longer, and a head of ten lines is none."""
MOST_LINES = 30


def check_letterhead(entries: Iterable[LetterheadEntry], reference: Reference) -> tuple[Issue, ...]:
    return tuple(_check(entries))


def _check(entries: Iterable[LetterheadEntry]) -> Iterator[Issue]:
    for entry in entries:
        if any(len(line) > MOST_LETTERS for line in entry.lines):
            line = next(line for line in entry.lines if len(line) > MOST_LETTERS)
            yield make_issue("letterhead_long", value=f"{line[:40]}…", most=str(MOST_LETTERS))
        if len(entry.lines) > MOST_LINES:
            yield make_issue("letterhead_lines", value=entry.lines[0], most=str(MOST_LINES))


LETTERHEAD: Register[LetterheadEntry] = Register(
    file=LETTERHEAD_FILE,
    parse=lambda text: split_letterhead(parse_letterhead(text)),
    build=lambda entries: build_letterhead_toml(join_letterhead(entries)),
    key=lambda entry: entry.field,
    in_force=lambda reference: split_letterhead(reference.letterhead),
    check=check_letterhead,
    refusal="Bạn không có quyền sửa thể thức văn bản.",
)
