"""Bytes of an upload → counts tables and issues. The only room that opens exports."""

from ttpv.readers.export import READER_VERSION, ExportRead, read_export

__all__ = ["READER_VERSION", "ExportRead", "read_export"]
