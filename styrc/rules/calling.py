"""The calls of values in all prose -> what is wrong with them; asked by one rule for each sort of fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from weakref import WeakKeyDictionary

from styrc.calls import Call, calls
from styrc.element import Document, Value
from styrc.follow_up.meant import UnsaidError
from styrc.follow_up.said import Speaker
from styrc.phrases import Found
from styrc.plan import Plan
from styrc.rule import Hit
from styrc.rules.passages import Written
from styrc.rules.reporting import reporting
from styrc.schema import Field, Part, Type
from styrc.source import Place

_TOLD: WeakKeyDictionary[Plan, tuple[tuple[str, Hit], ...]] = WeakKeyDictionary()

_FORM = "STY222"
"""What is wrong with the call itself, whatever the plans hold."""


_NO_VALUE = "STY224"


def faulty_calls(plan: Plan, code: str) -> Iterator[Hit]:
    """The calls that a code is for."""
    if plan not in _TOLD:
        _TOLD[plan] = tuple(one for document in plan.documents.values() for one in _faults(plan, document))
    return (hit for each, hit in _TOLD[plan] if each == code)


def _faults(plan: Plan, document: Document) -> Iterator[tuple[str, Hit]]:
    speaker: Speaker | None = None
    for text in prose_in(plan, document):
        for call in calls(text.text):
            speaker = speaker or Speaker(plan, document)
            error = _error(speaker, call)
            is_known = plan.whole and not document.broken
            if error is not None and (is_known or error.code == _FORM) and not _is_told(plan, document, error):
                place = text.at(Found(error.at.start, error.at.end) if error.at.text else Found(call.start, call.end))
                yield error.code, Hit(place, error.values, error.variant, document=document.id)


def _is_told(plan: Plan, document: Document, error: UnsaidError) -> bool:
    """Whether the outcome that is called is one that the document's report lacks, which is told there."""
    id_ = error.at.text.rpartition("/")[2]
    return error.code == _NO_VALUE and reporting(plan).lacks_outcome(id_, document.period.last)


def _error(speaker: Speaker, call: Call) -> UnsaidError | None:
    try:
        speaker.say(call)
    except UnsaidError as error:
        return error
    return None


def prose_in(plan: Plan, document: Document) -> Iterator[Written]:
    """Every running text of a document: its chapters, its elements, its answers and its proposed decisions."""
    for name, prose in document.chapters.items():
        yield Written(prose.text, prose.place, name)
    for element in plan.in_document(document.id):
        general = {plan.field_name(element.kind, Part.TEXT): Field(type=Type.PROSE)}
        yield from _fields(element.values, general | plan.kind(element).fields, element.place)
    for key, answer in plan.answers.get(document.id, {}).items():
        yield from _fields(answer.values, plan.kind(plan.elements[key]).answers, answer.place)
    yield from (Written(one.text, one.place, "") for one in document.proposals)


def _fields(values: Mapping[str, Value], fields: Mapping[str, Field], place: Place) -> Iterator[Written]:
    for name, field in fields.items():
        value = values.get(name) if field.type is Type.PROSE else None
        if value is not None:
            yield from _texts(value, place.at(name), name)


def _texts(value: Value, place: Place, name: str) -> Iterator[Written]:
    texts: Iterable[object] = value if isinstance(value, tuple) else (value,)
    for number, one in enumerate(texts):
        if isinstance(one, str):
            yield Written(one, place.at(number) if isinstance(value, tuple) else place, name)
