"""The reference data of published states: what was in force, and registers that people edit.

Texts lie under references/ by their SHA-256: bundles of all reference files, and the registers
(targets.toml) that are laid over the shipped ones, with what each of their edits replaced.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from ttpv.reference import ReferenceDataError, ReferenceFiles, explain_fault, parse_reference
from ttpv.store.errors import StoreError
from ttpv.store.files import make_folder, sync_names, write_once
from ttpv.store.folders import Folders
from ttpv.store.integrity import is_intact_source
from ttpv.store.manifest import Manifest, RegisterChange
from ttpv.store.proposal import Build, Proposal


@dataclass(frozen=True, slots=True)
class InForce:
    """The reference data that a next state names, and how its registers came to be other ones.

    `bases` are the shipped texts, by hash, that registers were first laid over; `texts` are the
    contents to keep, by their hash.
    """

    reference: str
    changes: tuple[RegisterChange, ...]
    bases: Mapping[str, str]
    texts: Mapping[str, bytes]


def propose_register(shipped: ReferenceFiles, file: str, text: str | None) -> Build:
    """`text` takes the place of the shipped `file`; None, or the shipped text: it no longer does.

    Raises KeyError where no such file is shipped.
    """
    told = None if text in (None, shipped.texts[file]) else text

    def build(current: Manifest | None) -> Proposal | None:
        before = dict(current.registers) if current else {}
        after = {name: digest for name, digest in before.items() if name != file}
        if told is not None:
            after[file] = hash_text(told)
        if before == after:
            return None
        return Proposal(
            "set_register",
            current.entries if current else (),
            current.aliases if current else (),
            registers=after,
            register_texts={} if told is None else {after[file]: told},
        )

    return build


def put_in_force(
    folders: Folders, shipped: ReferenceFiles, current: Manifest | None, proposal: Proposal
) -> InForce:
    """What a state with the proposal's registers is computed with.

    Raises StoreError where a register is damaged, or does not fit the other reference files: no
    state is published that cannot be computed.
    """
    before = current.registers if current else {}
    after = proposal.registers
    new = proposal.register_texts
    texts = {
        digest: new[digest] if digest in new else read_text(folders, digest)
        for digest in after.values()
    }
    files = shipped.overlaid({file: texts[digest] for file, digest in after.items()})
    kept = {files.digest: files.bundle}
    changes = []
    for file in sorted(before.keys() | after.keys()):
        if before.get(file) != after.get(file):  # what stood before is kept since it was in force
            text = shipped.texts[file]
            ends = [found.get(file, hash_text(text)) for found in (before, after)]
            changes.append(RegisterChange(file=file, before=ends[0], after=ends[1]))
            kept[hash_text(text)] = text.encode()
            if file in after:
                kept[after[file]] = texts[after[file]].encode()
    if changes:
        try:
            parse_reference(files)
        except ReferenceDataError as error:
            raise StoreError(
                f"Danh mục sửa đổi không dùng được cùng các danh mục khác (tệp {error.file}, "
                f"{explain_fault(error)}). "
                "Chưa có gì thay đổi."
            ) from error
    bases = _find_bases(shipped, current, proposal)
    named = {files.digest, *(end for change in changes for end in (change.before, change.after))}
    kept = {digest: text for digest, text in kept.items() if digest in named}
    return InForce(files.digest, tuple(changes), bases, kept)


def _find_bases(
    shipped: ReferenceFiles, current: Manifest | None, proposal: Proposal
) -> dict[str, str]:
    """Of each register the hash of the shipped text at its first edit: carried on until it is
    gone; a state that comes back brings its own."""
    if proposal.register_bases is not None:
        return dict(proposal.register_bases)
    before = current.registers if current else {}
    known = current.register_bases if current else {}
    new = {f: hash_text(shipped.texts[f]) for f in proposal.registers if f not in before}
    return {file: digest for file, digest in {**known, **new}.items() if file in proposal.registers}


def keep_texts(folders: Folders, texts: Mapping[str, bytes]) -> None:
    """Makes them durable; lost and damaged ones become good again."""
    make_folder(folders.references)
    for digest, content in texts.items():
        write_once(folders.references / digest, content, is_intact_source)
    sync_names(folders.root)


def read_text(folders: Folders, digest: str) -> str:
    """A kept text. Raises StoreError where it is gone or damaged."""
    path = folders.references / digest
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StoreError(
            f"Không đọc được dữ liệu tham chiếu {folders.short(path)} ({error.strerror}). "
            "Hãy chép lại tệp này từ bản sao lưu."
        ) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise StoreError(
            f"Dữ liệu tham chiếu {folders.short(path)} bị hỏng: nội dung không còn như lúc công "
            "bố. Hãy chép lại tệp này từ bản sao lưu."
        )
    return content.decode()


def hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
