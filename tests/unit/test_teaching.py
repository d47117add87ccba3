"""Names taught and forgotten by hand: by whom, and upon which state."""

from pathlib import Path

import pytest

from ttpv.publishing import NotAllowed, Publisher
from ttpv.reference import Reference
from ttpv.store import Store
from ttpv.teaching import NameTaken, forget_name, teach_name

CLERK = Publisher("văn thư", may_publish=True)
VISITOR = Publisher("khách", may_publish=False, reason="Chỉ xem.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def learned(store: Store) -> list[tuple[str, str, str]]:
    current = store.current()
    assert current is not None
    return [(alias.name, alias.department, alias.added_by) for alias in current.aliases]


def teach(store: Store, reference: Reference, name: str, id_: str, **options) -> str:
    department = reference.department_by_id[id_]
    publisher = options.pop("publisher", CLERK)
    return teach_name(name, department, reference, store, publisher, **options).status


def test_a_name_is_taught_and_taken_back(store: Store, reference: Reference):
    assert teach(store, reference, "Ngành Y", "so-y-te", expect="") == "published"
    assert learned(store) == [("Ngành Y", "so-y-te", "văn thư")]
    assert teach(store, reference, "ngành y", "so-y-te") == "unchanged"
    assert forget_name("NGÀNH Y", "so-y-te", store, CLERK).status == "published"
    assert forget_name("NGÀNH Y", "so-y-te", store, CLERK).status == "unchanged"
    assert learned(store) == []
    assert [state.action for state in store.history()] == ["remove_alias", "add_alias"]


def test_a_name_stays_with_who_existed_on_other_days(store: Store, reference: Reference):
    """Sở Tài chính ended on 28/02/2025; Sở Nội vụ of then existed beside it."""
    for id_ in ("so-tai-chinh", "so-tai-chinh-2025"):
        teach(store, reference, "Ngành TC", id_)
    teach(store, reference, "Ngành TC", "so-noi-vu")
    assert [id_ for _, id_, _ in learned(store)] == ["so-tai-chinh-2025", "so-noi-vu"]


def test_a_registered_name_is_not_taught_to_others(store: Store, reference: Reference):
    with pytest.raises(NameTaken) as error:
        teach(store, reference, "Sở Dân tộc và Tôn giáo", "so-y-te")
    assert error.value.owner.id == "so-dan-toc-va-ton-giao"
    # Nobody of its days has the name, so it counts for them.
    assert teach(store, reference, "Sở Dân tộc và Tôn giáo", "so-noi-vu") == "published"


def test_who_may_only_look_changes_nothing(store: Store, reference: Reference):
    with pytest.raises(NotAllowed, match="Chỉ xem"):
        teach(store, reference, "Ngành Y", "so-y-te", publisher=VISITOR)
    with pytest.raises(NotAllowed, match="Chỉ xem"):
        forget_name("Ngành Y", None, store, VISITOR)
    assert not store.folder.exists()


def test_another_state_is_seen_first(store: Store, reference: Reference):
    teach(store, reference, "Ngành Y", "so-y-te")
    assert teach(store, reference, "Ngành X", "so-y-te", expect="") == "needs_confirmation"
    assert forget_name("Ngành Y", None, store, CLERK, expect="").status == "needs_confirmation"
    assert store.numbers() == [1]
