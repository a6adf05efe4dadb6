"""A Jinja template over Markdown and a view -> blocks: what it prints is text, what it places is an object."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from styrc.blocks import Block, Blocks, Contents, Inline
from styrc.render.markdown_in import Placed, escape, parse, placeholder
from styrc.resources import builtin

ENDING = ".md.j2"


class Templates:
    """Templates of documents: a project's own before ours; `styrc/…` means ours, so that one can extend the other."""

    def __init__(self, own: Mapping[str, str]) -> None:
        ours = FileSystemLoader(builtin("templates"))
        self._placed: list[Placed] = []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([DictLoader(dict(own)), ours, PrefixLoader({"styrc": ours})]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._finished,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, names: tuple[str, ...], values: Mapping[str, object]) -> Blocks:
        """The blocks that the first template there is of these names makes of the values."""
        self._placed = []
        template = self._environment.select_template([name + ENDING for name in names])
        text = template.render(values, contents=Contents())
        return parse(text, placed=tuple(self._placed))

    def _finished(self, value: object) -> Markup:
        """What an expression in a template leaves in the text: a number for an object, plain words for all else."""
        if isinstance(value, Markup):
            return value
        if value is None or value == ():
            return Markup()
        if isinstance(value, (Block, Inline)) or (isinstance(value, tuple) and isinstance(value[0], (Block, Inline))):
            self._placed.append(value)
            return Markup(placeholder(len(self._placed) - 1))  # noqa: S704 - a number between two signs of our own
        return Markup(escape(str(value)))  # noqa: S704 - escaped for Markdown, which is what the text is


__all__ = ["ENDING", "TemplateNotFound", "Templates"]
