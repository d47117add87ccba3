"""What a template may say: values, loops over rows, conditions; nothing that runs or reckons.

Templates come from people. Jinja's sandbox keeps them from Python; it does not keep them from
`{{ "x" * 10**10 }}`, a loop in a loop in a loop, or a function of our own. So whatever is not on
the list below is refused when a template is parsed, in the check and again when it is filled.
"""

from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("upper", "lower")
MOST_NESTED = 2
"""Loops in one another: rows, and the cells of a row."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If),
    *(nodes.Name, nodes.Getattr, nodes.Const, nodes.Filter),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand),
)


class NotAllowed(TemplateSyntaxError):
    """The template is well written and says what none may say."""


class PlainEnvironment(ImmutableSandboxedEnvironment):
    """Parses what is on the list and raises NotAllowed on all else."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if not _is_allowed(node):
                raise NotAllowed(type(node).__name__, getattr(node, "lineno", 1))
        if _count_nested(tree) > MOST_NESTED:
            raise NotAllowed("For", 1)
        return tree


def _is_allowed(node: nodes.Node) -> bool:
    match node:
        case nodes.Getattr(attr=attr):
            return not attr.startswith("_")
        case nodes.Name(name=name):
            return not name.startswith("_")
        case nodes.Filter(name=name, args=args, kwargs=kwargs):
            return name in FILTERS and not args and not kwargs
        case nodes.For(recursive=recursive, test=test):
            return not recursive and test is None
        case nodes.Const(value=value):
            return isinstance(value, str | int | bool)
    return isinstance(node, _ALLOWED)


def _count_nested(node: nodes.Node) -> int:
    deepest = max((_count_nested(child) for child in node.iter_child_nodes()), default=0)
    return deepest + isinstance(node, nodes.For)


def parse_expression(environment: PlainEnvironment, text: str) -> Any:
    """The one expression in `text`. Raises TemplateSyntaxError."""
    tree = environment.parse(f"{{{{ {text} }}}}")
    match tree.body:
        case [nodes.Output(nodes=[node])] if not isinstance(node, nodes.TemplateData):
            return node
    raise TemplateSyntaxError("more than one expression", 1)
