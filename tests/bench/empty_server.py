"""Serves empty_page.py in the way that serve.py serves the dashboard: only the page differs."""

import sys
from pathlib import Path

import serve

if __name__ == "__main__":
    page = Path(__file__).parent / "empty_page.py"
    sys.exit(serve.main(script=page, prepare=lambda: None, snapshot=lambda: None))
