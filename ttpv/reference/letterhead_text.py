"""The letterhead as entries that one edits one by one, and as the text of a report.toml."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from ttpv.reference.letterhead import Letterhead, Signature
from ttpv.reference.toml_text import format_value

LISTS = ("recipients", "letter_recipients")
"""Fields of several lines."""

FIELDS = (
    "superior",
    "issuer",
    "place",
    "report_symbol",
    "letter_symbol",
    "addressee",
    "recipients",
    "letter_recipients",
    "filed",
    "signature.authority",
    "signature.title",
    "signature.name",
)
"""In the order in which one reads a document."""


@dataclass(frozen=True, slots=True)
class LetterheadEntry:
    """A field and what it says; of several lines with a line break between them."""

    field: str
    value: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Those that say something."""
        return tuple(line for line in map(str.strip, self.value.splitlines()) if line)


def split_letterhead(letterhead: Letterhead) -> tuple[LetterheadEntry, ...]:
    """An entry a field, in their order."""
    values = {
        **msgspec.structs.asdict(letterhead),
        **{f"signature.{k}": v for k, v in msgspec.structs.asdict(letterhead.signature).items()},
    }
    return tuple(
        LetterheadEntry(field, "\n".join(values[field]) if field in LISTS else values[field])
        for field in FIELDS
    )


def join_letterhead(entries: Iterable[LetterheadEntry]) -> Letterhead:
    """The other way; fields without an entry say nothing."""
    told = {entry.field: entry for entry in entries}
    plain = {
        name: entry.lines if name in LISTS else entry.value.strip()
        for name, entry in told.items()
        if "." not in name
    }
    signature = {
        name.removeprefix("signature."): entry.value.strip()
        for name, entry in told.items()
        if "." in name
    }
    return msgspec.convert({**plain, "signature": signature}, Letterhead)


def build_letterhead_toml(letterhead: Letterhead) -> str:
    """The same letterhead always gives the same text."""
    lines = []
    for name in (field for field in FIELDS if "." not in field):
        value = getattr(letterhead, name)
        if name in LISTS:
            lines.append(f"{name} = [{', '.join(map(format_value, value))}]\n")
        else:
            lines.append(f"{name} = {format_value(value)}\n")
    signature: Signature = letterhead.signature
    lines.append("\n[signature]\n")
    lines += [
        f"{name} = {format_value(getattr(signature, name))}\n"
        for name in ("authority", "title", "name")
    ]
    return "".join(lines)
