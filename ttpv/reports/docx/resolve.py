"""What an expression of a template stands for, by the names that hold where it is written."""

import difflib
from collections.abc import Mapping

from jinja2 import nodes

from ttpv.reports.docx.shapes import Anything, Flag, Group, Shape, Text


class Wrong(Exception):
    """The issue that a tag deserves."""

    def __init__(self, code: str, value: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.value, self.words = code, value, words


def resolve(node: nodes.Node, names: Mapping[str, Shape]) -> Shape:
    """Raises Wrong on a name that is none of them."""
    match node:
        case nodes.Name(name=name):
            return _pick(name, names, name)
        case nodes.Getattr(node=owner, attr=attr):
            group = resolve(owner, names)
            if isinstance(group, Anything):
                return group
            members = group.members if isinstance(group, Group) else {}
            return _pick(attr, members, _write_path(node))
        case nodes.Filter(node=nodes.Node() as inner):
            return resolve(inner, names)
        case nodes.Const():
            return Text()
    for child in node.iter_child_nodes():
        resolve(child, names)
    return Flag()


def _pick(name: str, known: Mapping[str, Shape], path: str) -> Shape:
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    owner = path.removesuffix(name)
    hint = f"Có phải là “{owner}{near[0]}”?" if near else "Tên các chỗ điền có ở docs/TEMPLATES.md."
    raise Wrong("template_placeholder_unknown", path, hint=hint)


def _write_path(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr(node=owner, attr=attr):
            return f"{_write_path(owner)}.{attr}"
        case nodes.Name(name=name):
            return name
    return "…"
