"""Asking a person at a terminal before something is published; a script has decided by its call."""

import argparse
import sys

from ttpv.cli.output import warn
from ttpv.core.text import fold

_YES = frozenset({"c", "co", "y", "yes"})


def may_ask() -> bool:
    """Whether somebody sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirm(options: argparse.Namespace, shown: str, question: str) -> bool:
    """Whether to go on: on a terminal after showing what there is to see, unless --yes is said.

    All of it goes to standard error, so that --json stays JSON. A script is not asked: it says
    --strict or --expect where it wants less.
    """
    if options.yes or not may_ask():
        return True
    warn(shown)
    sys.stderr.write(f"{question} [c/K] ")
    sys.stderr.flush()
    return fold(sys.stdin.readline()) in _YES
