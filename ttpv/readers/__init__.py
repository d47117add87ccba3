"""Bytes of an upload → counts tables and issues. The only room that opens exports."""

from ttpv.readers.archive import MAX_UNPACKED_MB
from ttpv.readers.export import READER_VERSION, ExportRead, read_export
from ttpv.readers.unknown_names import UnknownName

__all__ = [
    "MAX_UNPACKED_MB",
    "READER_VERSION",
    "ExportRead",
    "UnknownName",
    "read_export",
]
