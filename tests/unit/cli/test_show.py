"""python -m ttpv show: the figures, or why not and what there is instead."""

from pathlib import Path

import pytest

from tests.app.running import publish_by_hand
from tests.conftest import EditExample
from tests.unit.cli.conftest import Run

YEAR = {"start": "2023-01-01", "end": "2023-12-25"}


@pytest.mark.parametrize("period", [None, "2023-01-01..2023-12-25", "2023-YTD"])
def test_the_period_asked_for(run: Run, example_data_dir: Path, period: str | None):
    wanted = ["--period", period] if period else []
    answer = run("show", *wanted, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["snapshot"] == "000001"
    assert answer.json["period"] == YEAR
    assert len(answer.json["departments"]) == 18
    assert answer.json["total"]["counts"]["received"] == 99_364
    assert answer.json["total"]["missing"] == []


def test_the_default_is_the_latest_end_and_the_shortest_of_those(
    run: Run, example_data_dir: Path, example_file: Path, edit_example: EditExample
):
    cells = {("Phụ lục I", "A7"): None, ("Phụ lục II", "A7"): None}
    plain = edit_example("plain.xlsx", cells)
    for period in ("2023-12-01..2023-12-25", "2023-11"):
        assert run("import", plain, "--period", period).code == 0
    assert run("show", "--json").json["period"] == {"start": "2023-12-01", "end": "2023-12-25"}
    both = run("show", "--period", "2023-11-01..2023-12-25", "--json").json
    assert both["total"]["counts"]["received_new"] == 2 * 96_047
    assert both["total"]["counts"]["carried_over"] == 3_317


@pytest.mark.parametrize(
    ("period", "missing"),
    [
        ("2023", [("2023-12-26", "2023-12-31")]),
        ("2024-01", [("2024-01-01", "2024-01-31")]),
        ("2022-Q4", [("2022-10-01", "2022-12-31")]),
        ("2024-YTD", [("2024-01-01", "2024-12-31")]),
        ("2022-12-31..2023-12-26", [("2022-12-31", "2022-12-31"), ("2023-12-26", "2023-12-26")]),
    ],
)
def test_a_period_that_cannot_be_answered(
    run: Run, example_data_dir: Path, period: str, missing: list[tuple[str, str]]
):
    answer = run("show", "--period", period, "--json")
    assert answer.code == 1
    assert answer.json == {
        "missing": [{"start": start, "end": end} for start, end in missing],
        "nearest": [YEAR],
    }
    people = run("show", "--period", period)
    assert (people.code, people.out) == (1, "")
    assert "--period 2023-01-01..2023-12-25" in people.err
    for start, _ in missing:
        assert "/".join(reversed(start.split("-"))) in people.err


def test_nothing_published_yet(run: Run, data_dir: Path):
    answer = run("show", "--json")
    assert answer.code == 1
    assert answer.json == {"missing": [], "nearest": []}
    assert "python -m ttpv import" in answer.err
    assert run("show", "--period", "2023-12").code == 1
    assert not data_dir.exists()


@pytest.mark.parametrize(
    "period", ["soon", "2023-13", "2023-12-25..2023-01-01", "9999-12-31..9999-12-31"]
)
def test_a_wrong_period_is_wrong_usage(run: Run, example_data_dir: Path, period: str):
    answer = run("show", "--period", period, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert period in answer.err
    assert "2023-Q4" in answer.err


def test_chosen_departments(run: Run, example_data_dir: Path):
    answer = run(
        "show", "--department", "so-y-te", "--department", "Sở Xây dựng",
        "--department", "tư pháp", "--department", "so-y-te", "--json",
    )  # fmt: skip
    assert answer.code == 0
    ids = [department["id"] for department in answer.json["departments"]]
    assert ids == ["so-tu-phap", "so-xay-dung", "so-y-te"]
    rate = answer.json["total"]["rates"]["online_submission"]
    assert (rate["rounded"], rate["basis"]) == ("87.7", "computed")
    assert (rate["numerator"], rate["denominator"]) == (16_359, 18_655)


def test_one_department_is_its_own_total(run: Run, example_data_dir: Path):
    answer = run("show", "--department", "so-ngoai-vu", "--json").json
    (department,) = answer["departments"]
    for part in ("counts", "payments", "rates"):
        assert answer["total"][part] == department[part]


def test_an_unknown_department_is_wrong_usage_with_suggestions(run: Run, example_data_dir: Path):
    answer = run("show", "--department", "so-y-te", "--department", "so-yte", "--json")
    assert answer.code == 2
    assert answer.json["unknown"] == "so-yte"
    assert answer.json["suggestions"][0] == "so-y-te"
    assert "so-y-te (Sở Y tế)" in answer.err
    people = run("show", "--department", "so-yte")
    assert (people.code, people.out) == (2, "")
    assert "“so-yte”" in people.err


def test_nothing_like_it_suggests_nothing(run: Run, example_data_dir: Path):
    answer = run("show", "--department", "12345", "--json")
    assert answer.code == 2
    assert answer.json == {"unknown": "12345", "suggestions": []}


def test_a_department_of_2025_is_unknown_in_2023(run: Run, example_data_dir: Path):
    answer = run("show", "--department", "so-tai-chinh-2025", "--json")
    assert answer.code == 2
    assert "so-tai-chinh" in answer.json["suggestions"]


def test_people_read_a_table(run: Run, example_data_dir: Path):
    answer = run("show")
    assert answer.code == 0
    assert "Kỳ báo cáo 01/01/2023 – 25/12/2023, lần công bố 000001" in answer.out
    assert "Tiếp nhận 99.364 hồ sơ (mới 96.047, kỳ trước chuyển sang 3.317)" in answer.out
    total = next(line for line in answer.out.splitlines() if line.startswith("Toàn Trung tâm"))
    assert total.split() == [
        "Toàn",
        "Trung",
        "tâm",
        "66,2",
        "●",
        "46,4",
        "●",
        "94,3",
        "■",
        "85,4",
        "●",
        "95,6",
        "▲",
    ]
    foreign = next(line for line in answer.out.splitlines() if line.startswith("Ngoại vụ"))
    assert "không phát sinh –" in foreign
    lines = answer.out.splitlines()
    assert lines.index("", lines.index(total)) - lines.index(total) == 1 + 18


def test_people_see_what_is_estimated_and_what_cannot_be_known(run: Run, example_data_dir: Path):
    answer = run("show", "--department", "so-y-te", "--department", "so-xay-dung")
    total = next(line for line in answer.out.splitlines() if line.startswith("Các đơn vị đã chọn"))
    assert "≈ 95,4 ●" in total
    assert "trong 99,3–99,9 –" in total


def test_people_see_no_total_of_one_department(run: Run, example_data_dir: Path):
    lines = run("show", "--department", "so-y-te").out.splitlines()
    assert not any(line.startswith(("Các đơn vị", "Toàn Trung tâm")) for line in lines)
    assert sum(line.startswith("Y tế") for line in lines) == 1


def test_people_are_told_who_is_missing(run: Run, data_dir: Path, edit_example: EditExample):
    """Without Y tế's row the total is missing, not smaller."""
    path = edit_example("short.xlsx", drop_rows={"Phụ lục I": 31, "Phụ lục II": 29})
    assert run("import", path).code == 0
    answer = run("show", "--json")
    assert answer.code == 0
    assert answer.json["total"]["counts"]["received"] is None
    assert answer.json["total"]["missing"] == ["so-y-te"]
    assert answer.json["total"]["rates"]["online_submission"]["basis"] == "published"
    people = run("show").out
    assert "Thiếu số liệu của:" in people
    assert "Tiếp nhận – hồ sơ" in people


def test_what_a_period_is_held_against(run: Run, data_dir: Path):
    """Y tế: 60 of 100 in January, 80 of 200 in February: 40 − 60 = −20 points."""
    for month, received, online in (("2023-01", 100, 60), ("2023-02", 200, 80)):
        lines = ("who | received_new | received_online", f"so-y-te | {received} | {online}")
        publish_by_hand(data_dir, month, "\n".join(lines))
    asked = ("show", "--period", "2023-02", "--department", "so-y-te", "--json")
    found = run(*asked).json["comparisons"]
    previous = found["previous"]
    assert previous["period"] == {"start": "2023-01-01", "end": "2023-01-31"}
    online = previous["rates"]["online_submission"]
    assert (online["value"], online["difference"]) == ("60.000000000000", "-20.000000000000")
    assert previous["counts"]["received_new"] == {"value": 100, "difference": 100}
    assert found["year_to_date"]["rates"]["online_submission"]["numerator"] == 140
    assert found["year_before"]["missing"] == [{"start": "2022-02-01", "end": "2022-02-28"}]
    assert found["year_before"]["rates"] == {}
