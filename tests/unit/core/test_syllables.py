"""What is spelt like Vietnamese, and what is not."""

import unicodedata

import pytest

from ttpv.core.syllables import is_syllable


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "words",
    [
        "Sở Công Thương Nghệ khuỷu quyết quốc giếng gìn người ngoằn ngoèo xoong thuở",
        "hoà hòa thuý thúy quý quí ỷ Ỹ ĐƯỢC chuyển tuần nguyên khuya uyển hươu rượu",
        "tiếp nhận giải quyết đúng hạn trễ số hóa bản điện tử",
        "Ðịnh",  # the letter of old keyboards
    ],
)
def test_syllables(words: str, form):
    for word in words.split():
        assert is_syllable(unicodedata.normalize(form, word)), word


@pytest.mark.parametrize(
    "word",
    [
        "Së",
        "Tµi",
        "chÝnh",
        "Sôû",
        "Taøi",
        "SÃ´",
        "cầp",
        "ngươn2",
        "",
        "QĐ",
        "TTPVHCC",
        "Zürich",
        "tể́",
    ],
)
def test_no_syllables(word: str):
    assert not is_syllable(word)
