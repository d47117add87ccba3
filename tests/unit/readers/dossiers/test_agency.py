"""Which unknown names may be agencies', to be repeated and learned, and which may be people's."""

import pytest

from ttpv.readers.dossiers.agency import Agencies
from ttpv.reference import Reference

AGENCIES = """
Sở Y tế
Sở Văn hóa và Thể thao
BAN QUẢN LÝ KHU KINH TẾ
Sở Giáo dục và Đào tạo
SỞ VĂN HOÁ VÀ THỂ THAO
Sở Tài nguyên và Môi trường (Bộ phận một cửa)
Sở Kế hoạch và Đầu tư (tỉnh Bình Định)
Ban Quản lý Khu kinh tế
Ban QL các KCN
Trường Cao đẳng Kỹ thuật
Trường THPT Chu Văn An
Trường Tiểu học Lê Lợi
Cục Thuế tỉnh
Cục Thi hành án dân sự tỉnh
Cục Quản lý thị trường
Chi cục Thuế khu vực số 12
Phòng Đăng ký kinh doanh
Phòng Quản lý đô thị
Phòng Văn hóa - Thông tin
Phòng TNMT huyện Tuy Phước
Phòng PC06
Phòng GD&ĐT thị xã An Nhơn
Trung tâm Phục vụ hành chính công
TT Phục vụ HCC
TT PVHCC tỉnh
Công an tỉnh
UBND huyện Tuy Phước
UBND xã Phước Lộc
UBND phường Nguyễn Văn Cừ
UBND phường Trần Phú
UBND phường Lê Hồng Phong
UBND thị trấn Diêu Trì
Văn phòng Đăng ký đất đai
VP UBND tỉnh
Văn phòng Sở Lao động, Thương binh và Xã hội
Viện Kiểm sát nhân dân
Viện Nghiên cứu Hải dương học
Trung tâm Khí tượng Thủy văn tỉnh
Bảo hiểm xã hội tỉnh
Kho bạc Nhà nước
"""

OTHERS = """
Phòng 301 chung cư Hoàng Văn Thụ, 0905123456
Phòng 301 chung cư Hoàng Văn Thụ
Phòng 12 nhà A
UBND xã Phước Lộc (Nguyễn Văn An, 079203001234)
UBND xã Phước Lộc (Nguyễn Văn An)
UBND xã Phước Lộc (Đinh Klước)
UBND xã Phước Lộc - Nguyễn Văn An
UBND xã Phước Lộc, 12 345
UBND xã Phước Lộc an@example.vn
Sở Y tế Nguyễn Thị Lan 0905 123 456
Sở Y tế Nguyễn Thị Lan
sở y tế nguyễn thị lan
SỞ Y TẾ NGUYỄN THỊ LAN
Sở Y tế Trần Quốc Cường
SỞ Y TẾ TRẦN QUỐC CƯỜNG
Sở Y tế Võ Quốc Cường
Trường Văn An
TRƯỜNG VĂN AN
Trường An
Cục Văn Bình
Cục Bình
Viện Thị Hoa
Viện Hoa
Ban Văn Tám
TT Nguyễn Huệ
VP Lê Lợi
Trung tâm Nguyễn Văn An
Văn phòng Phạm Minh Đức
Công an Lê Văn Tám
Trương Văn An
Truong Van An
Nguyễn Văn An
Phong Quốc Sở
Phòng khám Nguyễn Văn An
Văn phòng công chứng Lê Thị Bình
127 Hai Bà Trưng
052123456789
"""


@pytest.fixture(scope="module")
def agencies(reference: Reference) -> Agencies:
    return Agencies(reference.dossiers)


@pytest.mark.parametrize("name", AGENCIES.strip().splitlines())
def test_what_may_be_an_agency(agencies: Agencies, name: str):
    assert agencies.may_be_one(name)
    assert agencies.may_be_one(f"  {name}\n")


@pytest.mark.parametrize("text", OTHERS.strip().splitlines())
def test_what_is_not_repeated(agencies: Agencies, text: str):
    assert not agencies.may_be_one(text)


def test_every_name_in_the_register_but_its_abbreviations_could_be_asked_for(
    reference: Reference, agencies: Agencies
):
    names = [department.name for department in reference.departments]
    assert [name for name in names if not agencies.may_be_one(name)] == []
