"""Step 5. A Plan -> documents as blocks, by way of their templates; the writers make HTML and Markdown of them."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.blocks import Document as Blocks
from styrc.blocks import Metadata, anchored
from styrc.element import Document
from styrc.names import slug
from styrc.plan import Plan
from styrc.render.brief import brief_view
from styrc.render.say import capital
from styrc.render.template import Templates
from styrc.render.view import document_view
from styrc.text import Language


def render(plan: Plan, document: Document, templates: Templates, faults: int) -> Blocks:
    """One document as blocks. `faults` is the number of errors in it; a document with errors is stamped as a draft."""
    language = language_of(plan)
    view = document_view(plan, document, faults, language)
    names = tuple(dict.fromkeys(slug(name) for name in _templates(plan, document)))
    blocks = templates.render(names, {"document": view})
    return anchored(Blocks(document.title, language, blocks, capital(document.kind), _metadata(plan, document)))


def render_brief(plan: Plan, document: Document, templates: Templates, faults: int) -> Blocks | None:
    """The short version of a document; None for one that has nothing to tell in short."""
    language = language_of(plan)
    brief = brief_view(plan, document, language)
    if brief is None:
        return None
    view = document_view(plan, document, faults, language)
    names = (f"{slug(document.kind)}-brief", "brief")
    blocks = templates.render(names, {"document": view, "brief": brief})
    return anchored(Blocks(brief.title, language, blocks, capital(document.kind), _metadata(plan, document)))


def _metadata(plan: Plan, document: Document) -> Metadata:
    decision = document.decision
    return Metadata(
        author=plan.municipality.name,
        reference=decision.registration_number if decision else "",
        description=f"{document.title}, {plan.organisation.name(document.unit)}",
        dated=decision.day if decision else None,
    )


def _templates(plan: Plan, document: Document) -> Iterator[str]:
    """The names that the document's template may have: its kind's, the model's, that of its role, the general one."""
    kind = plan.schema.documents[document.kind]
    yield from (name for name in (document.kind, kind.template, kind.role or "") if name)
    yield "report" if document.kind in plan.schema.reports else "document"


def language_of(plan: Plan) -> Language:
    """The language that a plan's documents are printed in."""
    return "en" if plan.schema.language == "en" else "sv"
