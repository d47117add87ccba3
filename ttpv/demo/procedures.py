"""Fields and procedures of the dossier lists, by department as they are since 01/03/2025."""

from collections.abc import Mapping

PROCEDURES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ban-quan-ly-khu-kinh-te": {
        "Đầu tư tại Việt Nam": (
            "Cấp giấy chứng nhận đăng ký đầu tư",
            "Điều chỉnh dự án đầu tư",
        ),
        "Việc làm": ("Cấp giấy phép lao động cho người nước ngoài",),
    },
    "so-cong-thuong": {
        "Xúc tiến thương mại": (
            "Thông báo hoạt động khuyến mại",
            "Đăng ký sửa đổi nội dung chương trình khuyến mại",
        ),
        "Lưu thông hàng hóa trong nước": ("Cấp giấy phép bán lẻ rượu", "Cấp giấy phép bán lẻ LPG"),
        "An toàn thực phẩm": ("Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",),
    },
    "so-giao-duc-va-dao-tao": {
        "Văn bằng, chứng chỉ": (
            "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
            "Chỉnh sửa nội dung văn bằng, chứng chỉ",
        ),
        "Giáo dục trung học": ("Chuyển trường đối với học sinh trung học phổ thông",),
    },
    "so-ngoai-vu": {
        "Công tác lãnh sự": ("Cấp phép sử dụng thẻ đi lại của doanh nhân APEC",),
        "Hội nghị, hội thảo quốc tế": ("Cho phép tổ chức hội nghị, hội thảo quốc tế",),
    },
    "so-tu-phap": {
        "Lý lịch tư pháp": ("Cấp phiếu lý lịch tư pháp số 1", "Cấp phiếu lý lịch tư pháp số 2"),
        "Hộ tịch": ("Cấp bản sao trích lục hộ tịch",),
        "Công chứng": ("Bổ nhiệm công chứng viên",),
    },
    "so-y-te": {
        "Khám bệnh, chữa bệnh": (
            "Cấp giấy phép hành nghề khám bệnh, chữa bệnh",
            "Cấp giấy phép hoạt động cơ sở khám bệnh, chữa bệnh",
        ),
        "Dược phẩm": ("Cấp chứng chỉ hành nghề dược", "Cấp giấy chứng nhận đủ điều kiện bán lẻ"),
    },
    "so-dan-toc-va-ton-giao": {
        "Tôn giáo": (
            "Đăng ký hoạt động tôn giáo tập trung",
            "Thông báo danh mục hoạt động tôn giáo",
        ),
        "Công tác dân tộc": ("Công nhận người có uy tín trong đồng bào dân tộc thiểu số",),
    },
    "so-khoa-hoc-va-cong-nghe-2025": {
        "Sở hữu trí tuệ": ("Cấp giấy chứng nhận tổ chức giám định sở hữu công nghiệp",),
        "Xuất bản, in": ("Cấp giấy phép xuất bản tài liệu không kinh doanh",),
        "Viễn thông": ("Cấp giấy phép kinh doanh dịch vụ viễn thông",),
    },
    "so-noi-vu-2025": {
        "Người có công": (
            "Giải quyết chế độ trợ cấp thờ cúng liệt sĩ",
            "Cấp lại bằng Tổ quốc ghi công",
        ),
        "Việc làm": ("Cấp giấy phép lao động cho người nước ngoài",),
        "Tổ chức, biên chế": ("Thành lập hội cấp tỉnh",),
    },
    "so-nong-nghiep-va-moi-truong": {
        "Đất đai": (
            "Đăng ký biến động quyền sử dụng đất",
            "Cấp đổi giấy chứng nhận quyền sử dụng đất",
            "Đăng ký thế chấp quyền sử dụng đất",
        ),
        "Thủy sản": ("Cấp giấy phép khai thác thủy sản", "Cấp giấy chứng nhận đăng ký tàu cá"),
        "Môi trường": ("Cấp giấy phép môi trường",),
    },
    "so-tai-chinh-2025": {
        "Thành lập và hoạt động của doanh nghiệp": (
            "Đăng ký thành lập công ty TNHH một thành viên",
            "Đăng ký thay đổi nội dung đăng ký doanh nghiệp",
        ),
        "Tin học, thống kê": ("Cấp mã số đơn vị có quan hệ với ngân sách",),
    },
    "so-van-hoa-the-thao-va-du-lich": {
        "Du lịch": ("Cấp thẻ hướng dẫn viên du lịch nội địa", "Công nhận hạng cơ sở lưu trú"),
        "Văn hóa cơ sở": (
            "Cấp giấy phép kinh doanh dịch vụ karaoke",
            "Thông báo sản phẩm quảng cáo",
        ),
    },
    "so-xay-dung-2025": {
        "Đường bộ": (
            "Đổi giấy phép lái xe do ngành giao thông vận tải cấp",
            "Cấp phù hiệu xe ô tô kinh doanh vận tải",
        ),
        "Hoạt động xây dựng": (
            "Cấp chứng chỉ năng lực hoạt động xây dựng hạng II, III",
            "Cấp giấy phép xây dựng công trình cấp đặc biệt, cấp I, cấp II",
        ),
    },
}


def list_procedures(department: str) -> list[tuple[str, str]]:
    """(field, procedure) pairs, those first that come most often. Raises KeyError."""
    fields = PROCEDURES[department]
    return [(field, name) for field, names in fields.items() for name in names]
