"""Programs that tests need beside Python: found on the PATH, or installed where we may."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence


def runs(path: str) -> bool:
    """Does it start? Ubuntu's chromium-browser, for one, may be a stub without its snap."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log(f"{path}: {error}")
        return False
    return done.returncode == 0


def find_on_path(names: Iterable[str]) -> str | None:
    found = (shutil.which(name) for name in names)
    return next((path for path in found if path and runs(path)), None)


def install_packages(packages: Sequence[str]) -> bool:
    """Debian's packages, where we may install some. Whether all of them are there then."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    log(f"apt-get install {' '.join(packages)} …")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-qy", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command], stdout=sys.stderr, env=environment, check=False
        )
        if done.returncode != 0:
            return False
    return True


def log(line: str) -> None:
    sys.stderr.write(f"{line}\n")
