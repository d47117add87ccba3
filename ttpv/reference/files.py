"""The reference files as texts: one bundle that can be hashed, kept and read again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

REFERENCE_DIR = Path(__file__).parents[2] / "data" / "reference"

# Those that people edit, and those that more than one module names.
TARGETS_FILE = "targets.toml"
LETTERHEAD_FILE = "report.toml"
TEMPLATES_FILE = "templates.toml"
OTHERS_FILE = "other-figures.toml"
DEFINITIONS_FILE = "other.toml"


class ReferenceDataError(ValueError):
    """A reference file is wrong; the message names the file and the key: "rates.toml: why", for the
    keepers of the files. For people: `explain_fault`."""

    @property
    def file(self) -> str:
        return str(self).partition(": ")[0]

    @property
    def fault(self) -> str:
        return str(self).partition(": ")[2]


@dataclass(frozen=True)
class ReferenceFiles:
    """All reference files: path inside the folder ("layouts/annex-1.toml") → text."""

    texts: Mapping[str, str]

    @cached_property
    def bundle(self) -> bytes:
        """All of them as one file; the same files always give the same bytes."""
        return json.dumps(self.texts, ensure_ascii=False, indent=1, sort_keys=True).encode()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bundle: by it a state and an import name the data they were made with."""
        return hashlib.sha256(self.bundle).hexdigest()

    def overlaid(self, texts: Mapping[str, str]) -> "ReferenceFiles":
        """The files with some of them replaced. Raises KeyError for a file that is not among them:
        a register lies over a shipped file, it is none of its own."""
        if unknown := sorted(texts.keys() - self.texts.keys()):
            raise KeyError(f"no reference file: {unknown}")
        return ReferenceFiles({**self.texts, **texts}) if texts else self


def read_reference_files(folder: Path = REFERENCE_DIR) -> ReferenceFiles:
    """The texts of all *.toml below `folder`. Raises ReferenceDataError, naming the file."""
    texts = {}
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = path.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise ReferenceDataError(f"{name}: {error}") from error
    return ReferenceFiles(texts)


def parse_bundle(content: bytes) -> ReferenceFiles:
    """`ReferenceFiles.bundle` → the files. Raises ReferenceDataError where it is none."""
    try:
        return ReferenceFiles(msgspec.json.decode(content, type=dict[str, str]))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"bundle: {error}") from error
