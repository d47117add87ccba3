"""OLE containers: streams as they were written, and damage that ends."""

import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.containers import ole
from ttpv.readers.ole import OleContainer
from ttpv.readers.refused import Refused

XLS = Path(__file__).parents[2] / "golden" / "files" / "annexes.xls"
DAMAGE = (Refused, ValueError, struct.error)


def test_streams_come_out_as_they_went_in():
    streams = {"Workbook": bytes(range(256)) * 40, "Other": b"x" * 5000}
    container = OleContainer(ole(**streams))
    assert container.names == {"workbook", "other"}
    assert container.read("workbook") == streams["Workbook"]
    assert container.read("other") == streams["Other"]


def test_a_chain_that_runs_in_a_circle_is_damage():
    """xlrd follows one of short sectors until the memory is full (16 GB, then it was stopped)."""
    content = bytearray(XLS.read_bytes())
    mini_table = struct.unpack_from("<I", content, 60)[0]
    for place in (mini_table, struct.unpack_from("<I", content, 76)[0]):
        at = (place + 1) * 512
        turned = bytearray(content)
        turned[at : at + 512] = b"".join(struct.pack("<I", number ^ 1) for number in range(128))
        struct.pack_into("<I", turned, 56, 1 << 20)  # every stream is a short one
        tracemalloc.start()
        with pytest.raises(DAMAGE):
            OleContainer(bytes(turned)).read("workbook")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
        tracemalloc.stop()


def test_names_that_hang_on_each_other_in_a_circle_end():
    content = bytearray(ole(Workbook=b"x", Other=b"y"))
    directory = (struct.unpack_from("<I", content, 48)[0] + 1) * 512
    for index in (1, 2):
        struct.pack_into("<3I", content, directory + 128 * index + 68, 1, 2, 1)
    assert OleContainer(bytes(content)).names == {"workbook", "other"}


@settings(max_examples=150)
@given(data=st.data())
def test_mutilated_containers_end(data: st.DataObject):
    content = bytearray(XLS.read_bytes())
    tables = st.sampled_from([0, 44, 48, 60, 68, 76, *range(512, len(content), 512)])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(tables) + data.draw(st.integers(0, 511))
        content[at % len(content)] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(content), 700, 5000]))
    try:
        container = OleContainer(bytes(content[:cut]))
        for name in container.names:
            container.read(name)
    except DAMAGE:
        pass
