"""The accessibility statement: a template for each country and language, filled with what the municipality has said."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.blocks import Document as Blocks
from styrc.blocks import anchored
from styrc.plan import Plan
from styrc.render import language_of
from styrc.render.template import ENDING, Templates
from styrc.resources import builtin
from styrc.site.address import STATEMENT
from styrc.site.view import SiteView


def template_name(plan: Plan) -> str:
    """The name of the template, which a project may extend or replace."""
    return f"accessibility-{plan.schema.jurisdiction}-{language_of(plan)}"


def has_statement(plan: Plan) -> bool:
    """Whether there is a template for the country and the language."""
    return (builtin("templates") / f"{template_name(plan)}{ENDING}").is_file()


def statement(view: SiteView, templates: Templates) -> Iterator[tuple[str, Blocks]]:
    """The page with its path; nothing where the country has no template."""
    if has_statement(view.plan):
        values = {"municipality": view.name, "contact": view.plan.municipality.dress.address}
        blocks = templates.render((template_name(view.plan),), values)
        title, language = view.say(STATEMENT), view.addresses.language
        yield view.addresses.statement, anchored(Blocks(title, language, blocks))
