"""A Jinja template over Markdown and a view -> blocks: what it prints is text, what it places is an object."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, PrefixLoader, Template, Undefined
from markupsafe import Markup

from styrc.blocks import Block, Blocks, Contents, Inline
from styrc.render.markdown_in import MisplacedBlockError, Placed, escape, parse, placeholder
from styrc.render.sandbox import Sandbox
from styrc.render.template_fault import OWN, TemplateFaultError, UnprintableError, fault_of, misplaced
from styrc.resources import builtin

ENDING = ".md.j2"

_PRINTED = (str, int, float, Decimal, date, Undefined)
"""What can stand in a text as it is; an undefined value tells of itself when it is printed."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where in a template an object was placed."""

    template: Template | None
    line: int  # of the program that Jinja has made of it


class Templates:
    """Templates of documents: a project's own before ours; `styrc/…` means ours, so that one can extend the other."""

    def __init__(self, own: Mapping[str, str]) -> None:
        ours = FileSystemLoader(builtin("templates"))

        def load(name: str) -> tuple[str, str, None] | None:
            return (own[name], OWN + name, None) if name in own else None

        self._placed: list[Placed] = []
        self._origins: list[_Origin] = []
        loader = ChoiceLoader([PrefixLoader({"styrc": ours}), FunctionLoader(load), ours])
        self._sandbox = Sandbox(loader, self._finished)

    def render(self, names: tuple[str, ...], values: Mapping[str, object]) -> Blocks:
        """The blocks that the first template there is of these names makes of the values.

        Raises TemplateFaultError for a mistake in a template of the project's own.
        """
        self._placed, self._origins = [], []
        self._sandbox.begin()
        try:
            template = self._sandbox.select_template([name + ENDING for name in names])
            text = template.render(values, contents=Contents())
        except Exception as error:
            fault = fault_of(error)
            if fault is None:
                raise
            raise fault from error
        return self._parsed(text)

    def _parsed(self, text: str) -> Blocks:
        try:
            return parse(text, placed=tuple(self._placed))
        except MisplacedBlockError as error:
            if (fault := self._misplaced(self._origins[error.number])) is None:
                raise
            raise fault from error

    def _misplaced(self, origin: _Origin) -> TemplateFaultError | None:
        """The fault of a template of the project's own that has put a block where it does not fit."""
        file = (origin.template and origin.template.filename) or ""
        if origin.template is None or not file.startswith(OWN):
            return None
        return misplaced(file, origin.template.get_corresponding_lineno(origin.line))

    def _finished(self, value: object) -> Markup:
        """What an expression in a template leaves in the text: a number for an object, plain words for all else."""
        if isinstance(value, Markup):
            self._sandbox.spend(len(value), 0)
            return value
        if value is None or value == ():
            return Markup()
        if isinstance(value, (Block, Inline)) or (isinstance(value, tuple) and isinstance(value[0], (Block, Inline))):
            frame = sys._getframe(1)  # noqa: SLF001 - who prints is known by nothing else
            self._origins.append(_Origin(frame.f_globals.get("__jinja_template__"), frame.f_lineno))
            self._placed.append(value)
            return Markup(placeholder(len(self._placed) - 1))  # noqa: S704 - a number between two signs of our own
        if not isinstance(value, _PRINTED):
            raise UnprintableError
        text = escape(str(value))
        self._sandbox.spend(len(text), 0)
        return Markup(text)  # noqa: S704 - escaped for Markdown, which is what the text is


__all__ = ["ENDING", "TemplateFaultError", "Templates"]
