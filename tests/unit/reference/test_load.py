"""data/reference is read strictly: a wrong file stops the program, naming the file and the key.

Each case is one edit of a copy of the shipped files.
"""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ttpv.reference import REFERENCE_DIR, Reference, ReferenceDataError, read_reference


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REFERENCE_DIR, tmp_path / "reference"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replaces the first `old`; a case whose text is not there would prove nothing."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def append(folder: Path, file: str, text: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")


def refusal(folder: Path) -> str:
    with pytest.raises(ReferenceDataError) as caught:
        read_reference(folder)
    return str(caught.value)


# The shipped files


def test_the_shipped_files_are_whole(reference: Reference):
    assert len(reference.departments) == 25
    assert list(reference.rates) == [
        "online_submission",
        "online_payment",
        "eid",
        "digitisation",
        "e_result",
    ]
    assert list(reference.layouts) == ["annex-1", "annex-2", "ii-06a", "plain", "template"]
    assert {target.rate: int(target.value) for target in reference.targets} == {
        "online_submission": 50,
        "online_payment": 35,
        "eid": 100,
        "digitisation": 70,
        "e_result": 100,
    }


def test_every_form_s_figure_has_a_name_in_both_languages(reference: Reference):
    for layout in reference.layouts.values():
        for field in layout.fields:
            named = reference.rates.get(field) or reference.measures[field]
            assert named.name
            assert named.english
            assert reference.title(field) == named.name


def test_a_sixth_rate_is_an_edit_of_data(folder: Path):
    append(
        folder,
        "rates.toml",
        """
        [[rate]]
        id = "on_time"
        name = "Tỷ lệ giải quyết đúng hạn"
        short = "Đúng hạn"
        english = "On time"
        numerator = "resolved_on_time"
        denominator = "resolved"
        noun = "hồ sơ đúng hạn"
        estimate = "known_denominator"
        legal_basis = "thử"
        """,
    )
    assert list(read_reference(folder).rates)[-1] == "on_time"


# Unknown keys


@pytest.mark.parametrize(
    ("file", "anchor"),
    [
        ("centre.toml", "near_tolerance = 5"),
        ("departments.toml", 'id = "so-du-lich"'),
        ("measures.toml", 'id = "carried_over"'),
        ("rates.toml", 'id = "eid"'),
        ("targets.toml", 'rate = "eid"'),
        ("findings.toml", "times = 3"),
        ("layouts/annex-1.toml", "version = 1"),
        ("layouts/annex-2.toml", "number = 4"),
    ],
)
def test_an_unknown_key_is_refused(folder: Path, file: str, anchor: str):
    edit(folder, file, anchor, f'{anchor}\ncolour = "blue"')
    message = refusal(folder)
    assert Path(file).name in message
    assert "colour" in message


def test_an_unknown_table_is_refused(folder: Path):
    append(folder, "targets.toml", '[[goal]]\nrate = "eid"')
    message = refusal(folder)
    assert "targets.toml" in message
    assert "goal" in message


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("rates.toml", 'noun = "hồ sơ số hóa"\n', "", "noun"),
        ("centre.toml", "near_tolerance = 5", 'near_tolerance = "five"', "near_tolerance"),
        ("centre.toml", "small_denominator = 30", "small_denominator = 2.5", "small_denominator"),
        ("measures.toml", 'kind = "flow"', 'kind = "flaw"', "kind"),
        ("rates.toml", 'estimate = "none"', 'estimate = "guess"', "estimate"),
        (
            "targets.toml",
            "effective_from = 2023-01-01",
            'effective_from = "soon"',
            "effective_from",
        ),
        ("departments.toml", "to = 2025-02-28", "to = 2025", "to"),
        ("layouts/annex-1.toml", 'role = "ordinal"', 'role = "order"', "role"),
        ("findings.toml", "weight = 90", "", "weight"),
        ("findings.toml", "[stock_break]", "[stock_brake]", "stock_brake"),
    ],
)
def test_a_missing_or_ill_typed_key_is_refused(
    folder: Path, file: str, old: str, new: str, key: str
):
    edit(folder, file, old, new)
    message = refusal(folder)
    assert Path(file).name in message
    assert f"`{key}`" in message or f".{key}`" in message


def test_a_missing_file_is_refused(folder: Path):
    (folder / "targets.toml").unlink()
    assert "targets.toml" in refusal(folder)


def test_what_is_no_toml_is_refused(folder: Path):
    (folder / "centre.toml").write_text("name = ", encoding="utf-8")
    assert "centre.toml" in refusal(folder)


# Dangling references


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (
            "departments.toml",
            'successors = ["so-xay-dung-2025"]',
            'successors = ["so-gone"]',
            "departments.toml: so-giao-thong-van-tai.successors",
        ),
        (
            "measures.toml",
            'parts = ["received_new", "carried_over"]',
            'parts = ["received_new", "so-gone"]',
            "measures.toml: received",
        ),
        (
            "measures.toml",
            'within = "received_new"',
            'within = "so-gone"',
            "measures.toml: received_online",
        ),
        (
            "measures.toml",
            'parts = ["resolved", "pending"]',
            'parts = ["resolved", "so-gone"]',
            "measures.toml: identity of received",
        ),
        ("rates.toml", 'numerator = "e_results"', 'numerator = "so-gone"', "rates.toml: e_result"),
        (
            "rates.toml",
            'denominator = "fee_dossiers"',
            'denominator = "so-gone"',
            "rates.toml: online_payment",
        ),
        (
            "rates.toml",
            'online = "online_transactions"',
            'online = "so-gone"',
            "rates.toml: online_payment",
        ),
        ("findings.toml", 'whole = "pending"', 'whole = "so-gone"', "findings.toml"),
        ("targets.toml", 'rate = "digitisation"', 'rate = "so-gone"', "targets.toml: so-gone"),
        (
            "targets.toml",
            'scope = "province"',
            'scope = "so-gone"',
            "targets.toml: online_submission",
        ),
        ("layouts/annex-1.toml", 'field = "eid"', 'field = "so-gone"', "layouts/annex-1.toml"),
    ],
)
def test_a_dangling_reference_is_refused(folder: Path, file: str, old: str, new: str, where: str):
    edit(folder, file, old, new)
    message = refusal(folder)
    assert message.startswith(where)
    assert "'so-gone'" in message


# Twice the same


@pytest.mark.parametrize(
    ("file", "old", "new", "identity"),
    [
        ("departments.toml", 'id = "so-du-lich"', 'id = "so-y-te"', "so-y-te"),
        ("measures.toml", 'id = "carried_over"', 'id = "received_new"', "received_new"),
        ("rates.toml", 'id = "e_result"', 'id = "eid"', "eid"),
        ("layouts/annex-2.toml", 'id = "annex-2"', 'id = "annex-1"', "annex-1"),
    ],
)
def test_an_id_stands_once(folder: Path, file: str, old: str, new: str, identity: str):
    edit(folder, file, old, new)
    message = refusal(folder)
    assert file.split("/", maxsplit=1)[0] in message
    assert f"{identity!r} stands 2 times" in message


def test_a_rate_and_a_measure_do_not_share_an_id(folder: Path):
    edit(folder, "rates.toml", 'id = "eid"', 'id = "received"')
    edit(folder, "targets.toml", 'rate = "eid"', 'rate = "received"')
    assert refusal(folder) == "rates.toml: received: a measure has the same id"


@pytest.mark.parametrize(
    ("old", "new"), [("number = 5\n", "number = 4\n"), ('"eid"', '"e_result"')]
)
def test_a_form_s_columns_stand_once(folder: Path, old: str, new: str):
    edit(folder, "layouts/annex-1.toml", old, new)
    assert refusal(folder) == "layouts/annex-1.toml: a number or a field stands twice"


@pytest.mark.parametrize(
    ("alias", "other"),
    [
        ("Sở Công Thương", "so-cong-thuong"),
        ("sở công – thương", "so-cong-thuong"),
        ("SCT", "so-cong-thuong"),
        ("Y tế", "so-y-te"),
    ],
)
def test_two_departments_of_one_day_share_no_name(folder: Path, alias: str, other: str):
    edit(folder, "departments.toml", 'aliases = ["SDL"]', f'aliases = ["SDL", "{alias}"]')
    message = refusal(folder)
    assert message.startswith("departments.toml: on 0001-01-01: ")
    assert "so-du-lich" in message
    assert other in message


def test_a_successor_may_bear_an_old_name_but_not_before_the_old_one_ends(folder: Path):
    """Sở Tài chính until 28/02/2025 and Sở Tài chính from 01/03/2025."""
    read_reference(folder)
    edit(folder, "departments.toml", "from = 2025-03-01", "from = 2025-02-28")
    read_reference(folder)  # Dân tộc và Tôn giáo clashes with nobody
    path = folder / "departments.toml"
    path.write_text(path.read_text("utf-8").replace("2025-03-01", "2025-02-28"), "utf-8")
    assert refusal(folder).startswith("departments.toml: on 2025-02-28: ")


# Targets


def target(first: str, last: str | None, scope: str = "province", value: str = "55") -> str:
    until = f"effective_to = {last}" if last else ""
    return f"""
        [[target]]
        rate = "online_submission"
        value = {value}
        scope = "{scope}"
        effective_from = {first}
        {until}
        source = "thử"
        """


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2023-12-31", None),
        ("2023-12-31", "2024-12-31"),
        ("2022-01-01", "2023-01-01"),
        ("2022-01-01", None),
        ("2023-06-01", "2023-06-30"),
        ("2023-01-01", "2023-12-31"),
    ],
)
def test_targets_of_one_scope_do_not_overlap(folder: Path, first: str, last: str | None):
    append(folder, "targets.toml", target(first, last))
    message = refusal(folder)
    assert message.startswith(f"targets.toml: online_submission of province from {first}: overlaps")
    assert "2023-01-01" in message


@pytest.mark.parametrize(
    ("first", "last", "scope"),
    [
        ("2024-01-01", None, "province"),
        ("2022-01-01", "2022-12-31", "province"),
        ("2023-01-01", "2023-12-31", "so-y-te"),
    ],
)
def test_targets_beside_each_other_are_fine(folder: Path, first: str, last: str | None, scope: str):
    append(folder, "targets.toml", target(first, last, scope))
    assert len(read_reference(folder).targets) == 6


@pytest.mark.parametrize("value", ["-1", "100.1", "5000"])
def test_a_target_is_a_percentage(folder: Path, value: str):
    append(folder, "targets.toml", target("2024-01-01", None, value=value))
    message = refusal(folder)
    assert "targets.toml: online_submission" in message
    assert value in message


def test_small_numbers_are_not_below_nothing(folder: Path):
    edit(folder, "centre.toml", "small_denominator = 30", "small_denominator = -1")
    assert refusal(folder).startswith("centre.toml: small_denominator")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("fall = 1", "fall = 0", "below_and_falling.fall"),
        ("times = 3\nfall = 1", "times = 3\nfall = 101", "declines.fall"),
        ("times = 3", "times = 1", "declines.times"),
        ("weight = 80", "weight = 90", "overdue.weight"),
        ("share = 5", "share = 100", "overdue.share"),
        ("minimum = 20", "minimum = 0", "overdue.minimum"),
        ("minimum = 10", "minimum = 0", "no_online_payment.minimum"),
        ("minimum = 1\n\n", "minimum = 0\n\n", "revised.minimum"),
    ],
)
def test_a_finding_s_threshold_can_be_held_against_a_figure(
    folder: Path, old: str, new: str, key: str
):
    edit(folder, "findings.toml", old, new)
    assert refusal(folder).startswith(f"findings.toml: {key} ")


def test_a_target_ends_after_it_begins(folder: Path):
    append(folder, "targets.toml", target("2024-01-02", "2024-01-01"))
    assert "'effective_to' lies before 'effective_from'" in refusal(folder)


def test_a_rate_ends_after_it_begins(folder: Path):
    path = folder / "rates.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "effective_from = 2023-02-20", "effective_from = 2023-02-20\neffective_to = 2023-02-19"
        ),
        encoding="utf-8",
    )
    message = refusal(folder)
    assert "rates.toml: eid" in message
    assert "'effective_to' lies before 'effective_from'" in message


def test_a_department_ends_after_it_begins(folder: Path):
    edit(folder, "departments.toml", "from = 2025-03-01", "from = 2025-03-01\nto = 2025-02-28")
    assert refusal(folder) == "departments.toml: so-dan-toc-va-ton-giao: 'to' lies before 'from'"


# What belongs together


def test_a_total_has_parts_and_nothing_else_does(folder: Path):
    edit(folder, "measures.toml", 'kind = "total"', 'kind = "flow"')
    assert refusal(folder) == "measures.toml: received: kind 'total' and 'parts' go together"


def test_inferring_needs_transactions(folder: Path):
    edit(folder, "rates.toml", 'direct = "direct_transactions"\n', "")
    assert refusal(folder).startswith("rates.toml: online_payment: 'inferred_denominator' needs")


def test_a_form_has_one_column_of_departments(folder: Path):
    edit(folder, "layouts/annex-2.toml", 'role = "department"', 'role = "ordinal"')
    assert refusal(folder).startswith("layouts/annex-2.toml: needs exactly one column")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('field = "online_amount"\n', ""),
        ('header = [["trực tuyến", "Số tiền"]]', "header = []"),
        ('role = "ordinal"', 'role = "ordinal"\nfield = "fee_dossiers"'),
    ],
)
def test_a_column_is_whole(folder: Path, old: str, new: str):
    edit(folder, "layouts/annex-2.toml", old, new)
    message = refusal(folder)
    assert message.startswith("layouts/annex-2.toml: column ")


# The digest


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: append(folder, "targets.toml", "# a remark"),
        lambda folder: append(folder, "layouts/annex-1.toml", "# a remark"),
        lambda folder: (folder / "layouts/annex-2.toml").rename(folder / "layouts/annex-3.toml"),
    ],
)
def test_the_digest_changes_with_any_file(folder: Path, change: Callable[[Path], object]):
    before = read_reference(folder).digest
    change(folder)
    assert read_reference(folder).digest != before


def test_the_digest_is_of_the_content_alone(folder: Path, reference: Reference):
    assert read_reference(folder).digest == reference.digest


def test_decimals_are_not_floats(reference: Reference):
    half_unit = tomllib.loads("a = 0.05", parse_float=str)["a"]
    assert str(reference.centre.rounding_half_unit) == half_unit
