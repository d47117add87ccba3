"""Identities over columns that only some forms have: II.06a prints 3 = 4 + 5 + 6 (online, direct
and by post, carried over), annex I has no column for direct ones."""

import msgspec
import pytest

from tests.unit.checks.test_history import table
from ttpv.checks import check_table
from ttpv.reference import Reference
from ttpv.reference.model import Identity, Measure

CHANNELS = """
    who             | received | received_online | received_direct | carried_over
    so-y-te         |       10 |               3 |               4 |            3
    so-tu-phap      |        9 |               3 |               3 |            3
    so-cong-thuong  |        8 |               3 |                 |            3
    so-noi-vu       |       12 |               3 |               4 |            3
"""


@pytest.fixture
def channels(reference: Reference) -> Reference:
    """The shipped data with the columns of II.06a."""
    direct = Measure(
        id="received_direct", name="Trực tiếp", english="Direct", kind="flow", unit="hồ sơ"
    )
    sums = Identity("received", ("received_online", "received_direct", "carried_over"))
    return msgspec.structs.replace(
        reference,
        measures={**reference.measures, direct.id: direct},
        identities=(*(i for i in reference.identities if i.parts != sums.parts), sums),
    )


def test_online_and_other_channels_make_the_total(channels: Reference):
    found = [
        issue
        for issue in check_table(table("2023-12", CHANNELS, channels), channels)
        if issue.code == "identity_broken"
    ]
    assert [(issue.row, issue.value) for issue in found] == [(4, "12")]
    assert "Trực tiếp (C)" in found[0].message
    assert "cho 10 (lệch 2)" in found[0].message


def test_a_form_without_the_column_is_not_asked(channels: Reference):
    text = "who | received | received_online | carried_over\nso-y-te | 10 | 1 | 3"
    found = check_table(table("2023-12", text, channels), channels)
    assert "identity_broken" not in {issue.code for issue in found}


def test_a_table_that_breaks_it_nearly_everywhere_is_another_form(channels: Reference):
    rows = "\n".join(f"{who} | 10 | 1 | 1 | 1" for who in ("so-y-te", "so-tu-phap", "so-noi-vu"))
    text = f"who | received | received_online | received_direct | carried_over\n{rows}"
    found = check_table(table("2023-12", text, channels), channels)
    assert "form_doubtful" in {issue.code for issue in found}
