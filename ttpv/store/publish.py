"""Drafts → entries of the next published state, and the files behind them.

The files come first, each durable under a name that says its content; the manifest that names them
comes last, under the next free number. So a state is there whole or not at all.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from ttpv.reference import ReferenceFiles
from ttpv.store.aliases import TaughtName, alias_changes, learn, make_alias
from ttpv.store.errors import NotCertain, StateChanged, StoreError
from ttpv.store.files import (
    adopt,
    make_folder,
    sync_names,
    sync_parents,
    write_new,
    write_once,
    write_over,
)
from ttpv.store.folders import Folders
from ttpv.store.history import History, encode_manifest, seal_manifest
from ttpv.store.integrity import is_intact_extra, is_intact_source, is_intact_table
from ttpv.store.manifest import (
    FORMAT,
    Change,
    Draft,
    Entry,
    ExtraRole,
    Manifest,
)
from ttpv.store.proposal import Build, Proposal
from ttpv.store.registers import InForce, hash_text, keep_texts, put_in_force
from ttpv.store.tables import hash_content, write_table

_EXTRA_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Publication:
    """The state afterwards, and whether it is a new one."""

    snapshot: Manifest
    changed: bool


def found_store(folders: Folders) -> None:
    """Makes the folder a store, if it is not one yet."""
    if not folders.format.exists():
        make_folder(folders.root)
        sync_parents(folders.root)
        write_once(folders.format, f"{FORMAT}\n".encode())
    make_folder(folders.manifests)
    sync_names(folders.root)  # whoever made the folders may have been killed before doing so


def _upgrade(folders: Folders) -> None:
    """Older programs must refuse the store before they meet a manifest that they misread."""
    if folders.format.read_bytes().strip() != str(FORMAT).encode():
        write_over(folders.format, f"{FORMAT}\n".encode())


def advance(
    folders: Folders,
    history: History,
    build: Build,
    shipped: ReferenceFiles,
    *,
    by: str,
    expect: str | None,
) -> Publication:
    """Publishes what `build` proposes, as one new state; needs the store held (lock.publishing).

    The state names the reference data that are in force with it: the `shipped` files, over them
    its registers.

    `expect` is the id of the state that the caller has seen ("" for an empty store): raises
    StateChanged, with no state written, when another is current; NotCertain where the state is
    there and its folder could not be fsynced. Whoever loses the race for a number looks again, and
    `build` is asked again.
    """
    while True:
        current = history.current()
        if expect is not None and expect != (current.id if current else ""):
            raise StateChanged(current)
        proposal = build(current)
        if proposal is None:
            if current is None:
                raise StoreError("Kho chưa có lần công bố nào. Hãy nhập và công bố một tệp trước.")
            sync_names(folders.manifests)  # its writer may have been killed before doing so
            return Publication(current, changed=False)
        in_force = put_in_force(folders, shipped, current, proposal)
        keep_texts(folders, in_force.texts)
        manifest = seal_manifest(_next_manifest(current, proposal, in_force, by))
        _upgrade(folders)
        path, content = folders.manifest(manifest.number), encode_manifest(manifest)
        try:
            write_new(path, content)
        except FileExistsError:
            continue  # somebody took the number: look again at what is current
        except OSError as error:
            if _holds(path, content):
                raise NotCertain(manifest.id, error) from error
            raise
        return Publication(manifest, changed=True)


def _holds(path: Path, content: bytes) -> bool:
    """Whether the name was given to this very state before the disk failed."""
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def propose_drafts(
    folders: Folders,
    drafts: Sequence[Draft],
    by: str,
    aliases: Sequence[TaughtName],
    texts: Mapping[str, str],
) -> Build:
    """Each draft replaces its (period, form) and leaves the rest; writes the files they need.

    `aliases` are learned with them; `texts` take the place of the registers of their names.
    """
    edited = {file: hash_text(text) for file, text in texts.items()}
    answers = [(taught, make_alias(taught, by)) for taught in aliases]
    candidates = [(draft, make_entry(draft, by)) for draft in drafts]

    def build(current: Manifest | None) -> Proposal | None:
        entries = {entry.key: entry for entry in (current.entries if current else ())}
        fresh = False
        for draft, entry in candidates:
            known = entries.get(entry.key)
            if known is None or not is_same(known, entry):
                entries[entry.key] = known = entry
                fresh = True
            # Also what is published already: it makes lost and damaged files good.
            _keep_files(folders, draft, known, names=entry.extras)
        before = current.aliases if current else ()
        after = learn(before, answers)
        learned = alias_changes(before, after)
        registers = current.registers if current else {}
        if not fresh and not learned and edited.items() <= registers.items():
            return None
        return Proposal(
            "publish" if drafts else "set_register",
            [entries[key] for key in sorted(entries)],
            after,
            learned,
            registers={**registers, **edited},
            register_texts={edited[file]: text for file, text in texts.items()},
        )

    return build


def make_entry(draft: Draft, by: str) -> Entry:
    """What a manifest would say of the draft. Raises ValueError, and StoreError without extras."""
    table, content = draft.table, hash_content(draft.table)
    stem = f"{table.period}_{table.form}"
    if draft.content is not None and _hash_bytes(draft.content) != draft.source.sha256:
        raise ValueError("the source is another file than its content")
    extras = {
        role: f"{stem}_{role}_{_hash_staged(path)[:_EXTRA_DIGITS]}.parquet"
        for role, path in draft.extras.items()
    }
    return Entry(
        start=table.period.start,
        stop=table.period.stop,
        form=table.form,
        fields=table.fields,
        departments=len(table.rows),
        content=content,
        file=f"{stem}_{content[:16]}.parquet",
        source=msgspec.structs.replace(draft.source, kept=draft.content is not None),
        issues=draft.issues,
        published_at=datetime.now(UTC),
        published_by=by,
        extras=extras,
    )


def is_same(known: Entry, entry: Entry) -> bool:
    """Whether publishing `entry` would change nothing that anybody can read.

    The same list read twice gives the same rows in files that may differ byte by byte; what it
    was read from, and by which rules, tells.
    """
    if known.content != entry.content or known.extras.keys() != entry.extras.keys():
        return False
    return known.extras == entry.extras or _origin(known) == _origin(entry)


def _origin(entry: Entry) -> tuple[str, int, int, str]:
    source = entry.source
    return (source.sha256, source.reader, source.layout, source.reference)


def _keep_files(
    folders: Folders, draft: Draft, entry: Entry, *, names: Mapping[ExtraRole, str]
) -> None:
    """Puts what `entry` names, and the draft has, into the store; `names` are its extras'."""
    make_folder(folders.tables)
    write_once(
        folders.tables / entry.file,
        write_table(draft.table),
        lambda path: is_intact_table(path, entry.content),
    )
    if draft.content is not None and entry.source.sha256 == draft.source.sha256:
        make_folder(folders.sources)
        write_once(folders.sources / entry.source.sha256, draft.content, is_intact_source)
    for role, staged in draft.extras.items():
        if names[role] == entry.extras.get(role):
            adopt(staged, folders.tables / names[role], is_intact_extra)
    sync_names(folders.root)


def _hash_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_staged(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise StoreError(
            "Tệp tạm của danh sách hồ sơ không còn, vì đã đọc từ lâu. "
            "Hãy nhập lại danh sách rồi công bố."
        ) from None


def _next_manifest(
    current: Manifest | None, proposal: Proposal, in_force: InForce, by: str
) -> Manifest:
    return Manifest(
        format=FORMAT,
        number=current.number + 1 if current else 1,
        published_at=datetime.now(UTC),
        published_by=by,
        changes=tuple(_changes(current, proposal.entries)),
        entries=tuple(proposal.entries),
        aliases=tuple(proposal.aliases),
        restored_from=proposal.restored_from,
        restored_period=proposal.restored_period,
        action=proposal.action,
        alias_changes=proposal.alias_changes,
        reason=proposal.reason,
        reference=in_force.reference,
        registers=dict(proposal.registers),
        register_changes=in_force.changes,
        register_bases=dict(in_force.bases),
    )


def _changes(current: Manifest | None, entries: Sequence[Entry]) -> list[Change]:
    """What is other than before, by the entries themselves: kept ones are the same object."""
    before = {entry.key: entry for entry in (current.entries if current else ())}
    after = {entry.key: entry for entry in entries}
    changes = []
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) == after.get(key):
            continue
        word: Literal["added", "replaced", "removed"] = "replaced"
        if key not in before or key not in after:
            word = "added" if key in after else "removed"
        changes.append(Change(start=key[0], stop=key[1], form=key[2], change=word))
    return changes
