"""Where answers go: JSON and tables to standard output, sentences for people to standard error.

Whoever reads may stop reading (`history | head`): then the rest is dropped in silence, and the
command goes on to its own end and its own exit code.
"""

import json
import os
import sys
from typing import TextIO


def print_json(answer: object) -> None:
    say(json.dumps(answer, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """To standard output."""
    _write(sys.stdout, text)


def warn(text: str) -> None:
    """To standard error."""
    _write(sys.stderr, text)


def finish() -> None:
    """Hands on what is still held back, before Python does at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            _drop(stream)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text + "\n")
    except BrokenPipeError:
        _drop(stream)


def _drop(stream: TextIO) -> None:
    """Nobody listens any more: what comes goes nowhere, and Python has nothing to complain of."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
