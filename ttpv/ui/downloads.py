"""What a downloaded file is called."""

from ttpv.ui.data import open_store


def name_download(name: str) -> str:
    """The name, which says so where the figures are invented: files travel without the banner."""
    return f"mo-phong_{name}" if open_store().is_simulated else name
