"""What a downloaded file is called."""

from ttpv.ui.data import open_store
from ttpv.views.file_names import mark_name


def name_download(name: str) -> str:
    """The name, which says so where the figures are invented."""
    return mark_name(name, is_simulated=open_store().is_simulated)
