"""Sees to it that LibreOffice is there for the tests that open our documents with it.

The product itself does without; tests render what it writes, because a document that only its own
writer has opened proves little. As root Debian's packages are installed, else it says what to do.
"""

import sys

from tests.programs.programs import find_on_path, install_packages

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-writer", "libreoffice-calc", "fonts-liberation2")
ADVICE = """\
Không tìm thấy LibreOffice cho bộ kiểm thử, và không tự cài được.
No LibreOffice for the tests, and it could not be installed. Do one of these, then run again:
  - Debian, Ubuntu:  sudo apt-get install libreoffice-writer libreoffice-calc fonts-liberation2
  - anywhere else:   install LibreOffice and put its soffice on the PATH
"""


def find_office() -> str:
    """A path that runs. Ends the program with advice where none can be had."""
    path = find_on_path(NAMES)
    if path is None and install_packages(PACKAGES):
        path = find_on_path(NAMES)
    if path is None:
        sys.exit(ADVICE)
    return path


if __name__ == "__main__":
    find_office()
