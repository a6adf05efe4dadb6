"""The Jinja environment of our own drawings and pages: values in, escaped markup out, an unknown name is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from styrc.resources import builtin


@cache
def environment() -> Environment:
    """One environment for the templates that styrc brings along; documents' own templates have theirs."""
    return Environment(
        loader=FileSystemLoader(builtin("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
