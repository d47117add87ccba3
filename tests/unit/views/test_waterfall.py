"""The bars from the old rate to the new one."""

from fractions import Fraction

from ttpv.compare import Movement, Parts, decompose_change
from ttpv.views.waterfall import build_waterfall


def movement_of(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> Movement:
    old, new = ({who: Parts(*parts) for who, parts in p.items()} for p in (before, after))
    movement = decompose_change(old, new)
    assert isinstance(movement, Movement)
    return movement


def names(movement: Movement) -> dict[str, str]:
    return {c.department: f"Sở {c.department}" for c in movement.contributions}


def test_each_bar_begins_where_the_last_one_ended():
    """32,5 → 35: a +10, b −7,5."""
    movement = movement_of({"a": (30, 100), "b": (35, 100)}, {"a": (50, 100), "b": (20, 100)})
    view = build_waterfall(movement, names(movement), "Tháng 1", "Tháng 2")
    assert [(bar.label, bar.kind, bar.base, bar.size, bar.text) for bar in view.bars] == [
        ("Tháng 1", "rate", 0.0, 32.5, "32,5 %"),
        ("Sở a", "up", 32.5, 10.0, "+10,0 điểm %"),
        ("Sở b", "down", 42.5, -7.5, "−7,5 điểm %"),
        ("Tháng 2", "rate", 0.0, 35.0, "35,0 %"),
    ]
    assert [bar.mark for bar in view.bars] == ["32,5 %", "+10,0", "−7,5", "35,0 %"]
    assert view.title == "+2,5 điểm %: 32,5 % (Tháng 1) → 35,0 % (Tháng 2)"
    assert view.bars[1].hover == "do tỷ lệ của đơn vị +10,0 điểm %, do tỷ trọng hồ sơ 0 điểm %"
    assert view.note == ""


def test_beyond_the_largest_ten_is_one_bar_with_all_the_rest():
    """Fifteen of equal size, rising by 1…15 points: the five smallest make (1+2+3+4+5)/15 = +1."""
    before = {f"{n:02d}": (50, 100) for n in range(1, 16)}
    after = {f"{n:02d}": (50 + n, 100) for n in range(1, 16)}
    movement = movement_of(before, after)
    view = build_waterfall(movement, names(movement), "trước", "sau")
    assert len(view.bars) == 1 + 10 + 1 + 1
    rest = view.bars[-2]
    assert (rest.label, rest.text) == ("5 đơn vị khác", "+1,0 điểm %")
    assert Fraction(rest.base + rest.size).limit_denominator(1000) == movement.after


def test_one_more_than_ten_is_shown_by_name():
    before = {f"{n:02d}": (50, 100) for n in range(1, 12)}
    after = {f"{n:02d}": (50 + n, 100) for n in range(1, 12)}
    movement = movement_of(before, after)
    view = build_waterfall(movement, names(movement), "trước", "sau")
    assert [bar.label for bar in view.bars[1:-1]] == [f"Sở {n:02d}" for n in range(11, 0, -1)]


def test_who_comes_or_goes_is_said():
    movement = movement_of({"a": (30, 100), "b": (80, 100)}, {"ab": (150, 200)})
    view = build_waterfall(movement, names(movement), "trước", "sau")
    note = "Chỉ có hồ sơ trong một trong hai kỳ, nên tính hết vào tỷ trọng: Sở a, Sở ab, Sở b."
    assert view.note == note
    assert {bar.label: bar.hover for bar in view.bars if bar.kind != "rate"} == {
        "Sở ab": "đơn vị bắt đầu có hồ sơ",
        "Sở b": "đơn vị không còn hồ sơ",
        "Sở a": "đơn vị không còn hồ sơ",
    }
