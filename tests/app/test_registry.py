"""Danh bạ đơn vị: who exists when, and names taught and taken back."""

from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.running import run, shown
from ttpv.core.user import operating_system_user
from ttpv.store import Store
from ttpv.ui import registry
from ttpv.ui.access import Access
from ttpv.ui.texts import importing as importing_words
from ttpv.ui.texts import registry as registry_words


@pytest.fixture(autouse=True)
def _at_the_machine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "current_access", lambda: Access(True))


def said(app: AppTest) -> str:
    assert not app.exception
    return unescape(shown(app))


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return app


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def teach(app: AppTest, name: str, department: str) -> AppTest:
    next(box for box in app.text_input if box.label == registry_words.TEACH_NAME).set_value(name)
    choice = next(
        box for box in app.selectbox if box.placeholder == importing_words.NAME_PLACEHOLDER
    )
    choice.set_value(department).run()
    return app


def test_the_registry_on_a_day(example_data_dir: Path):
    app = run("registry")
    assert ": 13 đơn vị" in said(app)
    app.date_input[0].set_value(date(2023, 12, 25)).run()
    assert "Tồn tại vào ngày 25/12/2023: 18 đơn vị" in said(app)
    app.text_input[-1].set_value("sở gtvt").run()
    assert said(app).count("data-department=") == 1
    app.text_input[-1].set_value("không có").run()
    assert [box.value for box in app.info] == [registry_words.REGISTRY_NOBODY]


def test_a_name_is_taught_and_taken_back(example_data_dir: Path):
    app = teach(run("registry"), "Ngành *Y*", "so-y-te")
    assert "Từ nay, “Ngành *Y*” trong tệp nhập là Sở Y tế." in said(app)
    press(app, registry_words.TEACH)
    assert "Ngành *Y* (" in said(app)
    assert "“Ngành *Y*” từ nay là Sở Y tế." in unescape(app.success[0].value)
    store = Store(example_data_dir)
    state = store.current()
    assert state is not None
    assert [(a.name, a.department, a.added_by) for a in state.aliases] == [
        ("Ngành *Y*", "so-y-te", operating_system_user())
    ]
    assert "data-lesson" not in said(app)  # the form is empty again
    choice = next(box for box in app.selectbox if box.label == registry_words.FORGET_WHICH)
    choice.select_index(0).run()
    assert "sẽ không còn là tên gọi của Sở Y tế" in said(app)
    press(app, registry_words.FORGET)
    after = store.current()
    assert after is not None
    assert (after.id, after.aliases, after.entries) == ("000003", (), state.entries)
    assert registry_words.FORGET not in buttons(app)


def test_what_would_do_nothing_has_no_button(example_data_dir: Path):
    app = teach(run("registry"), "Sở Y tế", "so-tu-phap")
    assert "“Sở Y tế” là tên của Sở Y tế trong danh mục" in said(app)
    assert registry_words.TEACH not in buttons(app)


def test_somebody_published_in_between(example_data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    app = teach(run("registry"), "Ngành Y", "so-y-te")
    real = registry.teach_name

    def late(*args, **options):
        Store(example_data_dir).add_alias("Ngành X", "so-noi-vu", by="ai đó")
        return real(*args, **options)

    monkeypatch.setattr(registry, "teach_name", late)
    press(app, registry_words.TEACH)
    assert [box.value for box in app.warning] == [
        registry_words.NAMES_CHANGED.format(snapshot="000002")
    ]
    current = Store(example_data_dir).current()
    assert current is not None
    assert [alias.name for alias in current.aliases] == ["Ngành X"]


def test_who_may_only_look_sees_no_forms(example_data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "current_access", lambda: Access(False, "Chỉ xem."))
    app = run("registry")
    assert [box.value for box in app.info] == ["Chỉ xem."]
    assert registry_words.TEACH_NAME not in [box.label for box in app.text_input]
    assert ": 13 đơn vị" in said(app)


def test_an_earlier_state_has_the_names_of_then(example_data_dir: Path):
    store = Store(example_data_dir)
    store.add_alias("Ngành Y", "so-y-te", by="an")
    assert "Ngành Y (an thêm lúc" in said(run("registry"))
    then = run("registry", lan="000001")
    assert "Ngành Y" not in said(then)
    assert [box.value for box in then.info] == [registry_words.REGISTRY_AS_REPORTED]


def test_before_anything_is_published(data_dir: Path):
    app = run("registry")
    assert ": 13 đơn vị" in said(app)
    press(teach(app, "Ngành Y", "so-y-te"), registry_words.TEACH)
    current = Store(data_dir).current()
    assert current is not None
    assert [alias.name for alias in current.aliases] == ["Ngành Y"]
