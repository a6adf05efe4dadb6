"""Step 3. What the files say -> a Plan: every reference, answer and outcome is followed to the element it means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from styrc.diagnostic import Diagnostic
from styrc.element import Answer, Document, Element, Outcome
from styrc.link.answers import Answered
from styrc.link.references import References
from styrc.organisation import Municipality
from styrc.plan import Plan
from styrc.schema import Schema
from styrc.words import Words

__all__ = ["link"]


def link(
    documents: Iterable[Document],
    elements: Iterable[Element],
    unread: Mapping[str, frozenset[str]],
    *,
    schema: Schema,
    municipality: Municipality,
    words: Words,
    answers: Iterable[Answer] = (),
    outcomes: Iterable[Outcome] = (),
) -> tuple[Plan, list[Diagnostic]]:
    """Put everything together. `unread` are the ids in each file that could not be read whole.

    A reference that leads nowhere is told once and left out of the thread; so is an answer to nothing.
    """
    lost_ids = frozenset(id_ for ids in unread.values() for id_ in ids)
    linker = References(schema, words, municipality, lost_ids)
    known = linker.keep_documents(documents)
    kept = linker.keep_elements(elements, known)
    linker.tell_alike(kept.values())
    ties, loose = {}, {}
    for key, element in kept.items():
        tied, lost = linker.follow(element)
        if tied:
            ties[key] = tied
        if lost:
            loose[key] = lost
    whole = not (unread or linker.doubled)
    plan = Plan(schema, words, municipality, known, kept, ties, loose, whole=whole, lost=tuple(linker.lost))
    answered = Answered(plan, linker.by_id, lost_ids)
    plan.answers, plan.outcomes = answered.answers(answers), answered.outcomes(outcomes)
    plan.adrift = answered.adrift
    return plan, linker.found + answered.found
