"""What a published state did, in sentences."""

from pathlib import Path

from tests.unit.store.test_store import publish, table
from ttpv.core.periods import parse_period
from ttpv.reference import Reference
from ttpv.store import Store, TaughtName
from ttpv.views.changes import ACTION_WORDS, describe_changes
from ttpv.views.history import build_history

ANNEX = "Phụ lục I – Kết quả tiếp nhận và giải quyết hồ sơ"
JANUARY = "01/01/2023 – 31/01/2023"


def test_every_kind_of_state_says_what_it_did(tmp_path: Path, reference: Reference):
    store = Store(tmp_path)
    said = [
        publish(store, table(received=1), aliases=[TaughtName("SYT", "so-y-te")]),
        publish(store, table(received=2)),
        store.add_alias("SYT", "so-noi-vu", by="an"),
        store.remove_alias("SYT", by="an"),
        publish(store, table(period="2023-02", received=3)),
        store.restore("000001", by="an"),
        store.restore("000002", by="an", period=parse_period("2023-01")),
    ]
    assert [describe_changes(p.snapshot, reference) for p in said] == [
        [
            f"Thêm {ANNEX}, kỳ {JANUARY}, từ tệp x.xlsx",
            "Thêm tên gọi “SYT” của Sở Y tế",
        ],
        [f"Thay thế {ANNEX}, kỳ {JANUARY}, từ tệp x.xlsx"],
        ["Chuyển tên gọi “SYT” sang Sở Nội vụ"],
        ["Bỏ tên gọi “SYT” của Sở Nội vụ"],
        [f"Thêm {ANNEX}, kỳ 01/02/2023 – 28/02/2023, từ tệp x.xlsx"],
        [
            "Khôi phục lần công bố 000001",
            f"Thay thế {ANNEX}, kỳ {JANUARY}, từ tệp x.xlsx",
            f"Bỏ {ANNEX}, kỳ 01/02/2023 – 28/02/2023",
            "Thêm tên gọi “SYT” của Sở Y tế",
        ],
        [
            f"Khôi phục lần công bố 000002, riêng kỳ {JANUARY}",
            f"Thay thế {ANNEX}, kỳ {JANUARY}, từ tệp x.xlsx",
        ],
    ]
    assert all(p.snapshot.action in ACTION_WORDS for p in said)
    newest = build_history(store.history(), reference)[0]
    assert newest.changes[0].startswith("Khôi phục")


def test_what_has_left_the_reference_is_named_by_its_id(tmp_path: Path, reference: Reference):
    snapshot = publish(
        Store(tmp_path), table("annex-0", received=1), aliases=[TaughtName("X", "gone")]
    ).snapshot
    assert describe_changes(snapshot, reference) == [
        f"Thêm annex-0, kỳ {JANUARY}, từ tệp x.xlsx",
        "Thêm tên gọi “X” của gone",
    ]


def test_a_dossier_list_has_its_name_and_a_lost_form_its_id(tmp_path: Path, reference: Reference):
    store = Store(tmp_path)
    said = [
        describe_changes(publish(store, table(form=form, received=1)).snapshot, reference)
        for form in (reference.dossiers.id, "bieu-cu")
    ]
    assert [sentences[0].partition(",")[0] for sentences in said] == [
        f"Thêm {reference.dossiers.name}",
        "Thêm bieu-cu",
    ]
