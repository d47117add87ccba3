"""What is wrong with a reference file, in Vietnamese: where, what, the original in brackets."""

import pytest

from ttpv.reference import ReferenceDataError, explain_fault, parse_reference, parse_targets
from ttpv.reference.files import read_reference_files

GOOD = 'rate = "eid"\nscope = "province"\neffective_from = 2026-01-01\nsource = "x"\n'
HEAD = "[[target]]\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f'{HEAD}{GOOD}value = "năm"\n',
            "mục thứ 1 của “target”, khóa “value”: giá trị không phải là số "
            "(Invalid decimal string)",
        ),
        (
            f"{HEAD}{GOOD}value = 1\n{HEAD}{GOOD}",
            "mục thứ 2 của “target”: thiếu khóa “value” (Object missing required field `value`)",
        ),
        (
            f"{HEAD}{GOOD}value = 1\nother = 1\n",
            "mục thứ 1 của “target”: khóa “other” không có trong mẫu "
            "(Object contains unknown field `other`)",
        ),
        (f"{HEAD}rate =\n", "dòng 2, cột 7: không đúng cú pháp TOML (Invalid value)"),
        (f"{HEAD}rate = ", "cuối tệp: không đúng cú pháp TOML (Invalid value)"),
        (
            f"{HEAD}{GOOD}value = 1\n".replace('"x"', "1"),
            "mục thứ 1 của “target”, khóa “source”: giá trị phải là chữ, trong dấu ngoặc kép "
            "(Expected `str`, got `int`)",
        ),
    ],
)
def test_where_and_what(text: str, said: str):
    with pytest.raises(ReferenceDataError) as raised:
        parse_targets(text)
    assert raised.value.file == "targets.toml"
    assert explain_fault(raised.value) == said


def test_what_does_not_fit_the_other_files():
    shipped = read_reference_files()
    text = shipped.texts["targets.toml"].replace('"eid"', '"no"')
    with pytest.raises(ReferenceDataError) as raised:
        parse_reference(shipped.overlaid({"targets.toml": text}))
    assert explain_fault(raised.value).startswith("nội dung không khớp với các danh mục")
