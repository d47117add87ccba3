"""The file that a command is asked to write: whole, or not there."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ttpv.store import new_file


@contextmanager
def new_out_file(path: Path, content: bytes) -> Iterator[None]:
    """Appears when the block has ended well. Raises FileExistsError where the name is taken, and
    OSError that names `path`, not what is written beside it on the way."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(new_file(path))
            file.write(content)
            file.flush()  # a full disk shows here, before the block records anything
        except FileExistsError:
            raise
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path)) from error
        yield
