"""The source line under charts and tables."""

from ttpv.ui import texts
from ttpv.ui.filters import Selection
from ttpv.views.banner import build_banner


def write_source(selection: Selection) -> str:
    banner = build_banner(selection.figures(), selection.reference)
    return texts.SOURCE_LINE.format(
        source=banner.source, period=banner.period, snapshot=selection.snapshot.id
    )
