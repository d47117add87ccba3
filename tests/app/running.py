"""app.py, run as Streamlit runs it, and what it shows."""

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.spec.tables import World
from ttpv.reference import read_reference
from ttpv.store import Store
from ttpv.ui import texts

APP = Path(__file__).parents[2] / "app.py"


def run(page: str | None = None, **query: str | list[str]) -> AppTest:
    """The app after its first run, on a page of its own; `query` is what the link says."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    if page is not None:
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything that the page and its sidebar say in markup, with plain spaces before %."""
    return " ".join(element.value for element in app.markdown).replace("\xa0", " ")


def clickable(app: AppTest, key: str) -> str:
    """The markup of one table or list that one clicks in."""
    found = (element.proto for element in app.get("bidi_component"))
    return str(json.loads(next(proto.json for proto in found if proto.id.endswith(key))))


def publish_by_hand(folder: Path, period: str, table: str, form: str = "annex-1") -> None:
    """Publishes a small table of figures past the readers, for periods that no example has."""
    World(Store(folder), read_reference()).publish(period, table, form=form)


def choose_period(app: AppTest, kind: str, name: str) -> AppTest:
    """Chooses a period in the sidebar as people do: its kind, then the period itself."""
    app.sidebar.selectbox(key="loai-ky").set_value(texts.PERIOD_KINDS[kind]).run()
    return app.sidebar.selectbox(key="ky").set_value(name).run()
