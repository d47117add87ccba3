"""The example over time: invented months around the real figures of 2023, in a store of its own.

`profiles` and `procedures` are what the story is about, `patterns` the arithmetic; `year_2023`,
`states`, `later_months` and `dossiers` make figures, `story` all of them together; `exports` writes
them as files, `make` imports those.
The same seed gives the same figures on every machine.
"""

from ttpv.demo.make import DEFAULT_FOLDER, Demo, DemoRefused, make_demo

__all__ = ["DEFAULT_FOLDER", "Demo", "DemoRefused", "make_demo"]
