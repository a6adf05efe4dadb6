"""Decided documents whose decision does not say all that it must."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.element import Decision, Document
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.wording import quoted
from styrc.source import Place


def incomplete_decision(plan: Plan) -> Iterator[Hit]:
    """A decision that lacks its body, date, paragraph or registration number; all that is missing is told at once."""
    words = plan.words
    for document in plan.documents.values():
        header = plan.schema.documents[document.kind].decision.header
        if header is None or not document.decided or not document.whole or not plan.binds(header, document.unit):
            continue
        for decision in document.decisions or (None,):
            missing = _missing(plan, document, decision, header.asks)
            if not missing:
                continue
            values = {
                "document": document.title,
                "missing": quoted(missing),
                "decision": words.document.decision,
                "state": words.document.state,
                "draft": words.states.draft,
            }
            yield Hit(_place(plan, document, decision), values, "" if decision else "none", header)


def _place(plan: Plan, document: Document, decision: Decision | None) -> Place:
    """Where to write what is missing: at the word for the decision, or at one of several decisions."""
    if decision is None:
        return plan.heading(document)
    return decision.place if document.earlier else document.place.key(plan.words.document.decision)


def _missing(plan: Plan, document: Document, decision: Decision | None, asks: tuple[str, ...]) -> list[str]:
    """The municipality's words for what is missing; what is written but wrong is told elsewhere."""
    said = plan.words.decision
    names = {
        "body": said.body,
        "date": said.date,
        "paragraph": said.paragraph,
        "registration number": said.registration_number,
    }
    if decision is None:
        return [names[one] for one in asks]
    if document.broken and decision == Decision(decision.place):
        return []  # what stands there is no decision, which is told
    return [names[one] for one in asks if not _says(decision, one)]


def _says(decision: Decision, part: str) -> bool:
    value = {
        "body": decision.body,
        "date": decision.day,
        "paragraph": decision.paragraph,
        "registration number": decision.registration_number,
    }[part]
    return bool(value) or part in decision.faulty
