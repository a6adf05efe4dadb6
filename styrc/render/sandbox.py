"""Jinja for templates that are not ours: they reach nothing but what they are given, and always come to an end.

Sandboxing alone does not stop loops inside loops or texts that double. Every body of a template (of a loop, a macro, a
block) therefore begins by paying for itself, and so does what grows without a loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from math import prod
from types import BuiltinMethodType
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

_MOST_STEPS = 1_000_000
"""Bodies that may be gone through for one document: one of 20,000 elements needs a fifth of it."""
_MOST_SIGNS = 50_000_000
"""Signs that may be put together for one document: some 20,000 printed pages."""
_LARGEST = 100_000  # a number that tells how often or how far
_BITS = 4096
_POWER = 64
_GROWING = ("batch", "center", "format", "indent", "slice")
"""Filters that make much of little."""


class TooMuchError(Exception):
    """A template goes on too long (`steps`) or writes too much (`signs`)."""

    def __init__(self, of: str, most: int) -> None:
        super().__init__(of)
        self.of, self.most = of, most


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that counts; `begin` before each document."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, loader: BaseLoader, finalize: Callable[[object], object]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals = {"range": self._range, "dict": dict, "namespace": self.globals["namespace"]}
        self.filters = {name: self._bounded(one) for name, one in self.filters.items() if name not in _GROWING}
        self.begin()

    def begin(self) -> None:
        """Start to count from nothing."""
        self._steps = self._signs = 0

    def spend(self, signs: int, steps: int = 1) -> None:
        """Count a body of a template and the signs in it. Raises TooMuchError."""
        self._steps += steps
        self._signs += signs
        if self._steps > _MOST_STEPS:
            raise TooMuchError("steps", _MOST_STEPS)
        if self._signs > _MOST_SIGNS:
            raise TooMuchError("signs", _MOST_SIGNS)

    def joined(self, *parts: object) -> str:
        """What `~` makes."""
        made = markup_join(parts)
        self.spend(len(made), 0)
        return made

    def call(self, context: Context, called: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever a template handles
        """Call something for a template."""
        if getattr(called, "__self__", None) is self:
            return called(*args)
        if isinstance(called, BuiltinMethodType):
            self._must_be_few((called.__self__, *args, *kwargs.values()))
            for one in (*args, *kwargs.values()):
                self._must_be_small(one, _LARGEST)
        if getattr(called, "__name__", "") in ("format", "format_map") and not hasattr(called, "arguments"):
            raise SecurityError("format")
        return self._paid(super().call(context, called, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """What an operator makes, if it may grow."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("format")
        if operator == "**":
            self._must_be_small(left, _LARGEST)
            self._must_be_small(right, _POWER)
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if isinstance(one, (str, list, tuple)) and isinstance(other, int):
                    self.spend(len(one) * max(other, 0))
        made = super().call_binop(context, operator, left, right)
        if isinstance(made, int) and made.bit_length() > _BITS:
            raise TooMuchError("signs", _MOST_SIGNS)
        return made if operator == "*" else self._paid(made)

    def _bounded(self, filter_: Callable[..., Any]) -> Callable[..., Any]:
        """The same filter, but for what would grow without bounds."""

        @wraps(filter_)
        def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever a template handles
            self._must_be_few((*args, *kwargs.values()))
            return self._paid(filter_(*args, **kwargs))

        return run

    def _must_be_few(self, values: Iterable[object]) -> None:
        """Refuse what may become too much when each part of one value takes in the whole of another."""
        sizes = sorted(len(one) for one in values if isinstance(one, (str, list, tuple, range)))
        if prod(sizes[-2:]) > _MOST_SIGNS:
            raise TooMuchError("signs", _MOST_SIGNS)

    def _paid(self, made: Any) -> Any:  # noqa: ANN401 - whatever a template handles
        if isinstance(made, (str, list, tuple)):
            self.spend(len(made), 0)
        return made

    def _must_be_small(self, number: object, most: int) -> None:
        if isinstance(number, (int, float)) and abs(number) > most:
            raise TooMuchError("signs", _MOST_SIGNS)

    def _range(self, *args: int) -> range:
        made = range(*args)
        try:
            self.spend(0, len(made))
        except OverflowError:
            raise TooMuchError("steps", _MOST_STEPS) from None
        return made

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template as Jinja reads it, with payment at the beginning of each body."""
        template = super()._parse(source, name, filename)
        for concat in list(template.find_all(nodes.Concat)):
            _replace(template, concat, _called("joined", concat.nodes, concat.lineno))
        for one in (template, *(one for one in template.find_all(nodes.Stmt) if isinstance(one, _BODIES))):
            _pay(one.body)
        return template


_BODIES: tuple[type[nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block], ...] = (
    nodes.For,
    nodes.Macro,
    nodes.CallBlock,
    nodes.Block,
)
"""What may be gone through more than once."""


def _called(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    attribute = nodes.EnvironmentAttribute(name, lineno=line)
    return nodes.Call(attribute, arguments, [], None, None, lineno=line)


def _pay(body: list[nodes.Node]) -> None:
    """Put a payment for a body before it: for one step, and for the signs that it holds."""
    line = body[0].lineno if body else 1
    signs = sum(len(data.data) for node in body for data in _data_in(node))
    body.insert(0, nodes.ExprStmt(_called("spend", [nodes.Const(signs, lineno=line)], line), lineno=line))


def _data_in(node: nodes.Node) -> list[nodes.TemplateData]:
    """The plain text in a part of a template, but for that in bodies that pay for themselves."""
    if isinstance(node, nodes.TemplateData):
        return [node]
    return [] if isinstance(node, _BODIES) else [data for one in node.iter_child_nodes() for data in _data_in(one)]


def _replace(parent: nodes.Node, old: nodes.Node, new: nodes.Node) -> None:
    """Put a node in another's place, wherever below `parent` it stands."""
    for name, value in parent.iter_fields():
        if value is old:
            setattr(parent, name, new)
        elif isinstance(value, list):
            value[:] = [new if one is old else one for one in value]
    for child in parent.iter_child_nodes():
        _replace(child, old, new)


__all__ = ["Sandbox", "TooMuchError"]
