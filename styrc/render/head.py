"""A document -> what stands at its head: whose it is, who decided it when, that it is a draft."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.blocks import Notice, Pair, Paragraph, Run, Tone
from styrc.element import Document, State
from styrc.plan import Plan
from styrc.render import labels
from styrc.render.say import capital, day, period, printed
from styrc.text import Language


def decision_pairs(plan: Plan, document: Document, language: Language) -> Iterator[Pair]:
    """Who the document is for, how long, and who decided it when."""
    decision, words = document.decision, plan.words

    def pair(label: object, value: str) -> Iterator[Pair]:
        if value:
            yield Pair(str(label), (Run(value),))

    yield from pair(labels.UNIT.speak(language), plan.organisation.name(document.unit))
    yield from pair(labels.PERIOD.speak(language), period(document.period, words))
    if decision is not None:
        body = plan.organisation.name(decision.body) if decision.body else ""
        yield from pair(labels.DECIDED_BY.speak(language), capital(body))
        yield from pair(labels.DECIDED_ON.speak(language), day(decision.day, words) if decision.day else "")
        yield from pair(labels.PARAGRAPH.speak(language), decision.paragraph)
        yield from pair(labels.REGISTRATION_NUMBER.speak(language), decision.registration_number)
    earlier = [
        " ".join(filter(None, (day(one.day, words) if one.day else "", one.paragraph))) for one in document.earlier
    ]
    yield from pair(labels.EARLIER.speak(language), ", ".join(earlier))
    for name, field in plan.schema.documents[document.kind].fields.items():
        if name in document.values:
            yield from pair(capital(name), printed(document.values[name], field, plan))


def notice(document: Document, faults: int, language: Language) -> Notice | None:
    """That the document is a draft, and why; None for one that is decided and without `faults`."""
    said = []
    if document.state is not State.DECIDED:
        said.append(labels.DRAFT_STATE.speak(language))
    if faults:
        said.append(labels.DRAFT_FAULTS.speak(language, {"count": faults}))
    if not said:
        return None
    return Notice(Tone.CAUTION, labels.DRAFT.speak(language).upper(), (Paragraph((Run(" ".join(said)),)),))
