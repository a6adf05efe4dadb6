"""What a budget tells: by its tables, by its header, by what stands in it, or in words in a chapter that is for it."""

from __future__ import annotations

from styrc.element import Document
from styrc.plan import Plan
from styrc.rules.statutes import field_name, said
from styrc.schema import DocumentKind, Matter, Part, Role, TableRole
from styrc.text import Text

WORDS = {
    Matter.TAX_RATE: Text("skattesatsen", "the tax rate"),
    Matter.APPROPRIATIONS: Text("vad nämnderna får använda", "what the boards may use"),
    Matter.FINANCING: Text("hur verksamheten betalas", "how the operations are paid for"),
    Matter.POSITION: Text(
        "hur ekonomin beräknas vara vid årets slut", "how the economy will be at the end of the year"
    ),
    Matter.FINANCIAL_GOALS: Text("de finansiella målen", "the financial goals"),
    Matter.OPERATIONS: Text("en plan för verksamheten med mål", "a plan for the operations with goals"),
    Matter.GROUP: Text("bolagens ekonomi", "the economy of the companies"),
}
_TABLES = {
    Matter.APPROPRIATIONS: (TableRole.OPERATING,),
    Matter.FINANCING: (TableRole.INCOME, TableRole.CASH_FLOW),
    Matter.POSITION: (TableRole.BALANCE,),
    Matter.FINANCIAL_GOALS: (TableRole.FINANCIAL_GOALS,),
    Matter.GROUP: (TableRole.GROUP,),
}
_GOALS = (Role.AREA, Role.GOAL, Role.QUALITY, Role.ASSIGNMENT)


def tells(plan: Plan, document: Document, matter: Matter) -> bool:
    """Whether a document tells something."""
    if matter is Matter.TAX_RATE and said(plan, document, Part.TAX_RATE) is not None:
        return True
    if matter is Matter.OPERATIONS and any(plan.role(one) in _GOALS for one in plan.in_document(document.id)):
        return True
    roles = _TABLES.get(matter, ())
    if any(plan.schema.tables[name].role in roles for name, table in document.tables.items() if table.rows):
        return True
    chapters = plan.schema.documents[document.kind].chapters
    return any(_is_written(plan, document, name) for name, chapter in chapters.items() if matter in chapter.tells)


def _is_written(plan: Plan, document: Document, chapter: str) -> bool:
    """Whether there is text in a chapter, or something of what it holds."""
    prose, holds = document.chapters.get(chapter), plan.schema.documents[document.kind].chapters[chapter].holds
    if prose is not None and (prose.text.strip() or prose.broken):
        return True
    return any(name in document.tables for name in holds) or bool(plan.in_document(document.id, *holds or ("",)))


def has_place(plan: Plan, document: Document, matter: Matter) -> bool:
    """Whether the model has somewhere to tell it."""
    kind: DocumentKind = plan.schema.documents[document.kind]
    if matter is Matter.TAX_RATE and field_name(plan, document, Part.TAX_RATE):
        return True
    held = plan.schema.holdings(document.kind)
    if matter is Matter.OPERATIONS and any(
        plan.schema.kinds[one].role in _GOALS for one in held if one in plan.schema.kinds
    ):
        return True
    tables = [plan.schema.tables[one] for one in held if one in plan.schema.tables]
    roles = _TABLES.get(matter, ())
    return any(one.role in roles for one in tables) or any(matter in one.tells for one in kind.chapters.values())


def is_asked(plan: Plan, document: Document, matter: Matter) -> bool:
    """Whether the model itself asks for it, and so tells when it is missing."""
    kind = plan.schema.documents[document.kind]
    if matter is Matter.TAX_RATE and any(one.part is Part.TAX_RATE and one.required for one in kind.fields.values()):
        return True
    if any(matter in one.tells and (one.required or one.text) for one in kind.chapters.values()):
        return True
    roles, tables = _TABLES.get(matter, ()), plan.schema.tables
    held = plan.schema.holdings(document.kind).items()
    return any(one.min > 0 and name in tables and tables[name].role in roles for name, one in held)
