"""Dates as people and systems write them: to the second, day first, nothing guessed."""

from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.readers.dossiers.row_reader import to_text
from ttpv.readers.dossiers.times import DAY_FIRST, ISO, NONE, REAL, Times, parse_times


def parse(*texts: str, without_time: str = "start") -> Times:
    return parse_times(pa.array(texts, pa.string()), without_time=without_time)


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("text", "meant", "way"),
    [
        ("25/12/2023 16:30:05", "2023-12-25 16:30:05", DAY_FIRST),
        ("  25/12/2023 16:30:05 ", "2023-12-25 16:30:05", DAY_FIRST),
        ("05/12/2023 16:30", "2023-12-05 16:30:00", DAY_FIRST),
        ("05/12/2023", "2023-12-05 00:00:00", DAY_FIRST),
        ("5/1/2023 8:05", "2023-01-05 08:05:00", DAY_FIRST),
        ("5/1/2023 8:05:09", "2023-01-05 08:05:09", DAY_FIRST),
        ("05-12-2023 16:30:05", "2023-12-05 16:30:05", DAY_FIRST),
        ("05.12.2023", "2023-12-05 00:00:00", DAY_FIRST),
        ("2023-12-25 16:30:05", "2023-12-25 16:30:05", ISO),
        ("2023-12-25T16:30:05", "2023-12-25 16:30:05", ISO),
        ("2023-12-25", "2023-12-25 00:00:00", ISO),
        ("2023-12-25E16:30:05", "2023-12-25 16:30:05", REAL),
        ("2023-12-25E", "2023-12-25 00:00:00", REAL),
        ("29/02/2024 00:00:00", "2024-02-29 00:00:00", DAY_FIRST),
    ],
)
def test_a_date_and_its_way_of_writing(text: str, meant: str, way: int):
    times = parse(text)
    assert (times.seconds[0], times.ways[0], times.bad[0]) == (seconds(meant), way, False)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2023 08:00:00",
        "29/02/2023",
        "12/25/2023 08:00:00",  # month first is never tried
        "00/12/2023",
        "25/12/23",
        "25/12/1900",
        "31/12/9999",
        "25/12/2023 24:00:00",
        "25/12/2023 08:60:00",
        "25/12/2023 08:00:60",
        "25/12/2023x08:00:00",
        "25/12/2023 08:00:0x",
        "25/12/2023 8h",
        "25/12-2023",
        "45285.5",
        "#45285.5",
        "Nguyễn Văn An",
        "２５/12/2023",
        "x",
    ],
)
def test_what_is_no_date(text: str):
    times = parse("25/12/2023 08:00:00", text, "")
    assert list(times.bad) == [False, True, False]
    assert list(times.seconds[1:]) == [NONE, NONE]
    assert list(times.ways) == [DAY_FIRST, 0, 0]


def test_a_deadline_without_a_time_is_the_day_s_end():
    times = parse("25/12/2023", "25/12/2023 00:00:00", "2023-12-25E", without_time="end")
    end, start = seconds("2023-12-25 23:59:59"), seconds("2023-12-25 00:00:00")
    assert list(times.seconds) == [end, start, end]
    assert list(times.is_day) == [True, False, True]


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)),
            st.sampled_from(["%d/%m/%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "excel"]),
        ),
        max_size=30,
    )
)
def test_what_python_writes_is_what_is_read(moments: list[tuple[datetime, str]]):
    texts, meant = [], []
    for moment, how in moments:
        whole = moment.replace(microsecond=0, second=0 if how.endswith("%M") else moment.second)
        texts.append(to_text(whole) if how == "excel" else whole.strftime(how))
        meant.append(int(whole.replace(tzinfo=UTC).timestamp()))
    assert list(parse(*texts).seconds) == meant


@given(st.lists(st.text(max_size=22) | st.from_regex(r"[0-9/: \-TE]{0,20}", fullmatch=True)))
def test_no_text_is_too_strange(texts: list[str]):
    times = parse(*texts)
    assert len(times.seconds) == len(texts)
    assert not (times.bad & (times.seconds != NONE)).any()


def test_none_at_all():
    assert parse().seconds.dtype == np.int64


def test_binary_days_are_rounded_to_the_second():
    almost = datetime(2023, 12, 25, 12, 59, 59, 999_999)
    assert to_text(almost) == "2023-12-25E13:00:00"
