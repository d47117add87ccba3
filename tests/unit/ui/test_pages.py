"""The files of pages: each is listed, and nothing of it runs before its guard."""

import ast
from pathlib import Path

import pytest

from ttpv.ui.pages import PAGES

ROOT = Path(__file__).parents[3]
GUARDS = {"guard_page", "require_selection"}


def test_every_file_is_a_page_of_the_menu():
    assert {str(path.relative_to(ROOT)) for path in (ROOT / "pages").glob("*.py")} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_guard(page: str):
    imports = (ast.Import, ast.ImportFrom)
    docstring, *rest = ast.parse((ROOT / page).read_text("utf-8")).body
    assert isinstance(docstring, ast.Expr)
    first = next(statement for statement in rest if not isinstance(statement, imports))
    assert isinstance(first, ast.Expr | ast.Assign)
    assert isinstance(first.value, ast.Call)
    assert isinstance(first.value.func, ast.Name)
    assert first.value.func.id in GUARDS
