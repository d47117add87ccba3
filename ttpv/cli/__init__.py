"""The command line. People script the monthly import with it; parser.py lists the commands.

Exit codes: 0 done, unchanged or valid; 1 refused, not confirmed, damaged or not to be answered;
2 wrong usage.
With --json the answer stands on standard output, messages for people on standard error.
"""

from collections.abc import Sequence

from ttpv.cli.output import finish, warn
from ttpv.cli.parser import build_parser
from ttpv.reference import ReferenceDataError, explain_installed
from ttpv.registers import open_reference
from ttpv.store import Store, StoreError, explain, require_store, store_folder


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code. No traceback reaches people for bad data."""
    options = build_parser().parse_args(arguments)
    folder = store_folder()
    try:
        if options.needs_store:
            require_store(folder)
        if hasattr(options, "run_on_folder"):
            return int(options.run_on_folder(options, folder))
        store = Store(folder)
        return int(options.run(options, open_reference(store, store.current()), store))
    except StoreError as error:
        warn(str(error))
    except ReferenceDataError as error:
        warn(explain_installed(error))
    except OSError as error:
        warn(f"Không đọc hoặc ghi được {error.filename or folder}: {explain(error)}.")
    finally:
        finish()
    return 1
