"""Whether a Word template can be filled: everything that is wrong with it, and where."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.core.text import format_number
from ttpv.reports.docx.expressions import NotAllowed, PlainEnvironment, parse_expression
from ttpv.reports.docx.fill import fill_template
from ttpv.reports.docx.package import Package, open_package
from ttpv.reports.docx.resolve import Wrong, resolve
from ttpv.reports.docx.shapes import (
    Anything,
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
from ttpv.reports.docx.tags import Tag, Torn, count_openings, read_tags

log = logging.getLogger(__name__)

MOST_TAGS = 2_000
"""In a file; ours has a tenth. Each is parsed, and looked for in its table."""

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
    tags = sum(count_openings(root) for root, _ in package.parts)
    if tags > MOST_TAGS:
        words = {"tags": format_number(tags), "most": format_number(MOST_TAGS)}
        return (make_issue("template_crowded", place, **words),)
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
            for check in (self._check_unit, self._check_tag):
                try:
                    check(tag)
                except Wrong as wrong:
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
            raise Wrong("template_command_misplaced", tag.shown, unit=_UNITS[tag.level])

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
                self.opened.append(_Open(tag, "if", {}))
                self._find(rest, tag)
            case "elif" | "else" | "endif" | "endfor":
                self._go_on(tag, word, rest)
            case _:
                raise Wrong("template_command_unknown", tag.shown)

    def _check_placeholder(self, tag: Tag) -> None:
        """A table takes the place of its whole paragraph; a text or a picture stands in one."""
        shape = self._find(tag.inside, tag)
        if isinstance(shape, Anything):
            return
        right = isinstance(shape, Grid) if tag.level else isinstance(shape, Text | Drawing)
        if not right or tag.level not in ("", "p"):
            raise Wrong(
                "template_placeholder_kind",
                tag.shown,
                kind=_KINDS[type(shape)],
                hint=_say_members(tag.inside, shape),
            )

    def _open_loop(self, tag: Tag, rest: str) -> None:
        """Whatever is wrong with it, it is open: what follows of one fault is not said again."""
        name, separator, source = (part.strip() for part in rest.partition(" in "))
        outer = self._names
        self.opened.append(_Open(tag, "for", {name: Anything(), "loop": _LOOP}))
        if not (separator and name.isidentifier()):
            raise Wrong("template_syntax", tag.shown)
        shape = self._find(source, tag, outer)
        if isinstance(shape, Anything):
            return
        if not isinstance(shape, Many):
            hint = "Chỉ lặp được trên một danh sách."
            kind = _KINDS[type(shape)]
            raise Wrong("template_placeholder_kind", source, kind=kind, hint=hint)
        self.opened[-1] = _Open(tag, "for", {name: shape.of, "loop": _LOOP})

    def _go_on(self, tag: Tag, word: str, rest: str) -> None:
        """`else`, `elif` and the ends belong to the command that was opened last, and stand where
        it may be closed."""
        last = self.opened[-1] if self.opened else None
        command = "if" if word in _CONDITION_ENDS else "for"
        if last is None or last.command != command or last.tag.holder is not tag.holder:
            holder = _HOLDERS.get(tag.level, "trong cùng đoạn")
            raise Wrong("template_command_unopened", tag.shown, holder=holder)
        if word == "elif":
            self._find(rest, tag)
        if word.startswith("end"):
            self.opened.pop()

    def _find(self, text: str, tag: Tag, names: Mapping[str, Shape] | None = None) -> Shape:
        """`names` that hold there, by default all that are known in this place."""
        known = self._names if names is None else names
        try:
            return resolve(parse_expression(self.environment, text), known)
        except NotAllowed:
            raise Wrong("template_command_unknown", tag.shown) from None
        # Jinja reads brackets in brackets, and numbers of any length, as far as Python lets it.
        except (TemplateSyntaxError, RecursionError, ValueError):
            raise Wrong("template_syntax", tag.shown) from None

    @property
    def _names(self) -> Mapping[str, Shape]:
        names = dict(self.shape.members)
        for opened in self.opened:
            names |= opened.names
        return names


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
