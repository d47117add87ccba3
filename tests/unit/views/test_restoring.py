"""What a restore would change is said in full before it does."""

from pathlib import Path

from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.views.restoring import describe_restore


def test_a_name_that_would_be_another_departments_again(example_store: Store, reference: Reference):
    """The store tells aliases apart by whose they are, so the sentences must, too."""
    origin = example_store.add_alias("Phòng Một", "so-y-te", by="an").snapshot
    current = example_store.add_alias("phòng  một", "so-du-lich", by="an").snapshot
    (sentence,) = describe_restore(origin, current, reference)
    assert sentence == ("Tên đã học “Phòng Một” trở lại là của Sở Y tế, không còn của Sở Du lịch.")
    assert example_store.restore(origin.id, by="an").changed
    assert describe_restore(origin, origin, reference) == ()


def test_names_that_come_and_go(tmp_path: Path, example_store: Store, reference: Reference):
    one = example_store.add_alias("Phòng Một", "so-y-te", by="an").snapshot
    example_store.remove_alias("Phòng Một", by="an")
    two = example_store.add_alias("Phòng Hai", "so-y-te", by="an").snapshot
    assert describe_restore(one, two, reference) == (
        "Quên tên đã học: Phòng Hai.",
        "Nhớ lại tên đã học: Phòng Một.",
    )
