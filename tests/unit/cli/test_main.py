"""The frame: usage, a store that cannot be used, and the real program once."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish"],
        ["import"],
        ["import", "--json"],
        ["show", "--colour"],
        ["show", "x"],
        ["history", "1"],
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Run, data_dir: Path, arguments: list[str]):
    answer = run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Lệnh chưa đúng" in answer.err
    assert "--help" in answer.err


COMMANDS = (
    "import", "show", "report", "history", "restore", "withdraw", "verify", "prune", "pin", "unpin",
    "backup", "restore-backup", "export", "demo", "alias add", "alias remove", "alias list",
    "targets list", "targets import", "targets export", "targets undo",
    "other list", "other import", "other export", "other undo",
    "template list", "template set", "template reset", "template export", "template undo",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_no_error(run: Run, data_dir: Path, command: str):
    answer = run(*command.split(), "--help")
    assert answer.code == 0
    assert "--json" in answer.out


def test_a_wrong_command_is_told_all_that_there_are(run: Run, data_dir: Path):
    answer = run("publish")
    named = answer.err.partition("hãy dùng ")[2].partition(".")[0].split(", ")
    assert named == list(dict.fromkeys(command.split()[0] for command in COMMANDS))


def test_who_stops_listening_hears_no_complaint(example_data_dir: Path):
    """`history | head`: the reader is gone before the program writes."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "ttpv", "history", "--json"],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["show", "history"])
def test_a_store_of_another_format_is_left_alone(run: Run, example_data_dir: Path, command: str):
    (example_data_dir / "FORMAT").write_text("9\n")
    answer = run(command, "--json")
    assert (answer.code, answer.out) == (1, "")
    assert "định dạng 3" in answer.err


def test_a_damaged_manifest_is_a_sentence(run: Run, example_data_dir: Path):
    (example_data_dir / "manifests" / "000001.json").write_text("{")
    answer = run("show")
    assert (answer.code, answer.out) == (1, "")
    assert "000001.json" in answer.err


@pytest.mark.parametrize(
    "damage",
    [
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-20]),
        lambda path: path.write_bytes(path.read_bytes()[:100] + bytes(300)),
    ],
    ids=["gone", "empty", "cut", "zeros"],
)
def test_a_lost_or_damaged_table_is_a_sentence(
    run: Run, example_data_dir: Path, damage: Callable[[Path], object]
):
    for path in (example_data_dir / "tables").iterdir():
        damage(path)
    answer = run("show", "--json")
    assert (answer.code, answer.out) == (1, "")
    assert str(example_data_dir / "tables") in answer.err
    assert answer.err.endswith("Hãy khôi phục thư mục này từ bản sao lưu.\n")


def test_a_folder_that_cannot_be_one_is_a_sentence(run: Run, data_dir: Path, example_file: Path):
    data_dir.write_text("a file where the store should be")
    answer = run("import", example_file)
    assert (answer.code, answer.out) == (1, "")
    assert str(data_dir) in answer.err


def test_the_program_itself(data_dir: Path, example_file: Path):
    """Vietnamese reaches a pipe on a machine whose locale knows no accents."""

    def program(*arguments: object) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
        return subprocess.run(
            [sys.executable, "-m", "ttpv", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
        )

    published = program("import", example_file, "--json")
    assert (published.returncode, published.stderr) == (0, b"")
    assert json.loads(published.stdout)["status"] == "published"
    shown = program("show", "--period", "2024")
    assert (shown.returncode, shown.stdout) == (1, b"")
    assert "Kỳ gần nhất có số liệu: 01/01/2023 – 25/12/2023" in shown.stderr.decode()
