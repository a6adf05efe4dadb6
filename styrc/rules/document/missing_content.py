"""Documents without the elements or tables that one of their chapters must hold."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.chapters import Fault, faulty_chapters
from styrc.rules.wording import quoted


def missing_content(plan: Plan) -> Iterator[Hit]:
    """A kind or a table that is missing, or of which there is too little; one chapter's kinds are told together."""
    schema = plan.schema
    for document, chapter, _, _, lacks in faulty_chapters(plan, Fault.LACKS):
        name, holding, count = lacks[0]
        is_table, few = name in schema.tables, holding.min > 1
        alike = [one for one, other, _ in lacks if (one in schema.tables) is is_table and other.min == 1]
        values = {
            "document": document.title,
            "chapter": chapter,
            "kinds": tuple(schema.words(one) for one in ([name] if few else alike) if not is_table),
            "tables": quoted(alike),
            "count": count,
            "min": holding.min,
        }
        variant = "table" if is_table else "few" if few else ""
        yield Hit(plan.heading(document), values, variant, holding, absence=True, document=document.id)
