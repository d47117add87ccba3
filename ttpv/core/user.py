"""Who is at this machine, as the operating system knows it."""

import getpass
import os


def operating_system_user() -> str:
    """The account's name, not what LOGNAME or USER claim; "uid:1000" for one without a name."""
    try:
        import pwd
    except ModuleNotFoundError:  # Windows has no accounts file; the session's name is all there is
        return getpass.getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid:{os.getuid()}"
