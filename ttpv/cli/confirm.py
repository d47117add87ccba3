"""Asking before something is published: a person at a terminal, --yes in a script."""

import argparse
import sys

from ttpv.cli.output import warn
from ttpv.core.text import fold

_YES = frozenset({"c", "co", "y", "yes"})


def may_ask() -> bool:
    """Whether somebody sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirm(options: argparse.Namespace, shown: str, question: str) -> bool:
    """Whether to go on: with --yes at once; on a terminal after showing what there is to see.

    All of it goes to standard error, so that --json stays JSON. Without either the answer is no.
    """
    if options.yes:
        return True
    if not may_ask():
        return False
    warn(shown)
    sys.stderr.write(f"{question} [c/K] ")
    sys.stderr.flush()
    return fold(sys.stdin.readline()) in _YES
