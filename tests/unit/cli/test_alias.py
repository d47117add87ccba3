"""python -m ttpv alias add, remove, list."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


def test_a_name_is_learned_listed_and_forgotten(run: Run, example_data_dir: Path):
    answer = run("alias", "add", "Sở YT tỉnh", "so-y-te", "--json").json
    assert answer == {
        "status": "added",
        "snapshot": "000002",
        "name": "Sở YT tỉnh",
        "department": "so-y-te",
    }
    assert run("alias", "add", "sở yt tỉnh", "so-y-te", "--json").json["status"] == "unchanged"
    (alias,) = run("alias", "list", "--json").json
    assert (alias["name"], alias["department"]) == ("Sở YT tỉnh", "so-y-te")
    assert alias["added_by"]
    assert "“Sở YT tỉnh”: so-y-te" in run("alias", "list").out
    assert "Thêm tên gọi “Sở YT tỉnh” của Sở Y tế" in run("history").out
    newest = run("history", "--json").json[0]
    assert (newest["action"], newest["changes"]) == ("add_alias", [])
    assert newest["aliases"] == [{"name": "Sở YT tỉnh", "department": "so-y-te", "change": "added"}]
    assert run("alias", "remove", "SỞ YT TỈNH", "--json").json["status"] == "removed"
    assert run("alias", "remove", "Sở YT tỉnh", "--json").json["status"] == "unchanged"
    assert run("alias", "list", "--json").json == []
    assert run("alias", "list").out == "Chưa có tên gọi nào được thêm.\n"


def test_an_unknown_department_is_wrong_usage_with_suggestions(run: Run, example_data_dir: Path):
    answer = run("alias", "add", "SYT", "so-yte", "--json")
    assert answer.code == 2
    assert answer.json["unknown"] == "so-yte"
    assert "so-y-te" in answer.json["suggestions"]
    assert "so-y-te (Sở Y tế)" in answer.err


def test_the_register_s_own_names_stay_what_they_are(run: Run, example_data_dir: Path):
    answer = run("alias", "add", "sở y tế", "so-tu-phap")
    assert (answer.code, answer.out) == (1, "")
    assert "so-y-te" in answer.err
    assert run("alias", "list", "--json").json == []


@pytest.mark.parametrize("name", ["", " – "])
def test_a_name_has_letters(run: Run, example_data_dir: Path, name: str):
    answer = run("alias", "add", name, "so-y-te")
    assert answer.code == 2
    assert "tên" in answer.err


def test_an_empty_store(run: Run, data_dir: Path):
    assert run("alias", "remove", "SYT").code == 1
    assert run("alias", "list", "--json").json == []
    assert not data_dir.exists()
    assert run("alias", "add", "SYT", "so-y-te").code == 0
    shown = run("show", "--json")
    assert (shown.code, shown.json) == (1, {"missing": [], "nearest": []})


def test_wrong_usage(run: Run, data_dir: Path):
    for arguments in ([], ["change"], ["add", "x"], ["remove"]):
        answer = run("alias", *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert "Lệnh chưa đúng" in answer.err
    assert "add, remove, list" in run("alias", "change").err
