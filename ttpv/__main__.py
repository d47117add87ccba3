"""python -m ttpv …"""

import io
import sys

from ttpv.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # Vietnamese on consoles that default to less
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
