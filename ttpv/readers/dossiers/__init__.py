"""Dossier lists of any size → counts, and staged files; personal data stay in the file.

The first thing known of a row is which of its columns are needed. Nothing else is read.
"""

from ttpv.readers.dossiers.read import (
    READER_VERSION,
    find_dossier_list,
    is_shown_by_head,
    read_dossiers,
)
from ttpv.readers.dossiers.reading import DossierRead, Extra
from ttpv.readers.dossiers.slim import ATTENTION
from ttpv.readers.dossiers.watch import Cancelled, Progress

__all__ = [
    "ATTENTION",
    "READER_VERSION",
    "Cancelled",
    "DossierRead",
    "Extra",
    "Progress",
    "find_dossier_list",
    "is_shown_by_head",
    "read_dossiers",
]
