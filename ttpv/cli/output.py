"""Where answers go: JSON and tables to standard output, sentences for people to standard error."""

import json
import sys


def print_json(answer: object) -> None:
    say(json.dumps(answer, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """To standard output."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """To standard error."""
    sys.stderr.write(text + "\n")
