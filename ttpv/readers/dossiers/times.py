"""Texts → seconds. The day stands before the month, always; nothing is guessed.

A list keeps to one way of writing dates: day first (25/12/2023), ISO (2023-12-25), or real dates of
a workbook. Where they mix, a spreadsheet has read some of the texts its own way, 05/12 as the 12th
of May, and left those that it could not.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ttpv.readers.dossiers.raw import EXCEL, Mask, Numbers

NONE = np.iinfo(np.int64).min
"""Where a cell is blank."""

DAY_FIRST, ISO, REAL = 1, 2, 3
WAYS = {DAY_FIRST: "25/12/2023", ISO: "2023-12-25", REAL: "ngày của Excel"}

_DAY = re.compile(r"(?:(\d{1,2})([/.-])(\d{1,2})\2(\d{4})|(\d{4})-(\d{2})-(\d{2}))")
_CLOCK = re.compile(r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?", re.ASCII)
_REAL_CLOCK = re.compile(rf"{EXCEL}(?:(\d{{2}}):(\d{{2}}):(\d{{2}}))?")
_WHOLE = re.compile(r"(\S+?)((?:[ T]+\d.*|" + EXCEL + r".*)?)")
# Before and after these no dossier is received or due; 01/01/1900 and 31/12/9999 are no dates.
_YEARS = range(1990, 2100)
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_SECONDS = 86_400
_PADDED = 10  # dd/MM/yyyy and yyyy-MM-dd
_USUAL_CLOCK = 9  # " 16:30:00", "T16:30:00" and EXCEL's


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds since 1970 of local time, or NONE; `bad` is no date, `ways` how it is written (0 for
    none), `is_day` a day without a time."""

    seconds: Numbers
    bad: Mask
    ways: Numbers
    is_day: Mask


def parse_times(texts: Any, *, without_time: str) -> Times:
    """An Arrow array of texts. `without_time`: a day without a time is its "start" or "end".

    Days and times of day are taken apart: a list of a million rows has some hundred days, each of
    which is read once, and times to the second, which are read by the column.
    """
    texts = pc.utf8_trim_whitespace(texts)
    days = _each(pc.utf8_slice_codeunits(texts, 0, _PADDED), _read_day)
    clocks = _read_clocks(pc.utf8_slice_codeunits(texts, _PADDED))
    again = np.flatnonzero((days[:, 1] < 0) | (clocks[:, 1] < 0))
    if len(again):  # 1/2/2023 8:05, or no date at all
        wholes = texts.take(again)
        days[again] = _each(wholes, _read_whole_day)
        clocks[again] = _each(wholes, _read_whole_clock)
    bad = (days[:, 1] < 0) | (clocks[:, 1] < 0)
    blank = days[:, 1] == 0
    is_day = ~bad & ~blank & (clocks[:, 1] == 0)
    seconds = days[:, 0] * _DAY_SECONDS + clocks[:, 0]
    if without_time == "end":
        seconds[is_day] += _DAY_SECONDS - 1
    seconds[bad | blank] = NONE
    ways = np.where(bad | blank, 0, days[:, 1])
    ways[(ways == ISO) & (clocks[:, 2] == 1)] = REAL
    return Times(seconds, bad, ways, is_day)


def _read_clocks(texts: Any) -> Any:
    """As _read_clock, of every text; those of the usual look, " 16:30:00", all at once."""
    usual = pc.equal(pc.binary_length(texts), _USUAL_CLOCK).to_numpy(zero_copy_only=False)
    if not usual.all():
        clocks = np.zeros((len(texts), 3), dtype=np.int64)
        clocks[~usual] = _each(texts.filter(pa.array(~usual)), _read_clock)
        clocks[usual] = _read_clocks(texts.filter(pa.array(usual)))
        return clocks
    letters = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)
    table = letters[: len(texts) * _USUAL_CLOCK].reshape(-1, _USUAL_CLOCK)
    digits = table[:, [1, 2, 4, 5, 7, 8]].astype(np.int64) - ord("0")
    hours, minutes, seconds = (digits[:, at] * 10 + digits[:, at + 1] for at in (0, 2, 4))
    right = ((digits >= 0) & (digits <= 9)).all(axis=1)
    right &= (table[:, [3, 6]] == ord(":")).all(axis=1)
    real = table[:, 0] == ord(EXCEL)
    right &= real | (table[:, 0] == ord(" ")) | (table[:, 0] == ord("T"))
    right &= (hours < 24) & (minutes < 60) & (seconds < 60)
    known = np.where(right, hours * 3600 + minutes * 60 + seconds, 0)
    return np.stack([known, np.where(right, 1, -1), (real & right).astype(np.int64)], axis=1)


def _each(texts: Any, read: Any) -> Any:
    """`read` of every text, called once for each different one; a row of integers a text."""
    encoded = texts.dictionary_encode()
    values = np.array([read(text) for text in encoded.dictionary.to_pylist()], dtype=np.int64)
    if not len(values):
        return np.zeros((0, 3), dtype=np.int64)
    return values[encoded.indices.to_numpy(zero_copy_only=False)]


@lru_cache(maxsize=100_000)
def _read_day(text: str) -> tuple[int, int, int]:
    """(days since 1970, way, 0); the way is 0 for a blank, -1 for what is no day."""
    if not text:
        return 0, 0, 0
    found = _DAY.fullmatch(text)
    if found is None or not text.isascii():
        return 0, -1, 0
    way = DAY_FIRST if found[4] else ISO
    year, month, day = (found[4], found[3], found[1]) if found[4] else found.group(5, 6, 7)
    try:
        ordinal = date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return 0, -1, 0
    return (ordinal - _EPOCH, way, 0) if int(year) in _YEARS else (0, -1, 0)


@lru_cache(maxsize=100_000)
def _read_clock(text: str) -> tuple[int, int, int]:
    """(seconds of the day, 1 with a time or 0 without or -1 for what is none, 1 where real)."""
    real = text.startswith(EXCEL)
    found = (_REAL_CLOCK if real else _CLOCK).fullmatch(text)
    if found is None:
        return 0, -1, 0
    if found[1] is None:
        return 0, 0, int(real)
    hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return 0, -1, 0
    return hours * 3600 + minutes * 60 + seconds, 1, int(real)


def _read_whole_day(text: str) -> tuple[int, int, int]:
    found = _WHOLE.fullmatch(text)
    return _read_day(found[1] if found else text)


def _read_whole_clock(text: str) -> tuple[int, int, int]:
    found = _WHOLE.fullmatch(text)
    return _read_clock(found[2] if found else text)
