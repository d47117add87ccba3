"""The facts without which a figure in milliseconds says nothing."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def describe_machine(chromium: str) -> dict[str, str]:
    """Hardware, system and versions, by name."""
    return {
        "CPU": f"{_find_cpu()}, {os.cpu_count()} cores",
        "Memory": f"{_find_memory() / 2**30:.1f} GiB",
        "System": f"{_find_system()}, kernel {platform.release()}",
        "Python": platform.python_version(),
        "Streamlit": version("streamlit"),
        "DuckDB": version("duckdb"),
        "Chromium": chromium,
    }


def _find_cpu() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _find_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _find_system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()
