"""What placeholders there are: the fields of the view that fills the template, and of its rows."""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ttpv.reports.docx.pictures import Picture
from ttpv.views.report.model import ChartView
from ttpv.views.table_view import TableColumn, TableView

_ONE_PIXEL = b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text to print; empty where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Flag:
    """For conditions."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, or nothing where there is none."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, in the place of the paragraph in which it is asked for."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Of a loop whose list is wrong, which has been said."""


@dataclass(frozen=True, slots=True)
class Many:
    """To loop over."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Group:
    """Placeholders under one name."""

    members: Mapping[str, "Shape"]


Shape = Text | Flag | Drawing | Grid | Anything | Many | Group


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`path` "annex_1.rows[].name", where [] is each of many; `shape` of what it stands for."""

    path: str
    shape: Shape


@cache
def describe(view: type) -> Group:
    """The placeholders of a view. Raises TypeError on a field that no template can print."""
    return Group({name: _describe(kind) for name, kind in _hints(view).items()})


def list_placeholders(view: type) -> tuple[Placeholder, ...]:
    """Every one of them that is printed, drawn or asked for, by its full path."""
    return tuple(_walk(describe(view), ""))


def make_sample(shape: Shape) -> Any:
    """Something of that shape, to try a template with: every loop goes round twice."""
    match shape:
        case Text() | Anything():
            return "x"
        case Flag():
            return True
        case Drawing():
            return Picture(_ONE_PIXEL, "x", 1)
        case Grid():
            return TableView("x", (TableColumn(("x",), 1),), (("x",),))
        case Many(of=of):
            return [make_sample(of), make_sample(of)]
        case Group(members=members):
            return {name: make_sample(member) for name, member in members.items()}


def _hints(view: type) -> dict[str, Any]:
    hints = get_type_hints(view)
    return {field.name: hints[field.name] for field in fields(view)}


def _describe(kind: Any) -> Shape:
    if get_origin(kind) in (Union, UnionType):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if kind is str:
        return Text()
    if kind is bool:
        return Flag()
    if kind is Picture:
        return Drawing()
    if kind is TableView:
        return Grid()
    if kind is ChartView:
        return Group({"picture": Drawing(), "title": Text()})
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        return Many(_describe(get_args(kind)[0]))
    if is_dataclass(kind) and isinstance(kind, type):
        return describe(kind)
    raise TypeError(f"no template can print {kind}")


def _walk(shape: Shape, path: str) -> Iterator[Placeholder]:
    match shape:
        case Group(members=members):
            for name, member in members.items():
                yield from _walk(member, f"{path}.{name}" if path else name)
        case Many(of=of):
            yield from _walk(of, f"{path}[]")
        case _:
            yield Placeholder(path, shape)
