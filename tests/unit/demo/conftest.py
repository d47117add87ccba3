"""The command line, for the tests of the demo's commands."""

from tests.unit.cli.conftest import run

__all__ = ["run"]
