"""The line of place and date of a document (Decree 30/2020/NĐ-CP, appendix I)."""

from datetime import date


def write_place_date(place: str, day: date | None) -> str:
    """ "Bình Định, ngày 05 tháng 01 năm 2024"; without a day there is room to write it."""
    at = f"{place}, ngày" if place else "Ngày"
    if day is None:
        return f"{at} ….. tháng ….. năm ………"
    return f"{at} {day:%d} tháng {day:%m} năm {day:%Y}"
