"""The register of other figures as a CSV that Excel in Vietnamese opens."""

from collections.abc import Iterable

from ttpv.other_files import HEADS, build_other_lines
from ttpv.reference import OtherEntry, Reference
from ttpv.views.csv_file import build_csv


def build_others_csv(entries: Iterable[OtherEntry], reference: Reference) -> bytes:
    """`other_files.read_others` gives the same entries back."""
    return build_csv(list(HEADS.values()), build_other_lines(entries, reference.others))
