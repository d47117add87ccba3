"""Texts that people typed compare equal where only their dress differs."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.core.text import clean, fold, format_number, printable


@pytest.mark.parametrize(
    "text",
    [
        "Sở Lao Động -TBXH",
        "sở lao động - TBXH",
        "SỞ LAO ĐỘNG – TBXH",
        "Sở Lao động — TBXH ",
        "So lao dong tbxh",
        "Sở\u00a0Lao\u00a0động\n- TBXH",
        "\ufeffSở Lao\u200b động, TBXH.",
        unicodedata.normalize("NFD", "Sở Lao Động -TBXH"),
    ],
)
def test_dress_does_not_matter(text: str):
    assert fold(text) == "so lao dong tbxh"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Tài chính", "Sở Tài chính 2"),
        ("Y tế", "Yt ế"),
        ("trễ hạn", "trong hạn"),
        ("Sở Y tế", "Sở Y tế Ж"),
    ],
)
def test_different_words_stay_different(one: str, other: str):
    assert fold(one) != fold(other)


def test_the_total_sign_survives_folding():
    assert fold(" Σ ") == fold("σ") != ""


def test_dashes_alone_fold_to_nothing():
    assert fold(" – - ") == ""


@given(st.text("aAzZ09%Σσ đĐăÂêƠưỆỹ\u0301\u0323\u00a0\u200b\n-–—.,()“", max_size=30))
def test_folding_is_settled_and_blind_to_composition(text: str):
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Tổng   số ", "Tổng số"),
        ("Tổng\u00a0số", "Tổng số"),
        (unicodedata.normalize("NFD", "Tổng số"), "Tổng số"),
        ("\ufeffMã\u200b hồ sơ", "Mã hồ sơ"),
        ("", ""),
    ],
)
def test_clean_keeps_case_and_accents(text: str, cleaned: str):
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (99364, "99.364"),
        (10998351456, "10.998.351.456"),
        (-1234, "-1.234"),
        (Decimal("66.20"), "66,2"),
        (Decimal("100.0"), "100"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("0.0"), "0"),
        (Decimal("1E+2"), "100"),
    ],
)
def test_numbers_read_as_in_vietnamese_texts(number: int | Decimal, text: str):
    assert format_number(number) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("../../báo cáo <b>.xlsx", "../../báo cáo <b>.xlsx"),
        (unicodedata.normalize("NFD", "Tổng số"), unicodedata.normalize("NFD", "Tổng số")),
        ("a\0\x1b[31m\udcff\u202e", "a\ufffd\ufffd[31m\ufffd\ufffd"),
        ("a\nb\u202fc", "a b c"),
    ],
)
def test_names_from_outside_are_printable(text: str, shown: str):
    assert printable(text) == shown
