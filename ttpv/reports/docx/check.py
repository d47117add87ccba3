"""Whether a Word template can be filled: everything that is wrong with it, and where."""

import difflib
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.reports.docx.expressions import NotAllowed, PlainEnvironment, parse_expression
from ttpv.reports.docx.fill import fill_template
from ttpv.reports.docx.package import Package, open_package
from ttpv.reports.docx.shapes import (
    Drawing,
    Flag,
    Grid,
    Group,
    Many,
    Shape,
    Text,
    describe,
    make_sample,
)
from ttpv.reports.docx.tags import Tag, Torn, read_tags

log = logging.getLogger(__name__)

_KINDS = {
    Many: "một danh sách",
    Group: "một nhóm",
    Drawing: "một hình",
    Grid: "một bảng",
    Flag: "một điều kiện",
    Text: "một chữ",
}
_HOLDERS = {"tr": "trong cùng bảng", "tc": "trong cùng hàng", "p": "ở cùng mức với đoạn này"}
_UNITS = {"tr": "một hàng của bảng", "tc": "một ô của bảng", "p": "một đoạn"}
# What docxtpl gives within a loop over rows.
_LOOP = Group({"index": Text(), "first": Flag(), "last": Flag()})
_CONDITION_ENDS = ("elif", "else", "endif")


def check_template(content: bytes, view: type, file: str = "mẫu.docx") -> tuple[Issue, ...]:
    """What keeps the template from being filled with a `view` (a dataclass); nothing where all is
    well. `file` is how the sentences call it. Where the file itself is refused it is the one issue.
    """
    place = Place(file=file)
    package = open_package(content, place)
    if not isinstance(package, Package):
        return package
    shape = describe(view)
    issues = [issue for root, part in package.parts for issue in _Part(shape).check(root, part)]
    if not issues and not _can_fill(package.content, shape):
        issues.append(make_issue("template_cannot_fill", place))
    return tuple(issues)


def _can_fill(content: bytes, shape: Group) -> bool:
    """Tags that are each right may still tear a table apart; only filling it shows that."""
    try:
        fill_template(content, make_sample(shape))
    # docxtpl, Jinja, lxml and python-docx raise what they like on what no rule above foresaw.
    except Exception as error:  # noqa: BLE001
        log.info("cannot fill a template: %s", type(error).__name__)
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Open:
    """A command that waits for its end, and the names that hold until then."""

    tag: Tag
    command: str
    names: Mapping[str, Shape]


@dataclass
class _Part:
    """Goes through one part of the file, knowing which loops are open."""

    shape: Group
    opened: list[_Open] = field(default_factory=list)
    units: dict[Any, str] = field(default_factory=dict)
    environment: PlainEnvironment = field(default_factory=PlainEnvironment)

    def check(self, root: Any, part: str) -> Iterator[Issue]:
        for tag in read_tags(root, part):
            if isinstance(tag, Torn):
                yield make_issue("template_tag_torn", value=tag.shown, where=tag.where)
                continue
            try:
                self._check_unit(tag)
                self._check_tag(tag)
            except _Wrong as wrong:
                yield make_issue(wrong.code, None, wrong.value, where=tag.where, **wrong.words)
        for left in self.opened:
            yield make_issue(
                "template_command_open",
                value=left.tag.shown,
                where=left.tag.where,
                closing=f"{{%{left.tag.level} end{left.command} %}}",
                holder=_HOLDERS.get(left.tag.level, "trong cùng đoạn"),
            )

    def _check_unit(self, tag: Tag) -> None:
        """A tag that stands for a row, a cell or a paragraph replaces all of it."""
        if tag.level not in _UNITS:
            return
        taken = tag.unit is None or tag.unit in self.units
        if tag.unit is not None:
            self.units[tag.unit] = tag.shown
        if taken:
            raise _Wrong("template_command_misplaced", tag.shown, unit=_UNITS[tag.level])

    def _check_tag(self, tag: Tag) -> None:
        if tag.kind == "{#":
            return
        if tag.kind == "{{":
            self._check_placeholder(tag)
            return
        word, _, rest = tag.inside.partition(" ")
        match word:
            case "for":
                self._open_loop(tag, rest)
            case "if":
                self._find(rest, tag)
                self.opened.append(_Open(tag, "if", {}))
            case "elif" | "else" | "endif" | "endfor":
                self._go_on(tag, word, rest)
            case _:
                raise _Wrong("template_command_unknown", tag.shown)

    def _check_placeholder(self, tag: Tag) -> None:
        """A table takes the place of its whole paragraph; a text or a picture stands in one."""
        shape = self._find(tag.inside, tag)
        right = isinstance(shape, Grid) if tag.level else isinstance(shape, Text | Drawing)
        if not right or tag.level not in ("", "p"):
            raise _Wrong(
                "template_placeholder_kind",
                tag.shown,
                kind=_KINDS[type(shape)],
                hint=_say_members(tag.inside, shape),
            )

    def _open_loop(self, tag: Tag, rest: str) -> None:
        name, separator, source = (part.strip() for part in rest.partition(" in "))
        if not (separator and name.isidentifier()):
            raise _Wrong("template_syntax", tag.shown)
        shape = self._find(source, tag)
        if not isinstance(shape, Many):
            hint = "Chỉ lặp được trên một danh sách."
            kind = _KINDS[type(shape)]
            raise _Wrong("template_placeholder_kind", source, kind=kind, hint=hint)
        self.opened.append(_Open(tag, "for", {name: shape.of, "loop": _LOOP}))

    def _go_on(self, tag: Tag, word: str, rest: str) -> None:
        """`else`, `elif` and the ends belong to the command that was opened last, and stand where
        it may be closed."""
        last = self.opened[-1] if self.opened else None
        command = "if" if word in _CONDITION_ENDS else "for"
        if last is None or last.command != command or last.tag.holder is not tag.holder:
            holder = _HOLDERS.get(tag.level, "trong cùng đoạn")
            raise _Wrong("template_command_unopened", tag.shown, holder=holder)
        if word == "elif":
            self._find(rest, tag)
        if word.startswith("end"):
            self.opened.pop()

    def _find(self, text: str, tag: Tag) -> Shape:
        try:
            return self._shape_of(parse_expression(self.environment, text))
        except NotAllowed:
            raise _Wrong("template_command_unknown", tag.shown) from None
        except TemplateSyntaxError:
            raise _Wrong("template_syntax", tag.shown) from None

    def _shape_of(self, node: nodes.Node) -> Shape:
        match node:
            case nodes.Name(name=name):
                return _pick(name, self._names, name)
            case nodes.Getattr(node=owner, attr=attr):
                group = self._shape_of(owner)
                path = _write_path(node)
                return _pick(attr, group.members if isinstance(group, Group) else {}, path)
            case nodes.Filter(node=nodes.Node() as inner):
                return self._shape_of(inner)
            case nodes.Const():
                return Text()
        for child in node.iter_child_nodes():
            self._shape_of(child)
        return Flag()

    @property
    def _names(self) -> Mapping[str, Shape]:
        names = dict(self.shape.members)
        for opened in self.opened:
            names |= opened.names
        return names


class _Wrong(Exception):
    """The issue that a tag deserves."""

    def __init__(self, code: str, value: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.value, self.words = code, value, words


def _pick(name: str, known: Mapping[str, Shape], path: str) -> Shape:
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    owner = path.removesuffix(name)
    hint = f"Có phải là “{owner}{near[0]}”?" if near else "Tên các chỗ điền có ở docs/TEMPLATES.md."
    raise _Wrong("template_placeholder_unknown", path, hint=hint)


def _write_path(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr(node=owner, attr=attr):
            return f"{_write_path(owner)}.{attr}"
        case nodes.Name(name=name):
            return name
    return "…"


def _say_members(path: str, shape: Shape) -> str:
    match shape:
        case Many():
            return f"Hãy lặp: {{% for dòng in {path} %}}."
        case Group(members=members):
            return f"Hãy chọn một trong: {', '.join(f'{path}.{name}' for name in members)}."
        case Grid():
            return f"Hãy viết {{{{p {path} }}}} trong một đoạn riêng."
        case Flag():
            return "Hãy dùng nó sau if."
    return f"Hãy viết {{{{ {path} }}}}."
