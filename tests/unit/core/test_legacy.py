"""Old fonts: the whole alphabet there and back; Unicode Vietnamese is never touched."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.dress import ANNEX_1, ANNEX_2
from tests.dress_text import to_legacy
from tests.golden.make_example import GOLDEN
from ttpv.core.legacy import TABLES, Legacy, convert, convert_texts, find_legacy
from ttpv.reference import read_reference

VOWELS = list("aăâeêioôơuưy")
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
LETTERS = SMALL + [letter.upper() for letter in SMALL]

REPORT = """
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH BÌNH ĐỊNH
BÁO CÁO Kết quả hoạt động của Trung tâm Phục vụ hành chính công tỉnh năm 2023
Kính gửi: Chánh Văn phòng UBND tỉnh
Thực hiện Quyết định số 94/QĐ-VPUBND ngày 06 tháng 7 năm 2023 của Văn phòng Ủy ban nhân dân tỉnh
Tỷ lệ xác thực định danh điện tử ¹
Về việc cấp bù kết quả bản điện tử đối với những hồ sơ thủ tục hành chính đã giải quyết xong
Bưu chính công ích đảm nhận nhiệm vụ hướng dẫn, tiếp nhận, số hóa hồ sơ và trả kết quả
Đoàn trường Cao Đẳng Kỹ Thuật Công Nghệ Quy Nhơn; xã Phước Hòa thuộc huyện Tuy Phước
""".strip().splitlines()


def real_texts() -> list[str]:
    """Names, headers, titles and words that the product knows; sentences of the 2023 report and
    every word with an accent in it (tests/golden/report-words.txt)."""
    reference = read_reference()
    texts = [*REPORT, *(GOLDEN / "report-words.txt").read_text(encoding="utf-8").split()]
    for department in reference.departments:
        texts += [department.name, department.short, *department.aliases]
    for layout in reference.layouts.values():
        texts += [layout.name, *layout.evidence, *layout.total_labels, *layout.group_labels]
        for column in layout.columns:
            texts += [column.title, *(part for way in column.header for part in way)]
    for annex in (ANNEX_1, ANNEX_2):
        texts += [annex.title, annex.subtitle, annex.unit, *annex.header.values()]
        with (GOLDEN / annex.source).open(encoding="utf-8", newline="") as file:
            texts += [row[1] for row in csv.reader(file, delimiter="\t")]
    for path in Path("data/reference").rglob("*.toml"):
        texts += re.findall(r'"([^"]+)"', path.read_text(encoding="utf-8"))
    return [text for text in dict.fromkeys(texts) if text]


TEXTS = real_texts()
legacies = pytest.mark.parametrize("legacy", list(TABLES))


def test_the_alphabet_is_whole():
    assert len(set(LETTERS)) == 146  # 134 with a mark or đ, and the 12 plain vowels' letters
    assert len([letter for letter in LETTERS if not letter.isascii()]) == 134


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_there_and_back(letter: str):
    word = "h" + letter  # alone ¹ is the mark of a footnote
    assert convert(to_legacy(word, "VNI"), "VNI") == word
    # TCVN3 has no capitals with tones: a font of capitals draws the small ones.
    kept = letter.isascii() or letter.islower() or letter in "ĂÂÊÔƠƯĐ"
    assert convert(to_legacy(word, "TCVN3"), "TCVN3") == (word if kept else word.lower())
    if letter not in "ăâêôơưđ" and not letter.isascii():  # those have codes for capitals
        assert convert(to_legacy(f"HN{letter}", "TCVN3"), "TCVN3") == f"HN{letter.upper()}"


def test_tcvn3_is_the_standard_s():
    """TCVN 5712:1993: the codes as the C libraries have them, by rows of 16 from A0."""
    rows = [
        "\u00a0ĂÂÊÔƠƯĐăâêôơưđ",
        "     àảãáạ ằẳẵắ ",
        "      ặầẩẫấậè ẻẽ",
        "éẹềểễếệìỉ   ĩíịò",
        " ỏõóọồổỗốộờởỡớợù",
        " ủũúụừửữứựỳỷỹýỵ ",
    ]
    codes = {
        chr(0xA0 + 16 * i + k): letter
        for i, row in enumerate(rows)
        for k, letter in enumerate(row)
        if letter not in " \u00a0"
    }
    assert TABLES["TCVN3"] == codes


@pytest.mark.parametrize(
    ("old", "legacy", "text"),
    [
        ("Së Tµi chÝnh", "TCVN3", "Sở Tài chính"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "TCVN3", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("UBND TØNH B×NH §ÞNH", "TCVN3", "UBND TỈNH BÌNH ĐỊNH"),  # .VnTimeH
        ("Së TµI CHÝNH", "TCVN3", "SỞ TÀI CHÍNH"),
        ("15 Së T­ ph¸p 14.359", "TCVN3", "15 Sở Tư pháp 14.359"),  # ư is the soft hyphen
        ("§¦îC ®­îc", "TCVN3", "ĐƯỢC được"),
        ("Tû lÖ ¹ (%)", "TCVN3", "Tỷ lệ ¹ (%)"),  # a footnote's mark
        ("Sôû Taøi chính", "VNI", "Sở Tài chính"),
        ("UBND TÆNH BÌNH ÑÒNH", "VNI", "UBND TỈNH BÌNH ĐỊNH"),
        ("ñöôïc ngöôøi khuyûu nghóa kyù", "VNI", "được người khuỷu nghĩa ký"),
        ("Aùp duïng", "VNI", "Áp dụng"),  # a small mark behind a capital
        (unicodedata.normalize("NFD", "Sôû Taøi chính"), "VNI", "Sở Tài chính"),
    ],
)
def test_conversion(old: str, legacy: Legacy, text: str):
    assert convert(old, legacy) == text


@legacies
def test_no_word_of_real_texts_speaks_for_an_old_font(legacy: Legacy):
    """So no choice of these texts, of any size, can be taken for one."""
    from ttpv.core.legacy import _gains

    texts = [*TEXTS, *(text.upper() for text in TEXTS), *(text.title() for text in TEXTS)]
    assert len(TEXTS) > 300
    assert not [w for text in texts for w, gain in _gains(text, legacy).items() if gain > 0]


@given(
    texts=st.lists(st.sampled_from(TEXTS), max_size=40),
    form=st.sampled_from(["NFC", "NFD"]),
    change=st.sampled_from([str, str.upper, str.lower, str.title]),
    noise=st.lists(st.text(alphabet="0123456789.,%°²³µ±×«»§·-– ", max_size=8), max_size=5),
)
def test_unicode_is_never_touched(texts, form, change, noise):
    assert find_legacy([unicodedata.normalize(form, change(t)) for t in texts] + noise) is None


@legacies
def test_every_real_text_comes_back(legacy: Legacy):
    old = [to_legacy(text, legacy) for text in TEXTS]
    assert find_legacy(old) == legacy
    converted = convert_texts(old, legacy)
    for text, glyphs in zip(TEXTS, old, strict=True):
        found, wanted = converted[glyphs], unicodedata.normalize("NFC", text)
        assert found == wanted if legacy == "VNI" else found.lower() == wanted.lower()


@given(
    texts=st.lists(st.sampled_from(TEXTS), min_size=8, max_size=40, unique=True),
    legacy=st.sampled_from(list(TABLES)),
    data=st.data(),
)
def test_unicode_between_old_texts_stays(texts, legacy, data):
    """A template in an old font into which someone typed Unicode. At least one such text shows it
    by a letter that only Unicode has; "Hòa" alone among old texts may as well be "Hũa"."""
    new = data.draw(st.lists(st.sampled_from(texts), max_size=3, unique=True))
    assume(any(set(text) & set("ăđơưạảấầậắặẹếềệịọốồộớờởợụứừửựỳỷỹ") for text in new))
    old = [to_legacy(text, legacy) for text in texts if text not in new]
    if find_legacy([*old, *new]) == legacy:  # "Đội" among Unicode may leave too few old words
        converted = convert_texts([*old, *new], legacy)
        wanted = {text: unicodedata.normalize("NFC", text) for text in new}
        assert {text: converted[text] for text in new} == wanted


def test_other_languages_are_not_touched():
    texts = ["Café Zürich", "São Paulo", "Ångström", "garçon", "naïve", "Łódź", "Ελλάδα", "北京"]
    assert find_legacy(texts) is None
