"""What every table of a TOML file is."""

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a TOML file; frozen, and strict about its keys."""
